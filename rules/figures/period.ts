import type { Document } from '../../engine/document.ts';
import type { Range, Severity } from '../../engine/finding.ts';
import type { Paragraph } from '../../engine/paragraph.ts';
import { defineDocumentRule } from '../../engine/rule.ts';
import { PERIOD_MONTHS, type Period, type PeriodName, periods } from '../../language/dates/periods.ts';
import { layout } from '../../language/layout/layout.ts';
import { type OwnYear, ownYears } from './dates/own-year.ts';
import { type StaleMonths, staleMonths } from './dates/period-months.ts';
import { type StaleYear, staleYears } from './dates/period-years.ts';

/** A period word of the body with its places (absolute), in text order. */
interface Place extends Range {
  readonly use: Period['use'];
}

interface StalePeriod extends Range {
  readonly severity: Severity;
  readonly title: Range & { readonly name: PeriodName };
  readonly name: PeriodName;
  readonly places: readonly Place[];
}

/** A year that is compared with itself; absolute. */
interface ComparedYear extends Range {
  readonly own: OwnYear;
  readonly subject: Range;
}

interface OtherMonths extends Range {
  readonly months: StaleMonths;
}

type PeriodMatch = StalePeriod | StaleYear | ComparedYear | OtherMonths;

/** Periods that a reworked draft has kept from an earlier one: a fourth-quarter title over second-quarter business. */
export const period = defineDocumentRule<PeriodMatch>({
  id: 'figures/period',
  severity: 'warning',

  *find(document) {
    for (const paragraph of document.paragraphsWith(ownYears)) {
      for (const own of paragraph.fact(ownYears))
        yield { ...absolute(own, paragraph), own, subject: absolute(own.subject, paragraph) };
    }
    const { title } = document.model(layout);
    if (!title) return;
    const named = titleLines(document, title).flatMap((line) =>
      line.fact(periods).flatMap((p) => (p.elsewhere ? [] : [{ ...p, ...absolute(p, line) }])),
    );
    if (named.length > 0) yield* stalePeriods(document, title, named);
    for (const months of staleMonths(document, title, named))
      yield { start: months.start, end: months.end, months };
    yield* document.model(staleYears);
  },

  explain(match) {
    if ('own' in match) {
      const { own, subject } = match;
      return {
        message: `句首已是${own.year}年，又与${own.year}年比：同一年不能自比，疑应为${own.year - 1}年`,
        evidence: [{ ...subject, message: `本句说的是${own.year}年` }],
      };
    }
    if ('months' in match) {
      const { name, title } = match.months;
      return {
        message: `标题是“${title.name}”，此处说的却是“${name}”的情况，疑为旧稿残留`,
        evidence: [{ start: title.start, end: title.end, message: `标题：${title.name}` }],
      };
    }
    const evidence = [
      { start: match.title.start, end: match.title.end, message: `标题：${match.title.name}` },
      ...match.places.slice(1).map(({ start, end }) => ({ start, end, message: `又见“${match.name}”` })),
    ];
    const count = match.places.length > 1 ? `（共${match.places.length}处）` : '';
    if (!('use' in match.places[0]!)) {
      return {
        message: `标题是${match.title.name}，正文却作“${match.name}”${count}，疑为旧稿残留`,
        evidence,
      };
    }
    const uses = (match as StalePeriod).places.map((p) => p.use);
    const does = uses.includes('plan') ? '安排部署' : uses.includes('review') ? '总结点评' : '';
    return {
      message: does
        ? `标题是“${match.title.name}”，正文却${does}“${match.name}”的工作${count}，疑为旧稿残留`
        : `标题是“${match.title.name}”，正文还有“${match.name}”的情况${count}，请核对是否已有新的数据`,
      evidence,
    };
  },

  fix(match) {
    if ('own' in match) {
      const text = String(match.own.year - 1);
      const edit = { start: match.start, end: match.end, text };
      return [{ title: `改为“${text}年”`, edits: [edit], safe: false }];
    }
    if ('months' in match) return monthsOf(match.months);
    const { title, name, places } = match;
    const targets =
      name in PERIOD_MONTHS ? replacements(name as PeriodName, title.name as PeriodName) : [title.name];
    const scope = places.length > 1 ? `${places.length}处` : '';
    return targets.map((text) => ({
      title: `${scope}“${name}”改为“${text}”`,
      edits: places.map(({ start, end }) => ({ start, end, text })),
      safe: false,
    }));
  },
});

