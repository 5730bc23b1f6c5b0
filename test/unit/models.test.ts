/** Models: built once a revision, from what they were. */
import assert from 'node:assert/strict';
import { defineFact, defineModel } from '../../engine/facts.ts';
import { testLinter } from '../support/linter.ts';

describe('models', () => {
  const linter = testLinter();

  it('are built once a revision and given what they were', () => {
    const built: (number | undefined)[] = [];
    const counter = defineModel<number>('toy counter', ({ paragraphs }, previous) => {
      built.push(previous);
      return previous === undefined ? 1 : previous + paragraphs.length - 1;
    });
    const { document } = linter.open('甲\n乙');
    assert.equal(document.model(counter), 1);
    assert.equal(document.model(counter), 1);
    document.edit([{ start: 0, end: 0, text: '丙' }]);
    document.edit([{ start: 0, end: 0, text: '丁' }]);
    assert.equal(document.model(counter), 2);
    assert.deepEqual(built, [undefined, 1]);
  });

  it('stand while lines change that they have not looked at', () => {
    let built = 0;
    const beside = defineModel<string>('toy lines beside', (document) => {
      built++;
      const second = document.lineAt(1)!;
      return [document.lineBefore(second), document.lineBehind(second), ...document.linesIn(5, 9)]
        .map((line) => line?.text)
        .join('|');
    });
    const { document } = linter.open('甲\n乙\n\n丙\n丁\n戊');
    const edited = (start: number, end: number, text: string) => {
      built = 0;
      document.edit([{ start, end, text }]);
      return [document.model(beside), built];
    };
    assert.equal(document.model(beside), '甲|丙|戊');
    assert.deepEqual(edited(7, 8, '己'), ['甲|丙|戊', 0]);
    assert.deepEqual(edited(5, 6, '庚'), ['甲|庚|戊', 1]);
    // Lines that were passed over are looked at as well.
    assert.deepEqual(edited(4, 4, '辛'), ['甲|辛|戊', 1]);
    assert.deepEqual(edited(6, 7, '壬'), ['甲|辛|戊', 0]);
    assert.deepEqual(edited(0, 1, '癸'), ['癸|辛|戊', 1]);
    // A line that came moves all others.
    assert.deepEqual(edited(8, 8, '\n'), ['癸|辛|己|戊', 1]);
  });

  it('stand while nothing changes that they have read', () => {
    const numbers = defineFact<readonly string[]>('toy numbers', ({ text }) => text.match(/\d+/g) ?? []);
    const runs: string[] = [];
    const first = defineModel<string | undefined>('toy first number', (document) => {
      runs.push('first');
      return document.paragraphsWith(numbers)[0]?.fact(numbers)[0];
    });
    const doubled = defineModel<string>('toy first number doubled', (document) => {
      runs.push('doubled');
      const number = document.model(first) ?? '';
      return number + number;
    });
    const { document } = linter.open('甲\n1乙\n丙\n2');
    const edited = (start: number, end: number, text: string) => {
      document.edit([{ start, end, text }]);
      runs.length = 0;
      return [document.model(doubled), ...runs];
    };
    assert.equal(document.model(doubled), '11');
    // Elsewhere; in what is read, to no effect; with effect.
    assert.deepEqual(edited(0, 1, '丁丁'), ['11']);
    assert.deepEqual(edited(4, 5, '乙乙'), ['11', 'first']);
    assert.deepEqual(edited(3, 4, '3'), ['33', 'first', 'doubled']);
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
