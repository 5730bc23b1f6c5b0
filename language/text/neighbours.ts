/** What stands before and behind a word, as tables write it: 发～, ～[名理], ^～, ～$. */
import { isBlank } from '../../engine/paragraph.ts';
import { isHan } from './scan.ts';

export interface Context {
  readonly before: string;
  readonly after: string;
}

/** In a neighbourhood: the clause, or a run of Han characters, begins or ends there. */
const BEGIN = '^';
const END = '$';

/** `发～|～[名理]` to one neighbourhood for each of its characters. */
export function readContexts(cell = ''): Context[] {
  if (cell === '') return [];
  return cell
    .split('|')
    .flatMap(spellOut)
    .map((context) => {
      const at = context.indexOf('～');
      return { before: context.slice(0, at), after: context.slice(at + 1) };
    });
}

/** `～[名理]` to ～名 and ～理. */
function spellOut(context: string): string[] {
  const open = context.indexOf('[');
  if (open < 0) return [context];
  const close = context.indexOf(']', open);
  return [...context.slice(open + 1, close)].flatMap((char) =>
    spellOut(context.slice(0, open) + char + context.slice(close + 1)),
  );
}

export function holds({ before, after }: Context, text: string, start: number, end: number): boolean {
  const behind =
    before === BEGIN
      ? start === 0 || !isHan(text.charCodeAt(start - 1))
      : text.startsWith(before, start - before.length);
  if (!behind || start < before.length - (before === BEGIN ? 1 : 0)) return false;
  return after === END
    ? end === text.length || !isHan(text.charCodeAt(end))
    : text.startsWith(after, behindBlanks(text, end));
}

/** The first place from `at` on that is neither a space nor a mask: spaces within a line are slips of the hand, what is asked for may stand behind them. */
export function behindBlanks(text: string, at: number): number {
  while (at < text.length && isBlank(text.charCodeAt(at))) at++;
  return at;
}
