/** Who reads no Chinese is told everything in English, but for what the draft says. */
import assert from 'node:assert/strict';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseHouse } from '../../config/house.ts';
import { inEnglish, pageInEnglish } from '../../english/finding.ts';
import { Phrasebook } from '../../english/phrasebook.ts';
import { describeFigure, type Finding, type Name, rulePages, type Settings } from '../../rules/index.ts';
import { readRulePages } from '../../scripts/rule-pages.mjs';
import { readTables } from '../../scripts/tables.mjs';
import { book, HAN, isEnglish, unquoted } from '../support/english.ts';
import { testLinter } from '../support/linter.ts';

const root = join(dirname(fileURLToPath(import.meta.url)), '../..');
const linter = testLinter();

/** All that the examples of a rule's page make rules say. */
function findingsOf(page: ReturnType<typeof readRulePages>[number]): { finding: Finding; text: string }[] {
  return page.examples.flatMap((example) => {
    const { text, format, kind, house, companions, names } = example;
    const linted = linter.open(text, {
      format,
      ...(kind && { kind }),
      ...(house && { house: parseHouse('/稿/本单位.tsv', house).house }),
      rules: { [page.ruleId]: 'on' },
    } as Settings);
    linted.accompany(
      companions.map(({ name, text }) => ({ path: `/稿/${name}`, document: linter.open(text).document })),
    );
    const found = (source: string) =>
      names.flatMap(({ kind, text }): Name[] => {
        const start = source.indexOf(text);
        return start < 0 ? [] : [{ start, end: start + text.length, text, kind: kind as Name['kind'] }];
      });
    linted.provideNames(new Map(linted.namesWanted().map((source) => [source, found(source)])));
    const all = [text, ...companions.map(({ text }) => text), house ?? ''].join('\n').replace(/[^\S\n]/g, '');
    return linted.findings().map((finding) => ({ finding, text: all }));
  });
}

describe('English', () => {
  for (const page of readRulePages(root)) {
    it(`of what the examples of ${page.ruleId} make rules say`, () => {
      const missing = new Set<string>();
      for (const { finding, text } of findingsOf(page)) {
        const { ruleId, message, basis, fixes, evidence, ask } = finding;
        const said = [message, basis ?? '', ...fixes.map(({ title }) => title)];
        for (const { reason } of ask?.constraints ?? []) said.push(reason);
        // What is pointed at and asked for may be named by the draft's own words.
        const named = [...evidence.map((place) => place.message), ...(ask ? [ask.label] : [])];
        said.push(...named.filter((name) => !text.includes(name.replace(/\s/g, ''))));
        for (const chinese of said.filter((chinese) => !isEnglish(ruleId, chinese))) missing.add(chinese);
      }
      const file = `english/phrases/${page.ruleId.split('/')[0]}.tsv`;
      assert.deepEqual([...missing], [], `${file} has no phrase for these`);
    });
  }

  it('of what belongs into a blank, and of what shows an advert', async () => {
    const tables = await readTables(root);
    const cells = (table: string, column: string) =>
      tables.find(({ name }) => name === table)!.rows.map((row) => row[column]!);
    const labels = cells('slot-words', 'label').map((label) => ['placeholder/unfilled', label] as const);
    const traits = cells('weights', 'name').map((trait) => ['advert/watermark', trait] as const);
    const missing = [...labels, ...traits].filter(
      ([ruleId, said]) => said !== '' && !isEnglish(ruleId, said),
    );
    assert.deepEqual(missing, []);
  });

  it('of the notes beside wrong words and pairs', async () => {
    const tables = await readTables(root);
    const missing = new Set<string>();
    for (const { file, rows } of tables.filter(({ file }) => /\.(words|pairs)\.tsv$/.test(file))) {
      const [, family] = file.split(/[/\\]/);
      for (const { note } of rows) {
        if (note && !isEnglish(`${family}/`, note)) missing.add(`english/phrases/${family}.tsv: ${note}`);
      }
    }
    assert.deepEqual([...missing], [], 'these have no phrase');
  });

  it('of how figures are read', () => {
    for (const page of readRulePages(root).filter(({ ruleId }) => ruleId.startsWith('figures/'))) {
      for (const { text } of page.examples) {
        const { document } = linter.open(text);
        for (const { index } of text.matchAll(/(?<!\d)\d|[一二三四五六七八九两]/g)) {
          for (const line of describeFigure(document, index)?.lines ?? [])
            assert.doesNotMatch(unquoted(book.say('figures/', line)), HAN, line);
        }
      }
    }
  });

  it('of titles and summaries, with the page in Chinese below', () => {
    for (const page of rulePages()) {
      const { title, summary, markdown } = pageInEnglish(page, book);
      for (const text of [title, summary]) assert.doesNotMatch(unquoted(text), HAN, page.ruleId);
      assert.match(summary, /^[A-Z“].*\.$/, page.ruleId);
      assert.ok(markdown.startsWith(`# ${page.ruleId} · ${title}\n`));
      assert.ok(markdown.endsWith(page.markdown));
    }
  });

  it('leaves what users’ rules say as it is, and keeps places and edits', () => {
    const [finding] = linter.open('全县新建二个文化广场，引进二家企业。').findings();
    const own: Finding = { ...JSON.parse(JSON.stringify(finding)), ruleId: 'terms/own', message: '不用“二”' };
    const [english] = inEnglish([own], book);
    assert.equal(english!.message, '不用“二”');
    assert.deepEqual(
      english!.fixes.map(({ edits }) => edits),
      own.fixes.map(({ edits }) => edits),
    );
  });

  describe('of a phrase', () => {
    const small = new Phrasebook({
      rules: {},
      phrases: {
        a: [
          ['由{1}到{2}应为{3}', 'from {~1} to {~2} is {~3}'],
          ['这里是“{1}”：{2}', 'here is “{1}”: {2}'],
          ['增长{1}', 'growth by {~1}'],
          ['甲、乙', 'A and B'],
        ],
        '': [['丙', 'C']],
      },
    });
    const cases: [chinese: string, english: string | undefined][] = [
      ['由1到2应为增长100%', 'from 1 to 2 is growth by 100%'],
      ['由5个到6个应为增长1个', 'from “5个” to “6个” is growth by “1个”'],
      ['这里是“某”：丙', 'here is “某”: C'],
      ['这里是“某”：丁', undefined],
      ['甲、乙，丙（“丁”）', 'A and B, C (“丁”)'],
      ['丁', undefined],
      ['plain', 'plain'],
    ];
    for (const [chinese, english] of cases) {
      it(chinese, () => assert.equal(small.english('a/rule', chinese), english));
    }
  });
});
