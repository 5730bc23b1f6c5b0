import { BrowserMessageReader, BrowserMessageWriter, createConnection } from 'vscode-languageserver/browser';
import { hasDraftName, MOST_IN_SET } from '../config/draft-files.ts';
import { fits } from '../config/globs.ts';
import { Phrasebook } from '../english/phrasebook.ts';
import { version } from '../package.json';
import { loadWords } from '../rules/index.ts';
import { startServer } from '../server/server.ts';
import { decode } from './decode.ts';
import type { FileRequests, Handed } from './handed.ts';
import { Mirror } from './mirror.ts';
import { pathOf, uriOf } from './paths.ts';

/** Serves the client on the other side of this worker's messages. */
export function serve({ words, english, files }: Handed): void {
  const port = self as DedicatedWorkerGlobalScope;
  const connection = createConnection(new BrowserMessageReader(port), new BrowserMessageWriter(port));
  const ask = <M extends keyof FileRequests>(method: M, params: FileRequests[M]['params']) =>
    connection.sendRequest<FileRequests[M]['answer']>(method, params);
  const listeners: (() => void)[] = [];
  const mirror = new Mirror(
    files,
    {
      readFile: async (uri) => (await ask('gongwen/readFile', { uri })) ?? undefined,
      listFiles: (uri) => ask('gongwen/listFiles', { uri }),
    },
    () => {
      for (const tell of listeners) tell();
    },
  );
  const read = (path: string) => mirror.read(uriOf(path));
  startServer(connection, {
    version,
    loadWords: () => loadWords(words),
    phrasebook: () => new Phrasebook(JSON.parse(new TextDecoder().decode(english))),
    now: () => performance.now(),
    decode,
    configFiles: {
      pathOf,
      uriOf,
      read: (path) => {
        const content = read(path);
        return content && decode(content);
      },
      onDidRead: (listener) => listeners.push(listener),
      arrived: () => mirror.arrived(),
      changed: (uris) => {
        for (const uri of uris) mirror.forget(uri);
      },
    },
    drafts: {
      read,
      list: (folder, globs) =>
        mirror
          .list(uriOf(folder))
          .map((uri) => pathOf(uri) ?? '')
          .filter((path) => hasDraftName(path) && fits(globs, path.slice(folder.length + 1)))
          .sort()
          .slice(0, MOST_IN_SET),
      ignoredBy: () => () => false,
    },
  });
}
