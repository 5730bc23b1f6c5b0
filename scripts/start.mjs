/**
 * `npm start [-- FILE …]`: checks a sample draft, or the drafts given, and says what to do next. A demonstration: findings
 * are what it is for, so they are no failure.
 */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const program = join(root, 'dist', 'cli.js');
const sample = relative(process.cwd(), join(root, 'samples', '讲话稿.txt'));

if (!existsSync(program)) {
  console.error('dist/cli.js 不存在，请先运行 npm run build');
  process.exit(2);
}

const given = process.argv.slice(2);
const drafts = given.length > 0 ? given : [sample];
const { status, signal, error } = spawnSync(process.execPath, [program, ...drafts], { stdio: 'inherit' });
if (error || signal || status === null) {
  console.error(`${program} 未能运行：${error?.message ?? signal}`);
  process.exit(2);
}
console.log(`
检查自己的稿件：       npm start -- 稿件.txt 另一篇.md
修复可安全修复的问题： node dist/cli.js --fix 稿件.txt
在 VS Code 中打开：    npm run editor
`);
// 1 is findings, which is fine here; 2 is a draft that could not be checked.
process.exitCode = status === 2 ? 2 : 0;
