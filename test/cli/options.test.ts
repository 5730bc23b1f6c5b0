/** Options: each is in `--help` in both languages, those that contradict each other are refused in words, and shells complete them. */
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { completion } from '../../cli/completion.ts';
import { help } from '../../cli/help.ts';
import { messagesFor } from '../../cli/messages.ts';
import { OPTIONS } from '../../cli/option-specs.ts';
import { type CheckOptions, readOptions } from '../../cli/options.ts';
import { UsageError } from '../../cli/usage-error.ts';
import { program } from './support.ts';

const zh = messagesFor({});
const en = messagesFor({ LANG: 'en_US.UTF-8' });

describe('command line: options', () => {
  for (const language of ['zh', 'en'] as const) {
    it(`each has its line in --help (${language}), with all it may be set to`, () => {
      const lines = help(language).split('\n');
      for (const [name, spec] of Object.entries(OPTIONS)) {
        const at = lines.findIndex((line) => new RegExp(`^  (?:.*  )?--${name}(?: |,|$)`).test(line));
        assert.ok(at >= 0, `--${name}`);
        if (!('value' in spec) || typeof spec.value === 'string') continue;
        const said = lines.slice(at, at + 3).join('\n');
        for (const choice of spec.value) assert.ok(said.includes(choice), `--${name} ${choice}`);
      }
      assert.ok(lines.every((line) => !line.endsWith(' ')));
    });
  }

  it('each is given in a test of the command line', () => {
    const here = fileURLToPath(new URL('.', import.meta.url));
    const own = fileURLToPath(import.meta.url);
    const files = readdirSync(here).map((name) => `${here}${name}`);
    const tests = files.filter((file) => file !== own && !file.endsWith('support.ts'));
    const sources = tests.map((file) => readFileSync(file, 'utf8')).join('\n');
    // Those that start nothing but a script are run below, in the shells.
    const elsewhere = ['completion'];
    const isGiven = (name: string) => new RegExp(`['"\`\\s]--${name}(?:['"=\\s])`).test(sources);
    const missing = Object.keys(OPTIONS).filter((name) => !isGiven(name) && !elsewhere.includes(name));
    assert.deepEqual(missing, []);
  });

  it('every message is said in both languages', () => {
    assert.deepEqual(Object.keys(en).sort(), Object.keys(zh).sort());
  });

  for (const [args, message] of [
    [['--no-ignore', '--baseline', 'a'], /只能用一个/],
    [['--no-ignore', '--ignores', 'add'], /只能用一个/],
    [['--fix', '--ignores', 'add'], /只能用一个/],
    [['--line', '3'], /--line 只能与 --ignores add/],
    [['--ignores', 'prune', '--line', '3'], /--line 只能与 --ignores add/],
    [['--ignores', 'all'], /只能是 add、update、prune/],
    [['--jobs', '0'], /1 到 999/],
    [['--jobs', 'all'], /auto/],
    [['--cache', '--fix'], /--cache 与 --fix 只能用一个/],
    [['--cache-location', 'c', '--stats'], /--cache 与 --stats 只能用一个/],
    [['--resume', 'a.jsonl'], /--resume 只能与 --format jsonl/],
    [['--outline', '--jobs', '2'], /--outline 不检查/],
    [['--completion', 'fish'], /只能是 bash、zsh/],
    [['--config', 'a', '--no-config'], /不能一起用/],
  ] as const) {
    it(`${args.join(' ')} is refused`, () => {
      assert.throws(
        () => readOptions([...args, '稿.txt'], zh),
        (error) => error instanceof UsageError && message.test(error.message),
      );
    });
  }

  it('are what they say', () => {
    const { jobs, cache, ignores } = readOptions(['稿.txt'], zh) as CheckOptions;
    assert.deepEqual({ jobs, cache, ignores }, { jobs: 'auto', cache: undefined, ignores: undefined });
    const set = readOptions(['--jobs=3', '--ignores', 'add', '--line', '2', '--line', '7', '稿.txt'], zh);
    assert.equal((readOptions(['--cache', '稿.txt'], zh) as CheckOptions).cache, '.gongwen-lint-cache');
    assert.deepEqual((set as CheckOptions).ignores, { verb: 'add', lines: [2, 7] });
    assert.equal((set as CheckOptions).jobs, 3);
  });

  const shell = (name: string) => spawnSync(name, ['--version']).error === undefined;

  it('bash completes options, values, rules with their colon, and files', function () {
    if (!shell('bash')) this.skip();
    const script = `
      eval "$("$NODE" "$PROGRAM" --completion bash)"
      try() { COMP_WORDS=("$@"); COMP_CWORD=$(($# - 1)); COMPREPLY=(); _gongwen_lint; echo "\${COMPREPLY[*]}"; }
      try gongwen-lint --ba
      try gongwen-lint --format sa
      try gongwen-lint --format = js
      try gongwen-lint --explain advert/waterm
      try gongwen-lint --rule advert : o
      try gongwen-lint --revisions ""
      cd / && try gongwen-lint us
      try gongwen-lint --max-warnings ""
    `;
    const { stdout, stderr } = spawnSync('bash', ['--norc', '-c', script], {
      encoding: 'utf8',
      env: { PATH: process.env.PATH, NODE: process.execPath, PROGRAM: program },
    });
    assert.equal(stderr, '');
    assert.deepEqual(stdout.trimEnd().split('\n'), [
      '--baseline',
      'sarif',
      'json jsonl',
      'advert/watermark',
      'off on',
      'accepted rejected',
      'usr',
    ]);
  });

  it('the zsh script is one', function () {
    if (!shell('zsh')) this.skip();
    const script = `
      autoload -Uz compinit && compinit -u -D
      source /dev/stdin <<< "$SCRIPT"
      print -- $_comps[gongwen-lint]
      # What _arguments is told: it must take every line for a specification.
      _arguments() { shift; for spec in "$@"; do [[ $spec == ('*'|)(--*|:file:*) ]] && print ok || print -- "bad $spec"; done }
      _gongwen_lint
    `;
    const { stdout, stderr } = spawnSync('zsh', ['-f', '-c', script], {
      encoding: 'utf8',
      env: { PATH: process.env.PATH, SCRIPT: completion('zsh') },
    });
    assert.equal(stderr, '');
    const [command, ...specs] = stdout.trimEnd().split('\n');
    assert.equal(command, '_gongwen_lint');
    assert.equal(specs.length, Object.keys(OPTIONS).length + 1);
    assert.deepEqual(
      specs.filter((spec) => spec !== 'ok'),
      [],
    );
  });
});
