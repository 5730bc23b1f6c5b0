import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { acceptAll, CheckedDocument, printText, WordDocument } from '../../docx/index.ts';
import { formatNumber } from '../../docx/read/number-formats.ts';
import type { Finding } from '../../rules/index.ts';
import { testLinter } from '../support/linter.ts';
import { escapeText, findingsOf, item, makeDocx, numbering, p, run, textBox, textOf } from './support.ts';

describe('Word documents: reading', () => {
  it('puts runs together and keeps what XML says in other words', () => {
    assert.equal(textOf({ body: p(['增长', '1', '2.5', '%', '，a<b&c>d']) }), '增长12.5%，a<b&c>d\n');
    assert.equal(textOf({ body: '<w:p><w:r><w:t> 两端 </w:t></w:r></w:p>' }), '两端\n');
    assert.equal(
      textOf({ body: '<w:p><w:r><w:t>&#x20000;&lt;<![CDATA[<x>]]></w:t></w:r></w:p>' }),
      '𠀀<<x>\n',
    );
  });

  it('reads tabs, breaks, hyphens and symbols', () => {
    const body =
      '<w:p><w:r><w:t>甲</w:t><w:tab/><w:t>乙</w:t><w:br/><w:t>丙</w:t><w:br w:type="page"/><w:noBreakHyphen/><w:softHyphen/><w:sym w:font="Wingdings" w:char="F0FE"/></w:r></w:p>';
    assert.equal(textOf({ body }), '甲\t乙\v丙\u2011☑\n');
  });

  it('reads the results of fields, not their codes, over paragraphs too', () => {
    const mark = (type: string) => `<w:r><w:fldChar w:fldCharType="${type}"/></w:r>`;
    const code = (text: string) => `<w:r><w:instrText>${text}</w:instrText></w:r>`;
    const body = `<w:p>${mark('begin')}${code('REF a')}${mark('separate')}${run('见第')}${mark('begin')}${code('PAGE')}${mark('separate')}${run('3')}${mark('end')}${run('页')}${mark('end')}</w:p><w:p><w:fldSimple w:instr="DATE">${run('今日')}</w:fldSimple>${mark('begin')}${code('EQ \\o\\ac(○,3)')}${mark('end')}</w:p>`;
    assert.equal(textOf({ body }), '见第3页\n今日③\n');
  });

  it('takes tracked changes as accepted, or as rejected', () => {
    const by = 'w:author="甲" w:date="2024-01-01T00:00:00Z"';
    const body = `<w:p>${run('强化')}<w:ins w:id="1" ${by}>${run('落实')}</w:ins><w:del w:id="2" ${by}><w:r><w:delText>执行</w:delText></w:r></w:del>${run('。')}</w:p><w:p><w:pPr><w:rPr><w:del w:id="3" ${by}/></w:rPr></w:pPr>${run('前段')}</w:p>${p('后段')}<w:p><w:pPr><w:rPr><w:del w:id="4" ${by}/></w:rPr></w:pPr><w:del w:id="5" ${by}><w:r><w:delText>删去的段</w:delText></w:r></w:del></w:p>${p('末段')}`;
    const bytes = makeDocx({ body });
    assert.equal(printText(new WordDocument(bytes)), '强化落实。\n前段后段\n末段\n');
    assert.equal(
      printText(new WordDocument(bytes, { revisions: 'rejected' })),
      '强化执行。\n前段\n后段\n删去的段\n末段\n',
    );
  });

  it('has nothing left of a last paragraph that is deleted with its mark', () => {
    const by = 'w:author="甲" w:date="2024-01-01T00:00:00Z"';
    const gone = `<w:p><w:pPr><w:rPr><w:del w:id="1" ${by}/></w:rPr></w:pPr><w:del w:id="2" ${by}><w:r><w:delText>删去的段</w:delText></w:r></w:del></w:p>`;
    const clean = (body: string) =>
      printText(new WordDocument(acceptAll(new WordDocument(makeDocx({ body })))));
    assert.equal(clean(p('前段') + gone), '前段\n');
    // A table or nothing at all does not end a story.
    assert.equal(clean(gone), '\n');
    const table = `<w:tbl><w:tr><w:tc>${p('一格')}</w:tc></w:tr></w:tbl>`;
    assert.match(clean(table + gone), /^一格\n/);
  });

  it('takes cells and parts of formulas with a tracked change as accepted, or as rejected', () => {
    const by = 'w:author="甲" w:date="2024-01-01T00:00:00Z"';
    const cell = (content: string, change = '') => `<w:tc><w:tcPr>${change}</w:tcPr>${p(content)}</w:tc>`;
    const gone = `<w:cellDel w:id="1" ${by}/>`;
    const table = `<w:tbl><w:tr>${cell('项目')}${cell('去年', gone)}${cell('今年', `<w:cellIns w:id="2" ${by}/>`)}</w:tr></w:tbl>`;
    const part = (text: string, change?: string) =>
      `<m:r>${change ? `<w:${change} w:id="3" ${by}><m:t>${text}</m:t></w:${change}>` : `<m:t>${text}</m:t>`}</m:r>`;
    const m = 'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"';
    const formula = `<w:p><m:oMath ${m}>${part('A=')}${part('2', 'del')}${part('3', 'ins')}${part('r')}</m:oMath></w:p>`;
    const bytes = makeDocx({ body: table + formula });
    assert.equal(printText(new WordDocument(bytes)), '项目\t今年\nA=3r\n');
    assert.equal(printText(new WordDocument(bytes, { revisions: 'rejected' })), '项目\t去年\nA=2r\n');
    assert.equal(printText(new WordDocument(acceptAll(new WordDocument(bytes)))), '项目\t今年\nA=3r\n');
  });

  it('reads tables row by row, merged cells in their columns, long cells as text', () => {
    const cell = (content: string, span = 1) =>
      `<w:tc><w:tcPr>${span > 1 ? `<w:gridSpan w:val="${span}"/>` : ''}</w:tcPr>${content}</w:tc>`;
    const row = (...cells: string[]) => `<w:tr>${cells.join('')}</w:tr>`;
    const long = '会议强调，各级各部门要狠抓落实，务求实效，确保任务完成。';
    const body = `<w:tbl>${row(cell(p('序号')), cell(p('项目')), cell(p('金额')))}${row(cell(p('合计'), 2), cell(p('1') + p('2')))}${row(cell(p(long) + p(long)), cell(p('尾')))}</w:tbl>`;
    assert.equal(textOf({ body }), `序号\t项目\t金额\n合计\t\t1 2\n${long}\n${long}\n尾\n`);
  });

  it('leaves hidden text out and does not check tables of contents', () => {
    const hidden = `<w:p>${run('看得见')}${run('看不见', '<w:vanish/>')}</w:p>`;
    assert.equal(textOf({ body: hidden }), '看得见\n');
    const mark = (type: string) => `<w:r><w:fldChar w:fldCharType="${type}"/></w:r>`;
    const contents = `<w:p>${mark('begin')}<w:r><w:instrText>TOC \\o</w:instrText></w:r>${mark('separate')}${run('三、×')}</w:p><w:p>${run('一、×')}${mark('end')}</w:p>`;
    assert.deepEqual(findingsOf(makeDocx({ body: contents })), []);
    assert.equal(textOf({ body: contents }), '三、×\n一、×\n');
  });

  it('reads text boxes once, notes, headers and footers', () => {
    const note = '<w:r><w:footnoteReference w:id="2"/></w:r>';
    const header = '<w:sectPr><w:headerReference w:type="default" r:id="rId90"/></w:sectPr>';
    const body = `<w:p>${run('正文')}${textBox(p('框'))}${note}</w:p>${header}`;
    const text = textOf({
      body,
      parts: { footnotes: `<w:footnote w:id="2">${p('注')}</w:footnote>` },
      margins: { rId90: ['hdr', p('眉')], rId91: ['ftr', p('无人引用')] },
    });
    assert.equal(text, '正文\n框\n【页眉】\n眉\n【脚注】\n注\n');
  });

  it('reads endnotes in the order in which the text refers to them', () => {
    const mark = (id: number) => `<w:r><w:endnoteReference w:id="${id}"/></w:r>`;
    const endnotes = [2, 3, 4].map((id) => `<w:endnote w:id="${id}">${p(`注${id}`)}</w:endnote>`).join('');
    const body = `<w:p>${run('甲')}${mark(3)}${run('乙')}${mark(2)}</w:p>`;
    assert.equal(textOf({ body, parts: { endnotes } }), '甲乙\n【尾注】\n注3\n注2\n');
  });

  it('keeps the columns of a row that begins further on', () => {
    const cell = (text: string) => `<w:tc>${p(text)}</w:tc>`;
    const body = `<w:tbl><w:tr>${cell('甲')}${cell('乙')}${cell('丙')}</w:tr><w:tr><w:trPr><w:gridBefore w:val="1"/></w:trPr>${cell('1')}${cell('2')}</w:tr></w:tbl>`;
    assert.equal(textOf({ body }), '甲\t乙\t丙\n\t1\t2\n');
  });

  it('knows namespaces by their address, whatever the prefix', () => {
    const bytes = makeDocx({
      body: '',
      files: {
        'word/document.xml':
          '\ufeff<?xml version="1.0"?>\r\n<ns0:document xmlns:ns0="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><ns0:body><ns0:p><ns0:r><ns0:t>换了前缀</ns0:t></ns0:r></ns0:p></ns0:body></ns0:document>',
      },
    });
    assert.equal(printText(new WordDocument(bytes)), '换了前缀\n');
  });
});

