/** Editor, browser and command line find the same in every draft, whatever is configured. */
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { Diagnostic } from 'vscode-languageserver';
import { readIfThere } from '../../host/config-text.ts';
import { createLinter } from '../../rules/index.ts';
import { BrowserClient } from '../browser/worker.ts';
import { draftOf } from '../generator/drafts.ts';
import { TestClient } from '../protocol/client.ts';
import { testWords } from '../support/linter.ts';
import { Folder, program } from './support.ts';

const CONFIGURATIONS: Readonly<Record<string, unknown>> = {
  nothing: undefined,
  'rules, kinds and ignores': {
    preset: 'strict',
    kind: 'report',
    rules: { punctuation: 'info', 'placeholder/unfilled': 'warning', advert: 'off' },
    overrides: [{ files: '*讲话*', kind: 'speech', rules: { 'wording/typo': 'off' } }],
    ignore: ['*总结*'],
  },
  'the house, sets and users’ rules': {
    house: '本单位.tsv',
    sets: ['*.txt'],
    userRules: {
      'wording/often': { find: '进一步', most: 3 },
      'terms/x': { pattern: '(\\d+)个县', right: '$1县' },
    },
  },
};

const HOUSE = `姓名	职务
王志强	县委书记

外地
白水县、榆林市

指标	口径	时期	数值	单位
地区生产总值	全县	2025年	356.8	亿元
`;

/** Where the shared drafts are not at hand. */
const OWN: Readonly<Record<string, string>> = {
  '讲话.txt':
    '在全县三级干部会议上的讲话\n同志们：\n2025年，全县地区生产总值达到365.8亿元。县委书记王志刚同志,讲了3个县的情况。\n一、总结\n三、部署\n×市要进一步、进一步、进一步、进一步抓好落实。\n',
  '总结.txt': '2025年工作总结\n白水县完成投资××亿元。抓好以下三项工作：一是甲。二是乙。\n',
  '通知.txt':
    '关于召开全县三级干部会议的通知\n定于2026年3月5日召开全县三级干部会议。\n墨海文库整理，咨询QQ100200300\n',
};

function drafts(): Record<string, string> {
  const shared = fileURLToPath(new URL('../../../../shared/drafts', import.meta.url));
  const made = [1, 2, 3, 4].map((seed) => [`${seed}.txt`, draftOf(seed).read().text]);
  if (!existsSync(shared)) return { ...OWN, ...Object.fromEntries(made) };
  const names = readdirSync(shared, { recursive: true, encoding: 'utf8' }).filter(
    (name) => name.endsWith('.txt') && !name.startsWith('adverts'),
  );
  const read = names.map((name) => [name.replaceAll('/', '-'), readFileSync(join(shared, name), 'utf8')]);
  return { ...OWN, ...Object.fromEntries(read) };
}

/** Editors are shown so many, the gravest. */
const SHOWN = 200;
const LEVELS = ['', 'error', 'warning', 'info', 'hint'];

describe('editor, browser and command line', () => {
  let folder: Folder;
  let client: TestClient;
  beforeEach(async () => {
    folder = new Folder();
    mkdirSync(join(folder.path, '稿'));
    client = await TestClient.start({
      host: {
        loadWords: testWords,
        createLinter: (options) => createLinter(options),
        configFiles: {
          pathOf: (uri) => (uri.startsWith('file:') ? fileURLToPath(uri) : undefined),
          uriOf: (path) => pathToFileURL(path).href,
          read: readIfThere,
        },
        drafts: {
          read: (path) => readFileSync(path),
          list: (of) =>
            readdirSync(of)
              .filter((name) => name.endsWith('.txt'))
              .map((name) => `${of}/${name}`),
          ignoredBy: () => () => false,
        },
      },
    });
  });
  afterEach(async () => {
    await client.stop();
    folder.remove();
  });

  for (const [what, config] of Object.entries(CONFIGURATIONS)) {
    it(`find the same with ${what}`, async () => {
      const texts = drafts();
      if (config) folder.write('稿/gongwen-lint.json', JSON.stringify(config));
      folder.write('稿/本单位.tsv', HOUSE);
      const paths = Object.entries(texts).map(([name, text]) => folder.write(`稿/${name}`, text));
      // All rules, as they are without further words.
      const { stdout, stderr } = spawnSync(process.execPath, [program, '--format', 'json', ...paths], {
        encoding: 'utf8',
        maxBuffer: 1 << 28,
      });
      const files = JSON.parse(stdout) as { filePath: string; messages: Record<string, unknown>[] }[];
      const line = new Map(
        files.map(({ filePath, messages }) => [
          filePath,
          messages.map((m) => `${m.line}:${m.column}-${m.endLine}:${m.endColumn} ${m.level} ${m.ruleId}`),
        ]),
      );
      const written = readdirSync(join(folder.path, '稿')).map((name) => join(folder.path, '稿', name));
      const browser = await BrowserClient.start(
        new Map(written.map((path) => [pathToFileURL(path).href, readFileSync(path)])),
      );
      let some = 0;
      for (const path of paths) {
        const uri = pathToFileURL(path).href;
        const text = readFileSync(path, 'utf8');
        client.open(uri, text);
        const shown = printedAs(await client.diagnostics(uri));
        client.close(uri);
        const printed = line.get(path) ?? [];
        some += printed.length;
        if (printed.length <= SHOWN) assert.deepEqual(shown, printed, `${path}\n${stderr}`);
        // The last says that there are more.
        else assert.deepEqual(shown.filter((one) => !printed.includes(one)).length, 1, path);
        await browser.open(uri, text);
        assert.deepEqual(printedAs(await browser.settledDiagnostics(uri)), shown, path);
        await browser.close(uri);
      }
      await browser.stop();
      assert.ok(some > 0);
    }).timeout(120_000);
  }
});

function printedAs(diagnostics: readonly Diagnostic[]): string[] {
  return diagnostics.map(
    ({ range: { start, end }, severity, code }) =>
      `${start.line + 1}:${start.character + 1}-${end.line + 1}:${end.character + 1} ${LEVELS[severity!]} ${code}`,
  );
}
