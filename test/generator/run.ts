/**
 * Prints recall on generated drafts by kind and, with `--write`, sets the table into docs/development/recall.md. `--misses`
 * prints what was missed. `node --import tsx test/generator/run.ts [--drafts N] [--write] [--misses]`
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { testLinter } from '../support/linter.ts';
import { KINDS, type Miss, measure, type Recall } from './measure.ts';

const PAGE = new URL('../../docs/development/recall.md', import.meta.url);

const { values } = parseArgs({
  options: {
    drafts: { type: 'string', default: '40' },
    write: { type: 'boolean', default: false },
    misses: { type: 'boolean', default: false },
  },
});
const seeds = Array.from({ length: Number(values.drafts) }, (_, i) => i + 1);
const recall = measure(testLinter(), seeds);
const page = pageOf(recall);
console.log(page);
if (values.misses)
  for (const [title, list] of [
    ['MISSED', recall.missed],
    ['STRAY', recall.strays],
    ['ALARM', recall.alarms],
  ] as const)
    print(title, list);
if (values.write) writeFileSync(PAGE, `${page}${behind(readFileSync(PAGE, 'utf8'))}`);

/** What the page says of other measures, behind the tables of this one. */
function behind(written: string): string {
  const at = written.indexOf('\n## ');
  return at < 0 ? '' : written.slice(at);
}

function print(title: string, list: readonly Miss[]): void {
  for (const { seed, kind, wrong, sentence, said } of list)
    console.log(
      `${title} ${seed} ${kind} “${wrong.trim()}” in “${sentence}”${said.map((s) => `\n    ${s}`).join('')}`,
    );
}

function pageOf({ planted, found, missed, strays, alarms, drafts, characters }: Recall): string {
  const rows = Object.entries(KINDS)
    .filter(([kind]) => planted.has(kind))
    .map(([kind, { family, label }]) => {
      const all = planted.get(kind)!;
      const hit = found.get(kind) ?? 0;
      return { family, label, kind, all, hit };
    });
  const families = [...new Set(rows.map(({ family }) => family))].map((family) => {
    const mine = rows.filter((row) => row.family === family);
    const all = mine.reduce((n, row) => n + row.all, 0);
    const hit = mine.reduce((n, row) => n + row.hit, 0);
    return `| ${family} | ${all} | ${hit} | ${(hit / all).toFixed(3)} |`;
  });
  return `# Recall on generated drafts

Whole drafts are made of random facts (\`test/generator/\`): reports and speeches of 3,000 to 8,000 characters, and
whole official documents with number, addressees, attachments, signature and copies, in which everything is right. The clean twin of each must be free of errors and warnings. Then one fault at a time is planted and
looked for where it was planted, and nowhere else. \`npm run recall -- --write\` writes this page anew; \`--misses\` prints what
was missed.

${drafts} drafts of ${Math.round(characters / drafts)} characters on average, ${[...planted.values()].reduce((a, b) => a + b, 0)} faults, ${missed.length} missed, ${strays.length} with an error or a warning
elsewhere, ${alarms.length} errors and warnings on clean twins.

| Family | Planted | Found | Recall |
| --- | ---: | ---: | ---: |
${families.join('\n')}

| Kind | Family | Planted | Found | Recall |
| --- | --- | ---: | ---: | ---: |
${rows.map(({ kind, label, family, all, hit }) => `| ${kind} ${label} | ${family} | ${all} | ${hit} | ${(hit / all).toFixed(3)} |`).join('\n')}
`;
}
