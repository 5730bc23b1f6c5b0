/** Tables that the build has laid out as they are used (`scripts/pack.mjs`): views, which nothing may be written into. */
import { once } from '../../engine/once.ts';
import { layout, size } from '../../generated/layout.ts';
import { packed } from '../../generated/packed.ts';

// A watching build puts the tables in place before the bundles that read them.
if (packed.byteLength !== size)
  throw new Error(
    'packed.bin and this bundle are of two builds: wait for the watching one, or npm run build',
  );

/** `<room>.<table>` */
type TableName = keyof typeof layout;
/** One that has another with `.starts` behind its name. */
type RowsName =
  Extract<TableName, `${string}.starts`> extends `${infer Name}.starts` ? Name & TableName : never;

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

/** A text, two bytes a UTF-16 unit, that becomes a string when it is first asked for. */
export const packedText = (name: TableName) => once(() => new TextDecoder('utf-16le').decode(bytesOf(name)));

/**
 * The rows of a table of the build, each an object once it is asked for: of thousands a document needs a few. They lie there as JSON
 * in UTF-8, one behind the other; the table `<name>.starts` tells where each begins, and where the last ends.
 */
export class PackedRows<Row> {
  readonly #bytes: Uint8Array;
  readonly #starts: Uint32Array;
  readonly #known: (Row | undefined)[] = [];

  constructor(name: RowsName) {
    this.#bytes = bytesOf(name);
    this.#starts = uint32sOf(`${name}.starts`);
  }

  get length(): number {
    return this.#starts.length - 1;
  }

  /** @throws RangeError for a number that no row has */
  at(number: number): Row {
    if (number < 0 || number >= this.length) throw new RangeError(`there is no row ${number}`);
    this.#known[number] ??= JSON.parse(
      decoder.decode(this.#bytes.subarray(this.#starts[number], this.#starts[number + 1])),
    ) as Row;
    return this.#known[number];
  }

  /** All of them, at a cost. */
  all(): Row[] {
    return Array.from({ length: this.length }, (_, number) => this.at(number));
  }
}

const decoder = new TextDecoder();
