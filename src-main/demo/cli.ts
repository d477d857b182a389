import { parseArguments } from './cli-options';
import { createDemoServer } from './server';

/**
 * The demo server as a process of its own: JSON lines on stdout, `ready` with address and tokens first.
 * It ends on SIGTERM or SIGINT, and when stdin closes: then whoever started it is gone.
 */
async function main(): Promise<void> {
  const parsed = parseArguments(process.argv.slice(2));
  if ('problem' in parsed) {
    process.stderr.write(`${parsed.problem}\n`);
    process.exitCode = 2;
    return;
  }
  const print = (line: object) => void process.stdout.write(`${JSON.stringify(line)}\n`);
  const server = createDemoServer({ ...parsed.options, onEvent: print });
  let ending = false;
  const end = () => {
    if (ending) return;
    ending = true;
    void server.stop().then(() => process.exit(0));
  };
  // Nobody reads any more: the parent is gone, or about to be.
  process.stdout.on('error', end);
  process.on('SIGTERM', end);
  process.on('SIGINT', end);
  try {
    print({ event: 'ready', ...(await server.start()) });
  } catch (error) {
    process.stderr.write(
      `The demo server could not start: ${error instanceof Error ? error.message : String(error)}\n`,
    );
    process.exitCode = 1;
    return;
  }
  process.stdin.on('end', end).on('close', end).resume();
}

void main();
