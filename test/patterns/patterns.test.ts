/**
 * Every regular expression of the program, written out or made at run time, is looked at by recheck: a line may have 100,000
 * characters and may be written to hurt. What only ever sees a few of them stands in `bounded.tsv`, with the reason.
 */
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { check } from 'recheck';
import { type Pattern, writtenPatterns } from '../support/patterns.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));
/** Verdicts by what was judged; looking at all anew takes some 15 seconds, at one a few milliseconds. */
const cacheFile = join(root, 'node_modules/.cache/gongwen-lint/patterns.json');

describe('regular expressions', function () {
  this.timeout(1_200_000);

  it('no line of text makes one slow', async () => {
    const bounded = boundedPatterns();
    const patterns = new Map(
      [...writtenPatterns(), ...(await built())].map((pattern) => [
        `/${pattern.source}/${pattern.flags}`,
        pattern,
      ]),
    );
    assert.ok(patterns.size > 500, `only ${patterns.size} were found`);
    const free = [...patterns].filter(([name]) => !bounded.has(name));
    const verdicts = await judge(free);
    assert.deepEqual(
      free
        .filter(([name]) => verdicts.get(name) !== 'safe')
        .map(([name, { where }]) => `${where}: ${name} ${verdicts.get(name)}`),
      [],
      'bound what it repeats, or, if it only ever sees a short text, say so in bounded.tsv',
    );
    assert.deepEqual(
      [...bounded.keys()].filter((name) => !patterns.has(name)),
      [],
      'bounded.tsv names what is gone: take these rows out',
    );
  });
});

/** Pattern → why it cannot hurt. */
function boundedPatterns(): Map<string, string> {
  const rows = readFileSync(new URL('bounded.tsv', import.meta.url), 'utf8')
    .trimEnd()
    .split('\n')
    .slice(1);
  return new Map(
    rows.map((row) => {
      const [pattern, reason] = row.split('\t') as [string, string];
      assert.ok(reason, `bounded.tsv gives no reason for ${pattern}`);
      return [pattern, reason];
    }),
  );
}

/** Those made at run time. */
async function built(): Promise<Pattern[]> {
  const script = fileURLToPath(new URL('built.ts', import.meta.url));
  const child = spawn(process.execPath, ['--import', 'tsx', script], {
    cwd: root,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const list = JSON.parse(await text(child.stdout)) as [string, string, string][];
  return list.map(([source, flags, where]) => ({ source, flags, where }));
}

/** `safe`, or what is wrong, by the name of the pattern. */
async function judge(patterns: readonly (readonly [string, Pattern])[]): Promise<Map<string, string>> {
  const cache = readCache();
  const verdicts = new Map<string, string>();
  const queue = patterns.values();
  const work = async () => {
    for (const [name, { source, flags }] of queue) {
      const key = createHash('sha1').update(name).digest('base64url');
      cache[key] ??= await verdictOf(source, flags);
      verdicts.set(name, cache[key]);
    }
  };
  await Promise.all([work(), work()]);
  mkdirSync(dirname(cacheFile), { recursive: true });
  writeFileSync(cacheFile, JSON.stringify(cache));
  return verdicts;
}

/** A verdict of the checker; `d` only adds offsets to the match, and is unknown to it. */
async function look(source: string, flags: string, limits: Parameters<typeof check>[2]): Promise<string> {
  const verdict = await check(source, flags.replace('d', ''), limits);
  switch (verdict.status) {
    case 'vulnerable':
      return verdict.complexity.summary;
    case 'unknown':
      return verdict.error.kind;
    default:
      return 'safe';
  }
}

/**
 * The checker's own limits are of time, and on a busy machine what it has not ended in time it calls slow. What is not safe at the first
 * look is looked at again with steps in their place: a line of 100,000 characters may cost some thousand steps a character, what is
 * quadratic costs a hundred times that.
 */
async function verdictOf(source: string, flags: string): Promise<string> {
  const first = await look(source, flags, { timeout: 10_000 });
  return first === 'safe' ? first : look(source, flags, STEPS);
}

const STEPS = {
  timeout: 120_000,
  attackTimeout: null,
  incubationTimeout: null,
  seedingTimeout: null,
  maxAttackStringSize: 100_000,
  attackLimit: 300_000_000,
} as const;

function readCache(): Record<string, string> {
  try {
    return JSON.parse(readFileSync(cacheFile, 'utf8'));
  } catch {
    return {};
  }
}
