/** The same draft as several programs write it: what is found in it, and what becomes of it, must not depend on who made the file. */
import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  CommentRangeEnd,
  CommentRangeStart,
  CommentReference,
  DeletedTextRun,
  Document,
  Footer,
  FootnoteReferenceRun,
  Header,
  HeadingLevel,
  InsertedTextRun,
  LevelFormat,
  Packer,
  PageNumber,
  Paragraph,
  Table,
  TableCell,
  TableRow,
  TextRun,
} from 'docx';
import { convert } from './programs.ts';

/** What every draft has to be told of: the rule, and the text it stands on. */
export const EXPECTED = [
  'advert/watermark: 墨海文库整理，咨询QQ100200300',
  'placeholder/unfilled: ×',
  'figures/growth: 25%',
  'numbering/sequence: 四、',
] as const;

const advert = '墨海文库整理，咨询QQ100200300';
const plain = '会议强调，各级各部门要提高认识，狠抓落实。';

/** By the library `docx`, with somebody's changes and comment in it. */
export async function byLibrary(): Promise<Uint8Array> {
  const numbered = (level: number) => ({ numbering: { reference: 'official', level } });
  const by = (id: number) => ({ id, author: '王科长', date: '2024-03-01T09:00:00Z' });
  const level = (at: number, format: (typeof LevelFormat)[keyof typeof LevelFormat], text: string) => ({
    level: at,
    format,
    text,
    alignment: 'left' as const,
  });
  const document = new Document({
    numbering: {
      config: [
        {
          reference: 'official',
          levels: [
            level(0, LevelFormat.CHINESE_COUNTING, '%1、'),
            level(1, LevelFormat.CHINESE_COUNTING, '（%2）'),
          ],
        },
      ],
    },
    comments: {
      children: [{ ...by(0), date: new Date('2024-03-01T09:00:00Z'), children: [new Paragraph('请核')] }],
    },
    footnotes: { 1: { children: [new Paragraph('数据来自统计局。')] } },
    sections: [
      {
        headers: { default: new Header({ children: [new Paragraph('青河县发展和改革局')] }) },
        footers: {
          default: new Footer({
            children: [
              new Paragraph({ children: [new TextRun({ children: ['— ', PageNumber.CURRENT, ' —'] })] }),
            ],
          }),
        },
        children: [
          new Paragraph({ text: '关于重点项目建设情况的报告', heading: HeadingLevel.TITLE }),
          new Paragraph(advert),
          new Paragraph({ text: '基本情况', ...numbered(0) }),
          new Paragraph({
            children: [
              new TextRun('今年以来，'),
              new TextRun({ text: '×', bold: true }),
              new TextRun('书记先后'),
              new InsertedTextRun({ ...by(1), text: '两次' }),
              new DeletedTextRun({ ...by(2), text: '多次' }),
              new TextRun('调研。'),
            ],
          }),
          new Paragraph({ text: '主要做法', ...numbered(0) }),
          new Paragraph({ text: '抓学习', ...numbered(1) }),
          new Paragraph({
            children: [
              new CommentRangeStart(0),
              new TextRun(plain),
              new CommentRangeEnd(0),
              new TextRun({ children: [new CommentReference(0)] }),
            ],
          }),
          new Paragraph({ text: '抓落实', ...numbered(1) }),
          new Paragraph({
            children: [
              new TextRun('投资由50'),
              new TextRun('亿元增至6'),
              new TextRun('0亿元，增长2'),
              new TextRun({ text: '5%', italics: true }),
              new TextRun('。'),
              new FootnoteReferenceRun(1),
            ],
          }),
          new Table({
            rows: [
              ['项目', '金额'],
              ['道路', '12'],
            ].map(
              (row) =>
                new TableRow({
                  children: row.map((text) => new TableCell({ children: [new Paragraph(text)] })),
                }),
            ),
          }),
          new Paragraph('四、下一步打算'),
          new Paragraph(plain),
        ],
      },
    ],
  });
  return new Uint8Array(await Packer.toBuffer(document));
}

/** By pandoc: headings, a footnote, a table, somebody's changes and comment. */
export function byPandoc(folder: string): Uint8Array {
  const markdown = `${advert}

## 一、基本情况

今年以来，**×**书记先后[两次]{.insertion author="王科长" date="2024-03-01T09:00:00Z"}[多次]{.deletion author="王科长" date="2024-03-01T09:00:00Z"}调研。

## 二、主要做法

[请核]{.comment-start id="0" author="王科长" date="2024-03-01T09:00:00Z"}${plain}[]{.comment-end id="0"}

投资由50亿元增至60亿元，增长*25%*。[^1]

| 项目 | 金额 |
| ---- | ---- |
| 道路 | 12 |

1. 抓学习
2. 抓落实

## 四、下一步打算

${plain}

[^1]: 数据来自统计局。
`;
  const [from, to] = [join(folder, 'pandoc.md'), join(folder, 'pandoc.docx')];
  writeFileSync(from, markdown);
  execFileSync('pandoc', ['--track-changes=all', '-f', 'markdown', '-o', to, from]);
  return readFileSync(to);
}

