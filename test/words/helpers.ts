import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import { loadWords, type Words } from '../../language/text/words.ts';
import { buildWords } from '../../scripts/build-words.mjs';

/** Builds the dictionaries unless they are up to date; returns where they are. */
export function dictionaries(): { outFile: string; namesDir: string } {
  return buildWords();
}

let loaded: Words | undefined;

/** The words of the built dictionary, loaded once for all tests. */
export function words(): Words {
  loaded ??= loadWords(readFileSync(dictionaries().outFile));
  return loaded;
}

/** Prints why before skipping: a suite that skips silently looks like one that passes. */
export function skipWithReason(context: Mocha.Context, reason: string): never {
  console.log(`      skipped: ${reason}`);
  context.skip();
  throw new Error('unreachable');
}

/** The part of nodejieba's addon that the tests use. */
export interface Jieba {
  load(dictionary: string, hmm: string, user: string, idf: string, stopWords: string): boolean;
  cut(text: string, hmm: boolean): string[];
}

/**
 * nodejieba with its full dictionary and our words, as words.bin has them; or the reason why it cannot be
 * loaded here.
 */
export function loadJieba(): Jieba | string {
  const { namesDir } = dictionaries();
  const require = createRequire(import.meta.url);
  try {
    const jieba: Jieba = require('nodejieba/build/Release/nodejieba.node');
    const full = fileURLToPath(
      new URL('../../node_modules/nodejieba/submodules/cppjieba/dict/jieba.dict.utf8', import.meta.url),
    );
    const [hmm, user, idf, stopWords] = ['hmm_model', 'user.dict', 'idf', 'stop_words'].map(
      (name) => `${namesDir}/${name}.utf8`,
    ) as [string, string, string, string];
    jieba.load(full, hmm, user, idf, stopWords);
    return jieba;
  } catch (error) {
    return `nodejieba does not load here: ${(error as Error).message.split('\n')[0]}`;
  }
}
