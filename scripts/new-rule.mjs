/**
 * `npm run new-rule FAMILY/NAME [中文名]`: a rule that builds and passes its own examples, to be rewritten from there.
 *
 * Writes `rules/FAMILY/NAME.ts`, its page and a word list, and enters them in the family's `index.ts` and `data/schema.mjs`, and what it
 * says in `english/phrases/FAMILY.tsv`; a family that is not there yet is made. Nothing that exists is overwritten.
 */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const ID = /^([a-z]+)\/([a-z]+(?:-[a-z]+)*)$/;

/**
 * @param {string} root  of the checkout
 * @param {string} id  `family/name`
 * @param {string} title  Chinese
 * @returns {string[]} the files written or changed, from the root
 * @throws Error with what is wrong, for whoever typed it
 */
export function newRule(root, id, title) {
  const [, family, name] = ID.exec(id) ?? [];
  if (!family)
    throw new Error(`“${id}” is no rule id: FAMILY/NAME in lower case, such as wording/doubled-word`);
  const folder = join(root, 'rules', family);
  const shown = (file) => `rules/${family}/${file}`;
  for (const file of [`${name}.ts`, `${name}.md`, `data/${name}.lexicon.tsv`]) {
    if (existsSync(join(folder, file))) throw new Error(`${shown(file)} is there already`);
  }
  // The changelog heads with the version being made.
  const version = /^## (\d+\.\d+\.\d+)/m.exec(readFileSync(join(root, 'CHANGELOG.md'), 'utf8'))?.[1];
  if (!version) throw new Error('CHANGELOG.md has no “## x.y.z” to take the version from');
  const variable = name.replace(/-([a-z])/g, (_, letter) => letter.toUpperCase());

  mkdirSync(join(folder, 'data'), { recursive: true });
  mkdirSync(join(root, 'english/phrases'), { recursive: true });
  const written = [];
  const write = (file, content) => {
    writeFileSync(join(folder, file), content);
    written.push(shown(file));
  };
  write(`${name}.ts`, code({ family, name, variable, version }));
  write(`${name}.md`, page({ id, title }));
  write(`data/${name}.lexicon.tsv`, list(id));

  const phrases = join(root, 'english/phrases', `${family}.tsv`);
  const said = existsSync(phrases) ? readFileSync(phrases, 'utf8') : 'chinese\tenglish\n';
  if (!said.includes(PHRASE)) writeFileSync(phrases, `${said.trimEnd()}\n${PHRASE}\n`);
  written.push(`english/phrases/${family}.tsv`);

  const index = join(folder, 'index.ts');
  write('index.ts', withRule(existsSync(index) ? readFileSync(index, 'utf8') : EMPTY_INDEX, name, variable));
  const schema = join(folder, 'data/schema.mjs');
  write('data/schema.mjs', withList(existsSync(schema) ? readFileSync(schema, 'utf8') : EMPTY_SCHEMA, name));
  return written;
}

/** What the rule says before it is rewritten. */
const PHRASE = '“{1}”还没有替换成正文\t“{1}” is not yet replaced by text';

const EMPTY_INDEX = `import type { Rule } from '../../engine/rule.ts';

export const rules: readonly Rule[] = [];
`;

/** The index with one more rule, in the form that the formatter gives it. */
function withRule(index, name, variable) {
  const rules = /export const rules: readonly Rule\[\] = \[([^\]]*)\];/.exec(index);
  if (!rules)
    throw new Error('index.ts has no “export const rules: readonly Rule[] = […];” to enter the rule in');
  const listed = [
    ...rules[1]
      .split(',')
      .map((rule) => rule.trim())
      .filter(Boolean),
    variable,
  ];
  const line = `export const rules: readonly Rule[] = [${listed.join(', ')}];`;
  const block = `export const rules: readonly Rule[] = [\n${listed.map((rule) => `  ${rule},\n`).join('')}];`;
  const imports = `${index.slice(0, rules.index).trimEnd()}\nimport { ${variable} } from './${name}.ts';`;
  const [first, ...others] = imports.split('\n');
  return `${[first, ...others.sort()].join('\n')}\n\n${line.length <= 110 ? line : block}\n`;
}

const EMPTY_SCHEMA = `import { lexicon } from '../../../scripts/tables.mjs';

export default {};
`;

/** The schema with one more list: words, no value, a source for each. */
function withList(schema, name) {
  const entry = `'${name}.lexicon.tsv': lexicon(),`;
  const imported = /import \{([^}]*)\} from '(?:\.\.\/){3}scripts\/tables\.mjs';/.exec(schema);
  if (!imported || !/export default \{/.test(schema))
    throw new Error('data/schema.mjs is not written as others are');
  const names = [
    ...new Set([
      ...imported[1]
        .split(',')
        .map((part) => part.trim())
        .filter(Boolean),
      'lexicon',
    ]),
  ].sort();
  return schema
    .replace(imported[1], ` ${names.join(', ')} `)
    .replace(/export default \{\}/, 'export default {\n}')
    .replace(/export default \{\n/, `export default {\n  ${entry}\n`);
}

function code({ family, name, variable, version }) {
  return `import { defineParagraphRule } from '../../engine/rule.ts';
import { wordList } from '../../language/text/lexicon.ts';

/** rules/${family}/data/${name}.lexicon.tsv: the scan finds its words in the one pass that it makes over the text. */
const WORDS = wordList('${family}.${name}');

/** What is wrong, in a line; and the clause it rests on. */
export const ${variable} = defineParagraphRule({
  id: '${family}/${name}',
  severity: 'info',
  since: '${version}',

  find: (paragraph) => paragraph.hits(WORDS),

  explain({ start, end }, { text }) {
    return { message: \`“\${text.slice(start, end)}”还没有替换成正文\` };
  },

  fix({ start, end }) {
    return [{ title: '删去', edits: [{ start, end, text: '' }], safe: false }];
  },
});
`;
}

function page({ id, title }) {
  return `# ${id} · ${title}

一句话说明这条规则查什么，悬停时显示。

- 级别：info
- English: Name of the rule. What it finds, in a sentence.

## 为什么

依据哪个标准的哪一条，或者为什么读者会觉得不对。

## 怎么改

作者该怎么改；快速修复会做什么。

## 应当报告

\`\`\`text each
会议听取了⟦示例错词⟧的汇报。
\`\`\`

## 不应报告

\`\`\`text each
会议听取了各地的汇报。
\`\`\`
`;
}

function list(id) {
  return `# The words of ${id}: what they are, where they come from.
word\tvalue\tsource
示例错词\t\t示例
`;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const [id, title = '（中文名）'] = process.argv.slice(2);
  try {
    if (!id) throw new Error('usage: npm run new-rule FAMILY/NAME [中文名]');
    const root = join(dirname(fileURLToPath(import.meta.url)), '..');
    const [family] = id.split('/');
    const isNew = !existsSync(join(root, 'rules', family, 'index.ts'));
    const files = newRule(root, id, title);
    console.log(`${files.join('\n')}\n\nnext: npx mocha test/unit/rule-pages.test.ts -g '${id}'`);
    if (isNew)
      console.log(
        `a new family: name it in familyName of client/resultsView.ts and in l10n/; node scripts/draw-rooms.mjs draws it`,
      );
  } catch (error) {
    console.error(error.message);
    process.exit(2);
  }
}
