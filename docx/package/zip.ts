/**
 * The archive that a document is. Entries stay packed until somebody asks for them, and are written back as the same bytes in
 * the same order: only what was replaced or added differs from the original.
 *
 *     end of central directory → central directory → for each entry its local header and its packed bytes
 */
import { DocxError } from '../problem.ts';
import { crc32, deflate, inflate } from './inflate.ts';
import { ENTRIES, FILE_BYTES, PART_BYTES, RATIO, RATIO_FROM, TOTAL_BYTES } from './limits.ts';

const LOCAL = 0x04034b50;
const CENTRAL = 0x02014b50;
const END = 0x06054b50;
const END_64 = 0x06064b50;
const LOCATOR_64 = 0x07064b50;
const STORED = 0;
const DEFLATED = 8;
/** Bits of the general flags. */
const ENCRYPTED = 0x41;
const DESCRIPTOR = 0x08;
const UTF_8 = 0x800;
/** Stands for a number kept in the ZIP64 extra field. */
const IN_EXTRA = 0xffffffff;

interface Entry {
  readonly name: string;
  /** The central record as it stands in the file. */
  readonly record: Uint8Array;
  readonly flags: number;
  readonly method: number;
  readonly crc: number;
  readonly packedSize: number;
  readonly size: number;
  readonly offset: number;
  /** Local header, packed bytes and whatever stands behind them up to the next entry. */
  local: Uint8Array;
}

export class Zip {
  readonly #entries: Entry[] = [];
  readonly #byName = new Map<string, Entry>();
  /** Behind the central directory: the end record, and a comment if there is one. */
  readonly #comment: Uint8Array;

  /** @throws DocxError */
  constructor(file: Uint8Array) {
    if (file.length > FILE_BYTES) throw new DocxError('too-big', megabytes(file.length));
    // Node's own kind of array does not copy when it is sliced.
    const bytes = new Uint8Array(file.buffer, file.byteOffset, file.byteLength);
    const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    const end = endOf(bytes, view);
    if (end < 0) throw new DocxError(startsAsZip(bytes) ? 'truncated' : 'not-zip');
    const { count, offset, size } = directoryOf(view, end);
    if (count > ENTRIES) throw new DocxError('too-many-parts', String(count));
    if (offset + size > end) throw new DocxError('truncated');
    this.#comment = bytes.slice(end + 22, end + 22 + view.getUint16(end + 20, true));
    this.#readDirectory(bytes, view, offset, count);
    this.#cutLocals(bytes, view, offset);
  }

  /** Names of the entries, in order. */
  get names(): readonly string[] {
    return this.#entries.map(({ name }) => name);
  }

  /** Names are compared without regard to case, as the Open Packaging Conventions ask. */
  has(name: string): boolean {
    return this.#byName.has(keyOf(name));
  }

  /**
   * The unpacked bytes of an entry.
   * @throws DocxError `damaged` when length or checksum are not what the archive says
   */
  read(name: string): Uint8Array {
    const entry = this.#byName.get(keyOf(name));
    if (!entry) throw new DocxError('damaged', name);
    const packed = packedOf(entry);
    const bytes = entry.method === STORED ? packed : inflate(packed, entry.size, name);
    if (bytes.length !== entry.size || crc32(bytes) !== entry.crc) throw new DocxError('damaged', name);
    return bytes;
  }

