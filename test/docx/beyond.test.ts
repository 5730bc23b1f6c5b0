import assert from 'node:assert/strict';
import { strFromU8, unzipSync } from 'fflate';
import { CheckedDocument, reviewDocument, WordDocument } from '../../docx/index.ts';
import { readComments } from '../../docx/review/comments.ts';
import type { Settings } from '../../rules/index.ts';
import { isEnglish } from '../support/english.ts';
import { testLinter } from '../support/linter.ts';
import { AUTHOR, type Made, makeDocx, p, run } from './support.ts';

const linter = testLinter();
const found = (made: Made, settings: Settings = {}) =>
  new CheckedDocument(new WordDocument(makeDocx(made)), linter, settings).beyond.map(
    ({ finding: { ruleId, severity, message, basis = '' } }) => {
      for (const said of [message, basis]) assert.ok(isEnglish(ruleId, said), `english/phrases: ${said}`);
      return `${ruleId} ${severity} ${message}`;
    },
  );

describe('Word documents: beyond the text', () => {
  it('a plain document has nothing', () => {
    assert.deepEqual(found({ body: p('会议强调，各级各部门要狠抓落实。') }), []);
  });

  const watermark = (text: string) =>
    `<w:p><w:r><w:pict><v:shape id="PowerPlusWaterMarkObject1"><v:textpath string="${text}"/></v:shape></w:pict></w:r></w:p>`;
  const headed = (content: string): Made => ({
    body: `${p('正文')}<w:sectPr><w:headerReference r:id="rId90"/></w:sectPr>`,
    margins: { rId90: ['hdr', content] },
  });

  it('watermarks of sites are told as adverts, others asked about', () => {
    assert.match(
      found(headed(watermark('墨海文库 www.example.com')))[0]!,
      /^document\/watermark error .*广告/,
    );
    assert.match(found(headed(watermark('征求意见稿')))[0]!, /^document\/watermark info .*确认/);
  });

  it('properties of sites are told, names of people and offices are not', () => {
    const core = (value: string, name = 'creator') => ({
      'docProps/core.xml': `<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:${name}>${value}</dc:${name}></cp:coreProperties>`,
      '_rels/.rels':
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="x/officeDocument" Target="word/document.xml"/><Relationship Id="rId2" Type="x/metadata/core-properties" Target="docProps/core.xml"/></Relationships>',
    });
    const body = p('正文');
    assert.match(
      found({ body, files: core('墨海文库') })[0]!,
      /^document\/properties warning 文档属性“作者”为“墨海文库”/,
    );
    assert.deepEqual(found({ body, files: core('市政府办公室 张三') }), []);
    const title = '关于加强微信公众号管理的通知';
    const told = found({ body: p(title), files: core(title, 'title') });
    assert.deepEqual(
      told.filter((line) => line.startsWith('document/properties')),
      [],
    );
    assert.equal(found({ body, files: core('墨海文库_讲话稿范文', 'title') }).length, 1);
  });

  it('watermarks are found in footers too', () => {
    const body = `${p('正文')}<w:sectPr><w:footerReference r:id="rId91"/></w:sectPr>`;
    const margins: Made['margins'] = { rId91: ['ftr', watermark('征求意见稿')] };
    assert.match(found({ body, margins })[0]!, /^document\/watermark info/);
  });

  it('adverts in data that travels with the file are told, other data is not', () => {
    const told = (text: string) =>
      found({
        body: p('正文'),
        files: {
          'customXml/item1.xml': `<data xmlns="urn:x"><source>${text}</source></data>`,
          'word/_rels/document.xml.rels':
            '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/customXml" Target="../customXml/item1.xml"/></Relationships>',
        },
      });
    assert.match(
      told('更多材料请关注墨海文库微信公众号mohaiwenku')[0]!,
      /^document\/custom-xml warning .*墨海文库/,
    );
    assert.deepEqual(told('青河县人民政府办公室'), []);
    // Not even well-formed: no reason not to read the document.
    assert.deepEqual(told('<a>'), []);
  });

  it('comments that advertise are told as adverts', () => {
    const parts = {
      comments: `<w:comment w:id="0" w:author="乙">${p('更多材料请关注墨海文库微信公众号mohaiwenku')}</w:comment>`,
    };
    assert.match(found({ body: p('正文'), parts })[0]!, /^document\/comments error .*是广告/);
  });

  it('comments, changes and hidden text that were left are told', () => {
    const body = `<w:p>${run('正文')}<w:ins w:id="1" w:author="甲" w:date="2024-01-01T00:00:00Z">${run('新')}</w:ins>${run('藏', '<w:vanish/>')}</w:p>`;
    const parts = { comments: `<w:comment w:id="0" w:author="乙">${p('请核')}</w:comment>` };
    assert.deepEqual(
      found({ body, parts }).map((line) => line.split(' ').slice(0, 2).join(' ')),
      ['document/hidden info', 'document/comments info', 'document/revisions info'],
    );
    assert.deepEqual(found({ body, parts }, { rules: { document: 'off' } }), []);
  });

  it('controls that show their prompt are told where they stand, once, and not what was written into them', () => {
    const control = (text: string, style = '') =>
      `<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>${run(text, style)}</w:sdtContent></w:sdt>`;
    const body = [
      `<w:p>${run('密级：')}${control('选择一项。')}</w:p>`,
      `<w:p>${run('联系人：')}${control('姓名', '<w:rStyle w:val="PlaceholderText"/>')}</w:p>`,
      `<w:p>${run('主持：')}${control('李明')}</w:p>`,
      // The rules see by themselves that it is none.
      `<w:p>${run('地点：')}${control('【待补】')}</w:p>`,
    ].join('');
    const bytes = makeDocx({ body });
    const checked = new CheckedDocument(new WordDocument(bytes), linter);
    const told = checked.findings().filter(({ ruleId }) => ruleId === 'document/control');
    assert.deepEqual(
      told.map(({ start, end }) => checked.text.slice(start, end)),
      ['选择一项。', '姓名'],
    );
    assert.equal(checked.text, '密级：选择一项。\n联系人：姓名\n主持：李明\n地点：【待补】\n');
    const review = reviewDocument(checked, linter, { author: AUTHOR, fixes: 'safe' }).bytes;
    assert.match(
      strFromU8(unzipSync(review)['word/document.xml']!),
      /<w:commentRangeStart w:id="\d"\/><w:r><w:t xml:space="preserve">选择一项。/,
    );
    const again = new CheckedDocument(new WordDocument(review), linter);
    assert.equal(reviewDocument(again, linter, { author: AUTHOR, fixes: 'safe' }).comments, 0);
  });

  it('other files that Word takes into the text are told: they are not read', () => {
    const body = `${p('正文')}<w:altChunk r:id="rId7"/><w:subDoc r:id="rId8"/>`;
    assert.deepEqual(
      found({ body }).map((line) => line.split('，')[0]),
      Array(2).fill('document/embedded warning 文中嵌有另一份文件（文件之外）'),
    );
  });

  it('a review tells of them in comments, once', () => {
    const once = (bytes: Uint8Array) =>
      reviewDocument(new CheckedDocument(new WordDocument(bytes), linter), linter, {
        author: AUTHOR,
        fixes: 'safe',
      });
    const { bytes } = once(makeDocx(headed(watermark('征求意见稿'))));
    const texts = readComments(new WordDocument(bytes)).map(({ text }) => text);
    assert.match(texts.join('\n'), /文字水印（提示）.*\n位置：文字水印/);
    assert.equal(once(bytes).comments, 0);
  });
});

