import type { Document } from '../../engine/document.ts';
import { defineModel } from '../../engine/facts.ts';
import type { Evidence } from '../../engine/finding.ts';
import { once } from '../../engine/once.ts';
import type { Paragraph } from '../../engine/paragraph.ts';
import { defineDocumentRule, type Match } from '../../engine/rule.ts';
import { type Run, type Runs, runs } from '../../language/structure/runs.ts';
import { isStructural, type SeriesMark, seriesMarks } from '../../language/structure/series-marks.ts';
import { definePerSeries, type Member } from '../../language/structure/structure.ts';
import { firstNumber, type Renumbering, renumberSeries } from './edit/renumber.ts';
import { type Break, findBreaks } from './series/alignment.ts';
import { countsBarely } from './series/bare.ts';
import { labelLike, listMembers } from './series/describe.ts';
import {
  areStarred,
  goesOnAround,
  isAlternative,
  isBelowHeading,
  isCutOff,
  isListedBefore,
  isOfCells,
  isSplitDecimal,
} from './series/elsewhere.ts';
import { areNotes } from './series/notes.ts';
import { ownMembers } from './series/quoted.ts';

interface Misnumbered extends Match {
  readonly run: Run;
  readonly broken: Break;
  /** Numbers the series anew; one answer for all its breaks. */
  readonly renumber: () => Renumbering | undefined;
}

/** Breaks reported of one series; more of them are a list that is no series. */
const REPORTED = 20;

/** Numbers that do not follow each other: a gap, a repeat, two in the wrong order, a first number other than one. */
export const sequence = defineDocumentRule<Misnumbered>({
  id: 'numbering/sequence',
  severity: 'error',

  find(document) {
    const found: Misnumbered[] = [];
    for (const broken of document.model(brokenRuns).found) {
      const { run, whole, excerpt } = withoutQuoted(broken, document);
      const isExcerpt =
        excerpt !== undefined && (excerpt.sure || beginsText(run.head.first.paragraph, document));
      // Numbers of another text must not be made to follow ours.
      const mended = !isExcerpt && run === broken.run;
      const renumber = once(() => (mended ? renumberSeries(document, run.head) : undefined));
      for (const { broken: at, member, doubt } of isExcerpt ? excerpt.breaks : whole) {
        if (doubt?.(run, at, document)) continue;
        const { start } = member;
        found.push({ start, end: start + member.label.length, run, broken: at, renumber });
      }
    }
    return found;
  },

  explain({ run, broken }) {
    return { message: say(run, broken), evidence: neighbours(run, broken.at) };
  },

  fix({ renumber }) {
    const renumbering = renumber();
    return renumbering ? [{ title: renumbering.title, edits: renumbering.edits, safe: false }] : [];
  },
});

/** A run with breaks. */
interface Broken {
  readonly run: Run;
  /** Where the run is broken as a text of its own. */
  readonly whole: readonly Place[];
  readonly excerpt: Excerpt | undefined;
}

/** What is broken in a run that was taken out of a longer text, if it was. */
interface Excerpt {
  /** Else it must begin the text. */
  readonly sure: boolean;
  readonly breaks: readonly Place[];
}

interface Place {
  readonly broken: Break;
  readonly member: Member;
  /** Whether the text around it excuses the break: asked where the marks leave that open. */
  readonly doubt: Doubt | undefined;
}

type Doubt = (run: Run, broken: Break, document: Document) => boolean;

/** The marks alone break a run: while they stand, so do its breaks. */
const brokenRuns = defineModel<{ readonly of: Runs; readonly found: readonly Broken[] }>(
  'broken runs',
  (document, previous) => {
    const of = document.model(runs);
    if (previous?.of.all === of.all) return { ...previous, of };
    const single = document.model(brokenSeries).found;
    const found: Broken[] = [];
    for (const run of of.all) {
      const { head, members } = run;
      const breaks = members === head.members ? single.get(head) : breaksIn(run);
      if (!breaks || breaks.length === 0 || areNotes(run)) continue;
      found.push({ run, whole: placesOf(run, breaks), excerpt: excerptOf(run) });
    }
    return { of, found };
  },
);

