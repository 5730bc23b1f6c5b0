/** Debian packages that tests need: installed where they are missing and root is to be had. */
import { spawnSync } from 'node:child_process';
import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';

/** @typedef {{ label: string, debian: string, present: () => boolean }} Requirement */

/** Something is missing that this script cannot install; the message says how to get it. */
export class SetupError extends Error {}

/**
 * Installs what is missing, where that may be done.
 *
 * @param {readonly Requirement[]} requirements
 * @throws SetupError that says how it is done by hand
 */
export function installDebian(requirements) {
  const missing = requirements.filter((requirement) => !requirement.present());
  if (missing.length === 0) return;

  const labels = missing.map((requirement) => requirement.label).join(', ');
  const packages = missing.map((requirement) => requirement.debian);
  const command = ['apt-get', 'install', '-y', '--no-install-recommends', ...packages];
  const byHand = `Missing: ${labels}.\nInstall it yourself, on Debian or Ubuntu with:\n  sudo ${command.join(' ')}`;

  const asRoot = rootPrefix();
  if (!onPath('apt-get') || !asRoot) throw new SetupError(byHand);

  console.log(`Missing: ${labels}. Installing the Debian packages ${packages.join(' ')} ...`);
  for (const step of [['apt-get', 'update'], command]) {
    const [program, ...args] = [...asRoot, 'env', 'DEBIAN_FRONTEND=noninteractive', ...step];
    const { status, stdout, stderr } = spawnSync(program, args, { encoding: 'utf8' });
    // A failed update leaves older package lists, which are often good enough to install from.
    if (status !== 0 && step === command) throw new SetupError(`${lastLines(stdout + stderr)}\n${byHand}`);
  }
  const stillMissing = missing.filter((requirement) => !requirement.present());
  if (stillMissing.length > 0) throw new SetupError(byHand);
  console.log('Debian packages installed.');
}

/** What to put before a command that needs root, or undefined when root is not to be had. */
function rootPrefix() {
  if (process.getuid?.() === 0) return [];
  return spawnSync('sudo', ['-n', 'true']).status === 0 ? ['sudo', '-n'] : undefined;
}

/**
 * @param {string} program
 * @returns {string | undefined}
 */
export function onPath(program) {
  return (process.env.PATH ?? '')
    .split(delimiter)
    .map((folder) => join(folder, program))
    .find((path) => {
      try {
        accessSync(path, constants.X_OK);
        return true;
      } catch {
        return false;
      }
    });
}

/** @param {string} text */
export function lastLines(text) {
  return text.trimEnd().split('\n').slice(-20).join('\n');
}
