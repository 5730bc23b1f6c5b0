/**
 * Checks that rules, pages and registry agree: every rule has its file and a whole page beside it, and every page a rule.
 * The build fails on what is missing; that the examples hold is for the tests.
 */
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import * as esbuild from 'esbuild';
import { FAMILIES, readRulePages } from './rule-pages.mjs';

/** @returns {Promise<string[]>} what is wrong, each with the rule it is about; empty when all is well */
export async function checkRules(root) {
  const rules = await registeredRules(root);
  const pages = new Map(readRulePages(root).map((page) => [page.ruleId, page]));
  const problems = [];
  const seen = new Set();
  for (const { id, severity } of rules) {
    const page = pages.get(id);
    if (seen.has(id)) problems.push(`${id}: registered twice`);
    seen.add(id);
    if (!FAMILIES.includes(id.split('/')[0])) problems.push(`${id}: no such family`);
    if (!existsSync(join(root, 'rules', `${id}.ts`))) problems.push(`${id}: rules/${id}.ts is missing`);
    if (!page) problems.push(`${id}: rules/${id}.md is missing`);
    else if (page.severity !== severity)
      problems.push(`${id}: ${severity}, but ${page.severity} on its page`);
  }
  for (const { ruleId, problems: faults } of pages.values()) {
    if (!seen.has(ruleId)) problems.push(`${ruleId}: has a page but is not registered`);
    problems.push(...faults.map((fault) => `${ruleId}: ${fault}`));
  }
  return problems;
}

/** The rules as `rules/registry.ts` lists them. */
async function registeredRules(root) {
  const { outputFiles } = await esbuild.build({
    entryPoints: [join(root, 'rules/registry.ts')],
    bundle: true,
    write: false,
    platform: 'node',
    format: 'cjs',
    logLevel: 'silent',
  });
  const module = { exports: {} };
  new Function('module', 'exports', 'require', outputFiles[0].text)(
    module,
    module.exports,
    createRequire(import.meta.url),
  );
  return module.exports.rules;
}
