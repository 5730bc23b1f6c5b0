/** Headings of Word (styles, outline levels) and the structure: outline, series with typed and automatic numbers, counts. */
import assert from 'node:assert/strict';
import { CheckedDocument, reviewDocument, WordDocument } from '../../docx/index.ts';
import { printOutline } from '../../rules/index.ts';
import { testLinter } from '../support/linter.ts';
import { findingsOf, headingStyles, makeDocx, numbering, p, styled } from './support.ts';

const styles = headingStyles();
const outlineOf = (bytes: Uint8Array) =>
  printOutline(new CheckedDocument(new WordDocument(bytes), testLinter()).stories[0]!.linted.document)
    .split('\n')
    .map((line) => line.split('\t')[0])
    .filter((line) => line !== '');
const AUTOMATIC = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>';
const TEXT = '各级各部门要提高认识，狠抓落实。';

describe('Word documents: headings', () => {
  it('are levels of the outline, by a style, one based on it, or the paragraph itself', () => {
    const body = [
      styled('总体要求', 'chapter'),
      styled('指导思想', 'h2'),
      p(TEXT),
      p('工作目标', '<w:outlineLvl w:val="1"/>'),
      styled('重点任务', 'h1'),
      styled('不是标题', 'h1', '<w:outlineLvl w:val="9"/>'),
      styled('保障措施', 'named'),
    ].join('');
    const named = '<w:style w:type="paragraph" w:styleId="named"><w:name w:val="Heading 2"/></w:style>';
    assert.deepEqual(outlineOf(makeDocx({ body, parts: { styles: styles + named } })), [
      '总体要求',
      '  指导思想',
      '  工作目标',
      '重点任务',
      '  保障措施',
    ]);
  });

  it('are not what only has their style: sentences, salutations, rows, tables of contents', () => {
    const cell = `<w:tbl><w:tr><w:tc>${styled('单位', 'h1')}</w:tc><w:tc>${p('金额')}</w:tc></w:tr></w:tbl>`;
    const body = [styled(TEXT, 'h1'), styled('各位代表：', 'h1'), styled('', 'h1'), cell, p('完。')].join('');
    assert.deepEqual(outlineOf(makeDocx({ body, parts: { styles } })), []);
  });

  const parts = { styles, numbering: numbering([['chineseCounting', '%1、']]) };
  const mixed = (third: string) =>
    makeDocx({
      body: [
        styled('基本情况', 'h1', AUTOMATIC),
        p(TEXT),
        styled('二、主要做法', 'h1'),
        styled('（一）抓学习', 'h2'),
        p(TEXT),
        p('（二）抓落实'),
        p(TEXT),
        third,
        p(TEXT),
      ].join(''),
      parts,
    });

  it('stand in one series, typed or automatic, in a style or not', () => {
    assert.deepEqual(findingsOf(mixed(p('三、下一步打算'))), []);
    assert.deepEqual(findingsOf(mixed(styled('三、下一步打算', 'h1'))), []);
    assert.deepEqual(findingsOf(mixed(styled('四、下一步打算', 'h1'))), ['numbering/sequence: 四、']);
    assert.deepEqual(findingsOf(mixed(styled('下一步打算', 'h1', AUTOMATIC))), ['numbering/sequence: 二、']);
  });

  it('begin series anew below them, where they have no number themselves', () => {
    const part = (title: string, ...items: string[]) =>
      styled(title, 'h1') + items.map((item) => styled(item, 'h2') + p(TEXT)).join('');
    const body = (last: string) =>
      part('上年工作', '一、抓学习', '二、抓落实') + part('今年打算', '一、强基础', last);
    assert.deepEqual(findingsOf(makeDocx({ body: body('二、促发展'), parts })), []);
    assert.deepEqual(findingsOf(makeDocx({ body: body('三、促发展'), parts })), ['numbering/sequence: 三、']);
  });

  it('are counted where the text says how many there are', () => {
    const body = (count: string) =>
      [
        styled('一、主要做法', 'h1'),
        p(`重点抓好以下${count}项工作：`),
        styled('（一）抓学习', 'h2'),
        p(TEXT),
        styled('（二）抓作风', 'h2'),
        p(TEXT),
        styled('（三）抓落实', 'h2'),
        p(TEXT),
        styled('二、下一步打算', 'h1'),
        p(TEXT),
      ].join('');
    assert.deepEqual(findingsOf(makeDocx({ body: body('三'), parts })), []);
    assert.deepEqual(findingsOf(makeDocx({ body: body('四'), parts })), ['numbering/count: 四项工作']);
  });

  it('keep their levels while a review goes on with its own changes', () => {
    const linter = testLinter();
    const made = makeDocx({
      body:
        p('墨海文库整理，咨询QQ100200300') +
        styled('总体要求', 'h1') +
        styled('指导思想', 'h2') +
        p('增长×%。'),
      parts,
    });
    const author = { name: '公文校对', initials: '校', date: '2026-01-31T08:00:00Z' };
    const review = (bytes: Uint8Array) =>
      reviewDocument(new CheckedDocument(new WordDocument(bytes), linter), linter, { author, fixes: 'safe' });
    const { bytes, changes } = review(made);
    assert.equal(changes, 1);
    assert.deepEqual(outlineOf(bytes), ['总体要求', '  指导思想']);
    const again = review(bytes);
    assert.deepEqual([again.comments, again.changes], [0, 0]);
  });
});
