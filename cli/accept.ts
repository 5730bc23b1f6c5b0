/** `--accept-all`: clean copies of Word documents. */
import { acceptAll, WordDocument } from '../docx/index.ts';
import type { ExitCode, Host } from './host.ts';
import { pathsOf, readInput } from './input.ts';
import type { Messages } from './messages.ts';
import type { AcceptOptions } from './options.ts';
import { describe } from './problems.ts';
import { visible } from './terminal.ts';
import { WordCopies } from './word-copies.ts';

export async function accept(options: AcceptOptions, messages: Messages, host: Host): Promise<ExitCode> {
  let incomplete = false;
  const paths = await pathsOf(options, host);
  const copies = new WordCopies(options.to, options.files, paths);
  for (const path of paths) {
    try {
      const bytes = await readInput(path, options, host);
      const to = copies.write(path, acceptAll(new WordDocument(bytes)));
      host.stderr.write(`${visible(messages.cleaned(to))}\n`);
    } catch (error) {
      incomplete = true;
      host.stderr.write(`${describe(error, path, messages)}\n`);
    }
  }
  return incomplete ? 2 : 0;
}
