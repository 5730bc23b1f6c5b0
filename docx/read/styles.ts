/**
 * Styles: what a paragraph or run inherits. A property is looked for in the paragraph itself, then in its style and the styles
 * that is based on, then in the document's defaults.
 */
import { type Element, integer, isOn } from '../xml/element.ts';
import { childOf } from './children.ts';

export interface Style {
  readonly id: string;
  readonly name: string;
  readonly element: Element;
  readonly basedOn: string | undefined;
}

export class Styles {
  readonly #byId = new Map<string, Style>();
  readonly #chains = new Map<string, readonly Style[]>();
  readonly #hidden = new Map<string, boolean | undefined>();
  readonly #defaults = new Map<string, string>();
  /** `w:docDefaults`. */
  readonly defaults: Element | undefined;

  /** @param root the root of styles.xml, if there is one */
  constructor(root: Element | undefined) {
    for (const element of root?.children ?? []) {
      if (element.name !== 'w:style') continue;
      const id = element.attribute('w:styleId');
      if (id === undefined) continue;
      const style = {
        id,
        name: element.child('w:name')?.value ?? id,
        element,
        basedOn: element.child('w:basedOn')?.value,
      };
      this.#byId.set(id, style);
      if (isOn(element) !== false && /^(?:1|true|on)$/.test(element.attribute('w:default') ?? '')) {
        this.#defaults.set(element.attribute('w:type') ?? 'paragraph', id);
      }
    }
    this.defaults = root?.child('w:docDefaults');
  }

  /** The style and those it is based on, nearest first. Empty for an unknown one; a circle ends where it closes. */
  chain(id: string | undefined): readonly Style[] {
    if (id === undefined) return [];
    let chain = this.#chains.get(id);
    if (!chain) {
      const found: Style[] = [];
      for (let style = this.#byId.get(id); style && found.length < LONGEST_CHAIN; ) {
        if (found.includes(style)) break;
        found.push(style);
        style = style.basedOn === undefined ? undefined : this.#byId.get(style.basedOn);
      }
      chain = found;
      this.#chains.set(id, chain);
    }
    return chain;
  }

  /** The styles of a paragraph, nearest first. */
  ofParagraph(properties: Element | undefined): readonly Style[] {
    return this.chain(childOf(properties, 'w:pStyle')?.value ?? this.#defaults.get('paragraph'));
  }

  /** The language that the document is written in where it does not say otherwise. */
  get language(): string | undefined {
    return this.defaults?.at('w:rPrDefault', 'w:rPr', 'w:lang')?.value;
  }

  /** 1–9, or undefined for body text. */
  outlineLevel(properties: Element | undefined): number | undefined {
    const own = integer(childOf(properties, 'w:outlineLvl')?.value);
    const level = own ?? this.#styleLevel(this.ofParagraph(properties));
    return level !== undefined && level >= 0 && level < 9 ? level + 1 : undefined;
  }

  #styleLevel(styles: readonly Style[]): number | undefined {
    for (const { element, name } of styles) {
      const level = integer(element.at('w:pPr', 'w:outlineLvl')?.value);
      if (level !== undefined) return level;
      const [, built] = BUILT_IN.exec(name) ?? [];
      if (built !== undefined) return Number(built) - 1;
    }
    return undefined;
  }

  /** Whether a run is hidden text (`w:vanish`), by itself or by a style. */
  isHidden(run: Element | undefined, paragraphStyles: readonly Style[]): boolean {
    const own = isOn(childOf(run, 'w:vanish'));
    if (own !== undefined) return own;
    const style = childOf(run, 'w:rStyle')?.value;
    return this.#hides(style) ?? this.#hides(paragraphStyles[0]?.id) ?? false;
  }

  #hides(id: string | undefined): boolean | undefined {
    if (id === undefined) return undefined;
    if (!this.#hidden.has(id)) {
      let hides: boolean | undefined;
      for (const { element } of this.chain(id)) hides ??= isOn(element.at('w:rPr', 'w:vanish'));
      this.#hidden.set(id, hides);
    }
    return this.#hidden.get(id);
  }
}

/** More styles are based on each other in no honest file. */
const LONGEST_CHAIN = 100;

/** Word's own styles of headings have their level by their name, whether they say it or not. */
const BUILT_IN = /^(?:heading|标题) ?([1-9])$/i;
