/** What the command line shows of a text without checking it. */
import assert from 'node:assert/strict';
import { join } from 'node:path';
import { ADVERT, CLEAN, Folder, gongwenLint } from './support.ts';

const DRAFT = `一、加强领导
（一）明确责任。首先，摸清底数；其次，建立台账。
二、狠抓落实
实现地区生产总值350.76亿元，增长7.5%。
`;

const OUTLINE = `一、加强领导\t1:1
  （一）明确责任\t2:1
    首先，摸清底数\t2:9
    其次，建立台账\t2:17
二、狠抓落实\t3:1
`;

describe('command line: looking at a text', () => {
  let folder: Folder;
  beforeEach(() => {
    folder = new Folder();
  });
  afterEach(() => folder.remove());

  it('--outline prints the tree of headings and lists', () => {
    const { code, stdout, stderr } = gongwenLint(['--outline', folder.write('稿.txt', DRAFT)]);
    assert.deepEqual({ code, stdout, stderr }, { code: 0, stdout: OUTLINE, stderr: '' });
  });

  it('--readings prints how each figure was read', () => {
    const { code, stdout } = gongwenLint(['--readings', folder.write('稿.txt', DRAFT)]);
    assert.equal(code, 0);
    const [money, growth, ...others] = stdout.trimEnd().split('\n');
    assert.match(money!, /^4:9 350\.76亿元 — 金额：350\.76亿元.*；指标：地区生产总值（总量）$/);
    assert.match(growth!, /^4:20 7\.5% — 百分数：7\.5%/);
    assert.deepEqual(others, []);
  });

  it('--ledger makes a table of the figures', () => {
    const text = '2025年，全县粮食总产量达到12.6万吨，同比增长2.1%。\n';
    const { code, stdout } = gongwenLint(['--ledger', folder.write('稿.txt', text)]);
    assert.equal(code, 0);
    assert.match(stdout, /^指标\t口径\t时期\t数值\t单位\n粮食总产量\t全县\t2025年\t12\.6\t万吨$/m);
  });

  it('takes standard input, and reads by its name as Markdown', () => {
    const input = `\`\`\`\n一、代码\n二、代码\n\`\`\`\n\n## 一、加强领导\n\n## 二、狠抓落实\n`;
    const { stdout } = gongwenLint(['--outline', '--stdin', '--stdin-filename', '稿.md'], { input });
    assert.equal(stdout, '一、加强领导\t6:4\n二、狠抓落实\t8:4\n');
  });

  it('tells several files apart, and goes on after one it cannot read', () => {
    const one = folder.write('一.txt', '一、甲\n二、乙\n');
    const missing = join(folder.path, '无.txt');
    const other = folder.write('二.txt', CLEAN);
    const { code, stdout, stderr } = gongwenLint(['--outline', one, missing, other]);
    assert.equal(code, 2);
    assert.equal(stdout, `${one}\n一、甲\t1:1\n二、乙\t2:1\n${other}\n`);
    assert.match(stderr, /无\.txt: 文件不存在，请核对名称和所在的文件夹\n$/);
  });

  it('does not check', () => {
    const { code, stdout } = gongwenLint(['--outline', folder.write('稿.txt', ADVERT)]);
    assert.deepEqual({ code, stdout }, { code: 0, stdout: '' });
  });

  it('shows one thing at a time', () => {
    const { code, stderr } = gongwenLint(['--outline', '--readings', 'a']);
    assert.equal(code, 2);
    assert.match(stderr, /--outline 与 --readings 只能用一个/);
  });

  it('refuses what only a check could do', () => {
    for (const option of [['--fix'], ['--format', 'json'], ['--max-warnings', '0']]) {
      const { code, stderr } = gongwenLint(['--readings', ...option, 'a']);
      assert.equal(code, 2);
      assert.ok(stderr.includes(`--readings 不检查，不能与 ${option[0]} 一起用`), stderr);
    }
  });
});
