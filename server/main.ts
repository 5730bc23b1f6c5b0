/**
 * `gongwen-language-server`, and the module that VS Code's client forks. Runs as the bundle `dist/server.js` only:
 * what it loads lies beside it.
 */
import { readFileSync } from 'node:fs';
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
} from 'vscode-languageserver/node';
import { createNamesService } from '../names/service.ts';
import { version } from '../package.json';
import { loadWords } from '../rules/index.ts';
import { type Invocation, parseArguments, USAGE } from './command-line.ts';
import { startServer } from './server.ts';

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
    startServer(connect(invocation), {
      version,
      loadWords: () => loadWords(readFileSync(join(__dirname, 'words.bin'))),
      now: () => performance.now(),
      configFiles: {
        pathOf: (uri) => (uri.startsWith('file:') ? fileURLToPath(uri).replaceAll('\\', '/') : undefined),
        uriOf: (path) => pathToFileURL(path).href,
        read: readIfThere,
      },
      startNames: (log) =>
        createNamesService({
          workerFile: join(__dirname, 'names', 'worker.js'),
          dictionaryDir: join(__dirname, 'names'),
          log,
        }),
    });
}

/** The process ends with its client, however the client ends: by `exit`, by closing the stream, by dying. */
function connect(to: Extract<Invocation, { run: 'stdio' | 'node-ipc' | 'pipe' | 'socket' }>): Connection {
  switch (to.run) {
    case 'stdio':
      if (process.stdin.isTTY)
        process.stderr.write('Waiting for an LSP client on standard input; see --help.\n');
      // The library reads the argument itself, keeps console.log out of the stream, and exits when it closes.
      process.argv.push('--stdio');
      return createConnection(ProposedFeatures.all);
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
  reader.onError((error: NodeJS.ErrnoException) => {
    // What the client says wrongly is the library's to log. Where nobody listens, an end without a word would look normal.
    if (error.syscall === undefined) return;
    process.stderr.write(`gongwen-language-server: ${address}: ${error.message}\n`);
    process.exit(1);
  });
  reader.onClose(end);
  return createConnection(ProposedFeatures.all, reader, writer);
}

/** Undefined where there is no file. */
function readIfThere(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8').replace(/^\ufeff/, '');
  } catch (error) {
    if (['ENOENT', 'ENOTDIR'].includes((error as NodeJS.ErrnoException).code ?? '')) return undefined;
    throw error;
  }
}

function end(): void {
  process.exit(0);
}
