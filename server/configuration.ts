import { DidChangeConfigurationNotification, Emitter } from 'vscode-languageserver';
import type { SetOfFiles } from '../config/model.ts';
import type { Settings } from '../rules/index.ts';
import { SECTION } from './client-config.ts';
import type { ServedConfigFiles } from './config-files.ts';
import type { ServerContext } from './context.ts';
import { describe } from './errors.ts';

/** What holds for one document: its rules, and what is done with it. */
export interface DocumentSettings
  extends Pick<
    Settings,
    'house' | 'ignores' | 'ownRules' | 'words' | 'kind' | 'preset' | 'preview' | 'rules'
  > {
  readonly enable: boolean;
  /** Whether it is left out, by globs of the client's or of its configuration file. */
  readonly outside: boolean;
  /** Whether hovers tell how figures are read. */
  readonly readings: boolean;
  /** The sets it belongs to, which configuration files name. */
  readonly sets: readonly SetOfFiles[];
}

/** What the client says in its section `gongwen`. */
export interface ClientSettings extends Pick<DocumentSettings, 'enable' | 'readings'> {
  /** Globs, relative to the workspace folder. Nothing is left out by an empty list. */
  readonly include: readonly string[];
  readonly exclude: readonly string[];
  /** The section itself, of which the rest is read as a configuration file is. */
  readonly said: Readonly<Record<string, unknown>>;
}

/** How long the client may take to answer, in ms. One that never does must not keep its drafts from being checked. */
const PATIENCE = 5000;

type Context = Pick<ServerContext, 'connection' | 'client' | 'host' | 'linter' | 'messages'>;

/**
 * The settings of each document: asked of the client by document where it can answer (folders differ), else those
 * of `initializationOptions` and of the last `didChangeConfiguration`. Kept until the client says they have changed.
 */
export class Configuration {
  readonly #context: Context;
  readonly #cache = new Map<string, Promise<DocumentSettings>>();
  readonly #warned = new Set<string>();
  readonly #toSay: string[] = [];
  readonly #files: ServedConfigFiles;
  readonly #waits = new Set<ReturnType<typeof setTimeout>>();
  readonly #changed = new Emitter<void>();
  /** Settings changed; whoever holds old ones asks anew. */
  readonly onDidChange = this.#changed.event;
  /** For clients that cannot be asked. */
  #pushed: unknown;

  /** @param files hold over what the client says */
  constructor(context: Context, files: ServedConfigFiles, initializationOptions: unknown) {
    this.#context = context;
    this.#pushed = initializationOptions;
    this.#files = files;
    this.#files.onDidChange(() => {
      this.#cache.clear();
      this.#changed.fire();
    });
    const { connection, client } = context;
    connection.onDidChangeConfiguration(({ settings }) => {
      if (!client.pullConfiguration && isObject(settings) && SECTION in settings)
        this.#pushed = settings[SECTION];
      this.#cache.clear();
      this.#warned.clear();
      this.#changed.fire();
    });
    connection.onInitialized(() => {
      this.#files.watch();
      if (!client.registerConfigurationChanges) return;
      connection.client
        .register(DidChangeConfigurationNotification.type, { section: SECTION })
        .catch((error) => connection.console.warn(describe(error)));
    });
  }

  /** Never rejects: where the client fails to answer, or to answer in time, the settings of the start hold. */
  of(uri: string): Promise<DocumentSettings> {
    const known = this.#cache.get(uri);
    if (known) return known;
    const answer = this.#ask(uri).then((value) => this.#over(uri, value));
    const settings = this.#inTime(uri, answer, () => {
      // Settings have changed since, or the document is gone.
      if (this.#cache.get(uri) !== settings) return;
      this.#cache.set(uri, answer);
      this.#changed.fire();
    });
    this.#cache.set(uri, settings);
    return settings;
  }

  /** The answer, or the settings of the start when it takes too long; `late` is called when it comes after all. */
  #inTime(uri: string, answer: Promise<DocumentSettings>, late: () => void): Promise<DocumentSettings> {
    const { host, messages } = this.#context;
    return new Promise((resolve) => {
      const timer = setTimeout(() => {
        this.#waits.delete(timer);
        this.#warn(messages.configurationLate);
        resolve(this.#over(uri, this.#pushed));
        void answer.then(late);
      }, host.delays?.settings ?? PATIENCE);
      this.#waits.add(timer);
      void answer.then((settings) => {
        clearTimeout(timer);
        this.#waits.delete(timer);
        resolve(settings);
      });
    });
  }

  forget(uri: string): void {
    this.#cache.delete(uri);
  }

  dispose(): void {
    for (const timer of this.#waits) clearTimeout(timer);
  }

  async #ask(uri: string): Promise<unknown> {
    const { connection, client, messages } = this.#context;
    if (!client.pullConfiguration) return this.#pushed;
    try {
      return await connection.workspace.getConfiguration({ scopeUri: uri, section: SECTION });
    } catch (error) {
      connection.console.warn(messages.configurationFailed(describe(error)));
      return this.#pushed;
    }
  }

  #over(uri: string, value: unknown): DocumentSettings {
    const { settings, faults } = this.#files.over(uri, this.#read(value));
    for (const fault of faults) this.#say(fault);
    return settings;
  }

  /** Takes what is well formed; each malformed value costs one warning and nothing else. */
  #read(value: unknown): ClientSettings {
    const nothingSet = { enable: true, readings: false, include: [], exclude: [], said: {} };
    if (value === undefined || value === null) return nothingSet;
    if (!isObject(value)) {
      this.#bad(SECTION, value, 'object');
      return nothingSet;
    }
    let enable = true;
    if (typeof value.enable === 'boolean') enable = value.enable;
    else if (isSet(value.enable)) this.#bad(`${SECTION}.enable`, value.enable, 'true | false');

    const readings = value.readings === true;
    if (isSet(value.readings) && typeof value.readings !== 'boolean')
      this.#bad(`${SECTION}.readings`, value.readings, 'true | false');

    const include = this.#globs('include', value.include);
    const exclude = this.#globs('exclude', value.exclude);
    return { enable, readings, include, exclude, said: value };
  }

  #globs(name: string, value: unknown): readonly string[] {
    if (Array.isArray(value) && value.every((glob) => typeof glob === 'string')) return value;
    if (isSet(value)) this.#bad(`${SECTION}.${name}`, value, '["…", …]');
    return [];
  }

  #bad(path: string, value: unknown, expected: string): void {
    this.#say(this.#context.messages.badSetting(path, JSON.stringify(value), expected));
  }

  /** To the writer too, whose settings do not do what he thinks; all that is wrong at once. */
  #say(message: string): void {
    if (!this.#warn(message)) return;
    if (this.#toSay.push(message) > 1) return;
    queueMicrotask(() => {
      this.#context.connection.window.showWarningMessage(this.#toSay.join('\n'));
      this.#toSay.length = 0;
    });
  }

  /** Once, however many documents the value holds for. Returns whether it is said for the first time. */
  #warn(message: string): boolean {
    if (this.#warned.has(message)) return false;
    this.#warned.add(message);
    this.#context.connection.console.warn(message);
    return true;
  }
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Clients answer `null` for what is not set. */
function isSet(value: unknown): boolean {
  return value !== undefined && value !== null;
}
