/** `--stats`: where the time went. */
import type { RuleTiming } from '../rules/index.ts';
import { padStart } from './columns.ts';
import type { Messages } from './messages.ts';

export interface Stats {
  readonly files: number;
  /** UTF-16 units of text. */
  readonly units: number;
  /** Reading, checking and fixing together. */
  readonly milliseconds: number;
  readonly rules: readonly RuleTiming[];
}

/** A line on the run, then a row for each rule, in the order given. */
export function formatStats({ files, units, milliseconds, rules }: Stats, messages: Messages): string {
  const speed = units / 1000 / Math.max(milliseconds, 0.001);
  const head = messages.statsHead(
    files,
    units.toLocaleString('en'),
    milliseconds.toFixed(1),
    speed.toFixed(speed < 10 ? 2 : 1),
  );
  const total = rules.reduce((sum, rule) => sum + rule.milliseconds, 0);
  const rows = rules.map(({ ruleId, milliseconds, findings }) => [
    milliseconds.toFixed(2),
    `${((milliseconds / Math.max(total, 1e-9)) * 100).toFixed(1)} %`,
    String(findings),
    ruleId,
  ]);
  const lines = [messages.statsColumns, ...rows].map(([time, share, found, rule]) =>
    [padStart(time!, 10), padStart(share!, 8), padStart(found!, 9), rule].join('  '),
  );
  return `${head}\n${lines.join('\n')}\n`;
}
