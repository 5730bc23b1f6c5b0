/**
 * Documents as they are met: what Word and WPS write, with the same draft in it. Each with the text that it is read as. Long for a file
 * here: it is a list of them. Those that come of templates and of what was glued together are in `templates.ts`.
 */

import { headingStyles, item, makeDocx, numbering, p, rewritten, run, styled, textBox } from '../support.ts';
import { templateDocuments } from './templates.ts';

export interface HardDocument {
  readonly bytes: Uint8Array;
  readonly text: string;
  /** What is found in it: rule and text. */
  readonly found: readonly string[];
}

export const ADVERT = '墨海文库整理，咨询QQ100200300';
export const GROWTH = '投资由50亿元增至60亿元，增长25%。';
export const BLANK = '今年以来，×书记先后两次调研。';
export const PLAIN = '会议强调，各级各部门要狠抓落实。';
export const IN_ADVERT = `advert/watermark: ${ADVERT}`;
export const IN_GROWTH = 'figures/growth: 25%';
export const IN_BLANK = 'placeholder/unfilled: ×';

export const by = (id: number) => `w:id="${id}" w:author="王科长" w:date="2024-03-01T09:00:00Z"`;
const inserted = (id: number, text: string) => `<w:ins ${by(id)}>${run(text)}</w:ins>`;
const deleted = (id: number, text: string) =>
  `<w:del ${by(id)}><w:r><w:delText xml:space="preserve">${text}</w:delText></w:r></w:del>`;
export const field = (type: string) => `<w:r><w:fldChar w:fldCharType="${type}"/></w:r>`;
export const code = (text: string) => `<w:r><w:instrText xml:space="preserve"> ${text} </w:instrText></w:r>`;
export const paragraph = (...runs: string[]) => `<w:p>${runs.join('')}</w:p>`;
/** A run for each character, each with its own hint of the font, as WPS leaves them. */
const scattered = (text: string) =>
  [...text]
    .map((char, i) =>
      run(
        char,
        `<w:rFonts w:hint="${i % 2 ? 'eastAsia' : 'default'}"/><w:lang w:val="en-US" w:eastAsia="zh-CN"/>`,
      ),
    )
    .join('');
export const table = (...rows: (readonly string[])[]) =>
  `<w:tbl><w:tblPr><w:tblW w:w="0" w:type="auto"/></w:tblPr><w:tblGrid>${rows[0]!.map(() => '<w:gridCol w:w="3000"/>').join('')}</w:tblGrid>${rows
    .map(
      (cells) =>
        `<w:tr>${cells.map((content) => `<w:tc><w:tcPr><w:tcW w:w="3000" w:type="dxa"/></w:tcPr>${content}</w:tc>`).join('')}</w:tr>`,
    )
    .join('')}</w:tbl>`;
export const control = (content: string, properties = '') =>
  `<w:sdt><w:sdtPr>${properties}</w:sdtPr><w:sdtContent>${content}</w:sdtContent></w:sdt>`;
export const END = '<w:sectPr><w:pgSz w:w="11906" w:h="16838"/></w:sectPr>';

export function hardDocuments(): ReadonlyMap<string, HardDocument> {
  return new Map<string, HardDocument>([
    ...templateDocuments(),
    ['a run for each character', scatteredRuns()],
    ['content controls in each other', controls()],
    ['tables in tables', tables()],
    ['fields', fields()],
    ['restarts', restarts()],
    ['links', links()],
    ['notes with figures', notes()],
    ['changes in the middle', changes()],
    ['hyphens', hyphens()],
    ['signatures', signatures()],
    ['sections', sections()],
    ['deleted marks', marks()],
    ['comments already', comments()],
    ['full width', fullWidth()],
    ['text boxes', boxes()],
    ['strict', strict()],
    ['macros', macros()],
    ['moved text', moved()],
  ]);
}

