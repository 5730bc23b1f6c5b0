import type { Document } from '../../engine/document.ts';
import { defineFact } from '../../engine/facts.ts';
import type { Range } from '../../engine/finding.ts';
import { alsoHere, gather } from '../../engine/habits.ts';
import { NONE } from '../../engine/lists.ts';
import type { Paragraph } from '../../engine/paragraph.ts';
import { defineDocumentRule, type Match } from '../../engine/rule.ts';
import { endsWordAbove } from '../../language/layout/broken-lines.ts';
import {
  BARE_WORD,
  isMisprinted,
  type SeriesMark,
  seriesMarks,
  signOf,
} from '../../language/structure/series-marks.ts';
import { commonEnd, commonStart } from '../../language/text/characters.ts';

const LEVELS_CLAUSE = 'GB/T 9704—2012 7.3.3';
const marksClause = (section: string) => `GB/T 15834—2011 附录 B.3.${section}`;
const BRACKETS_CLAUSE = `${LEVELS_CLAUSE}；${marksClause('4')}`;

/** What is wrong with the form of a mark: what is said of it, and by which clause. */
const FAULTS = {
  'point behind a Chinese numeral': {
    why: '不带括号的汉字数字后用顿号',
    basis: `${LEVELS_CLAUSE}；${marksClause('2')}`,
  },
  'point behind a figure': { why: '阿拉伯数字后用下脚点', basis: `${LEVELS_CLAUSE}；${marksClause('3')}` },
  'point behind brackets': { why: '带括号的序次语后不再加点号', basis: BRACKETS_CLAUSE },
  'square brackets': { why: '序次语用圆括号，六角括号用在发文字号里', basis: BRACKETS_CLAUSE },
  'unlike brackets': { why: '括号一半角一全角', basis: BRACKETS_CLAUSE },
  'half-width brackets': { why: '括号用全角', basis: LEVELS_CLAUSE },
  'point behind a circle': { why: '带圈的序次语后不加点号', basis: marksClause('4') },
  'point behind a verb': { why: '“一是”“一要”一类序次语后不用标点', basis: marksClause('7') },
  'no comma': { why: '“第一”“首先”“其一”一类序次语后用逗号', basis: marksClause('1') },
  'point behind a chapter': { why: '章节号与标题之间空一字，不用点号', basis: marksClause('5') },
} as const;

type Fault = keyof typeof FAULTS;

interface Form extends Range {
  readonly was: string;
  readonly becomes: string;
  readonly fault: Fault;
}

/** Offsets relative to the paragraph. */
interface Malformed extends Form {
  /** There is no doubt that it is a mark. */
  readonly safe: boolean;
}

/** Ways of writing that most of the country has, and that harm nobody: 1、 and a pair of half-width brackets. */
const HABITS: ReadonlySet<Fault> = new Set(['point behind a figure', 'half-width brackets']);
const isHabit = ({ fault, was }: Form) => HABITS.has(fault) && /[、)]$/.test(was);

/** The malformed marks of a paragraph. */
const malformed = defineFact<readonly Malformed[]>('malformed-marks', (paragraph) => {
  const marks = paragraph.fact(seriesMarks);
  if (marks.length === 0) return NONE;
  const found: Malformed[] = [];
  for (const mark of marks) {
    if (!mark.firm && !(mark.lead && (mark.kind === 'han' || mark.kind === 'arabic'))) continue;
    const form = judge(paragraph, mark);
    if (form) found.push({ ...form, safe: isSure(mark) });
  }
  return found;
});

/** One mark, or all of a document that are written by the same habit. */
interface Told extends Match {
  /** Offsets in the document, the first is that of the finding. */
  readonly forms: readonly Malformed[];
}

/** A mark with the wrong point or bracket: 1、 （一）、 一. 首先、 一是， (一). The number itself is not judged here. */
export const markForm = defineDocumentRule<Told>({
  id: 'numbering/mark-form',
  severity: 'warning',
  kinds: { law: 'off' },

  *find(document) {
    const habits = new Map<Fault, Malformed[]>();
    for (const form of formsOf(document)) {
      if (!isHabit(form)) yield { start: form.start, end: form.end, forms: [form] };
      else if (!habits.get(form.fault)?.push(form)) habits.set(form.fault, [form]);
    }
    for (const forms of habits.values()) {
      for (const told of gather(forms)) {
        const { start, end } = told[0]!;
        yield { start, end, forms: told, severity: 'info' };
      }
    }
  },

  explain({ forms }) {
    const [{ was, becomes, fault }] = forms as readonly [Malformed, ...Malformed[]];
    const { why, basis } = FAULTS[fault];
    const message = `序次语“${was}”应写作“${becomes}”：${why}`;
    if (forms.length === 1) return { message, basis };
    return {
      message: `${message}（全文 ${forms.length} 处）`,
      evidence: alsoHere(forms, '此处同'),
      basis,
    };
  },

  fix({ forms }) {
    const [{ was, becomes }] = forms as [Malformed];
    return [
      {
        title:
          forms.length === 1
            ? `“${was}”改为“${becomes}”`
            : `“${was}”改为“${becomes}”，全文 ${forms.length} 处一起改`,
        edits: forms.map((form) => smallestEdit(form.start, form.end, form.was, form.becomes)),
        safe: forms.every(({ safe }) => safe),
      },
    ];
  },
});

