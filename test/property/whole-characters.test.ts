/**
 * A character of two units (rare ideographs of names, emoji) put beside, before and into whatever a rule finds is never cut: half a
 * character makes a message that a strict reader of JSON rejects, and a fix that damages the text.
 */
import assert from 'node:assert/strict';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { jsonOf } from '../../cli/format-json.ts';
import { htmlReport } from '../../report/html.ts';
import { markdownReport } from '../../report/markdown.ts';
import {
  applyEdits,
  type Format,
  type LintedDocument,
  type Range,
  type Settings,
} from '../../rules/index.ts';
import { readRulePages } from '../../scripts/rule-pages.mjs';
import { testLinter } from '../support/linter.ts';

const root = join(dirname(fileURLToPath(import.meta.url)), '../..');
const linter = testLinter();
/** In the surnames' block of names, and one that is no Han character. */
const RARE = ['𠮷', '😀'];
const HALF = /[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/;

const isWhole = (text: string) => !HALF.test(text);

/** All places that the findings of a text are about. */
function placesOf(linted: LintedDocument): Set<number> {
  const places = new Set<number>();
  const add = ({ start, end }: Range) => {
    for (const at of [start, Math.min(start + 1, end), end]) places.add(at);
  };
  for (const finding of linted.findings()) {
    add(finding);
    for (const { start, end, elsewhere } of finding.evidence) if (!elsewhere) add({ start, end });
    for (const { edits } of finding.fixes) edits.forEach(add);
  }
  return places;
}

/** What is cut in all that is said and written of a text. */
function cutsIn(text: string, settings: Settings): string[] {
  const linted = linter.open(text, settings);
  const { document, kind } = linted;
  const findings = linted.findings();
  const cut: string[] = [];
  const reported = { name: '稿.txt', kind, document, findings };
  const file = { path: '稿.txt', document, kind, findings, fixed: 0, written: false };
  for (const [name, said] of [
    ['JSON', jsonOf(file, false)],
    ['HTML', htmlReport([reported], 'zh')],
    ['Markdown', markdownReport([reported], 'zh')],
  ] as const) {
    if (!isWhole(said) || /\\ud[89a-f]/i.test(said)) cut.push(name);
  }
  for (const { ruleId, start, end, fixes } of findings) {
    if (![start, end].every((at) => isWhole(text.slice(0, at)))) cut.push(`${ruleId}: ${start}–${end}`);
    for (const { edits, title } of fixes) {
      if (!isWhole(applyEdits(text, edits))) cut.push(`${ruleId}: ${title}`);
    }
  }
  return cut.map((what) => `${what}: ${text}`);
}

describe('characters of two units beside every hit', () => {
  it('are whole in findings, fixes and reports, on the pages of all rules', () => {
    const examples = readRulePages(root).flatMap((page) => page.examples.filter(({ bad }) => bad));
    assert.ok(examples.length > 300);
    const found: string[] = [];
    for (const [i, { text, format, kind }] of examples.entries()) {
      const settings = { format: format as Format, ...(kind && { kind }) } as Settings;
      for (const at of placesOf(linter.open(text, settings))) {
        if (!isWhole(text.slice(0, at))) continue;
        const rare = RARE[(i + at) % RARE.length]!;
        found.push(...cutsIn(text.slice(0, at) + rare + text.slice(at), settings));
      }
    }
    assert.deepEqual(found, []);
  }).timeout(300_000);
});
