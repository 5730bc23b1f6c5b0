/** A trie as a double array: each step of a look-up is one addition and one comparison. */

/**
 * Slots tried for a family of the trie before the next one of its size starts where it was put. More packs
 * better and takes longer: 2,000 save 7 % of the file and double the time.
 */
const PATIENCE = 64;

/**
 * The trie of all words, packed into cells of two 32-bit numbers:
 *
 *   cells[2·s]      where the children of slot s begin (0: it has none)
 *   cells[2·s + 1]  high half: the code of the unit that leads into slot s (0: the slot is free);
 *                   low half: the value of the word that ends there (0: none)
 *
 * A child by code c stands at slot base + c. No two slots have the same base, so the code alone tells whose
 * child a slot is, and it fits into 16 bits beside the value where a parent’s number would not. The children
 * of the root stand at slots 1…alphabet, where nothing else may, so the first step needs no check.
 */
export function packTrie({ words, valueOfWord }) {
  const { alphabet, codeOf } = countAlphabet(words);
  const nodes = trieNodes(words, valueOfWord, codeOf);
  const packing = new Packing(nodes, alphabet.length + 1);
  const family = (node) => nodes.end[node] - nodes.first[node];
  // The largest families first, while there is room; single children fill the gaps at the end.
  const parents = [];
  for (let node = 1; node < nodes.count; node++) if (family(node) > 0) parents.push(node);
  parents.sort((a, b) => family(b) - family(a) || a - b);
  for (const node of parents) packing.place(node);
  return { alphabet, nodes: nodes.count - 1, ...packing.finish(parents) };
}

/** Slots being filled, one family of children at a time. */
class Packing {
  #nodes;
  #rootEnd;
  #capacity;
  #cells;
  #baseTaken;
  #bases;
  #slotOf;
  #isFree;
  /** Free slots as a list: `#nextFree[s]` is the free slot after s, so that full regions are never walked again. */
  #nextFree;
  #slots;
  /** No free slot stands before it. */
  #head;
  /** Where the search for a family of the current size begins. */
  #hint;
  #size = 0;

  /** @param rootEnd the first slot behind the children of the root */
  constructor(nodes, rootEnd) {
    const capacity = rootEnd + nodes.count * 2 + 0x10000;
    this.#nodes = nodes;
    this.#rootEnd = rootEnd;
    this.#capacity = capacity;
    this.#cells = new Int32Array(2 * capacity);
    this.#baseTaken = new Uint8Array(capacity);
    this.#bases = new Int32Array(nodes.count);
    this.#slotOf = new Int32Array(nodes.count);
    this.#isFree = new Uint8Array(capacity).fill(1, rootEnd);
    this.#nextFree = Int32Array.from({ length: capacity + 1 }, (_, slot) => slot + 1);
    this.#slots = rootEnd;
    this.#head = rootEnd;
    this.#hint = rootEnd;
    this.#put(0, 0);
  }

  /** Puts the children of `node` at the first base that has room for all of them. */
  place(node) {
    const size = this.#nodes.end[node] - this.#nodes.first[node];
    if (size !== this.#size) {
      this.#size = size;
      this.#hint = this.#head;
    }
    const base = this.#findBase(node);
    this.#baseTaken[base] = 1;
    this.#bases[node] = base;
    this.#put(node, base);
    while (!this.#isFree[this.#head] && this.#head < this.#capacity) this.#head = this.#nextFree[this.#head];
  }

  #findBase(node) {
    const { code, first, end } = this.#nodes;
    const isFree = this.#isFree;
    const nextFree = this.#nextFree;
    let tried = 0;
    let before = -1; // the first free slot met
    for (let slot = this.#hint; ; slot = nextFree[slot]) {
      // Take slots that have been filled meanwhile out of the list.
      while (!isFree[nextFree[slot]] && nextFree[slot] < this.#capacity)
        nextFree[slot] = nextFree[nextFree[slot]];
      if (!isFree[slot]) continue;
      if (before < 0) before = slot;
      const base = slot - code[first[node]];
      tried++;
      if (base < 1 || this.#baseTaken[base]) continue;
      let child = first[node] + 1;
      while (child < end[node] && isFree[base + code[child]]) child++;
      if (child < end[node]) continue;
      // Single children fit anywhere; a larger family that has met many misfits leaves them to smaller ones.
      this.#hint = tried > PATIENCE && this.#size > 1 ? slot : before;
      return base;
    }
  }

  #put(node, base) {
    const { code, value, first, end } = this.#nodes;
    for (let child = first[node]; child < end[node]; child++) {
      const slot = base + code[child];
      this.#slotOf[child] = slot;
      this.#isFree[slot] = 0;
      this.#cells[2 * slot + 1] = (code[child] << 16) | value[child];
      if (slot >= this.#slots) this.#slots = slot + 1;
    }
  }

  /** @returns {{ cells: Int32Array, slots: number }} */
  finish(parents) {
    for (const node of parents) this.#cells[2 * this.#slotOf[node]] = this.#bases[node];
    // A reader adds any code to any base, so the array goes on for one alphabet beyond the last base.
    const last = this.#bases.reduce((most, base) => Math.max(most, base), 0);
    const slots = Math.max(this.#slots, last + this.#rootEnd);
    return { cells: this.#cells.subarray(0, 2 * slots), slots };
  }
}

/** UTF-16 units in use, the most frequent first: with small codes, families are narrow and pack well. */
function countAlphabet(words) {
  const counts = new Uint32Array(0x10000);
  for (const word of words) for (let i = 0; i < word.length; i++) counts[word.charCodeAt(i)]++;
  const alphabet = [];
  counts.forEach((count, unit) => {
    if (count) alphabet.push(unit);
  });
  alphabet.sort((a, b) => counts[b] - counts[a] || a - b);
  const codeOf = new Uint16Array(0x10000);
  alphabet.forEach((unit, index) => {
    codeOf[unit] = index + 1;
  });
  return { alphabet, codeOf };
}

/** The trie, level by level, as flat arrays: the children of a node lie side by side, in order of their codes. */
function trieNodes(words, valueOfWord, codeOf) {
  const most = words.reduce((sum, word) => sum + word.length, 1);
  const code = new Uint16Array(most);
  const value = new Uint16Array(most);
  const first = new Int32Array(most);
  const end = new Int32Array(most);
  const from = new Int32Array(most); // the words below a node are words[from … to)
  const to = new Int32Array(most);
  const depth = new Uint8Array(most);
  to[0] = words.length;
  let count = 1;
  for (let node = 0; node < count; node++) {
    let w = from[node];
    const level = depth[node];
    if (words[w].length === level) value[node] = valueOfWord[w++]; // the shortest word comes first
    const children = [];
    while (w < to[node]) {
      const unit = words[w].charCodeAt(level);
      const start = w;
      while (w < to[node] && words[w].charCodeAt(level) === unit) w++;
      children.push({ code: codeOf[unit], from: start, to: w });
    }
    children.sort((a, b) => a.code - b.code);
    first[node] = count;
    for (const child of children) {
      code[count] = child.code;
      from[count] = child.from;
      to[count] = child.to;
      depth[count] = level + 1;
      count++;
    }
    end[node] = count;
  }
  return { count, code, value, first, end };
}
