/** Nothing that a draft or a file name says drives the terminal. */
import assert from 'node:assert/strict';
import { join } from 'node:path';
import { Folder, gongwenLint } from './support.ts';

/** Title, clipboard, colour, bell, their 8-bit forms, and directions turned round. */
const HOSTILE =
  '\u001b]0;题\u0007\u001b]52;c;5aW9\u0007\u001b[31m\u0007\u009b2J\u009d0;x\u009c\u202e反\u2066\u200f\u007f';
// biome-ignore lint/suspicious/noControlCharactersInRegex: that is what is looked for
const LIVE = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]/;
/** Shown in messages, evidence, outline and readings. */
const DRAFT = `一、加强${HOSTILE}领导
刚才，×${HOSTILE}书记作了讲话，把“×${HOSTILE}”落到实处。
墨海${HOSTILE}文库整理，咨询QQ100200300
坚决打好四场${HOSTILE}攻坚战。
一要打好招商攻坚战。
二要打好项目攻坚战。
实现${HOSTILE}地区生产总值350.76亿元，增长7.5%。\u2028二、狠抓落实
`;

describe('command line: hostile text on a terminal', () => {
  let folder: Folder;
  beforeEach(() => {
    folder = new Folder();
  });
  afterEach(() => folder.remove());

  for (const args of [[], ['--fix-dry-run'], ['--outline'], ['--readings'], ['--stats']]) {
    it(`${args.join(' ') || 'stylish'} shows controls by their codes`, () => {
      const file = folder.write(`稿\n假的.txt: 没有问题${HOSTILE.replaceAll('/', '')}.txt`, DRAFT);
      const other = folder.write('二.txt', DRAFT);
      const { stdout, stderr } = gongwenLint([...args, file, other]);
      assert.ok(stdout.length > 0);
      assert.doesNotMatch(stdout, LIVE);
      assert.doesNotMatch(stderr, LIVE);
      assert.doesNotMatch(stdout, /^假的/m);
    });
  }

  it('so do complaints about files and arguments', () => {
    const missing = join(folder.path, `无\n假的${HOSTILE}`);
    for (const args of [[missing], ['--outline', missing], [`--${HOSTILE}`], ['--rule', `${HOSTILE}:off`]]) {
      const { code, stderr } = gongwenLint(args);
      assert.equal(code, 2);
      assert.doesNotMatch(stderr, LIVE);
      assert.equal(stderr.trimEnd().split('\n').length, 1, stderr);
    }
  });

  it('json says what the text says', () => {
    const file = folder.write('稿.txt', DRAFT);
    const { stdout } = gongwenLint(['--format', 'json', file]);
    const said = JSON.stringify(JSON.parse(stdout));
    assert.match(said, /\\u001b/);
  });
});
