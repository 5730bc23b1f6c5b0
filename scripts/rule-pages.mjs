/**
 * Reads rule pages: the Markdown file beside each rule, whose examples are run as tests. See
 * `docs/development/writing-rules.md` for what a page looks like.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** The rule families: the folders of `rules/`, each with an `index.ts` that exports `rules`. */
export function families(root) {
  const folder = join(root, 'rules');
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && existsSync(join(folder, entry.name, 'index.ts')))
    .map(({ name }) => name)
    .sort();
}

/** Sections every page has, by heading. */
const BAD = '应当报告';
const GOOD = '不应报告';
const SECTIONS = ['为什么', '怎么改', BAD, GOOD];

/** Marks around what must be flagged in an example. */
export const OPEN = '⟦';
export const CLOSE = '⟧';

/**
 * @typedef {object} Example
 * @property {boolean} bad  whether something must be flagged
 * @property {'plain'|'markdown'} format
 * @property {string} [kind]  document kind, when the example sets one
 * @property {{kind: string, text: string}[]} names  what a host would recognise: `names=person:张三,place:李庄`
 * @property {string} [house]  the house's own facts, of the fence `house` above it: a tab-separated table
 * @property {{name: string, text: string}[]} companions  the documents of its set, of the fences `text set=NAME` above it
 * @property {string} text  without marks
 * @property {{start: number, end: number}[]} expected  ranges to be flagged, UTF-16 offsets
 * @property {string} [fixed]  the text after the rule's safe fixes
 * @property {{index: number, text: string}[]} suggestions  the text after the n-th fix (from 1) of the first finding
 * @property {number} line  of the page, 1-based
 *
 * @typedef {object} ParsedPage
 * @property {string} ruleId
 * @property {string} title
 * @property {string} summary
 * @property {{title: string, summary: string}} english  the same in English
 * @property {string} markdown
 * @property {string} severity
 * @property {Example[]} examples
 * @property {Problem[]} problems  what is missing or malformed
 *
 * @typedef {object} Problem
 * @property {string} what
 * @property {number} [line]  1-based; none where a line is missing
 */

/** All pages below `rules/`. @returns {ParsedPage[]} */
export function readRulePages(root) {
  const pages = [];
  for (const family of families(root)) {
    const folder = join(root, 'rules', family);
    for (const file of readdirSync(folder)
      .filter((f) => f.endsWith('.md'))
      .sort()) {
      const ruleId = `${family}/${file.slice(0, -3)}`;
      pages.push(parseRulePage(ruleId, readFileSync(join(folder, file), 'utf8')));
    }
  }
  return pages;
}

/**
 * Pages of the rules about Word documents rather than their text: without examples, which only a document could show.
 * @returns {ParsedPage[]}
 */
export function readDocumentPages(root) {
  const folder = join(root, 'docx/beyond/pages');
  return readdirSync(folder)
    .sort()
    .flatMap((family) =>
      readdirSync(join(folder, family))
        .sort()
        .map((file) =>
          parseRulePage(`${family}/${file.slice(0, -3)}`, readFileSync(join(folder, family, file), 'utf8')),
        ),
    );
}

