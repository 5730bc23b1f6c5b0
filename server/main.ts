/**
 * The process of the language server. Runs as the bundle `dist/server-main.js` only: what it loads lies beside it.
 */
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import {
  type Connection,
  createConnection,
  createServerPipeTransport,
  createServerSocketTransport,
  type MessageReader,
  type MessageWriter,
  ProposedFeatures,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-languageserver/node';
import { bytesIfThere, readIfThere } from '../host/config-text.ts';
import { dictionary } from '../host/dictionary.ts';
import { decodeText } from '../host/encoding.ts';
import { phrasebook } from '../host/english.ts';
import { IgnoreFiles } from '../host/ignore-files.ts';
import { listDrafts } from '../host/list-drafts.ts';
import { within } from '../host/time-limit.ts';
import { Watch } from '../host/watch.ts';
import { createNamesService } from '../names/service.ts';
import { version } from '../package.json';
import { type Invocation, parseArguments, USAGE } from './command-line.ts';
import { describe } from './errors.ts';
import { startServer } from './server.ts';

type Transport = Extract<Invocation, { run: 'stdio' | 'node-ipc' | 'pipe' | 'socket' }>;

/** Milliseconds after which another thread is started: the first findings come before. */
const AFTER_START = 1000;

const invocation = parseArguments(process.argv.slice(2));
switch (invocation.run) {
  case 'help':
    process.stdout.write(USAGE);
    break;
  case 'version':
    process.stdout.write(`${version}\n`);
    break;
  case 'error':
    process.stderr.write(`gongwen-language-server: ${invocation.message}\n\n${USAGE}`);
    process.exitCode = 2;
    break;
  default:
    serve(invocation);
}

function serve(to: Transport): void {
  outliveMistakes();
  const watch = new Watch();
  startServer(connect(to), {
    version,
    loadWords: dictionary,
    phrasebook,
    now: () => performance.now(),
    configFiles: {
      pathOf: (uri) => (uri.startsWith('file:') ? fileURLToPath(uri).replaceAll('\\', '/') : undefined),
      uriOf: (path) => pathToFileURL(path).href,
      read: readIfThere,
    },
    decode: (bytes) => decodeText(Buffer.from(bytes)).text,
    drafts: {
      read: bytesIfThere,
      list: listDrafts,
      ignoredBy: () => {
        const files = new IgnoreFiles();
        return (path) => files.has(path);
      },
    },
    within: (milliseconds, run, about) => watch.over(about, () => within(milliseconds, run)),
    begun: (client) =>
      setTimeout(() => watch.begin({ ...client, readsOutput: to.run === 'stdio' }), AFTER_START).unref(),
    startNames: (log) =>
      createNamesService({
        workerFile: join(__dirname, 'names', 'worker.js'),
        dictionaryDir: join(__dirname, 'names'),
        log,
        // Whatever else the machine does: no answer in time would be another result.
        timeoutMs: 120_000,
      }),
  });
}

/** The process ends with its client, however the client ends: by `exit`, by closing the stream, by dying. */
function connect(to: Transport): Connection {
  switch (to.run) {
    case 'stdio':
      if (process.stdin.isTTY)
        process.stderr.write('Waiting for an LSP client on standard input; see --help.\n');
      // Whatever is logged must stay out of the stream.
      console.log = console.error;
      return connectBy(
        [new StreamMessageReader(process.stdin), new StreamMessageWriter(process.stdout)],
        'standard input',
      );
    case 'node-ipc':
      process.on('disconnect', end);
      return createConnection(ProposedFeatures.all);
    case 'pipe':
      return connectBy(createServerPipeTransport(to.pipe), to.pipe);
    case 'socket':
      return connectBy(createServerSocketTransport(to.port), `port ${to.port}`);
  }
}

function connectBy([reader, writer]: [MessageReader, MessageWriter], address: string): Connection {
  reader.onError((error) => {
    // Out of step (a wrong Content-Length), or cut off: nothing that follows can be understood. An end without a word would
    // look normal.
    process.stderr.write(`gongwen-language-server: ${address}: ${error.message}\n`);
    process.exit(1);
  });
  reader.onClose(end);
  return createConnection(ProposedFeatures.all, reader, writer);
}

/** A mistake in a timer or a listener is told; the server goes on, unless there is no end to them. */
function outliveMistakes(): void {
  let left = 20;
  const tell = (error: unknown) => {
    process.stderr.write(`gongwen-language-server: ${describe(error)}\n`);
    if (--left === 0) process.exit(1);
  };
  process.on('uncaughtException', tell);
  process.on('unhandledRejection', tell);
}

function end(): void {
  process.exit(0);
}
