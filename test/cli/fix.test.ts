/** What --fix leaves in files: the same encoding, mark, breaks, mode and link, and never half a text. */
import assert from 'node:assert/strict';
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import {
  chmodSync,
  chownSync,
  existsSync,
  linkSync,
  lstatSync,
  readdirSync,
  readFileSync,
  statSync,
  symlinkSync,
  utimesSync,
} from 'node:fs';
import { join } from 'node:path';
import iconv from 'iconv-lite';
import { readBytes, writeTextFile } from '../../cli/text-file.ts';
import { decodeText } from '../../host/encoding.ts';
import { TextFileError } from '../../host/text-file-error.ts';
import { ADVERT, CLEAN, Folder, gongwenLint, program } from './support.ts';

const BOM = '\ufeff';
const utf8 = (text: string) => Buffer.from(text, 'utf8');
const utf16le = (text: string) => Buffer.from(text, 'utf16le');
const utf16be = (text: string) => Buffer.from(text, 'utf16le').swap16();
const gb18030 = (text: string) => iconv.encode(text, 'gb18030');

describe('command line --fix', () => {
  let folder: Folder;
  beforeEach(() => {
    folder = new Folder();
  });
  afterEach(() => folder.remove());

  // Rare characters: four bytes in GB18030, a surrogate pair in UTF-16.
  const kept = `${CLEAN}陈䶮、𠮷野参加——“会议”（第三次）。\n`;
  for (const [name, encode] of [
    ['UTF-8', utf8],
    ['UTF-8 with BOM', (text) => utf8(BOM + text)],
    ['GB18030', gb18030],
    ['UTF-16 LE with BOM', (text) => utf16le(BOM + text)],
    ['UTF-16 BE with BOM', (text) => utf16be(BOM + text)],
    ['UTF-16 LE without BOM', utf16le],
    ['UTF-16 BE without BOM', utf16be],
  ] as [string, (text: string) => Buffer][]) {
    for (const [breakName, lineBreak] of [
      ['LF', '\n'],
      ['CRLF', '\r\n'],
    ] as const) {
      it(`keeps ${name}, ${breakName}`, () => {
        const text = (before: string) => encode(before.replaceAll('\n', lineBreak));
        const file = folder.write('稿.txt', text(ADVERT + kept));
        const { code, stdout, stderr } = gongwenLint(['--fix', file]);
        assert.deepEqual({ code, stderr }, { code: 0, stderr: '' });
        assert.match(stdout, /已修复 1 处/);
        assert.ok(folder.read('稿.txt').equals(text(kept)), folder.read('稿.txt').toString('hex'));
      });
    }
  }

  it('--fix-dry-run says what would be left and leaves the file', () => {
    const file = folder.write('稿.txt', utf8(BOM + CLEAN + ADVERT));
    const { code, stdout } = gongwenLint(['--fix-dry-run', '--format', 'json', file]);
    assert.equal(code, 0);
    const [result] = JSON.parse(stdout);
    assert.deepEqual([result.messages, result.output], [[], CLEAN]);
    assert.ok(folder.read('稿.txt').equals(utf8(BOM + CLEAN + ADVERT)));
    const [untouched] = JSON.parse(
      gongwenLint(['--fix-dry-run', '--format', 'json', '--stdin'], { input: CLEAN }).stdout,
    );
    assert.ok(!('output' in untouched));
  });

  it('keeps the mode of the file and a symbolic link to it, and leaves nothing behind', () => {
    const file = folder.write('稿.txt', CLEAN + ADVERT);
    chmodSync(file, 0o640);
    const link = join(folder.path, '链.txt');
    symlinkSync('稿.txt', link);
    assert.equal(gongwenLint(['--fix', link]).code, 0);
    assert.ok(lstatSync(link).isSymbolicLink());
    assert.equal(statSync(file).mode & 0o777, 0o640);
    assert.equal(folder.read('稿.txt').toString(), CLEAN);
    assert.deepEqual(readdirSync(folder.path).sort(), ['稿.txt', '链.txt'].sort());
  });

  it('writes a file whose name leaves no room for another byte', () => {
    const path = folder.write(`${'文'.repeat(83)}.txt`, `${ADVERT}${CLEAN}`);
    assert.equal(gongwenLint(['--fix', path]).code, 0);
    assert.equal(readFileSync(path, 'utf8'), CLEAN);
  });

  it('does not write a file that has nothing to fix', () => {
    const file = folder.write('稿.txt', CLEAN);
    const before = statSync(file);
    gongwenLint(['--fix', file]);
    assert.equal(statSync(file).ino, before.ino);
  });

  it('refuses to write what its encoding does not give back, and reports what stands in the file', () => {
    // A lone surrogate: readable, but a rewrite in UTF-16 with an odd rest would not be the same file. In GB18030 an
    // unassigned four-byte code is such a place.
    const odd = Buffer.concat([gb18030(ADVERT + CLEAN), Buffer.from([0x84, 0x31, 0xa5, 0x30])]);
    const file = folder.write('稿.txt', odd);
    const { code } = gongwenLint(['--fix', file]);
    assert.equal(code, 2);
    assert.ok(folder.read('稿.txt').equals(odd));
  });

  it('refuses a file with other hard links, which would keep the old text', () => {
    const file = folder.write('稿.txt', CLEAN + ADVERT);
    linkSync(file, join(folder.path, '链.txt'));
    const { code, stdout, stderr } = gongwenLint(['--fix', file]);
    assert.equal(code, 2);
    assert.match(stderr, /硬链接.*文件未改动/);
    assert.match(stdout, /advert\/watermark/);
    assert.equal(folder.read('链.txt').toString(), CLEAN + ADVERT);
  });

  it('keeps owner, group and the bits that change the user', function () {
    if (process.getuid?.() !== 0) this.skip();
    const file = folder.write('稿.txt', CLEAN + ADVERT);
    chownSync(file, 1234, 2345);
    chmodSync(file, 0o6644);
    assert.equal(gongwenLint(['--fix', file]).code, 0);
    const { uid, gid, mode } = statSync(file);
    assert.deepEqual([uid, gid, mode & 0o7777], [1234, 2345, 0o6644]);
    assert.equal(folder.read('稿.txt').toString(), CLEAN);
  });

  it('refuses a file in a folder that may not be written to', function () {
    if (process.getuid?.() === 0) this.skip();
    const file = folder.write('稿.txt', CLEAN + ADVERT);
    chmodSync(folder.path, 0o555);
    const { code, stderr } = gongwenLint(['--fix', file]);
    chmodSync(folder.path, 0o755);
    assert.equal(code, 2);
    assert.match(stderr, /文件夹不可写/);
  });

  it('does not write over what another program has written meanwhile', () => {
    const file = folder.write('稿.txt', CLEAN + ADVERT);
    const bytes = readBytes(file);
    const read = { path: file, bytes, ...decodeText(bytes) };
    folder.write('稿.txt', `${CLEAN}新写的一段。\n${ADVERT}`);
    assert.throws(() => writeTextFile(read, CLEAN), { problem: 'changed' });
    assert.equal(folder.read('稿.txt').toString(), `${CLEAN}新写的一段。\n${ADVERT}`);
    assert.deepEqual(readdirSync(folder.path), ['稿.txt']);
  });

  it('a run that was killed leaves nothing in the way, and what it left is cleared up later', () => {
    const file = folder.write('稿.txt', CLEAN + ADVERT);
    const dead = spawnSync(process.execPath, ['-e', '0']).pid;
    const left = folder.write(`.gongwen-lint.${dead}.0123456789ab.tmp`, '');
    const running = folder.write(`.gongwen-lint.${process.pid}.0123456789ab.tmp`, '');
    const fresh = folder.write(`.gongwen-lint.${dead}.ba9876543210.tmp`, '');
    for (const path of [left, running]) utimesSync(path, 0, 0);
    assert.equal(gongwenLint(['--fix', file]).code, 0);
    assert.equal(folder.read('稿.txt').toString(), CLEAN);
    assert.deepEqual(
      [left, running, fresh].map((path) => existsSync(path)),
      [false, true, true],
    );
  });

  it('killed at any moment, leaves the old text or the new', async function () {
    this.timeout(120_000);
    const before = (ADVERT + CLEAN.repeat(20)).repeat(80);
    const after = CLEAN.repeat(20 * 80);
    const file = folder.write('稿.txt', before);
    const whole = await runUntil(file, undefined);
    assert.equal(folder.read('稿.txt').toString(), after);
    for (let i = 0; i < 25; i++) {
      folder.write('稿.txt', before);
      // Most of them while it writes, at the end of the run.
      await runUntil(file, whole * (0.7 + i / 70));
      const text = folder.read('稿.txt').toString();
      assert.ok(text === before || text === after, `half a text after run ${i}`);
    }
  });

  it('out of room, leaves the old text', function () {
    if (process.platform === 'win32') this.skip();
    const before = (ADVERT + CLEAN).repeat(2000);
    const file = folder.write('稿.txt', before);
    // No file may grow beyond 8 blocks: as on a full disk, the write fails half-way.
    spawnSync('sh', ['-c', `trap '' XFSZ; ulimit -f 8; exec ${process.execPath} ${program} --fix ${file}`]);
    assert.equal(folder.read('稿.txt').toString(), before);
  });

  it('refuses a read-only file', function () {
    if (process.getuid?.() === 0) this.skip();
    const file = folder.write('稿.txt', CLEAN + ADVERT);
    chmodSync(file, 0o444);
    const { code, stdout, stderr } = gongwenLint(['--fix', file]);
    assert.equal(code, 2);
    assert.match(stderr, /不能写入，文件未改动，请查看权限和磁盘空间（EACCES）/);
    assert.match(stdout, /advert\/watermark/);
    assert.equal(folder.read('稿.txt').toString(), CLEAN + ADVERT);
  });
});

