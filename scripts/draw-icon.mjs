#!/usr/bin/env node
/** `node scripts/draw-icon.mjs`: draws docs/images/icon.png from icon.svg, in the Chromium of the editor tests. After a change of the SVG. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { launchBrowser } from '../test/editor/host/browser.mjs';
import { ensureEditor, runMain } from './setup-editor.mjs';

const images = join(import.meta.dirname, '../docs/images');
/** Pixels; galleries ask for 128 at least. */
const SIZE = 256;

await runMain(async () => {
  const { chromium } = await ensureEditor();
  const browser = await launchBrowser(chromium);
  try {
    const page = await browser.newPage({ viewport: { width: SIZE, height: SIZE } });
    const svg = readFileSync(join(images, 'icon.svg'), 'utf8');
    await page.setContent(`<style>body { margin: 0 } svg { display: block }</style>${svg}`);
    await page.screenshot({ path: join(images, 'icon.png'), omitBackground: true });
  } finally {
    await browser.close();
  }
  process.exit(0);
});
