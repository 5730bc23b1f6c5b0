/**
 * Checks texts in several threads at once. What comes back is handed on in the order of the texts, whichever is done first; a thread that
 * dies takes no other text with it.
 */
import { join } from 'node:path';
import { isMainThread, parentPort, Worker, workerData } from 'node:worker_threads';
import type { RuleTiming } from '../rules/index.ts';
import { Checker } from './checker.ts';
import { type Messages, messagesFor } from './messages.ts';
import { POOL_THREAD } from './option-specs.ts';
import type { CheckOptions } from './options.ts';
import { emptyTally, type Outcome } from './outcome.ts';
import { visible } from './terminal.ts';

/** What a thread is started with. */
interface Start {
  readonly options: CheckOptions;
  readonly color: boolean;
  /** What belongs to one set. */
  readonly together: readonly string[];
}

type Answer = { readonly outcome: Outcome } | { readonly timings: readonly RuleTiming[] };

/** So many results may wait for one that comes before them. */
const WAITING = 500;

/**
 * @param onOutcome called for each text, in their order
 * @returns the time spent in each rule, over all threads
 */
export async function checkInThreads(
  paths: readonly string[],
  jobs: number,
  start: Start,
  messages: Messages,
  onOutcome: (path: string, outcome: Outcome) => void,
): Promise<RuleTiming[]> {
  const timings: RuleTiming[] = [];
  const waiting = new Map<number, Outcome>();
  const onHandedOn = new Set<() => void>();
  let next = 0;
  let handedOn = 0;

  const settle = (index: number, outcome: Outcome) => {
    waiting.set(index, outcome);
    for (let done = waiting.get(handedOn); done; done = waiting.get(handedOn)) {
      waiting.delete(handedOn);
      onOutcome(paths[handedOn++]!, done);
    }
    for (const wake of onHandedOn) wake();
    onHandedOn.clear();
  };

  const serve = async () => {
    let thread: Thread | undefined;
    while (next < paths.length) {
      // One slow text must not pile up all others in memory.
      if (next - handedOn > WAITING) {
        await new Promise<void>((wake) => onHandedOn.add(wake));
        continue;
      }
      const index = next++;
      const path = paths[index]!;
      thread ??= new Thread(start);
      try {
        const answer = await thread.ask(path);
        if ('outcome' in answer) settle(index, answer.outcome);
      } catch (error) {
        thread = undefined;
        settle(index, died(visible(messages.workerDied(path, String((error as Error).message)))));
      }
    }
    const answer = await thread?.ask(undefined).catch(() => undefined);
    if (answer && 'timings' in answer) timings.push(...answer.timings);
  };
  await Promise.all(Array.from({ length: jobs }, serve));
  return sum(timings);
}

/** The program as it is started: with its compiled code, where there is some. */
const PROGRAM = join(__dirname, 'cli.js');

/** One worker, asked one thing at a time. */
class Thread {
  readonly #worker: Worker;

  constructor(start: Start) {
    this.#worker = new Worker(PROGRAM, { argv: [POOL_THREAD], workerData: start });
  }

  /** @param path undefined to end it. Rejects when the thread dies. */
  ask(path: string | undefined): Promise<Answer> {
    const worker = this.#worker;
    return new Promise((resolve, reject) => {
      const onExit = (code: number) => reject(new Error(`exit ${code}`));
      const end = () => {
        worker.off('message', onMessage).off('error', onError).off('exit', onExit);
      };
      const onMessage = (answer: Answer) => {
        end();
        resolve(answer);
      };
      const onError = (error: unknown) => {
        end();
        reject(error);
      };
      worker.on('message', onMessage).on('error', onError).on('exit', onExit);
      worker.postMessage(path);
    });
  }
}

function died(complaint: string): Outcome {
  return { printed: undefined, tally: emptyTally(), complaints: [complaint], notes: [], milliseconds: 0 };
}

function sum(all: readonly RuleTiming[]): RuleTiming[] {
  const byRule = new Map<string, RuleTiming>();
  for (const { ruleId, milliseconds, findings } of all) {
    const timing = byRule.get(ruleId) ?? { ruleId, milliseconds: 0, findings: 0 };
    timing.milliseconds += milliseconds;
    timing.findings += findings;
    byRule.set(ruleId, timing);
  }
  return [...byRule.values()].sort((a, b) => b.milliseconds - a.milliseconds);
}

/** What a thread of the pool does: checks the texts it is told, until it is told none. False where this is no such thread. */
export async function servePool(): Promise<boolean> {
  if (isMainThread) return false;
  const { options, color, together } = workerData as Start;
  const host = { color, now: () => performance.now(), stdin: NO_INPUT };
  const checker = await Checker.for(options, messagesFor(process.env), host, together);
  parentPort!.on('message', async (path: string | undefined) => {
    const answer: Answer =
      path === undefined ? { timings: checker.timings() } : { outcome: await checker.check(path) };
    parentPort!.postMessage(answer);
    if (path !== undefined) return;
    await checker.dispose();
    parentPort!.close();
  });
  return true;
}

/** Standard input is read by the main thread alone. */
const NO_INPUT: AsyncIterable<Uint8Array> = {
  async *[Symbol.asyncIterator]() {},
};
