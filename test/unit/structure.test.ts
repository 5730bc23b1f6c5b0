/** The structure of a text: marks, series, outline, and what editors do with it. */
import assert from 'node:assert/strict';
import fc from 'fast-check';
import { seriesMarks } from '../../language/structure/series-marks.ts';
import {
  applyEdits,
  type Document,
  type Format,
  foldsOf,
  headingAt,
  outlineOf,
  printOutline,
  relevel,
  renumberAt,
  renumberDocument,
  renumberRange,
  selectionsAt,
} from '../../rules/index.ts';
import { testDocument, testLinter } from '../support/linter.ts';

function open(text: string, format: Format = 'plain'): Document {
  return testDocument(text, format);
}

/** The outline without places. */
function outline(text: string, format: Format = 'plain'): string[] {
  return printOutline(open(text, format))
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => line.replace(/\t.*$/, ''));
}

/** `kind value` of every mark, soft ones in brackets. */
function marks(text: string): string[] {
  const [paragraph] = open(text).paragraphs;
  return paragraph!
    .fact(seriesMarks)
    .map((m) => (m.firm ? `${m.kind} ${m.value}` : `(${m.kind} ${m.value})`));
}

describe('series marks', () => {
  const firm: [string, string[]][] = [
    ['第十二章　附则', ['chapter 12']],
    ['第一百零三条　本法自公布之日起施行。', ['article 103']],
    ['十一、加强领导', ['han 11']],
    ['（二十）完善制度', ['han-bracket 20']],
    ['3.建立台账', ['arabic 3']],
    ['（4）入户走访', ['arabic-bracket 4']],
    ['5）入户走访', ['arabic-half 5']],
    ['⑥登记造册', ['circled 6']],
    ['做法是：一是摸底；二要整改。', ['verb 1', 'verb 2']],
    ['首先，摸底。其次，整改。', ['first-next 1', 'first-next 2']],
    ['其一，时间紧。其二，任务重。', ['qi 1', 'qi 2']],
    ['附件2', ['attachment 2']],
    ['一、二〇二五年工作回顾', ['han 1']],
  ];
  for (const [text, expected] of firm) it(`reads ${text}`, () => assert.deepEqual(marks(text), expected));

  const none = [
    '依照第（一）、（二）项规定',
    '一产、二产和三产都增长，二、三产业增势好',
    '第一书记',
    '见图1、表2',
    '再次强调，最后总结',
  ];
  for (const text of none) it(`reads no mark in ${text}`, () => assert.deepEqual(marks(text), []));

  it('keeps what may be a mark for the structure to judge', () => {
    assert.deepEqual(marks('发展一靠旅游，二靠产业'), ['(verb 1)', '(verb 2)']);
    assert.deepEqual(marks('十一是法定假日'), ['(verb 11)']);
    assert.deepEqual(marks('第三条战线同样重要'), ['(article 3)']);
    assert.deepEqual(marks('3、4月份开工'), ['(arabic 3)']);
    assert.deepEqual(marks('2.3月底前完成'), ['(decimal 3)', '(arabic 2)']);
  });

  it('does not see cells of a typed table', () => {
    assert.deepEqual(marks('（二）质量\t8.发生率\t定量'), []);
  });
});

