/** gongwen-lint.json on the command line: the nearest file holds, the line wins, mistakes are told with their place. */
import assert from 'node:assert/strict';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { ADVERT, CLEAN, Folder, GAP, gongwenLint } from './support.ts';

describe('command line: configuration', () => {
  let folder: Folder;
  let draft: string;
  beforeEach(() => {
    folder = new Folder();
    mkdirSync(join(folder.path, '讲话'));
    draft = folder.write('讲话/稿.txt', GAP + ADVERT);
  });
  afterEach(() => folder.remove());

  const ruleIds = (...args: string[]) =>
    JSON.parse(gongwenLint(['--format', 'json', ...args]).stdout).flatMap(
      (file: { messages: { ruleId: string; level: string }[] }) =>
        file.messages.map(({ ruleId, level }) => `${ruleId} ${level}`),
    );

  it('is the nearest file, under what the line says', () => {
    folder.write('gongwen-lint.json', '{ "rules": { "advert": "off", "placeholder/unfilled": "info" } }');
    assert.deepEqual(ruleIds(draft), ['placeholder/unfilled info']);
    assert.deepEqual(ruleIds('--rule', 'placeholder:warning', draft), ['placeholder/unfilled warning']);
    assert.deepEqual(ruleIds('--no-config', draft), ['placeholder/unfilled error', 'advert/watermark error']);
    const other = folder.write('other.json', '{ "rules": { "placeholder": "off" } }');
    assert.deepEqual(ruleIds('--config', other, draft), ['advert/watermark error']);
  });

  it('leaves documents out, and says so', () => {
    folder.write('gongwen-lint.json', '{ "ignore": ["讲话/**"] }');
    const { code, stdout, stderr } = gongwenLint([draft, folder.write('净.txt', CLEAN)]);
    assert.equal(code, 0);
    assert.match(stdout, /1 个文件，没有问题/);
    assert.match(stderr, /稿\.txt: 配置中设为不检查，已跳过/);
  });

  it('tells a mistake once, with line and column, and goes on with the rest', () => {
    folder.write('gongwen-lint.json', '{\n  "rules": { "advert": "off", "figures/grwth": "off" },\n}');
    const { code, stdout, stderr } = gongwenLint([
      '--format',
      'json',
      draft,
      folder.write('讲话/二.txt', ADVERT),
    ]);
    assert.equal(code, 2);
    const place = `${folder.path}/gongwen-lint.json:2:31`;
    assert.equal(stderr, `gongwen-lint: ${place}: 没有规则“figures/grwth”，是否指 figures/growth\n`);
    assert.deepEqual(
      JSON.parse(stdout).map((file: { messages: unknown[] }) => file.messages.length),
      [1, 0],
    );
    const english = gongwenLint([draft], { env: { LANG: 'en_US.UTF-8' } }).stderr;
    assert.match(english, /:2:31: unknown rule "figures\/grwth"/);
  });

  it('holds drafts against the house’s table, shows the row, and tells what is wrong in the table', () => {
    folder.write('gongwen-lint.json', '{ "house": "本单位.csv" }');
    folder.write('本单位.csv', '外地\r\n临江市\r\n,\r\n姓名,职务\r\n王强,\r\n');
    const leftover = folder.write('讲话/三.txt', '临江市的干部群众要再接再厉。\n');
    const args = ['--only', 'terms/other-place'];
    const { code, stdout, stderr } = gongwenLint([...args, '--format', 'json', leftover]);
    assert.equal(code, 2);
    assert.equal(stderr, `gongwen-lint: ${folder.path}/本单位.csv:5:1: “职务”一格是空的，这一行没有读\n`);
    const [{ messages }] = JSON.parse(stdout);
    const [{ filePath, line, column }] = messages[0].related;
    assert.deepEqual([filePath, line, column], [`${folder.path}/本单位.csv`, 2, 1]);
    const shown = gongwenLint([...args, leftover], { cwd: folder.path }).stdout;
    assert.match(shown, /本单位\.csv:2:1 {2}本单位资料表：临江市不得出现/);
    const sarif = JSON.parse(
      gongwenLint([...args, '--format', 'sarif', leftover], { cwd: folder.path }).stdout,
    );
    const [{ physicalLocation }] = sarif.runs[0].results[0].relatedLocations;
    assert.equal(decodeURI(physicalLocation.artifactLocation.uri), '本单位.csv');
    assert.deepEqual(physicalLocation.region, { startLine: 2, startColumn: 1, endLine: 2, endColumn: 4 });
  });

  it('a table that is no text is told at its name, and the settings hold', () => {
    folder.write('资料.tsv', Buffer.from('姓名\t职务\n张三\t市委书记\n\xff\n', 'latin1'));
    folder.write('gongwen-lint.json', '{ "house": ["资料.tsv"], "kind": "speech" }');
    folder.write('稿.txt', GAP);
    const { code, stdout, stderr } = gongwenLint(['稿.txt'], { cwd: folder.path });
    assert.equal(code, 2);
    assert.match(
      stderr,
      /gongwen-lint\.json:1:13: 读不到 .*资料\.tsv（不是文本，或编码不能识别，请另存为 UTF-8）/,
    );
    assert.match(stdout, /稿\.txt \(讲话稿\)/);
  });

  it('a table that a spreadsheet saved in GB18030 is read', () => {
    folder.write('gongwen-lint.json', '{ "house": "本单位.csv" }');
    // 外地\n临江市
    folder.write('本单位.csv', Buffer.from('cde2b5d80ac1d9bdadcad0', 'hex'));
    const leftover = folder.write('讲话/三.txt', '临江市的干部群众要再接再厉。\n');
    const { stdout } = gongwenLint(['--only', 'terms', '--format', 'json', leftover]);
    assert.equal(JSON.parse(stdout)[0].messages.length, 1);
  });

  it('checks the drafts of a set against each other, named by a glob or given with --set', () => {
    folder.write(
      '讲话/通知.txt',
      '关于召开2026年全县旅游发展大会的通知\n定于2026年3月5日上午9:00召开全县旅游发展大会。\n',
    );
    folder.write('讲话/方案.txt', '全县旅游发展大会方案\n会议时间：2026年3月6日上午9:00\n');
    const plan = join(folder.path, '讲话/方案.txt');
    const told = (...args: string[]) => {
      const { code, stdout } = gongwenLint(['--only', 'terms/set-meeting', '--format', 'json', ...args]);
      const related = JSON.parse(stdout).flatMap(
        (file: { messages: { related: { filePath: string; line: number }[] }[] }) =>
          file.messages.flatMap((message) =>
            message.related.map(({ filePath, line }) => `${filePath}:${line}`),
          ),
      );
      return { code, related };
    };
    assert.deepEqual(told(plan), { code: 0, related: [] });
    const notice = join(folder.path, '讲话/通知.txt');
    assert.deepEqual(told('--set', plan, notice).related, [`${notice}:2`, `${plan}:2`]);
    folder.write('gongwen-lint.json', '{ "sets": ["讲话/*.txt"] }');
    assert.deepEqual(told(plan).related, [`${notice}:2`]);
  });

  it('--config that is not there is an error', () => {
    const { code, stderr } = gongwenLint(['--config', join(folder.path, '无.json'), draft]);
    assert.equal(code, 2);
    assert.match(stderr, /读不到 .*无\.json（没有这个文件/);
  });

  it('--print-config tells where each setting comes from', () => {
    const file = folder.write('gongwen-lint.json', '{ "kind": "speech", "rules": { "advert": "off" } }');
    const { code, stdout } = gongwenLint(['--print-config', draft, '--rule', 'figures/growth:hint']);
    assert.equal(code, 0);
    const print = JSON.parse(stdout);
    assert.deepEqual(
      [print.file, print.config, print.kind, print.ignored],
      [draft, file, { is: 'speech', from: file }, false],
    );
    assert.deepEqual(print.rules['advert/contact'], { level: 'off', from: file });
    assert.deepEqual(print.rules['figures/growth'], { level: 'hint', from: '--rule' });
    assert.deepEqual(print.rules['placeholder/unfilled'], { level: 'error' });
  });
});
