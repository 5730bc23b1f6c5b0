/** A few generated drafts: the clean twins are clean, planted faults are found where they were planted. */
import assert from 'node:assert/strict';
import { testLinter } from '../support/linter.ts';
import { draftOf } from './drafts.ts';
import { KINDS, measure } from './measure.ts';

/** Kinds of which less is found yet; docs/development/recall.md says how much. */
const OPEN = new Set<string>();
const LEAST = 0.95;

describe('generated drafts', function () {
  this.timeout(60_000);
  const recall = measure(testLinter(), [1, 2, 3, 4, 5, 6, 7, 8]);

  it('are as long as reports are', () => {
    for (let seed = 1; seed <= 8; seed++) {
      const { length } = draftOf(seed).read().text;
      assert.ok(length > 3000 && length < 9000, `draft ${seed} has ${length} characters`);
    }
  });

  it('are clean but for what is open', () => {
    assert.deepEqual(
      recall.alarms.filter(({ kind }) => !OPEN.has(kind.split('/')[1]!)),
      [],
    );
  });

  for (const kind of Object.keys(KINDS).filter((name) => !OPEN.has(name))) {
    it(`show ${kind} where it is planted`, () => {
      const all = recall.planted.get(kind) ?? 0;
      const found = recall.found.get(kind) ?? 0;
      assert.ok(all > 0 && found / all >= LEAST, `${found} of ${all}`);
    });
  }

  it('have no finding elsewhere', () => {
    assert.deepEqual(recall.strays, []);
  });
});
