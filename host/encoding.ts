/** Recognises and keeps the encodings that Chinese drafts come in: UTF-8, GB18030 and UTF-16. */
import { isUtf8 } from 'node:buffer';
import iconv from 'iconv-lite';
import { foreignEncoding, isKana } from './foreign-encodings.ts';
import { TextFileError } from './text-file-error.ts';
import { unitIn } from './unit-ranges.ts';

export type Encoding = 'utf-8' | 'gb18030' | 'utf-16le' | 'utf-16be';

export interface DecodedText {
  /** Without the byte order mark: offsets count from the first character. Line breaks as in the file. */
  readonly text: string;
  readonly encoding: Encoding;
  readonly bom: boolean;
}

/** Bytes: fewer, with NULs among them, may be a word or two of UTF-16. */
const SOME_LENGTH = 64;
/** Of text in UTF-16 a byte in so many is NUL where it is Latin, and fewer where it is Chinese; of strings that a program keeps, far fewer. */
const NULS_ONE_IN = 3;
/** Bytes looked at for UTF-16. */
const SAMPLE = 64 * 1024;
/** So many of the units of a Chinese text at least are what Chinese text is made of. */
const NEARLY_ALL = 0.97;
/** A damaged UTF-8 file has this many times as many good Han characters as bad bytes; of a file in GBK nearly all are bad. */
const GOOD_PER_BAD = 4;

/**
 * Recognises the encoding and decodes.
 * @throws TextFileError `binary`, `damaged` or `foreign`
 */
export function decodeText(bytes: Buffer): DecodedText {
  const form = recognise(bytes);
  const text = decodeAs(bytes, form.encoding, form.bom);
  if (form.encoding === 'gb18030') {
    const foreign = foreignEncoding(bytes);
    if (foreign !== undefined) throw new TextFileError('foreign', foreign);
    if (!readsAsText(text)) throw new TextFileError('damaged');
  }
  return { text, ...form };
}

function recognise(bytes: Buffer): Omit<DecodedText, 'text'> {
  return byMark(bytes) ?? byContent(bytes);
}

/** By the byte order mark at the beginning, if there is one. */
function byMark(bytes: Buffer): Omit<DecodedText, 'text'> | undefined {
  if (startsWith(bytes, 0xef, 0xbb, 0xbf)) {
    const broken = firstInvalidUtf8(bytes);
    if (broken >= 0) throw new TextFileError('damaged', `UTF-8, 0x${broken.toString(16)}`);
    if (bytes.includes(0)) throw new TextFileError('binary');
    return { encoding: 'utf-8', bom: true };
  }
  // FF FE 00 00 would be UTF-32, which nobody writes, or UTF-16 that begins with NUL, which is no text.
  if (startsWith(bytes, 0xff, 0xfe, 0, 0)) throw new TextFileError('binary');
  const order = startsWith(bytes, 0xff, 0xfe) ? 'le' : startsWith(bytes, 0xfe, 0xff) ? 'be' : undefined;
  if (!order) return undefined;
  if (bytes.length % 2 === 1) throw new TextFileError('damaged', `UTF-16, 0x${bytes.length.toString(16)}`);
  return { encoding: `utf-16${order}`, bom: true };
}

/** By what the bytes come to in each encoding that is read. */
function byContent(bytes: Buffer): Omit<DecodedText, 'text'> {
  const broken = firstInvalidUtf8(bytes);
  const hasNul = bytes.includes(0);
  if (broken < 0 && !hasNul) return { encoding: 'utf-8', bom: false };
  // Strings between NULs, as programs list them: any two Latin letters make a Han character in UTF-16. But Latin text
  // in it has a NUL in every other byte, and Chinese text of some length is not UTF-8 besides.
  if (broken < 0 && bytes.length >= SOME_LENGTH && countNuls(bytes) * NULS_ONE_IN < bytes.length) {
    throw new TextFileError('binary');
  }
  if (broken >= 0 && isKana(bytes)) throw new TextFileError('foreign', 'Shift-JIS');
  for (const encoding of ['utf-16le', 'utf-16be'] as const) {
    if (readsAsUtf16(bytes, encoding)) return { encoding, bom: false };
  }
  if (hasNul) throw new TextFileError('binary');
  if (mostlyUtf8(bytes)) throw new TextFileError('damaged', `UTF-8, 0x${broken.toString(16)}`);
  return { encoding: 'gb18030', bom: false };
}

/** Whether the bytes are just what the encoding makes of the text: writing it back changes nothing. */
export function isKept(bytes: Buffer, decoded: DecodedText): boolean {
  return toBytes(decoded).equals(bytes);
}

