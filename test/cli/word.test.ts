import assert from 'node:assert/strict';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DocxError, describeProblem } from '../../docx/index.ts';
import { hostileFiles } from '../docx/hostile.ts';
import { item, makeDocx, numbering, p } from '../docx/support.ts';
import { Folder, gongwenLint } from './support.ts';

describe('command line: Word documents', () => {
  const folder = new Folder();
  after(() => folder.remove());
  const parts = { numbering: numbering([['chineseCounting', '%1、']]) };
  const draft = makeDocx({ body: `${item('总体要求')}${p(['刚才，', '×', '书记作了讲话。'])}`, parts });

  it('--text prints the document as it is read', () => {
    const path = folder.write('稿件.docx', draft);
    const { stdout, stderr } = gongwenLint(['--text', path]);
    assert.equal(stderr, '');
    assert.equal(stdout, '一、\t总体要求\n刚才，×书记作了讲话。\n');
  });

  it('findings say paragraph and context, in all formats', () => {
    const path = folder.write('稿件.docx', draft);
    const { code, stdout } = gongwenLint([path]);
    assert.equal(code, 1);
    assert.match(stdout, /2:4 {2}错误.*placeholder\/unfilled\n\s+刚才，【×】书记作了讲话。/);
    const [file] = JSON.parse(gongwenLint(['--format', 'json', path]).stdout);
    assert.equal(file.messages[0].line, 2);
    assert.equal(file.messages[0].context, '刚才，【×】书记作了讲话。');
  });

  it('--fix refuses and names --review; the file stays as it is', () => {
    const path = folder.write('稿件.docx', draft);
    const { code, stderr } = gongwenLint(['--fix', path]);
    assert.equal(code, 2);
    assert.match(stderr, /--review/);
    assert.deepEqual(new Uint8Array(folder.read('稿件.docx')), draft);
  });

  it('--review writes a copy, --accept-all a clean one; never over the original', () => {
    const path = folder.write('稿件.docx', draft);
    const to = join(folder.path, '批注稿.docx');
    const { code, stderr } = gongwenLint(['--review', to, path]);
    assert.equal(code, 1);
    assert.match(stderr, /批注 1 条，修订 0 处/);
    assert.deepEqual(new Uint8Array(folder.read('稿件.docx')), draft);
    const clean = join(folder.path, '清稿.docx');
    assert.equal(gongwenLint(['--accept-all', clean, to]).code, 0);
    assert.equal(gongwenLint(['--text', clean]).stdout, gongwenLint(['--text', path]).stdout);
    const over = gongwenLint(['--review', path, path]);
    assert.equal(over.code, 2);
    assert.match(over.stderr, /不能写到原稿上/);
    assert.deepEqual(new Uint8Array(folder.read('稿件.docx')), draft);
  });

  it('--review keeps the extension: Word opens no document with macros that is named .docx', () => {
    const path = folder.write('稿件.docm', draft);
    const refused = gongwenLint(['--review', join(folder.path, '批注.docx'), path]);
    assert.equal(refused.code, 2);
    assert.match(refused.stderr, /以 \.docm 结尾/);
    assert.match(gongwenLint(['--review', join(folder.path, '批注.DOCM'), path]).stderr, /批注 1 条/);
  });

  it('--review-fixes says which fixes become changes, --revisions how changes are read', () => {
    const path = folder.write('逗号.docx', makeDocx({ body: p(['会议强调,要狠抓落实。']) }));
    const to = join(folder.path, '逗号-批注.docx');
    const review = (fixes: string) =>
      gongwenLint(['--only', 'punctuation/half-width', '--review', to, '--review-fixes', fixes, path]).stderr;
    assert.match(review('none'), /修订 0 处/);
    assert.match(review('safe'), /修订 1 处/);
    const text = (how: string) => gongwenLint(['--text', '--revisions', how, to]).stdout;
    assert.deepEqual(['accepted', 'rejected'].map(text), [
      '会议强调，要狠抓落实。\n',
      '会议强调,要狠抓落实。\n',
    ]);
    const { code } = gongwenLint(['--only', 'punctuation/half-width', '--revisions', 'accepted', to]);
    assert.equal(code, 0);
  });

  it('--review takes folders', () => {
    folder.write('稿件.docx', draft);
    const to = mkdtempSync(join(tmpdir(), 'gongwen-lint-copies-'));
    gongwenLint(['--review', to, folder.path]);
    assert.ok(existsSync(join(to, '稿件.docx')));
    rmSync(to, { recursive: true });
  });

  it('harmful files are told, each with its reason, and stay as they are', () => {
    const files = [...hostileFiles()].filter(([name]) => name !== 'large');
    const paths = files.map(([name, [, bytes]]) => folder.write(`${name}.docx`, bytes));
    const { code, stderr } = gongwenLint(['--review', join(folder.path, 'copies/'), ...paths]);
    assert.equal(code, 2);
    for (const [i, [name, [problem, bytes]]] of files.entries()) {
      const line = stderr.split('\n').find((one) => one.includes(paths[i]!));
      assert.ok(line?.includes(describeProblem(new DocxError(problem), 'zh')), `${name}: ${line}`);
      assert.deepEqual(new Uint8Array(folder.read(`${name}.docx`)), bytes);
      assert.ok(!existsSync(join(folder.path, 'copies', `${name}.docx`)));
    }
  }).timeout(60_000);

  it('what cannot be read is told, with how to convert it', () => {
    const path = folder.write('旧稿.doc', Buffer.from('d0cf11e0a1b11ae1', 'hex'));
    const { code, stderr } = gongwenLint([path]);
    assert.equal(code, 2);
    assert.match(stderr, /旧格式.*另存为 \.docx/);
    const english = gongwenLint([path], { env: { LANG: 'en_US.UTF-8' } });
    assert.match(english.stderr, /save it as \.docx/);
  });
});
