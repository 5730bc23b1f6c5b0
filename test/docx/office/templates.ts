/** Documents that come of templates, and of what was glued together: controls, fields, frames, pictures, moves, other files. */
import { item, makeDocx, numbering, p, rewritten, run, textBox } from '../support.ts';
import {
  ADVERT,
  BLANK,
  by,
  code,
  control,
  END,
  field,
  GROWTH,
  type HardDocument,
  IN_ADVERT,
  IN_BLANK,
  IN_GROWTH,
  PLAIN,
  paragraph,
  table,
} from './hard.ts';

export function templateDocuments(): ReadonlyMap<string, HardDocument> {
  return new Map<string, HardDocument>([
    ['a figure in pieces', pieces()],
    ['lists that begin anew', restarts()],
    ['text boxes in tables', boxes()],
    ['tables in controls in tables', tables()],
    ['notes marked by hand', notes()],
    ['fields in fields', fields()],
    ['prompts', prompts()],
    ['smart tags', smartTags()],
    ['moved paragraphs', moved()],
    ['moved controls', movedControls()],
    ['comments over paragraphs', comments()],
    ['pictures beside adverts', pictures()],
    ['another file in it', embedded()],
    ['strict, with its own units', strict()],
    ['from WPS', wps()],
  ]);
}

/** Bookmarks, marks of proofing, empty runs, a smart tag and a link, all within the figures of one sentence. */
function pieces(): HardDocument {
  const body = paragraph(
    run('投资由5'),
    '<w:bookmarkStart w:id="4" w:name="_GoBack"/>',
    run('0', '<w:b/>'),
    '<w:bookmarkEnd w:id="4"/><w:proofErr w:type="gramStart"/>',
    run('亿'),
    run('元增至'),
    smartTag('chmetcnv', run('6') + run('0亿元')),
    '<w:proofErr w:type="gramEnd"/>',
    run('，增'),
    '<w:r></w:r><w:r><w:t/></w:r>',
    run('长2'),
    `<w:hyperlink w:anchor="_GoBack">${run('5')}</w:hyperlink>`,
    run('%。'),
  );
  return {
    bytes: makeDocx({ body: body + p(PLAIN) + END }),
    text: `${GROWTH}\n${PLAIN}\n`,
    found: [IN_GROWTH],
  };
}

function smartTag(element: string, content: string): string {
  return `<w:smartTag w:uri="urn:schemas-microsoft-com:office:smarttags" w:element="${element}"><w:smartTagPr><w:attr w:name="a" w:val="b"/></w:smartTagPr>${content}</w:smartTag>`;
}

/** A start of a list's own, and a level of its own beside it: the start of the list wins. */
function restarts(): HardDocument {
  const level = (format: string, pattern: string, start: number) =>
    `<w:lvl w:ilvl="0"><w:start w:val="${start}"/><w:numFmt w:val="${format}"/><w:suff w:val="nothing"/><w:lvlText w:val="${pattern}"/></w:lvl>`;
  const list = (id: number, override = '') =>
    `<w:num w:numId="${id}"><w:abstractNumId w:val="1"/>${override && `<w:lvlOverride w:ilvl="0">${override}</w:lvlOverride>`}</w:num>`;
  const lists = [
    `<w:abstractNum w:abstractNumId="1"><w:multiLevelType w:val="singleLevel"/>${level('chineseCountingThousand', '%1、', 1)}</w:abstractNum>`,
    list(1),
    list(2, '<w:startOverride w:val="1"/>'),
    list(3, `<w:startOverride w:val="1"/>${level('chineseCounting', '（%1）', 4)}`),
  ];
  const body = [
    ...[item('抓项目'), p(PLAIN), item('抓招商'), p(PLAIN)],
    ...[p('附件'), item('任务清单', 0, 2), item('责任清单', 0, 2), p(GROWTH)],
    ...[p('说明'), item('填报口径', 0, 3), item('填报时间', 0, 3), p(PLAIN)],
  ];
  const text = [
    ...['一、\t抓项目', PLAIN, '二、\t抓招商', PLAIN],
    ...['附件', '一、\t任务清单', '二、\t责任清单', GROWTH],
    ...['说明', '（一）\t填报口径', '（二）\t填报时间', PLAIN],
  ];
  return {
    bytes: makeDocx({ body: body.join('') + END, parts: { numbering: lists.join('') } }),
    text: `${text.join('\n')}\n`,
    found: [IN_GROWTH],
  };
}

/** LibreOffice puts an empty paragraph before a table at the beginning when there is a comment in it. */
const HEAD = p('情况表');

