/**
 * `gongwen-lint.json` in the server: what holds for a document on top of the client's settings, and what is wrong in these files, as
 * diagnostics of theirs. Read anew when one of them changes.
 */
import { DiagnosticSeverity, DidChangeWatchedFilesNotification, Emitter } from 'vscode-languageserver';
import { fits } from '../config/globs.ts';
import { type ClientConfig, CONFIG_NAME, type ConfigProblem, IGNORES_NAME } from '../config/model.ts';
import { ConfigFiles } from '../config/resolve.ts';
import { DOCUMENT_RULES } from '../docx/index.ts';
import { clientConfig, settingFault } from './client-config.ts';
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
  /** Files that have diagnostics shown, by the chain of files that they belong to. */
  readonly #blamed = new Map<string, Set<string>>();
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
    const { configFiles } = context.host;
    connection.onDidChangeWatchedFiles(({ changes }) => {
      configFiles.changed?.(changes.map(({ uri }) => uri));
      this.#changed.fire();
    });
    configFiles.onDidRead?.(() => this.#changed.fire());
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

  /**
   * The client's settings for a document with those of its configuration file on top.
   * @returns with them, in words, what is wrong in the client's
   */
  over(
    uri: string,
    { include, exclude, said, enable, readings }: ClientSettings,
  ): { settings: DocumentSettings; faults: readonly string[] } {
    const path = this.#context.host.configFiles?.pathOf(uri);
    const folder = this.#folderOf(uri, path);
    const client = clientConfig(said, folder);
    // Asked when a document is opened and when settings change: editors tell nothing of files outside their folders.
    this.#files = this.#readAnew();
    const effective = this.#files.effective(path, { client });
    const faults = this.#tell(effective.file, client);
    const chosen = this.#chosen
      .filter((folder) => path?.startsWith(`${folder}/`))
      .map((folder) => ({ folder, globs: ['*'] }));
    const isLeftOut =
      uri.endsWith(`/${IGNORES_NAME}`) || this.#isOutside(uri, include, exclude) || effective.ignored;
    const sets = [...effective.sets, ...chosen];
    return { settings: { ...effective.settings, readings, enable, outside: isLeftOut, sets }, faults };
  }

  /** What the client's settings for a document are relative to: the innermost workspace folder that holds it, else its own folder. */
  #folderOf(uri: string, path: string | undefined): string {
    const { configFiles } = this.#context.host;
    const folders = this.#folders.flatMap((folder) => configFiles?.pathOf(folder)?.replace(/\/$/, '') ?? []);
    // A draft that was never saved is of the workspace.
    if (path === undefined) return (uri.startsWith('untitled:') && folders[0]) || '';
    return innermost(folders, path) ?? path.slice(0, path.lastIndexOf('/'));
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
    const { path: place, text, file } = this.#files.placeOf(path, name, this.#folderOf(uri, path));
    return { uri: configFiles.uriOf(place), text, file };
  }

  #readAnew(): ConfigFiles {
    const { host, linter } = this.#context;
    return new ConfigFiles((path) => host.configFiles?.read(path), [...linter.rules, ...DOCUMENT_RULES]);
  }

  /**
   * What is wrong in a file, in those it extends and in the tables that it or the client names, shown where it stands; what was wrong
   * before goes.
   * @returns in words, what is wrong in the client's settings themselves, which are no file
   */
  #tell(file: string | undefined, client: ClientConfig): readonly string[] {
    const { host, messages } = this.#context;
    const byPath = new Map<string, ConfigProblem[]>();
    const faults: string[] = [];
    for (const problem of this.#files.problems(file, client)) {
      if (problem.path === client.path) {
        // Where no file can be read, one that is named is no mistake.
        if (host.configFiles || problem.fault.is !== 'unreadable')
          faults.push(settingFault(problem, client.text, messages));
        continue;
      }
      byPath.set(problem.path, [...(byPath.get(problem.path) ?? []), problem]);
    }
    this.#show(`${file} ${client.path}`, byPath);
    for (const path of this.#files.paths) if (!path.endsWith(`/${CONFIG_NAME}`)) this.#watch(path);
    return faults;
  }

  /** @param chain what files hold together: of others nothing has been asked now, and what is wrong in them stays shown */
  #show(chain: string, byPath: ReadonlyMap<string, readonly ConfigProblem[]>): void {
    const before = this.#blamed.get(chain) ?? [];
    this.#blamed.set(chain, new Set(byPath.keys()));
    for (const [path, problems] of byPath) this.#publish(path, problems);
    const isBlamed = (path: string) => [...this.#blamed.values()].some((paths) => paths.has(path));
    for (const path of before) if (!isBlamed(path)) this.#publish(path, []);
    for (const paths of this.#blamed.values()) {
      for (const path of paths) {
        if (this.#isThere(path)) continue;
        paths.delete(path);
        this.#publish(path, []);
      }
    }
  }

  #isThere(path: string): boolean {
    try {
      return this.#context.host.configFiles!.read(path) !== undefined;
    } catch {
      return true;
    }
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

/** Of folders without a slash at their ends, the innermost that holds the path. */
function innermost(folders: readonly string[], path: string): string | undefined {
  return folders
    .filter((folder) => path.startsWith(`${folder}/`))
    .sort((a, b) => b.length - a.length)
    .at(0);
}
