/** Six documents of one meeting with ten contradictions between them: all ten are told, in both files, and nothing else. */
import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { type Companion, type Finding, type LintedDocument, rules } from '../../rules/index.ts';
import { testLinter } from '../support/linter.ts';

/** As they should be, all alike. */
const SET: Readonly<Record<string, string>> = {
  '1-通知.txt': `关于召开县安委会第二次全体会议暨2026年全县安全生产工作会议的通知
各乡镇人民政府，县直有关部门：
经研究，定于2026年3月5日（星期四）上午9:00召开县安委会第二次全体会议暨2026年全县安全生产工作会议。现将有关事项通知如下：
一、会议地点
县会议中心二楼报告厅。
二、会议内容
部署12项重点任务。会议由县长李明主持，县委书记王志刚讲话。
三、有关要求
请参会人员于3月4日下午5时前报到。
清河县人民政府办公室
2026年2月26日
`,
  '2-方案.txt': `2026年全县安全生产工作会议方案
一、时间
2026年3月5日上午9:00，会期半天。
二、地点
县会议中心二楼报告厅。
三、议程
县委书记王志刚讲话，县长李明主持并作总结。
`,
  '3-主持词.txt': `全县安全生产工作会议主持词
同志们：
今天，我们在县会议中心二楼报告厅召开县安委会第二次全体会议暨全县安全生产工作会议。
下面，请县委书记王志刚同志讲话，大家欢迎。
`,
  '4-讲话.txt': `在全县安全生产工作会议上的讲话
县委书记 王志刚
（2026年3月5日）
同志们：
2025年，全县固定资产投资达到128.6亿元，同比增长6.2%。
今年部署的12项重点任务，要逐项落实。
`,
  '5-报告.txt': `2025年全县安全生产工作情况报告
2025年，全县规模以上工业增加值121.4亿元，固定资产投资128.6亿元，同比增长6.2%。
2025年全县安全生产培训人数5270人。
`,
  '6-附件.md': `2026年全县安全生产重点任务清单

| 序号 | 任务 | 责任单位 |
| --- | --- | --- |
${Array.from({ length: 12 }, (_, i) => `| ${i + 1} | 第${i + 1}类隐患整治 | 应急局 |`).join('\n')}

2025年主要指标完成情况

| 指标 | 单位 | 2025年 |
| --- | --- | --- |
| 规模以上工业增加值 | 亿元 | 121.4 |
| 安全生产培训人数 | 人 | 5270 |
`,
};

/** File, what stands there, what is put in its place, and the file it contradicts. */
const PLANTED: readonly (readonly [file: string, right: string, wrong: string, said: string])[] = [
  ['2-方案.txt', '2026年3月5日', '2026年3月6日', '2026年3月6日'],
  ['2-方案.txt', '上午9:00', '上午9:30', '上午9:30'],
  ['2-方案.txt', '县长李明', '县长李鸣', '李鸣'],
  ['3-主持词.txt', '县会议中心二楼报告厅', '县委党校礼堂', '县委党校礼堂'],
  ['3-主持词.txt', '第二次全体', '第三次全体', '第三次'],
  ['3-主持词.txt', '王志刚', '王志强', '王志强'],
  ['4-讲话.txt', '128.6亿元', '126.8亿元', '126.8亿元'],
  ['5-报告.txt', '6.2%', '6.8%', '6.8%'],
  ['6-附件.md', '5270', '5720', '5720'],
  ['6-附件.md', '\n| 12 | 第12类隐患整治 | 应急局 |', '', '2026年全县安全生产重点任务清单'],
];

const RULES = /^(?:terms|figures)\/set-/;

