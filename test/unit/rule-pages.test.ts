/** Every rule has a page, and what the page shows is what the rule does. */
import assert from 'node:assert/strict';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseHouse } from '../../config/house.ts';
import {
  applyEdits,
  type Finding,
  fixText,
  type House,
  type LintedDocument,
  type Linter,
  type Name,
  type Range,
  type Settings,
} from '../../rules/index.ts';
import { checkRules } from '../../scripts/check-rules.mjs';
import { CLOSE, OPEN, readRulePages } from '../../scripts/rule-pages.mjs';
import { testLinter } from '../support/linter.ts';

const root = join(dirname(fileURLToPath(import.meta.url)), '../..');
const pages = readRulePages(root);

/** Marks ranges in a text the way pages do, so that a failure reads like the page. */
function mark(text: string, ranges: readonly { start: number; end: number }[]): string {
  let out = '';
  for (let i = 0; i <= text.length; i++) {
    out += CLOSE.repeat(ranges.filter((r) => r.end === i && r.start < i).length);
    out += OPEN.repeat(ranges.filter((r) => r.start === i).length);
    out += CLOSE.repeat(ranges.filter((r) => r.end === i && r.start === i).length);
    out += text[i] ?? '';
  }
  return out;
}

/** Tells the names of an example wherever they stand in it, as a host with recognition would. */
function provideNames(linted: LintedDocument, known: readonly { kind: string; text: string }[]): void {
  const bySource = linted.namesWanted().map((source): [string, Name[]] => {
    const found = known.flatMap(({ kind, text }) => {
      const start = source.indexOf(text);
      return start < 0 ? [] : [{ start, end: start + text.length, text, kind: kind as Name['kind'] }];
    });
    return [source, found];
  });
  linted.provideNames(new Map(bySource));
}

/** The table of an example, which must be a good one. */
function houseOf(table: string): House {
  const { house, problems } = parseHouse('/稿/本单位.tsv', table);
  assert.deepEqual(problems, []);
  return house;
}

/** The words and fixes of a finding are made when they are read: they must be there, and fit the text. */
function assertSays(finding: Finding, text: string): void {
  const { message, evidence, fixes, ask } = finding;
  const within = ({ start, end }: Range) => 0 <= start && start <= end && end <= text.length;
  assert.match(message, /\p{Script=Han}/u);
  assert.doesNotMatch(message, /undefined|NaN|\[object/);
  for (const place of evidence)
    assert.ok(place.message !== '' && (place.elsewhere || within(place)), message);
  if (ask) assert.notEqual(ask.label, '');
  for (const { title, edits } of fixes) {
    assert.notEqual(title, '');
    assert.ok(edits.length > 0 && edits.every(within), title);
    assert.notEqual(applyEdits(text, edits), text, title);
  }
}

describe('registration', () => {
  it('rules, pages and registry agree', async () => {
    assert.deepEqual(await checkRules(root), []);
  });
});

for (const page of pages) {
  describe(page.ruleId, () => {
    let linter: Linter;
    before(() => {
      linter = testLinter();
    });

    for (const example of page.examples) {
      const name = `${example.bad ? 'flags' : 'leaves alone'}: ${mark(example.text, example.expected).replaceAll('\n', '⏎').slice(0, 90)}`;
      it(name, () => {
        const settings = {
          format: example.format,
          ...(example.kind === undefined ? {} : { kind: example.kind }),
          ...(example.house === undefined ? {} : { house: houseOf(example.house) }),
          rules: { [page.ruleId]: 'on' },
        } as Settings;
        const linted = linter.open(example.text, settings);
        linted.accompany(
          example.companions.map(({ name, text }) => ({
            path: `/稿/${name}`,
            document: linter.open(text).document,
          })),
        );
        const where = `rules/${page.ruleId}.md:${example.line}`;
        if (example.names.length > 0) provideNames(linted, example.names);
        const findings = linted.findings().filter((f) => f.ruleId === page.ruleId);
        assert.equal(mark(example.text, findings), mark(example.text, example.expected), where);
        for (const finding of findings) assertSays(finding, example.text);
        if (example.fixed !== undefined) {
          const result = fixText(linter, example.text, settings, (f) => f.ruleId === page.ruleId);
          assert.equal(result.text, example.fixed, where);
        }
        for (const { index, text } of example.suggestions) {
          const fix = findings[0]?.fixes[index - 1];
          assert.ok(fix, `no fix ${index}`);
          assert.equal(applyEdits(example.text, fix.edits), text, fix.title);
        }
      });
    }
  });
}
