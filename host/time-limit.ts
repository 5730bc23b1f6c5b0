/**
 * A limit to how long something may take that never comes back to the event loop: a pattern gone wild in a hostile text would
 * otherwise hold the process for good.
 */
import { Script } from 'node:vm';

/** Thrown when the time is up. What was being computed is cut off anywhere: its state is of no use any more. */
export class TookTooLong extends Error {
  override readonly name = 'TookTooLong';
}

/** V8 interrupts what a script runs, within loops and regular expressions too, where a clock beside it could only look on. */
const script = new Script('globalThis[Symbol.for("gongwen-lint.run")]()');
const slot = Symbol.for('gongwen-lint.run');

/**
 * What `run` returns.
 * @throws TookTooLong after so many milliseconds; whatever `run` throws
 */
export function within<T>(milliseconds: number, run: () => T): T {
  const place = globalThis as { [slot]?: () => T };
  const outer = place[slot];
  // Within another limit, that one counts.
  if (outer) return run();
  place[slot] = run;
  try {
    return script.runInThisContext({ timeout: milliseconds }) as T;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ERR_SCRIPT_EXECUTION_TIMEOUT') throw error;
    throw new TookTooLong(`more than ${milliseconds} ms`);
  } finally {
    delete place[slot];
  }
}