/** An amendment gives articles of the text that it changes: they are no part of its own run. */
function withoutQuoted(broken: Broken, document: Document): Broken {
  const members = ownMembers(broken.run, document);
  if (!members) return broken;
  const run = { head: broken.run.head, members };
  if (members.length === 0) return { run, whole: [], excerpt: undefined };
  const { excerpt } = broken;
  return {
    run,
    whole: placesOf(run, breaksIn(run)),
    excerpt: excerpt && { sure: excerpt.sure, breaks: placesOf(run, breaksInside(run)) },
  };
}

/**
 * Taken out of a longer text: the text begins with 第三节 or （三） and goes on from there, quotes “三、工作要求”, or gives
 * single articles of a statute.
 */
function excerptOf(run: Run): Excerpt | undefined {
  const { head, members } = run;
  const { mark } = members[0]!;
  if (head.before || mark.value < 2) return undefined;
  // 第三，要说的是作风, 三是“等靠要”思想严重: words that go on stand with those they go on from.
  const isWord = mark.kind === 'ordinal' || mark.kind === 'verb';
  if (!isStructural(mark.kind) && !(isWord && members.length === 1)) return undefined;
  const sure = (mark.scope >= 0 && members.length === 1) || (mark.kind === 'article' && mark.value > 2);
  if (!sure && !mark.lead) return undefined;
  return { sure, breaks: placesOf(run, breaksInside(run)) };
}

function placesOf(run: Run, breaks: readonly Break[]): Place[] {
  return breaks.slice(0, REPORTED).map((broken) => {
    const member = run.members[broken.at]!;
    return { broken, member, doubt: doubtOf(member, broken) };
  });
}

function doubtOf({ mark }: Member, broken: Break): Doubt | undefined {
  const { at, value, how } = broken;
  const doubt = mark.lead && isStructural(mark.kind) ? doubtOfLine(mark, broken) : undefined;
  if (doubt) return doubt;
  if (!mark.lead && isStructural(mark.kind) && (at === 0 || how === 'gap')) return isGlued;
  if (at === 0 && mark.kind === 'ordinal' && value === 3) return eitherOf(followsSecond, isCutOff);
  if (at === 0 && mark.lead) return eitherOf(goesOnBefore, isCutOff);
  if (at > 0 && mark.kind === 'ordinal' && value === 2 && how !== 'gap') return isBehindFirst;
  if (at === 0) return value !== 2 && mark.kind !== 'verb' ? isCutOff : eitherOf(beginsOtherwise, isCutOff);
  return how === 'gap' && mark.word !== '' && (mark.kind === 'ordinal' || mark.kind === 'decimal')
    ? standsUnread
    : undefined;
}

/** Of a number that begins its line. */
function doubtOfLine({ kind }: SeriesMark, { at, value, how }: Break): Doubt | undefined {
  if (value === 1) return eitherOf(isAlternative, startsAnew, isBelowHeading, isListedBefore);
  if (at === 0) return eitherOf(goesOnBefore, goesOnAround, areStarred, isListedBefore, isOfCells, isCutOff);
  if (how !== 'gap')
    return eitherOf(isAlternative, areStarred, isListedBefore, isSplitDecimal, isOfCells, isCutOff);
  return eitherOf(areStarred, kind === 'decimal' || kind === 'attachment' ? standsUnread : isCutOff);
}

function eitherOf(...doubts: readonly Doubt[]): Doubt {
  return (run, broken, document) => doubts.some((doubt) => doubt(run, broken, document));
}

/** …第三，…。实现转型，首先要更新观念。第二，…: another list of the same paragraph, that begins with 首先. */
function isBehindFirst({ members }: Run, { at }: Break): boolean {
  const [before, { paragraph, mark }] = [members[at - 1]!, members[at]!];
  return before.paragraph === paragraph && paragraph.text.slice(before.mark.end, mark.start).includes('首先');
}

/** A list of one under a heading without a number: 培训内容, and 1. below it, perhaps with text in between. */
function startsAnew({ members }: Run, { at }: Break, document: Document): boolean {
  const from = at > 0 ? members[at - 1]!.paragraph.index : -1;
  for (let i = members[at]!.paragraph.index - 1; i > from; i--) {
    const { text, contentStart, contentEnd } = document.lineAt(i)!;
    if (contentStart === contentEnd || contentEnd - contentStart > LONGEST_HEADING) continue;
    if (/[，。；！？：]/.test(text.slice(contentStart, contentEnd))) continue;
    if (document.lineAt(i)!.fact(seriesMarks).length === 0) return true;
  }
  return false;
}

