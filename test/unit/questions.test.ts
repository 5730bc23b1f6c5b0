/** What the writer is asked for a draft's gaps, and what the answers change. */
import assert from 'node:assert/strict';
import { applyEdits, gapsOf, questionsOf } from '../../rules/index.ts';
import { testLinter } from '../support/linter.ts';

const linter = testLinter();

function ask(text: string) {
  const draft = linter.open(text, { format: 'plain' });
  return questionsOf(draft.document, gapsOf(draft.findings()));
}

/** The text after the answers, by the phrases that ask. */
function filled(text: string, answers: Readonly<Record<string, string>>): string {
  const edits = ask(text).flatMap(({ phrase, fill }) =>
    answers[phrase] === undefined ? [] : fill(answers[phrase]),
  );
  return applyEdits(text, edits);
}

describe('questions', () => {
  it('say what they ask in words that another draft would say too', () => {
    const text = '刚才，×书记和市委×书记代表×市讲了话。今年，全市生产总值同比增长×%。';
    assert.deepEqual(
      ask(text).map(({ label, phrase }) => `${label} ${phrase}`),
      ['姓氏 【×】书记', '姓氏 市委【×】书记', '地名（市） 【×】市', '百分比 全市生产总值同比增长【×】%'],
    );
  });

  it('are one for a date, however it is answered', () => {
    const text = '会议于××××年×月×日召开，各县×月底前报送。';
    assert.deepEqual(
      ask(text).map(({ slot, phrase }) => `${slot} ${phrase}`),
      ['date 会议于【××××年×月×日】召开', 'month 各县【×】月底前报送'],
    );
    const phrase = '会议于【××××年×月×日】召开';
    for (const answer of ['2025年3月5日', '2025-03-05', '2025.3.5', '20250305', ' 2025 年 3 月 5 日'])
      assert.equal(filled(text, { [phrase]: answer }), '会议于2025年3月5日召开，各县×月底前报送。', answer);
    assert.equal(filled(text, { [phrase]: '近日' }), '会议于近日召开，各县×月底前报送。');
  });

  it('ask for the parts of a date that are missing only', () => {
    const monthAndDay = '会议定于2025年×月×日召开。';
    assert.equal(
      filled(monthAndDay, { '会议定于2025年【×月×日】召开': '3.5' }),
      '会议定于2025年3月5日召开。',
    );
    assert.equal(
      filled(monthAndDay, { '会议定于2025年【×月×日】召开': '2025年3月5日' }),
      '会议定于2025年3月5日召开。',
    );
    const yearAndDay = '会议定于20××年3月×日召开。';
    assert.deepEqual(
      ask(yearAndDay).map(({ slot }) => slot),
      ['date'],
    );
    assert.equal(
      filled(yearAndDay, { '会议定于【20××年3月×日】召开': '2025年3月5日' }),
      '会议定于2025年3月5日召开。',
    );
  });

  it('ask for two dates apart', () => {
    assert.deepEqual(
      ask('×月×日至×月×日举办培训班。').map(({ slot }) => slot),
      ['date', 'date'],
    );
  });
});

describe('names that were filled in', () => {
  const text = '×书记代表榆林市讲话。×局长、×镇、×村、×县、×区都来了，靖边县没来。';
  const recognised = new Map([
    [
      text,
      ['榆林市', '靖边县'].map((name) => ({
        start: text.indexOf(name),
        end: text.indexOf(name) + name.length,
        text: name,
        kind: 'place' as const,
      })),
    ],
  ]);
  const leftovers = (draft: ReturnType<typeof linter.open>) =>
    draft
      .findings()
      .filter(({ ruleId }) => ruleId === 'placeholder/leftover-name')
      .map(({ start, end }) => text.slice(start, end));

  it('are no leftovers of another draft, those of others are', () => {
    const draft = linter.open(text, { format: 'plain' });
    draft.provideNames(recognised);
    assert.deepEqual(leftovers(draft), ['榆林市', '靖边县']);
    draft.meanNames(['榆林', '张']);
    assert.deepEqual(leftovers(draft), ['靖边县']);
  });
});
