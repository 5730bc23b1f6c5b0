/** The command line, from arguments to exit code. */
import { version } from '../package.json';
import { check } from './check.ts';
import { CommandLineConfig } from './config.ts';
import type { ExitCode, Host } from './host.ts';
import { inspect } from './inspect.ts';
import { type Messages, messagesFor } from './messages.ts';
import { type Command, readOptions } from './options.ts';
import { visible } from './terminal.ts';
import { UsageError } from './usage-error.ts';

/** Does what the arguments ask; whatever is thrown is a mistake in the program. */
export async function run(args: readonly string[], host: Host): Promise<ExitCode> {
  const messages = messagesFor(host.env);
  try {
    return await obey(readOptions(args, messages), messages, host);
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    host.stderr.write(`${visible(messages.usage(error.message))}\n`);
    return 2;
  }
}

/** What few runs ask for is loaded when it is asked for. */
async function obey(options: Command, messages: Messages, host: Host): Promise<ExitCode> {
  switch (options.command) {
    case 'help':
      host.stdout.write((await import('./help.ts')).help(messages.language));
      return 0;
    case 'version':
      host.stdout.write(`${version}\n`);
      return 0;
    case 'completion':
      host.stdout.write((await import('./completion.ts')).completion(options.shell));
      return 0;
    case 'list-rules':
      host.stdout.write((await import('./rule-info.ts')).listRules(options, messages));
      return 0;
    case 'explain':
      host.stdout.write((await import('./rule-info.ts')).explainRule(options, messages));
      return 0;
    case 'print-config': {
      let wrong = false;
      const config = new CommandLineConfig(options, messages, (line) => {
        wrong = true;
        host.stderr.write(`${visible(line)}\n`);
      });
      const { printConfig } = await import('./print-config.ts');
      host.stdout.write(printConfig(options.path, config.of(options.path), options));
      return wrong ? 2 : 0;
    }
    case 'check':
      return check(options, messages, host);
    case 'inspect':
      return inspect(options, messages, host);
    case 'accept-all':
      return (await import('./accept.ts')).accept(options, messages, host);
  }
}