/** A heading without a number is a short line. */
const LONGEST_HEADING = 20;

/** The breaks behind the first member. Single articles (第三条 第七条 第十二条) are no run. */
function breaksInside({ members }: Run): readonly Break[] {
  const values = members.map((m) => m.mark.value);
  const breaks = findBreaks(values, values[0]);
  return breaks.length * 2 < values.length ? breaks : [];
}

/**
 * The missing mark is there in another form: 3.2 … 1063.3 … 3.4, where the number of a PDF's page hides it, or 第一阶段，…
 * 第三阶段，… 第二阶段大家都熟悉.
 */
function standsUnread({ members }: Run, { at, expected }: Break, document: Document): boolean {
  const member = members[at]!;
  const { paragraph, mark } = member;
  const from = members[at - 1]!.paragraph.index;
  if (mark.kind === 'ordinal') {
    const missing = labelLike(member, expected);
    return document.linesIn(from, paragraph.index + 1).some(({ text }) => text.includes(missing));
  }
  if (mark.kind === 'attachment') {
    // 附件2近三年业绩, 附件1、附件2: no blank behind it, or on the line of the one before.
    const missing = labelLike(member, expected);
    return document
      .linesIn(from, paragraph.index)
      .some(({ content }) => content.startsWith(missing) || content.includes(`、${missing}`));
  }
  const missing = `${mark.word}.${expected}`;
  return document
    .linesIn(from + 1, paragraph.index)
    .some(({ text, contentStart }) => text.slice(0, contentStart + 12).includes(missing));
}

/** 提升合力（一）发挥…。（二）压实…隐患（四）实施…: line breaks were lost, and the mark before is glued to the words before it. */
function isGlued(run: Run, { at, value }: Break): boolean {
  const { members } = run;
  const member = members[at]!;
  const { paragraph, mark } = member;
  const before = members[at - 1];
  const from = before?.paragraph === paragraph ? before.mark.end : 0;
  const between = paragraph.text.slice(from, mark.start);
  // “下列情形无效：……（三）违反法律的。”: a quotation that leaves items out.
  if (LEFT_OUT.test(between) || (at === 0 && (QUOTED.test(between) || ISSUE.test(between)))) return true;
  if (between.includes(labelLike(member, value - 1))) return true;
  return at === 0 && mark.kind === 'arabic' && value === 2 && beginsOtherwise(run);
}

/** 天津体育学院学报，1997；|（12）: the issue of a journal. */
const ISSUE = /(?:19|20)\d\d[,，;；]\s?$/;
/** “…（一）直系亲属；……（三）旁系亲属。” */
const LEFT_OUT = /……$/;
/** 协议第二条载明：“二、…。”: of what is quoted, the part that the sentence names. */
const QUOTED = /(?:载明|规定|约定|写明|内容为?)[：:]“$/;

/** How far above a mark the one that it follows may stand: paragraphs. */
const ABOVE = 40;

/** 其次，…。 and below it 第三，…: the second was counted in another word. */
const SECOND = /其次|[；，。：]一([个种类条项])是[^。]{0,80}[；，。](?:另|还有)?一\1是/;
const SECOND_REACH = 200;
function followsSecond({ members }: Run, _: Break, document: Document): boolean {
  const { paragraph, mark } = members[0]!;
  if (SECOND.test(paragraph.text.slice(Math.max(0, mark.start - SECOND_REACH), mark.start))) return true;
  for (let i = paragraph.index - 1; i >= 0 && i > paragraph.index - ABOVE; i--)
    if (!document.lineAt(i)!.blank) return document.lineAt(i)!.content.startsWith('其次');
  return false;
}

/** 一、申请书 附件1：… 附件2：… 二、承诺书: the attachments are named in a list, which goes on behind them. */
function goesOnBefore({ head, members }: Run, _: Break, document: Document): boolean {
  if (head.parent?.mark.kind !== 'attachment') return false;
  const { paragraph, mark } = members[0]!;
  for (let i = paragraph.index - 1; i >= 0 && i > paragraph.index - ABOVE; i--) {
    const above = document
      .lineAt(i)!
      .fact(seriesMarks)
      .find(({ key, lead }) => lead && key === mark.key);
    if (above) return above.value === mark.value - 1;
  }
  return false;
}

