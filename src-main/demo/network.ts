import {
  AGENT_OFFLINE,
  AGENT_ONLINE,
  SUITE_FINISHED,
  SUITE_STARTED,
  TASK_FAILED,
  TASK_STARTED,
  TASK_SUCCEEDED,
  THRESHOLD_EXCEEDED,
  type Happening,
} from './notification';
import type { Random } from './random';
import {
  agentData,
  failureData,
  suiteData,
  taskData,
  thresholdData,
  type Suite,
  type Task,
} from './happening-data';

const AGENTS = 24;
/** One agent with a loose cable: it goes up and down in bursts. */
const FLAPPING_AGENT = 11;
/** Changes in one burst: more than the five in ten minutes that count as flapping. */
const BURST = 8;

const SUITES: readonly Suite[] = [
  { id: 395, name: 'Branch offices, basic reachability' },
  { id: 396, name: 'VoIP quality' },
  { id: 402, name: 'Public web, hourly' },
  { id: 407, name: 'DNS resolvers' },
  { id: 411, name: 'Data centre throughput' },
  { id: 418, name: 'Łódź – Timișoara link' },
];

export interface Network {
  /** The next thing that happens; moves the simulation on. */
  step(): Happening;
  /** From outside: a storm, or a test that says what an agent does. */
  setAgent(id: number, online: boolean): Happening;
  offlineAgents(): readonly number[];
}

/** A network of agents, suites and tasks that lives by its seed alone: it knows no time. */
export function createNetwork(random: Random): Network {
  const offline: number[] = []; // longest down first
  const running = new Map<Suite, { left: number; readonly tasks: Task[] }>();
  let lastTask = 1500;
  let burstLeft = 0;

  function setAgent(id: number, online: boolean): Happening {
    const at = offline.indexOf(id);
    if (at >= 0) offline.splice(at, 1);
    if (!online) offline.push(id);
    const severity = online ? random.int(1, 2) : random.pick([3, 4, 4, 5]);
    return { type: online ? AGENT_ONLINE : AGENT_OFFLINE, severity, additional_data: agentData(random, id) };
  }

  function agentChange(): Happening | undefined {
    if (burstLeft > 0 && random.chance(0.5)) {
      burstLeft -= 1;
      return setAgent(FLAPPING_AGENT, offline.includes(FLAPPING_AGENT));
    }
    const longest = offline.find((id) => burstLeft === 0 || id !== FLAPPING_AGENT);
    if (longest !== undefined && random.chance(0.2)) return setAgent(longest, true);
    if (burstLeft === 0 && random.chance(0.015)) burstLeft = BURST;
    if (!random.chance(0.07)) return undefined;
    const id = random.int(1, AGENTS);
    return offline.includes(id) || id === FLAPPING_AGENT ? undefined : setAgent(id, false);
  }

  function startSuite(): Happening | undefined {
    const idle = SUITES.filter((suite) => !running.has(suite));
    if (idle.length === 0 || (running.size > 0 && !random.chance(0.08))) return undefined;
    const suite = random.pick(idle);
    const left = random.int(4, 12);
    running.set(suite, { left, tasks: [] });
    return { type: SUITE_STARTED, severity: 1, additional_data: suiteData(random, suite, { tasks: left }) };
  }

  function suiteChange(): Happening {
    const [suite, run] = random.pick([...running]);
    if (run.left === 0 && run.tasks.length === 0) {
      running.delete(suite);
      return { type: SUITE_FINISHED, severity: 1, additional_data: suiteData(random, suite, {}) };
    }
    if (run.left > 0 && (run.tasks.length === 0 || (run.tasks.length < 3 && random.chance(0.5)))) {
      run.left -= 1;
      lastTask += random.int(1, 3);
      const task: Task = { id: lastTask, suite, kind: random.int(0, 5) };
      run.tasks.push(task);
      return { type: TASK_STARTED, severity: 1, additional_data: taskData(random, task) };
    }
    const task = run.tasks[0]!;
    if (random.chance(0.16)) {
      const severity = random.pick([2, 2, 3, 4]);
      return { type: THRESHOLD_EXCEEDED, severity, additional_data: thresholdData(random, task) };
    }
    run.tasks.shift();
    return random.chance(0.85)
      ? { type: TASK_SUCCEEDED, severity: 1, additional_data: taskData(random, task) }
      : { type: TASK_FAILED, severity: random.int(3, 4), additional_data: failureData(random, task) };
  }

  return {
    step: () => agentChange() ?? startSuite() ?? suiteChange(),
    setAgent,
    offlineAgents: () => [...offline],
  };
}
