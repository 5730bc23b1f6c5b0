/** gongwen-ignores.tsv: what is left alone stays left alone while the text around it changes, and comes back when it changes itself. */
import assert from 'node:assert/strict';
import fc from 'fast-check';
import {
  editIgnores,
  idleIgnores,
  ignoreFinding,
  ignoreRule,
  insertion,
  parseIgnores,
} from '../../config/ignores.ts';
import { ConfigFiles } from '../../config/resolve.ts';
import { defineParagraphRule } from '../../engine/rule.ts';
import { createLinter, rules as productRules, type Settings } from '../../rules/index.ts';
import { testWords } from '../support/linter.ts';

/** Flags each × and each 空. */
const marks = defineParagraphRule<{ start: number; end: number }>({
  id: 'toy/mark',
  severity: 'warning',
  find: ({ text }) => [...text.matchAll(/[×空]/g)].map(({ index }) => ({ start: index, end: index + 1 })),
  explain: () => ({ message: '有一处' }),
});
const linter = createLinter({ rules: [marks], words: testWords });

const TEXT = '县委高度重视，×书记多次到现场调研推动。\n下一步，要认真落实×局长的要求。\n';

function ignoreFirst(text: string) {
  const linted = linter.open(text, { kind: 'general' });
  const [first] = linted.findings();
  return ignoreFinding('稿.txt', linted.document, first!);
}

