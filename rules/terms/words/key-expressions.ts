/** Fixed expressions with one slip in them: 习近平新时代特色社会主义思想, 中国式式现代化. Offsets are UTF-16 units relative to the paragraph. */
import { defineFact } from '../../../engine/facts.ts';
import type { Range } from '../../../engine/finding.ts';
import { CLAUSE_STOPS } from '../../../language/text/bounds.ts';
import { Characters, commonStart } from '../../../language/text/characters.ts';
import { readHits } from '../../../language/text/hits.ts';
import { wordList } from '../../../language/text/lexicon.ts';
import { isHan } from '../../../language/text/scan.ts';

const HEADS = wordList('terms.key-expressions');

/** What was done to the expression at one place. */
export type Slip = 'missing' | 'extra' | 'other' | 'swapped';

export interface Garbled extends Range {
  readonly slip: Slip;
  /** What is missing, too much, or what stands in the place of the right characters. */
  readonly written: string;
  /** The whole expression as it should be. */
  readonly right: string;
}

/** As many characters behind the slip must be right: without them it may be the beginning of something else. */
const TAIL = 1;
/** So much of what follows the beginning must be there where the last character is not. */
const LAST = 2;
/** 的 is put in and left out at will: 中国式的现代化. */
const FREE = new Characters('的地');
/** One of them stands for another: 多党合作与政治协商. */
const AND = new Characters('和与及同');

export const garbledExpressions = defineFact<readonly Garbled[]>(
  'garbled expressions',
  { words: [HEADS] },
  (paragraph) => {
    const { text } = paragraph;
    return readHits(paragraph.hits(HEADS), ({ start, end, entry }) => {
      const [fixed, free] = entry.value.split('=');
      const rests = fixed!.split('|');
      const said = free === undefined ? rests : [...rests, ...free.split('|')];
      if (said.some((rest) => text.startsWith(rest, end))) return undefined;
      for (const rest of rests) {
        const slip = slipIn(text, end, rest);
        if (slip) return { start, right: entry.word + rest, ...slip };
      }
      return undefined;
    });
  },
);

/** The one slip in what stands at `at` where `rest` belongs; undefined where it is right or another text. */
function slipIn(
  text: string,
  at: number,
  rest: string,
): Pick<Garbled, 'slip' | 'written' | 'end'> | undefined {
  const k = commonStart(rest, text.slice(at, at + rest.length));
  const here = at + k;
  // 发展思，: the last character is gone.
  if (k >= LAST && k === rest.length - 1 && CLAUSE_STOPS.at(text, here))
    return { slip: 'missing', written: rest.slice(k), end: here };
  const goesOn = (from: number, tail: number) =>
    rest.length - tail >= TAIL && text.startsWith(rest.slice(tail), from);
  const endAt = (from: number, tail: number) => from + rest.length - tail;
  if (rest.length - k < TAIL || !isHan(text.charCodeAt(here))) return undefined;
  if (FREE.at(text, here) || FREE.at(rest, k)) return undefined;
  if (AND.at(text, here) && AND.at(rest, k)) return undefined;
  // 防止返贫动态监测帮扶: left out at will as well.
  if (AND.at(rest, k) && goesOn(here, k + 1)) return undefined;
  // 新时代|中国|特色: one character or a word of two left out, but not the first: 社会主义|核心|价值观.
  for (const n of k > 0 ? [1, 2] : [1]) {
    if (goesOn(here, k + n))
      return { slip: 'missing', written: rest.slice(k, k + n), end: endAt(here, k + n) };
  }
  if (goesOn(here + 1, k)) return { slip: 'extra', written: text[here]!, end: endAt(here + 1, k) };
  if (text[here] === rest[k + 1] && text[here + 1] === rest[k] && goesOn(here + 2, k + 2))
    return { slip: 'swapped', written: text.slice(here, here + 2), end: endAt(here + 2, k + 2) };
  if (goesOn(here + 1, k + 1)) return { slip: 'other', written: text[here]!, end: endAt(here + 1, k + 1) };
  return undefined;
}
