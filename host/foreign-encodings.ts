/**
 * Big5 and Shift-JIS, which nearly any bytes of GB18030 could be and the other way round: read as GB18030 they give rare characters
 * without a meaning, and no error. Told apart by where the characters lie that texts are made of.
 */

/** Bytes looked at. */
const SAMPLE = 64 * 1024;
/** Of the double bytes of a text in GB18030 so many at least are in its original plane, GB 2312; names need the others. */
const ORIGINAL = 0.8;
/** Of the double bytes of a text in Big5 or Shift-JIS so many at least are everyday characters there. */
const EVERYDAY = 0.9;
/** Bytes: a word or two in UTF-16 may look like anything. */
const SOME_LENGTH = 48;
/** And so many of Japanese are kana. */
const KANA = 0.3;

/** `Big5`, `Shift-JIS`, or nothing where the bytes may well be GB18030. */
export function foreignEncoding(bytes: Buffer): string | undefined {
  const sample = bytes.subarray(0, SAMPLE);
  if (share(sample, isGb18030Pair, isGb2312) >= ORIGINAL) return undefined;
  if (share(sample, isBig5Pair, isEverydayBig5) >= EVERYDAY) return 'Big5';
  if (share(sample, isShiftJisPair, isEverydayShiftJis) >= EVERYDAY) return 'Shift-JIS';
  return undefined;
}

/** Whether it is Japanese in Shift-JIS, much of it kana; read as UTF-16 they would be characters of all kinds. */
export function isKana(bytes: Buffer): boolean {
  const sample = bytes.subarray(0, SAMPLE);
  return (
    sample.length >= SOME_LENGTH &&
    share(sample, isShiftJisPair, isEverydayShiftJis) >= EVERYDAY &&
    share(sample, isShiftJisPair, (lead) => within(lead, 0x82, 0x83)) >= KANA
  );
}

type Test = (lead: number, trail: number) => boolean;

/** How many of the double bytes pass, of all bytes that are not ASCII; 0 for a text without any. */
function share(bytes: Buffer, isPair: Test, passes: Test): number {
  let all = 0;
  let passed = 0;
  for (let i = 0; i < bytes.length; i++) {
    const lead = bytes[i]!;
    if (lead < 0x80) continue;
    all++;
    const trail = bytes[i + 1] ?? 0;
    if (!isPair(lead, trail)) continue;
    if (passes(lead, trail)) passed++;
    i++;
  }
  return all === 0 ? 0 : passed / all;
}

const within = (byte: number, from: number, to: number) => byte >= from && byte <= to;

const isGb18030Pair: Test = (lead, trail) => within(lead, 0x81, 0xfe) && within(trail, 0x40, 0xfe);
const isGb2312: Test = (lead, trail) => within(lead, 0xa1, 0xf7) && trail >= 0xa1;
const isBig5Pair: Test = (lead, trail) =>
  within(lead, 0xa1, 0xf9) && (within(trail, 0x40, 0x7e) || within(trail, 0xa1, 0xfe));
/** Punctuation, and the frequent characters, which come first. */
const isEverydayBig5: Test = (lead) => within(lead, 0xa1, 0xa3) || within(lead, 0xa4, 0xc6);
const isShiftJisPair: Test = (lead, trail) =>
  (within(lead, 0x81, 0x9f) || within(lead, 0xe0, 0xef)) && within(trail, 0x40, 0xfc);
/** Punctuation, kana, and the kanji of the first level. */
const isEverydayShiftJis: Test = (lead) => within(lead, 0x81, 0x83) || within(lead, 0x88, 0x98);
