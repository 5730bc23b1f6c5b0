/** What programs read: every format is well formed whatever a draft says, and says the same of the same findings. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import Ajv from 'ajv-draft-04';
import addFormats from 'ajv-formats';
import { XMLParser, XMLValidator } from 'fast-xml-parser';
import { ADVERT, CLEAN, Folder, GAP, gongwenLint } from './support.ts';

/** A file name and a draft that would break out of what they are put into. */
const NASTY_NAME = '稿,<b>&"\'.txt';
const NASTY = `刚才，=×书记]]>&"'%0A::error::作了讲话，全场鼓掌。\n${ADVERT}`;

describe('command line: formats', () => {
  let folder: Folder;
  beforeEach(() => {
    folder = new Folder();
  });
  afterEach(() => folder.remove());

  const run = (format: string, ...files: string[]) =>
    gongwenLint(['--format', format, ...files], { cwd: folder.path }).stdout;
  const drafts = () => [
    folder.write('一.txt', GAP + ADVERT),
    folder.write('净.txt', CLEAN),
    folder.write(NASTY_NAME, NASTY),
  ];

  it('jsonl is a line a file, each what json says of it', () => {
    const files = drafts();
    const lines = run('jsonl', ...files)
      .trimEnd()
      .split('\n');
    assert.deepEqual(
      lines.map((line) => JSON.parse(line)),
      JSON.parse(run('json', ...files)),
    );
  });

  it('sarif has the rules, the places and the fixes', () => {
    const log = JSON.parse(run('sarif', ...drafts()));
    assert.equal(log.version, '2.1.0');
    const [{ tool, results, columnKind }] = log.runs;
    assert.equal(columnKind, 'utf16CodeUnits');
    const json = JSON.parse(run('json', ...drafts()));
    assert.equal(
      results.length,
      json.reduce((sum: number, file: { messages: unknown[] }) => sum + file.messages.length, 0),
    );
    for (const { ruleId, ruleIndex, level, message, locations, fixes = [] } of results) {
      assert.equal(tool.driver.rules[ruleIndex].id, ruleId);
      assert.ok(['error', 'warning', 'note'].includes(level));
      assert.ok(message.text.length > 0);
      const [{ physicalLocation }] = locations;
      assert.match(physicalLocation.artifactLocation.uri, /^[^/\\ ]+\.txt$/, 'relative, escaped');
      const { startLine, startColumn, endLine, endColumn } = physicalLocation.region;
      assert.ok(startLine > 0 && startColumn > 0 && endLine >= startLine && endColumn > 0);
      for (const { artifactChanges } of fixes) assert.ok(artifactChanges[0].replacements.length > 0);
    }
    assert.deepEqual(JSON.parse(run('sarif', folder.write('净.txt', CLEAN))).runs[0].results, []);
  });

  it('sarif is valid by the schema of the standard', () => {
    // The schema of SARIF 2.1.0, as Microsoft's own validator for tests carries it.
    const file = createRequire(import.meta.url)
      .resolve('@microsoft/jest-sarif')
      .replace(/index\.js$/, 'schemas/sarif-2.1.0-rtm.5.json');
    // Its patterns are not all such as the `u` flag admits.
    const ajv = new Ajv({ strict: false, unicodeRegExp: false, allErrors: true });
    addFormats.default(ajv as never);
    const isValid = ajv.compile(JSON.parse(readFileSync(file, 'utf8')));
    const list = [
      folder.write(
        '多.txt',
        '坚决打好四场攻坚战。\n一要打好招商攻坚战。\n二要打好项目攻坚战。\n三要打好环境攻坚战。\n',
      ),
      ...drafts(),
    ];
    for (const files of [list, [list[2]!], [join(folder.path, '无.txt')], ['/etc/hostname']]) {
      const log = JSON.parse(run('sarif', ...files));
      assert.ok(isValid(log), JSON.stringify(isValid.errors, null, 1));
    }
    const log = JSON.parse(run('sarif', ...list));
    assert.ok(log.runs[0].results.some((result: object) => 'relatedLocations' in result));
    log.runs[0].results[0].level = 'fatal';
    assert.equal(isValid(log), false, 'the schema is looked at');
  });

  it('github is a command a line, and no draft speaks to the runner', () => {
    const lines = run('github', ...drafts())
      .trimEnd()
      .split('\n');
    for (const line of lines) {
      assert.match(
        line,
        /^::(?:error|warning|notice) file=[^,]+,line=\d+,endLine=\d+,(?:col=\d+,endColumn=\d+,)?title=[\w/-]+::./,
      );
    }
    assert.equal(lines.filter((line) => /(?<!^):: ?error::/.test(line.slice(2))).length, 0);
  });

  const parser = new XMLParser({
    ignoreAttributes: false,
    attributeNamePrefix: '',
    processEntities: true,
    htmlEntities: true,
    isArray: (name) => ['testsuite', 'testcase', 'file', 'error'].includes(name),
  });
  const xml = (format: string, files: readonly string[]) => {
    const text = run(format, ...files);
    assert.equal(XMLValidator.validate(text), true);
    return parser.parse(text);
  };

  it('junit says to another parser what json says: a suite a file, a failed case a finding', () => {
    const files = drafts();
    const { testsuites } = xml('junit', files);
    const json = JSON.parse(run('json', ...files));
    assert.equal(testsuites.testsuite.length, 3);
    for (const [i, { name, tests, failures, testcase }] of testsuites.testsuite.entries()) {
      const { filePath, messages } = json[i];
      assert.equal(name, filePath);
      assert.deepEqual([Number(tests), Number(failures)], [Math.max(1, messages.length), messages.length]);
      assert.deepEqual(
        testcase.flatMap(({ failure }: { failure?: { message: string } }) => failure?.message ?? []),
        messages.map(({ message }: { message: string }) => message),
      );
    }
  });

  it('checkstyle says to another parser what json says', () => {
    const files = drafts();
    const { checkstyle } = xml('checkstyle', files);
    const json = JSON.parse(run('json', ...files));
    for (const [i, { name, error = [] }] of checkstyle.file.entries()) {
      const { filePath, messages } = json[i];
      assert.equal(name, filePath);
      assert.deepEqual(
        error.map(({ line, column, source, message }: Record<string, string>) => [
          Number(line),
          Number(column),
          source,
          message,
        ]),
        messages.map(({ line, column, ruleId, message }: Record<string, unknown>) => [
          line,
          column,
          `gongwen-lint.${ruleId}`,
          message,
        ]),
      );
    }
  });

  it('xml is well formed whatever a draft holds', () => {
    const draft = folder.write('控\u0001制]]>.txt', '刚才，×\u0008书记\ufffe&<b>\u000b"\'作了讲话。\n');
    for (const format of ['junit', 'checkstyle']) xml(format, [draft]);
  });

  it('csv has a row a finding, and no cell computes', () => {
    const text = run('csv', ...drafts());
    assert.ok(text.startsWith('\ufefffile,line,column'));
    const rows = text.trimEnd().split('\r\n').slice(1);
    assert.equal(
      rows.length,
      JSON.parse(run('json', ...drafts())).flatMap((f: { messages: unknown[] }) => f.messages).length,
    );
    assert.ok(
      rows.some((row) => row.startsWith('"') && row.includes('""')),
      'the name with a comma and quotes',
    );
    assert.ok(rows.every((row) => !/(?:^|,)[=+@-]/.test(row)));
    folder.write('=1+1.txt', GAP);
    assert.match(run('csv', '=1+1.txt'), /\n'=1\+1\.txt,/, 'what would be a formula is text');
  });

  it('html and markdown are reports over all files', () => {
    const html = run('html', ...drafts());
    assert.equal(html.match(/<article>/g)?.length, 3);
    assert.ok(html.endsWith('</html>\n'));
    assert.doesNotMatch(html, /<b>&|<script/);
    const markdown = run('markdown', ...drafts());
    assert.equal(markdown.match(/^## /gm)?.length, 3);
  });

  it('are whole where nothing could be read', () => {
    const missing = join(folder.path, '无.txt');
    assert.deepEqual(JSON.parse(run('sarif', missing)).runs[0].results, []);
    assert.match(run('junit', missing), /<testsuites name="gongwen-lint">\n<\/testsuites>\n$/);
    assert.equal(run('jsonl', missing), '');
  });
});
