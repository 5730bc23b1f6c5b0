/** 这三个问题: a number of what was told before it, unless its sentence leads to the list. */
import type { Paragraph } from '../../engine/paragraph.ts';
import { boundBefore, SENTENCE_STOPS } from '../text/bounds.ts';
import { wideTextOf } from '../text/wide.ts';
import type { DeclaredCount } from './declared-counts.ts';

/**
 * 这三个问题; 从扩大供给和抑制浪费两方面: the things were told before the number.
 * @param named the members of the list behind it name them once more: 分为准备、实施、总结三个阶段。（一）准备阶段
 */
export function sumsUp(paragraph: Paragraph, count: DeclaredCount, named: boolean): boolean {
  const { start, value, points, colon } = count;
  if (points === 'ahead') return false;
  const { contentStart } = paragraph;
  const text = wideTextOf(paragraph);
  // 我就讲这三条：第一条，…: the list follows.
  if (colon && ANNOUNCES_THESE.test(text.slice(Math.max(0, start - 8), start))) return false;
  if (leadsWithThese(text, contentStart, count)) return false;
  // 等三类机构
  if (/[这那等各]$/.test(text.slice(Math.max(0, start - 1), start))) return true;
  if (named && !count.general) return false;
  const clause = text.slice(boundBefore(text, start, SENTENCE_STOPS, TOLD_REACH), start);
  return clause.split(/[、和与及]/).length === value && /[、和与及][^的、和与及]{0,30}$/.test(clause);
}

/** 这四个问题，要引起重视：第一，…: the first word of the paragraph, and its sentence leads to the list. */
export const leadsWithThese = (
  text: string,
  contentStart: number,
  { start, sentenceEnd }: DeclaredCount,
): boolean => start - 1 === contentStart && text[contentStart] === '这' && text[sentenceEnd - 1] === '：';

const ANNOUNCES_THESE = /(?:讲|说|谈|提|强调|把握|做到|抓好|注意|记住|落实|就是|[是有])(?:好|了|住)?这$/;

/** How far before the number what it counts may have been told. */
const TOLD_REACH = 60;
