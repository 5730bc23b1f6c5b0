/**
 * Compiles word lists into the Aho–Corasick automaton that `language/text/lexicon.ts` runs.
 *
 * A list is a file `rules/<family>/data/<list>.lexicon.tsv` with the columns `word`, `value` and `source` (or `note`);
 * its words get the category `<family>.<list>`. Lines that begin with `#` are comments.
 */

/** Full width to ASCII, ASCII to lower case: must agree with `expandAlphabet` in `language/text/lexicon.ts`. */
function fold(word) {
  return word
    .replace(/[！-～]/g, (c) => String.fromCharCode(c.charCodeAt(0) - 0xfee0))
    .replace(/[A-Z]/g, (c) => c.toLowerCase());
}

/**
 * @param {{word: string, category: string, value: string}[]} words
 * @returns {import('../language/text/lexicon.ts').CompiledLexicon}
 */
export function compileLexicon(words) {
  const { trie, symbols } = trieOf(words);
  const order = linkFailures(trie);
  const { states, outputs } = pack(trie, order, symbols.size);
  const base64 = (array) => Buffer.from(array.buffer).toString('base64');
  return {
    entries: words.map(({ word, category, value }) => [word, category, value]),
    alphabet: base64(
      Uint16Array.from([...symbols].flatMap(([unit, symbol]) => [unit.charCodeAt(0), symbol])),
    ),
    states: base64(states),
    seconds: base64(secondsOf(trie, symbols.size)),
    outputs: base64(Int32Array.from(outputs)),
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

/**
 * The trie as arrays: of each slot its base, the slot of its parent (-1: none), the slot of its failure node, and where its words
 * begin in `outputs` (0: it ends none).
 */
function pack(trie, order, symbolCount) {
  const { base, check } = placeNodes(trie, order);
  // A lookup never reads past the array: base + largest symbol stays inside.
  const size = Math.max(...base.filter((b) => b !== undefined), check.length) + symbolCount + 1;
  const states = new Int32Array(size * 4);
  for (let slot = 0; slot < size; slot++) states[slot * 4 + 1] = -1;
  const outputs = [-1];
  for (const node of trie) {
    const at = node.slot * 4;
    states[at] = base[node.slot] ?? 0;
    if (node.slot !== 0) states[at + 1] = check[node.slot];
    states[at + 2] = trie[node.fail].slot;
    if (node.entries.length > 0) {
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
  const used = [true];
  let firstFree = 1;
  for (const id of order) {
    const node = trie[id];
    if (node.children.size === 0) continue;
    const wanted = [...node.children.keys()];
    const lowest = Math.min(...wanted);
    while (used[firstFree]) firstFree++;
    let candidate = Math.max(1, firstFree - lowest);
    while (wanted.some((symbol) => used[candidate + symbol])) candidate++;
    base[node.slot] = candidate;
    for (const [symbol, child] of node.children) {
      const slot = candidate + symbol;
      used[slot] = true;
      check[slot] = node.slot;
      trie[child].slot = slot;
    }
  }
  return { base, check };
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
