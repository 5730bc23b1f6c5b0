/** Models: built once a revision, from what they were. */
import assert from 'node:assert/strict';
import { defineModel } from '../../engine/facts.ts';
import { testLinter } from '../support/linter.ts';

describe('models', () => {
  const linter = testLinter();

  it('are built once a revision and given what they were', () => {
    const built: (number | undefined)[] = [];
    const counter = defineModel<number>('toy counter', (_, previous) => {
      built.push(previous);
      return (previous ?? 0) + 1;
    });
    const { document } = linter.open('甲\n乙');
    assert.equal(document.model(counter), 1);
    assert.equal(document.model(counter), 1);
    document.edit([{ start: 0, end: 0, text: '丙' }]);
    document.edit([{ start: 0, end: 0, text: '丁' }]);
    assert.equal(document.model(counter), 2);
    assert.deepEqual(built, [undefined, 1]);
  });

  it('begin anew after they have thrown, as what they were may be half changed', () => {
    const lengths = defineModel<number[]>('toy lengths', (document, previous) => {
      const kept = previous ?? [];
      kept.length = 0;
      for (const { text } of document.paragraphs) {
        if (text === '错') throw new Error('toy');
        kept.push(text.length);
      }
      return previous ? [...kept, -1] : kept;
    });
    const { document } = linter.open('甲乙\n丙');
    assert.deepEqual(document.model(lengths), [2, 1]);
    document.edit([{ start: 3, end: 4, text: '错' }]);
    assert.throws(() => document.model(lengths), /toy/);
    document.edit([{ start: 3, end: 4, text: '丁' }]);
    assert.deepEqual(document.model(lengths), [2, 1]);
  });
});
