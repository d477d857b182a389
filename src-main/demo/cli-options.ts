/** The command line of the demo server, read without side effects. */
interface CliOptions {
  readonly port: number;
  readonly seed: number;
  readonly history: number;
  readonly live: boolean;
}

type ParsedArguments =
  | { readonly options: CliOptions }
  /** One sentence for whoever typed it. */
  | { readonly problem: string };

const DEFAULTS: CliOptions = { port: 0, seed: 1, history: 2_000, live: true };

/** Highest value of each whole number; the lowest is 0. */
const HIGHEST: Readonly<Record<string, number | undefined>> = {
  port: 65_535,
  seed: 2 ** 32 - 1,
  history: 1_000_000,
};

function parseNumber(name: string, value: string): number | string {
  const highest = HIGHEST[name]!;
  const fits = /^\d+$/.test(value) && Number(value) <= highest;
  return fits ? Number(value) : `--${name} must be a whole number from 0 to ${highest}.`;
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
    } else if (HIGHEST[name] !== undefined) {
      const value = parseNumber(name, given ?? left.shift() ?? '');
      if (typeof value === 'string') return { problem: value };
      options = { ...options, [name]: value };
    } else {
      return { problem: `Unknown option ${arg}; there are --port, --seed, --history and --live.` };
    }
  }
  return { options };
}
