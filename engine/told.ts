/** What of the reports is told, how gravely, and where it stands. */
import { compareFindings, type Finding, SEVERITIES, type Severity } from './finding.ts';
import type { Paragraph } from './paragraph.ts';
import { PlacedFinding, type Report } from './report.ts';
import type { Hearing, Severities } from './settings.ts';

/** The findings of a paragraph in order: made anew only where it has moved or its rules are judged otherwise. */
export function findingsOf(paragraph: Paragraph, severities: Severities): readonly Finding[] {
  const { placed } = paragraph;
  const reports = paragraph.reports!;
  if (placed?.reports === reports && placed.at === paragraph.start && placed.severities === severities)
    return placed.findings;
  const findings: Finding[] = [];
  for (const report of reports) {
    const hearing = severities.get(report.rule);
    if (hearing && isTold(report, hearing)) findings.push(placedAt(report, paragraph.start, hearing));
  }
  paragraph.placed = { reports, at: paragraph.start, severities, findings };
  return findings;
}

/** A report as a finding, `by` units further on. */
export function placedAt(report: Report, by: number, hearing: Hearing): Finding {
  return new PlacedFinding(report, by, severityIn(report, hearing));
}

export function isTold(report: Report, hearing: Hearing): boolean {
  if (hearing.least === 'hint') return true;
  return SEVERITIES.indexOf(severityIn(report, hearing)) <= SEVERITIES.indexOf(hearing.least);
}

function severityIn({ match, rule }: Report, { severity }: Hearing): Severity {
  return severity === 'own' ? (match.severity ?? rule.severity) : severity;
}

/** Two lists in order as one: paragraphs' findings stand in order already, and sorting them all at each key would cost more than the rules. */
export function merge(a: readonly Finding[], b: readonly Finding[]): readonly Finding[] {
  if (b.length === 0) return a;
  if (a.length === 0) return b;
  const merged: Finding[] = [];
  let i = 0;
  for (const finding of b) {
    while (i < a.length && compareFindings(a[i]!, finding) <= 0) merged.push(a[i++]!);
    merged.push(finding);
  }
  while (i < a.length) merged.push(a[i++]!);
  return merged;
}
