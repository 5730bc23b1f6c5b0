/** Typed arrays laid out in one piece, as they are used: what is made at the build need not be made at each start. */

/** Where a table may begin: at a multiple of what the widest number takes. */
const ALIGNMENT = 8;

/** A table that is looked through from a hash on, place by place, is quick as long as no more of it is taken. */
export const FULLEST = 0.8;

/** @typedef {Record<string, Uint8Array | Uint16Array | Uint32Array | Int32Array>} Tables by name */

/**
 * @param {Tables} tables
 * @returns {{bytes: Buffer, layout: Record<string, [at: number, length: number]>}} little-endian; `at` in bytes, `length` in numbers
 */
export function pack(tables) {
  const layout = {};
  let size = 0;
  for (const [name, { byteLength, length }] of Object.entries(tables)) {
    layout[name] = [size, length];
    size += Math.ceil(byteLength / ALIGNMENT) * ALIGNMENT;
  }
  const bytes = Buffer.alloc(size);
  for (const [name, { buffer, byteOffset, byteLength }] of Object.entries(tables)) {
    bytes.set(new Uint8Array(buffer, byteOffset, byteLength), layout[name][0]);
  }
  return { bytes, layout };
}

/** A text as `packedText` reads it. @param {string} text */
export const textBytes = (text) => new Uint8Array(Buffer.from(text, 'utf16le'));

/** Where each of the strings (or lists of bytes) begins when they stand one behind the other; and where the last ends. */
export function startsOf(pieces) {
  const starts = new Uint32Array(pieces.length + 1);
  for (const [i, { length }] of pieces.entries()) starts[i + 1] = starts[i] + length;
  return starts;
}

/** Rows as the class `PackedRows` reads them. @param {string} name @param {readonly object[]} rows @returns {Tables} */
export function packRows(name, rows) {
  const pieces = rows.map((row) => Buffer.from(JSON.stringify(row)));
  return { [name]: new Uint8Array(Buffer.concat(pieces)), [`${name}.starts`]: startsOf(pieces) };
}