describe('structure', () => {
  it('nests headings, lists in running text and words', () => {
    const text = [
      '一、提高认识。一要学深。首先，要读原文。其次，要悟原理。二要悟透。三要做实。一方面，要改；另一方面，要立。',
      '二、抓好落实。一要快，二要准。',
    ].join('\n');
    assert.deepEqual(outline(text), [
      '一、提高认识',
      '  一要学深',
      '    首先，要读原文',
      '    其次，要悟原理',
      '  二要悟透',
      '  三要做实',
      '    一方面，要改',
      '    另一方面，要立',
      '二、抓好落实',
      '  一要快',
      '  二要准',
    ]);
  });

  it('lets articles run through chapters and items restart under each', () => {
    const text = [
      '第一章　总则',
      '第一条　目的。',
      '第二条　下列情形：',
      '（一）甲类；',
      '（二）乙类。',
      '第二章　管理',
      '第三条　下列单位：',
      '（一）市级；',
      '（二）县级。',
    ].join('\n');
    assert.deepEqual(outline(text), [
      '第一章 总则',
      '  第一条 目的',
      '  第二条 下列情形',
      '    （一）甲类',
      '    （二）乙类',
      '第二章 管理',
      '  第三条 下列单位',
      '    （一）市级',
      '    （二）县级',
    ]);
  });

  it('takes headings into a member that they turn out to stand in', () => {
    const text = '第一，抓源头。\n（一）查\n（二）改\n第二，抓过程。';
    assert.deepEqual(outline(text), ['第一，抓源头', '  （一）查', '  （二）改', '第二，抓过程']);
  });

  it('finds headings and articles whose lines ran together', () => {
    assert.deepEqual(outline('一、甲\n12二、乙\n三、丙'), ['一、甲', '二、乙', '三、丙']);
    const text = '第一章　总则\n第一条　甲。\n违者处罚。 第二章 附则 第二条 乙。\n第三条　丙。';
    assert.deepEqual(outline(text), ['第一章 总则', '  第一条 甲', '  第二条 乙', '  第三条 丙']);
  });

  it('keeps series in quotation marks apart', () => {
    const text = '一是学，“首先，读书。其次，思考。”二是用。';
    assert.deepEqual(outline(text), ['一是学', '  首先，读书', '  其次，思考', '二是用']);
  });

  it('follows Markdown headings, with and without numbers', () => {
    const text = '# 总结\n\n## 一、回顾\n\n### 亮点\n\n## 二、打算\n\n1. 甲\n2. 乙\n\n```\n三、代码\n```\n';
    assert.deepEqual(outline(text, 'markdown'), ['总结', '  一、回顾', '    亮点', '  二、打算']);
  });

  it('takes what stands under a wrong number along once', () => {
    const text = '二、提高认识\n一、明确任务\n1.甲\n1.乙';
    assert.deepEqual(outline(text), ['二、提高认识', '一、明确任务', '  1.甲', '  1.乙']);
    const [fix] = testLinter()
      .lint(text)
      .filter((f) => f.message.startsWith('“1.”重复'))
      .flatMap((f) => f.fixes);
    assert.equal(fix?.edits.length, 1);
  });

  it('begins anew in each attachment', () => {
    const text = '一、甲\n二、乙\n附件1\n一、丙\n二、丁\n附件2\n一、戊\n二、己';
    assert.deepEqual(outline(text), [
      '一、甲',
      '二、乙',
      '附件1',
      '  一、丙',
      '  二、丁',
      '附件2',
      '  一、戊',
      '  二、己',
    ]);
  });

  it('is after any edits what it is of the whole text', () => {
    const line = fc.constantFrom(
      '一、甲',
      '二、乙。一是丙，二是丁。',
      '（一）戊',
      '（二）己',
      '首先，庚。第二，辛。',
      '1.壬',
      '附件1',
      '正文。',
      '',
    );
    const edit = fc.record({
      at: fc.nat(),
      remove: fc.nat({ max: 6 }),
      insert: fc.constantFrom('\n', '一、', '二是', '', '三、寅\n'),
    });
    fc.assert(
      fc.property(fc.array(line, { maxLength: 14 }), fc.array(edit, { maxLength: 8 }), (lines, edits) => {
        let text = lines.join('\n');
        const document = open(text);
        printOutline(document);
        for (const { at, remove, insert } of edits) {
          const start = text.length === 0 ? 0 : at % text.length;
          const change = { start, end: Math.min(text.length, start + remove), text: insert };
          text = applyEdits(text, [change]);
          document.edit([change]);
          assert.equal(printOutline(document), printOutline(open(text)));
        }
      }),
      { numRuns: 150 },
    );
  });
});