function scatteredRuns(): HardDocument {
  const proof = '<w:proofErr w:type="spellStart"/>';
  const body = [ADVERT, GROWTH, BLANK, PLAIN].map((text) => paragraph(proof, scattered(text))).join('');
  return {
    bytes: makeDocx({ body: body + END }),
    text: `${ADVERT}\n${GROWTH}\n${BLANK}\n${PLAIN}\n`,
    found: [IN_ADVERT, IN_GROWTH, IN_BLANK],
  };
}

/** LibreOffice 7.4 loses the first paragraph of other controls when there is a comment in it, whoever wrote it. */
const GALLERY = '<w:docPartObj><w:docPartGallery w:val="Cover Pages"/></w:docPartObj>';

function controls(): HardDocument {
  const growth = paragraph(
    run('投资由50亿元增至'),
    control(control(run('60'))),
    run('亿元，增长'),
    control(run('25')),
    run('%。'),
  );
  const body =
    control(control(growth) + p(PLAIN)) +
    paragraph(run('今年以来，'), control(run('×'), '<w:showingPlcHdr/>'), run('书记先后两次调研。'));
  return {
    bytes: makeDocx({ body: body + control(p(ADVERT), GALLERY) + p(PLAIN) + END }),
    text: `${GROWTH}\n${PLAIN}\n${BLANK}\n${ADVERT}\n${PLAIN}\n`,
    found: [IN_GROWTH, IN_BLANK, IN_ADVERT],
  };
}

function tables(): HardDocument {
  const inner = table([p('道路'), p('12')], [p('合计'), p('12')]);
  const body = p(GROWTH) + table([p('项目'), p('说明')], [p('一'), p(BLANK) + inner + p('')]) + p(PLAIN);
  return {
    bytes: makeDocx({ body: body + END }),
    text: `${GROWTH}\n项目\t说明\n一\n${BLANK}\n道路\t12\n合计\t12\n\n${PLAIN}\n`,
    found: [IN_GROWTH, IN_BLANK],
  };
}

function fields(): HardDocument {
  const contents = (text: string, page: string, first = '', last = '') =>
    `<w:p><w:pPr><w:pStyle w:val="toc"/></w:pPr>${first}${run(text)}<w:r><w:tab/></w:r>${field('begin')}${code('PAGEREF _Toc1 \\h')}${field('separate')}${run(page)}${field('end')}${last}</w:p>`;
  const body = [
    contents('一、总体要求', '1', field('begin') + code('TOC \\o "1-3" \\h \\z \\u') + field('separate')),
    contents('三、保障措施', '3', '', field('end')),
    paragraph(
      run('投资由50亿元增至60亿元，增长'),
      field('begin'),
      code('REF rate'),
      field('separate'),
      run('25'),
      field('end'),
      run('%。'),
    ),
    paragraph(
      run('今年以来，'),
      `<w:fldSimple w:instr=" REF name ">${run('×')}</w:fldSimple>`,
      run('书记先后两次调研。'),
    ),
    p(PLAIN),
  ];
  return {
    bytes: makeDocx({ body: body.join('') + END }),
    text: `一、总体要求\t1\n三、保障措施\t3\n${GROWTH}\n${BLANK}\n${PLAIN}\n`,
    found: [IN_GROWTH, IN_BLANK],
  };
}

function restarts(): HardDocument {
  const lists = `${numbering([
    ['chineseCounting', '%1、'],
    ['chineseCounting', '（%2）'],
  ])}<w:num w:numId="2"><w:abstractNumId w:val="1"/><w:lvlOverride w:ilvl="1"><w:startOverride w:val="1"/></w:lvlOverride></w:num>`;
  const body = [
    styled('总体要求', 'h1', '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>'),
    item('提高认识', 1),
    p(PLAIN),
    item('压实责任', 1),
    p(PLAIN),
    p('二、重点任务'),
    item('抓学习', 1, 2),
    p(PLAIN),
    item('抓落实', 1, 2),
    p(GROWTH),
    p('四、保障措施'),
    p(PLAIN),
  ];
  return {
    bytes: makeDocx({ body: body.join('') + END, parts: { numbering: lists, styles: headingStyles() } }),
    text: `一、\t总体要求\n（一）\t提高认识\n${PLAIN}\n（二）\t压实责任\n${PLAIN}\n二、重点任务\n（一）\t抓学习\n${PLAIN}\n（二）\t抓落实\n${GROWTH}\n四、保障措施\n${PLAIN}\n`,
    found: [IN_GROWTH, 'numbering/sequence: 四、'],
  };
}

