/**
 * Names of people, places and organisations in a draft, recognised by nodejieba in a process of its own.
 *
 * Names are an offer, not a promise: where nodejieba cannot be loaded, or its process keeps dying, every text
 * has no names and nothing else changes.
 */

import { type ChildProcess, fork } from 'node:child_process';
import type { Name } from '../rules/index.ts';
import { MOST_UNITS, type NamesReply, type NamesRequest, type NamesService } from './protocol.ts';

export interface NamesServiceOptions {
  /** The bundle of names/worker.ts. */
  readonly workerFile: string;
  /** The folder with nodejieba's dictionaries and our lists, as scripts/build-words.mjs makes it. */
  readonly dictionaryDir: string;
  /** One line about what went wrong, for an output channel. */
  readonly log: (line: string) => void;
  /** nodejieba's addon; by default `nodejieba/build/Release/nodejieba.node` as the worker resolves it. */
  readonly bindingFile?: string;
  /** Node's own options for the worker; none by default, lest it inherit the server's inspector port. */
  readonly execArgv?: readonly string[];
  /** Time without requests after which the worker is stopped, in ms; it starts again when needed. */
  readonly idleMs?: number;
  /** Time that one request may take, in ms, the worker's start included. */
  readonly timeoutMs?: number;
}

/** Requests that may wait for the worker at a time. */
export const MOST_WAITING = 64;
/** Ms. The first request waits until the worker has read its dictionaries. */
const TIMEOUT = 30_000;
/** Ms. A worker at rest keeps its dictionaries in memory. */
const IDLE = 120_000;
/** Characters kept of what a worker says before it dies. */
const LAST_WORDS = 2000;
/** How often a worker that died is started again in the life of the service. */
const MOST_RESTARTS = 2;

interface Job {
  readonly request: NamesRequest;
  readonly finish: (names?: Name[][]) => void;
  cancelled: boolean;
}

/** Creates the service. Nothing is started before the first request. */
export function createNamesService(options: NamesServiceOptions): NamesService {
  return new ProcessNamesService(options);
}

class ProcessNamesService implements NamesService {
  readonly #options: NamesServiceOptions;
  readonly #waiting: Job[] = [];
  #current: Job | undefined;
  #worker: ChildProcess | undefined;
  #timeout: NodeJS.Timeout | undefined;
  #idle: NodeJS.Timeout | undefined;
  #nextId = 1;
  #deaths = 0;
  #disposed = false;
  unavailableReason: string | undefined;
  unanswered = 0;

  constructor(options: NamesServiceOptions) {
    this.#options = options;
  }

  get available(): boolean {
    return this.unavailableReason === undefined;
  }

