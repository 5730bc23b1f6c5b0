/** What `figures/date` says of a fault, and how it can be fixed, kind by kind. */
import type { Edit, Evidence, Range } from '../../../engine/finding.ts';
import type { Explanation } from '../../../engine/rule.ts';
import { isLeapYear, writeWeekday } from '../../../language/dates/calendar.ts';
import type { Meeting } from '../../../language/dates/meetings.ts';
import { writeHanNumber } from '../../../language/text/numerals.ts';
import type { DateFault, Fault, FaultKind, Written } from './faults.ts';
import { nameOwnDate, saySource, sourceEvidence } from './sources.ts';
import { UNVERIFIED } from './verified.ts';

/** A fix in offsets of the paragraph. */
export interface Alternative {
  readonly title: string;
  readonly edits: readonly Edit[];
}

interface Words<F> {
  explain(fault: F, text: string): Explanation;
  fixes?(fault: F, text: string): readonly Alternative[];
}

/** What is said of a fault; evidence in offsets of the paragraph, except for a fault's `source` (see {@link sourceOf}). */
export function explain(fault: DateFault, text: string): Explanation {
  return wordsFor(fault).explain(fault, text);
}

export function fixesOf(fault: DateFault, text: string): readonly Alternative[] {
  return wordsFor(fault).fixes?.(fault, text) ?? [];
}

/** Evidence elsewhere in the document, in absolute offsets. */
export function sourceOf(fault: DateFault): Evidence | undefined {
  return 'source' in fault && fault.source ? sourceEvidence(fault.source) : undefined;
}

function wordsFor(fault: DateFault): Words<DateFault> {
  return WORDS[fault.kind] as Words<DateFault>;
}

