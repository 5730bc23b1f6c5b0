/**
 * Places of a draft at which a fault can be planted. A template writes both readings, the right one and the wrong one; a
 * draft is read with all of them right (the clean twin), or with exactly one wrong.
 */

/** Signs of the private use area: no text has them. */
const OPEN = '\ue000';
const BETWEEN = '\ue001';
const CLOSE = '\ue002';

/** A place in a template: `kind` is what is reported by kind in the table of recall. */
export function site(kind: string, right: string, wrong: string): string {
  return `${OPEN}${kind}${BETWEEN}${right}${BETWEEN}${wrong}${CLOSE}`;
}

export interface Site {
  readonly kind: string;
  readonly right: string;
  readonly wrong: string;
}

/** A draft with its sites. */
export class Draft {
  readonly sites: readonly Site[];
  /** Text between the sites, one piece more than there are sites. */
  readonly #pieces: readonly string[];

  constructor(template: string) {
    const sites: Site[] = [];
    const pieces: string[] = [];
    for (const [i, part] of template.split(OPEN).entries()) {
      if (i === 0) {
        pieces.push(part);
        continue;
      }
      const [inside, after] = part.split(CLOSE) as [string, string];
      const [kind, right, wrong] = inside.split(BETWEEN) as [string, string, string];
      sites.push({ kind, right, wrong });
      pieces.push(after);
    }
    this.sites = sites;
    this.#pieces = pieces;
  }

  /** The text with one site wrong, or with none, and where that site stands. */
  read(wrong?: number): { readonly text: string; readonly start: number; readonly end: number } {
    let text = this.#pieces[0]!;
    let start = -1;
    let end = -1;
    for (const [i, site] of this.sites.entries()) {
      const reading = i === wrong ? site.wrong : site.right;
      if (i === wrong) {
        start = text.length;
        end = start + reading.length;
      }
      text += reading + this.#pieces[i + 1]!;
    }
    return { text, start, end };
  }
}