describe('Word documents: layout', () => {
  const ON: Settings = { kind: 'official', rules: { layout: 'on' } };
  const long =
    '各级各部门要提高认识，加强领导，压实责任，强化督查，务求实效，确保各项任务按时完成，圆满收官。';
  const styled = (text: string, font: string, size: number, more = '') =>
    `<w:p><w:pPr>${more}<w:spacing w:line="560" w:lineRule="exact"/></w:pPr>${run(text, `<w:rFonts w:eastAsia="${font}"/><w:sz w:val="${size}"/>`)}</w:p>`;
  const page = (top: number) =>
    `<w:sectPr><w:footerReference r:id="rId91"/><w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="${top}" w:bottom="1984" w:left="1587" w:right="1474"/></w:sectPr>`;
  const footer: Made['margins'] = {
    rId91: [
      'ftr',
      `<w:p>${run('— ', '<w:sz w:val="28"/>')}<w:fldSimple w:instr="PAGE">${run('1', '<w:sz w:val="28"/>')}</w:fldSimple>${run(' —', '<w:sz w:val="28"/>')}</w:p>`,
    ],
  };
  const good = [
    styled('关于加强督查工作的通知', '方正小标宋简体', 44, '<w:jc w:val="center"/>'),
    styled('一、总体要求', '黑体', 32),
    styled('（一）提高认识', '楷体_GB2312', 32),
    styled(long, '仿宋_GB2312', 32),
  ].join('');

  it('is off unless asked for, and then silent about what follows the standard', () => {
    assert.deepEqual(found({ body: p(long) }), []);
    assert.deepEqual(found({ body: good + page(2098), margins: footer }, ON), []);
  });

  it('tells margins, fonts, sizes, line pitch and page numbers with the clause', () => {
    const body = [
      `<w:p><w:pPr><w:jc w:val="center"/></w:pPr>${run('关于加强督查工作的通知', '<w:rFonts w:eastAsia="宋体"/><w:sz w:val="36"/>')}</w:p>`,
      `<w:p>${run('一、总体要求', '<w:rFonts w:eastAsia="宋体"/>')}</w:p>`,
      `<w:p>${run(long, '<w:rFonts w:eastAsia="宋体"/><w:sz w:val="24"/>')}</w:p>`,
    ].join('');
    assert.deepEqual(
      found({ body: body + page(1440) }, ON).map((line) => line.replace(/ info/, '')),
      [
        'layout/paper 上边距 25.4 毫米，应为 37 毫米',
        'layout/title-font 标题为小二宋体，一般用二号小标宋体字',
        'layout/body-font 正文 100% 为小四宋体，一般用三号仿宋体字',
        'layout/heading-font 第一层（“一、”）标题 1 处中有 1 处不是黑体字（如10 磅宋体），一般用黑体字',
        'layout/line-pitch 正文行距为单倍行距，一般每面排 22 行（固定值 28 磅左右，或按文档网格每页 22 行）',
        'layout/page-number 没有页码',
      ],
    );
  });
});