/** All of a set, each beside the others. */
function opened(set: Readonly<Record<string, string>>): Map<string, LintedDocument> {
  const linter = testLinter({ rules: rules.filter(({ id }) => RULES.test(id)) });
  const documents = new Map<string, LintedDocument>(
    Object.entries(set).map(([name, text]) => [
      name,
      linter.open(text, { format: name.endsWith('.md') ? 'markdown' : 'plain' }),
    ]),
  );
  for (const [name, linted] of documents) {
    const others: Companion[] = [...documents]
      .filter(([other]) => other !== name)
      .map(([other, { document }]) => ({ path: `/稿/${other}`, document }));
    linted.accompany(others);
  }
  return documents;
}

const found = (documents: Map<string, LintedDocument>): [string, LintedDocument, Finding][] =>
  [...documents].flatMap(([name, linted]) =>
    linted.findings().map((finding): [string, LintedDocument, Finding] => [name, linted, finding]),
  );

describe('sets', () => {
  it('six documents that agree: nothing', () => {
    assert.deepEqual(
      found(opened(SET)).map(([name, , { message }]) => `${name} ${message}`),
      [],
    );
  });

  it('ten planted contradictions: all ten, each with both places, and nothing else', () => {
    const set: Record<string, string> = { ...SET };
    for (const [file, right, wrong] of PLANTED) {
      assert.ok(set[file]!.includes(right), `${file}: ${right}`);
      set[file] = set[file]!.replace(right, wrong);
    }
    const documents = opened(set);
    const told = new Set<string>();
    for (const [name, { document }, { start, end, message, evidence }] of found(documents)) {
      const [{ elsewhere }] = evidence as [Finding['evidence'][number]];
      const other = elsewhere!.path.slice('/稿/'.length);
      const line = documents.get(other)!.document.paragraphs[elsewhere!.line]!;
      const here = `${name} ${document.slice(start, end)}`;
      const there = `${other} ${line.source.slice(elsewhere!.start, elsewhere!.end)}`;
      const planted = PLANTED.find(([file, , , said]) => [here, there].includes(`${file} ${said}`));
      assert.ok(planted, `not planted: ${here} – ${there}: ${message}`);
      told.add(`${planted[0]} ${planted[3]}`);
    }
    assert.deepEqual([...told].sort(), PLANTED.map(([file, , , said]) => `${file} ${said}`).sort());
  });

  it('an edit that mends one file takes the finding from all', () => {
    const set = { ...SET, '4-讲话.txt': SET['4-讲话.txt']!.replace('128.6', '126.8') };
    const documents = opened(set);
    assert.equal(found(documents).length, 2);
    const speech = documents.get('4-讲话.txt')!;
    const at = speech.document.text.indexOf('126.8');
    speech.update([{ start: at, end: at + 5, text: '128.6' }]);
    const report = documents.get('5-报告.txt')!;
    report.accompany(report.document.companions);
    assert.deepEqual(found(documents), []);
  });

  it('drafts that have nothing to do with each other stay silent', () => {
    const shared = fileURLToPath(new URL('../../../../shared/drafts', import.meta.url));
    const drafts = existsSync(shared) ? textsBelow(shared) : UNRELATED;
    assert.deepEqual(
      found(opened(drafts)).map(([name, , { message }]) => `${name} ${message}`),
      [],
    );
  }).timeout(120_000);
});

const UNRELATED: Readonly<Record<string, string>> = {
  '春耕.txt': SET['4-讲话.txt']!.replaceAll('安全生产', '春耕备耕').replace('128.6', '98.1'),
  '旅游.txt': SET['4-讲话.txt']!.replaceAll('安全生产', '旅游发展').replace('王志刚', '赵大勇'),
  '去年.txt': SET['4-讲话.txt']!.replaceAll('2026年3月5日', '2025年2月11日').replace('128.6', '118.3'),
};

function textsBelow(folder: string): Record<string, string> {
  // Those of the folder `adverts` are one draft with adverts put in.
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) =>
    name.endsWith('.txt'),
  );
  return Object.fromEntries(names.map((name) => [name, readFileSync(`${folder}/${name}`, 'utf8')]));
}
