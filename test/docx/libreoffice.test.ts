/** Has LibreOffice read what we read and write, where it is installed; else it is skipped, and says so. */
import assert from 'node:assert/strict';
import { execFile, execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { acceptAll, CheckedDocument, printText, reviewDocument, WordDocument } from '../../docx/index.ts';
import { testLinter } from '../support/linter.ts';
import { item, makeDocx, numbering, p } from './support.ts';

const OFFICE = '/usr/lib/libreoffice/program/soffice.bin';
const hasPandoc = (() => {
  try {
    execFileSync('pandoc', ['--version'], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
})();

const ADVERT = '墨海文库整理，咨询QQ100200300';
const official = numbering([
  ['chineseCounting', '%1、'],
  ['chineseCounting', '（%2）'],
  ['decimal', '%3.'],
]);
const draft = makeDocx({
  body: [
    p(ADVERT),
    item('总体要求'),
    item('提高认识', 1),
    item('压实责任', 1),
    item('细化措施', 2),
    item('组织实施'),
    p(['增长', '×', '%。']),
    p('完。'),
    '<w:sectPr/>',
  ].join(''),
  parts: { numbering: official },
});

function reviewed(): Uint8Array {
  const linter = testLinter();
  const author = { name: '公文校对', initials: '校', date: '2026-01-31T08:00:00Z' };
  return reviewDocument(new CheckedDocument(new WordDocument(draft), linter), linter, {
    author,
    fixes: 'safe',
  }).bytes;
}

const lines = (text: string) =>
  text
    .replace(/^\ufeff/, '')
    .split('\n')
    .map((line) => line.replace(/\s/g, ''))
    .filter((line) => line !== '');

describe('Word documents: other readers', function () {
  this.timeout(180_000);
  const folder = mkdtempSync(join(tmpdir(), 'gongwen-lint-office-'));
  after(() => rmSync(folder, { recursive: true, force: true }));

  it('LibreOffice writes the same numbers and text', async function () {
    if (!existsSync(OFFICE)) this.skip();
    writeFileSync(join(folder, 'draft.docx'), draft);
    writeFileSync(join(folder, 'clean.docx'), acceptAll(new WordDocument(reviewed())));
    const args = [
      '--headless',
      '--norestore',
      `-env:UserInstallation=file://${folder}/profile`,
      '--convert-to',
      'txt:Text (encoded):UTF8',
      '--outdir',
      folder,
      join(folder, 'draft.docx'),
      join(folder, 'clean.docx'),
    ];
    // With a new profile it only sets itself up, and asks to be started again.
    for (let i = 0; i < 2 && !existsSync(join(folder, 'clean.txt')); i++) {
      await promisify(execFile)(OFFICE, args).catch(() => {});
    }
    const read = (name: string) => lines(readFileSync(join(folder, name), 'utf8'));
    assert.deepEqual(read('draft.txt'), lines(printText(new WordDocument(draft))));
    assert.deepEqual(read('clean.txt'), lines(printText(new WordDocument(reviewed()))));
  });

  it('pandoc takes the changes as we mean them, and finds the comments', function () {
    if (!hasPandoc) this.skip();
    const path = join(folder, 'reviewed.docx');
    writeFileSync(path, reviewed());
    const pandoc = (how: string, to: string) =>
      execFileSync('pandoc', [`--track-changes=${how}`, '-t', to, '--wrap=none', path], { encoding: 'utf8' });
    assert.ok(!pandoc('accept', 'plain').includes(ADVERT));
    assert.ok(pandoc('reject', 'plain').includes(ADVERT));
    const all = pandoc('all', 'markdown');
    assert.match(all, /\.comment-start/);
    assert.match(all, /\.deletion/);
  });
});
