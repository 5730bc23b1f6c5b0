/** The pages that say what is checked: the rules they name are there, and speak of the examples beside them. */
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { rulePages } from '../../rules/index.ts';
import { testLinter } from '../support/linter.ts';

const docs = join(dirname(fileURLToPath(import.meta.url)), '../../docs/development');
const pages = readdirSync(docs).filter((file) => file.startsWith('coverage-'));
const read = (page: string) => readFileSync(join(docs, page), 'utf8');
/** A rule's name within backticks. */
const NAME = /`([a-z]+\/[a-z-]+)`/g;
const named = (text: string) => [...text.matchAll(NAME)].map(([, name]) => name!);
const rules = rulePages().map(({ ruleId }) => ruleId);

describe('the pages on what is checked', () => {
  for (const page of pages) {
    it(`${page} names rules that are there`, () => {
      assert.deepEqual(
        named(read(page)).filter((name) => !rules.includes(name)),
        [],
      );
    });
  }
});

/** A row of the page on standards. */
interface Clause {
  readonly clause: string;
  readonly what: string;
  readonly verdict: string;
  readonly example: string;
}

const clauses = read('coverage-standards.md')
  .split('\n')
  .filter((line) => line.startsWith('| ') && !/^\| (?:clause|---) /.test(line))
  .map((line): Clause => {
    const [clause = '', what = '', verdict = '', example = ''] = line
      .slice(2, -2)
      .split(' | ')
      .map((cell) => cell.trim());
    return { clause, what, verdict, example };
  });

describe('the clauses of the standards', () => {
  it('each have a rule with an example, or a reason why none', () => {
    const isTold = ({ verdict, example }: Clause) =>
      verdict.startsWith('none: ') ? example === '' : named(verdict).length > 0 && example !== '';
    assert.ok(clauses.length > 150);
    assert.deepEqual(
      clauses.filter((row) => !isTold(row)),
      [],
    );
  });

  it('are broken by their examples, as the rules say', () => {
    const linter = testLinter();
    const speaks = ({ verdict, example }: Clause) => {
      const found = linter.lint(example.replaceAll('⏎', '\n'));
      return named(verdict).every((name) => found.some(({ ruleId }) => ruleId === name));
    };
    assert.deepEqual(
      clauses.filter((row) => row.example !== '' && !speaks(row)),
      [],
    );
  });

  it('name every rule on form, punctuation and numerals', () => {
    const told = new Set(clauses.flatMap(({ verdict }) => named(verdict)));
    const ours = rules.filter((rule) => /^(?:format|punctuation|numerals)\//.test(rule));
    assert.deepEqual(
      ours.filter((rule) => !told.has(rule)),
      [],
    );
  });
});