  /** The archive with some entries replaced, and those that are new behind the others. */
  write(changes: ReadonlyMap<string, Uint8Array>): Uint8Array {
    const left = new Map([...changes].map(([name, bytes]) => [keyOf(name), { name, bytes }]));
    const chunks: Uint8Array[] = [];
    const records: Uint8Array[] = [];
    let at = 0;
    const add = (local: Uint8Array, record: Uint8Array) => {
      const copy = record.slice();
      new DataView(copy.buffer).setUint32(42, at, true);
      records.push(copy);
      chunks.push(local);
      at += local.length;
    };
    for (const entry of this.#entries) {
      const change = left.get(keyOf(entry.name));
      left.delete(keyOf(entry.name));
      if (change) add(...packEntry(entry.record, nameBytes(entry.record), change.bytes));
      else add(entry.local, withoutExtra64(entry));
    }
    // Made like the entry of the archive's first part: same system, same date, for there is no clock here.
    const model = this.#entries[0]!.record;
    for (const { name, bytes } of left.values()) {
      add(...packEntry(model, new TextEncoder().encode(name), bytes));
    }
    const size = records.reduce((sum, record) => sum + record.length, 0);
    return join([...chunks, ...records, endRecord(records.length, size, at, this.#comment)]);
  }

  #readDirectory(bytes: Uint8Array, view: DataView, offset: number, count: number): void {
    let total = 0;
    let at = offset;
    for (let i = 0; i < count; i++) {
      if (at + 46 > bytes.length || view.getUint32(at, true) !== CENTRAL) throw new DocxError('damaged');
      const nameLength = view.getUint16(at + 28, true);
      const next = at + 46 + nameLength + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
      if (next > bytes.length) throw new DocxError('truncated');
      const entry = readRecord(bytes.slice(at, next));
      at = next;
      checkEntry(entry);
      total += entry.size;
      if (total > TOTAL_BYTES) throw new DocxError('bomb', megabytes(total));
      const key = keyOf(entry.name);
      if (this.#byName.has(key)) throw new DocxError('duplicate-part', entry.name);
      this.#byName.set(key, entry);
      this.#entries.push(entry);
    }
    if (count === 0) throw new DocxError('no-document');
  }

  /** Entries may stand in another order than their records, but not in each other: that is how small bombs are made. */
  #cutLocals(bytes: Uint8Array, view: DataView, end: number): void {
    const ordered = [...this.#entries].sort((a, b) => a.offset - b.offset);
    for (const [i, entry] of ordered.entries()) {
      const { offset } = entry;
      const limit = ordered[i + 1]?.offset ?? end;
      if (offset + 30 > limit || view.getUint32(offset, true) !== LOCAL) {
        throw new DocxError('damaged', entry.name);
      }
      const head = 30 + view.getUint16(offset + 26, true) + view.getUint16(offset + 28, true);
      if (offset + head + entry.packedSize > limit) throw new DocxError('damaged', entry.name);
      entry.local = bytes.subarray(offset, limit);
    }
  }
}

function keyOf(name: string): string {
  return name.replaceAll('\\', '/').toLowerCase();
}

function startsAsZip(bytes: Uint8Array): boolean {
  return bytes[0] === 0x50 && bytes[1] === 0x4b && bytes[2] === 3 && bytes[3] === 4;
}

/** Offset of the end record, which a comment of up to 65,535 bytes may follow; −1 if there is none. */
function endOf(bytes: Uint8Array, view: DataView): number {
  const lowest = Math.max(0, bytes.length - 22 - 0xffff);
  for (let at = bytes.length - 22; at >= lowest; at--) {
    if (bytes[at] === 0x50 && view.getUint32(at, true) === END) return at;
  }
  return -1;
}

function directoryOf(view: DataView, end: number): { count: number; offset: number; size: number } {
  const count = view.getUint16(end + 10, true);
  const size = view.getUint32(end + 12, true);
  const offset = view.getUint32(end + 16, true);
  const locator = end - 20;
  if (locator < 0 || view.getUint32(locator, true) !== LOCATOR_64) return { count, offset, size };
  const at = Number(view.getBigUint64(locator + 8, true));
  if (!(at + 56 <= end) || view.getUint32(at, true) !== END_64) throw new DocxError('damaged');
  return {
    count: Number(view.getBigUint64(at + 32, true)),
    size: Number(view.getBigUint64(at + 40, true)),
    offset: Number(view.getBigUint64(at + 48, true)),
  };
}

function readRecord(record: Uint8Array): Entry {
  const view = new DataView(record.buffer);
  const flags = view.getUint16(8, true);
  const bytes = nameBytes(record);
  let packedSize = view.getUint32(20, true);
  let size = view.getUint32(24, true);
  let offset = view.getUint32(42, true);
  // ZIP64: what did not fit, in this order.
  let at = 0;
  const extra = extra64(record);
  const wide = () => {
    if (!extra || at + 8 > extra.byteLength) throw new DocxError('damaged');
    at += 8;
    return Number(extra.getBigUint64(at - 8, true));
  };
  if (size === IN_EXTRA) size = wide();
  if (packedSize === IN_EXTRA) packedSize = wide();
  if (offset === IN_EXTRA) offset = wide();
  const name =
    (flags & UTF_8) !== 0 || isAscii(bytes)
      ? new TextDecoder().decode(bytes)
      : // Names of parts are ASCII; what is not only has to stay distinct.
        String.fromCharCode(...bytes);
  return {
    name,
    record,
    flags,
    method: view.getUint16(10, true),
    crc: view.getUint32(16, true),
    packedSize,
    size,
    offset,
    local: record,
  };
}

function isAscii(bytes: Uint8Array): boolean {
  return bytes.every((byte) => byte < 0x80);
}

function nameBytes(record: Uint8Array): Uint8Array {
  return record.subarray(46, 46 + new DataView(record.buffer, record.byteOffset).getUint16(28, true));
}

function extra64(record: Uint8Array): DataView | undefined {
  const view = new DataView(record.buffer, record.byteOffset, record.byteLength);
  let at = 46 + view.getUint16(28, true);
  const end = at + view.getUint16(30, true);
  while (at + 4 <= end) {
    const length = view.getUint16(at + 2, true);
    if (view.getUint16(at, true) === 1 && at + 4 + length <= end) {
      return new DataView(record.buffer, record.byteOffset + at + 4, length);
    }
    at += 4 + length;
  }
  return undefined;
}

function checkEntry({ name, flags, method, size, packedSize }: Entry): void {
  if ((flags & ENCRYPTED) !== 0) throw new DocxError('zip-encrypted', name);
  if (method !== STORED && method !== DEFLATED) throw new DocxError('damaged', name);
  const path = name.replaceAll('\\', '/');
  // Nothing is ever unpacked to a disk; but such names are made for those who do.
  if (/^\/|^[A-Za-z]:|(?:^|\/)\.\.(?:\/|$)|\0/.test(path)) throw new DocxError('bad-path', name);
  if (size > PART_BYTES) throw new DocxError('bomb', `${name}, ${megabytes(size)}`);
  if (size > RATIO_FROM && size > packedSize * RATIO) throw new DocxError('bomb', name);
}

function packedOf({ local, packedSize }: Entry): Uint8Array {
  const view = new DataView(local.buffer, local.byteOffset, local.byteLength);
  const head = 30 + view.getUint16(26, true) + view.getUint16(28, true);
  return local.subarray(head, head + packedSize);
}

/** The local part and the central record of an entry with other content. */
function packEntry(model: Uint8Array, name: Uint8Array, bytes: Uint8Array): [Uint8Array, Uint8Array] {
  const old = new DataView(model.buffer, model.byteOffset, model.byteLength);
  const packed = deflate(bytes);
  const local = new Uint8Array(30 + name.length + packed.length);
  const record = new Uint8Array(46 + name.length);
  const at = (array: Uint8Array) => new DataView(array.buffer);
  // What both have alike: version, flags, method, time, date, checksum, sizes, length of the name.
  const common = (view: DataView, from: number) => {
    view.setUint16(from, 20, true);
    view.setUint16(from + 2, (old.getUint16(8, true) & ~DESCRIPTOR) | (isAscii(name) ? 0 : UTF_8), true);
    view.setUint16(from + 4, DEFLATED, true);
    view.setUint32(from + 6, old.getUint32(12, true), true);
    view.setUint32(from + 10, crc32(bytes), true);
    view.setUint32(from + 14, packed.length, true);
    view.setUint32(from + 18, bytes.length, true);
    view.setUint16(from + 22, name.length, true);
  };
  at(local).setUint32(0, LOCAL, true);
  common(at(local), 4);
  local.set(name, 30);
  local.set(packed, 30 + name.length);
  at(record).setUint32(0, CENTRAL, true);
  at(record).setUint16(4, old.getUint16(4, true), true);
  common(at(record), 6);
  at(record).setUint32(38, old.getUint32(38, true), true);
  record.set(name, 46);
  return [local, record];
}

/** Nothing here is so large that it needs ZIP64: sizes and offset of the record are written plainly. */
function withoutExtra64({ record, size, packedSize }: Entry): Uint8Array {
  if (!extra64(record)) return record;
  const copy = record.slice();
  const view = new DataView(copy.buffer);
  view.setUint32(20, packedSize, true);
  view.setUint32(24, size, true);
  return copy;
}

function endRecord(count: number, size: number, offset: number, comment: Uint8Array): Uint8Array {
  const record = new Uint8Array(22 + comment.length);
  const view = new DataView(record.buffer);
  view.setUint32(0, END, true);
  view.setUint16(8, count, true);
  view.setUint16(10, count, true);
  view.setUint32(12, size, true);
  view.setUint32(16, offset, true);
  view.setUint16(20, comment.length, true);
  record.set(comment, 22);
  return record;
}

function join(chunks: readonly Uint8Array[]): Uint8Array {
  const bytes = new Uint8Array(chunks.reduce((sum, chunk) => sum + chunk.length, 0));
  let at = 0;
  for (const chunk of chunks) {
    bytes.set(chunk, at);
    at += chunk.length;
  }
  return bytes;
}

function megabytes(bytes: number): string {
  return `${(bytes / 1024 / 1024).toFixed(1)} MB`;
}