/** Runs `--fix`, killed after so many milliseconds where any are given; how long it took. */
async function runUntil(file: string, milliseconds: number | undefined): Promise<number> {
  const from = performance.now();
  const child = spawn(process.execPath, [program, '--fix', file], { stdio: 'ignore' });
  const timer =
    milliseconds === undefined ? undefined : setTimeout(() => child.kill('SIGKILL'), milliseconds);
  await once(child, 'exit');
  clearTimeout(timer);
  return performance.now() - from;
}

describe('encodings', () => {
  it('are recognised', () => {
    for (const [bytes, encoding, bom] of [
      [utf8(''), 'utf-8', false],
      [utf8('plain ASCII'), 'utf-8', false],
      [utf8(CLEAN), 'utf-8', false],
      [utf8(BOM), 'utf-8', true],
      [gb18030('联通'), 'gb18030', false],
      [gb18030(CLEAN), 'gb18030', false],
      [gb18030('会'), 'gb18030', false],
      [utf16le(CLEAN), 'utf-16le', false],
      [utf16be('第1条'), 'utf-16be', false],
      [utf16le('plain ASCII'.repeat(9)), 'utf-16le', false],
      [utf16le(BOM), 'utf-16le', true],
    ] as const) {
      // 联通 in GBK happens to be valid UTF-8 in its first half only.
      const { text: _, ...form } = decodeText(Buffer.from(bytes));
      assert.deepEqual(form, { encoding, bom }, bytes.toString('hex'));
    }
  });

  it('text comes without its mark, and a mark inside stays', () => {
    assert.equal(decodeText(utf8(`${BOM}一${BOM}二`)).text, `一${BOM}二`);
    assert.equal(decodeText(utf16be(`${BOM}一`)).text, '一');
  });

  it('Big5 and Shift-JIS are not read as rare characters of GB18030', () => {
    const traditional = '刚才，大會強調，各級各部門要狠抓落實，確保完成全年目標任務。';
    const problemOf = (bytes: Buffer) => {
      try {
        return decodeText(bytes).encoding;
      } catch (error) {
        return error instanceof TextFileError ? `${error.problem} ${error.message}` : error;
      }
    };
    assert.equal(problemOf(iconv.encode(traditional, 'big5')), 'foreign Big5');
    assert.equal(
      problemOf(iconv.encode('会議では、各部門の取り組みを強化することを確認しました。', 'shift_jis')),
      'foreign Shift-JIS',
    );
    assert.equal(problemOf(gb18030(traditional)), 'gb18030');
    assert.equal(problemOf(gb18030('陈䶮、喆、珺、玥、㛃、羴、犇')), 'gb18030');
    assert.equal(problemOf(gb18030('一、')), 'gb18030');
  });

  it('bytes that are no text are refused', () => {
    const refused = (bytes: number[] | Buffer) => {
      try {
        decodeText(Buffer.from(bytes as number[]));
      } catch (error) {
        if (error instanceof TextFileError) return error.problem;
      }
      return undefined;
    };
    assert.equal(refused([0, 1, 2, 3, 4, 5]), 'binary');
    assert.equal(refused(utf8('alpha\0beta\0gamma.\0'.repeat(4))), 'binary', 'not 污桬 and so on');
    assert.equal(refused([0xff, 0xfe, 0x4e]), 'damaged');
    assert.equal(refused([0xff, 0xfe, 0, 0]), 'binary');
    assert.equal(refused([0xef, 0xbb, 0xbf, 0xe4, 0xbd]), 'damaged');
    assert.equal(refused(Buffer.concat([utf8(CLEAN), Buffer.from([0xff])])), 'damaged');
    assert.equal(refused([0x81, 0xff, 0x02]), 'damaged');
  });
});
