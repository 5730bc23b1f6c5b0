/**
 * Lists of ignores as documents of their own: which entries leave something alone, which do so no more, where. In the list itself idle
 * entries are shown, with actions that take them out; a client lists them all for 忽略管理.
 */
import {
  type CodeAction,
  CodeActionKind,
  type Diagnostic,
  DiagnosticSeverity,
  DiagnosticTag,
  type Range,
  type TextEdit,
} from 'vscode-languageserver';
import {
  type FileState,
  type IdleIgnore,
  idleIgnores,
  type ListedIgnore,
  parseIgnores,
} from '../config/ignores.ts';
import { IGNORES_NAME } from '../config/model.ts';
import { DOCUMENT_RULES } from '../docx/index.ts';
import { contextOf, EVERYWHERE } from '../rules/index.ts';
import type { ServerContext } from './context.ts';
import { SOURCE } from './diagnostics.ts';
import { describe } from './errors.ts';
import { afterEventLoopTurn } from './event-loop.ts';
import type { Files } from './files.ts';
import { onceArrived } from './host.ts';
import { rangeOf } from './positions.ts';
import type { Answer, ListedEntry, Params } from './protocol.ts';
import type { ServedDocument } from './served-document.ts';

type Context = Pick<
  ServerContext,
  'connection' | 'host' | 'linter' | 'messages' | 'documents' | 'configFiles' | 'rulePage'
>;

/** `Diagnostic.code` of an entry that leaves nothing alone. */
const IDLE = 'unused-ignore';

/** Whether a document is a list of ignores: no draft, whatever it quotes. */
export function isIgnoreList(uri: string): boolean {
  return uri.endsWith(`/${IGNORES_NAME}`);
}

export class IgnoreLists {
  readonly #context: Context;
  readonly #files: Files;

  constructor(context: Context, files: Files) {
    this.#context = context;
    this.#files = files;
  }