function boxes(): HardDocument {
  const first = textBox(p(GROWTH) + table([p('乙'), p('12')]) + p(''));
  const body = table([p('项目'), paragraph(run('说明'), first, textBox(p(BLANK)))], [p('甲'), p('8')]);
  return {
    bytes: makeDocx({ body: HEAD + body + p(PLAIN) + END }),
    text: `情况表\n项目\t说明\n${GROWTH}\n乙\t12\n\n${BLANK}\n甲\t8\n${PLAIN}\n`,
    found: [IN_GROWTH, IN_BLANK],
  };
}

function tables(): HardDocument {
  const inner = table([p('道路'), p('12')], [p('桥梁'), p('8')], [p('合计'), p('21')]);
  const body = table([p('类'), p('数')], [control(inner) + p(''), p('20')]);
  return {
    bytes: makeDocx({ body: HEAD + body + p(PLAIN) + END }),
    text: `情况表\n类\t数\n道路\t12\n桥梁\t8\n合计\t21\n\n20\n${PLAIN}\n`,
    found: ['figures/table-sum: 21'],
  };
}

/** The mark is typed, in the text and in the note. */
function notes(): HardDocument {
  const mark =
    '<w:r><w:rPr><w:vertAlign w:val="superscript"/></w:rPr><w:footnoteReference w:customMarkFollows="1" w:id="5"/><w:t>①</w:t></w:r>';
  const footnotes = `<w:footnote w:id="5">${p(`①${GROWTH}`)}${p(BLANK)}</w:footnote>`;
  const body = paragraph(run('全年投资60亿元'), mark, run('，较快增长。')) + p(PLAIN);
  return {
    bytes: makeDocx({ body: body + END, parts: { footnotes } }),
    text: `全年投资60亿元①，较快增长。\n${PLAIN}\n【脚注】\n①${GROWTH}\n${BLANK}\n`,
    found: [IN_GROWTH, IN_BLANK],
  };
}

/** Codes cut anywhere, a field in the code of another, and one that shows its code's own words. */
function fields(): HardDocument {
  const button = code('MACROBUTTON NoMacro [请填写单位名称]');
  const body = [
    paragraph(
      run('投资由50亿元增至60亿元，增长'),
      field('begin'),
      '<w:r><w:instrText xml:space="preserve"> RE</w:instrText></w:r><w:r><w:rPr><w:b/></w:rPr><w:instrText>F rate</w:instrText></w:r>',
      field('separate'),
      run('2'),
      run('5'),
      field('end'),
      run('%。'),
    ),
    paragraph(
      run('今年以来，'),
      ...[
        field('begin'),
        code('IF'),
        field('begin'),
        code('MERGEFIELD 职务'),
        field('separate'),
        run('书记'),
      ],
      ...[field('end'), code('= "书记" "×书记" "×市长"'), field('separate'), run('×书记'), field('end')],
      run('先后两次调研。'),
    ),
    paragraph(run('报送单位：'), field('begin'), button, field('end')),
    p(PLAIN),
  ];
  return {
    bytes: makeDocx({ body: body.join('') + END }),
    text: `${GROWTH}\n${BLANK}\n报送单位：[请填写单位名称]\n${PLAIN}\n`,
    found: [IN_GROWTH, IN_BLANK, 'placeholder/template-field: [请填写单位名称]'],
  };
}

/** Controls that show their prompts; what they are told by is a rule of documents. */
function prompts(): HardDocument {
  const grey = '<w:rStyle w:val="PlaceholderText"/>';
  const choice =
    '<w:showingPlcHdr/><w:dropDownList><w:listItem w:displayText="秘密" w:value="1"/></w:dropDownList>';
  const body = [
    paragraph(run('会议由'), control(run('李明'), '<w:showingPlcHdr/><w:text/>'), run('同志主持。')),
    paragraph(run('密级：'), control(run('选择一项。', grey), choice)),
    control(p('请在此处录入正文。'), '<w:showingPlcHdr/>'),
    p(GROWTH),
    p(PLAIN),
  ];
  return {
    bytes: makeDocx({ body: body.join('') + END }),
    text: `会议由李明同志主持。\n密级：选择一项。\n请在此处录入正文。\n${GROWTH}\n${PLAIN}\n`,
    found: [IN_GROWTH],
  };
}

function smartTags(): HardDocument {
  const sentence = paragraph(
    smartTag('date', smartTag('year', run('2024年')) + run('2月30日')),
    run('，'),
    smartTag('place', run('青河县')),
    run('召开会议。'),
  );
  const body = `<w:customXml w:element="a">${sentence}${p(BLANK)}</w:customXml>`;
  return {
    bytes: makeDocx({ body: body + p(PLAIN) + END }),
    text: `2024年2月30日，青河县召开会议。\n${BLANK}\n${PLAIN}\n`,
    found: ['figures/date: 2024年2月30日', IN_BLANK],
  };
}

