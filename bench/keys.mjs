/**
 * `node bench/keys.mjs [--keys N] [--size MOST]`: what a key costs the language server, through the protocol as an editor speaks it: CPU time of
 * the server's process from the change to the answered pull, and the bytes of the answer. Linux only, where a process's time can
 * be read to the nanosecond.
 */
import { parseArgs } from 'node:util';
import { serve } from './client.mjs';
import { quantile, verdict } from './cpu.mjs';
import { cleanDraftOf, draftOf } from './drafts.mjs';
import { loadEngine, root } from './engine.mjs';

const { values } = parseArgs({
  options: { keys: { type: 'string', default: '150' }, size: { type: 'string', default: '1000000' } },
});
const KEYS = Number(values.keys);
/** Keys that are not counted: a minute's or two's typing, in which the code is still being compiled, on the same clock of CPU time. */
const WARM_UP = 600;
/** CPU milliseconds, p95. */
const CASES = [
  { state: 'clean', size: 100_000, target: 1 },
  { state: 'downloaded', size: 100_000, target: 3 },
  { state: 'clean', size: 1_000_000, target: 5 },
];

const { linter: linterOf } = await loadEngine();
const linter = linterOf();
console.log('CPU of the server for a key through the protocol, ms');
console.log(['draft', 'characters', 'findings', 'key', 'p50', 'p95', 'bytes of the answer'].join('\t'));
for (const { state, size, target } of CASES.filter(({ size }) => size <= Number(values.size))) {
  const text = state === 'clean' ? cleanDraftOf(root, size, linter) : draftOf(root, size, state);
  const server = await serve(text);
  for (const [name, edits] of Object.entries(keys(text))) {
    const times = [];
    for (let i = 0; i < KEYS + WARM_UP; i++) {
      const before = server.cpu();
      await server.edit(edits(i));
      if (i >= WARM_UP) times.push(server.cpu() - before);
    }
    const cells = [state, text.length, server.findings, name, quantile(times, 0.5).toFixed(2)];
    console.log([...cells, verdict(quantile(times, 0.95), target), server.bytes].join('\t'));
  }
  await server.stop();
}
process.exit(0);

/** Edits by kind, made in pairs: each second one takes back the first. In the middle of the text. */
function keys(text) {
  const lines = text.split('\n');
  let line = lines.length >> 1;
  while (lines[line].length < 30) line++;
  const character = lines[line].length >> 1;
  const at = { line, character };
  const range = (end) => ({ start: at, end });
  const pasted = lines.slice(0, 40).join('\n');
  const pastedEnd = { line: line + 39, character: lines[39].length };
  const pair = (put, end) => (i) =>
    i % 2 === 0 ? { range: range(at), text: put } : { range: range(end), text: '' };
  return {
    typing: pair('好', { line, character: character + 1 }),
    Enter: pair('\n', { line: line + 1, character: 0 }),
    'paste, undo': pair(pasted, pastedEnd),
  };
}
