/** The form for a draft's gaps: answers stay with their questions, whatever happens to the text meanwhile. */
import assert from 'node:assert/strict';
import {
  answered,
  answersToKeep,
  edited,
  type Form,
  opened,
  prefilled,
  type Question,
  renewed,
  valuesOf,
} from '../../client/form/form.ts';
import { readValues, valuesFor, withValues } from '../../client/form/values.ts';
import { gapsOf, questionsOf } from '../../rules/index.ts';
import { testLinter } from '../support/linter.ts';

const linter = testLinter();

/** What the server would ask of the text. */
function ask(text: string): Question[] {
  const draft = linter.open(text, { format: 'plain' });
  return questionsOf(draft.document, gapsOf(draft.findings())).map(
    ({ group, slot, label, phrase, places, constraints }) => ({
      group,
      slot,
      label,
      phrase,
      constraints,
      offers: [],
      places: places.map(({ start, end }) => ({
        start,
        end,
        text: text.slice(start, end),
        before: text.slice(0, start),
        after: text.slice(end),
      })),
    }),
  );
}

/** The form after an edit of the text, and the text. */
function edit(form: Form, text: string, start: number, end: number, by: string): [Form, string] {
  const after = text.slice(0, start) + by + text.slice(end);
  return [renewed(edited(form, [{ start, end, text: by }]), ask(after)), after];
}

const answers = (form: Form) => form.entries.map(({ phrase, answer }) => `${phrase} ${answer}`.trim());
const idOf = (form: Form, phrase: string) => form.entries.find((entry) => entry.phrase === phrase)!.id;

describe('the form', () => {
  const text = '刚才，×书记代表×市讲了话。生产总值增长×%，投资增长×%。';
  const growth = '生产总值增长【×】%';
  const investment = '投资增长【×】%';

  it('takes values in any order, and gives back those that say something', () => {
    let form = opened(ask(text));
    form = answered(form, idOf(form, investment), ' 8.1 ');
    form = answered(form, idOf(form, '【×】书记'), '张');
    form = answered(form, idOf(form, growth), '  ');
    assert.deepEqual(
      valuesOf(form).map(({ value }) => value),
      ['张', '8.1'],
    );
  });

  it('keeps the answers at their gaps when the text is edited above, between and at them', () => {
    let form = opened(ask(text));
    form = answered(form, idOf(form, growth), '6.5');
    form = answered(form, idOf(form, investment), '8.1');
    let now = text;
    [form, now] = edit(form, now, 0, 0, '同志们：\n');
    [form, now] = edit(form, now, now.indexOf('投资'), now.indexOf('投资') + 2, '工业投资');
    [form, now] = edit(form, now, now.indexOf('×%'), now.indexOf('×%') + 1, '××');
    assert.deepEqual(answers(form), [
      '【×】书记',
      '【×】市',
      '生产总值增长【××】% 6.5',
      '工业投资增长【×】% 8.1',
    ]);
  });

  it('forgets no answer when its gap is deleted, and gives it back with the gap', () => {
    let form = opened(ask(text));
    form = answered(form, idOf(form, growth), '6.5');
    const sentence = '生产总值增长×%，';
    const at = text.indexOf(sentence);
    let now: string;
    [form, now] = edit(form, text, at, at + sentence.length, '');
    assert.deepEqual(answers(form), ['【×】书记', '【×】市', investment]);
    [form, now] = edit(form, now, at, at, sentence);
    assert.equal(now, text);
    assert.deepEqual(answers(form), ['【×】书记', '【×】市', `${growth} 6.5`, investment]);
  });

  it('does not give the answer of one gap to another that moves to its place', () => {
    let form = opened(ask(text));
    form = answered(form, idOf(form, growth), '6.5');
    [form] = edit(form, text, 0, 0, '财政收入增长×%。');
    assert.deepEqual(answers(form).slice(0, 1), ['财政收入增长【×】%']);
    assert.ok(answers(form).includes(`${growth} 6.5`));
  });

  it('comes back half filled', () => {
    let form = opened(ask(text));
    form = answered(form, idOf(form, '【×】市'), '榆林');
    const again = opened(ask(`各位代表：\n${text}`), answersToKeep(form));
    assert.deepEqual(answers(again), ['【×】书记', '【×】市 榆林', growth, investment]);
    assert.equal(again.entries[1]!.origin, 'kept');
  });

  it('tells questions with the same words apart by their order', () => {
    const twice = '甲县增长×%。乙县增长×%。'.replace(/[甲乙]县/g, '');
    let form = opened(ask(twice));
    form = answered(form, form.entries[1]!.id, '2');
    const again = opened(ask(twice), answersToKeep(form));
    assert.deepEqual(
      again.entries.map(({ answer }) => answer),
      ['', '2'],
    );
  });

  describe('values of a set of drafts', () => {
    const file = '# 本次会议\n【×】书记\t张\n【×】市\t榆林\n增长【×】%\t6\n增长\t7\n投资增长【×】%\t8.1\n';

    it('fill what is asked with their words, and nothing that they fit twice', () => {
      const form = opened(ask(text));
      const values = valuesFor(form, readValues(file));
      const filled = prefilled(form, (entry) => values.get(entry));
      assert.deepEqual(answers(filled), ['【×】书记 张', '【×】市 榆林', `${growth} 6`, `${investment} 8.1`]);
      const three = opened(ask('财政收入增长×%，支出增长×%。'));
      assert.equal(valuesFor(three, readValues(file)).size, 0);
    });

    it('do not take the place of what the writer has typed', () => {
      let form = opened(ask(text));
      form = answered(form, idOf(form, '【×】书记'), '王');
      const values = valuesFor(form, readValues(file));
      assert.equal(answers(prefilled(form, (entry) => values.get(entry)))[0], '【×】书记 王');
    });

    it('are written beside those of other drafts, whose lines stay', () => {
      let form = opened(ask(text));
      form = answered(form, idOf(form, '【×】书记'), '王');
      form = answered(form, idOf(form, growth), '6.5');
      assert.equal(
        withValues('# 本次会议\n【×】书记\t张\n【×】县\t绥德\n', form),
        `# 本次会议\n【×】书记\t王\n【×】县\t绥德\n${growth}\t6.5\n`,
      );
      assert.match(withValues('', form), /^#.*\n【×】书记\t王\n/);
      assert.deepEqual([...readValues(withValues('', form)).values()], ['王', '6.5']);
    });
  });
});
