/** The command line of the demo server, read without side effects. */
interface CliOptions {
  readonly port: number;
  readonly seed: number;
  readonly history: number;
  readonly live: boolean;
  /** A scripted day is played instead of what happens by itself. */
  readonly scenario?: 'storm-day';
  /** How much faster than ours the server's clock runs. */
  readonly speed: number;
}

type ParsedArguments =
  | { readonly options: CliOptions }
  /** One sentence for whoever typed it. */
  | { readonly problem: string };

const DEFAULTS: CliOptions = { port: 0, seed: 1, history: 2_000, live: true, speed: 1 };

/** Highest value of each whole number; the lowest is 0, of speed 1. */
const HIGHEST: Readonly<Record<string, number | undefined>> = {
  port: 65_535,
  seed: 2 ** 32 - 1,
  history: 1_000_000,
  speed: 10_000,
};

function parseNumber(name: string, value: string): number | string {
  const highest = HIGHEST[name]!;
  const lowest = name === 'speed' ? 1 : 0;
  const fits = /^\d+$/.test(value) && Number(value) <= highest && Number(value) >= lowest;
  return fits ? Number(value) : `--${name} must be a whole number from ${lowest} to ${highest}.`;
}

/** Takes `--name=value` and `--name value`; `--live` alone means true. */
export function parseArguments(args: readonly string[]): ParsedArguments {
  let options = DEFAULTS;
  const left = [...args];
  for (let arg = left.shift(); arg !== undefined; arg = left.shift()) {
    const [, name = '', given] = /^--([a-z]+)(?:=(.*))?$/.exec(arg) ?? [];
    if (name === 'live') {
      if (given !== undefined && given !== 'true' && given !== 'false') {
        return { problem: '--live must be true or false.' };
      }
      options = { ...options, live: given !== 'false' };
    } else if (name === 'scenario') {
      if ((given ?? left.shift()) !== 'storm-day') return { problem: '--scenario must be storm-day.' };
      options = { ...options, scenario: 'storm-day' };
    } else if (HIGHEST[name] !== undefined) {
      const value = parseNumber(name, given ?? left.shift() ?? '');
      if (typeof value === 'string') return { problem: value };
      options = { ...options, [name]: value };
    } else {
      return {
        problem: `Unknown option ${arg}; there are --port, --seed, --history, --live, --scenario and --speed.`,
      };
    }
  }
  return { options };
}
