export interface BodyLimits {
  /** Decoded bytes. */
  readonly cap: number;
  /** Something came. */
  readonly onPiece: () => void;
  readonly signal: AbortSignal;
}

/**
 * Reads a body up to its cap. Ends at once when `signal` is aborted, whatever `fetch` makes of it: Node's forgets about
 * it once its request was collected as garbage, and the body would be waited for without an end.
 * @returns the bytes, and whether that was all; of one over the cap what came by then. @throws what the signal was aborted with, or the stream's error
 */
export async function readBody(
  response: Response,
  { cap, onPiece, signal }: BodyLimits,
): Promise<{ readonly body: Uint8Array; readonly whole: boolean }> {
  onPiece();
  const reader = response.body?.getReader();
  if (!reader) return { body: new Uint8Array(), whole: true };
  /** Ends a read that waits, and the connection: the rest is not to come. */
  const leave = (): void => void reader.cancel(signal.reason).catch(() => undefined);
  signal.addEventListener('abort', leave);
  if (signal.aborted) leave();
  try {
    const chunks: Uint8Array[] = [];
    let size = 0;
    for (;;) {
      const { done, value } = await reader.read();
      signal.throwIfAborted();
      onPiece();
      if (done) return { body: joined(chunks), whole: true };
      size += value.byteLength;
      if (size > cap) {
        leave();
        return { body: joined(chunks), whole: false };
      }
      chunks.push(value);
    }
  } finally {
    signal.removeEventListener('abort', leave);
  }
}

function joined(chunks: readonly Uint8Array[]): Uint8Array {
  if (chunks.length === 1) return chunks[0]!;
  const all = new Uint8Array(chunks.reduce((sum, { byteLength }) => sum + byteLength, 0));
  let at = 0;
  for (const chunk of chunks) {
    all.set(chunk, at);
    at += chunk.byteLength;
  }
  return all;
}
