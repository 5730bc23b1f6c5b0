/**
 * Checks texts in several threads at once. What comes back is handed on in the order of the texts, whichever is done first; a thread that
 * dies takes no other text with it.
 */
import { join } from 'node:path';
import { isMainThread, parentPort, Worker, workerData } from 'node:worker_threads';
import type { RuleTiming } from '../rules/index.ts';
import { Checker, type CheckerParts } from './checker.ts';
import { type Messages, messagesFor } from './messages.ts';
import { POOL_THREAD } from './option-specs.ts';
import type { CheckOptions } from './options.ts';
import { emptyTally, type Outcome } from './outcome.ts';
import { visible } from './terminal.ts';

/** What a thread is started with. */
interface Start {
  readonly options: CheckOptions;
  readonly color: boolean;
  readonly oneSet: CheckerParts['oneSet'];
}

/** What is checked by how many threads. */
interface PoolWork {
  readonly paths: readonly string[];
  readonly jobs: number;
  readonly start: Start;
  readonly messages: Messages;
  /** Called for each text, in their order. */
  onOutcome(path: string, outcome: Outcome): void;
}

/** What each text of a group came to, one message each as it is done; at the end the time spent in each rule. */
type Answer = { readonly outcome: Outcome } | { readonly timings: readonly RuleTiming[] };

/** So many results may wait for one that comes before them. */
const MOST_WAITING = 500;

/** A thread is given so many texts at once, fewer towards the end: it should not wait for the next, nor the others for it. */
const MOST_AT_ONCE = 16;
/** And never more than this part of what is left for each thread. */
const SHARE_AT_ONCE = 1 / 4;

/** @returns the time spent in each rule, over all threads */
export async function checkInThreads({
  paths,
  jobs,
  start,
  messages,
  onOutcome,
}: PoolWork): Promise<RuleTiming[]> {
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
    let thread = new Thread(start);
    while (next < paths.length) {
      // One slow text must not pile up all others in memory.
      if (next - handedOn > MOST_WAITING) {
        await new Promise<void>((wake) => onHandedOn.add(wake));
        continue;
      }
      let index = next;
      next += Math.min(MOST_AT_ONCE, Math.ceil(((paths.length - next) / jobs) * SHARE_AT_ONCE));
      const end = next;
      while (index < end) {
        try {
          await thread.check(paths.slice(index, end), (outcome) => settle(index++, outcome));
        } catch (error) {
          // The text that it was at; another thread goes on behind it.
          settle(index, died(visible(messages.workerDied(paths[index]!, String((error as Error).message)))));
          index++;
          thread = new Thread(start);
        }
      }
    }
    timings.push(...(await thread.end().catch(() => [])));
  };
  await Promise.all(Array.from({ length: jobs }, serve));
  return sum(timings);
}

/** The program as it is started: with its compiled code, where there is some. */
const PROGRAM = join(__dirname, 'cli.js');

/** One worker, asked one thing at a time. */
class Thread {
  readonly #worker: Worker;
  /** Takes each answer to what is being asked, and tells whether it was the last. */
  #take: (answer: Answer) => boolean = () => false;
  #settle: { resolve(last: Answer): void; reject(error: Error): void } | undefined;
  /** Why it is no more. */
  #death: Error | undefined;

  constructor(start: Start) {
    this.#worker = new Worker(PROGRAM, { argv: [POOL_THREAD], workerData: start })
      .on('message', (answer: Answer) => {
        if (this.#take(answer)) this.#settle?.resolve(answer);
      })
      .on('error', (error) => this.#die(error))
      .on('exit', (code) => this.#die(new Error(`exit ${code}`)));
  }

  /** Rejects when the thread dies; what it has come to until then has been handed on. */
  async check(paths: readonly string[], onOutcome: (outcome: Outcome) => void): Promise<void> {
    let left = paths.length;
    await this.#ask(paths, (answer) => {
      if ('outcome' in answer) onOutcome(answer.outcome);
      return --left === 0;
    });
  }

  /** @returns the time spent in each rule. Rejects when the thread dies. */
  async end(): Promise<readonly RuleTiming[]> {
    const last = await this.#ask(undefined, () => true);
    return 'timings' in last ? last.timings : [];
  }

  #ask(paths: readonly string[] | undefined, take: (answer: Answer) => boolean): Promise<Answer> {
    return new Promise((resolve, reject) => {
      if (this.#death) return reject(this.#death);
      this.#take = take;
      this.#settle = { resolve, reject };
      this.#worker.postMessage(paths);
    });
  }

  #die(error: Error): void {
    this.#death ??= error;
    this.#settle?.reject(this.#death);
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
  const { options, color, oneSet } = workerData as Start;
  const host = { color, now: () => performance.now(), stdin: NO_INPUT };
  const checker = await Checker.for({ options, messages: messagesFor(process.env), host, oneSet });
  const answer = (answer: Answer) => parentPort!.postMessage(answer);
  parentPort!.on('message', async (paths: readonly string[] | undefined) => {
    if (paths) return checker.check(paths, (outcome) => answer({ outcome }));
    answer({ timings: checker.timings() });
    await checker.dispose();
    parentPort!.close();
  });
  return true;
}

/** Standard input is read by the main thread alone. */
const NO_INPUT: AsyncIterable<Uint8Array> = {
  async *[Symbol.asyncIterator]() {},
};
