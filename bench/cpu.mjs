/** CPU time: what a busy machine leaves of the clock is not what a program costs. */
import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';

/**
 * The file of certificates that this shell has every Node read at its start, an empty one too; undefined where there is none. For a system's
 * own it takes twice as long as all else that an empty Node does, and ratios with it flatter: what is measured starts without it.
 */
export const extraCertificates = process.env.NODE_EXTRA_CA_CERTS;
delete process.env.NODE_EXTRA_CA_CERTS;

/** Of a running process with all its threads, in milliseconds. Linux only. */
export function cpuOfProcess(pid) {
  const tasks = `/proc/${pid}/task`;
  let sum = 0;
  for (const task of readdirSync(tasks)) {
    try {
      sum += Number(readFileSync(`${tasks}/${task}/schedstat`, 'utf8').split(' ')[0]);
    } catch {
      // A thread that has ended meanwhile.
    }
  }
  return sum / 1e6;
}

/** What a running process has in memory, in bytes. Linux only. */
export function memoryOfProcess(pid) {
  return Number(/^VmRSS:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))[1]) * 1024;
}

/** Of a Node process that comes to its end by itself, with those it starts, in milliseconds. */
export function cpuOfRun(...args) {
  return cpuOfRunIn(process.env, ...args);
}

/** The same, with an environment of its own. */
export function cpuOfRunIn(env, ...args) {
  const timed = 'TIMEFORMAT="%U %S"; { time "$@" > /dev/null 2> /dev/null; }';
  const { stderr } = spawnSync('bash', ['-c', timed, 'bench', process.execPath, ...args], {
    encoding: 'utf8',
    env,
  });
  const [user, system] = stderr.trim().split(/\s+/).map(Number);
  return (user + system) * 1000;
}

/** A value below which the given share of the list lies. */
export function quantile(list, q) {
  const sorted = [...list].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * q))];
}

/** `3.1 of at most 2.5: MISSED` */
export function verdict(reached, target) {
  return `${reached <= target ? 'met   ' : 'MISSED'} ${reached.toFixed(2)} of at most ${target}`;
}