function links(): HardDocument {
  const link = (text: string) =>
    `<w:hyperlink w:anchor="a" w:history="1">${run(text, '<w:u w:val="single"/>')}</w:hyperlink>`;
  const body = [
    paragraph(run('墨海文库整理，'), link('咨询QQ100200300')),
    paragraph(run('投资由50亿元增至60亿元，增长'), link('25%'), run('。')),
    p(PLAIN),
  ];
  return {
    bytes: makeDocx({ body: body.join('') + END }),
    text: `${ADVERT}\n${GROWTH}\n${PLAIN}\n`,
    found: [IN_ADVERT, IN_GROWTH],
  };
}

function notes(): HardDocument {
  const reference = (id: number) => `<w:r><w:footnoteReference w:id="${id}"/></w:r>`;
  const note = (id: number, content: string) =>
    `<w:footnote w:id="${id}"><w:p><w:r><w:footnoteRef/></w:r>${content}</w:p></w:footnote>`;
  const body =
    paragraph(run('今年'), reference(2), run('以来，×书记先后两次调研。'), reference(3)) + p(PLAIN);
  const footnotes = `<w:footnote w:type="separator" w:id="-1"><w:p><w:r><w:separator/></w:r></w:p></w:footnote><w:footnote w:type="continuationSeparator" w:id="0"><w:p><w:r><w:continuationSeparator/></w:r></w:p></w:footnote>${note(3, run('无变动。'))}${note(2, run(' ') + scattered(GROWTH))}`;
  return {
    bytes: makeDocx({ body: body + END, parts: { footnotes } }),
    text: `${BLANK}\n${PLAIN}\n【脚注】\n ${GROWTH}\n无变动。\n`,
    found: [IN_BLANK, IN_GROWTH],
  };
}

function changes(): HardDocument {
  const body = [
    paragraph(
      run('投资由50亿元增至'),
      deleted(1, '55'),
      inserted(2, '60'),
      run('亿元，增长'),
      run('2'),
      inserted(3, '5'),
      deleted(4, '0'),
      run('%。'),
    ),
    paragraph(run('墨海文库'), inserted(5, '整理，咨询'), deleted(6, '汇编，'), run('QQ100200300')),
    paragraph(
      run('今年以来，'),
      `<w:r><w:rPr><w:b/><w:rPrChange ${by(7)}><w:rPr/></w:rPrChange></w:rPr><w:t>×</w:t></w:r>`,
      run('书记先后'),
      inserted(8, '两次'),
      run('调研。'),
    ),
    p(PLAIN),
  ];
  return {
    bytes: makeDocx({ body: body.join('') + END }),
    text: `${GROWTH}\n${ADVERT}\n${BLANK}\n${PLAIN}\n`,
    found: [IN_GROWTH, IN_ADVERT, IN_BLANK],
  };
}

function hyphens(): HardDocument {
  const soft = '<w:r><w:softHyphen/></w:r>';
  const body = [
    paragraph(run('投资由50'), soft, run('亿元增至60亿元，增长2'), soft, run('5%。')),
    `<w:p><w:r><w:t>墨海文库</w:t><w:softHyphen/><w:t>整理，咨询QQ100200300</w:t><w:lastRenderedPageBreak/></w:r></w:p>`,
    paragraph(run('电话：0510'), '<w:r><w:noBreakHyphen/></w:r>', run('88880000。')),
    p(PLAIN),
  ];
  return {
    bytes: makeDocx({ body: body.join('') + END }),
    text: `${GROWTH}\n${ADVERT}\n电话：0510\u201188880000。\n${PLAIN}\n`,
    found: [IN_GROWTH, IN_ADVERT],
  };
}