  recognise(texts: readonly string[], signal?: AbortSignal): Promise<Name[][]> {
    const none = () => {
      if (units > 0) this.unanswered++;
      return texts.map((): Name[] => []);
    };
    if (signal?.aborted) return Promise.reject(signal.reason);
    const units = texts.reduce((sum, text) => sum + text.length, 0);
    if (units > MOST_UNITS) this.#options.log(`names: ${units} characters are too many`);
    if (this.#disposed || !this.available || units === 0 || units > MOST_UNITS)
      return Promise.resolve(none());
    if (this.#waiting.length >= MOST_WAITING) {
      this.#options.log(`names: more than ${MOST_WAITING} requests wait; one is left unanswered`);
      return Promise.resolve(none());
    }
    return new Promise((resolve, reject) => {
      const cancel = () => {
        // A request that the worker has already is let run: its answer is merely not passed on.
        job.cancelled = true;
        const at = this.#waiting.indexOf(job);
        if (at >= 0) this.#waiting.splice(at, 1);
        reject(signal?.reason);
      };
      const job: Job = {
        request: { id: this.#nextId++, texts },
        cancelled: false,
        finish: (names) => {
          signal?.removeEventListener('abort', cancel);
          resolve(names ?? none());
        },
      };
      signal?.addEventListener('abort', cancel, { once: true });
      this.#waiting.push(job);
      this.#advance();
    });
  }

  async dispose(): Promise<void> {
    this.#disposed = true;
    const worker = this.#worker;
    this.#stop();
    this.#finishAll();
    // A worker that could not even be started has no process id and never exits.
    if (worker?.pid === undefined || worker.exitCode !== null || worker.signalCode !== null) return;
    hold(worker, true);
    await new Promise((resolve) => worker.once('exit', resolve));
  }

  /** Gives the worker its next request, one at a time, so that waiting ones can still be taken back. */
  #advance(): void {
    if (this.#current || this.#disposed) return;
    this.#current = this.#waiting.shift();
    if (!this.#current) {
      this.#rest();
      return;
    }
    clearTimeout(this.#idle);
    this.#worker ??= this.#start();
    hold(this.#worker, true);
    this.#timeout = setTimeout(
      () => this.#died('it did not answer in time'),
      this.#options.timeoutMs ?? TIMEOUT,
    );
    this.#worker.send(this.#current.request satisfies NamesRequest, (error) => {
      // The exit that follows is what counts; without a listener the error would be thrown.
      if (error) this.#options.log(`names: ${error.message}`);
    });
  }

  /** Nothing to do: the worker no longer keeps this process alive, and ends after a while. */
  #rest(): void {
    if (!this.#worker) return;
    hold(this.#worker, false);
    clearTimeout(this.#idle);
    this.#idle = setTimeout(() => this.#stop(), this.#options.idleMs ?? IDLE).unref();
  }

  #start(): ChildProcess {
    const { workerFile, dictionaryDir, bindingFile = '', execArgv = [], log } = this.#options;
    const worker = fork(workerFile, [dictionaryDir, bindingFile], {
      execArgv: [...execArgv],
      // In an extension host process.execPath is Electron, which is Node only with this variable.
      env: { ...process.env, ELECTRON_RUN_AS_NODE: '1' },
      // A server that speaks over stdio must not share it with cppjieba's messages.
      stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
    });
    let lastWords = '';
    worker.stderr?.on('data', (chunk: Buffer) => {
      lastWords = `${lastWords}${chunk}`.slice(-LAST_WORDS);
    });
    worker.on('message', (reply: Partial<NamesReply> | null | undefined) => {
      if (worker === this.#worker) this.#hear(reply);
    });
    // More than one may come: that it cannot be killed, say. Without a listener the second would be thrown.
    worker.on('error', (error) => {
      if (worker === this.#worker) this.#died(error.message);
    });
    worker.once('exit', (code, signal) => {
      if (worker !== this.#worker) return;
      const said = lastWords.trim().split('\n').at(-1);
      this.#died(`it ended with ${signal ?? `code ${code}`}${said ? `: ${said}` : ''}`);
    });
    log(`names: worker started, process ${worker.pid}`);
    return worker;
  }

  /** What the process says may be anything: it is not ours once something in it has gone wrong. */
  #hear(reply: Partial<NamesReply> | null | undefined): void {
    if (reply?.kind === 'unavailable') this.#giveUp(String(reply.reason));
    if (reply?.kind === 'names' && reply.id === this.#current?.request.id) {
      const { length } = this.#current!.request.texts;
      if (Array.isArray(reply.names) && reply.names.length === length) this.#finishCurrent(reply.names);
      else this.#died('its answer made no sense');
    }
  }

  /** The request during which the worker died is not tried again: it may be what killed it. */
  #died(reason: string): void {
    this.#stop();
    this.#deaths++;
    this.#options.log(`names: the worker is lost, ${reason}`);
    if (this.#deaths > MOST_RESTARTS) this.#giveUp(reason);
    else this.#finishCurrent();
  }

  #giveUp(reason: string): void {
    if (!this.available) return;
    this.unavailableReason = reason;
    this.#options.log(`names: recognising names is unavailable: ${reason}`);
    this.#stop();
    this.#finishAll();
  }

  #finishCurrent(names?: Name[][]): void {
    clearTimeout(this.#timeout);
    const job = this.#current;
    this.#current = undefined;
    if (job && !job.cancelled) job.finish(names);
    this.#advance();
  }

  #finishAll(): void {
    const jobs = [this.#current, ...this.#waiting.splice(0)];
    this.#current = undefined;
    for (const job of jobs) if (job && !job.cancelled) job.finish();
  }

  #stop(): void {
    clearTimeout(this.#timeout);
    clearTimeout(this.#idle);
    const worker = this.#worker;
    this.#worker = undefined;
    worker?.kill('SIGKILL');
  }
}

/** Whether a worker keeps this process alive. Its pipes do so as well as itself. */
function hold(worker: ChildProcess, held: boolean): void {
  const stderr = worker.stderr as (NodeJS.ReadableStream & { ref?(): void; unref?(): void }) | null;
  for (const each of [worker, worker.channel, stderr]) {
    if (held) each?.ref?.();
    else each?.unref?.();
  }
}
