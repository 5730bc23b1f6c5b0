/**
 * What rules say, in English. Rules speak Chinese, about Chinese text; the phrases they say it with have their English in
 * `phrases/*.tsv`, one table for each family and one for what all of them say. A phrase with gaps is recognised by what stands between
 * them, so that rules know nothing of this, and who reads Chinese loads nothing of it.
 *
 *     由{1}增至{2}，应为{3}        from “{1}” to “{2}” should be “{3}”
 *     “{1}”的{2}                   the {2} of “{1}”
 *
 * In the English a gap within quotation marks takes over what the draft says as it stands; what is said in `{~1}` is a phrase itself or
 * is put in quotation marks, and in any other gap it must be a phrase.
 */

/** What the build makes of the pages of the rules and of the tables. */
export interface EnglishTexts {
  /** Title and summary, by rule. */
  readonly rules: Readonly<Record<string, readonly [title: string, summary: string]>>;
  /** Chinese and English, by family; under `''` what all families say. */
  readonly phrases: Readonly<Record<string, readonly (readonly [chinese: string, english: string])[]>>;
}

const HAN = /\p{Script=Han}/u;

/** What may stand in a gap: a phrase; the draft's own words, which have marks around them; a phrase or such words, which then get marks. */
type GapKind = 'phrase' | 'quoted' | 'quote';

interface Phrase {
  /** What stands before, between and behind the gaps. */
  readonly parts: readonly string[];
  /** The numbers of the gaps, in the order of the Chinese. */
  readonly gaps: readonly string[];
  readonly kinds: ReadonlyMap<string, GapKind>;
  readonly english: string;
}

/** Where a phrase is looked for. */
interface Within {
  readonly family: string;
  /** How many phrases it stands in. */
  readonly depth: number;
  /** Whether half a pair of quotation marks may be in a gap. */
  readonly halves?: boolean;
}

/** What was said lately is mostly said again: so much of it is kept. */
const MOST_KNOWN = 5000;

/** Phrases that hold phrases: a message, a list in it, what stands in the list, a note on that. */
const DEEPEST = 5;

export class Phrasebook {
  readonly #texts: EnglishTexts;
  readonly #phrases = new Map<string, readonly Phrase[]>();
  readonly #known = new Map<string, string | undefined>();

  constructor(texts: EnglishTexts) {
    this.#texts = texts;
  }

  /** Title and summary of a rule; undefined for one that users define. */
  rule(ruleId: string): { readonly title: string; readonly summary: string } | undefined {
    const said = this.#texts.rules[ruleId];
    return said && { title: said[0], summary: said[1] };
  }

  /**
   * What a rule says, in English; undefined where the tables have no phrase for it.
   * @param ruleId what comes before the slash names the table
   */
  english(ruleId: string, chinese: string): string | undefined {
    if (!HAN.test(chinese)) return chinese;
    const family = ruleId.slice(0, ruleId.indexOf('/'));
    const key = `${family}\t${chinese}`;
    if (this.#known.has(key)) return this.#known.get(key);
    const said = this.#said(family, chinese, 0);
    // A session may last for weeks.
    if (this.#known.size === MOST_KNOWN) this.#known.clear();
    this.#known.set(key, said);
    return said;
  }

  /** The same where there is a phrase; else as it is. */
  say(ruleId: string, chinese: string): string {
    return this.english(ruleId, chinese) ?? chinese;
  }

  #said(family: string, chinese: string, depth: number): string | undefined {
    if (!HAN.test(chinese)) return inLatinMarks(chinese);
    if (depth === DEEPEST) return undefined;
    return (
      this.#asPhrase(chinese, { family, depth }) ??
      this.#inPieces(family, chinese, depth) ??
      // Half a pair may be what is wrong.
      this.#asPhrase(chinese, { family, depth, halves: true })
    );
  }

  /** The English of the first phrase that it is, and of a quotation by itself. */
  #asPhrase(chinese: string, within: Within): string | undefined {
    for (const phrase of this.#phrasesOf(within.family)) {
      const english = this.#filled(phrase, chinese, within);
      if (english !== undefined) return english;
    }
    return QUOTATION.test(chinese) ? chinese : undefined;
  }

