/**
 * How many characters a value has as JSON, about; `undefined` where it is no JSON or longer than `max`.
 * Never more than `max` steps: what a broken page sends (a cycle, an array of a billion holes, a Buffer of
 * gigabytes) is refused before anything is copied.
 */
export function jsonSize(value: unknown, max: number): number | undefined {
  const waiting: unknown[] = [value];
  let size = 0;
  while (waiting.length > 0) {
    const one = waiting.pop();
    const own = ownSize(one);
    if (own === undefined) return undefined;
    size += own;
    if (size > max) return undefined;
    if (typeof one !== 'object' || one === null) continue;
    // A comma or colon each, so that holes and empty members count as well.
    const keys = Array.isArray(one) ? one.length : Object.keys(one).length;
    size += keys;
    if (size > max) return undefined;
    for (const [key, inner] of Object.entries(one)) {
      if (!Array.isArray(one)) size += key.length + 2;
      waiting.push(inner);
    }
  }
  return size;
}

/** Without its members. */
function ownSize(value: unknown): number | undefined {
  switch (typeof value) {
    case 'string':
      return Buffer.byteLength(value) + 2;
    case 'number':
    case 'boolean':
      return String(value).length;
    case 'undefined':
      return 0; // an optional field left out
    case 'object':
      return value === null ? 4 : isPlain(value) ? 2 : undefined;
    default:
      return undefined;
  }
}

function isPlain(value: object): boolean {
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === Object.prototype || prototype === Array.prototype || prototype === null;
}
