/** What speaks against an answer: said, never a reason to refuse it. */
import assert from 'node:assert/strict';
import { doubtsAbout } from '../../rules/index.ts';

const NOTHING = { before: '', after: '' };

describe('doubts about an answer', () => {
  const doubts = (
    slot: string,
    value: string,
    around = NOTHING,
    constraints: { max?: number; min?: number; reason: string }[] = [],
  ) => doubtsAbout({ slot, constraints }, value, around);

  it('a word where a figure belongs', () => {
    assert.equal(doubts('number', '较多').length, 1);
    assert.deepEqual(doubts('number', ''), []);
    for (const figure of ['12', '十二', '1,200', '近百', '12.5', '２０'])
      assert.deepEqual(doubts('number', figure), [], figure);
  });

  it('a year, a month or a day that is none', () => {
    assert.equal(doubts('year', '25').length, 1);
    assert.deepEqual([...doubts('year', '2025'), ...doubts('year', '二〇二五')], []);
    assert.equal(doubts('month', '13').length, 1);
    assert.deepEqual([...doubts('month', '12'), ...doubts('month', '十二')], []);
    assert.equal(doubts('day', '32').length, 1);
    assert.deepEqual([...doubts('day', '31'), ...doubts('day', '三十一'), ...doubts('day', '二')], []);
    assert.equal(doubts('date', '近日').length, 1);
    assert.equal(doubts('date', '2025年13月1日').length, 1);
    assert.deepEqual(
      [...doubts('date', '2025年3月1日'), ...doubts('date', '3.1'), ...doubts('date', '2025-03')],
      [],
    );
  });

  it('a figure beyond what the text says, also with its unit or in thousands', () => {
    const most = [{ max: 10, reason: '不大于10' }];
    assert.deepEqual(doubts('number', '12', NOTHING, most), ['不大于10']);
    assert.deepEqual(doubts('number', '1,200个', NOTHING, most), ['不大于10']);
    assert.deepEqual(doubts('number', '9', NOTHING, most), []);
  });

  it('what the text says already', () => {
    assert.equal(doubts('place', '榆林市', { before: '', after: '市委' }).length, 1);
    assert.equal(doubts('money', '12亿元', { before: '', after: '亿元，' }).length, 1);
    assert.equal(doubts('percent', '12%', { before: '', after: '%。' }).length, 1);
    assert.equal(doubts('ordinal', '第3', { before: '居第', after: '位' }).length, 1);
    assert.deepEqual(doubts('place', '榆林', { before: '', after: '市委' }), []);
    assert.deepEqual(doubts('number', '12', { before: '', after: '2个' }), []);
  });
});
