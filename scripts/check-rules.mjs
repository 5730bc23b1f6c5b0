/**
 * Checks that rules, pages and families agree: every rule has its file and a whole page beside it, every page a rule, every folder of
 * rules an index. The build fails on what is missing, and names the file to write; that the examples hold is for the tests.
 */
import { existsSync, readdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import * as esbuild from 'esbuild';
import { readRulePages } from './rule-pages.mjs';

/** @returns {Promise<string[]>} what is wrong, each with the file it is about; empty when all is well */
export async function checkRules(root) {
  const problems = missingIndexes(root);
  const pages = new Map(readRulePages(root).map((page) => [page.ruleId, page]));
  const registered = new Set();
  let families;
  try {
    families = await rulesByFamily(root);
  } catch (error) {
    return [...problems, error.message];
  }
  for (const [family, rules] of Object.entries(families)) {
    for (const rule of rules) {
      if (registered.has(rule.id)) problems.push(`rules/${family}/index.ts: lists ${rule.id} twice`);
      registered.add(rule.id);
      problems.push(...problemsOf(root, family, rule, pages.get(rule.id)));
    }
  }
  for (const { ruleId, problems: faults } of pages.values()) {
    if (!registered.has(ruleId)) problems.push(unlisted(root, ruleId));
    problems.push(...faults.map((fault) => `rules/${ruleId}.md: ${fault}`));
  }
  return problems;
}

/** What is to be written for a page whose rule no family lists. */
function unlisted(root, ruleId) {
  if (!existsSync(join(root, 'rules', `${ruleId}.ts`)))
    return `rules/${ruleId}.ts is missing: ${ruleId} has a page and no code, see docs/development/writing-rules.md`;
  return `rules/${ruleId.split('/')[0]}/index.ts: does not list ${ruleId}, which has a page`;
}

/** Folders of rules without their index. */
function missingIndexes(root) {
  return readdirSync(join(root, 'rules'), { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && !existsSync(join(root, 'rules', entry.name, 'index.ts')))
    .map(
      ({ name }) =>
        `rules/${name}/index.ts is missing: write it with “export const rules: readonly Rule[] = […]”`,
    );
}

/** What is wrong with the files of one rule. @param page undefined where it has none */
function* problemsOf(root, family, { id, severity }, page) {
  if (!id.startsWith(`${family}/`)) yield `rules/${family}/index.ts: ${id} is of another family`;
  else if (!existsSync(join(root, 'rules', `${id}.ts`)))
    yield `rules/${id}.ts is missing: the code of ${id} belongs there`;
  if (!page)
    yield `rules/${id}.md is missing: write the page of ${id}, see docs/development/writing-rules.md`;
  else if (page.severity !== severity)
    yield `rules/${id}.md: says ${page.severity || 'no severity'}, the rule says ${severity}`;
}

/** The rules as the families export them. */
async function rulesByFamily(root) {
  const { families } = await loadBundled(root, {
    contents: "export { families } from './generated/families.ts';",
    resolveDir: root,
    loader: 'ts',
  });
  return families;
}

/**
 * What a TypeScript module exports, for scripts of the build.
 * @param {import('esbuild').StdinOptions} stdin  the module
 * @throws what esbuild or the module says, with the file it is about
 */
export async function loadBundled(root, stdin) {
  const { outputFiles } = await esbuild.build({
    stdin,
    bundle: true,
    write: false,
    platform: 'node',
    format: 'cjs',
    logLevel: 'silent',
  });
  const code = outputFiles[0].text;
  const module = { exports: {} };
  try {
    new Function('module', 'exports', 'require', code)(
      module,
      module.exports,
      createRequire(join(root, 'package.json')),
    );
  } catch (error) {
    error.message = `${moduleOf(code, error.stack)} does not load: ${error.message}`;
    throw error;
  }
  return module.exports;
}

/** The module of a bundle whose loading threw: the last one above the outermost line of the bundle that the stack names. */
function moduleOf(code, stack) {
  const line = Number([...stack.matchAll(/<anonymous>:(\d+):\d+\)/g)].at(-1)?.[1] ?? 0);
  const above = code.split('\n').slice(0, line).join('\n');
  return [...above.matchAll(/^\/\/ (\S+\.[cm]?[jt]s)$/gm)].at(-1)?.[1] ?? 'a module';
}
