/** The thread that watches: see `watch.ts`. Runs as the bundle `dist/watch.js`; it sleeps while nobody writes. */
import { writeSync } from 'node:fs';
import { workerData } from 'node:worker_threads';
import { ASLEEP, TURN, type WatchOrders } from './watch.ts';

/** Milliseconds. */
const TICK = 1000;
/** Ticks in one text before the process ends, if its client is gone. Not at once: a program may be started by one that goes at once. */
const ALONE = 2;
/** Ticks in one text behind which nothing will end it: twice its limit. */
const FOR_GOOD = 20;
/** Ticks between two texts before it sleeps until it is woken. */
const QUIET = 2;

const { turns, about, client } = workerData as WatchOrders;
const parent = process.ppid;

/** For how many ticks the turn has been the same. */
let ticks = 0;
let turn = Atomics.load(turns, TURN);
for (;;) {
  const reads = turn % 2 === 1;
  if (!reads && ticks >= QUIET) sleep();
  else Atomics.wait(turns, TURN, turn, TICK);
  const now = Atomics.load(turns, TURN);
  ticks = now === turn ? ticks + 1 : 0;
  turn = now;
  if (!reads) continue;
  if (ticks >= ALONE && isGone()) end();
  if (ticks >= FOR_GOOD) {
    complain();
    end();
  }
}

function sleep(): void {
  Atomics.store(turns, ASLEEP, 1);
  Atomics.wait(turns, TURN, turn);
  Atomics.store(turns, ASLEEP, 0);
}

function isGone(): boolean {
  if (client.processId === undefined) return process.ppid !== parent;
  try {
    process.kill(client.processId, 0);
    return false;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'ESRCH';
  }
}

function complain(): void {
  const name = new TextDecoder().decode(about.slice(0, about.indexOf(0)));
  const message = client.complaint.replace('{}', () => name);
  write(2, `gongwen-language-server: ${message}\n`);
  if (!client.readsOutput) return;
  const body = JSON.stringify({ jsonrpc: '2.0', method: 'window/showMessage', params: { type: 1, message } });
  write(1, `Content-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`);
}

function write(handle: number, text: string): void {
  try {
    writeSync(handle, text);
  } catch {
    // Nobody reads it, or not now: that must not keep the process.
  }
}

/** The main thread hears nothing that could be refused. */
function end(): void {
  process.kill(process.pid, 'SIGKILL');
}