describe('outline for editors', () => {
  const text = '标题\n\n一、甲\n正文。\n（一）乙\n正文。一是丙；二是丁。\n\n二、戊\n结尾。\n';

  it('gives nested ranges that hold their parts', () => {
    const check = (items: ReturnType<typeof outlineOf>, from: number, to: number) => {
      let at = from;
      for (const { range, selectionRange, children } of items) {
        assert.ok(range.start >= at && range.end <= to, JSON.stringify(range));
        assert.ok(selectionRange.start >= range.start && selectionRange.end <= range.end);
        check(children, range.start, range.end);
        at = range.end;
      }
    };
    check(outlineOf(open(text)), 0, text.length);
    const [first] = outlineOf(open(text));
    assert.equal(
      text.slice(first!.range.start, first!.range.end),
      '一、甲\n正文。\n（一）乙\n正文。一是丙；二是丁。',
    );
  });

  it('folds members over several lines', () => {
    assert.deepEqual(foldsOf(open(text)), [
      { startLine: 2, endLine: 5 },
      { startLine: 4, endLine: 5 },
      { startLine: 7, endLine: 8 },
    ]);
  });

  it('widens a selection from the item to the whole text', () => {
    const ranges = selectionsAt(open(text), text.indexOf('丁'));
    const texts = ranges.map(({ start, end }) => text.slice(start, end));
    assert.equal(texts[0], '二是丁。');
    assert.equal(texts.at(-1), text);
    for (const [i, range] of ranges.slice(1).entries()) {
      assert.ok(range.start <= ranges[i]!.start && range.end >= ranges[i]!.end);
    }
  });
});

describe('renumbering', () => {
  const applied = (
    text: string,
    result: { edits: readonly { start: number; end: number; text: string }[] } | undefined,
  ) => applyEdits(text, result?.edits ?? []);

  it('numbers a series and the references to it', () => {
    const text =
      '第一条　甲。\n第二条　乙。\n第四条　依照本法第四条和《某法》第五条办理。\n第五条　违反本法第四条的，处罚。';
    const document = open(text);
    assert.equal(
      applied(text, renumberAt(document, text.indexOf('第四条'))),
      '第一条　甲。\n第二条　乙。\n第三条　依照本法第三条和《某法》第五条办理。\n第四条　违反本法第三条的，处罚。',
    );
    const changes = renumberAt(document, text.indexOf('第四条'))!.changes;
    assert.deepEqual(
      changes.map(({ line, from, to, reference }) => [line, from, to, reference]),
      [
        [3, '第四条', '第三条', false],
        [3, '第四条', '第三条', true],
        [4, '第五条', '第四条', false],
        [4, '第四条', '第三条', true],
      ],
    );
  });

  it('leaves the articles of another law alone, however many are named', () => {
    const text =
      '第一条　甲。\n第三条　依照刑法第一条、第三条和第五条第二款办理。\n第四条　违反第一条、第三条的，处罚。';
    assert.equal(
      applied(text, renumberDocument(open(text))),
      '第一条　甲。\n第二条　依照刑法第一条、第三条和第五条第二款办理。\n第三条　违反第一条、第二条的，处罚。',
    );
  });

  it('carries a change through series that run on', () => {
    const text = '一、甲\n（一）a\n（三）b\n二、乙\n（四）c\n（五）d';
    assert.equal(
      applied(text, renumberDocument(open(text))),
      '一、甲\n（一）a\n（二）b\n二、乙\n（三）c\n（四）d',
    );
  });

  it('numbers what is selected, restarts included', () => {
    const text = '一、甲\n二、乙\n一、丙\n二、丁';
    assert.equal(
      applied(text, renumberRange(open(text), { start: 0, end: text.length })),
      '一、甲\n二、乙\n三、丙\n四、丁',
    );
    assert.equal(renumberRange(open(text), { start: 0, end: 6 }), undefined);
  });

  it('says nothing when all is in order', () => {
    assert.equal(renumberDocument(open('一、甲\n二、乙\n')), undefined);
  });

  it('moves a heading down with what stands under it', () => {
    const text = '一、甲\n（一）子\n二、乙\n（一）丑\n1.寅\n（二）卯\n三、丙';
    const document = open(text);
    const heading = headingAt(document, text.indexOf('二、'))!;
    const down = applied(text, relevel(document, heading, 1));
    assert.equal(down, '一、甲\n（一）子\n（二）乙\n1.丑\n（1）寅\n2.卯\n二、丙');
    const lowered = open(down);
    assert.equal(applied(down, relevel(lowered, headingAt(lowered, down.indexOf('（二）'))!, -1)), text);
  });

  it('moves nothing above 一、 or below ①', () => {
    const document = open('一、甲\n二、乙');
    assert.equal(relevel(document, headingAt(document, 0)!, -1), undefined);
    const deep = open('①甲\n②乙');
    assert.equal(relevel(deep, headingAt(deep, 0)!, 1), undefined);
  });
});