/** A paragraph moved behind the next, mark and all. */
function moved(): HardDocument {
  const half = (way: 'From' | 'To', id: number) =>
    `<w:move${way}RangeStart ${by(id)} w:name="m"/><w:p><w:pPr><w:rPr><w:move${way} ${by(id + 1)}/></w:rPr></w:pPr><w:move${way} ${by(id + 2)}>${run('二、压实责任')}</w:move${way}></w:p><w:move${way}RangeEnd w:id="${id}"/>`;
  const body = [p('一、提高认识'), p(BLANK), half('From', 1), p('三、强化督查'), half('To', 4), p(GROWTH)];
  return {
    bytes: makeDocx({ body: body.join('') + p(PLAIN) + END }),
    text: `一、提高认识\n${BLANK}\n三、强化督查\n二、压实责任\n${GROWTH}\n${PLAIN}\n`,
    found: [IN_BLANK, 'numbering/sequence: 三、', IN_GROWTH],
  };
}

/** A control around two paragraphs moved, one in a control deleted, one alone in a cell moved away. */
function movedControls(): HardDocument {
  let id = 1;
  const marked = (kind: string, text: string) => {
    const content = kind === 'del' ? run(text).replaceAll('w:t', 'w:delText') : run(text);
    return `<w:p><w:pPr><w:rPr><w:${kind} ${by(id++)}/></w:rPr></w:pPr><w:${kind} ${by(id++)}>${content}</w:${kind}></w:p>`;
  };
  const half = (way: 'From' | 'To', name: string, ...texts: string[]) => {
    const begin = id++;
    const content = texts.map((text) => marked(`move${way}`, text)).join('');
    return `<w:move${way}RangeStart ${by(begin)} w:name="${name}"/>${control(content)}<w:move${way}RangeEnd w:id="${begin}"/>`;
  };
  const body = [
    control(marked('del', '删去的。')),
    p('一、提高认识'),
    half('From', 'm', '二、压实责任', BLANK),
    p('三、强化督查'),
    half('To', 'm', '二、压实责任', BLANK),
    table([half('From', 'n', '另行通知。') + p('甲'), p('12')]),
    half('To', 'n', '另行通知。'),
    p(GROWTH),
    p(ADVERT),
    p(PLAIN),
  ];
  return {
    bytes: makeDocx({ body: body.join('') + END }),
    text: `一、提高认识\n三、强化督查\n二、压实责任\n${BLANK}\n甲\t12\n另行通知。\n${GROWTH}\n${ADVERT}\n${PLAIN}\n`,
    found: ['numbering/sequence: 三、', IN_BLANK, IN_GROWTH, IN_ADVERT],
  };
}

/** One over all of the text, one from a paragraph into a table. */
function comments(): HardDocument {
  const begin = (id: number) => `<w:commentRangeStart w:id="${id}"/>`;
  const end = (id: number) =>
    `<w:commentRangeEnd w:id="${id}"/><w:r><w:commentReference w:id="${id}"/></w:r>`;
  const body = [
    paragraph(begin(0), run('投资由50亿元增至60亿元，'), begin(1), run('增长25%。')),
    p(ADVERT),
    table([p('甲'), paragraph(run('12'), end(1))]),
    paragraph(run('今年以来，×书记先后两次'), end(0), run('调研。')),
  ];
  const comment = (id: number, text: string) => `<w:comment ${by(id)} w:initials="王">${p(text)}</w:comment>`;
  return {
    bytes: makeDocx({
      body: body.join('') + END,
      parts: { comments: comment(0, '通看') + comment(1, '核') },
    }),
    text: `${GROWTH}\n${ADVERT}\n甲\t12\n${BLANK}\n`,
    found: [IN_GROWTH, IN_ADVERT, IN_BLANK],
  };
}

/** What is not text stays where an advert goes: a picture alone below it, one in its paragraph, a text box in the header. */
function pictures(): HardDocument {
  const picture = '<w:r><w:pict><v:rect style="width:60pt;height:60pt"/></w:pict></w:r>';
  const body = [
    p(GROWTH),
    p(ADVERT),
    paragraph(picture),
    p(PLAIN),
    paragraph(run(ADVERT), picture),
    p(BLANK),
  ];
  const header =
    '<w:sectPr><w:headerReference w:type="default" r:id="rId90"/><w:pgSz w:w="11906" w:h="16838"/></w:sectPr>';
  return {
    bytes: makeDocx({
      body: body.join('') + header,
      margins: { rId90: ['hdr', paragraph(run(''), textBox(p('墨海文库')))] },
    }),
    text: `${GROWTH}\n${ADVERT}\n\n${PLAIN}\n${ADVERT}\n${BLANK}\n【页眉】\n\n墨海文库\n`,
    found: [IN_GROWTH, IN_ADVERT, IN_ADVERT, IN_BLANK, 'advert/watermark: 墨海文库'],
  };
}