describe('Word documents: the red head', () => {
  const RED = '<w:color w:val="FF0000"/>';
  const BORDER = '<w:pBdr><w:bottom w:val="single" w:sz="12" w:color="FF0000"/></w:pBdr>';
  const told = (head: string, docket: string) => {
    const body = `${head}${docket}${p('青河县人民政府关于做好防汛工作的通知')}${p('各乡镇：')}${p('请做好防汛工作。')}`;
    const word = new WordDocument(makeDocx({ body }));
    const settings = { kind: 'official', rules: { 'layout/red-head': 'on' } } as const;
    return new CheckedDocument(word, testLinter(), settings)
      .findings()
      .filter(({ ruleId }) => ruleId === 'layout/red-head')
      .map(({ message }) => message);
  };
  const head = (properties: string) => `<w:p>${run('青河县人民政府文件', properties)}</w:p>`;

  it('is red, with a red line below the number', () => {
    assert.deepEqual(told(head(RED), p('青政发〔2024〕5号', BORDER)), []);
    assert.deepEqual(told(head(RED), p('青政发〔2024〕5号')), ['发文字号之下没有红色分隔线']);
    assert.deepEqual(told(head(''), p('青政发〔2024〕5号', BORDER)), ['发文机关标志不是红色']);
  });

  it('is not asked for where there is none', () => {
    assert.deepEqual(told(p('情况说明'), p('青政发〔2024〕5号')), []);
  });
});
