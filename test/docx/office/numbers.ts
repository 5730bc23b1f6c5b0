/** Documents with automatic numbers of all kinds, to be compared with what LibreOffice makes of them. */
import { item, makeDocx, p, styled } from '../support.ts';

export interface NumberingDocument {
  readonly bytes: Uint8Array;
  /** Lines of ours (blanks left out) that LibreOffice is known to write otherwise than Word. */
  readonly differs: (line: string) => boolean;
}

export function numberingDocuments(): ReadonlyMap<string, NumberingDocument> {
  return new Map([
    ['formats', formats()],
    ['formats-zh', formats('zh-CN')],
    ['levels', levels()],
    ['lists', lists()],
  ]);
}

const level = (at: number, format: string, pattern: string, more = '', start = 1) =>
  `<w:lvl w:ilvl="${at}"><w:start w:val="${start}"/><w:numFmt w:val="${format}"/>${more}<w:lvlText w:val="${pattern}"/></w:lvl>`;
const definition = (id: number, content: string) =>
  `<w:abstractNum w:abstractNumId="${id}">${content}</w:abstractNum>`;
const list = (id: number, of = id, more = '') =>
  `<w:num w:numId="${id}"><w:abstractNumId w:val="${of}"/>${more}</w:num>`;

/** The formats of Chinese documents, from 1 to where LibreOffice goes along. */
const FORMATS: Readonly<Record<string, number>> = {
  decimal: 12345,
  decimalZero: 12345,
  decimalHalfWidth: 12345,
  none: 12345,
  ordinal: 12345,
  koreanDigital2: 12345,
  ideographTraditional: 12345,
  ideographZodiac: 12345,
  chineseLegalSimplified: 12345,
  ideographLegalTraditional: 12345,
  upperLetter: 700,
  lowerLetter: 700,
  upperRoman: 3999,
  lowerRoman: 3999,
  decimalEnclosedCircle: 12345,
  decimalEnclosedCircleChinese: 12345,
  // From 100 on it writes 一百 for 一○○, 零 for 〇, and a one before hundreds in Japanese.
  chineseCounting: 99,
  taiwaneseCounting: 99,
  chineseCountingThousand: 100,
  taiwaneseCountingThousand: 9999,
  japaneseCounting: 99,
  // It writes 十 for 一〇.
  ideographDigital: 9,
};
const VALUES = [
  ...Array.from({ length: 62 }, (_, i) => i),
  ...[99, 100, 101, 110, 111, 120, 700, 999, 1000, 1001, 1010, 3999, 10000, 12345],
];

function formats(language?: string): NumberingDocument {
  const cases = Object.entries(FORMATS).flatMap(([format, last]) =>
    VALUES.filter((value) => value <= last).map((value) => [format, value] as const),
  );
  // It says 第一十一 for 第十一.
  if (language) for (const value of [1, 2, 9]) cases.push(['cardinalText', value], ['ordinalText', value]);
  const definitions = cases.map(([format, value], i) =>
    definition(i + 1, level(0, format, '（%1）', '', value)),
  );
  const numbering = `${definitions.join('')}${cases.map((_, i) => list(i + 1)).join('')}`;
  const body = cases.map(([format, value], i) => item(`${format} ${value}`, 0, i + 1)).join('');
  const styles = language
    ? `<w:docDefaults><w:rPrDefault><w:rPr><w:lang w:val="${language}" w:eastAsia="${language}"/></w:rPr></w:rPrDefault></w:docDefaults>`
    : '';
  const bytes = makeDocx({ body: `${body}<w:sectPr/>`, parts: { numbering, styles } });
  // Some formats have a zero of their own, which it does not write.
  return { bytes, differs: (line) => /(?:Digital2?|decimalZero|ordinal)0$/.test(line) };
}