/** 1—6月 as 1—9月, 上半年 as 前三季度. */
function monthsOf({ name, title, start, end }: StaleMonths) {
  const [first, last] = PERIOD_MONTHS[title.name as PeriodName];
  const text = /\d/.test(name)
    ? name.replace(/^\d{1,2}/, String(first)).replace(/\d{1,2}(?=月(?:份)?$)/, String(last))
    : title.name;
  return [{ title: `改为“${text}”`, edits: [{ start, end, text }], safe: false }];
}

/** Longest line of a title that runs over lines (as GB/T 9704—2012 has it), and how many stand above its last. */
const TITLE_LINE = 30;
const MORE_LINES = 2;

/** The title with the lines above it that belong to it: 关于做好四季度⏎重点工作的通知. */
function titleLines(document: Document, title: Paragraph): Paragraph[] {
  const lines = [title];
  for (let i = title.index - 1; i >= 0 && lines.length <= MORE_LINES; i--) {
    const line = document.lineAt(i)!;
    const { content } = line;
    if (content === '' || content.length > TITLE_LINE || /[。；：！？，]$/.test(content)) break;
    lines.unshift(line);
  }
  return lines;
}

function absolute({ start, end }: Range, { start: at }: Paragraph): Range {
  return { start: at + start, end: at + end };
}

function* stalePeriods(
  document: Document,
  title: Paragraph,
  named: readonly Period[],
): Generator<StalePeriod> {
  const year = named.find((p) => p.year)?.year;
  const byName = new Map<PeriodName, Place[]>();
  for (const paragraph of document.paragraphsWith(periods)) {
    if (paragraph.index <= title.index) continue;
    for (const p of paragraph.fact(periods)) {
      const other = p.elsewhere || (p.year !== undefined && p.year !== year);
      if (other || p.use === 'past' || isNextYear(p) || !named.every((t) => isStale(p.name, t.name)))
        continue;
      const list = byName.get(p.name) ?? [];
      list.push({ ...absolute(p, paragraph), use: p.use });
      byName.set(p.name, list);
    }
  }
  const last = named[named.length - 1]!;
  const at = { start: last.start, end: last.end, name: last.name };
  for (const [name, places] of byName) {
    const severity = severityFor(name, last.name, places);
    if (!severity) continue;
    const { start, end } = places[0]!;
    yield { start, end, severity, title: at, name, places };
  }
}

/** A meeting that closes the year arranges the work of the next: 部署一季度工作. */
function isNextYear({ name, use }: Period): boolean {
  return use === 'plan' && PERIOD_MONTHS[name][0] === 1;
}

/**
 * Whether a period is out of place under a title: it had ended before the period just before the title's began, or it
 * holds the title's period as its last part (下半年 and 四季度), so that its work cannot still be ahead.
 */
function isStale(name: PeriodName, title: PeriodName): boolean {
  const [, last] = PERIOD_MONTHS[name];
  const [first] = PERIOD_MONTHS[title];
  return last + 1 < first || hasAsTail(name, title);
}

/** 下半年 of a fourth-quarter text. Not 上半年 of a second-quarter one: in April half of it is still ahead. */
function hasAsTail(name: PeriodName, title: PeriodName): boolean {
  return name === '下半年' && title === '四季度';
}

/** Work arranged or summed up is a contradiction; a period merely mentioned is worth a look. */
function severityFor(name: PeriodName, title: PeriodName, places: readonly Place[]): Severity | undefined {
  const plans = places.some((p) => p.use === 'plan');
  if (hasAsTail(name, title)) return plans ? 'warning' : undefined;
  return plans || places.some((p) => p.use === 'review') ? 'warning' : 'info';
}

const BEFORE: Partial<Record<PeriodName, { readonly quarter: PeriodName; readonly span?: PeriodName }>> = {
  三季度: { quarter: '二季度', span: '上半年' },
  四季度: { quarter: '三季度', span: '前三季度' },
  下半年: { quarter: '二季度', span: '上半年' },
};

/** What may be meant: the period just before the title's (what is over by then), or the title's own. */
function replacements(name: PeriodName, title: PeriodName): PeriodName[] {
  if (hasAsTail(name, title)) return [title];
  const before = BEFORE[title];
  const likely = name.endsWith('季度') ? before?.quarter : before?.span;
  return likely && likely !== name ? [likely, title] : [title];
}
