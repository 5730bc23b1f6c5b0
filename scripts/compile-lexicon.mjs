/**
 * Compiles word lists into the Aho–Corasick automaton that `language/text/lexicon.ts` runs.
 *
 * Its words come from all `data/*.lexicon.tsv`, `*.words.tsv` and `*.pairs.tsv` of the rooms (`scripts/generate.mjs`), list by list,
 * each with the category `<room>.<list>`.
 */
import { startsOf, textBytes } from './pack.mjs';

/** Full width to ASCII, ASCII to lower case: what the alphabet says of single units, see {@link alphabetOf}. */
function fold(word) {
  return word
    .replace(/[！-～]/g, (c) => String.fromCharCode(c.charCodeAt(0) - 0xfee0))
    .replace(/[A-Z]/g, (c) => c.toLowerCase());
}

/**
 * @param {{word: string, category: string, value: string}[]} words
 * @returns {{lists: import('../language/text/lexicon.ts').Lists, tables: import('./pack.mjs').Tables}}
 */
export function compileLexicon(words) {
  const lists = [...new Set(words.map(({ category }) => category))];
  if (
    words.some(({ category }, i) => i > 0 && lists.indexOf(category) < lists.indexOf(words[i - 1].category))
  )
    throw new Error('the words of a list do not stand together');
  const { trie, symbols } = trieOf(words);
  const order = linkFailures(trie);
  const { states, outputs } = packTrie(trie, order, symbols.size);
  return {
    lists: lists.map((list) => [list, words.filter(({ category }) => category === list).length]),
    tables: {
      'lexicon.alphabet': alphabetOf(symbols),
      'lexicon.states': states,
      'lexicon.seconds': secondsOf(trie, symbols.size),
      'lexicon.outputs': Int32Array.from(outputs),
      'lexicon.lengths': Uint8Array.from(words, ({ word }) => word.length),
      'lexicon.lists': Uint8Array.from(words, ({ category }) => lists.indexOf(category)),
      'lexicon.words': textBytes(words.map(({ word }) => word).join('')),
      'lexicon.word-starts': startsOf(words.map(({ word }) => word)),
      'lexicon.values': textBytes(words.map(({ value }) => value).join('')),
      'lexicon.value-starts': startsOf(words.map(({ value }) => value)),
    },
  };
}

/**
 * @typedef {{children: Map<number, number>, entries: number[], fail: number, slot: number}} Node
 *   `children`: by symbol, the number of the node; `entries`: the words that end here; `slot`: its place when packed
 */

/** The words as a trie, the root first, and the number of each character in use. */
function trieOf(words) {
  const symbols = new Map();
  /** @type {Node[]} */
  const trie = [{ children: new Map(), entries: [], fail: 0, slot: 0 }];
  words.forEach(({ word }, entry) => {
    let at = 0;
    for (const unit of fold(word).split('')) {
      if (!symbols.has(unit)) symbols.set(unit, symbols.size + 1);
      const symbol = symbols.get(unit);
      let next = trie[at].children.get(symbol);
      if (next === undefined) {
        next = trie.length;
        trie.push({ children: new Map(), entries: [], fail: 0, slot: 0 });
        trie[at].children.set(symbol, next);
      }
      at = next;
    }
    trie[at].entries.push(entry);
  });
  return { trie, symbols };
}

/** Failure links, breadth first; a node also ends the words that its failure node ends. @returns the nodes in that order */
function linkFailures(trie) {
  const order = [0];
  for (let i = 0; i < order.length; i++) {
    const node = trie[order[i]];
    for (const [symbol, child] of node.children) {
      let fail = node.fail;
      while (fail !== 0 && !trie[fail].children.has(symbol)) fail = trie[fail].fail;
      const target = order[i] === 0 ? 0 : (trie[fail].children.get(symbol) ?? 0);
      trie[child].fail = target === child ? 0 : target;
      trie[child].entries = [...trie[child].entries, ...trie[trie[child].fail].entries];
      order.push(child);
    }
  }
  return order;
}

/** The parent of a slot that no node has. */
const NO_STATE = 0xffff;

