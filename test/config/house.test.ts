/** The house's own facts: how its table is read, what is told of one that is broken, and what drafts are held against. */
import assert from 'node:assert/strict';
import { parseHouse } from '../../config/house.ts';
import { faultInChinese } from '../../config/messages.ts';
import { ConfigFiles } from '../../config/resolve.ts';
import { rules } from '../../rules/index.ts';
import { testLinter } from '../support/linter.ts';

const TSV = `# 资料表
姓名	职务
王志强	县委书记
李明	县委副书记、县长

本地	简称
青河县	青河

外地
白水县、临江市

规范表述	不写作	说明
和美乡村建设	美丽乡村建设	2025年起

指标	口径	时期	数值	单位
地区生产总值	全县	2025年	356.8	亿元
`;

describe('house: its table', () => {
  it('holds several tables, each known by its head, with the place of every row', () => {
    const { house, problems } = parseHouse('/稿/本单位.tsv', TSV);
    assert.deepEqual(problems, []);
    assert.deepEqual(house.people[1], {
      name: '李明',
      posts: ['县委副书记', '县长'],
      at: { path: '/稿/本单位.tsv', line: 3, start: 0, end: 2 },
    });
    assert.deepEqual(
      house.strangers.map(({ name }) => name),
      ['白水县', '临江市'],
    );
    assert.deepEqual(house.figures, [
      {
        indicator: '地区生产总值',
        scope: '全县',
        period: '2025年',
        figure: '356.8亿元',
        at: { path: '/稿/本单位.tsv', line: 15, start: 16, end: 21 },
      },
    ]);
  });

  it('is read alike from CSV with quotation marks and CRLF, and from a page of Markdown', () => {
    const { house: tsv } = parseHouse('/稿/表.tsv', TSV);
    const csv = TSV.split('\n')
      .filter((line) => !line.startsWith('#'))
      .map((line) =>
        line === ''
          ? ','
          : line
              .split('\t')
              .map((cell) => `"${cell}"`)
              .join(','),
      )
      .join('\r\n');
    const markdown = TSV.split('\n')
      .map((line) => {
        const cells = line.split('\t');
        const row = `| ${cells.join(' | ')} |`;
        return line === '' || line.startsWith('#')
          ? line
          : /^(?:姓名|本地|外地|规范|指标)/.test(line)
            ? `${row}\n|${' --- |'.repeat(cells.length)}`
            : row;
      })
      .join('\n');
    const bare = (house: object) =>
      JSON.parse(JSON.stringify(house, (key, value) => (key === 'at' ? undefined : value)));
    for (const [name, text] of [
      ['/稿/表.csv', csv],
      ['/稿/表.md', markdown],
    ] as const) {
      const { house, problems } = parseHouse(name, text);
      assert.deepEqual(problems, [], name);
      assert.deepEqual(bare(house), bare(tsv), name);
    }
  });

  it('broken by hand: each mistake is told with its place and costs its row, the rest holds', () => {
    const broken = `姓名	职务
王志强
李明	县长
李明	副县长

指标	时期	数值	单位
茶叶总产值	2025年	三十五亿	元
常住人口	2025	1,250,000	人

名字们	官职
张三	局长

外地
白水县
`;
    const { house, problems } = parseHouse('/稿/表.tsv', broken);
    assert.deepEqual(
      problems.map(({ start, end, fault }) => [
        broken.slice(start, end),
        faultInChinese(fault).split('；')[0],
      ]),
      [
        ['王志强', '“职务”一格是空的，这一行没有读'],
        ['李明	副县长', '“李明”前面已有一行，以前面的为准'],
        ['三十五亿', '“数值”一格不是数，这一行没有读'],
        ['名字们	官职', '表头不认识，下面的行都没有读'],
      ],
    );
    assert.deepEqual(
      house.people.map(({ name, posts }) => [name, ...posts]),
      [['李明', '县长']],
    );
    assert.deepEqual(
      house.figures.map(({ period, figure }) => [period, figure]),
      [['2025年', '1250000人']],
    );
    assert.deepEqual(
      house.strangers.map(({ name }) => name),
      ['白水县'],
    );
  });
});

