/** Tables that the build has laid out as they are used (`scripts/pack.mjs`): views, which nothing may be written into. */

import { layout } from '../../generated/layout.ts';
import { packed } from '../../generated/packed.ts';

/** `<room>.<table>` */
type TableName = keyof typeof layout;

export function bytesOf(name: TableName): Uint8Array {
  const [at, length] = layout[name];
  return new Uint8Array(packed.buffer, packed.byteOffset + at, length);
}

export function uint16sOf(name: TableName): Uint16Array {
  const [at, length] = layout[name];
  return new Uint16Array(packed.buffer, packed.byteOffset + at, length);
}

export function uint32sOf(name: TableName): Uint32Array {
  const [at, length] = layout[name];
  return new Uint32Array(packed.buffer, packed.byteOffset + at, length);
}

export function int32sOf(name: TableName): Int32Array {
  const [at, length] = layout[name];
  return new Int32Array(packed.buffer, packed.byteOffset + at, length);
}
