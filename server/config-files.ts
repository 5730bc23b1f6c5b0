/**
 * `gongwen-lint.json` in the server: what holds for a document on top of the client's settings, and what is wrong in these files, as
 * diagnostics of theirs. Read anew when one of them changes.
 */
import { DiagnosticSeverity, DidChangeWatchedFilesNotification, Emitter } from 'vscode-languageserver';
import { IGNORES_NAME } from '../config/ignores.ts';
import { CONFIG_NAME, type ConfigProblem } from '../config/model.ts';
import { ConfigFiles, fits } from '../config/resolve.ts';
import { DOCUMENT_RULES } from '../docx/index.ts';
import type { ClientSettings, DocumentSettings } from './configuration.ts';
import type { ServerContext } from './context.ts';
import { SOURCE } from './diagnostics.ts';
import { describe } from './errors.ts';

type Context = Pick<ServerContext, 'connection' | 'client' | 'host' | 'linter' | 'messages'>;

export class ServedConfigFiles {
  readonly #context: Context;
  #folders: readonly string[];
  #files: ConfigFiles;
  /** Folders that were chosen as sets. */
  readonly #chosen: string[] = [];
  /** Files that have diagnostics shown. */
  #blamed = new Set<string>();
  /** Extended files that are watched beside those of the usual name. */
  readonly #watched = new Set<string>();
  readonly #changed = new Emitter<void>();
  readonly onDidChange = this.#changed.event;