const WORDS: { readonly [K in FaultKind]: Words<Fault<K>> } = {
  day: {
    explain({ date, days }) {
      const month = `${date.month!.value}月`;
      const year = date.year?.value;
      const leap = date.month!.value === 2 && year !== undefined;
      const reason = leap ? `${year}年${isLeapYear(year) ? '是' : '不是'}闰年，2月` : month;
      return { message: `没有“${date.month!.value}月${date.day!.value}日”：${reason}只有${days}天` };
    },
  },

  month: {
    explain: ({ month }) => ({ message: `没有“${month}月”：月份应在1—12之间` }),
  },

  weekday: {
    explain({ written, real, year, source }, text) {
      const said = `星期${text.slice(written.start, written.end)}`;
      const reason = source ? `（${saySource(source)}，按${year}年推算）` : '';
      return { message: `这一天是${writeWeekday(real)}，不是${said}${reason}` };
    },
    fixes: toWeekday,
  },

  'weekday-beside': {
    explain({ written, real, source }, text) {
      const said = `星期${text.slice(written.start, written.end)}`;
      return { message: `这一天是${writeWeekday(real)}，不是${said}（${saySource(source)}）` };
    },
    fixes: toWeekday,
  },

  order: {
    explain({ from, to }, text) {
      return {
        message: `起止颠倒：“${text.slice(to.start, to.end)}”早于“${text.slice(from.start, from.end)}”`,
      };
    },
    fixes({ from, to }, text) {
      // What both ends spell out is swapped: both days of 5月10日至3日, else both dates.
      const [a, b] = to.month || to.year ? [from, to] : [from.day!, to.day!];
      return [{ title: '互换起止日期', edits: swap(a, b, text) }];
    },
  },

  'clock-order': {
    explain: ({ first, last }, text) => ({
      message: `起止颠倒：“${text.slice(last.start, last.end)}”早于“${text.slice(first.start, first.end)}”`,
    }),
    fixes: ({ first, last }, text) => [{ title: '互换起止时间', edits: swap(first, last, text) }],
  },

  duration: {
    explain({ unit, range, length, start, end }, text) {
      const said = text.slice(range.start, range.end);
      const real = `连首尾共${length}${unit}`;
      return {
        message: `称“${text.slice(start, end)}”，“${said}”${real}`,
        evidence: [{ ...range, message: real }],
      };
    },
    fixes: ({ stated, unit, length }) => [renumber(stated, length, `改为“${write(stated, length)}${unit}”`)],
  },

  elapsed: {
    explain({ unit, range, length, start, end }, text) {
      const real = `约${length}${unit}`;
      return {
        message: `称“${text.slice(start, end)}”，“${text.slice(range.start, range.end)}”之间${real}`,
        evidence: [{ ...range, message: real }],
      };
    },
  },

  workdays: {
    explain({ stated, length, range }, text) {
      const real = `周一至周五共${length}天`;
      return {
        message: `称${stated}个工作日，“${text.slice(range.start, range.end)}”${real}`,
        evidence: [{ ...range, message: real }],
      };
    },
  },

  quarter: {
    explain: ({ start, end }, text) => ({ message: `没有“${text.slice(start, end)}”：一年只有四个季度` }),
  },

  hour: {
    explain: ({ start, end }, text) => ({ message: `没有“${text.slice(start, end)}”：一天只有24小时` }),
  },

  agenda: {
    explain: ({ start, end, source }, text) => ({
      message: `“${text.slice(start, end)}”与${saySource(source)}有重叠，请核对`,
    }),
  },

  months: {
    explain({ period, first, last, right }) {
      return { message: `${period}是${right[0]}—${right[1]}月，不是${first.value}—${last.value}月` };
    },
    fixes: ({ first, last, right }) => [span(first, last, right, `改为“${right[0]}—${right[1]}月”`)],
  },

  'month-outside': {
    explain: ({ period, month, right }) => ({
      message: `${period}是${right[0]}—${right[1]}月，${month}月不在其中`,
    }),
  },

  form: {
    explain({ meeting }, text) {
      const right = formOf(meeting, text);
      const reason =
        meeting.kind === 'npc'
          ? '全国人民代表大会以“第×届”计，每届每年一次会议'
          : meeting.kind === 'plenum'
            ? '中央全会以中央委员会的届次称“×届×中全会”，“×大”是党的全国代表大会的简称'
            : '党的全国代表大会称“第×次”，中央委员会才称“第×届”';
      return { message: `“${text.slice(meeting.start, meeting.end)}”应作“${right}”：${reason}` };
    },
    fixes({ meeting }, text) {
      const { start, end } = meeting.counter;
      const edit = { start, end, text: counterOf(meeting) };
      return [{ title: `改为“${formOf(meeting, text)}”`, edits: [edit] }];
    },
  },

  counter: {
    explain: ({ start, end, edit }, text) => ({
      message: `“${text.slice(start, end)}”之后缺“${edit.text}”，应作“${text.slice(start, end)}${edit.text}”`,
    }),
    fixes: ({ edit }) => [{ title: `补“${edit.text}”`, edits: [edit] }],
  },

  committee: {
    explain({ start, end, edit }, text) {
      const right = text.slice(start, edit.start) + text.slice(edit.end, end);
      return { message: `党代会是一地党员的代表大会，不是党委的：“${text.slice(start, end)}”应作“${right}”` };
    },
    fixes: ({ edit }) => [{ title: '删去“委”', edits: [edit] }],
  },

  count: {
    explain({ meeting }, text) {
      return {
        message: `“${text.slice(meeting.start, meeting.end)}”：一届中央委员会至今最多召开七次全体会议`,
      };
    },
  },

  'meeting-year': {
    explain({ meeting, year, right, fact, source }, text) {
      const name = text.slice(meeting.start, meeting.end);
      const unsure = fact === UNVERIFIED;
      const doubt = unsure ? '（年份尚未对照原始文件，请核实）' : '';
      const reason = source ? `${saySource(source)}，` : '';
      return {
        message: `${reason}“${name}”于${right}年召开，不是${year}年${doubt}`,
        ...(unsure ? {} : { basis: fact }),
      };
    },
    fixes({ meeting, figure, right, session }) {
      const fixes: Alternative[] = [];
      if (figure) {
        fixes.push({ title: `年份改为“${right}年”`, edits: [{ ...rangeOf(figure), text: String(right) }] });
      }
      if (session !== undefined) fixes.push(...resession(meeting, session));
      return fixes;
    },
  },

  'plan-span': {
    explain({ plan, first, last, right }) {
      return { message: `“${plan}”是${right[0]}—${right[1]}年，此处作${first.value}—${last.value}年` };
    },
    fixes: ({ first, last, right }) => [span(first, last, right, `改为“${right[0]}—${right[1]}年”`)],
  },

  'plan-edge': {
    explain({ plan, edge, year, right, source }) {
      const reason = source ? `${saySource(source)}，` : '';
      return { message: `${reason}“${plan}”${edge}之年是${right}年，不是${year}年` };
    },
    fixes: ({ figure, right }) =>
      figure ? [{ title: `改为“${right}年”`, edits: [{ ...rangeOf(figure), text: String(right) }] }] : [],
  },

  'plan-over': {
    explain({ plan: { name, first, last }, opens, source }) {
      const when = opens ? `“${name}”${first}年开局` : `“${name}”是${first}—${last}年`;
      return { message: `${saySource(source)}，${when}，疑为旧稿残留` };
    },
    fixes: ({ running, start, end }) =>
      running ? [{ title: `改为“${running.name}”`, edits: [{ start, end, text: running.name }] }] : [],
  },

  anniversary: {
    explain({ event, base, stated, year, source }) {
      const reason = source ? `${saySource(source)}，` : '';
      return {
        message: `${reason}${event}从${base}年算起，${year}年是${year - base}周年，此处作${stated.value}周年`,
      };
    },
    fixes: ({ stated, base, year }) =>
      year > base ? [renumber(stated, year - base, `改为“${write(stated, year - base)}周年”`)] : [],
  },

  observance: {
    explain: ({ name, first, stated, right, year, fact, source }) => ({
      message: `${source ? `${saySource(source)}，` : ''}${name}从${first}年算起，${year}年是第${right}个，此处作第${stated.value}个`,
      basis: fact,
    }),
    fixes: ({ stated, right }) => [renumber(stated, right, `改为“第${write(stated, right)}个”`)],
  },

  session: {
    explain: ({ source, stated }, text) => ({
      message: `${saySource(source)}，此处作“${text.slice(stated.start, stated.end)}”，两处不一`,
    }),
    fixes: ({ stated, right }) => [renumber(stated, right, `改为“${write(stated, right)}”`)],
  },

  festival: {
    explain({ name, right, fact }) {
      return { message: `${name}是${right[0]}月${right[1]}日`, basis: fact };
    },
    fixes: ({ month, day, right }) => [span(month, day, right, `改为“${right[0]}月${right[1]}日”`)],
  },

  'life-order': {
    explain: ({ first, last }) => ({ message: `起止年份颠倒：${last.value}年早于${first.value}年` }),
    fixes: ({ first, last }, text) => [{ title: '互换两个年份', edits: swap(first, last, text) }],
  },

  'birth-years': {
    explain({ start, end, length, range, apart }, text) {
      const said = text.slice(range.start, range.end);
      return {
        message: `“${text.slice(start, end)}”相差${length}岁，“${said}”却相差${apart}年，请核对`,
        evidence: [{ ...range, message: `相差${apart}年` }],
      };
    },
  },

  'life-age': {
    explain({ years, age, length }, text) {
      const said = text.slice(years.start, years.end);
      return {
        message: `照“${said}”推算为${length}岁上下，此处作${age}岁`,
        evidence: [{ start: years.start, end: years.end, message: `相隔${length}年` }],
      };
    },
  },

  service: {
    explain({ years, age, length }, text) {
      const said = text.slice(years.start, years.end);
      return {
        message: `照前后年份推算为${length}年上下，此处作${age}年`,
        evidence: [{ start: years.start, end: years.end, message: said }],
      };
    },
  },

  age: {
    explain({ said, right, source }, text) {
      const born = text.slice(said.birth.start, said.birth.end);
      return {
        message: `${saySource(source)}，“${born}”应为${right}岁，此处作${said.age}岁`,
        evidence: [{ ...said.birth, message: born }],
      };
    },
  },

  stage: {
    explain({ start, end, source }, text) {
      return { message: `“${text.slice(start, end)}”与${saySource(source)}有重叠，请核对` };
    },
  },

  deadline: {
    explain({ start, end, source }, text) {
      return { message: `${saySource(source)}，报送时限“${text.slice(start, end)}”却在会后，请核对` };
    },
  },

  step: {
    explain({ start, end, source }, text) {
      return { message: `${saySource(source)}，此处“${text.slice(start, end)}”却更早，请核对` };
    },
  },

  'meeting-day': {
    explain({ start, end, source }, text) {
      return { message: `${saySource(source)}，此处作“${text.slice(start, end)}”，两处不一` };
    },
  },

  'title-year': {
    explain: ({ year, source }) => ({ message: `${saySource(source)}，此处作${year}年，疑为旧稿残留` }),
    fixes: ({ right, start, end }) => [
      { title: `改为“${right}年”`, edits: [{ start, end, text: String(right) }] },
    ],
  },

  past: {
    explain: ({ phrase, source }) => ({ message: `“${phrase}”早于${nameOwnDate(source)}` }),
  },

  'told-later': {
    explain: ({ source, start, end }, text) => ({
      message: `“${text.slice(start, end)}”的事已经做了，却晚于${nameOwnDate(source)}，请核对`,
    }),
  },

  relative: {
    explain({ implied, source, start, end }, text) {
      return { message: `照“${text.slice(start, end)}”的说法，行文在${implied}年，而${saySource(source)}` };
    },
  },
};