/** What a draft reworked from that of another county and another year has kept. */
const DRAFT = `在全县三级干部大会上的讲话
县委书记 王志刚
同志们：
过去一年，清河县上下团结奋斗。
2025年，全县地区生产总值达到365.8亿元。
白水县的干部群众拼搏实干。
会议由县长王志强主持。
`;

describe('house: a draft held against it', () => {
  const files = (byPath: Record<string, string>) => new ConfigFiles((path) => byPath[path], rules);

  it('five leftovers are stopped, and nothing else', () => {
    const config = files({
      '/稿/gongwen-lint.json': '{ "house": "资料/本单位.tsv" }',
      '/稿/资料/本单位.tsv': TSV,
    });
    const { settings, origins } = config.effective('/稿/讲话.txt');
    assert.equal(origins.get('house'), '/稿/gongwen-lint.json');
    const found = testLinter().lint(DRAFT, settings);
    assert.deepEqual(
      found.map(({ ruleId, start, end }) => `${ruleId} ${DRAFT.slice(start, end)}`),
      [
        'terms/person 王志刚',
        'terms/house-name 清河县',
        'figures/ledger 365.8亿元',
        'terms/other-place 白水县',
        'terms/person 县长',
      ],
    );
    for (const { evidence } of found) assert.equal(evidence[0]?.elsewhere?.path, '/稿/资料/本单位.tsv');
  });

  it('the right draft is clean, and one of another house is held against its own table', () => {
    const right = DRAFT.replace('王志刚', '王志强')
      .replace('清河县', '青河县')
      .replace('365.8', '356.8')
      .replace('白水县', '青河县')
      .replace('县长王志强', '县长李明');
    const config = files({
      '/稿/gongwen-lint.json':
        '{ "house": "本单位.tsv", "overrides": [{ "files": "外单位/**", "house": [] }] }',
      '/稿/本单位.tsv': TSV,
    });
    const linter = testLinter();
    assert.deepEqual(linter.lint(right, config.effective('/稿/讲话.txt').settings), []);
    const other = config.effective('/稿/外单位/讲话.txt').settings;
    assert.deepEqual(
      linter.lint(DRAFT, other).map(({ ruleId }) => ruleId),
      [],
    );
  });

  it('a table that is not there is told of at its name; settings hold', () => {
    const text = '{ "kind": "report", "house": ["无此表.tsv"] }';
    const config = files({ '/稿/gongwen-lint.json': text });
    assert.equal(config.effective('/稿/讲话.txt').settings.kind, 'report');
    const [problem, ...more] = config.problems('/稿/gongwen-lint.json');
    assert.deepEqual(more, []);
    assert.equal(text.slice(problem!.start, problem!.end), '"无此表.tsv"');
    assert.equal(faultInChinese(problem!.fault), '读不到 /稿/无此表.tsv（没有这个文件，请核对名称和位置）');
  });

  it('an edit, and a new table, are judged as if the document were opened anew', () => {
    const { house } = parseHouse('/稿/表.tsv', TSV);
    const linter = testLinter();
    const linted = linter.open(DRAFT, { house });
    assert.ok(linted.findings().length >= 5);
    const at = DRAFT.indexOf('王志刚');
    linted.update([{ start: at, end: at + 3, text: '王志强' }]);
    const edited = DRAFT.replace('王志刚', '王志强');
    const now = () => linted.findings().map(({ ruleId, start }) => [ruleId, start]);
    assert.deepEqual(
      now(),
      linter.lint(edited, { house }).map(({ ruleId, start }) => [ruleId, start]),
    );
    linted.configure({});
    assert.deepEqual(
      now(),
      linter.lint(edited).map(({ ruleId, start }) => [ruleId, start]),
    );
  });
});