function signatures(): HardDocument {
  const tabs = '<w:r><w:tab/></w:r>'.repeat(2);
  const body = [
    p(GROWTH),
    paragraph(
      '<w:r><w:ptab w:relativeTo="margin" w:alignment="right" w:leader="none"/></w:r>',
      run('青河县人民政府'),
    ),
    paragraph(tabs, run('2024年3月1日')),
    p('2024年×月×日', '<w:jc w:val="right"/>'),
    paragraph(run(ADVERT), '<w:r><w:tab/></w:r>'),
  ];
  return {
    bytes: makeDocx({ body: body.join('') + END }),
    text: `${GROWTH}\n\t青河县人民政府\n\t\t2024年3月1日\n2024年×月×日\n${ADVERT}\t\n`,
    found: [IN_GROWTH, IN_BLANK, IN_BLANK, IN_ADVERT],
  };
}

function sections(): HardDocument {
  const section = `<w:sectPr><w:headerReference w:type="default" r:id="rId90"/><w:pgSz w:w="11906" w:h="16838"/></w:sectPr>`;
  const body = `${p(GROWTH)}${p(ADVERT, section)}${p(BLANK)}<w:p><w:pPr>${section}</w:pPr></w:p>${p(PLAIN)}${END}`;
  return {
    bytes: makeDocx({ body, margins: { rId90: ['hdr', p(ADVERT)] } }),
    text: `${GROWTH}\n${ADVERT}\n${BLANK}\n\n${PLAIN}\n【页眉】\n${ADVERT}\n`,
    found: [IN_GROWTH, IN_ADVERT, IN_BLANK, IN_ADVERT],
  };
}

function marks(): HardDocument {
  const gone = (text: string, id: number) =>
    `<w:p><w:pPr><w:rPr><w:del ${by(id)}/></w:rPr></w:pPr>${run(text)}</w:p>`;
  const added = (text: string, id: number) =>
    `<w:p><w:pPr><w:rPr><w:ins ${by(id)}/></w:rPr></w:pPr><w:ins ${by(id + 1)}>${run(text)}</w:ins></w:p>`;
  const body = [
    gone('投资由50亿元增至60亿元，', 1),
    p('增长25%。'),
    added(ADVERT, 2),
    added(BLANK, 4),
    p(PLAIN),
    gone('墨海文库整理，', 6),
    p('咨询QQ100200300'),
    p(PLAIN),
  ];
  return {
    bytes: makeDocx({ body: body.join('') + END }),
    text: `${GROWTH}\n${ADVERT}\n${BLANK}\n${PLAIN}\n${ADVERT}\n${PLAIN}\n`,
    found: [IN_GROWTH, IN_ADVERT, IN_BLANK, IN_ADVERT],
  };
}

function comments(): HardDocument {
  const begin = (id: number) => `<w:commentRangeStart w:id="${id}"/>`;
  const end = (id: number) =>
    `<w:commentRangeEnd w:id="${id}"/><w:r><w:rPr><w:rStyle w:val="a"/></w:rPr><w:commentReference w:id="${id}"/></w:r>`;
  const body = [
    paragraph(run('投资由'), begin(0), run('50亿元增至60亿元，增长2'), begin(1), run('5%。'), end(0)),
    paragraph(run('今年以来，×'), end(1), run('书记先后两次调研。')),
    p(ADVERT),
    p(PLAIN),
  ];
  const comment = (id: number, text: string) => `<w:comment ${by(id)} w:initials="王">${p(text)}</w:comment>`;
  return {
    bytes: makeDocx({
      body: body.join('') + END,
      parts: { comments: comment(0, '请核') + comment(1, '谁') },
    }),
    text: `${GROWTH}\n${BLANK}\n${ADVERT}\n${PLAIN}\n`,
    found: [IN_GROWTH, IN_BLANK, IN_ADVERT],
  };
}