/** The text of the name with its counter put right. */
function formOf(meeting: Meeting, text: string): string {
  const { counter, start, end } = meeting;
  return text.slice(start, counter.start) + counterOf(meeting) + text.slice(counter.end, end);
}

/** Congresses of the Party are counted by 次, committees and the People's Congress by 届. */
function counterOf({ kind }: Meeting): string {
  return kind === 'congress' ? '次' : '届';
}

/** The session that met in the year written, where the meeting's own number stands in Chinese characters. */
function resession({ number }: Meeting, session: number): Alternative[] {
  if (!number) return [];
  const text = number.han ? writeHanNumber(session) : String(session);
  return [{ title: `会次改为“${text}”`, edits: [{ start: number.start, end: number.end, text }] }];
}

function rangeOf({ start, end }: Range): Range {
  return { start, end };
}

function write({ han }: Written, value: number): string {
  if (!han) return String(value);
  return value === 2 ? '两' : writeHanNumber(value);
}

function renumber(stated: Written, value: number, title: string): Alternative {
  return { title, edits: [{ ...rangeOf(stated), text: write(stated, value) }] };
}

function span(first: Range, last: Range, right: readonly [number, number], title: string): Alternative {
  return {
    title,
    edits: [
      { ...rangeOf(first), text: String(right[0]) },
      { ...rangeOf(last), text: String(right[1]) },
    ],
  };
}

function swap(a: Range, b: Range, text: string): Edit[] {
  return [
    { ...rangeOf(a), text: text.slice(b.start, b.end) },
    { ...rangeOf(b), text: text.slice(a.start, a.end) },
  ];
}

function toWeekday({ written, real }: Pick<Fault<'weekday'>, 'written' | 'real'>): readonly Alternative[] {
  const right = writeWeekday(real);
  return [{ title: `改为“${right}”`, edits: [{ ...written, text: right.slice(-1) }] }];
}
