/**
 * Speakers in the script of a host: 下面，请三位同志作表态发言。首先请…发言。请…发言。 What is announced and who is called are told
 * from the sentences that end with 发言. Offsets are relative to the paragraph.
 */
import type { Document } from '../../../engine/document.ts';
import { defineFact } from '../../../engine/facts.ts';
import type { Range } from '../../../engine/finding.ts';
import type { Paragraph } from '../../../engine/paragraph.ts';
import { boundBefore, STATEMENT_STOPS } from '../../../language/text/bounds.ts';
import { readHits } from '../../../language/text/hits.ts';
import { wordList } from '../../../language/text/lexicon.ts';
import { readDigits, readHanNumber } from '../../../language/text/numerals.ts';

const SPEECHES = wordList('numbering.speakers');

interface Speech extends Range {
  /** `announced`: so many will speak; `called`: one is asked to; `summed`: so many have spoken; `others`: several at once, or told in another way. */
  readonly what: 'announced' | 'called' | 'summed' | 'others';
  readonly value: number;
}

/** A sentence that asks somebody to speak is no longer. */
const LONGEST = 60;
/** 请三位同志作表态, 有4个单位作交流: what stands before 发言. */
const ANNOUNCES = new RegExp(
  [
    String.raw`(?:[请有]|安排了?|邀请)([二两三四五六七八九十]|\d{1,2})`,
    String.raw`(?:[位名家]|个(?:单位|部门|乡镇|县区|企业)?)[\u4e00-\u9fff]{0,12}$`,
  ].join(''),
);
/** 刚才，三位同志分别作了表态发言. */
const SUMS_UP = new RegExp(
  [
    String.raw`^刚才，?([二两三四五六七八九十]|\d{1,2})`,
    String.raw`(?:[位名家]|个(?:单位|部门|乡镇|县区|企业)?)[\u4e00-\u9fff]{0,16}$`,
  ].join(''),
);
/** 首先，请石桥镇党委书记: the clause that names who is called. */
const CALLS = /^(?:现在|下面|接下来|首先|最后)?(?:有?请|欢迎|邀请)/;
/** 请甲、乙、丙依次发言. */
const SEVERAL = /、|依次|分别|先后|各位|大家|代表们/;

const speeches = defineFact<readonly Speech[]>('speeches', { words: [SPEECHES] }, (paragraph) =>
  readHits(paragraph.hits(SPEECHES), ({ start, end }) => readSpeech(paragraph.text, start, end)),
);

function readSpeech(text: string, start: number, end: number): Speech | undefined {
  if (!/^(?:$|[，。；！\s])/.test(text.slice(end, end + 1))) return undefined;
  const from = boundBefore(text, start, STATEMENT_STOPS, LONGEST);
  const said = text.slice(from, start);
  const summed = SUMS_UP.exec(said);
  const announced = summed ?? ANNOUNCES.exec(said);
  if (announced) {
    const at = from + announced.index + announced[0].indexOf(announced[1]!);
    const figure = announced[1]!;
    const value = readHanNumber(text, at)?.value ?? readDigits(figure);
    return { start: at, end: at + figure.length, what: summed ? 'summed' : 'announced', value };
  }
  const clause = said.slice(Math.max(said.lastIndexOf('，'), said.lastIndexOf('：')) + 1);
  if (!CALLS.test(clause)) return undefined;
  return {
    start,
    end,
    what: SEVERAL.test(clause) ? 'others' : 'called',
    value: 1,
  };
}

export interface Misannounced {
  readonly paragraph: Paragraph;
  /** The number that was announced, or that sums up. */
  readonly stated: Range;
  readonly value: number;
  /** Whether the number stands before those who are called. */
  readonly ahead: boolean;
  readonly called: readonly { readonly paragraph: Paragraph; readonly speech: Range }[];
}

/** Lines from one speaker to the next. */
const APART = 6;
/** A number that is further off was of something else. */
const FAR_OFF = 2;

/** Numbers of speakers with more or fewer who are called, one by one, behind the announcement or before 刚才. */
export function* misannounced(document: Document): Generator<Misannounced> {
  const all = document
    .paragraphsWith(speeches)
    .flatMap((paragraph) => paragraph.fact(speeches).map((speech) => ({ paragraph, speech })));
  for (let i = 0; i < all.length; i++) {
    const { paragraph, speech } = all[i]!;
    const ahead = speech.what === 'announced';
    if (!ahead && speech.what !== 'summed') continue;
    const { called, others } = calledFrom(all, i, ahead ? 1 : -1);
    if (others) continue;
    if (called.length < 2 || called.length === speech.value) continue;
    if (Math.abs(called.length - speech.value) > FAR_OFF) continue;
    if (!ahead) called.reverse();
    yield { paragraph, stated: speech, value: speech.value, ahead, called };
  }
}

interface PlacedSpeech {
  readonly paragraph: Paragraph;
  readonly speech: Speech;
}

/** Who is called one by one from speech `i` on, in one direction; `others`: and so are others, in one go. */
function calledFrom(all: readonly PlacedSpeech[], i: number, step: 1 | -1) {
  const called: PlacedSpeech[] = [];
  let last = all[i]!;
  let next = all[i + step];
  const isNear = () => next !== undefined && Math.abs(next.paragraph.index - last.paragraph.index) <= APART;
  for (; next?.speech.what === 'called' && isNear(); next = all[i + step * (called.length + 1)]) {
    called.push(next);
    last = next;
  }
  return { called, others: next?.speech.what === 'others' && isNear() };
}