/** @returns {ParsedPage} */
export function parseRulePage(ruleId, markdown) {
  /** @type {Problem[]} */
  const problems = [];
  const lines = markdown.split(/\r?\n/);
  const heading = /^# (\S+) · (.+)$/.exec(lines[0] ?? '');
  if (heading?.[1] !== ruleId) problems.push({ line: 1, what: `must be “# ${ruleId} · <Chinese name>”` });
  const paragraphs = markdown.split(/\n\s*\n/);
  const summary = (paragraphs[1] ?? '').replace(/\s*\n\s*/g, '');
  if (summary === '' || /^[#`-]/.test(summary))
    problems.push({ line: 2, what: 'a summary paragraph must follow the title' });
  const severity = /^- 级别：(error|warning|info|hint)/m.exec(markdown)?.[1] ?? '';
  if (severity === '') problems.push({ what: 'a line “- 级别：error|warning|info|hint” is missing' });
  const english = /^- English: (.+?)\. (\S.*)$/m.exec(markdown);
  if (!english) problems.push({ what: 'a line “- English: <title>. <summary>” is missing' });
  for (const section of SECTIONS) {
    if (!lines.includes(`## ${section}`)) problems.push({ what: `the section “## ${section}” is missing` });
  }
  const examples = readExamples(lines, problems);
  if (!examples.some((e) => e.bad)) problems.push({ what: `“## ${BAD}” has no example` });
  if (!examples.some((e) => !e.bad)) problems.push({ what: `“## ${GOOD}” has no example` });
  return {
    ruleId,
    title: heading?.[2] ?? '',
    summary,
    english: { title: english?.[1] ?? '', summary: english?.[2] ?? '' },
    // Who reads the page reads Chinese.
    markdown: markdown.replace(/^- English: .*\n/m, ''),
    severity,
    examples,
    problems,
  };
}

/**
 * The examples of a page. A fence of a house's table or of a companion document counts for those after it in its section; a
 * fence of a result for the example before it.
 *
 * @returns {Example[]}
 */
function readExamples(lines, problems) {
  const examples = [];
  let section = '';
  let house;
  let companions = [];
  for (let i = 0; i < lines.length; i++) {
    if (lines[i].startsWith('## ')) {
      section = lines[i].slice(3).trim();
      house = undefined;
      companions = [];
    }
    const fence = readFence(lines, i, problems);
    if (!fence) continue;
    i = fence.end;
    const body = fence.body.join('\n');
    const member = fence.option('set');
    const suggestion = fence.option('suggestion');
    if (fence.language === 'house') {
      house = body;
    } else if (member !== undefined) {
      companions = [...companions.filter(({ name }) => name !== member), { name: member, text: body }];
    } else if (fence.has('fixed') || suggestion) {
      const example = examples[examples.length - 1];
      if (example) addResult(example, body, suggestion);
      else problems.push({ line: fence.line, what: 'a result without an example before it' });
    } else if (section === BAD || section === GOOD) {
      examples.push(...examplesOf(fence, section === BAD, { house, companions }, problems));
    }
  }
  return examples;
}

/** @param suggestion the number of the fix that makes it, counted from 1; else the safe ones do */
function addResult(example, text, suggestion) {
  if (suggestion) example.suggestions.push({ index: Number(suggestion), text });
  else example.fixed = text;
}

const LANGUAGES = ['text', 'markdown', 'house'];

/** What may stand behind the language of a fence: see `docs/development/writing-rules.md`. */
const FENCE_WORD = /^(?:each|fixed|(?:kind|names|set|suggestion)=\S+)$/;

/** The fence that opens in line `from` (counted from 0), with what its first line says; `end`: the line that closes it. */
function readFence(lines, from, problems) {
  const opening = /^```(\S*)(.*)$/.exec(lines[from]);
  if (!opening) return undefined;
  const line = from + 1;
  const [, language, rest] = opening;
  const info = rest.trim().split(/\s+/).filter(Boolean);
  if (!LANGUAGES.includes(language))
    problems.push({ line, what: `a fence is of ${LANGUAGES.join(', ')}, not “${language}”` });
  for (const word of info.filter((word) => !FENCE_WORD.test(word)))
    problems.push({ line, what: `a fence knows no “${word}”, see docs/development/writing-rules.md` });
  let end = from + 1;
  while (end < lines.length && lines[end] !== '```') end++;
  if (end === lines.length) problems.push({ line, what: 'the fence is not closed' });
  return {
    language,
    line,
    end,
    body: lines.slice(from + 1, end),
    has: (word) => info.includes(word),
    option: (name) => info.find((word) => word.startsWith(`${name}=`))?.slice(name.length + 1),
  };
}

/** A fence is one example, or with `each` one a line. */
function examplesOf(fence, bad, { house, companions }, problems) {
  const texts = fence.has('each') ? fence.body.filter((l) => l.trim() !== '') : [fence.body.join('\n')];
  return texts.map((text) => {
    const example = {
      bad,
      format: fence.language === 'markdown' ? 'markdown' : 'plain',
      kind: fence.option('kind'),
      names: (fence.option('names')?.split(',') ?? []).map((name) => {
        const [kind, text] = name.split(':');
        return { kind, text };
      }),
      ...(house !== undefined && { house }),
      companions,
      ...readMarks(text),
      suggestions: [],
      line: fence.line,
    };
    const { line } = fence;
    if (bad !== example.expected.length > 0)
      problems.push({ line, what: `${bad ? 'nothing is marked' : 'marks in a good example'}: ${text}` });
    if (text.split(OPEN).length !== text.split(CLOSE).length)
      problems.push({ line, what: `a ${OPEN} or ${CLOSE} has no other: ${text}` });
    return example;
  });
}

/** Takes the marks out of an example. `\uXXXX` in an example stands for that unit (invisible characters). */
function readMarks(marked) {
  const source = marked.replace(/\\u([0-9A-Fa-f]{4})/g, (_, hex) =>
    String.fromCharCode(Number.parseInt(hex, 16)),
  );
  let text = '';
  const expected = [];
  const open = [];
  for (const char of source) {
    if (char === OPEN) open.push(text.length);
    else if (char === CLOSE) expected.push({ start: open.pop() ?? text.length, end: text.length });
    else text += char;
  }
  expected.sort((a, b) => a.start - b.start || b.end - a.end);
  return { text, expected };
}