/** Levels in each other, restarts, numbers without a sign of their own. */
function levels(): NumberingDocument {
  const definitions = [
    level(0, 'none', '') + level(1, 'decimal', '%1.%2') + level(2, 'decimal', '%1.%2.%3'),
    level(0, 'none', '附件') + level(1, 'decimal', '%1-%2、') + level(2, 'chineseCounting', '（%1.%3）'),
    level(0, 'chineseCounting', '第%1章') +
      level(1, 'decimal', '%1.%2') +
      level(2, 'decimal', '%1.%2.%3', '<w:isLgl/>'),
    level(0, 'chineseCountingThousand', '%1、') +
      level(1, 'chineseCountingThousand', '（%2）') +
      level(2, 'decimal', '%3.') +
      level(3, 'decimal', '（%4）') +
      level(4, 'decimalEnclosedCircle', '%5'),
    level(0, 'decimal', '%1.') + level(1, 'decimal', '%2)', '<w:lvlRestart w:val="0"/>'),
    level(0, 'upperLetter', '%1.') + level(1, 'lowerRoman', '%2)') + level(2, 'lowerLetter', '(%3)'),
  ];
  const walk = [0, 1, 1, 2, 2, 0, 1, 2, 3, 4, 4, 3, 2, 1, 0, 2, 1, 0];
  const body = definitions.flatMap((content, i) => {
    const depth = content.split('<w:lvl ').length - 1;
    return walk.filter((at) => at < depth).map((at) => item(`甲${i}级${at}`, at, i + 1));
  });
  const numbering =
    definitions.map((content, i) => definition(i + 1, content)).join('') +
    definitions.map((_, i) => list(i + 1)).join('');
  const bytes = makeDocx({ body: `${body.join('')}<w:sectPr/>`, parts: { numbering } });
  // It writes 一.1.1 for isLgl, and begins levels anew that are told never to.
  return { bytes, differs: (line) => /甲2级2|甲4级1/.test(line) };
}

/** Lists of one definition, starts and levels of their own, styles and links, items that are empty, deleted, in cells. */
function lists(): NumberingDocument {
  const official = level(0, 'chineseCounting', '%1、') + level(1, 'chineseCounting', '（%2）');
  const numbering = [
    definition(1, official),
    definition(2, '<w:numStyleLink w:val="n"/>'),
    definition(
      3,
      level(0, 'decimal', '%1.', '<w:pStyle w:val="one"/>') +
        level(1, 'decimal', '%1.%2', '<w:pStyle w:val="two"/>'),
    ),
    list(1),
    list(2),
    list(3),
    list(4, 1),
    list(5, 1, '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="3"/></w:lvlOverride>'),
    list(6, 1, `<w:lvlOverride w:ilvl="0">${level(0, 'decimal', '第%1条', '', 7)}</w:lvlOverride>`),
  ].join('');
  const style = (id: string, name: string, at: number) =>
    `<w:style w:type="paragraph" w:styleId="${id}"><w:name w:val="${name}"/><w:pPr><w:numPr>${at > 0 ? `<w:ilvl w:val="${at}"/>` : ''}<w:numId w:val="3"/></w:numPr></w:pPr></w:style>`;
  const styles = `${style('one', '一级', 0)}${style('two', '二级', 1)}<w:style w:type="paragraph" w:styleId="three"><w:name w:val="也是二级"/><w:basedOn w:val="two"/></w:style><w:style w:type="paragraph" w:styleId="off"><w:name w:val="无"/><w:basedOn w:val="one"/><w:pPr><w:numPr><w:numId w:val="0"/></w:numPr></w:pPr></w:style><w:style w:type="numbering" w:styleId="n"><w:name w:val="公文"/><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>`;
  const body = [
    item('甲'),
    item('乙', 1),
    p('中间的正文'),
    item('丙', 1),
    item('丁', 0, 4),
    item('戊', 0, 5),
    item('己', 0, 5),
    item('庚', 1, 5),
    item('辛'),
    item('壬', 0, 6),
    item('癸', 0, 6),
    item('子', 0, 2),
    p('手写的'),
    item('丑', 0, 4),
    `<w:tbl><w:tblPr/><w:tblGrid><w:gridCol/></w:tblGrid><w:tr><w:tc>${item('寅')}</w:tc></w:tr><w:tr><w:tc>${item('卯')}</w:tc></w:tr></w:tbl>`,
    item('辰'),
    styled('巳', 'one'),
    styled('午', 'two'),
    styled('未', 'three'),
    styled('申', 'off'),
    styled('酉', 'one'),
    styled('戌', 'two'),
    p('亥', '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="0"/></w:numPr>'),
  ].join('');
  const bytes = makeDocx({ body: `${body}<w:sectPr/>`, parts: { numbering, styles } });
  return { bytes, differs: () => false };
}
