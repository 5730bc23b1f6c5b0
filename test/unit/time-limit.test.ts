import assert from 'node:assert/strict';
import { TookTooLong, within } from '../../host/time-limit.ts';

describe('time limit', () => {
  it('returns what is returned, and throws what is thrown', () => {
    assert.equal(
      within(1000, () => within(1000, () => 7)),
      7,
    );
    assert.throws(() => within(1000, () => JSON.parse('{')), SyntaxError);
    assert.equal(
      within(1000, () => 8),
      8,
    );
  });

  for (const [what, run] of [
    ['a loop', () => void endless()],
    ['a pattern', () => /(?:a|a)+b/.test('a'.repeat(99))],
    ['what catches everything', stubborn],
    ['a limit within', () => within(60_000, endless)],
  ] as const) {
    it(`ends ${what}`, () => {
      assert.throws(() => within(50, run), TookTooLong);
      assert.equal(
        within(1000, () => 9),
        9,
      );
    });
  }
});

function endless(): never {
  for (;;);
}

function stubborn(): never {
  for (;;) {
    try {
      endless();
    } catch {
      // Goes on.
    }
  }
}