describe('Word documents: automatic numbers', () => {
  it('writes numbers as Word does', () => {
    const rows: Record<string, readonly [string, string, string, string]> = {
      chineseCounting: ['一', '十', '十一', '一○一'],
      chineseCountingThousand: ['一', '十', '十一', '一百〇一'],
      japaneseCounting: ['一', '十', '十一', '百一'],
      ideographDigital: ['一', '一〇', '一一', '一〇一'],
      decimalEnclosedCircle: ['①', '⑩', '⑪', '101'],
      ideographTraditional: ['甲', '癸', '11', '101'],
      chineseLegalSimplified: ['壹', '壹拾', '壹拾壹', '壹佰零壹'],
      upperLetter: ['A', 'J', 'K', 'WWWW'],
      lowerRoman: ['i', 'x', 'xi', 'ci'],
      decimalFullWidth: ['１', '１０', '１１', '１０１'],
      decimalZero: ['01', '10', '11', '101'],
      ideographEnclosedCircle: ['㈠', '㈩', '11', '101'],
      decimalEnclosedParen: ['⑴', '⑽', '⑾', '101'],
      decimalEnclosedFullstop: ['⒈', '⒑', '⒒', '101'],
      numberInDash: ['- 1 -', '- 10 -', '- 11 -', '- 101 -'],
    };
    for (const [format, expected] of Object.entries(rows)) {
      assert.deepEqual(
        [1, 10, 11, 101].map((n) => formatNumber(n, format)),
        expected,
        format,
      );
    }
  });

  const official = numbering([
    ['chineseCounting', '%1、'],
    ['chineseCounting', '（%2）'],
    ['decimal', '%3.'],
    ['decimal', '%1.%3', '<w:isLgl/>'],
  ]);

  it('counts levels, begins them anew, and goes on behind text', () => {
    const body = [
      item('总体要求'),
      item('甲', 1),
      item('乙', 1),
      p('中间的正文'),
      item('丙', 1),
      item('重点任务'),
      item('丁', 1),
      item('戊', 2),
      item('己', 3),
    ].join('');
    assert.equal(
      textOf({ body, parts: { numbering: official } }),
      '一、\t总体要求\n（一）\t甲\n（二）\t乙\n中间的正文\n（三）\t丙\n二、\t重点任务\n（一）\t丁\n1.\t戊\n2.1\t己\n',
    );
  });

  it('takes a level that is gone past for begun', () => {
    const body = [item('甲', 1), item('乙'), item('丙', 2)].join('');
    assert.equal(textOf({ body, parts: { numbering: official } }), '（一）\t甲\n二、\t乙\n1.\t丙\n');
  });

  it('shares a count among lists of one definition until one sets its start', () => {
    const parts = {
      numbering: `${official}<w:num w:numId="2"><w:abstractNumId w:val="1"/></w:num><w:num w:numId="3"><w:abstractNumId w:val="1"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="5"/></w:lvlOverride></w:num>`,
    };
    const body = [item('a', 0, 1), item('b', 0, 2), item('c', 0, 3), item('d', 0, 3), item('e', 0, 1)].join(
      '',
    );
    assert.equal(textOf({ body, parts }), '一、\ta\n二、\tb\n五、\tc\n六、\td\n七、\te\n');
  });

  it('goes on through levels that are told never to begin anew, unless only the list says so', () => {
    const level = (at: number, more = '') =>
      `<w:lvl w:ilvl="${at}"><w:start w:val="1"/><w:numFmt w:val="decimal"/>${more}<w:lvlText w:val="%${at + 1}."/></w:lvl>`;
    const never = '<w:lvlRestart w:val="0"/>';
    const body = [item('a'), item('b', 1), item('c'), item('d', 1)].join('');
    const list = (of: string, override = '') =>
      `<w:abstractNum w:abstractNumId="1">${of}</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="1"/>${override}</w:num>`;
    const always = level(0) + level(1);
    assert.equal(
      textOf({ body, parts: { numbering: list(level(0) + level(1, never)) } }),
      '1.\ta\n1.\tb\n2.\tc\n2.\td\n',
    );
    const override = `<w:lvlOverride w:ilvl="1">${level(1, never)}</w:lvlOverride>`;
    assert.equal(
      textOf({ body, parts: { numbering: list(always, override) } }),
      '1.\ta\n1.\tb\n2.\tc\n1.\td\n',
    );
  });

  it('finds lists through styles and links', () => {
    const parts = {
      styles:
        '<w:style w:type="paragraph" w:styleId="a"><w:name w:val="一级"/><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style><w:style w:type="paragraph" w:styleId="b"><w:basedOn w:val="a"/></w:style><w:style w:type="paragraph" w:styleId="c"><w:basedOn w:val="a"/><w:pPr><w:numPr><w:numId w:val="0"/></w:numPr></w:pPr></w:style><w:style w:type="numbering" w:styleId="n"><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>',
      numbering: `<w:abstractNum w:abstractNumId="9"><w:numStyleLink w:val="n"/></w:abstractNum><w:abstractNum w:abstractNumId="1"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="chineseCounting"/><w:lvlText w:val="%1、"/></w:lvl><w:lvl w:ilvl="1"><w:start w:val="1"/><w:pStyle w:val="b"/><w:numFmt w:val="chineseCounting"/><w:lvlText w:val="（%2）"/></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num><w:num w:numId="9"><w:abstractNumId w:val="9"/></w:num>`,
    };
    const styled = (text: string, style: string) => p(text, `<w:pStyle w:val="${style}"/>`);
    const body = styled('甲', 'a') + styled('乙', 'b') + styled('丙', 'c') + item('丁', 0, 9);
    assert.equal(textOf({ body, parts }), '一、\t甲\n（一）\t乙\n丙\n二、\t丁\n');
  });

  it('stand in one series with typed ones: no false alarm, and a gap is found and told, not typed', () => {
    const parts = { numbering: official };
    const body = `${item('提高认识，统一思想')}${p('二、加强领导，压实责任')}${item('强化督查，务求实效', 0, 2)}`;
    const list = (start: number) => ({
      numbering: `${parts.numbering}<w:num w:numId="2"><w:abstractNumId w:val="1"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="${start}"/></w:lvlOverride></w:num>`,
    });
    assert.deepEqual(findingsOf(makeDocx({ body, parts: list(3) })), []);
    const gap = makeDocx({ body, parts: list(4) });
    assert.deepEqual(findingsOf(gap), ['numbering/sequence: 四、']);
    const finding = new CheckedDocument(new WordDocument(gap), testLinter())
      .findings()
      .find(({ ruleId }) => ruleId === 'numbering/sequence');
    assert.match(finding!.message, /自动编号/);
    assert.deepEqual(finding!.fixes, []);
  });
});

