/**
 * What rules find and facts hold is data: Chinese in it was cut from the text or stands in a table, or is to be written into the text.
 * Sentences are made in `explain`. Held over all examples of all pages.
 */
import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseHouse } from '../../config/house.ts';
import { Document } from '../../engine/document.ts';
import { facts } from '../../engine/facts.ts';
import { Paragraph } from '../../engine/paragraph.ts';
import type { Match } from '../../engine/rule.ts';
import { type Rule, rules, type Settings } from '../../rules/index.ts';
import { readRulePages } from '../../scripts/rule-pages.mjs';
import { testLinter } from '../support/linter.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));
const pages = readRulePages(root);

/** What is to be written: of a match, and of an edit. */
const WRITTEN = new Set(['right', 'becomes', 'text']);
/** Where a table or a document of the set is kept. */
const FILE = 'path';

const HAN = /\p{Script=Han}+/gu;

/** All that the tables of language and rules hold. */
const tables = ['language', 'rules']
  .flatMap((floor) => readdirSync(join(root, floor)).map((room) => join(root, floor, room, 'data')))
  .filter((folder) => existsSync(folder))
  .flatMap((folder) => readdirSync(folder).map((file) => join(folder, file)))
  .filter((file) => file.endsWith('.tsv'))
  .map((file) => readFileSync(file, 'utf8'))
  .join('\n');

/** Whether the letters stand in one of the lines, one behind the other: names of figures are cut out of a clause in pieces. */
function isCutFrom(lines: readonly string[], letters: string): boolean {
  return lines.some((line) => {
    let at = 0;
    for (const letter of letters) {
      at = line.indexOf(letter, at) + 1;
      if (at === 0) return false;
    }
    return true;
  });
}

/** Where in a value there are words that are neither the text's nor a table's: `.fault.reason: 不一致`. */
function wordsIn(value: unknown, lines: readonly string[], path = '', seen = new Set<unknown>()): string[] {
  if (typeof value === 'string') {
    return (value.match(HAN) ?? [])
      .filter((letters) => !isCutFrom(lines, letters) && !tables.includes(letters))
      .map((letters) => `${path}: ${letters}`);
  }
  if (typeof value !== 'object' || value === null || seen.has(value)) return [];
  if (value instanceof Paragraph || value instanceof Document) return [];
  seen.add(value);
  if (value instanceof Map || value instanceof Set)
    return [...value].flatMap((entry) => wordsIn(entry, lines, path, seen));
  return Object.entries(value)
    .filter(([field]) => !WRITTEN.has(field) && field !== FILE)
    .flatMap(([field, held]) => wordsIn(held, lines, Array.isArray(value) ? path : `${path}.${field}`, seen));
}

/** The same rules, each of which hands on what it finds. */
function watched(tell: (rule: Rule, match: Match) => void): Rule[] {
  return rules.map((rule) => {
    const find = (at: never, options: never): Match[] => {
      const found = [...(rule.find as (at: never, options: never) => Iterable<Match>)(at, options)];
      for (const match of found) tell(rule, match);
      return found;
    };
    return { ...rule, find } as Rule;
  });
}

type Example = (typeof pages)[number]['examples'][number];

function settingsOf(ruleId: string, { format, kind, house }: Example): Settings {
  return {
    format,
    ...(kind === undefined ? {} : { kind }),
    ...(house === undefined ? {} : { house: parseHouse('/稿/本单位.tsv', house).house }),
    rules: { [ruleId]: 'on' },
  } as Settings;
}

/** All words in what is found, and read, in the examples, once each. */
function wordsOfExamples(): string[] {
  const words = new Set<string>();
  let lines: readonly string[] = [];
  const add = (whose: string, value: unknown) => {
    for (const found of wordsIn(value, lines)) words.add(`${whose} ${found}`);
  };
  const linter = testLinter({ rules: watched((rule, match) => add(rule.id, match)) });
  for (const { ruleId, examples } of pages) {
    for (const example of examples) {
      const { text, companions, house = '' } = example;
      lines = [text, house, ...companions.flatMap(({ name, text: other }) => [name, other])].flatMap((t) =>
        t.split('\n'),
      );
      const linted = linter.open(text, settingsOf(ruleId, example));
      linted.accompany(
        companions.map(({ name, text: other }) => ({
          path: `/稿/${name}`,
          document: linter.open(other).document,
        })),
      );
      linted.findings();
      for (const paragraph of linted.document.paragraphs)
        for (const fact of facts) add(`fact ${fact.name}`, paragraph.fact(fact));
    }
  }
  return [...words];
}

describe('what rules find and facts hold', () => {
  it('is no sentence: Chinese is cut from the text, of a table, or to be written', () => {
    assert.deepEqual(wordsOfExamples(), [], 'carry a typed reason, and say it in `explain`');
  }).timeout(60_000);

  it('shows a sentence that is found', () => {
    const lines = ['第三条 由五条减为四条'];
    const fault = { label: '第三条', right: '另作', message: '正文有五条' };
    assert.deepEqual(wordsIn({ start: 0, fault }, lines), ['.fault.message: 正文有五条']);
    assert.deepEqual(wordsIn({ reasons: new Map([['第三条', '缺号']]) }, lines), ['.reasons: 缺号']);
  });
});
