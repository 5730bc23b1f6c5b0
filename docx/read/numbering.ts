/**
 * Automatic numbers: what Word puts before a paragraph and no text of the file holds.
 *
 * A paragraph names a list (`w:num`) and a level, by itself or by its style. Lists share the definition (`w:abstractNum`)
 * they are made of, and with it the count: another list of the same definition goes on where the last one stopped, unless it
 * says where to start.
 */
import { type Element, integer, isOn } from '../xml/element.ts';
import { childOf } from './children.ts';
import { formatNumber } from './number-formats.ts';
import type { Style, Styles } from './styles.ts';

const LEVELS = 9;
/** Links between lists and styles lead in circles in no honest file. */
const LINKS = 10;
/** Nine numbers and what stands between them. */
const LONGEST_PATTERN = 255;

interface Level {
  readonly start: number;
  readonly format: string;
  readonly custom: string | undefined;
  /** `第%1章`; empty for a level without a number. */
  readonly pattern: string;
  /** All numbers in it are Arabic. */
  readonly legal: boolean;
  /** Starts anew behind a number of this level or one above it; 0 for never. */
  readonly restartAfter: number;
  /** The style whose paragraphs stand on this level. */
  readonly style: string | undefined;
  readonly gap: AutomaticNumber['gap'];
}

interface List {
  /** What its count is kept under. */
  readonly definition: string;
  readonly levels: readonly (Level | undefined)[];
  /** Of the document: `zh-CN`. */
  readonly language: string | undefined;
  /** Where a level starts by the list's own word. */
  readonly starts: readonly (number | undefined)[];
}

export interface AutomaticNumber {
  /** As it is read: `第一章`, `（二）`, `3.1`; a bullet is `•`. */
  readonly text: string;
  readonly bullet: boolean;
  /** What stands between it and the text. */
  readonly gap: 'tab' | 'space' | 'nothing';
}

/** The lists of a document. Holds no counts: see {@link NumberingState}. */
export class Numbering {
  readonly #lists = new Map<string, List | undefined>();
  readonly #nums = new Map<string, Element>();
  readonly #definitions = new Map<string, Element>();
  readonly #styles: Styles;

  /** @param root the root of numbering.xml, if there is one */
  constructor(root: Element | undefined, styles: Styles) {
    this.#styles = styles;
    for (const element of root?.children ?? []) {
      if (element.name === 'w:num') this.#nums.set(element.attribute('w:numId') ?? '', element);
      else if (element.name === 'w:abstractNum') {
        this.#definitions.set(element.attribute('w:abstractNumId') ?? '', element);
      }
    }
  }

  /** The list and level of a paragraph; undefined where it has no number. */
  place(properties: Element | undefined): { id: string; list: List; level: number } | undefined {
    const styles = this.#styles.ofParagraph(properties);
    const own = childOf(properties, 'w:numPr');
    const named = own?.child('w:numId')?.value;
    const inherited = named === undefined ? inheritedFrom(styles) : undefined;
    const id = named ?? inherited?.id;
    if (id === undefined || Number(id) === 0) return undefined;
    const list = this.list(id);
    if (!list) return undefined;
    const level =
      integer(own?.child('w:ilvl')?.value) ??
      (inherited ? (levelOfStyle(list, styles) ?? inherited.level) : undefined) ??
      0;
    return level >= 0 && level < LEVELS ? { id, list, level } : undefined;
  }

  list(id: string): List | undefined {
    if (!this.#lists.has(id)) this.#lists.set(id, this.#readList(id));
    return this.#lists.get(id);
  }

  #readList(id: string): List | undefined {
    const num = this.#nums.get(id);
    const definition = num && this.#definitionOf(num);
    if (!definition) return undefined;
    const levels: (Level | undefined)[] = new Array(LEVELS).fill(undefined);
    const starts: (number | undefined)[] = new Array(LEVELS).fill(undefined);
    for (const element of definition.children) this.#addLevel(levels, element);
    for (const override of num.children) {
      if (override.name !== 'w:lvlOverride') continue;
      const level = integer(override.attribute('w:ilvl'));
      if (level === undefined || level < 0 || level >= LEVELS) continue;
      const own = override.child('w:lvl');
      if (own) this.#addLevel(levels, own, level);
      starts[level] = integer(override.child('w:startOverride')?.value);
    }
    const { language } = this.#styles;
    return { definition: definition.attribute('w:abstractNumId') ?? '', levels, language, starts };
  }

  /** A definition may only name a list style, whose own list holds the levels. */
  #definitionOf(num: Element): Element | undefined {
    let definition = this.#definitions.get(num.child('w:abstractNumId')?.value ?? '');
    for (let i = 0; i < LINKS && definition; i++) {
      const link = definition.child('w:numStyleLink')?.value;
      if (link === undefined) return definition;
      const id = inheritedFrom(this.#styles.chain(link))?.id;
      const next = this.#nums.get(id ?? '')?.child('w:abstractNumId')?.value;
      definition = this.#definitions.get(next ?? '');
    }
    return definition;
  }

