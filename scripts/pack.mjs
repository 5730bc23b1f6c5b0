/** Typed arrays laid out in one piece, as they are used: what is made at the build need not be made at each start. */

/** Where a table may begin: at a multiple of what the widest number takes. */
const ALIGNMENT = 8;

/**
 * @param {Record<string, Uint8Array | Uint16Array | Uint32Array | Int32Array>} tables by name
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