/**
 * The bytes of a text in its encoding.
 * @throws TextFileError `not-kept` where the encoding has none for some of it
 */
export function encodeText(decoded: DecodedText): Buffer {
  const { text, encoding, bom } = decoded;
  const bytes = toBytes(decoded);
  if (decodeAs(bytes, encoding, bom) !== text) throw new TextFileError('not-kept', encoding);
  return bytes;
}

function decodeAs(bytes: Buffer, encoding: Encoding, bom: boolean): string {
  switch (encoding) {
    case 'utf-8':
      return bytes.toString('utf8', bom ? 3 : 0);
    case 'utf-16le':
      return bytes.toString('utf16le', bom ? 2 : 0);
    case 'utf-16be':
      return Buffer.from(bytes.subarray(bom ? 2 : 0))
        .swap16()
        .toString('utf16le');
    case 'gb18030':
      return iconv.decode(bytes, 'gb18030', { stripBOM: false });
  }
}

function toBytes({ text, encoding, bom }: DecodedText): Buffer {
  const marked = bom ? `\ufeff${text}` : text;
  switch (encoding) {
    case 'utf-8':
      return Buffer.from(marked, 'utf8');
    case 'utf-16le':
      return Buffer.from(marked, 'utf16le');
    case 'utf-16be':
      return Buffer.from(marked, 'utf16le').swap16();
    case 'gb18030':
      return iconv.encode(marked, 'gb18030');
  }
}

function countNuls(bytes: Buffer): number {
  let nuls = 0;
  for (const byte of bytes) if (byte === 0) nuls++;
  return nuls;
}

function startsWith(bytes: Buffer, ...values: number[]): boolean {
  return bytes.length >= values.length && values.every((value, i) => bytes[i] === value);
}

/** Offset of the first byte that is not UTF-8 (to within a character), or −1. */
function firstInvalidUtf8(bytes: Buffer): number {
  if (isUtf8(bytes)) return -1;
  // The longest valid beginning, by bisection; `stream` allows it to end inside a character.
  let low = 0;
  let high = bytes.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    try {
      new TextDecoder('utf-8', { fatal: true }).decode(bytes.subarray(0, middle), { stream: true });
      low = middle;
    } catch {
      high = middle - 1;
    }
  }
  return low;
}

/** A UTF-8 file with a few bad bytes; read as UTF-8, nearly every character of a GBK file is bad. */
function mostlyUtf8(bytes: Buffer): boolean {
  let beyondAscii = 0;
  let bad = 0;
  for (const unit of bytes.toString('utf8')) {
    if (unit === '\ufffd') bad++;
    else if (unit > '\u07ff') beyondAscii++;
  }
  return bad * GOOD_PER_BAD < beyondAscii;
}

/** UTF-16 without a mark, only when unmistakable: nearly all units are what Chinese text is made of. */
function readsAsUtf16(bytes: Buffer, encoding: 'utf-16le' | 'utf-16be'): boolean {
  if (bytes.length < 4 || bytes.length % 2 === 1) return false;
  const sample = decodeAs(bytes.subarray(0, SAMPLE), encoding, false);
  let plausible = 0;
  for (let i = 0; i < sample.length; i++) if (PLAUSIBLE.test(sample[i]!)) plausible++;
  return plausible >= sample.length * NEARLY_ALL;
}

/** What Chinese text is made of. */
const PLAUSIBLE = unitIn({
  blanks: [[0x09, 0x0a], [0x0d]],
  ascii: [[0x20, 0x7e]],
  'middle dot and multiplication sign': [[0xb7], [0xd7]],
  'dashes, quotation marks, ellipsis': [[0x2010, 0x203b]],
  'Roman numerals': [[0x2160, 0x217f]],
  'numbers in circles and brackets': [[0x2460, 0x249b]],
  'CJK punctuation': [[0x3000, 0x303f]],
  Han: [[0x3400, 0x9fff]],
  'rare Han, in halves': [
    [0xd840, 0xd887],
    [0xdc00, 0xdfff],
  ],
  'full-width forms': [[0xff01, 0xffe5]],
});

/** What no text has: controls but blanks, breaks and ^Z; what stands for bytes without a meaning. */
const NO_TEXT = unitIn({
  controls: [[0x00, 0x08], [0x0b], [0x0e, 0x19], [0x1b, 0x1f]],
  replacement: [[0xfffd]],
});

function readsAsText(text: string): boolean {
  return !NO_TEXT.test(text);
}