  #addLevel(
    levels: (Level | undefined)[],
    element: Element,
    at = integer(element.attribute('w:ilvl')),
  ): void {
    if (element.name !== 'w:lvl' || at === undefined || at < 0 || at >= LEVELS) return;
    const own = element.parent?.name === 'w:lvlOverride';
    const restart = integer(element.child('w:lvlRestart')?.value);
    const format = childOf(element, 'w:numFmt');
    const gap = element.child('w:suff')?.value;
    levels[at] = {
      start: integer(element.child('w:start')?.value) ?? 0,
      format: format?.value ?? 'decimal',
      custom: format?.attribute('w:format'),
      pattern: element.child('w:lvlText')?.value?.slice(0, LONGEST_PATTERN) ?? '',
      legal: isOn(element.child('w:isLgl')) ?? false,
      // In a level of a list's own Word does not look at it ([MS-OI29500] 2.1.284).
      restartAfter: own ? (levels[at]?.restartAfter ?? LEVELS) : (restart ?? LEVELS),
      style: element.child('w:pStyle')?.value,
      gap: gap === 'space' || gap === 'nothing' ? gap : 'tab',
    };
  }
}

function inheritedFrom(styles: readonly Style[]): { id: string; level: number | undefined } | undefined {
  let level: number | undefined;
  for (const { element } of styles) {
    const numbering = element.at('w:pPr', 'w:numPr');
    level ??= integer(numbering?.child('w:ilvl')?.value);
    const id = numbering?.child('w:numId')?.value;
    if (id !== undefined) return { id, level };
  }
  return undefined;
}

/** A level may name the style that stands on it: that counts more than what the style says. */
function levelOfStyle({ levels }: List, styles: readonly Style[]): number | undefined {
  for (const { id } of styles) {
    const level = levels.findIndex((l) => l?.style === id);
    if (level >= 0) return level;
  }
  return undefined;
}

/** The counts as they stand while a document is gone through from its beginning. */
export class NumberingState {
  readonly #numbering: Numbering;
  /** By definition: the last number of each level. */
  readonly #counts = new Map<string, (number | undefined)[]>();
  /** Starts that lists have set and may not set again. */
  readonly #used = new Set<string>();

  constructor(numbering: Numbering) {
    this.#numbering = numbering;
  }

  /** Counts a paragraph, in document order, and says what is written before it. */
  next(properties: Element | undefined): AutomaticNumber | undefined {
    const place = this.#numbering.place(properties);
    if (!place) return undefined;
    const { id, list, level } = place;
    const settings = list.levels[level];
    if (!settings) return undefined;
    const counts = this.#countsOf(list);
    const override = list.starts[level];
    const last = counts[level];
    const key = `${id} ${level}`;
    if (override !== undefined && !this.#used.has(key)) counts[level] = override;
    else counts[level] = last === undefined ? (override ?? settings.start) : last + 1;
    this.#used.add(key);
    // A level that is gone past counts as begun: behind 1.1 comes 2.
    for (let i = 0; i < level; i++) counts[i] ??= list.levels[i]?.start;
    for (let i = level + 1; i < LEVELS; i++) {
      if (level < (list.levels[i]?.restartAfter ?? LEVELS)) counts[i] = undefined;
    }
    const bullet = settings.format === 'bullet';
    const text = bullet ? bulletOf(settings.pattern) : render(list, settings, counts, level);
    return text === '' ? undefined : { text, bullet, gap: settings.gap };
  }

  #countsOf({ definition }: List): (number | undefined)[] {
    let counts = this.#counts.get(definition);
    if (!counts) {
      counts = new Array(LEVELS).fill(undefined);
      this.#counts.set(definition, counts);
    }
    return counts;
  }
}

/** `%1.%2` with its numbers. One that is empty (`none`) takes what parts it from the next with it. */
function render(
  { levels, language }: List,
  settings: Level,
  counts: readonly (number | undefined)[],
  at: number,
): string {
  const numberOf = (index: number) => {
    const level = levels[index];
    if (!level || index > at) return '';
    const n = counts[index] ?? level.start;
    return settings.legal ? String(n) : formatNumber(n, level.format, { custom: level.custom, language });
  };
  const [before = '', ...parts] = settings.pattern.split(/%([1-9])/);
  let out = before;
  for (let i = 0; i < parts.length; i += 2) {
    const number = numberOf(Number(parts[i]) - 1);
    const isLast = i + 2 >= parts.length;
    out += number + (number === '' && !isLast ? '' : parts[i + 1]);
  }
  return out;
}

/** Bullets are letters of symbol fonts: any sign will do. */
function bulletOf(pattern: string): string {
  const code = pattern.charCodeAt(0);
  if (pattern.trim() === '') return '';
  return code >= 0xe000 && code <= 0xf8ff ? '•' : pattern;
}
