import type { Document } from '../../engine/document.ts';
import { defineFact } from '../../engine/facts.ts';
import { defineDocumentRule, type Match } from '../../engine/rule.ts';
import { breaksOff } from '../../language/layout/broken-lines.ts';
import { runs } from '../../language/structure/runs.ts';
import { isStructural } from '../../language/structure/series-marks.ts';
import { definePerSeries, type Member, type Series } from '../../language/structure/structure.ts';
import { boundAfter, boundBefore, STATEMENT_STOPS } from '../../language/text/bounds.ts';
import { wordList } from '../../language/text/lexicon.ts';

const PAIRS = wordList('numbering.pair');

interface Incomplete extends Match {
  readonly label: string;
  /** What should have followed, any of these: 其次, 二是, 另一方面, 又要. */
  readonly missing: readonly string[];
  readonly line: number;
}

/** A series that begins and does not go on: 一方面 without 另一方面, 其一 or （一） alone. */
export const incompleteSeries = defineDocumentRule<Incomplete>({
  id: 'numbering/incomplete-series',
  awaitsMore: true,
  severity: 'warning',

  *find(document) {
    const incomplete = document.model(incompletes).found;
    const isShort = lengthOf(document, SHORT) < SHORT;
    for (const [series, missing] of incomplete) {
      // 一、参会人员 and little else: what goes on is still to be written, or stands where this was taken from.
      if (isShort && isStructural(series.kind) && !series.parent) continue;
      // 一、 with nothing but （一） with nothing but 一是: a text cut off or just begun, and one finding says so.
      if (series.parent && incomplete.has(series.parent.series)) continue;
      if (goesOnBelow(series, document) || goesOnInLines(series, missing, document)) continue;
      if (isExcerpt(series, document)) continue;
      // 一、 with another part's headings below it, and 二、 goes on behind them.
      if (document.model(runs).continuing.has(series)) continue;
      const { first } = series;
      yield {
        start: first.start,
        end: first.start + first.label.length,
        label: first.label,
        missing: [missing],
        line: first.paragraph.index + 1,
      };
    }
    for (const paragraph of document.paragraphsWith(loneDemands)) {
      for (const { start, end } of paragraph.fact(loneDemands)) {
        const at = { start: paragraph.start + start, end: paragraph.start + end };
        yield {
          ...at,
          label: '既要',
          missing: ['又要', '也要'],
          line: paragraph.index + 1,
          severity: 'hint',
        };
      }
    }
  },

  explain({ label, missing, line }) {
    return { message: `第${line}行“${label}”之后没有“${missing.join('”或“')}”，列举只有一项` };
  },
});

/** A text of fewer characters is a piece of one. */
const SHORT = 200;

/** How many characters the text has, so far as that is asked. */
function lengthOf({ paragraphs }: Document, most: number): number {
  let length = 0;
  for (let i = 0; i < paragraphs.length && length < most; i++)
    length += paragraphs[i]!.contentEnd - paragraphs[i]!.contentStart;
  return length;
}

/** The word that would go on with a series of one; undefined when the series is whole or nothing is expected. */
function whatIsMissing(series: Series): string | undefined {
  if (series.members.length > 1 || series.first.mark.value !== 1) return undefined;
  return isWhole(series) ? undefined : secondOf(series);
}

/** What the second of a series is called, where one is looked for. */
function secondOf({ kind, first: { mark } }: Series): string | undefined {
  switch (kind) {
    case 'verb':
      return mark.word === '是' || mark.word === '要' ? `二${mark.word}` : undefined;
    case 'qi':
      return '其二';
    case 'ordinal':
      return '第二';
    case 'first-next':
      return '其次';
    case 'sides':
      return '另一方面';
    case 'han':
      return '二、';
    case 'han-bracket':
      return '（二）';
    default:
      return undefined;
  }
}

/** Whether a series of one wants no second: it is none, or goes on in other words. */
function isWhole({ kind, first }: Series): boolean {
  switch (kind) {
    case 'verb':
    case 'qi':
      return !first.mark.firm || goesOnInSentence(first) || hasOther(first);
    case 'ordinal':
      return !first.mark.firm || goesOnOtherwise(first);
    case 'first-next':
      return greets(first) || goesOnOtherwise(first);
    case 'sides':
      return goesOnOtherwise(first) || isThirdSide(first);
    default:
      return !first.mark.lead;
  }
}

/** Lines below 首先 in which it may go on in other words. */
const BELOW = 12;
const GOES_ON =
  /^(?:下面|接着|接下来|再往下|然后|最后|随后|之后|现在|其后|同时|此外|另外|再次|再者|还有|下一项|(?:大会|会议)?进行)/;