/** Of a folder, so many drafts are taken. */
const DRAFTS = 25;

describe('Word documents: the same findings as for the plain text', () => {
  const LINES = [
    '关于全市重点项目建设情况的报告',
    '一、基本情况',
    '今年以来，×书记先后20××年×月调研。',
    '二、主要做法',
    '四、下一步打算',
    '墨海文库整理，咨询QQ100200300',
    '由50亿元增至60亿元，增长25%，成效显著。',
    '一是不足。二是不够。四是不强。',
    '四场攻坚战：一要打好甲仗。二要打好乙仗。三要打好丙仗。',
    '会议强调，各级各部门要狠抓落实。',
    '甲\t10\t20\t30',
    '',
  ];

  it('however the text is split into runs', () => {
    const linter = testLinter();
    const cuts = fc.array(fc.integer({ min: 1, max: 6 }), { maxLength: 12 });
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.constantFrom(...LINES), cuts), { minLength: 1, maxLength: 12 }),
        (lines) => {
          const text = `${lines.map(([line]) => line).join('\n')}\n`;
          const body = lines
            .map(([line, sizes]) => `<w:p>${split(line, sizes).map(runOf).join('')}</w:p>`)
            .join('');
          const checked = new CheckedDocument(new WordDocument(makeDocx({ body })), linter);
          const told = (list: readonly { ruleId: string; start: number; end: number; message: string }[]) =>
            list.map(({ ruleId, start, end, message }) => ({ ruleId, start, end, message }));
          assert.equal(checked.text, text);
          assert.deepEqual(told(checked.findings()), told(linter.lint(text)));
        },
      ),
      { numRuns: 60 },
    );
  });

  /** Whole drafts: our own, and those that may lie beside the checkout. */
  const drafts = [
    new URL('../../samples', import.meta.url),
    new URL('../../../shared/drafts', import.meta.url),
    new URL('../../../../shared/drafts', import.meta.url),
  ]
    .map((url) => fileURLToPath(url))
    .filter((folder) => existsSync(folder))
    .flatMap((folder) =>
      readdirSync(folder, { recursive: true, encoding: 'utf8' })
        .filter((name) => name.endsWith('.txt'))
        .sort()
        .filter((_, i, { length }) => i % Math.ceil(length / DRAFTS) === 0)
        .map((name) => join(folder, name)),
    );

  it(`in whole drafts, split at random (${drafts.length} of them)`, () => {
    const linter = testLinter();
    let seed = 1;
    const next = () => {
      seed = (seed * 48271) % 0x7fffffff;
      return 1 + (seed % 9);
    };
    for (const path of drafts) {
      const lines = readFileSync(path, 'utf8')
        .replace(/^\ufeff/, '')
        .replace(/[^\P{Cc}\t\r\n]/gu, '')
        .split(/\r\n|\r|\n/);
      const text = `${lines.join('\n')}\n`;
      const body = lines.map((line) => {
        const chars = [...line];
        const parts: string[] = [];
        while (chars.length > 0) parts.push(...chars.splice(0, next()).join('').split(/(\t)/));
        return `<w:p>${parts
          .filter((part) => part !== '')
          .map(runOf)
          .join('')}</w:p>`;
      });
      const word = new WordDocument(makeDocx({ body: body.join('') }));
      const checked = new CheckedDocument(word, linter, { rules: { document: 'off', layout: 'off' } });
      const told = (list: readonly Finding[]) =>
        list.map(({ ruleId, start, end, message }) => `${ruleId} ${start} ${end} ${message}`);
      assert.equal(checked.text, text, path);
      assert.deepEqual(told(checked.findings()), told(linter.lint(text)), path);
    }
  }).timeout(60_000);

  function split(line: string, sizes: readonly number[]): string[] {
    const parts: string[] = [];
    let at = 0;
    for (const size of sizes) {
      if (at < line.length) parts.push(line.slice(at, at + size));
      at += size;
    }
    if (at < line.length) parts.push(line.slice(at));
    return parts;
  }

  function runOf(text: string): string {
    return text === '\t'
      ? '<w:r><w:tab/></w:r>'
      : `<w:r><w:t xml:space="preserve">${escapeText(text)}</w:t></w:r>`;
  }
});
