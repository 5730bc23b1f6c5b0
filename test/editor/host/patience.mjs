/** How long a test waits before it gives up. Only a failing test waits so long, so a busy machine is given what it takes. */
import { cpus, loadavg } from 'node:os';

/** On a machine with nothing else to do the first start of an editor takes a few seconds; this is for hiccups. */
const AT_LEAST = 2;
/** Beyond this somebody should look at the machine. */
const AT_MOST = 8;

/**
 * Milliseconds to wait, by how many wait for each processor now.
 *
 * @param {number} milliseconds on a machine with nothing else to do
 */
export function patient(milliseconds) {
  const waiting = (loadavg()[0] ?? 0) / cpus().length;
  return Math.round(milliseconds * Math.min(AT_MOST, Math.max(AT_LEAST, 2 * waiting)));
}
