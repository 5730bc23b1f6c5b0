/** What programs read: every format is well formed whatever a draft says, and says the same of the same findings. */
import assert from 'node:assert/strict';
import { join } from 'node:path';
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

  for (const [format, root] of [
    ['junit', 'testsuites'],
    ['checkstyle', 'checkstyle'],
  ] as const) {
    it(`${format} is well formed`, () => {
      const text = run(format, ...drafts());
      assert.match(text, new RegExp(`^<\\?xml version="1.0" encoding="UTF-8"\\?>\\n<${root}`));
      assert.ok(text.endsWith(`</${root}>\n`));
      // All that is not markup of ours is escaped: what is left between tags and attributes has no < and no bare &.
      const stripped = text.replace(/<\/?[a-z]+(?: [a-z]+="[^"<]*")*\/?>|<\?[^>]*\?>/g, '');
      assert.doesNotMatch(stripped, /[<>]/);
      assert.doesNotMatch(text, /&(?!#\d+;)/);
    });
  }

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
