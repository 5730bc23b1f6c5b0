/**
 * A draft runs nothing: what it says reaches no surface of VS Code as a link, an icon or a direction. The commands run against a
 * stand-in for VS Code that keeps every word they show.
 */
import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import * as esbuild from 'esbuild';
import type { AskGroup, RenumberOption } from '../../server/protocol.ts';

const HOSTILE =
  '[详见](command:workbench.action.quit)$(bug)http://a.cn www.a.cn [x](https://a.cn)\u202e\u2066';
/** As VS Code recognises them: links in text, icons in labels, bare addresses. */
const LIVE =
  /\[[^\]]+\]\((?:https?:|command:|file:)|\$\([a-z~-]+\)|https?:\/\/|www\.(?!\u2060)|[\u202a-\u202e\u2066-\u2069]/i;

const range = { start: { line: 0, character: 0 }, end: { line: 0, character: 1 } };
const group: AskGroup = {
  group: 'g',
  slot: 'surname',
  label: HOSTILE,
  phrase: HOSTILE,
  places: [{ range, text: HOSTILE, before: `请«${HOSTILE}`, after: HOSTILE }],
  constraints: [{ min: 5, reason: HOSTILE }],
  offers: [],
};
const option: RenumberOption = {
  scope: 'series',
  title: HOSTILE,
  changes: [{ edit: { range, newText: '二' }, range, from: HOSTILE, to: '二', reference: false }],
};

/** Every string handed to VS Code, with where it went. */
const shown: [surface: string, text: string][] = [];

describe('surfaces of VS Code', () => {
  let folder: string;
  let client: typeof import('../../client/commands/fillPlaceholders.ts') &
    typeof import('../../client/commands/renumber.ts') &
    typeof import('../../client/middleware.ts');

  before(async () => {
    folder = mkdtempSync(join(tmpdir(), 'gongwen-lint-surfaces-'));
    const outfile = join(folder, 'client.cjs');
    const from = (file: string) =>
      JSON.stringify(fileURLToPath(new URL(`../../client/${file}`, import.meta.url)));
    await esbuild.build({
      stdin: {
        contents: ['commands/fillPlaceholders.ts', 'commands/renumber.ts', 'middleware.ts']
          .map((file) => `export * from ${from(file)};`)
          .join('\n'),
        resolveDir: folder,
      },
      bundle: true,
      format: 'cjs',
      platform: 'node',
      outfile,
      banner: { js: 'const vscodeStandIn = globalThis.vscodeStandIn;' },
      plugins: [
        {
          name: 'stand-in',
          setup(build) {
            build.onResolve({ filter: /^vscode$/ }, () => ({ path: 'vscode', namespace: 'stand-in' }));
            build.onLoad({ filter: /.*/, namespace: 'stand-in' }, () => ({
              contents: 'module.exports = vscodeStandIn',
            }));
          },
        },
      ],
    });
    Object.assign(globalThis, { vscodeStandIn: standIn() });
    client = createRequire(import.meta.url)(outfile);
  });
  after(() => rmSync(folder, { recursive: true }));
  beforeEach(() => {
    shown.length = 0;
  });

  it('filling in placeholders, in a box and in a list of offers', async () => {
    for (const offers of [[], [HOSTILE]]) {
      const answer = { groups: [{ ...group, offers }], version: 1 };
      await client.fillPlaceholders(
        server(answer) as never,
        {} as never,
        { filledIn() {} } as never,
        document.uri.toString(),
        'g',
      );
    }
    assertHarmless(['inputBox.title', 'inputBox.prompt', 'inputBox.validation', 'quickPick.items.label']);
  });

  it('renumbering', async () => {
    const options = [
      option,
      { ...option, scope: 'document' as const, changes: [...option.changes, ...option.changes] },
    ];
    await client.renumber(server({ options, version: 1 }) as never);
    assertHarmless(['quickPick.label', 'quickPick.detail', 'quickPick.title']);
  });

  it('symbols and code actions', async () => {
    const symbol = (children: unknown[]) => ({ name: HOSTILE, children });
    const { provideDocumentSymbols, provideCodeActions } = client.middlewareFor({} as never);
    const symbols = await provideDocumentSymbols!(
      document as never,
      {} as never,
      async () => [symbol([symbol([])])] as never,
    );
    const actions = await provideCodeActions!(
      ...([document, range, {}, {}, async () => [{ title: HOSTILE }]] as unknown as Parameters<
        NonNullable<typeof provideCodeActions>
      >),
    );
    note('symbols', symbols);
    note('actions', actions);
    assertHarmless(['symbols.name', 'symbols.children.name', 'actions.title']);
  });
});

/** @param surfaces must have shown something */
function assertHarmless(surfaces: readonly string[]): void {
  for (const surface of surfaces)
    assert.ok(
      shown.some(([at]) => at === surface),
      `${surface} showed nothing`,
    );
  assert.deepEqual(
    shown.filter(([, text]) => LIVE.test(text)),
    [],
  );
}

function note(surface: string, value: unknown): void {
  if (typeof value === 'string') shown.push([surface, value]);
  else if (Array.isArray(value)) for (const each of value) note(surface, each);
  else if (typeof value === 'object' && value !== null)
    for (const [name, each] of Object.entries(value)) if (!UNSEEN.has(name)) note(`${surface}.${name}`, each);
}

/** What a pick carries along without showing it. */
const UNSEEN = new Set(['option', 'change', 'range', 'offer']);

const document = {
  uri: { scheme: 'file', toString: () => 'file:///a.txt' },
  languageId: 'plaintext',
  version: 1,
  offsetAt: ({ character }: { character: number }) => character,
  positionAt: (character: number) => ({ line: 0, character }),
  lineAt: () => ({ text: HOSTILE.slice(0, 60) }),
};
const editor = { document, selection: range, setDecorations() {}, revealRange() {} };

function server(answer: unknown) {
  const converter = { asRange: () => range, asTextEdits: async () => [] };
  return {
    async request(method: string) {
      if (method === 'gongwen/fillEdits') return { edits: [] };
      return method === 'gongwen/doubts' ? { doubts: [{ group: 'g', messages: [HOSTILE] }] } : answer;
    },
    status: () => undefined,
    client: { protocol2CodeConverter: converter, code2ProtocolConverter: converter },
  };
}

/** As much of VS Code as the commands use. Whatever it is given to show it notes. */
function standIn() {
  const message = async (text: string, ...buttons: string[]) => note('message', [text, ...buttons]);
  return {
    Uri: { parse: () => document.uri },
    Range: class {},
    TabInputText: class {},
    WorkspaceEdit: class {
      set() {}
    },
    ThemeColor: class {},
    InputBoxValidationSeverity: { Info: 1, Warning: 2, Error: 3 },
    TextEditorRevealType: {},
    l10n: {
      t: (text: string, values: Record<string, unknown> = {}) =>
        text.replace(/\{(\w+)\}/g, (_, name: string) => String(values[name])),
    },
    workspace: {
      applyEdit: async () => true,
      openTextDocument: async () => document,
      onDidChangeTextDocument: () => ({ dispose() {} }),
    },
    window: {
      activeTextEditor: editor,
      visibleTextEditors: [editor],
      tabGroups: { activeTabGroup: {} },
      showTextDocument: async () => editor,
      createTextEditorDecorationType: () => ({ dispose() {} }),
      showInformationMessage: message,
      showWarningMessage: message,
      showErrorMessage: message,
      async showInputBox(options: {
        validateInput(text: string): Promise<{ message: string; severity: number } | undefined>;
      }) {
        note('inputBox', options);
        const warning = await options.validateInput('1');
        note('inputBox.validation', warning?.message);
        assert.equal(warning?.severity, 2, 'a bound warns and lets through');
        return '7';
      },
      async showQuickPick(items: unknown[], options: { canPickMany?: boolean }) {
        note('quickPick', items);
        note('quickPick', options);
        return options.canPickMany ? items : items[0];
      },
      createQuickPick() {
        const on: Record<string, () => void> = {};
        const listen = (name: string) => (run: () => void) => {
          on[name] = run;
        };
        const box = {
          value: '',
          selectedItems: [],
          onDidChangeValue: listen('change'),
          onDidAccept: listen('accept'),
          onDidHide: listen('hide'),
          dispose() {},
          hide: () => on.hide!(),
          show() {
            note('quickPick', box);
            box.value = HOSTILE;
            on.change!();
            note('quickPick', { ...box, value: undefined });
            on.accept!();
          },
        };
        return box;
      },
    },
  };
}
