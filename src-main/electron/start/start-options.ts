import path from 'node:path';
import type { Offer } from './hand-over';
import { MAX_HANDED, type Start } from './single-instance';

/** What a person (or their monitoring) wrote behind the program's name. */
export interface StartOptions {
  /** Say this on stdout and go. */
  readonly says: 'help' | 'version' | undefined;
  /** Print the running app's state and go. */
  readonly status: boolean;
  /** No window at first: for starts at login. */
  readonly hidden: boolean;
  /** The log on stdout too. */
  readonly verbose: boolean;
  /** Absolute path; `''`: the switch was given without a file. */
  readonly provision: string | undefined;
  /** `tocsin://…`, as the desktop hands links over. */
  readonly link: string | undefined;
}

const HELP = ['--help', '-h'];

/**
 * @param args without the program and, in development, the app's folder. Switches of Chromium stand among
 * them and are none of our business.
 * @param folder what a relative path is relative to
 */
export function readStartOptions(args: readonly string[], folder: string): StartOptions {
  const file = valueOf('--provision', args);
  return {
    says: HELP.some((one) => args.includes(one))
      ? 'help'
      : args.includes('--version')
        ? 'version'
        : undefined,
    status: args.includes('--status'),
    hidden: args.includes('--hidden'),
    verbose: args.includes('--verbose'),
    link: args.find((one) => one.startsWith('tocsin:')),
    provision: file === undefined || file === '' ? file : path.resolve(folder, file),
  };
}

/** `--name=VALUE` or `--name VALUE`. */
function valueOf(name: string, args: readonly string[]): string | undefined {
  const joined = args.find((one) => one.startsWith(`${name}=`));
  if (joined !== undefined) return joined.slice(name.length + 1);
  const at = args.indexOf(name);
  if (at < 0) return undefined;
  const next = args[at + 1];
  return next === undefined || next.startsWith('--') ? '' : next;
}

/** More than one start can hand to another by itself. */
export const isLong = (text: string): boolean => Buffer.byteLength(text) > MAX_HANDED;

/** What a second start asks of the first. @param text of the file to provision @param at where a long one is fetched */
export function startOf(options: StartOptions, text?: string, at?: Offer['at']): Start {
  if (options.link !== undefined) return { kind: 'link', url: options.link.slice(0, 2048) };
  if (!options.provision) return { kind: 'show' };
  const given = text !== undefined && !isLong(text) ? { text } : {};
  return { kind: 'provision', file: options.provision, ...given, ...(at && { at }) };
}