/** The malformed marks of a document, in its offsets. */
function* formsOf(document: Document): Generator<Malformed> {
  for (const paragraph of document.paragraphsWith(malformed)) {
    if (endsWordAbove(document.lineAt(paragraph.index - 1), paragraph)) continue;
    const by = paragraph.start;
    for (const form of paragraph.fact(malformed))
      yield { ...form, start: by + form.start, end: by + form.end };
  }
}

/** 一。 may be the end of a sentence that was broken into lines: 居全市第 ⏎ 一。. */
function isSure({ kind, firm }: SeriesMark): boolean {
  return firm || kind !== 'han';
}

/** 十一，车站准备好了: the day of the year, not the eleventh point. */
const HOLIDAY = /^十一[，,]$/;

/** What is wrong with the form of a mark, if anything. */
function judge({ text }: Paragraph, mark: SeriesMark): Form | undefined {
  const was = text.slice(mark.start, mark.end);
  const number = text.slice(mark.numberStart, mark.numberEnd);
  // 2.3月底前 may be no mark; ⑴ is written in one piece.
  if (mark.kind === 'arabic' && !mark.firm && /[\d０-９]/.test(text[mark.end] ?? '')) return undefined;
  if (signOf(mark.word) || isMisprinted(was) || HOLIDAY.test(was)) return undefined;
  const found = (becomes: string, fault: Fault): Form | undefined =>
    // （一）…: of points that go on not one alone is taken.
    becomes === was || '.．、，…'.includes(text[mark.end] ?? ' ')
      ? undefined
      : { start: mark.start, end: mark.end, was, becomes, fault };
  switch (mark.kind) {
    case 'han':
      return found(`${number.trim()}、`, 'point behind a Chinese numeral');
    case 'arabic': {
      // ． is the full-width writing of the same point.
      if (!mark.lead || was.endsWith('．') || mark.word === BARE_WORD) return undefined;
      return found(`${number.trim()}.`, 'point behind a figure');
    }
    case 'han-bracket':
    case 'arabic-bracket': {
      const fault = bracketFault(was, mark.lead);
      return fault && found(`（${number.trim()}）`, fault);
    }
    case 'circled':
      return found(number, 'point behind a circle');
    case 'verb':
      return found(number + mark.word, 'point behind a verb');
    case 'ordinal':
    case 'first-next':
    case 'qi': {
      if (mark.word !== '') return undefined;
      const word = mark.kind === 'first-next' ? number : text.slice(mark.numberStart - 1, mark.numberEnd);
      if (!/[、：:,.．;；]$/.test(was)) return undefined;
      // 第一：… over a part of its own is a heading.
      return /[：:]$/.test(was) ? undefined : found(`${word}，`, 'no comma');
    }
    case 'chapter':
    case 'section':
      return afterUnit(text, mark);
    default:
      return undefined;
  }
}

/** （一）、 · （一) · (一) at the head of a line. */
function bracketFault(was: string, leads: boolean): Fault | undefined {
  if (/[、.．，]$/.test(was)) return 'point behind brackets';
  if (!/^[（(]/.test(was)) return 'square brackets';
  if (was.startsWith('(') !== was.endsWith(')')) return 'unlike brackets';
  return leads ? 'half-width brackets' : undefined;
}

/** 第一章、总则 and 第一章总则: a blank stands between the number and the title. */
function afterUnit(text: string, mark: SeriesMark): Form | undefined {
  const point = text[mark.end];
  if (point === undefined || !'、：:，'.includes(point)) return undefined;
  const was = text.slice(mark.start, mark.end + 1);
  return {
    start: mark.start,
    end: mark.end + 1,
    was,
    becomes: `${was.slice(0, -1)}　`,
    fault: 'point behind a chapter',
  };
}

/** Only the units that differ. */
function smallestEdit(start: number, end: number, was: string, becomes: string) {
  const head = commonStart(was, becomes);
  const tail = commonEnd(was.slice(head), becomes.slice(head));
  return { start: start + head, end: end - tail, text: becomes.slice(head, becomes.length - tail) };
}
