/**
 * Checks that rules, pages and families agree: every rule has its file and a whole page beside it, every page a rule, every folder of
 * rules an index. The build fails on what is missing, and names the file to write; that the examples hold is for the tests.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
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
  let kinds;
  try {
    ({ families, DOCUMENT_KINDS: kinds } = await loadBundled(root, {
      contents:
        "export { families } from './generated/families.ts'; export { DOCUMENT_KINDS } from './engine/rule.ts';",
      resolveDir: root,
      loader: 'ts',
    }));
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
  for (const page of pages.values()) {
    const { ruleId } = page;
    if (!registered.has(ruleId)) problems.push(unlisted(root, ruleId));
    for (const { line, what } of [...page.problems, ...unknownKinds(page, kinds)])
      problems.push(`rules/${ruleId}.md:${line ? `${line}:` : ''} ${what}`);
  }
  return problems;
}

/** Examples of a kind of document that there is not. @returns {import('./rule-pages.mjs').Problem[]} */
function unknownKinds({ examples }, kinds) {
  return examples
    .filter(({ kind }) => kind !== undefined && !kinds.includes(kind))
    .map(({ kind, line }) => ({ line, what: `kind=${kind} is not one of ${kinds.join(', ')}` }));
}

/** What is to be written for a page whose rule no family lists. */
function unlisted(root, ruleId) {
  const code = `rules/${ruleId}.ts`;
  if (!existsSync(join(root, code)))
    return `${code} is missing: ${ruleId} has a page and no code, see docs/development/writing-rules.md`;
  if (!readFileSync(join(root, code), 'utf8').includes(`'${ruleId}'`))
    return `${code}: its rule has another id than ${ruleId}, which is what its file and its page are named after`;
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
    yield `rules/${id}.ts is missing: the rule that calls itself ${id} belongs there`;
  if (!page)
    yield `rules/${id}.md is missing: write the page of ${id}, see docs/development/writing-rules.md`;
  else if (page.severity !== severity)
    yield `rules/${id}.md: says ${page.severity || 'no severity'}, the rule says ${severity}`;
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
    // What a module needs may not be there yet where imports go in a circle, as one that climbs makes them.
    const hint = /^(?:TypeError|ReferenceError)$/.test(error.name)
      ? '; where an import climbs or goes in a circle, npx mocha test/unit/layering.test.ts names it'
      : '';
    error.message = `${moduleOf(code, error.stack)} does not load: ${error.message}${hint}`;
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