/** 首先，进行第一项…。下面，进行第二项…: the script of a meeting goes on in the lines below. */
function goesOnBelow({ kind, first }: Series, { paragraphs }: Document): boolean {
  if (kind !== 'first-next' && kind !== 'ordinal') return false;
  const { index } = first.paragraph;
  for (let i = index + 1; i < paragraphs.length && i <= index + BELOW; i++) {
    const { text, contentStart } = paragraphs[i]!;
    if (GOES_ON.test(text.slice(contentStart, contentStart + 6))) return true;
  }
  return false;
}

/** …，一方面压实责任， ⏎ 层层传导；另一方面…: lines broken for the page's sake, below which the list goes on. */
function goesOnInLines({ first }: Series, missing: string, document: Document): boolean {
  const { paragraph, mark } = first;
  if (mark.lead || isStructural(mark.kind) || !breaksOff(document, paragraph)) return false;
  return document
    .linesIn(paragraph.index + 1, paragraph.index + 1 + LINES_BELOW)
    .some(({ text }) => text.includes(missing) || ANOTHER.test(text));
}
const LINES_BELOW = 20;
const ANOTHER = /另一(?:个|种|方面|点)/;

/** The text begins with （一）: a part of another one, which may have the rest. */
function isExcerpt({ kind, first, parent }: Series, { paragraphs }: Document): boolean {
  if (kind !== 'han-bracket' || parent) return false;
  for (let i = 0; i < first.paragraph.index; i++) if (!paragraphs[i]!.blank) return false;
  return true;
}

const incompletes = definePerSeries('incomplete series', whatIsMissing);

/** How far behind the mark another way of going on is looked for. */
const REACH = 1500;
const OTHERWISE =
  /同时|此外|另外|另一|其次|然后|接着|接下来|还要|还有|再就是|再有|最后|第二|也要|二者|反之|而且|并且/;

/** 一方面是…，而…: the other side of a contrast, in the same sentence. */
const CONTRAST = /^[^。！？]{2,80}[，；]而/;

/** 首先，… 同时，…: said in other words. */
function goesOnOtherwise({ paragraph, mark }: Member): boolean {
  const rest = paragraph.text.slice(mark.end, mark.end + REACH);
  return OTHERWISE.test(rest) || (mark.kind === 'sides' && CONTRAST.test(rest));
}

/** 一要抓学习，更要抓落实; 其一是基础，其他方面也要跟上. */
const ALSO = /^[^。！？]{2,80}[，；](?:更|还|也|其他|其余|另)/;

/** Whether the sentence itself goes on in other words. */
function goesOnInSentence({ paragraph, mark }: Member): boolean {
  return ALSO.test(paragraph.text.slice(mark.end, mark.end + REACH));
}

/** 两个极端：一是墨守成规。……而另一个则是…: the second by another name. */
const OTHER = /[，。；]而?另一(?:个|种|类|点|方面)?则?是/;

function hasOther({ paragraph, mark }: Member): boolean {
  return OTHER.test(paragraph.text.slice(mark.end, mark.end + REACH));
}

/** 一方面继承，一方面创新，一方面展望: more sides than two. */
function isThirdSide({ paragraph, mark: { start } }: Member): boolean {
  const { text } = paragraph;
  return text.slice(boundBefore(text, start, STATEMENT_STOPS, SENTENCE), start).includes('一方面');
}

const GREETING = /^(?:请?允许|我|让|请|向|对|谨|感谢|祝贺|欢迎|热烈|衷心)/;

/** 首先，我代表市委……: how speeches begin; nothing is counted. */
function greets({ paragraph, mark }: Member): boolean {
  return GREETING.test(paragraph.text.slice(mark.end, mark.end + 6));
}

interface Place {
  readonly start: number;
  readonly end: number;
}

/** So far behind a semicolon the other demand begins. */
const BEHIND_STOP = 3;

/** A sentence has so many characters at most. */
const SENTENCE = 120;

/** 既要 with no 又要, 也要, 更要 … in its sentence. */
const loneDemands = defineFact<readonly Place[]>('lone 既要', { words: [PAIRS] }, (paragraph) =>
  paragraph.hits(PAIRS).filter(({ start, end }) => {
    const { text } = paragraph;
    const to = boundAfter(text, end, STATEMENT_STOPS, SENTENCE);
    // 既要守住底线；也要…: the stop parts the two.
    const rest = text.slice(end, text[to] === '；' ? to + BEHIND_STOP : to);
    return !/[又也更还]|要|同时|以及/.test(rest) && text[start - 1] !== '“';
  }),
);
