/** What holds of punctuation and numerals beyond single lines, which the pages show. */
import assert from 'node:assert/strict';
import { applyEdits, type Finding, fixText, type Linter } from '../../rules/index.ts';
import { testLinter } from '../support/linter.ts';

describe('punctuation', () => {
  let linter: Linter;
  before(() => {
    linter = testLinter();
  });
  const of = (text: string, rule: string) => linter.lint(text).filter(({ ruleId }) => ruleId === rule);
  const said = (text: string, findings: readonly Finding[]) =>
    findings.map(({ start, end }) => text.slice(start, end));

  describe('places of one kind in a paragraph', () => {
    it('are findings of their own while they are few', () => {
      const text = '要压实责任,要严格考核;要务求实效。';
      const found = of(text, 'punctuation/half-width');
      assert.deepEqual(said(text, found), [',', ';']);
      assert.ok(found.every(({ evidence }) => evidence.length === 0));
    });

    it('are one finding with one fix where the text is half-width throughout', () => {
      const text = '要压实责任,要严格考核;要务求实效,'.repeat(40);
      const found = of(text, 'punctuation/half-width');
      assert.equal(found.length, 1);
      assert.match(found[0]!.message, /^本段有 120 处标点用了半角：“,”80 处、“;”40 处$/);
      assert.equal(
        applyEdits(text, found[0]!.fixes[0]!.edits),
        '要压实责任，要严格考核；要务求实效，'.repeat(40),
      );
    });

    it('are told paragraph by paragraph', () => {
      const line = '要压实责任,要严格考核;要务求实效,不走过场。';
      // Not the same line again: that one goes, and nobody is told of its marks.
      assert.equal(of(`${line}\n今年${line}`, 'punctuation/half-width').length, 2);
    });
  });

  describe('where two rules could speak', () => {
    // Each of these has something wrong with the mark that numbers it, and with nothing else.
    for (const text of ['(一)加强领导', '（一)加强领导', '（一）、加强领导', '1、加强领导', '一.加强领导']) {
      it(`only numbering does of ${text}`, () => {
        const families = linter
          .lint(`${text}。\n`)
          .filter(({ ruleId }) => ruleId !== 'numbering/incomplete-series')
          .map(({ ruleId }) => ruleId);
        assert.deepEqual(families, ['numbering/mark-form']);
      });
    }

    it('only adverts do of a no-break space between Han', () => {
      const text = '要坚持稳中\u00a0求进，抓好落实。';
      assert.deepEqual(
        linter.lint(text).map(({ ruleId }) => ruleId),
        ['advert/invisible'],
      );
    });
  });

  describe('pairs over paragraphs', () => {
    const pairs = (text: string) => said(text, of(text, 'punctuation/pair'));

    it('a quotation of several paragraphs opens in each and closes in the last', () => {
      assert.deepEqual(pairs('他说：“第一段。\n“第二段。\n“第三段。”\n会议结束。'), []);
    });

    it('a quotation may close some paragraphs later', () => {
      assert.deepEqual(pairs('修改为：“有下列情形的：\n（一）情节轻微的；\n（二）及时改正的。”'), []);
    });

    it('a title may be broken over lines, but not over pages', () => {
      assert.deepEqual(pairs('关于印发《全县乡村建设行动\n实施方案》的通知'), []);
      assert.deepEqual(pairs(`关于印发《全县乡村建设行动\n${'正文。\n'.repeat(30)}实施方案》的通知`), [
        '《',
        '》',
      ]);
    });

    it('an edit of another paragraph changes what is loose', () => {
      const open = linter.open('他说：“第一段。\n第二段。');
      const loose = () => open.findings().filter(({ ruleId }) => ruleId === 'punctuation/pair').length;
      assert.equal(loose(), 1);
      const end = open.document.text.length;
      open.update([{ start: end, end, text: '”' }]);
      assert.equal(loose(), 0);
      open.update([{ start: 3, end: 4, text: '' }]);
      assert.equal(loose(), 1);
    });

    for (const [text, expected] of [
      ['贯彻落实《关于加强基层治理的意见，推动落实。', '贯彻落实《关于加强基层治理的意见》，推动落实。'],
      ['坚持“四下基层，走好群众路线。', '坚持“四下基层”，走好群众路线。'],
      ['他指出：“这件事，一定要办好。', '他指出：“这件事，一定要办好。”'],
      ['完成投资3亿元，含预备费）已经到位。', '完成投资3亿元，（含预备费）已经到位。'],
    ] as const) {
      it(`the lost half is looked for where it most likely stood: ${expected}`, () => {
        const [finding] = of(text, 'punctuation/pair');
        assert.equal(applyEdits(text, finding!.fixes[0]!.edits), expected);
      });
    }
  });

  it('safe fixes of neighbouring rules come to one text', () => {
    const text = [
      '(一)要压实责任,严格考核 ,务求实效。。',
      '２０２４年05月01日,"三个年"活动(含专项)启动...',
      '要坚持稳中\u00a0求进工作总 基调,抓好教育、医疗、等工作;。',
    ].join('\n');
    const fixed = fixText(linter, text);
    assert.equal(
      fixed.text,
      [
        '（一）要压实责任，严格考核，务求实效。',
        '2024年5月1日，“三个年”活动（含专项）启动……',
        '要坚持稳中求进工作总 基调，抓好教育、医疗等工作。',
      ].join('\n'),
    );
    assert.equal(fixText(linter, fixed.text).fixed, 0);
  });
});
