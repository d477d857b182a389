import { fail } from '../../src-shared/app-error';
import type { Answering } from '../core/network-port';

export interface BodyLimits {
  /** Decoded bytes. */
  readonly cap: number;
  /** Over the cap is a failure; else what came by then is enough. */
  readonly strict: boolean;
  /** Something came. */
  readonly onPiece: () => void;
  readonly signal: AbortSignal;
}

/** What most answers fit into: kept for good, since 8 MiB made anew for each would have V8 clean up after every poll. Bytes. */
const SMALL = 128 * 1024;

/**
 * Reads bodies into room that is kept for the next one: pieces that are copied at once die young, while collected ones
 * stay until a large clean-up, and a few answers over the cap would hold 80 MB. @param size the largest cap, bytes
 */
export function createReadBody(size: number) {
  const smallest = Math.min(SMALL, size);
  let small: Uint8Array | undefined;
  let large: WeakRef<Uint8Array> | undefined;

  /** @param filled bytes that are read by now: they come along */
  function larger(room: Uint8Array, filled: number): Uint8Array {
    const next = large?.deref() ?? new Uint8Array(size);
    large = undefined; // ours until we are through
    next.set(room.subarray(0, filled));
    keep(room);
    return next;
  }
  function keep(room: Uint8Array): void {
    if (room.byteLength > smallest) large = new WeakRef(room);
    else small = room;
  }

  /**
   * Ends at once when `signal` is aborted, whatever `fetch` makes of it: Node's forgets about it once its request was
   * collected as garbage, and the body would be waited for without an end.
   * @throws AppError `too-large`; what the signal was aborted with; the stream's error
   */
  return async function readBody(
    response: Answering,
    { cap, strict, onPiece, signal }: BodyLimits,
  ): Promise<Uint8Array> {
    onPiece();
    const reader = response.body?.getReader();
    if (!reader) return new Uint8Array();
    /** Ends a read that waits, and the connection: the rest is not to come. */
    const leave = (): void => void reader.cancel(signal.reason).catch(() => undefined);
    signal.addEventListener('abort', leave);
    if (signal.aborted) leave();
    let room = small ?? new Uint8Array(smallest);
    small = undefined; // ours until we are through
    try {
      // Packed it is over the cap already: nothing of it is read.
      if (strict && Number(response.headers.get('content-length')) > cap) throw fail('too-large');
      let filled = 0;
      for (;;) {
        const { done, value } = await reader.read();
        signal.throwIfAborted();
        onPiece();
        if (done || (!strict && filled + value.byteLength > cap)) return room.slice(0, filled);
        if (filled + value.byteLength > cap) throw fail('too-large');
        if (filled + value.byteLength > room.byteLength) room = larger(room, filled);
        room.set(value, filled);
        filled += value.byteLength;
      }
    } finally {
      leave(); // where all was read it changes nothing
      keep(room);
      signal.removeEventListener('abort', leave);
    }
  };
}