function fullWidth(): HardDocument {
  const lists = numbering([
    ['decimalFullWidth', '（%1）'],
    ['decimalEnclosedCircle', '%2'],
  ]);
  const growth = '投资由５０亿元增至６０亿元，增长２５％。';
  const body = [
    item('提高认识'),
    item('抓学习', 1),
    item('抓落实', 1),
    p('（２）压实责任'),
    p(PLAIN),
    p('（４）狠抓落实'),
    p(growth),
  ];
  return {
    bytes: makeDocx({ body: body.join('') + END, parts: { numbering: lists } }),
    text: `（１）\t提高认识\n①\t抓学习\n②\t抓落实\n（２）压实责任\n${PLAIN}\n（４）狠抓落实\n${growth}\n`,
    found: ['numbering/sequence: （４）', 'figures/growth: ２５％'],
  };
}

function boxes(): HardDocument {
  const content = p(ADVERT) + paragraph(scattered(GROWTH)) + p(PLAIN);
  const body =
    paragraph(run('会议开始。'), textBox(content)) +
    paragraph(run('又一段。'), textBox(content, content + p('旧的')));
  const read = `${ADVERT}\n${GROWTH}\n${PLAIN}\n`;
  return {
    bytes: makeDocx({ body: body + END }),
    text: `会议开始。\n${read}又一段。\n${read}`,
    found: [IN_ADVERT, IN_GROWTH, IN_ADVERT, IN_GROWTH],
  };
}

function strict(): HardDocument {
  const made = makeDocx({
    body:
      p(ADVERT) +
      paragraph(run('投资由50亿元增至60亿元，增长'), run('25', '<w:i w:val="on"/>'), run('%。')) +
      p(BLANK) +
      END,
  });
  const strictly = (text: string) =>
    text
      .replaceAll(
        'http://schemas.openxmlformats.org/wordprocessingml/2006/main',
        'http://purl.oclc.org/ooxml/wordprocessingml/main',
      )
      .replaceAll(
        'http://schemas.openxmlformats.org/officeDocument/2006/relationships',
        'http://purl.oclc.org/ooxml/officeDocument/relationships',
      );
  return {
    bytes: rewritten(made, strictly),
    text: `${ADVERT}\n${GROWTH}\n${BLANK}\n`,
    found: [IN_ADVERT, IN_GROWTH, IN_BLANK],
  };
}

function macros(): HardDocument {
  const program = Uint8Array.from({ length: 2000 }, (_, i) => (i * 7919) % 251);
  const made = makeDocx({ body: p(ADVERT) + p(GROWTH) + END, files: { 'word/vbaProject.bin': program } });
  const enabled = (text: string) =>
    text
      .replace(
        'application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml',
        'application/vnd.ms-word.document.macroEnabled.main+xml',
      )
      .replace(
        '<Override ',
        '<Default Extension="bin" ContentType="application/vnd.ms-office.vbaProject"/><Override ',
      );
  return { bytes: rewritten(made, enabled), text: `${ADVERT}\n${GROWTH}\n`, found: [IN_ADVERT, IN_GROWTH] };
}

function moved(): HardDocument {
  const from = `<w:moveFromRangeStart ${by(1)} w:name="m"/><w:moveFrom ${by(2)}>${run(GROWTH)}</w:moveFrom><w:moveFromRangeEnd w:id="1"/>`;
  const to = `<w:moveToRangeStart ${by(3)} w:name="m"/><w:moveTo ${by(4)}>${run(GROWTH)}</w:moveTo><w:moveToRangeEnd w:id="3"/>`;
  const body = [
    paragraph(run('据介绍，'), from, run('其余照旧。')),
    paragraph(
      deleted(5, '删去的。'),
      '<w:bookmarkStart w:id="9" w:name="b"/>',
      run(BLANK),
      '<w:bookmarkEnd w:id="9"/>',
    ),
    paragraph(to, run(PLAIN)),
    p(ADVERT),
    p(PLAIN),
  ];
  return {
    bytes: makeDocx({ body: body.join('') + END }),
    text: `据介绍，其余照旧。\n${BLANK}\n${GROWTH}${PLAIN}\n${ADVERT}\n${PLAIN}\n`,
    found: [IN_BLANK, IN_GROWTH, IN_ADVERT],
  };
}
