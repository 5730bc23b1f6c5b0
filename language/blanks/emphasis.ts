/**
 * Emphasis as Markdown writes it and plain text prints it: `**要点：**`, ` **12万平方米**，`. Asterisks stand for names that
 * are left out just as often (`**镇在**村`, `邻县的**、**、**4个乡`), and nobody may delete those: a pair is emphasis only where
 * what it holds reads as a phrase and its ends stand where a phrase ends.
 */
import { defineFact } from '../../engine/facts.ts';
import type { Range } from '../../engine/finding.ts';
import { ONE_TO_TEN } from '../text/numerals.ts';
import { Token } from '../text/scan.ts';
import { wideText } from '../text/wide.ts';
import type { Line } from './line.ts';
import { slotBehind } from './masked-numbers.ts';

/** From the first of its opening asterisks to the last of the closing ones. */
export interface Emphasis extends Range {
  /** Asterisks on either side. */
  readonly marks: number;
  /** Whether both ends stand free, so that nothing but emphasis can be meant. */
  readonly free: boolean;
}

/** Longest phrase that is emphasised, UTF-16 units. */
const LONGEST = 80;
/** **第一，**要…: the comma of an ordinal is taken into it. */
const ORDINAL = new RegExp(`(?<=^(?:第[${ONE_TO_TEN}]|首先|其次|再次|最后|一是|二是|三是|四是))，$`);

/** The emphasised phrases of a paragraph, paired from left to right. */
export const emphases = defineFact<readonly Emphasis[]>(
  'emphases',
  { tokens: [Token.Blank] },
  (paragraph) => {
    const { scan } = paragraph;
    if (!paragraph.text.includes('*')) return [];
    const text = wideText(paragraph.text);
    const line = { text, words: () => paragraph.language.words };
    const runs: Range[] = [];
    for (let i = 0; i < scan.count; i++)
      if (scan.kind(i) === Token.Blank && text[scan.start(i)] === '*')
        runs.push({ start: scan.start(i), end: scan.end(i) });
    const found: Emphasis[] = [];
    for (let i = 0; i + 1 < runs.length; i++) {
      const emphasis = readPair(line, runs[i]!, runs[i + 1]!);
      if (!emphasis) continue;
      found.push(emphasis);
      i++;
    }
    return found;
  },
);

function readPair(line: Pick<Line, 'text' | 'words'>, open: Range, close: Range): Emphasis | undefined {
  const { text } = line;
  const marks = open.end - open.start;
  if (close.end - close.start !== marks || marks > 3 || close.start - open.end > LONGEST) return undefined;
  const phrase = text.slice(open.end, close.start);
  if (
    phrase.length < 2 ||
    /^[\s，。、；：”）]|[\s，；、]$/.test(phrase.replace(ORDINAL, '')) ||
    isTorn(phrase)
  )
    return undefined;
  // **乡的做法好。他在**、, **镇、县的**: from one blank to the next.
  if (/[。！？]./.test(phrase) || (LEVEL.test(phrase) && /[，、；]/.test(phrase))) return undefined;
  // One asterisk within a sentence (对*来说) is no emphasis.
  if (marks === 1 && /[\u4e00-\u9fff]/.test(text[open.start - 1] ?? '')) return undefined;
  const begins = beginsPhrase(text, open.start);
  const after = text.slice(close.end, close.end + 16);
  const ends = after === '' || /^[：:。，、；）)\s”]/.test(after);
  // ***日至***日: from one day to another.
  if (DATE_PART.test(phrase) && text[close.end] === phrase[0]) return undefined;
  // **3个乡镇，**家企业: what stands behind the second wants a value.
  const isTold = () => isNarrated(phrase) || runsOn(text, open.start, phrase, after);
  if (!ends && (!begins || slotBehind(line, close.end) !== undefined || isTold())) return undefined;
  return {
    start: open.start,
    end: close.end,
    marks,
    free: begins && !LEVEL.test(phrase) && (ends || /[：:。]$/.test(phrase)),
  };
}

const DATE_PART = /^[年月日]/;
/** **县委书记**：: what a masked place is followed by; nobody may take its mask away unasked. */
const LEVEL = /^[省市县区镇乡村街路局委厅同书主]/;

/** Whether a phrase may begin at an offset: at the head of a line, behind a blank or a mark. */
function beginsPhrase(text: string, at: number): boolean {
  return at === 0 || /[\s，。；：、（(:;,.\-)）]/.test(text[at - 1]!);
}

/** **接过承办权后，先后开了3次会。**馆…: a sentence that tells what happened has lost its subject, no heading tells. */
function isNarrated(phrase: string): boolean {
  return /[过了着][^，。；：]/.test(phrase.slice(1, 5)) || (/[，；]/.test(phrase) && /\d/.test(phrase));
}

/** 原*局改制、*毕业生安置……的局面。*的工作: a sentence that begins behind a 、, or the subject of what goes on with 的, is no phrase. */
function runsOn(text: string, at: number, phrase: string, after: string): boolean {
  return phrase.endsWith('。') && (text[at - 1] === '、' || after.startsWith('的'));
}

/** Whether a quotation begins or ends in the stretch, but does not do both: “**”便民. */
function isTorn(stretch: string): boolean {
  return stretch.lastIndexOf('“') > stretch.lastIndexOf('”') || /^[^“]*”/.test(stretch);
}
