/**
 * What must not outlive this process: VS Code's server with its extension hosts, and temporary
 * folders. Everything registered here is released at the latest when the process ends, however it
 * ends short of SIGKILL.
 */
import { constants } from 'node:os';

/** @type {Set<() => void>} */
const pending = new Set();

/**
 * @param {() => void} release synchronous, since nothing asynchronous runs while a process exits
 * @returns {() => void} releases now, once
 */
export function onCleanup(release) {
  const once = () => {
    if (pending.delete(once)) release();
  };
  pending.add(once);
  return once;
}

/**
 * Ends a child that was started with `detached: true`, and with it all of its own children.
 *
 * @param {import('node:child_process').ChildProcess} child
 */
export function endGroup(child) {
  if (child.pid === undefined) return;
  try {
    process.kill(-child.pid, 'SIGKILL');
  } catch {
    // Everyone in the group has ended already.
  }
}

process.on('exit', () => {
  // Last in, first out: a server goes before the folder that it writes to.
  for (const release of [...pending].reverse()) release();
});

for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP'])) {
  // Node's own reaction to these would skip the `exit` event.
  process.once(signal, () => process.exit(128 + constants.signals[signal]));
}