/**
 * The trie as arrays: of each slot its base, the slot of its parent ({@link NO_STATE}: none), the slot of its failure node, and where its words
 * begin in `outputs` (0: it ends none).
 */
function packTrie(trie, order, symbolCount) {
  const { base, check } = placeNodes(trie, order);
  // A lookup never reads past the array: base + largest symbol stays inside.
  const size = Math.max(...base.filter((b) => b !== undefined), check.length) + symbolCount + 1;
  if (size > NO_STATE) throw new RangeError('more states of the automaton than 16 bits can tell apart');
  // Half the memory of 32 bits: most of what a scan waits for is the memory behind it.
  const states = new Uint16Array(size * 4);
  for (let slot = 0; slot < size; slot++) states[slot * 4 + 1] = NO_STATE;
  const outputs = [-1];
  for (const node of trie) {
    const at = node.slot * 4;
    states[at] = base[node.slot] ?? 0;
    if (node.slot !== 0) states[at + 1] = check[node.slot];
    states[at + 2] = trie[node.fail].slot;
    if (node.entries.length > 0) {
      if (outputs.length > NO_STATE)
        throw new RangeError('more words end in states than 16 bits can tell apart');
      states[at + 3] = outputs.length;
      outputs.push(...node.entries, -1);
    }
  }
  return { states, outputs };
}

/** Each node takes the first base at which all its children find a free slot. Slot 0 is the root. */
function placeNodes(trie, order) {
  const check = [0];
  const base = [0];
  const slots = new Slots();
  slots.take(0);
  for (const id of order) {
    const node = trie[id];
    if (node.children.size === 0) continue;
    const wanted = [...node.children.keys()];
    const lowest = Math.min(...wanted);
    // Only where the lowest child finds a free slot: nearly all that come before the last ones are taken.
    let slot = slots.freeFrom(1 + lowest);
    while (!wanted.every((symbol) => slots.isFree(slot - lowest + symbol))) slot = slots.freeFrom(slot + 1);
    base[node.slot] = slot - lowest;
    for (const [symbol, child] of node.children) {
      const place = slot - lowest + symbol;
      slots.take(place);
      check[place] = node.slot;
      trie[child].slot = place;
    }
  }
  return { base, check };
}

/** Slots that are taken one by one; which is the next free one is found without a look at all those between. */
class Slots {
  /** Of a slot that is taken, a later one: all between the two are taken as well. @type {number[]} */
  #later = [];

  take(slot) {
    this.#later[slot] = slot + 1;
  }

  isFree(slot) {
    return this.#later[slot] === undefined;
  }

  /** The first free slot from this one on. */
  freeFrom(slot) {
    let free = slot;
    while (!this.isFree(free)) free = this.#later[free];
    // Whoever comes by here next takes one step.
    for (let at = slot; at < free; ) {
      const later = this.#later[at];
      this.#later[at] = free;
      at = later;
    }
    return free;
  }
}

/** By symbol: which symbols may follow it at the beginning of a word, folded into the bits of one number. */
function secondsOf(trie, symbolCount) {
  const seconds = new Int32Array(symbolCount + 1);
  for (const [symbol, child] of trie[0].children) {
    const { children, entries } = trie[child];
    if (entries.length > 0) seconds[symbol] = -1;
    for (const second of children.keys()) seconds[symbol] |= 1 << (second & 31);
  }
  return seconds;
}

/** `[unit, symbol]` pairs, with full-width and upper-case forms as {@link fold} folds them. */
function alphabetOf(symbols) {
  const all = new Map([...symbols].map(([unit, symbol]) => [unit.charCodeAt(0), symbol]));
  for (let code = 0x41; code <= 0x5a; code++) {
    const symbol = all.get(code + 0x20);
    if (symbol !== undefined) all.set(code, symbol);
  }
  for (let code = 0x21; code <= 0x7e; code++) {
    const symbol = all.get(code);
    if (symbol !== undefined && !all.has(code + 0xfee0)) all.set(code + 0xfee0, symbol);
  }
  return Uint16Array.from([...all].flat());
}
