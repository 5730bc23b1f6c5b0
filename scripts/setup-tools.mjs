#!/usr/bin/env node
/**
 * Installs the other editors and the tools that the product is tested with for real: Neovim, Emacs with Eglot, GNU parallel, zsh, pre-commit.
 * Where they cannot be installed the tests that need them say so and are skipped: nothing fails here.
 */
import { spawnSync } from 'node:child_process';
import { installDebian, onPath, SetupError } from './debian.mjs';

/** @type {import('./debian.mjs').Requirement[]} */
const TOOLS = [
  { label: 'Neovim', debian: 'neovim', present: () => onPath('nvim') !== undefined },
  { label: 'Emacs', debian: 'emacs-nox', present: () => onPath('emacs') !== undefined },
  // Part of Emacs since version 29.
  { label: 'Eglot', debian: 'elpa-eglot', present: hasEglot },
  { label: 'GNU parallel', debian: 'parallel', present: () => onPath('parallel') !== undefined },
  { label: 'zsh', debian: 'zsh', present: () => onPath('zsh') !== undefined },
  { label: 'pre-commit', debian: 'pre-commit', present: () => onPath('pre-commit') !== undefined },
];

function hasEglot() {
  const look =
    '(progn (require \'package) (package-initialize) (kill-emacs (if (locate-library "eglot") 0 1)))';
  return spawnSync('emacs', ['--batch', '--eval', look]).status === 0;
}

try {
  installDebian(TOOLS);
  console.log('Ready: the other editors and tools.');
} catch (error) {
  if (!(error instanceof SetupError)) throw error;
  console.log(`${error.message}\nThe tests that need them are skipped.`);
}