  /** @param folders URIs of the workspace as it is at first */
  constructor(context: Context, folders: readonly string[]) {
    this.#context = context;
    this.#folders = folders;
    this.#files = this.#readAnew();
    if (!context.host.configFiles) return;
    const { connection, client } = context;
    connection.onDidChangeWatchedFiles(() => this.#changed.fire());
    // A client that watches no files for us says at least what it has written itself.
    if (!client.watchFiles) connection.onDidSaveTextDocument(() => this.#changed.fire());
  }

  /** Asks the client to tell of changes; once it is initialised. */
  watch(): void {
    const { connection, client } = this.#context;
    if (client.workspaceFolders) {
      connection.workspace.onDidChangeWorkspaceFolders(({ added, removed }) => {
        const gone = new Set(removed.map(({ uri }) => uri));
        this.#folders = [...this.#folders.filter((uri) => !gone.has(uri)), ...added.map(({ uri }) => uri)];
        this.#changed.fire();
      });
    }
    if (this.#context.host.configFiles) this.#watch(`**/{${CONFIG_NAME},${IGNORES_NAME}}`);
  }

  /** The client's settings for a document with those of its configuration file on top. */
  over(uri: string, { include, exclude, ...settings }: ClientSettings): DocumentSettings {
    const { configFiles } = this.#context.host;
    const outside = uri.endsWith(`/${IGNORES_NAME}`) || this.#isOutside(uri, include, exclude);
    const path = configFiles?.pathOf(uri);
    if (path === undefined) return { ...settings, outside, sets: [] };
    // Asked when a document is opened and when settings change: editors tell nothing of files outside their folders.
    this.#files = this.#readAnew();
    const { enable, readings, ...given } = settings;
    const effective = this.#files.effective(path, given);
    if (effective.file !== undefined) this.#tell(effective.file);
    const chosen = this.#chosen
      .filter((folder) => path.startsWith(`${folder}/`))
      .map((folder) => ({ folder, globs: ['*'] }));
    const sets = [...effective.sets, ...chosen];
    return { ...effective.settings, readings, enable, outside: outside || effective.ignored, sets };
  }

  /** Takes the drafts in a folder for one set, until the server ends. */
  chooseSet(uri: string): void {
    const folder = this.#context.host.configFiles?.pathOf(uri)?.replace(/\/$/, '');
    if (folder === undefined || this.#chosen.includes(folder)) return;
    this.#chosen.push(folder);
    this.#changed.fire();
  }

  /** Globs are about files: a draft that was never saved has no name yet. */
  #isOutside(uri: string, include: readonly string[], exclude: readonly string[]): boolean {
    if (uri.startsWith('untitled:') || (include.length === 0 && exclude.length === 0)) return false;
    const name = this.#nameInFolder(uri);
    return (include.length > 0 && !fits(include, name)) || fits(exclude, name);
  }

  /** The name of a file from the innermost workspace folder that holds it; of one in no folder its whole path. */
  #nameInFolder(uri: string): string {
    const folder = this.#folders
      .map((folder) => (folder.endsWith('/') ? folder : `${folder}/`))
      .filter((folder) => uri.startsWith(folder))
      .reduce((a, b) => (b.length > a.length ? b : a), '');
    const name = folder === '' ? uri.replace(/^[^:]*:(?:\/\/[^/]*)?\/*/, '') : uri.slice(folder.length);
    try {
      return decodeURIComponent(name);
    } catch {
      return name;
    }
  }

  /**
   * Where a setting for a document is to be written, see {@link ConfigFiles.placeOf}: in the innermost workspace folder that holds it,
   * else beside it. Undefined for a document that is no file.
   */
  placeOf(uri: string, name: string): { uri: string; text: string | undefined; file: string } | undefined {
    const { configFiles } = this.#context.host;
    const path = configFiles?.pathOf(uri);
    if (!configFiles || path === undefined) return undefined;
    // What is written goes into the text as it is now.
    this.#files = this.#readAnew();
    const folders = this.#folders.flatMap((folder) => configFiles.pathOf(folder) ?? []);
    const above = folders
      .filter((folder) => path.startsWith(`${folder}/`))
      .sort((a, b) => b.length - a.length);
    const {
      path: place,
      text,
      file,
    } = this.#files.placeOf(path, name, above[0] ?? path.slice(0, path.lastIndexOf('/')));
    return { uri: configFiles.uriOf(place), text, file };
  }

  #readAnew(): ConfigFiles {
    const { host, linter } = this.#context;
    return new ConfigFiles((path) => host.configFiles?.read(path), [...linter.rules, ...DOCUMENT_RULES]);
  }

  /** What is wrong in a file and those it extends, shown where it stands; what was wrong before goes. */
  #tell(file: string): void {
    const byPath = new Map<string, ConfigProblem[]>();
    for (const problem of this.#files.problems(file)) {
      byPath.set(problem.path, [...(byPath.get(problem.path) ?? []), problem]);
    }
    for (const path of this.#files.paths) {
      if (byPath.has(path) || this.#blamed.has(path)) this.#publish(path, byPath.get(path) ?? []);
      if (!path.endsWith(`/${CONFIG_NAME}`)) this.#watch(path);
    }
    for (const path of this.#blamed) if (!this.#files.paths.includes(path)) this.#publish(path, []);
    this.#blamed = new Set(byPath.keys());
  }

  #publish(path: string, problems: readonly ConfigProblem[]): void {
    const { connection, host, messages } = this.#context;
    const { read, uriOf } = host.configFiles!;
    let text = '';
    try {
      text = read(path) ?? '';
    } catch {
      // Not to be read: the problem says so, at the beginning.
    }
    const positionAt = (offset: number) => {
      const lines = text.slice(0, offset).split('\n');
      return { line: lines.length - 1, character: lines.at(-1)!.length };
    };
    const diagnostics = problems.map(({ start, end, fault }) => ({
      range: { start: positionAt(start), end: positionAt(end) },
      severity: DiagnosticSeverity.Warning,
      source: SOURCE,
      message: messages.fault(fault),
    }));
    void connection.sendDiagnostics({ uri: uriOf(path), diagnostics });
  }

  #watch(pattern: string): void {
    const { connection, client } = this.#context;
    if (!client.watchFiles || this.#watched.has(pattern)) return;
    this.#watched.add(pattern);
    connection.client
      .register(DidChangeWatchedFilesNotification.type, { watchers: [{ globPattern: pattern }] })
      .catch((error) => connection.console.warn(describe(error)));
  }
}
