import { readFileSync, readdirSync, readlinkSync } from 'node:fs';

/** What `proc(5)` says of a process, as far as it may be read. */
function proc(pid: number | string, file: string): string {
  try {
    return readFileSync(`/proc/${pid}/${file}`, 'utf8');
  } catch {
    return '';
  }
}

/** This process and all below it. */
export function family(first: number): readonly number[] {
  const parents = readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    // The command's name may hold blanks and brackets: what counts stands behind the last one.
    .map(
      (pid) =>
        [
          Number(pid),
          Number(
            proc(pid, 'stat')
              .replace(/^.*\) /s, '')
              .split(' ')[1],
          ),
        ] as const,
    );
  const below = (pid: number): readonly number[] => [
    pid,
    ...parents.filter(([, parent]) => parent === pid).flatMap(([child]) => below(child)),
  ];
  return below(first);
}

/** The TCP ports that one of these processes listens on. */
export function listeningPorts(pids: readonly number[]): readonly number[] {
  const sockets = new Set(pids.flatMap(openSockets));
  return ['net/tcp', 'net/tcp6'].flatMap((file) =>
    proc('self', file)
      .split('\n')
      .map((line) => line.trim().split(/\s+/))
      .filter(([, , , state, , , , , , inode]) => state === '0A' && sockets.has(inode ?? ''))
      .map(([, local]) => Number.parseInt(local?.split(':')[1] ?? '', 16)),
  );
}

function openSockets(pid: number): readonly string[] {
  try {
    return readdirSync(`/proc/${pid}/fd`)
      .map((fd) => readlinkSync(`/proc/${pid}/fd/${fd}`))
      .flatMap((target) => /^socket:\[(\d+)\]$/.exec(target)?.[1] ?? []);
  } catch {
    return []; // it ended while we looked
  }
}

export interface Renderer {
  readonly args: string;
  /** The kernel filters its system calls. */
  readonly filtered: boolean;
  /** It has a network of its own, which leads nowhere. */
  readonly apart: boolean;
}

/** Those among them that show pages, and what is left of the rest of the machine to them. */
export const renderers = (pids: readonly number[]): readonly Renderer[] =>
  pids
    .map((pid) => ({
      args: proc(pid, 'cmdline').replaceAll('\0', ' '),
      filtered: /^Seccomp:\t2$/m.test(proc(pid, 'status')),
      apart: networkOf(pid) !== networkOf('self'),
    }))
    .filter(({ args }) => args.includes('--type=renderer'));

function networkOf(pid: number | 'self'): string {
  try {
    return readlinkSync(`/proc/${pid}/ns/net`);
  } catch {
    return ''; // not to be read: it is not ours
  }
}
