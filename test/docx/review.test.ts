import assert from 'node:assert/strict';
import fc from 'fast-check';
import { strFromU8, unzipSync, zipSync } from 'fflate';
import {
  acceptAll,
  CheckedDocument,
  type Fixes,
  printText,
  reviewDocument,
  WordDocument,
} from '../../docx/index.ts';
import { readComments } from '../../docx/review/comments.ts';
import { defineParagraphRule } from '../../engine/rule.ts';
import { fixText, rules } from '../../rules/index.ts';
import { testLinter } from '../support/linter.ts';
import { escapeText, item, makeDocx, numbering, p, rewritten, run, textBox } from './support.ts';

const AUTHOR = { name: '公文校对', initials: '校', date: '2026-01-31T08:00:00Z' };
const ADVERT = '墨海文库整理，咨询QQ100200300';
const linter = testLinter({
  rules: rules.filter(({ id }) => /^(?:placeholder|numbering|advert|figures)\//.test(id)),
});

function review(bytes: Uint8Array, fixes: Fixes = 'safe') {
  const checked = new CheckedDocument(new WordDocument(bytes), linter);
  return reviewDocument(checked, linter, { author: AUTHOR, fixes });
}

const accepted = (bytes: Uint8Array) => printText(new WordDocument(bytes));
const rejected = (bytes: Uint8Array) => printText(new WordDocument(bytes, { revisions: 'rejected' }));
const comments = (bytes: Uint8Array) => readComments(new WordDocument(bytes)).map(({ text }) => text);
const xml = (bytes: Uint8Array, part = 'word/document.xml') => strFromU8(unzipSync(bytes)[part]!);

/** Runs with the first comment of a review on them. */
const commented = (runs: string) =>
  `<w:commentRangeStart w:id="1"/>${runs}<w:commentRangeEnd w:id="1"/><w:r><w:commentReference w:id="1"/></w:r>`;

describe('Word documents: review', () => {
  it('sets a comment on the very characters, over runs, and leaves the rest as it is', () => {
    const made = makeDocx({ body: p(['刚才，', '×', '书记讲了话。']) });
    const { bytes } = review(made);
    assert.ok(xml(bytes).includes(run('刚才，') + commented(run('×')) + run('书记讲了话。')));
    assert.deepEqual(comments(bytes), ['未填写的占位符（错误）：“×”未填写，此处应填姓氏：“×书记讲了话”']);
    const [before, after] = [unzipSync(made), unzipSync(bytes)];
    for (const name of ['_rels/.rels']) assert.deepEqual(after[name], before[name]);
  });

  it('cuts a run and keeps its formatting on both sides', () => {
    const made = makeDocx({ body: `<w:p>${run('刚才，×书记讲了话。', '<w:b/>')}</w:p>` });
    const bold = (text: string) => run(text, '<w:b/>');
    assert.ok(xml(review(made).bytes).includes(bold('刚才，') + commented(bold('×')) + bold('书记讲了话。')));
  });

  it('keeps hidden what Word leaves out at the ends of a text', () => {
    const made = makeDocx({ body: '<w:p><w:r><w:t>  刚才，×书记讲了话。 </w:t></w:r></w:p>' });
    assert.equal(accepted(review(made).bytes), '刚才，×书记讲了话。\n');
  });

  it('deletes a paragraph of advertising with its mark, the last one of a cell without', () => {
    const cell = `<w:tbl><w:tr><w:tc>${p(ADVERT)}</w:tc></w:tr></w:tbl>`;
    const made = makeDocx({ body: p(ADVERT) + p('会议开始。') + cell + p('完。') });
    const { bytes } = review(made);
    assert.equal(accepted(bytes), '会议开始。\n\n完。\n');
    assert.equal(rejected(bytes), accepted(made));
    assert.equal((xml(bytes).match(/<w:rPr><w:del /g) ?? []).length, 1);
  });

  it('writes other fixes when asked to, with the formatting of what they replace', () => {
    const runs = `${run('投资由50亿元增至60亿元，增长')}${run('25', '<w:i/>')}${run('%。')}`;
    const made = makeDocx({ body: `<w:p>${runs}</w:p>` });
    assert.equal(accepted(review(made).bytes), accepted(made));
    const { bytes } = review(made, 'all');
    assert.equal(rejected(bytes), accepted(made));
    assert.equal(accepted(bytes), '投资由50亿元增至60亿元，增长20%。\n');
    assert.match(xml(bytes), /<w:ins [^>]*><w:r><w:rPr><w:i\/><\/w:rPr><w:t xml:space="preserve">/);
  });

  it('parts an insertion of somebody, so that theirs and ours are rejected apart', () => {
    const advert = '更多材料请关注墨海文库微信公众号mohaiwenku';
    const theirs = `<w:ins w:id="7" w:author="甲" w:date="2024-01-01T00:00:00Z">${run(`狠抓落实。${advert}`)}</w:ins>`;
    const made = makeDocx({ body: `<w:p>${run('会议强调：')}${theirs}</w:p>${p(ADVERT)}${p('完。')}` });
    const { bytes } = review(made);
    assert.equal(accepted(bytes), '会议强调：狠抓落实。\n完。\n');
    assert.match(xml(bytes), /<w:ins w:id="7"[^>]*>.*<w:del [^>]*公文校对[^>]*>.*<\/w:del>.*<\/w:ins>/);
  });

  it('says the same of a text box in both branches, and sets its comment on the box', () => {
    const body = `<w:p>${run('正文')}${textBox(p(ADVERT) + p('说明'))}</w:p>`;
    const { bytes } = review(makeDocx({ body }));
    assert.equal(accepted(bytes), '正文\n说明\n');
    assert.equal((xml(bytes).match(/<w:delText/g) ?? []).length, 2);
    assert.match(comments(bytes)[0]!, /位置：文本框中的/);
  });

  it('marks adverts in headers as changes there and comments on them in the text', () => {
    const made = makeDocx({
      body: `${p('正文')}<w:sectPr><w:headerReference r:id="rId90"/></w:sectPr>`,
      margins: { rId90: ['hdr', p(ADVERT) + p('某局')] },
    });
    const { bytes } = review(made);
    assert.equal(accepted(bytes), '正文\n【页眉】\n某局\n');
    assert.match(xml(bytes), /commentRangeStart/);
    assert.doesNotMatch(xml(bytes, 'word/header_rId90.xml'), /comment/);
  });

  it('sets several comments on a paragraph that is one tag', () => {
    const made = makeDocx({
      body: `<w:p/><w:sectPr><w:headerReference r:id="rId90"/><w:footerReference r:id="rId91"/></w:sectPr>`,
      margins: { rId90: ['hdr', p(ADVERT)], rId91: ['ftr', p('联系人：×××')] },
    });
    const { bytes } = review(made);
    assert.equal(comments(bytes).length, 2);
    assert.match(xml(bytes), /<w:p>(?:<w:r><w:commentReference [^<]*<\/w:r>){2}<\/w:p>/);
  });

  it('tells of automatic numbers and does not type them', () => {
    const parts = { numbering: numbering([['chineseCounting', '%1、']]) };
    const body = item('甲') + item('乙') + p('四、丙') + p('五、丁');
    const { bytes } = review(makeDocx({ body, parts }), 'all');
    assert.equal(rejected(bytes), '一、\t甲\n二、\t乙\n四、丙\n五、丁\n');
  });

  it('tells author and date of every change and comment', () => {
    const { bytes } = review(
      makeDocx({ body: p('投资由50亿元增至60亿元，增长25%。') + p(ADVERT) + p('完。') }),
      'all',
    );
    const written = xml(bytes).match(/<w:(?:ins|del) [^>]*>/g) ?? [];
    assert.ok(written.length >= 4);
    for (const tag of [...written, /<w:comment [^>]*>/.exec(xml(bytes, 'word/comments.xml'))![0]])
      assert.match(tag, /w:id="\d+" w:author="公文校对".* w:date="2026-01-31T08:00:00Z"/);
    const ids = written.map((tag) => /w:id="(\d+)"/.exec(tag)![1]);
    assert.equal(new Set(ids).size, ids.length);
  });

  it('writes a part in the encoding that it had', () => {
    const utf16 = (text: string) => new Uint8Array(Buffer.from(`\ufeff${text}`, 'utf16le'));
    const made = makeDocx({ body: p('刚才，×书记讲了话。') });
    const source = xml(made).replace('UTF-8', 'UTF-16');
    const files = { ...unzipSync(made), 'word/document.xml': utf16(source) };
    const { bytes } = review(zipSync(files));
    const written = Buffer.from(unzipSync(bytes)['word/document.xml']!).toString('utf16le');
    assert.ok(written.startsWith('\ufeff<?xml version="1.0" encoding="UTF-16"'));
    assert.ok(written.includes(commented(run('×'))));
  });

  it('refers to new comments as the variant of the format does', () => {
    const main = 'http://schemas.openxmlformats.org';
    const strict = rewritten(makeDocx({ body: p('刚才，×书记讲了话。') }), (text) =>
      text
        .replaceAll(`${main}/wordprocessingml/2006/main`, 'http://purl.oclc.org/ooxml/wordprocessingml/main')
        .replaceAll(`${main}/officeDocument/2006/`, 'http://purl.oclc.org/ooxml/officeDocument/'),
    );
    const plain = makeDocx({ body: p('刚才，×书记讲了话。') });
    for (const [made, type] of [
      [strict, 'http://purl.oclc.org/ooxml/officeDocument/relationships/comments'],
      [plain, `${main}/officeDocument/2006/relationships/comments`],
    ] as const)
      assert.ok(xml(review(made).bytes, 'word/_rels/document.xml.rels').includes(`Type="${type}"`));
  });

  it('goes on from the ids and comments that are there', () => {
    const made = makeDocx({
      body: `<w:p><w:bookmarkStart w:id="40" w:name="b"/><w:bookmarkEnd w:id="40"/>${run('刚才，×书记讲了话。')}</w:p>`,
      parts: { comments: `<w:comment w:id="3" w:author="甲">${p('请核')}</w:comment>` },
    });
    const { bytes } = review(made);
    assert.match(xml(bytes), /commentRangeStart w:id="41"/);
    assert.deepEqual(comments(bytes)[0], '请核');
  });

  it('keeps the threads of the comments that are there; a clean copy has none of them', () => {
    const w15 = 'http://schemas.microsoft.com/office/word/2012/wordml';
    const comment = (id: number, text: string) =>
      `<w:comment w:id="${id}" w:author="甲"><w:p xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml" w14:paraId="0000000${id}">${run(text)}</w:p></w:comment>`;
    const link = (id: string, type: string, target: string) =>
      `<Relationship Id="${id}" Type="${type}" Target="${target}"/>`;
    const threads = `<w15:commentsEx xmlns:w15="${w15}"><w15:commentEx w15:paraId="00000003" w15:done="0"/><w15:commentEx w15:paraId="00000004" w15:paraIdParent="00000003" w15:done="0"/></w15:commentsEx>`;
    const made = makeDocx({
      body: p(['刚才，', '×', '书记讲了话。']),
      parts: { comments: comment(3, '请核') + comment(4, '已核') },
      files: {
        'word/commentsExtended.xml': threads,
        'word/_rels/document.xml.rels': `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${link('r1', 'http://schemas.openxmlformats.org/officeDocument/2006/relationships/comments', 'comments.xml')}${link('r2', 'http://schemas.microsoft.com/office/2011/relationships/commentsExtended', 'commentsExtended.xml')}</Relationships>`,
      },
    });
    const { bytes } = review(made);
    assert.equal(xml(bytes, 'word/commentsExtended.xml'), threads);
    assert.match(xml(bytes, 'word/comments.xml'), /w:id="3".*w:id="4".*w:id="5" w:author="公文校对"/);
    const clean = acceptAll(new WordDocument(bytes));
    assert.doesNotMatch(xml(clean, 'word/comments.xml'), /<w:comment /);
    assert.doesNotMatch(xml(clean, 'word/commentsExtended.xml'), /<w15:commentEx /);
    assert.doesNotMatch(xml(clean), /comment/);
  });

  const LINES = [
    '关于全市重点项目建设情况的报告',
    '一、基本情况',
    '今年以来，×书记先后20××年×月调研。',
    '四、下一步打算',
    ADVERT,
    '更多公文材料请关注墨海文库',
    '由50亿元增至60亿元，增长25%，成效显著。',
    '一是不足。二是不够。四是不强。',
    '狠抓落实。更多材料请关注墨海文库微信公众号mohaiwenku',
    '会议强调，a<b&c，各级各部门要狠抓落实。',
    '',
  ];
  const cuts = fc.array(fc.integer({ min: 1, max: 7 }), { maxLength: 8 });
  const lines = fc.array(fc.tuple(fc.constantFrom(...LINES), cuts), { minLength: 1, maxLength: 10 });

  function made(content: readonly (readonly [string, readonly number[]])[]): Uint8Array {
    const body = content.map(([line, sizes]) => {
      let at = 0;
      let runs = '';
      for (const size of [...sizes, line.length]) {
        const text = line.slice(at, at + size);
        if (text !== '') runs += `<w:r><w:t xml:space="preserve">${escapeText(text)}</w:t></w:r>`;
        at += size;
      }
      return `<w:p>${runs}</w:p>`;
    });
    return makeDocx({ body: `${body.join('')}<w:sectPr/>` });
  }

  it('rejected it is the original, accepted the fixed text, and a second review adds nothing', () => {
    fc.assert(
      fc.property(lines, fc.constantFrom<Fixes>('safe', 'all', 'none'), (content, fixes) => {
        const original = made(content);
        const text = accepted(original);
        const { bytes } = review(original, fixes);
        assert.equal(rejected(bytes), text);
        if (fixes === 'none') assert.equal(accepted(bytes), text);
        if (fixes === 'safe')
          assert.equal(withoutBlank(accepted(bytes)), withoutBlank(fixText(linter, text).text));
        assert.equal(accepted(acceptAll(new WordDocument(bytes))), accepted(bytes));
        assert.deepEqual(comments(acceptAll(new WordDocument(bytes))), []);
        const again = review(bytes, fixes);
        assert.deepEqual([again.comments, again.changes], [0, 0]);
        assert.deepEqual(again.bytes, bytes);
        assert.equal(review(acceptAll(new WordDocument(bytes)), fixes).changes, 0);
      }),
      { numRuns: 40 },
    );
  });

  it('leaves fixes that undo each other to the writer, at the first review and the second', () => {
    const swap = defineParagraphRule<{ start: number; end: number; right: string }>({
      id: 'wording/swap',
      severity: 'warning',
      since: '0.10.0',
      *find({ text }) {
        for (const { index, 0: found } of text.matchAll(/[甲乙]/g))
          yield { start: index, end: index + 1, right: found === '甲' ? '乙' : '甲' };
      },
      explain: () => ({ message: '应换一个' }),
      fix: ({ start, end, right }) => [
        { title: '换一个', edits: [{ start, end, text: right }], safe: false },
      ],
    });
    const restless = testLinter({ rules: [...linter.rules, swap] });
    const copy = (bytes: Uint8Array) =>
      reviewDocument(new CheckedDocument(new WordDocument(bytes), restless), restless, {
        author: AUTHOR,
        fixes: 'all',
      });
    const first = copy(makeDocx({ body: p('由甲办理，投资由50亿元增至60亿元，增长25%。') + p('完。') }));
    assert.equal(accepted(first.bytes), '由甲办理，投资由50亿元增至60亿元，增长20%。\n完。\n');
    assert.ok(comments(first.bytes).some((text) => text.endsWith('建议：换一个')));
    assert.deepEqual(copy(first.bytes).bytes, first.bytes);
    assert.equal(copy(acceptAll(new WordDocument(first.bytes))).changes, 0);
  });

  /** The last paragraph of a document cannot be deleted: it stays, empty. */
  function withoutBlank(text: string): string {
    return text.replace(/\n+/g, '\n').replace(/^\n/, '');
  }
});