/** By LibreOffice: automatic numbers, a header, a text box, a footnote, a table, somebody's changes and comment. */
export async function byLibreOffice(folder: string): Promise<Uint8Array> {
  const from = join(folder, 'office.fodt');
  writeFileSync(from, flatText());
  await convert(folder, 'docx', [from]);
  return readFileSync(join(folder, 'office.docx'));
}

/** An OpenDocument text in one file. */
function flatText(): string {
  const names = 'office style text table draw fo svg dc'.split(' ');
  const addresses: Record<string, string> = {
    fo: 'urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0',
    svg: 'urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0',
    dc: 'http://purl.org/dc/elements/1.1/',
    draw: 'urn:oasis:names:tc:opendocument:xmlns:drawing:1.0',
  };
  const namespaces = names
    .map(
      (name) => `xmlns:${name}="${addresses[name] ?? `urn:oasis:names:tc:opendocument:xmlns:${name}:1.0`}"`,
    )
    .join(' ');
  const who = '<dc:creator>王科长</dc:creator><dc:date>2024-03-01T09:00:00</dc:date>';
  const change = (id: string, kind: string, content = '') =>
    `<text:changed-region text:id="${id}"><text:${kind}><office:change-info>${who}</office:change-info>${content}</text:${kind}></text:changed-region>`;
  const item = (text: string, level = 1) =>
    `${'<text:list text:style-name="official" text:continue-numbering="true"><text:list-item>'.repeat(level)}<text:p>${text}</text:p>${'</text:list-item></text:list>'.repeat(level)}`;
  const cell = (text: string) => `<table:table-cell><text:p>${text}</text:p></table:table-cell>`;
  const han = 'style:num-format="一, 二, 三, ..."';
  return `<?xml version="1.0" encoding="UTF-8"?>
<office:document ${namespaces} office:version="1.3" office:mimetype="application/vnd.oasis.opendocument.text">
<office:automatic-styles>
<text:list-style style:name="official"><text:list-level-style-number text:level="1" ${han} style:num-suffix="、"/><text:list-level-style-number text:level="2" ${han} style:num-prefix="（" style:num-suffix="）"/></text:list-style>
<style:style style:name="bold" style:family="text"><style:text-properties fo:font-weight="bold"/></style:style>
<style:page-layout style:name="page"><style:header-style/></style:page-layout>
</office:automatic-styles>
<office:master-styles><style:master-page style:name="Standard" style:page-layout-name="page"><style:header><text:p>青河县发展和改革局</text:p></style:header></style:master-page></office:master-styles>
<office:body><office:text>
<text:tracked-changes>${change('in', 'insertion')}${change('out', 'deletion', '<text:p>多次</text:p>')}</text:tracked-changes>
<text:p>${advert}</text:p>
${item('基本情况')}
<text:p>今年以来，<text:span text:style-name="bold">×</text:span>书记先后<text:change-start text:change-id="in"/>两次<text:change-end text:change-id="in"/><text:change text:change-id="out"/>调研。</text:p>
${item('主要做法')}${item('抓学习', 2)}
<text:p><office:annotation office:name="a1">${who}<text:p>请核</text:p></office:annotation>${plain}<office:annotation-end office:name="a1"/></text:p>
${item('抓落实', 2)}
<text:p>投资由50亿元增至6<text:span text:style-name="bold">0</text:span>亿元，增长25%。<text:note text:id="n1" text:note-class="footnote"><text:note-citation>1</text:note-citation><text:note-body><text:p>数据来自统计局。</text:p></text:note-body></text:note></text:p>
<table:table table:name="t"><table:table-column table:number-columns-repeated="2"/><table:table-row>${cell('项目')}${cell('金额')}</table:table-row><table:table-row>${cell('道路')}${cell('12')}</table:table-row></table:table>
<text:p>四、下一步打算<draw:frame draw:name="f" text:anchor-type="paragraph" svg:width="4cm"><draw:text-box fo:min-height="1cm"><text:p>联系人</text:p></draw:text-box></draw:frame></text:p>
<text:p>${plain}</text:p>
</office:text></office:body></office:document>`;
}