  /** `gongwen/ignores` and `gongwen/ignorePlace`. */
  serve(): void {
    const { connection, configFiles } = this.#context;
    connection.onRequest(
      'gongwen/ignores',
      async ({ lists, document }: Params<'gongwen/ignores'>): Promise<Answer<'gongwen/ignores'>> => {
        const own = document === undefined ? undefined : configFiles.placeOf(document, IGNORES_NAME)?.uri;
        const uris = [...new Set([...lists, ...(own === undefined ? [] : [own])])].sort();
        const found: Answer<'gongwen/ignores'>['lists'][number][] = [];
        for (const uri of uris) {
          const text = await this.#textOf(uri);
          if (text !== undefined) found.push({ uri, entries: await this.#entriesOf(uri, text) });
        }
        return { lists: found };
      },
    );
    connection.onRequest(
      'gongwen/ignorePlace',
      async ({ uri, line }: Params<'gongwen/ignorePlace'>): Promise<Answer<'gongwen/ignorePlace'>> => {
        const [entry] = parseIgnores(line).entries;
        return { range: entry ? await this.#placeOf(uri, entry) : null };
      },
    );
  }

  /** What is wrong in a list that is open: lines that cannot be read, entries that leave nothing alone. */
  async diagnosticsOf({ uri, lint }: ServedDocument): Promise<Diagnostic[]> {
    const { messages } = this.#context;
    const text = lint.document.text;
    const { entries, problems } = parseIgnores(text);
    const at = (line: number): Range => ({
      start: { line: line - 1, character: 0 },
      end: { line: line - 1, character: lint.document.paragraphs[line - 1]?.source.length ?? 0 },
    });
    const unread = problems.map(({ line }) => ({
      range: at(line),
      severity: DiagnosticSeverity.Warning,
      source: SOURCE,
      message: messages.unreadIgnore,
    }));
    const idle = (await this.#idle(uri, entries)).map(({ entry, because }) => ({
      range: at(entry.line),
      severity: DiagnosticSeverity.Information,
      source: SOURCE,
      code: IDLE,
      tags: [DiagnosticTag.Unnecessary],
      message: messages.idleIgnore(because),
    }));
    return [...unread, ...idle].sort((a, b) => a.range.start.line - b.range.start.line);
  }

  /** For diagnostics of {@link diagnosticsOf}: taking out the entry, or all that are idle. */
  async actionsAt(document: ServedDocument, diagnostics: readonly Diagnostic[]): Promise<CodeAction[]> {
    const here = diagnostics.filter(({ source, code }) => source === SOURCE && code === IDLE);
    if (here.length === 0) return [];
    const { messages } = this.#context;
    const all = (await this.diagnosticsOf(document)).filter(({ code }) => code === IDLE);
    const action = (title: string, taken: readonly Diagnostic[]): CodeAction => ({
      title,
      kind: CodeActionKind.QuickFix,
      diagnostics: [...taken],
      edit: {
        documentChanges: [
          {
            textDocument: { uri: document.uri, version: document.version },
            edits: taken.map(({ range }) => withoutLine(range.start.line)),
          },
        ],
      },
    });
    const actions = [action(messages.revokeIgnore, here)];
    if (all.length > here.length) actions.push(action(messages.revokeIdleIgnores(all.length), all));
    return actions;
  }

  async #entriesOf(list: string, text: string): Promise<ListedEntry[]> {
    const { messages, rulePage } = this.#context;
    const { entries } = parseIgnores(text);
    const idle = new Map((await this.#idle(list, entries)).map(({ entry, because }) => [entry, because]));
    const lines = text.split(/\r?\n/);
    return entries.map((entry): ListedEntry => {
      const because = idle.get(entry);
      return {
        line: entry.line - 1,
        text: lines[entry.line - 1]!,
        file: entry.file,
        uri: this.#uriIn(list, entry.file),
        ruleId: entry.ruleId,
        title: because === 'no-rule' ? entry.ruleId : (rulePage(entry.ruleId)?.title ?? entry.ruleId),
        everywhere: entry.context === EVERYWHERE,
        excerpt: entry.excerpt,
        ...(because && { idle: messages.idleIgnore(because) }),
      };
    });
  }

  async #idle(list: string, entries: readonly ListedIgnore[]): Promise<readonly IdleIgnore[]> {
    const states = new Map<string, FileState>();
    for (const { file } of entries) {
      if (states.has(file)) continue;
      // Whoever types meanwhile is served first.
      await afterEventLoopTurn();
      states.set(file, await this.#stateOf(this.#uriIn(list, file)));
    }
    const rules = new Set([...this.#context.linter.rules, ...DOCUMENT_RULES].map(({ id }) => id));
    return idleIgnores(
      entries,
      (id) => rules.has(id),
      (file) => states.get(file)!,
    );
  }

  async #stateOf(uri: string): Promise<FileState> {
    try {
      const content = await this.#read(uri);
      if (content === undefined) return 'missing';
      if (!content) return 'unknown';
      const file = await this.#files.check(uri, content);
      return file ? { unused: file.unusedIgnores(), userRules: file.userRules } : 'unknown';
    } catch (error) {
      this.#context.connection.console.warn(describe(error));
      return 'unknown';
    }
  }

  async #placeOf(uri: string, entry: ListedIgnore): Promise<Range | null> {
    const content = await this.#read(uri);
    const file = content ? await this.#files.checkWithIgnored(uri, content) : undefined;
    const found = file?.findings.find(
      (finding) =>
        finding.ruleId === entry.ruleId &&
        (entry.context === EVERYWHERE || contextOf(file.text, finding) === entry.context),
    );
    return file && found ? rangeOf(file.text, found) : null;
  }

  async #textOf(uri: string): Promise<string | undefined> {
    const open = await this.#context.documents.present(uri);
    if (open) return open.lint.document.text;
    const { host } = this.#context;
    const path = host.configFiles?.pathOf(uri);
    return path === undefined ? undefined : onceArrived(host, () => host.configFiles!.read(path));
  }

  /** Undefined where there is no such file; false where no file can be read. */
  async #read(uri: string): Promise<Uint8Array | false | undefined> {
    const { host } = this.#context;
    const { configFiles, drafts } = host;
    if (!drafts) return false;
    const path = configFiles?.pathOf(uri);
    return path === undefined ? undefined : onceArrived(host, () => drafts.read(path));
  }

  #uriIn(list: string, file: string): string {
    const { configFiles } = this.#context.host;
    const path = configFiles?.pathOf(list);
    return path === undefined ? file : configFiles!.uriOf(`${path.slice(0, -IGNORES_NAME.length)}${file}`);
  }
}

function withoutLine(line: number): TextEdit {
  return { range: { start: { line, character: 0 }, end: { line: line + 1, character: 0 } }, newText: '' };
}
