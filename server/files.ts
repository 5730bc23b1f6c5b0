/**
 * Files that are not open, checked as they would be when opened: with their settings, configuration and ignores. For the check of a whole
 * workspace, and for lists of ignores, which speak of files.
 */
import type { Diagnostic } from 'vscode-languageserver';
import { CheckedDocument, isWordFile, WordDocument } from '../docx/index.ts';
import type { Finding, Format, Ignore, Rule, Settings, Document as Text } from '../rules/index.ts';
import { bytesOf } from './bytes.ts';
import type { Configuration } from './configuration.ts';
import type { ServerContext } from './context.ts';
import { diagnosticsOf } from './diagnostics.ts';
import { isDraft } from './draft.ts';
import { onceArrived } from './host.ts';
import { limited } from './patience.ts';
import type { Answer, Params } from './protocol.ts';
import type { Sets } from './sets.ts';

/** What was found in a file. */
export interface CheckedFile {
  readonly text: Text;
  readonly findings: readonly Finding[];
  /** Of the ignores in force, those that nothing was found for. */
  unusedIgnores(): readonly Ignore[];
  /** The ids of rules that users define for it. */
  readonly userRules: readonly string[];
}

type Context = Pick<
  ServerContext,
  'connection' | 'host' | 'linter' | 'client' | 'messages' | 'documents' | 'told'
>;

export class Files {
  readonly #context: Context;
  readonly #configuration: Configuration;
  readonly #sets: Sets;

  constructor(context: Context, configuration: Configuration, sets: Sets) {
    this.#context = context;
    this.#configuration = configuration;
    this.#sets = sets;
  }

  /**
   * A file with its settings; one that is open as its editor has it. Undefined for a file that is left out, by settings or because it is not
   * Chinese.
   * @throws what reading and decoding throw, and `TookTooLong`
   */
  async check(uri: string, content: Uint8Array): Promise<CheckedFile | undefined> {
    const open = await this.#context.documents.settled(uri);
    if (open) {
      if (!open.enabled || !open.isOurs) return undefined;
      const { lint } = open;
      const findings = open.ask(() => open.evaluate().findings);
      const userRules = idsOf(lint.settings.ownRules);
      const unusedIgnores = () => open.ask(() => lint.unusedIgnores());
      return { text: lint.document, findings, unusedIgnores, userRules };
    }
    return this.#checkClosed(uri, content, {});
  }

  /** As {@link check}, with what is to be left alone among the findings. */
  async checkWithIgnored(uri: string, content: Uint8Array): Promise<CheckedFile | undefined> {
    const open = await this.#context.documents.settled(uri);
    const bytes = open ? new TextEncoder().encode(open.lint.document.text) : content;
    return this.#checkClosed(uri, bytes, { ignores: [] });
  }

  async #checkClosed(
    uri: string,
    content: Uint8Array,
    over: Pick<Settings, 'ignores'>,
  ): Promise<CheckedFile | undefined> {
    const { host, linter, told } = this.#context;
    const { settings: all, companions } = await onceArrived(host, () => this.#around(uri));
    const { enable, outside, readings, sets, ...given } = all;
    if (!enable || outside) return undefined;
    const settings = { ...given, ...over };
    const userRules = idsOf(given.ownRules);
    return limited(host, uri, () => {
      if (isWordFile(uri, content)) {
        const word = new CheckedDocument(new WordDocument(content), linter, settings);
        word.stories[0]!.linted.accompany(companions);
        const unusedIgnores = () => word.unusedIgnores();
        return { text: word.document, findings: told(word.findings()), unusedIgnores, userRules };
      }
      const text = host.decode(content);
      const format: Format = /\.(?:md|markdown)$/i.test(uri) ? 'markdown' : 'plain';
      const lint = linter.open(text, { format, ...settings });
      if (!isDraft(lint)) return undefined;
      lint.accompany(companions);
      const unusedIgnores = () => lint.unusedIgnores();
      return { text: lint.document, findings: told(lint.findings()), unusedIgnores, userRules };
    });
  }

  /** What holds for a file, and the drafts of its set. */
  async #around(uri: string) {
    const settings = await this.#configuration.of(uri);
    // Nothing tells when the settings of a file that is not open may be forgotten.
    if (!this.#context.documents.isKnown(uri)) this.#configuration.forget(uri);
    const isWanted = settings.enable && !settings.outside;
    return { settings, companions: isWanted ? this.#sets.companionsOf(uri, settings.sets) : [] };
  }

  /** `gongwen/checkFile`, and before it `gongwen/filesToCheck`. */
  serve(): void {
    const { connection, client, host, messages } = this.#context;
    connection.onRequest(
      'gongwen/filesToCheck',
      ({ uris }: Params<'gongwen/filesToCheck'>): Answer<'gongwen/filesToCheck'> => {
        const isIgnored = host.drafts?.ignoredBy();
        return {
          uris: uris.filter((uri) => {
            const path = host.configFiles?.pathOf(uri);
            return path === undefined || !isIgnored?.(path);
          }),
        };
      },
    );
    connection.onRequest<Answer<'gongwen/checkFile'>, void>(
      'gongwen/checkFile',
      async ({ uri, content }: Params<'gongwen/checkFile'>) => {
        try {
          const file = await this.check(uri, bytesOf(content));
          if (!file) return { is: 'left-out' };
          const { text, findings } = file;
          const diagnostics: readonly Diagnostic[] = diagnosticsOf(
            { client, host, messages },
            { uri, text, findings },
          );
          return { is: 'checked', diagnostics };
        } catch (error) {
          return {
            is: 'unreadable',
            problem: messages.unreadable(error instanceof Error ? error.message : ''),
          };
        }
      },
    );
  }
}

function idsOf(rules: readonly Rule[] = []): readonly string[] {
  return rules.map(({ id }) => id);
}
