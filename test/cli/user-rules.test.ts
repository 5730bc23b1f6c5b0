/** Rules that users define, on the command line: wherever a rule of ours may be named, theirs may. */
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { chmodSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { Folder, GAP, gongwenLint, program } from './support.ts';

const CONFIG = {
  userRules: {
    'terms/our-name': { find: '老城管委会', right: '古城管委会', note: '2025年更名' },
    'wording/too-often': { find: '进一步', most: 1 },
  },
};
const DRAFT = `${GAP}老城管委会要进一步、再进一步。\n`;

describe('command line: rules that users define', () => {
  let folder: Folder;
  let draft: string;
  beforeEach(() => {
    folder = new Folder();
    folder.write('gongwen-lint.json', JSON.stringify(CONFIG));
    mkdirSync(join(folder.path, '稿'));
    draft = folder.write('稿/稿.txt', DRAFT);
  });
  afterEach(() => folder.remove());

  const run = (...args: string[]) => gongwenLint(args, { cwd: folder.path });
  const found = (...args: string[]) =>
    JSON.parse(run('--format', 'json', ...args, draft).stdout)[0].messages.map(
      ({ ruleId, level }: { ruleId: string; level: string }) => `${ruleId} ${level}`,
    );

  it('--only and --rule know them', () => {
    assert.deepEqual(found('--only', 'terms/our-name'), ['terms/our-name warning']);
    assert.deepEqual(found('--only', 'figures'), []);
    assert.deepEqual(found('--only', 'terms/our-name', '--rule', 'terms/our-name:error'), [
      'terms/our-name error',
    ]);
    assert.deepEqual(found('--only', 'terms', '--only', 'wording', '--rule', 'terms/our-name:off'), [
      'wording/too-often warning',
    ]);
  });

  it('a name that neither we nor they have is refused before anything is checked, with what may be meant', () => {
    for (const option of [
      ['--only', 'terms/our-nam'],
      ['--rule', 'terms/our-nam:off'],
    ]) {
      const { code, stdout, stderr } = run(...option, draft);
      assert.deepEqual([code, stdout], [2, '']);
      assert.match(stderr, /没有规则“terms\/our-nam”；是否指 terms\/our-name/);
    }
    assert.equal(run('--no-config', '--only', 'terms/our-name', draft).code, 2);
    const elsewhere = gongwenLint(['--only', 'terms/our-name', draft], { cwd: '/' });
    assert.equal(elsewhere.code, 0, 'it is the draft’s configuration that counts');
  });

  it('--list-rules and --explain tell of them: for the folder, for files, for a configuration', () => {
    const line = /^terms\/our-name +警告 +自定规则：2025年更名；找“老城管委会”，改为“古城管委会”$/m;
    assert.match(run('--list-rules').stdout, line);
    assert.match(gongwenLint(['--list-rules', draft], { cwd: '/' }).stdout, line);
    const config = join(folder.path, 'gongwen-lint.json');
    assert.match(gongwenLint(['--list-rules', '--config', config], { cwd: '/' }).stdout, line);
    assert.doesNotMatch(gongwenLint(['--list-rules'], { cwd: '/' }).stdout, /自定规则/);
    const listed = JSON.parse(run('--list-rules', '--format', 'json').stdout);
    const rule = listed.find(({ ruleId }: { ruleId: string }) => ruleId === 'wording/too-often');
    assert.deepEqual([rule.since, rule.options.most.default], ['user', 1]);
    assert.match(run('--explain', 'terms/our-name').stdout, /^# terms\/our-name · 自定规则\n\n2025年更名\n/);
    const { code, stderr } = run('--explain', 'terms/our-names');
    assert.equal(code, 2);
    assert.match(stderr, /没有规则“terms\/our-names”；是否指 terms\/our-name/);
  });

  it('--print-config tells which there are, what is set for them, and by which file', () => {
    const config = join(folder.path, 'gongwen-lint.json');
    const print = JSON.parse(run('--print-config', draft, '--rule', 'wording/too-often:hint').stdout);
    assert.deepEqual(print.rules['terms/our-name'], { level: 'warning', from: config });
    assert.deepEqual(print.rules['wording/too-often'], { level: 'hint', from: '--rule' });
  });

  it('a SARIF log describes those that found something', () => {
    const { stdout } = run('--only', 'terms/our-name', '--format', 'sarif', '--jobs', '2', draft, draft);
    const [{ tool, results }] = JSON.parse(stdout).runs;
    assert.equal(results[0].ruleId, 'terms/our-name');
    const described = tool.driver.rules.find(({ id }: { id: string }) => id === 'terms/our-name');
    assert.match(described.help.markdown, /2025年更名/);
    assert.equal(described.defaultConfiguration.level, 'warning');
    assert.equal(
      tool.driver.rules.some(({ id }: { id: string }) => id === 'wording/too-often'),
      false,
    );
  });

  it('their findings are ignored like ours, and an ignore of theirs is not taken for one of no rule', () => {
    const quiet = ['--only', 'terms/our-name'];
    assert.equal(run(...quiet, '--ignores', 'add', draft).code, 0);
    const after = run(...quiet, draft);
    assert.deepEqual([after.stderr, /没有问题/.test(after.stdout)], ['', true]);
    run('--ignores', 'prune', draft);
    assert.match(folder.read('gongwen-ignores.tsv').toString(), /terms\/our-name/);
    folder.write('gongwen-lint.json', '{}');
    assert.match(run(draft).stderr, /已没有这条规则/);
  });

  it('kept results know when a definition changes', () => {
    const cached = () => found('--cache', '--only', 'terms/our-name');
    assert.deepEqual(cached(), ['terms/our-name warning']);
    assert.deepEqual(cached(), ['terms/our-name warning']);
    folder.write('gongwen-lint.json', JSON.stringify(CONFIG).replace('老城管委会', '新城管委会'));
    assert.deepEqual(cached(), []);
  });

  it('bash and zsh complete their names', function () {
    const bin = folder.write('gongwen-lint', `#!/bin/sh\nexec "${process.execPath}" "${program}" "$@"\n`);
    chmodSync(bin, 0o755);
    const env = { PATH: `${folder.path}:${process.env.PATH}` };
    const script = `
      source <(gongwen-lint --completion bash)
      try() { COMP_WORDS=("$@"); COMP_CWORD=$(($# - 1)); COMPREPLY=(); _gongwen_lint; echo "\${COMPREPLY[*]}"; }
      try gongwen-lint --explain terms/our
      try gongwen-lint --only wording/too
      try gongwen-lint --rule terms/our-name : o
    `;
    const bash = spawnSync('bash', ['--norc', '-c', script], { encoding: 'utf8', env, cwd: folder.path });
    assert.deepEqual(bash.stdout.trimEnd().split('\n'), ['terms/our-name', 'wording/too-often', 'off on']);
    const zsh = `
      compdef() { }
      source <(gongwen-lint --completion zsh)
      compadd() { shift; print -l -- $@ | grep our-name: | sort | head -1 }
      _arguments() { for spec in $@; do [[ $spec == *--rule=* ]] && eval "\${\${spec#*:rule:}}"; done }
      _gongwen_lint
    `;
    const ran = spawnSync('zsh', ['-f', '-c', zsh], { encoding: 'utf8', env, cwd: folder.path });
    if (ran.error) this.skip();
    assert.equal(ran.stdout.trim(), 'terms/our-name:error', ran.stderr);
  });
});