describe('ignores', () => {
  it('leave one place alone, and no other', () => {
    const ignores = [ignoreFirst(TEXT)];
    const found = linter.lint(TEXT, { kind: 'general', ignores });
    assert.deepEqual(
      found.map(({ start }) => start),
      [TEXT.lastIndexOf('×')],
    );
    const whole = linter.lint(TEXT, { kind: 'general', ignores: [ignoreRule('稿.txt', 'toy/mark')] });
    assert.deepEqual(whole, []);
  });

  it('hold through edits elsewhere, and end with the text they are about', () => {
    const linted = linter.open(TEXT, { kind: 'general', ignores: [ignoreFirst(TEXT)] });
    fc.assert(
      fc.property(fc.stringMatching(/^[一-三×空\n]{0,6}$/), (inserted) => {
        const at = linted.document.text.indexOf('下一步');
        linted.update([{ start: at, end: at, text: inserted }]);
        assert.deepEqual(linted.unusedIgnores(), []);
        assert.ok(
          linted.findings().every(({ start }) => linted.document.slice(start, start + 3) !== '×书记'),
        );
      }),
      { numRuns: 30 },
    );
    const at = linted.document.text.indexOf('×书记');
    linted.update([{ start: at + 1, end: at + 3, text: '市长' }]);
    assert.equal(linted.unusedIgnores().length, 1);
    assert.ok(linted.findings().some(({ start }) => start === at));
  });

  it('are lines that sort, merge, and survive what nobody can read', () => {
    const [a, b] = [ignoreFirst(TEXT), ignoreRule('归档/旧.txt', 'advert/contact')];
    const text = editIgnores('# 说明\n手写的一行\n', { add: [a, b, a] });
    assert.deepEqual(parseIgnores(text).entries, [
      { ...b, line: 2 },
      { ...a, line: 4 },
    ]);
    assert.deepEqual(parseIgnores(text).problems, [{ line: 3, text: '手写的一行' }]);
    assert.equal(editIgnores(text, { add: [a, b] }), text);
    assert.equal(editIgnores(text, { remove: [2, 4] }), '# 说明\n手写的一行\n');
    assert.equal(
      editIgnores('# 说明\r\n', { add: [a] })
        .replaceAll('\r\n', '')
        .includes('\n'),
      false,
    );
    assert.equal(editIgnores('', { add: [a, b] }), editIgnores('', { add: [b, a, b] }));
  });

  it('that match nothing any more are told, with the reason; what nobody has looked at is not', () => {
    const here = ignoreFirst(TEXT);
    const list = editIgnores('', {
      add: [
        here,
        { ...here, context: '0123456789abcdef' },
        { ...here, ruleId: 'toy/gone' },
        { ...here, ruleId: 'toy/off' },
        { ...here, ruleId: 'toy/own' },
        ignoreRule('没有.txt', 'toy/mark'),
        ignoreRule('未查.txt', 'toy/mark'),
      ],
    });
    const { entries } = parseIgnores(`${list}${list.trimEnd().split('\n').at(-1)}\n`);
    const ignores = entries.filter(({ file }) => file === '稿.txt');
    const unused = linter.open(TEXT, { kind: 'general', ignores }).unusedIgnores();
    const idle = idleIgnores(
      entries,
      (id) => id !== 'toy/gone' && id !== 'toy/own',
      (file) =>
        file === '稿.txt' ? { unused, userRules: ['toy/own'] } : file === '没有.txt' ? 'missing' : 'unknown',
    );
    assert.deepEqual(
      idle.map(({ entry, because }) => [entry.ruleId, entry.file, because]),
      [
        ['toy/mark', '没有.txt', 'no-file'],
        ['toy/gone', '稿.txt', 'no-rule'],
        ['toy/mark', '稿.txt', 'no-finding'],
      ],
    );
    assert.equal(idle[2]!.entry.context, '0123456789abcdef');
  });

  it('of a rule that is off, or lacks the names it needs, are not called unused', () => {
    const named = defineParagraphRule<{ start: number; end: number }>({
      ...marks,
      id: 'toy/named',
      needsNames: true,
      find: () => [],
    });
    const ignores = ['toy/mark', 'toy/named'].map((id) => ignoreRule('稿.txt', id));
    const both = createLinter({ rules: [marks, named], words: testWords });
    const unused = (settings: Settings) =>
      both.open('刚才，×书记讲了话。', { kind: 'general', ignores, ...settings }).unusedIgnores();
    assert.deepEqual(unused({}), []);
    assert.deepEqual(unused({ rules: { 'toy/mark': 'off' } }), []);
    const clean = both.open('刚才，书记讲了话。', { kind: 'general', ignores });
    assert.deepEqual(clean.unusedIgnores(), ignores);
  });

  it('in comments that hide nothing are told, name by name', () => {
    const text = [
      '<!-- gongwen-disable-next-line toy/mark -->',
      '县委高度重视，×书记多次到现场调研推动。',
      '<!-- gongwen-disable-next-line toy/mark, toy/off -->',
      '没有问题的一行。',
      '<!-- gongwen-disable -->',
      '又是没有问题的一行。',
      '<!-- gongwen-enable -->',
    ].join('\n');
    const linted = linter.open(text, { format: 'markdown', kind: 'general' });
    assert.deepEqual(
      linted.unusedSuppressions().map(({ start, end, rules }) => [text.slice(start, end), rules]),
      [
        ['<!-- gongwen-disable-next-line toy/mark, toy/off -->', ['toy/mark']],
        ['<!-- gongwen-disable -->', []],
      ],
    );
    assert.deepEqual(linted.findings(), []);
    const all = linter.lint(text, { format: 'markdown', kind: 'general', suppressions: false });
    assert.equal(all.length, 1);
  });

  it('are put where they sort, one line each', () => {
    const entries = ['甲.txt', '乙.txt', '丙.txt'].map((file) => ignoreRule(file, 'advert/contact'));
    let text = '';
    for (const entry of entries) {
      const { line, text: added } = insertion(text, entry)!;
      const lines = text.split('\n');
      const at = lines.slice(0, line).join('\n').length + (line > 0 ? 1 : 0);
      text = text.slice(0, at) + added + text.slice(at);
      assert.equal(insertion(text, entry), undefined);
    }
    assert.equal(text, editIgnores('', { add: entries }));
  });

  it('are those of the nearest list, by the name of the document in it', () => {
    const list = editIgnores('', { add: [ignoreRule('讲话/稿.txt', 'advert/contact')] });
    const files = new Map([
      ['/稿/gongwen-ignores.tsv', list],
      ['/稿/gongwen-lint.json', '{ "kind": "speech" }'],
    ]);
    const config = new ConfigFiles((path) => files.get(path), productRules);
    const { settings, ignores } = config.effective('/稿/讲话/稿.txt');
    assert.deepEqual(
      settings.ignores?.map(({ ruleId, context }) => [ruleId, context]),
      [['advert/contact', '*']],
    );
    assert.deepEqual(ignores, { list: '/稿/gongwen-ignores.tsv', file: '讲话/稿.txt' });
    assert.equal(config.effective('/稿/稿.txt').settings.ignores, undefined);
    assert.equal(config.effective('/别处/稿.txt').ignores, undefined);
  });
});
