/** What may be set for a rule: options reach `find`, previews wait to be asked for. */
import assert from 'node:assert/strict';
import { readOptions } from '../../engine/options.ts';
import { defineParagraphRule, type Match } from '../../engine/rule.ts';
import { createLinter, type Settings } from '../../rules/index.ts';
import { testWords } from '../support/linter.ts';

interface Options {
  readonly most: number;
  readonly words: readonly string[];
}

const long = defineParagraphRule<Match, Options>({
  id: 'toy/long',
  severity: 'hint',
  options: {
    most: { type: 'integer', default: 4, minimum: 1, maximum: 99, description: '最多几个字' },
    words: { type: 'strings', default: [], description: '一概不许的词' },
  },
  find: ({ text }, { most, words }) =>
    text.length > most || words.some((word) => text.includes(word)) ? [{ start: 0, end: text.length }] : [],
  explain: () => ({ message: '太长' }),
});

const early = defineParagraphRule<Match>({
  id: 'toy/early',
  severity: 'warning',
  preview: true,
  find: ({ text }) => (text.includes('早') ? [{ start: 0, end: 1 }] : []),
  explain: () => ({ message: '早' }),
});

describe('options of rules', () => {
  const linter = createLinter({ rules: [long, early], words: testWords });
  const found = (text: string, rules: Settings['rules'], preview = false) =>
    linter.lint(text, { rules: rules ?? {}, preview }).map(({ ruleId, severity }) => `${ruleId} ${severity}`);

  it('are the rule’s own unless set', () => {
    assert.deepEqual(found('一二三四', {}), []);
    assert.deepEqual(found('一二三四五', {}), ['toy/long hint']);
    assert.deepEqual(found('一二三四五', { 'toy/long': { options: { most: 5 } } }), []);
    assert.deepEqual(found('一二', { 'toy/long': { level: 'error', options: { words: ['二'] } } }), [
      'toy/long error',
    ]);
  });

  it('take effect in an open document', () => {
    const linted = linter.open('一二三四五');
    assert.equal(linted.findings().length, 1);
    linted.configure({ rules: { 'toy/long': { options: { most: 5 } } } });
    assert.equal(linted.findings().length, 0);
  });

  it('that do not fit are told, and the others hold', () => {
    const { options, bad } = readOptions(long.options, { most: 0, words: ['词'], least: 1 });
    assert.deepEqual(options, { most: 4, words: ['词'] });
    assert.deepEqual(bad, [
      { name: 'most', expected: '1–99' },
      { name: 'least', expected: undefined },
    ]);
  });

  it('a rule in preview runs when it is named or previews are asked for', () => {
    assert.deepEqual(found('早', {}), []);
    assert.deepEqual(found('早', {}, true), ['toy/early warning']);
    assert.deepEqual(found('早', { 'toy/early': 'on' }), ['toy/early warning']);
    assert.deepEqual(found('早', { toy: 'info' }), ['toy/early info']);
    assert.deepEqual(found('早', { 'toy/early': 'off' }, true), []);
  });
});
