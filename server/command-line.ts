/** Arguments of `gongwen-language-server`, in the forms that LSP clients use. */
export type Invocation =
  | { readonly run: 'help' | 'version' }
  | { readonly run: 'stdio' | 'node-ipc' }
  | { readonly run: 'pipe'; readonly pipe: string }
  | { readonly run: 'socket'; readonly port: number }
  | { readonly run: 'error'; readonly message: string };

export const USAGE = `gongwen-language-server: proofreads Chinese official writing (公文校对) for any LSP client

Usage: gongwen-language-server [--stdio | --node-ipc | --pipe NAME | --socket PORT]

  --stdio        speak over standard input and output (the default)
  --node-ipc     speak over the channel of the Node process that forked this one
  --pipe NAME    connect to a named pipe or Unix socket on which the client listens
  --socket PORT  connect to a port of this machine on which the client listens
  --clientProcessId PID
                 end when this process does
  --version      print the version
  --help         print this

Serves documents of any language as plain text, and those of language "markdown" as Markdown.
`;

/** @param argv without `node` and the script */
export function parseArguments(argv: readonly string[]): Invocation {
  let invocation: Invocation = { run: 'stdio' };
  for (let i = 0; i < argv.length; i++) {
    const [name, attached] = splitOnce(argv[i]!, '=');
    if (TAKE_A_VALUE.has(name)) {
      const value = attached ?? argv[++i] ?? '';
      const read = readValue(name, value);
      if (read?.run === 'error') return read;
      invocation = read ?? invocation;
    } else if (name === '--stdio') invocation = { run: 'stdio' };
    else if (name === '--node-ipc') invocation = { run: 'node-ipc' };
    else if (name === '--help' || name === '-h') return { run: 'help' };
    else if (name === '--version' || name === '-v') return { run: 'version' };
    else return { run: 'error', message: `unknown argument “${argv[i]}”` };
  }
  return invocation;
}

const TAKE_A_VALUE: ReadonlySet<string> = new Set(['--pipe', '--socket', '--clientProcessId']);

/** What an argument with a value asks for; undefined for a process to watch, which the protocol library reads by itself. */
function readValue(name: string, value: string): Invocation | undefined {
  if (name === '--clientProcessId') return undefined;
  if (name === '--pipe')
    return value === '' ? { run: 'error', message: '--pipe needs a name' } : { run: 'pipe', pipe: value };
  const port = /^\d{1,5}$/.test(value) ? Number(value) : 0;
  return port < 1 || port > 65535
    ? { run: 'error', message: `--socket needs a port, not “${value}”` }
    : { run: 'socket', port };
}

function splitOnce(text: string, at: string): [string, string?] {
  const i = text.indexOf(at);
  return i < 0 ? [text] : [text.slice(0, i), text.slice(i + 1)];
}
