/**
 * The process in which nodejieba runs: cppjieba ends the whole process at a bad dictionary file, so it must
 * not be the server's. Started by names/service.ts with the folder of the dictionaries and, optionally, the
 * path of nodejieba's addon as arguments; ends when its parent is gone.
 */

import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { type NameLexicon, recogniseNames, type TaggedWord } from '../language/names/recogniser/recognise.ts';
import type { NamesReply, NamesRequest } from './protocol.ts';

/** The part of nodejieba's addon in use. */
interface Binding {
  load(dictionary: string, hmmModel: string, userWords: string, idf: string, stopWords: string): boolean;
  tag(text: string): TaggedWord[];
}

// Before anything slow: a parent that dies while we load must not leave us behind.
process.on('disconnect', () => process.exit(0));

const [, script = '', dictionaryDir = '', bindingFile = ''] = process.argv;

/** Resolves after the message is handed over, so that the process may end. */
const send = (reply: NamesReply) =>
  new Promise<void>((resolve) => process.send?.(reply, undefined, {}, () => resolve()));

start();

function start(): void {
  let binding: Binding;
  let lexicon: NameLexicon;
  try {
    // The addon by itself: nodejieba's index.js asks @mapbox/node-pre-gyp where it is, and that with all it
    // depends on would have to be shipped. Resolved from this script, as both lie in one installation.
    binding = createRequire(script)(bindingFile || 'nodejieba/build/Release/nodejieba.node');
    const [dictionary, hmmModel, userWords, idf, stopWords] = [
      'jieba.dict',
      'hmm_model',
      'user.dict',
      'idf',
      'stop_words',
    ].map((name) => join(dictionaryDir, `${name}.utf8`)) as [string, string, string, string, string];
    lexicon = readLexicon([dictionary, userWords]);
    binding.load(dictionary, hmmModel, userWords, idf, stopWords);
  } catch (error) {
    const [reason = ''] = (error as Error).message.split('\n');
    void send({ kind: 'unavailable', reason }).then(() => process.exit(0));
    return;
  }
  process.on('message', ({ id, texts }: NamesRequest) => {
    void send({ kind: 'names', id, names: recogniseNames(texts, (text) => binding.tag(text), lexicon) });
  });
}

/** Our knowledge about words: the tags of the dictionaries that nodejieba loads, and our two lists. */
function readLexicon(dictionaries: readonly string[]): NameLexicon {
  const tags = new Map<string, string>();
  for (const file of dictionaries) {
    for (const line of readFileSync(file, 'utf8').split('\n')) {
      const [word, , tag] = line.split(' ');
      if (word && tag) tags.set(word, tag);
    }
  }
  const list = (name: string) =>
    new Set(
      readFileSync(join(dictionaryDir, name), 'utf8')
        .split(/\r?\n/u)
        .filter((line) => line && !line.startsWith('#'))
        .map((line) => line.split('\t')[0] as string),
    );
  const places = list('places.tsv');
  const notNames = list('not-names.tsv');
  return {
    tagOf: (word) => tags.get(word),
    isPlace: (word) => places.has(word),
    isNotName: (word) => notNames.has(word),
  };
}
