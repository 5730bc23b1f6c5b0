import assert from 'node:assert/strict';
import fc from 'fast-check';
import { ownString } from '../../engine/characters.ts';
import { Characters, firstOf, lastOf, ShortList } from '../../language/text/characters.ts';

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

  it('find where the stretch behind the last of theirs begins', () => {
    const set = new Characters('，。');
    assert.equal(set.behindLast('甲，乙。丙丁', 0, 6), 4);
    assert.equal(set.behindLast('甲，乙。丙丁', 5, 6), 5);
    assert.equal(set.behindLast('甲，乙。', 0, 4), 4);
    assert.equal(set.behindLast('甲乙', 0, 2), 0);
  });

  it('tell whether one of theirs stands in a stretch, as far as that lies inside the text', () => {
    const set = new Characters('，。');
    assert.equal(set.isIn('甲，乙', -5, 99), true);
    assert.equal(set.isIn('甲，乙', 2, 99), false);
    assert.equal(set.isIn('甲，乙', 2, 1), false);
  });

  it('are made of the first or the last characters of words', () => {
    assert.equal(firstOf(['比例', '系数']), '比系');
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

  it('tell the word at an offset, the first of the list where several stand', () => {
    assert.equal(short.wordAt('听录音整理', 1), '录音整理');
    assert.equal(short.wordAt('会员单位', 0), '会员');
    assert.equal(short.wordAt('会员单位', 1), undefined);
    assert.equal(short.isAt('会员单位', 2), true);
    assert.equal(short.isAt('会员单位', 4), false);
  });

  it('look no further than the text', () => {
    assert.equal(short.isIn('会员', -5, 99), true);
    assert.equal(short.isIn('会', -5, 99), false);
  });
});

describe('a string of its own', () => {
  it('is the same string, halves of characters too', () => {
    const units = fc.array(fc.constantFrom('甲', 'a', '\ud842', '\udfb7', '\n'));
    fc.assert(fc.property(units, (parts) => assert.equal(ownString(parts.join('')), parts.join(''))));
  });
});
