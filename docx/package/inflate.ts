/** Unpacks and packs one entry of an archive, within bounds, and knows its checksum. */
import { deflateSync, Inflate } from 'fflate';
import { DocxError } from '../problem.ts';

/** A chunk grows into at most some megabytes before its growth is looked at; with 64 KiB it was more than 128 MiB. */
const CHUNK = 4096;

/**
 * The bytes that `packed` holds, which must be `size` of them.
 * @throws DocxError `damaged`
 */
export function inflate(packed: Uint8Array, size: number, name: string): Uint8Array {
  const bytes = new Uint8Array(size);
  let at = 0;
  const stream = new Inflate((chunk) => {
    if (at + chunk.length > size) throw new DocxError('damaged', name);
    bytes.set(chunk, at);
    at += chunk.length;
  });
  try {
    for (let from = 0; from === 0 || from < packed.length; from += CHUNK) {
      stream.push(packed.subarray(from, from + CHUNK), from + CHUNK >= packed.length);
    }
  } catch (error) {
    throw error instanceof DocxError ? error : new DocxError('damaged', name);
  }
  if (at !== size) throw new DocxError('damaged', name);
  return bytes;
}

export function deflate(bytes: Uint8Array): Uint8Array {
  return deflateSync(bytes, { level: 6 });
}

const CRC_TABLE = Uint32Array.from({ length: 256 }, (_, n) => {
  let c = n;
  for (let bit = 0; bit < 8; bit++) c = c & 1 ? (c >>> 1) ^ 0xedb88320 : c >>> 1;
  return c;
});

/** CRC-32 as archives use it. */
export function crc32(bytes: Uint8Array): number {
  let crc = 0xffffffff;
  for (let i = 0; i < bytes.length; i++) crc = CRC_TABLE[(crc ^ bytes[i]!) & 0xff]! ^ (crc >>> 8);
  return (crc ^ 0xffffffff) >>> 0;
}
