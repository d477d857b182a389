// Reads one file out of an npm tarball, and some files out of a zip; Node built-ins only, so that nothing has to be installed.
//   tarEntry(tar, name)              → Buffer of that file in an unpacked tar
//   zipEntries(zip)                  → [{ name, mode, read() }] from the central directory (zip64 too)
import { inflateRawSync } from 'node:zlib';

const TAR_BLOCK = 512;

/**
 * @param {Buffer} tar
 * @param {string} wanted
 * @returns {Buffer}
 */
export function tarEntry(tar, wanted) {
  for (let at = 0; at + TAR_BLOCK <= tar.length;) {
    const name = text(tar, at, 100);
    if (!name) break;
    const size = Number.parseInt(text(tar, at + 124, 12), 8);
    const start = at + TAR_BLOCK;
    if (name === wanted) return tar.subarray(start, start + size);
    at = start + Math.ceil(size / TAR_BLOCK) * TAR_BLOCK;
  }
  throw new Error(`${wanted} is not in the tarball`);
}

/**
 * @param {Buffer} buffer
 * @param {number} start
 * @param {number} length
 */
const text = (buffer, start, length) =>
  buffer
    .toString('utf8', start, start + length)
    .replace(/\0.*$/s, '')
    .trim();

// Signatures and offsets: PKWARE APPNOTE.TXT 4.3.7, 4.3.12, 4.3.14–16, 4.5.3.
const LOCAL = 0x04034b50;
const CENTRAL = 0x02014b50;
const END = 0x06054b50;
const END64_LOCATOR = 0x07064b50;
const IN_ZIP64 = 0xffffffff;

/**
 * @typedef {{ readonly name: string, readonly mode: number, read(): Buffer }} ZipEntry
 * @param {Buffer} zip
 * @returns {ZipEntry[]}
 */
export function zipEntries(zip) {
  const { count, start } = findDirectory(zip);
  const entries = [];
  for (let at = start, n = 0; n < count; n += 1) {
    if (zip.readUInt32LE(at) !== CENTRAL) throw new Error('the zip file is damaged');
    const nameLength = zip.readUInt16LE(at + 28);
    const extraLength = zip.readUInt16LE(at + 30);
    const name = zip.toString('utf8', at + 46, at + 46 + nameLength);
    const extra = zip.subarray(at + 46 + nameLength, at + 46 + nameLength + extraLength);
    const [, packed, offset] = wide(
      extra,
      [at + 24, at + 20, at + 42].map((field) => zip.readUInt32LE(field)),
    );
    const method = zip.readUInt16LE(at + 10);
    entries.push({
      name,
      mode: zip.readUInt32LE(at + 38) >>> 16,
      read: () => unpack(zip, offset ?? 0, packed ?? 0, method),
    });
    at += 46 + nameLength + extraLength + zip.readUInt16LE(at + 32);
  }
  return entries;
}

/** @param {Buffer} zip */
function findDirectory(zip) {
  for (let at = zip.length - 22; at >= 0; at -= 1) {
    if (zip.readUInt32LE(at) !== END) continue;
    const count = zip.readUInt16LE(at + 10);
    const start = zip.readUInt32LE(at + 16);
    if (start !== IN_ZIP64 && count !== 0xffff) return { count, start };
    if (zip.readUInt32LE(at - 20) !== END64_LOCATOR) throw new Error('the zip file is damaged');
    const end64 = Number(zip.readBigUInt64LE(at - 20 + 8));
    return { count: Number(zip.readBigUInt64LE(end64 + 32)), start: Number(zip.readBigUInt64LE(end64 + 48)) };
  }
  throw new Error('not a zip file');
}

/**
 * Fields that read ffffffff stand in the zip64 extra field instead, in this order.
 * @param {Buffer} extra
 * @param {number[]} fields size, packed size, offset
 */
function wide(extra, fields) {
  let at = 0;
  while (at + 4 <= extra.length && extra.readUInt16LE(at) !== 1) at += 4 + extra.readUInt16LE(at + 2);
  at += 4;
  return fields.map((field) => {
    if (field !== IN_ZIP64) return field;
    const value = Number(extra.readBigUInt64LE(at));
    at += 8;
    return value;
  });
}

/**
 * @param {Buffer} zip
 * @param {number} offset
 * @param {number} packed
 * @param {number} method 0 stored, 8 deflated
 */
function unpack(zip, offset, packed, method) {
  if (zip.readUInt32LE(offset) !== LOCAL) throw new Error('the zip file is damaged');
  const start = offset + 30 + zip.readUInt16LE(offset + 26) + zip.readUInt16LE(offset + 28);
  const data = zip.subarray(start, start + packed);
  if (method === 0) return data;
  if (method === 8) return inflateRawSync(data);
  throw new Error(`the zip file uses packing method ${method}, which is not known here`);
}