const OTHERWISE = /一个是|一来|一则|第一|其一|首先|一方面/;

/** 特点有，一个是…，二是…; 讲三点。1、1至4月…。2、…: the first member is there in other words, or runs into a number. */
function beginsOtherwise({ members }: Run): boolean {
  const { paragraph, mark } = members[0]!;
  const { text } = paragraph;
  const before = text.slice(Math.max(0, mark.start - 300), mark.start);
  if (mark.kind === 'verb') return OTHERWISE.test(before) || countsBarely(members[0]!);
  // 第1是抓早；第二是…: told of for the way it is written.
  if (mark.kind === 'ordinal') return /第[1１]|第一[步个件条点种类次]/.test(before);
  return mark.kind === 'arabic' && before.includes(`1${text[mark.numberEnd]}`);
}

function beginsText(paragraph: Paragraph, document: Document): boolean {
  for (let i = 0; i < paragraph.index; i++) if (!document.lineAt(i)!.blank) return false;
  return true;
}

/** The breaks of the series that have any, each by itself. */
export const brokenSeries = definePerSeries('broken series', (series) => {
  const breaks = breaksIn({ head: series, members: series.members });
  return breaks.length > 0 ? breaks : undefined;
});

function breaksIn({ head, members }: Run): readonly Break[] {
  if (head.kind === 'heading' || head.kind === 'sides') return [];
  // 一是…；一是…: a pair.
  if (head.kind === 'verb' && members.length > 1 && members.every(({ mark }) => mark.value === 1)) return [];
  const first = firstNumber(head);
  if (members.every(({ mark }, i) => mark.value === first + i || mark.value === 0)) return [];
  const values = members.map((m) => m.mark.value);
  if (values.length === 1) return readSingle(values[0]!, first);
  const breaks = findBreaks(values, first);
  return head.kind === 'article' && areChosen(values, breaks) ? [] : breaks;
}

/** 第一条 第五条 第十条 第十二条: single articles of a statute, chosen in their order. */
function areChosen(values: readonly number[], breaks: readonly Break[]): boolean {
  return (
    breaks.length >= FEWEST_CHOSEN &&
    breaks.length * 2 >= values.length &&
    values.every((value, i) => i === 0 || value > values[i - 1]!)
  );
}
const FEWEST_CHOSEN = 3;

/** A member that stands alone, numbered other than one. */
function readSingle(value: number, first: number): readonly Break[] {
  return [{ at: 0, value, expected: first, how: value > first ? 'gap' : 'wrong' }];
}

function say({ head, members }: Run, { at, value, expected, how }: Break): string {
  const name = (number: number) => labelLike(members[at]!, number);
  const label = members[at]!.label;
  const list = listMembers(members, members[at]!.paragraph, at);
  if (how === 'swapped') return `“${label}”与“${members[at + 1]!.label}”次序颠倒：现有${list}`;
  if (at === 0) {
    const before = head.before && expected > 1 ? `前面编到“${head.before.last.label}”，` : '';
    return `${before}此处应从“${name(expected)}”起，却以“${label}”开头：现有${list}`;
  }
  const previous = members[at - 1]!.label;
  // The one before is wrong as well, and said to be.
  if (previous === name(expected)) return `此处应为“${name(expected)}”，文中是“${label}”：现有${list}`;
  if (how === 'gap' && members[at - 1]!.mark.value < expected) {
    const missing = value - expected === 1 ? name(expected) : `${name(expected)}至${name(value - 1)}`;
    return `“${previous}”之后是“${label}”，缺“${missing}”：现有${list}`;
  }
  if (members.slice(0, at).some((m) => m.mark.value === value)) {
    return `“${label}”重复：“${previous}”之后应为“${name(expected)}”；现有${list}`;
  }
  return `“${previous}”之后应为“${name(expected)}”，文中是“${label}”：现有${list}`;
}

/** The members beside the break. */
function neighbours({ members }: Run, at: number): Evidence[] {
  const evidence: Evidence[] = [];
  for (const i of [at - 1, at + 1]) {
    const member = members[i];
    if (!member) continue;
    evidence.push({
      start: member.start,
      end: member.markEnd,
      message: `${i < at ? '前' : '后'}一项“${member.label}”`,
    });
  }
  return evidence;
}
