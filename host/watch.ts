/**
 * A watch from another thread over what the main thread does with a text. The limit in `time-limit.ts` ends nearly everything, but only from
 * within, and not before its time is up; a process whose client is gone must not go on until then, nor one that the limit cannot end for ever.
 */
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';

/** What the watching thread is started with. */
export interface WatchOrders {
  /** At {@link TURN} and {@link ASLEEP}. */
  readonly turns: Int32Array;
  /** The name of the text, UTF-8, ended by 0. */
  readonly about: Uint8Array;
  readonly client: Client;
}

/** A number that is odd while a text is being read; another one for each. */
export const TURN = 0;
/** 1 while the watch sleeps until it is woken. */
export const ASLEEP = 1;

/** Who is served. */
export interface Client {
  /** Undefined where the client does not say: the process that started this one then. */
  readonly processId: number | undefined;
  /** What it is told in the end, `{}` for the name of the text. */
  readonly complaint: string;
  /** Whether standard output is the client's, and speaks LSP. */
  readonly readsOutput: boolean;
}

/** Bytes of a name that are told. */
const LONGEST_NAME = 1000;

export class Watch {
  readonly #turns = new Int32Array(new SharedArrayBuffer(8));
  readonly #about = new Uint8Array(new SharedArrayBuffer(LONGEST_NAME + 1));
  readonly #encoder = new TextEncoder();
  #begun = false;

  /** Begins to watch; called once it is known who the client is. */
  begin(client: Client): void {
    this.#begun = true;
    const orders: WatchOrders = { turns: this.#turns, about: this.#about, client };
    // It must not keep the process, nor be its end: without it there still is the limit.
    new Worker(join(__dirname, 'watch.js'), { workerData: orders, stdin: false })
      .on('error', () => {})
      .unref();
  }

  /** What `run` returns, or throws. @param about whose text is read */
  over<T>(about: string, run: () => T): T {
    if (!this.#begun || this.#turns[TURN]! % 2 === 1) return run();
    const { written } = this.#encoder.encodeInto(about, this.#about.subarray(0, LONGEST_NAME));
    this.#about[written] = 0;
    this.#turn();
    try {
      return run();
    } finally {
      this.#turn();
    }
  }

  #turn(): void {
    Atomics.add(this.#turns, TURN, 1);
    // To wake a thread costs as much as many an edit.
    if (Atomics.load(this.#turns, ASLEEP) === 1) Atomics.notify(this.#turns, TURN);
  }
}