  /** The phrases of a family and those of all, the most particular first. */
  #phrasesOf(family: string): readonly Phrase[] {
    let phrases = this.#phrases.get(family);
    if (!phrases) {
      const length = ({ parts }: Phrase) => parts.join('').length;
      phrases = [...(this.#texts.phrases[family] ?? []), ...(this.#texts.phrases[''] ?? [])]
        .map(readPhrase)
        .sort((a, b) => length(b) - length(a));
      this.#phrases.set(family, phrases);
    }
    return phrases;
  }

  /** The English of a phrase with its gaps as they are filled here; undefined where what is said is another. */
  #filled(phrase: Phrase, chinese: string, { family, depth, halves }: Within): string | undefined {
    const { parts, gaps, kinds } = phrase;
    const first = parts[0]!;
    const last = parts.at(-1)!;
    if (gaps.length === 0) return chinese === first ? phrase.english : undefined;
    if (!chinese.startsWith(first) || !chinese.endsWith(last)) return undefined;
    if (chinese.length < first.length + last.length + gaps.length) return undefined;
    const end = chinese.length - last.length;
    const filled = new Map<string, string>();
    const fill = (gap: number, from: number): boolean => {
      const name = gaps[gap]!;
      const next = gap + 1 === gaps.length ? undefined : parts[gap + 1]!;
      // A gap has one character at least, and ends where the next part begins; the last where the phrase's end does.
      const endFrom = (at: number) => (next === undefined ? end : chinese.indexOf(next, at));
      for (
        let to = endFrom(from + 1);
        to > from && to <= end;
        to = next === undefined ? -1 : endFrom(to + 1)
      ) {
        const words = chinese.slice(from, to);
        if (!halves && !isBalanced(words)) continue;
        const said = this.#inGap(kinds.get(name), family, words, depth);
        if (said === undefined) continue;
        filled.set(name, said);
        if (next === undefined || fill(gap + 1, to + next.length)) return true;
      }
      return false;
    };
    if (!fill(0, first.length)) return undefined;
    return phrase.english.replace(/\{~?(\d)\}/g, (_, name: string) => filled.get(name) ?? '');
  }

  #inGap(kind: GapKind | undefined, family: string, chinese: string, depth: number): string | undefined {
    if (kind === 'quoted' || kind === undefined) return chinese;
    if (kind === 'quote' && !HAN.test(chinese)) return inLatinMarks(chinese);
    if (kind === 'quote') return this.#asPhrase(chinese, { family, depth: depth + 1 }) ?? `“${chinese}”`;
    return this.#said(family, chinese, depth + 1);
  }

  /** What is no phrase as a whole, clause by clause: each is a phrase, or a quotation. A phrase may have marks of its own. */
  #inPieces(family: string, chinese: string, depth: number): string | undefined {
    const pieces = piecesOf(chinese);
    let english = '';
    for (let from = 0; from < pieces.length; ) {
      const mark = MARKS.get(pieces[from]!);
      if (mark !== undefined) {
        english += mark;
        from++;
        continue;
      }
      let said: string | undefined;
      let to = Math.min(pieces.length, from + MOST_PIECES);
      if (from === 0 && to === pieces.length) to--;
      for (; said === undefined && to > from; to--) {
        const piece = pieces.slice(from, to).join('');
        said = HAN.test(piece) ? this.#asPhrase(piece, { family, depth: depth + 1 }) : inLatinMarks(piece);
        if (said !== undefined) from = to;
      }
      if (said === undefined) return undefined;
      english += said;
    }
    return english.trim();
  }
}

/** Clauses and marks that one phrase of a list may have. */
const MOST_PIECES = 7;

/** The draft's own words. */
const QUOTATION = /^(?:“[^“”]*”|‘[^‘’]*’|《[^《》]*》|«[^«»]*»)+$/;

const MARKS: ReadonlyMap<string, string> = new Map([
  ['，', ', '],
  ['、', ', '],
  ['；', '; '],
  ['：', ': '],
  ['（', ' ('],
  ['）', ')'],
]);

const OPENING = '“‘《«';
const CLOSING = '”’》»';

/** A text cut at its marks, which are pieces too, but for those within quotations. */
function piecesOf(text: string): string[] {
  const pieces: string[] = [];
  let depth = 0;
  let piece = '';
  for (const char of text) {
    if (OPENING.includes(char)) depth++;
    if (CLOSING.includes(char)) depth = Math.max(0, depth - 1);
    if (depth > 0 || !MARKS.has(char)) {
      piece += char;
      continue;
    }
    if (piece !== '') pieces.push(piece);
    pieces.push(char);
    piece = '';
  }
  if (piece !== '') pieces.push(piece);
  return pieces;
}

/** A row of a table, taken apart at its gaps. */
function readPhrase([chinese, english]: readonly [string, string]): Phrase {
  const [first = '', ...rest] = chinese.split(/\{(\d)\}/);
  const kinds = new Map<string, GapKind>();
  for (const { 1: before, 2: sign, 3: name } of english.matchAll(/(.?)\{(~?)(\d)\}/g)) {
    const quoted = OPENING.includes(before || ' ');
    kinds.set(name!, sign === '~' ? 'quote' : quoted ? 'quoted' : 'phrase');
  }
  return {
    parts: [first, ...rest.filter((_, i) => i % 2 === 1)],
    gaps: rest.filter((_, i) => i % 2 === 0),
    kinds,
    english,
  };
}

/** Whether every quotation that begins in it ends in it. */
function isBalanced(text: string): boolean {
  let open = 0;
  for (const char of text) {
    if (char === '“') open++;
    else if (char === '”' && --open < 0) return false;
  }
  return open === 0;
}

/** Figures and letters with the marks of Latin text. */
function inLatinMarks(text: string): string {
  return /[，、；：（）]/.test(text)
    ? [...text]
        .map((char) => MARKS.get(char) ?? char)
        .join('')
        .trim()
    : text;
}
