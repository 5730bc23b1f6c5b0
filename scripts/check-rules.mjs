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
  const problems = [];
  for (const { name } of readdirSync(join(root, 'rules'), { withFileTypes: true }).filter((d) =>
    d.isDirectory(),
  )) {
    if (!existsSync(join(root, 'rules', name, 'index.ts')))
      problems.push(
        `rules/${name}/index.ts is missing: write it with “export const rules: readonly Rule[] = […]”`,
      );
  }
  const pages = new Map(readRulePages(root).map((page) => [page.ruleId, page]));
  const registered = new Set();
  let families;
  try {
    families = await rulesByFamily(root);
  } catch (error) {
    return [...problems, error.message];
  }
  for (const [family, rules] of Object.entries(families)) {
    for (const { id, severity } of rules) {
      const index = `rules/${family}/index.ts`;
      const page = pages.get(id);
      if (registered.has(id)) problems.push(`${index}: lists ${id} twice`);
      registered.add(id);
      if (!id.startsWith(`${family}/`)) problems.push(`${index}: ${id} is of another family`);
      else if (!existsSync(join(root, 'rules', `${id}.ts`)))
        problems.push(`rules/${id}.ts is missing: the code of ${id} belongs there`);
      if (!page)
        problems.push(
          `rules/${id}.md is missing: write the page of ${id}, see docs/development/writing-rules.md`,
        );
      else if (page.severity !== severity)
        problems.push(`rules/${id}.md: says ${page.severity || 'no severity'}, the rule says ${severity}`);
    }
  }
  for (const { ruleId, problems: faults } of pages.values()) {
    if (!registered.has(ruleId))
      problems.push(`rules/${ruleId.split('/')[0]}/index.ts: does not list ${ruleId}, which has a page`);
    problems.push(...faults.map((fault) => `rules/${ruleId}.md: ${fault}`));
  }
  return problems;
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
