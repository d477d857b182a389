// A tray icon's pixels as a PNG file (RGBA, 8 bits; PNG specification, sections 5 and 11).
//   encodePng({ width, height, rgba })  → Buffer
//   enlarge(image, times)               → the image with each pixel drawn as a square of `times`
import { deflateSync } from 'node:zlib';

/** @typedef {{ readonly width: number, readonly height: number, readonly rgba: Buffer }} Image */

/** @param {Image} image */
export function encodePng({ width, height, rgba }) {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, 6, 0, 0, 0], 8); // 8 bits, RGBA, no interlacing
  const rows = Array.from({ length: height }, (_, y) =>
    Buffer.concat([Buffer.of(0), rgba.subarray(y * width * 4, (y + 1) * width * 4)]),
  );
  return Buffer.concat([
    Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'),
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(Buffer.concat(rows))),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

/**
 * @param {Image} image
 * @param {number} times
 * @returns {Image}
 */
export function enlarge({ width, height, rgba }, times) {
  const big = Buffer.alloc(rgba.length * times * times);
  for (let y = 0; y < height * times; y += 1) {
    for (let x = 0; x < width * times; x += 1) {
      const from = (Math.floor(y / times) * width + Math.floor(x / times)) * 4;
      rgba.copy(big, (y * width * times + x) * 4, from, from + 4);
    }
  }
  return { width: width * times, height: height * times, rgba: big };
}

/**
 * @param {string} type
 * @param {Buffer} data
 */
function chunk(type, data) {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const frame = Buffer.alloc(8);
  frame.writeUInt32BE(data.length, 0);
  frame.writeUInt32BE(crc32(body), 4);
  return Buffer.concat([frame.subarray(0, 4), body, frame.subarray(4)]);
}

/** zlib has its own only since Node 22. @param {Buffer} bytes */
function crc32(bytes) {
  let crc = ~0;
  for (const byte of bytes) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit += 1) crc = (crc >>> 1) ^ (crc & 1 ? 0xedb88320 : 0);
  }
  return ~crc >>> 0;
}
