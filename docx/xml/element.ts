import type { Scope } from './names.ts';

/**
 * An element with its place in the source. All offsets are UTF-16 units of the part's text.
 *
 *     <w:t xml:space="preserve">一、</w:t>
 *     ↑start                    ↑openEnd
 *                                 ↑closeStart ↑end
 */
export class Element {
  /** With the usual prefix, whatever the source has: `w:t`. */
  readonly name: string;
  /** As the source has it: `ns0:t`. */
  readonly rawName: string;
  readonly scope: Scope;
  readonly parent: Element | undefined;
  readonly children: Element[] = [];
  readonly start: number;
  readonly openEnd: number;
  closeStart = 0;
  end = 0;
  /** The characters directly in it, put together. Only of elements whose text matters; else empty. */
  text = '';
  /** By raw name. */
  readonly #attributes: Readonly<Record<string, string>>;

  constructor(
    rawName: string,
    attributes: Readonly<Record<string, string>>,
    scope: Scope,
    parent: Element | undefined,
    start: number,
    openEnd: number,
  ) {
    this.name = scope.element(rawName);
    this.rawName = rawName;
    this.scope = scope;
    this.parent = parent;
    this.#attributes = attributes;
    this.start = start;
    this.openEnd = openEnd;
  }

  /** An attribute by its usual name (`w:val`); one without a prefix by its bare name. */
  attribute(name: string): string | undefined {
    const direct = this.#attributes[name];
    if (direct !== undefined && this.scope.attribute(name) === name) return direct;
    for (const raw in this.#attributes) {
      if (this.scope.attribute(raw) === name) return this.#attributes[raw];
    }
    return undefined;
  }

  /** `w:val`, which most properties are told by. */
  get value(): string | undefined {
    return this.attribute('w:val');
  }

  /** The first child of that name. */
  child(name: string): Element | undefined {
    for (const child of this.children) if (child.name === name) return child;
    return undefined;
  }

  /** Down a path of children: `at('w:pPr', 'w:numPr')`. */
  at(...path: readonly string[]): Element | undefined {
    let found: Element | undefined = this;
    for (const name of path) found = found?.child(name);
    return found;
  }

  /** All elements in it, in document order, itself left out. */
  *descendants(): Generator<Element> {
    for (const child of this.children) {
      yield child;
      yield* child.descendants();
    }
  }

  /** Whether an element around it has this name. */
  isInside(name: string): boolean {
    for (let e = this.parent; e; e = e.parent) if (e.name === name) return true;
    return false;
  }

  /** `<w:p/>`: there is no place inside. */
  get selfClosed(): boolean {
    return this.closeStart === this.end;
  }
}

/** A property that is on when it is there and does not say otherwise: `<w:vanish/>`, `<w:vanish w:val="0"/>`. */
export function isOn(property: Element | undefined): boolean | undefined {
  if (!property) return undefined;
  const { value } = property;
  return value === undefined || !/^(?:0|false|off)$/i.test(value);
}

/** A whole number, or undefined for what is none. */
export function integer(text: string | undefined): number | undefined {
  return text !== undefined && /^[+-]?\d{1,9}$/.test(text.trim()) ? Number(text) : undefined;
}
