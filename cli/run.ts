/** The command line, from arguments to exit code. */
import { version } from '../package.json';
import { check } from './check.ts';
import { CommandLineConfig, printConfig } from './config.ts';
import type { ExitCode, Host } from './host.ts';
import { inspect } from './inspect.ts';
import { messagesFor } from './messages.ts';
import { type Command, readOptions, UsageError } from './options.ts';
import { explainRule, listRules } from './rule-info.ts';
import { visible } from './terminal.ts';

/** Does what the arguments ask; whatever is thrown is a mistake in the program. */
export async function run(args: readonly string[], host: Host): Promise<ExitCode> {
  const messages = messagesFor(host.env);
  let options: Command;
  try {
    options = readOptions(args, messages);
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    host.stderr.write(`${visible(messages.usage(error.message))}\n`);
    return 2;
  }
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
      host.stdout.write(listRules(options.format, messages));
      return 0;
    case 'explain':
      host.stdout.write(explainRule(options.ruleId));
      return 0;
    case 'print-config': {
      let wrong = false;
      const config = new CommandLineConfig(options, messages, (line) => {
        wrong = true;
        host.stderr.write(`${visible(line)}\n`);
      });
      host.stdout.write(printConfig(options.path, config.of(options.path)));
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
