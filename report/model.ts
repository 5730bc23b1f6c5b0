/** 校对报告: what a report is made of. Shared by the command line and the editor. */
import { type Document, type DocumentKind, type Finding, rulePage, type Severity } from '../rules/index.ts';

export interface ReportedText {
  /** What the reader knows the text by: its file name. */
  readonly name: string;
  readonly kind: DocumentKind;
  readonly document: Document;
  readonly findings: readonly Finding[];
}

export type ReportLanguage = 'zh' | 'en';

/** Everything a report says itself; findings speak Chinese in both languages. */
export const WORDS = {
  zh: {
    title: '校对报告',
    clean: '没有发现问题',
    problems: (count: number) => `${count} 个问题`,
    levels: { error: '错误', warning: '警告', info: '提示', hint: '建议' } as Record<Severity, string>,
    basis: '依据',
    fixes: '改法',
    line: (line: number) => `第 ${line} 行`,
    rules: '按规则统计',
    count: '处数',
    kinds: { speech: '讲话稿', report: '报告', official: '公文', law: '法律法规', general: '其他' },
  },
  en: {
    title: 'Proofreading report',
    clean: 'Nothing found',
    problems: (count: number) => `${count} problem(s)`,
    levels: { error: 'error', warning: 'warning', info: 'info', hint: 'hint' } as Record<Severity, string>,
    basis: 'Basis',
    fixes: 'Fixes',
    line: (line: number) => `line ${line}`,
    rules: 'By rule',
    count: 'Count',
    kinds: { speech: 'speech', report: 'report', official: 'official', law: 'law', general: 'other' },
  },
} as const;

/** Rules without a page of ours are the users' own. */
const OWN = '自定规则';

/** How many findings each rule has, most first; with the Chinese name of the rule. */
export function countByRule(
  findings: readonly Finding[],
): { ruleId: string; title: string; count: number }[] {
  const counts = new Map<string, number>();
  for (const { ruleId } of findings) counts.set(ruleId, (counts.get(ruleId) ?? 0) + 1);
  return [...counts]
    .map(([ruleId, count]) => ({ ruleId, title: rulePage(ruleId)?.title ?? OWN, count }))
    .sort((a, b) => b.count - a.count || (a.ruleId < b.ruleId ? -1 : 1));
}

/** How many findings there are of each severity. */
export function countByLevel(findings: readonly Finding[]): Record<Severity, number> {
  const counts = { error: 0, warning: 0, info: 0, hint: 0 };
  for (const { severity } of findings) counts[severity]++;
  return counts;
}
