/**
 * Judges reports against the day of their signature: 关于2026年上半年安全生产工作情况的报告, signed on 6 July 2025. Nobody sums up what is still to come.
 */
import type { Document } from '../../../engine/document.ts';
import type { Range } from '../../../engine/finding.ts';
import { dates } from '../../../language/dates/dates.ts';
import { documentDate } from '../../../language/dates/document-date.ts';
import { PERIOD_MONTHS, type PeriodName } from '../../../language/dates/periods.ts';
import { layout } from '../../../language/layout/layout.ts';
import { anyOf } from '../../../language/text/pattern.ts';
import type { Placed } from './faults.ts';
import { ownDate } from './sources.ts';

const SITUATION = `${anyOf('完成 开展 落实 执行 办理 检查 督查 整改 工作 运行 建设')}情况`;
const ANALYSIS = '(?:分析|自查|评估|专题)?';
const REPORT = anyOf('报告 通报 汇报 公报');
/** What a title ends in that tells of what was done. */
const TELLS = new RegExp(
  `(?:总结|(?:述职|述廉|自查|自评|评估|履职|年度|总结)报告|统计公报|(?:${SITUATION}|形势)(?:的?${ANALYSIS}${REPORT})?)$`,
);
/** What is told of before it is done, or is done to get ready for it. */
const AHEAD = /预算|计划|草案|安排|打算|筹备|准备|前期|元旦|春节|征兵|招生|开局|两会/;
const PART = new RegExp(`^年度?第?(?<part>${anyOf(Object.keys(PERIOD_MONTHS).join(' '))})`);
/** 2025年|工作总结: of all the year, and not of one thing that was done in it. */
const WHOLE = /^年度?(?:全年|个人|机关|党建|支部|思想)?(?:工作)?(?:总结|述职)/;
/** From this month on a year is summed up. */
const SUMMED_UP = 10;
/** 2025年度“三公”经费自查报告: of a year that is over, or the most of it. */
const HALF = 6;
const OF_ALL = /年度.{0,30}(?:自查|自评|述职|述廉|履职)报告$/;
/** What is told at the year's end may be of all of it. */
const LAST_MONTH = 12;

interface Told extends Range {
  readonly year: number;
  /** The month before which nobody tells of it. */
  readonly month: number;
}

/** The one period that a title tells of. */
function toldIn(title: string, start: number, year: number): Told | undefined {
  if (!TELLS.test(title) || AHEAD.test(title)) return undefined;
  const behind = title.slice(start + 4);
  const match = PART.exec(behind);
  const end = start + 4 + (match?.[0].length ?? 1);
  if (match) return { start, end, year, month: PERIOD_MONTHS[match.groups!.part as PeriodName][1] };
  const month = WHOLE.test(behind) ? SUMMED_UP : OF_ALL.test(title) ? HALF : 1;
  return { start, end, year, month };
}

/** One for a title that tells of a period which the signature comes before. */
export function* signedEarlyFaults(document: Document): Generator<Placed> {
  const { title } = document.model(layout);
  const years = title?.fact(dates).flatMap(({ year, month }) => (year && !month ? [year] : [])) ?? [];
  const [own, more] = years;
  if (!title || !own || more) return;
  const told = toldIn(title.text.trimEnd(), own.start, own.value);
  if (!told) return;
  const written = document.model(documentDate);
  if (written?.place !== 'signing') return;
  if (written.year * LAST_MONTH + (written.month ?? LAST_MONTH) >= told.year * LAST_MONTH + told.month)
    return;
  const { start, end } = told;
  yield {
    paragraph: title,
    fault: { kind: 'told-later', severity: 'warning', start, end, source: ownDate(written) },
  };
}
