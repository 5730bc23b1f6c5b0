/** The elements that a review writes, with the prefix that the part uses. */
import type { Part } from '../package/package.ts';
import type { Element } from '../xml/element.ts';
import { prefixIn } from '../xml/names.ts';
import { escapeXml } from '../xml/text.ts';

/** Who changes, and when: the front end tells the time, for there is no clock here. */
export interface Author {
  readonly name: string;
  readonly initials: string;
  /** `2026-01-31T08:00:00Z` */
  readonly date: string;
}

/** Writes elements of WordprocessingML into one part. */
export class Markup {
  readonly #prefix: string;
  /** Where the part has no prefix for it, each element brings its own. */
  readonly #declaration: string;

  constructor({ root }: Part) {
    const known = root.scope.prefixOf('w');
    const uri = root.scope.uriOf(prefixIn(root.rawName)) ?? '';
    this.#prefix = known ?? 'w:';
    this.#declaration = known ? '' : ` xmlns:w="${escapeXml(uri)}"`;
  }

  /** `<w:name attributes>content</w:name>`; attributes by their local names. */
  element(name: string, attributes: Readonly<Record<string, string | number>> = {}, content = ''): string {
    const written = Object.entries(attributes)
      .map(([key, value]) => ` ${this.#prefix}${key}="${escapeXml(String(value))}"`)
      .join('');
    const open = `<${this.#prefix}${name}${this.#declaration}${written}`;
    return content === '' ? `${open}/>` : `${open}>${content}</${this.#prefix}${name}>`;
  }

  /** Text as the content of a run: tabs and line breaks are elements of their own. */
  text(text: string, name: 't' | 'delText' = 't'): string {
    return text
      .split(/([\t\v])/)
      .filter((part) => part !== '')
      .map((part) =>
        part === '\t'
          ? this.element('tab')
          : part === '\v'
            ? this.element('br')
            : `<${this.#prefix}${name}${this.#declaration} xml:space="preserve">${escapeXml(part)}</${this.#prefix}${name}>`,
      )
      .join('');
  }

  /** `w:ins` or `w:del` around content. */
  change(kind: 'ins' | 'del', id: number, { name, date }: Author, content = ''): string {
    return this.element(kind, { id, author: name, date }, content);
  }
}

/** The opening tag of an element once more, with another `w:id`: for a change of somebody that is parted in two. */
export function reopened(element: Element, source: string, id: number): string {
  const tag = source.slice(element.start, element.openEnd);
  return tag.replace(/:id\s?=\s?["'][^"']{0,20}["']/, `:id="${id}"`);
}
