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
import { CLOSE, OPEN, parseRulePage, readRulePages } from '../../scripts/rule-pages.mjs';
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

describe('what is wrong with a page', () => {
  const PAGE = `# toys/toy · 玩具

查玩具。

- 级别：info
- English: Toy. Finds toys.

## 为什么

## 怎么改

## 应当报告

\`\`\`text each
买了⟦玩具⟧。
\`\`\`

## 不应报告

\`\`\`text
买了书。
\`\`\`
`;
  const problems = (page: string) =>
    parseRulePage('toys/toy', page).problems.map(({ line, what }) => `${line ?? ''}: ${what}`);

  it('is nothing when it is whole', () => assert.deepEqual(problems(PAGE), []));

  for (const [what, page, expected] of [
    ['another id', PAGE.replace('toys/toy', 'toys/tyo'), '1: must be “# toys/toy · <Chinese name>”'],
    ['no summary', PAGE.replace('查玩具。\n\n', ''), '2: a summary paragraph must follow the title'],
    [
      'a level that there is not',
      PAGE.replace('info', 'inof'),
      ': a line “- 级别：error|warning|info|hint” is missing',
    ],
    [
      'no English',
      PAGE.replace('- English', '- Englisch'),
      ': a line “- English: <title>. <summary>” is missing',
    ],
    ['no section', PAGE.replace('怎么改', '改'), ': the section “## 怎么改” is missing'],
    [
      'an option that there is not',
      PAGE.replace('each', 'eahc'),
      '14: a fence knows no “eahc”, see docs/development/writing-rules.md',
    ],
    [
      'a language that there is not',
      PAGE.replace('text each', 'txt each'),
      '14: a fence is of text, markdown, house, not “txt”',
    ],
    ['a mark without its other', PAGE.replace('⟧', '⟧⟦'), '14: a ⟦ or ⟧ has no other: 买了⟦玩具⟧⟦。'],
    ['nothing marked', PAGE.replace(/[⟦⟧]/g, ''), '14: nothing is marked: 买了玩具。'],
    ['a mark in a good example', PAGE.replace('书', '⟦书⟧'), '20: marks in a good example: 买了⟦书⟧。'],
    ['a fence without an end', PAGE.replace(/```\n$/, ''), '20: the fence is not closed'],
    [
      'a result of nothing',
      PAGE.replace('text each', 'text fixed'),
      '14: a result without an example before it',
    ],
  ] as const) {
    it(`is told: ${what}`, () => assert.ok(problems(page).includes(expected), problems(page).join('\n')));
  }
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
        const said = findings.map(({ start, end, message }) => `${start}–${end} ${message}`);
        assert.deepEqual(said, [...new Set(said)], `${where}: told twice`);
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
