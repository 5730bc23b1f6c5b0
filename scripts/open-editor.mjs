#!/usr/bin/env node
/**
 * Opens a real VS Code with the extension of this checkout on the sample drafts: the desktop one
 * where `code` is installed, else the one that the editor tests use, in any browser.
 */
import { spawnSync } from 'node:child_process';
import { resolve } from 'node:path';
import { createProfile } from '../test/editor/host/profile.mjs';
import { startServer } from '../test/editor/host/server.mjs';
import { ensureEditor, onPath, runMain } from './setup-editor.mjs';

const root = resolve(import.meta.dirname, '..');
const samples = resolve(root, 'samples');

await runMain(async () => {
  const desktop = onPath('code');
  if (desktop) {
    const { status } = spawnSync(desktop, [`--extensionDevelopmentPath=${root}`, samples], {
      stdio: 'inherit',
    });
    process.exit(status ?? 1);
  }

  console.log('No desktop VS Code (`code`) on PATH; starting one to use in a browser.');
  const editor = await ensureEditor();
  const server = await startServer(editor, createProfile());
  console.log(
    `\nOpen this address in a browser on this machine:\n\n  ${server.url({ folder: samples, extensionDevelopmentPath: root })}\n\n` +
      'Ctrl-C ends it. After a change run `npm run build` and reload the page.',
  );
  await server.failure;
});
