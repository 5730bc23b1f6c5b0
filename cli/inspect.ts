/** `--outline`, `--readings`, `--text`: what the checks make of a text, without the checks. */
import { isWordFile } from '../docx/package/recognise.ts';
import { dictionary } from '../host/dictionary.ts';
import { decodeText } from '../host/encoding.ts';
import { within } from '../host/time-limit.ts';
import { createLinter, type Linter } from '../rules/index.ts';
import type { ExitCode, Host } from './host.ts';
import { formatOf, pathsOf, readInput } from './input.ts';
import type { Messages } from './messages.ts';
import type { InspectOptions, View } from './options.ts';
import { print } from './print.ts';
import { describe, patienceFor } from './problems.ts';
import { visible, visibleLines } from './terminal.ts';

/** Each text in its own part, under its name where there are several. */
export async function inspect(options: InspectOptions, messages: Messages, host: Host): Promise<ExitCode> {
  let incomplete = false;
  const linter = createLinter({ words: dictionary });
  const several = options.files.length > 1;
  for (const path of await pathsOf(options, host)) {
    try {
      const bytes = await readInput(path, options, host);
      const word = isWordFile(path, bytes) ? await import('./word.ts') : undefined;
      const printed = within(patienceFor(bytes), () =>
        word
          ? word.inspectWord(options.view, bytes, linter, options.revisions)
          : viewOf(path, bytes, linter, options.view),
      );
      host.stdout.write(`${several ? `${visible(path)}\n` : ''}${printed}`);
    } catch (error) {
      incomplete = true;
      host.stderr.write(`${describe(error, path, messages)}\n`);
    }
  }
  return incomplete ? 2 : 0;
}

function viewOf(path: string, bytes: Buffer, linter: Linter, view: View): string {
  const { text } = decodeText(bytes);
  return view === 'text'
    ? visibleLines(text)
    : print(view, linter.open(text, { format: formatOf(path) }).document);
}