/** A page of the web that Word takes in when it opens the document. */
function embedded(): HardDocument {
  const made = makeDocx({
    body: `${p(GROWTH)}<w:altChunk r:id="rIdChunk"/>${p(PLAIN)}${END}`,
    files: { 'word/chunk.htm': '<html><body><p>嵌入的正文。</p></body></html>' },
  });
  const link =
    '<Relationship Id="rIdChunk" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/aFChunk" Target="chunk.htm"/>';
  const type = '<Default Extension="htm" ContentType="text/html"/>';
  return {
    bytes: rewritten(made, (text) =>
      text
        .replace(/(<Relationships [^>]*>)(?=<\/Relationships>)/, `$1${link}`)
        .replace('<Override ', `${type}<Override `),
    ),
    text: `${GROWTH}\n${PLAIN}\n`,
    found: [IN_GROWTH],
  };
}

/** Names of its own for sides and measures, besides its namespaces. */
function strict(): HardDocument {
  const made = makeDocx({
    body: [
      paragraph(
        '<w:pPr><w:ind w:start="0pt" w:firstLine="32pt"/><w:jc w:val="start"/></w:pPr>',
        run(GROWTH, '<w:b w:val="true"/><w:sz w:val="16pt"/>'),
      ),
      item('提高认识'),
      item('压实责任'),
      p(ADVERT),
      p(BLANK),
      '<w:sectPr><w:pgSz w:w="595.3pt" w:h="841.9pt"/></w:sectPr>',
    ].join(''),
    parts: { numbering: numbering([['chineseCounting', '%1、']]) },
  });
  const main = 'http://schemas.openxmlformats.org';
  const strictly = (text: string) =>
    text
      .replaceAll(`${main}/wordprocessingml/2006/main`, 'http://purl.oclc.org/ooxml/wordprocessingml/main')
      .replaceAll(
        `${main}/officeDocument/2006/relationships`,
        'http://purl.oclc.org/ooxml/officeDocument/relationships',
      )
      .replace('<w:document ', '<w:document w:conformance="strict" ');
  return {
    bytes: rewritten(made, strictly),
    text: `${GROWTH}\n一、\t提高认识\n二、\t压实责任\n${ADVERT}\n${BLANK}\n`,
    found: [IN_GROWTH, IN_ADVERT, IN_BLANK],
  };
}

/** Hints of fonts, numbers without a tab, text fitted to a width, readings above characters, a namespace of its own. */
function wps(): HardDocument {
  const numbered = (text: string) =>
    paragraph(
      '<w:pPr><w:keepNext w:val="0"/><w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr></w:pPr>',
      run(text, '<w:rFonts w:hint="eastAsia" w:ascii="仿宋_GB2312" w:eastAsia="仿宋_GB2312"/>'),
    );
  const numbers = `<w:abstractNum w:abstractNumId="0"><w:nsid w:val="A1B2C3D4"/><w:multiLevelType w:val="singleLevel"/><w:tmpl w:val="A1B2C3D4"/><w:lvl w:ilvl="0" w:tentative="0"><w:start w:val="1"/><w:numFmt w:val="chineseCounting"/><w:suff w:val="nothing"/><w:lvlText w:val="%1、"/><w:lvlJc w:val="left"/></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>`;
  const fitted = run('×书', '<w:fitText w:val="1280" w:id="1"/>');
  const reading =
    '<w:r><w:ruby><w:rubyPr><w:rubyAlign w:val="center"/><w:hps w:val="16"/><w:hpsRaise w:val="30"/><w:hpsBaseText w:val="32"/><w:lid w:val="zh-CN"/></w:rubyPr><w:rt><w:r><w:t>ji</w:t></w:r></w:rt><w:rubyBase><w:r><w:t>记</w:t></w:r></w:rubyBase></w:ruby></w:r>';
  const body = [
    numbered('提高认识'),
    paragraph(run('　　投资由50亿元增至60亿元，增长'), run('25', '<w:rFonts w:hint="default"/>'), run('%。')),
    numbered('压实责任'),
    paragraph(run('今年以来，'), fitted, reading, run('先后两次调研。')),
    p(ADVERT),
    p(PLAIN),
  ];
  const made = makeDocx({ body: body.join('') + END, parts: { numbering: numbers } });
  return {
    bytes: rewritten(made, (text) =>
      text.replace(
        '<w:document ',
        '<w:document xmlns:wpsCustomData="http://www.wps.cn/officeDocument/2013/wpsCustomData" mc:Ignorable="wpsCustomData" ',
      ),
    ),
    text: `一、\t提高认识\n　　${GROWTH}\n二、\t压实责任\n${BLANK}\n${ADVERT}\n${PLAIN}\n`,
    found: [IN_GROWTH, IN_BLANK, IN_ADVERT],
  };
}
