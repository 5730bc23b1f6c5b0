import assert from 'node:assert/strict';
import fc from 'fast-check';
import { Characters, lastOf, ShortList } from '../../rules/language/characters.ts';

describe('sets of characters', () => {
  it('tell theirs at an offset, and nothing outside of the text', () => {
    const set = new Characters('市县', '\u0001');
    assert.equal(set.at('×市', 1), true);
    assert.equal(set.at('×市', 0), false);
    for (const outside of [-1, 2, 100, Number.NaN]) assert.equal(set.at('×市', outside), false);
    assert.equal(set.at('\u0001', 0), true);
  });

  it('do not mix, however many there are', () => {
    const all = Array.from({ length: 100 }, (_, i) => String.fromCharCode(0x4e00 + i));
    const sets = all.map((char) => new Characters(char));
    for (const [i, set] of sets.entries())
      assert.deepEqual(
        all.filter((char) => set.at(char, 0)),
        [all[i]],
      );
  });

  it('find the first of theirs in a stretch', () => {
    const set = new Characters('，。');
    assert.equal(set.next('甲，乙。', 0, 4), 1);
    assert.equal(set.next('甲，乙。', 2, 4), 3);
    assert.equal(set.next('甲，乙。', 2, 3), 3);
  });

  it('are made of the last characters of words', () => {
    assert.equal(lastOf(['比例', '系数']), '例数');
  });
});

describe('short lists of words', () => {
  const list = ['录音整理', '录音', '会员', '会员单位', '单位'];
  const short = new ShortList(list);

  it('count as a pattern of the same words does', () => {
    const pattern = new RegExp(list.join('|'), 'g');
    const text = fc
      .array(fc.constantFrom(...'录音整理会员单位，'), { maxLength: 30 })
      .map((chars) => chars.join(''));
    fc.assert(
      fc.property(text, fc.nat(30), fc.nat(30), (text, a, b) => {
        const [from, to] = [Math.min(a, b, text.length), Math.min(Math.max(a, b), text.length)];
        const found = text.slice(from, to).match(pattern) ?? [];
        assert.equal(short.countDistinct(text, from, to), new Set(found).size);
        assert.equal(short.isIn(text, from, to), found.length > 0);
      }),
    );
  });

  it('look no further than the text', () => {
    assert.equal(short.isIn('会员', -5, 99), true);
    assert.equal(short.isIn('会', -5, 99), false);
  });
});
