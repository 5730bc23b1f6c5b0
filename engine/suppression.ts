/**
 * Inline switches, in HTML comments of Markdown:
 *
 *     <!-- gongwen-disable-next-line figures/growth -->
 *     <!-- gongwen-disable placeholder, advert/contact -->  …  <!-- gongwen-enable -->
 *
 * Without rule names they mean all rules; a family name means its rules.
 */
import type { Document } from './document.ts';
import { defineFact, defineModel } from './facts.ts';
import type { Finding, Range } from './finding.ts';
import { groupBy, lowerBound } from './lists.ts';
import { familyOf } from './rule.ts';

/** Offsets are relative to the paragraph. */
interface Directive extends Range {
  readonly verb: 'disable-next-line' | 'disable-line' | 'disable' | 'enable';
  /** Rule ids and families; empty for all. */
  readonly rules: readonly string[];
}

/** A stretch of lines in which rules are silent. Lines inclusive, from 0. */
interface Suppression {
  readonly from: number;
  readonly to: number;
  readonly rules: readonly string[];
  /** The comment that asks for it. */
  readonly comment: Range;
}

/** A comment that hides nothing, or rules in it that hide nothing; offsets are the document's. */
export interface UnusedSuppression extends Range {
  /** The names in vain; empty where the comment is about all rules. */
  readonly rules: readonly string[];
}

const BEGINNING = /<!--\s*gongwen-/g;
const CLOSING = '-->';
const DIRECTIVE = /^(disable-next-line|disable-line|disable|enable)(?:\s([^>]*))?$/;
/** Far above any list of rules: what is longer is no directive. */
const LONGEST = 2000;

const directives = defineFact<readonly Directive[]>('directives', ({ source }) => {
  const found: Directive[] = [];
  if (!source.includes('<!--')) return found;
  let end = 0;
  for (const { 0: beginning, index } of source.matchAll(BEGINNING)) {
    const start = index + beginning.length;
    if (index < end) continue;
    const close = source.slice(start, start + LONGEST).indexOf(CLOSING);
    const directive = close < 0 ? null : DIRECTIVE.exec(source.slice(start, start + close).trimEnd());
    if (!directive) continue;
    end = start + close + CLOSING.length;
    const [, verb, rules = ''] = directive;
    found.push({
      start: index,
      end,
      verb: verb as Directive['verb'],
      rules: rules.split(/[\s,，]+/).filter((name) => name !== ''),
    });
  }
  return found;
});

export const suppressions = defineModel<readonly Suppression[]>('suppressions', (document) => {
  if (document.format !== 'markdown') return [];
  const found: Suppression[] = [];
  let open: Omit<Suppression, 'to'>[] = [];
  for (const paragraph of document.paragraphsWith(directives)) {
    const line = paragraph.index;
    for (const { verb, rules, start, end } of paragraph.fact(directives)) {
      const comment = { start: paragraph.start + start, end: paragraph.start + end };
      switch (verb) {
        case 'disable-line':
          found.push({ from: line, to: line, rules, comment });
          break;
        case 'disable-next-line':
          found.push({ from: line + 1, to: line + 1, rules, comment });
          break;
        case 'disable':
          open.push({ from: line, rules, comment });
          break;
        case 'enable': {
          const closed = open.filter((disabled) => closes(rules, disabled.rules));
          for (const disabled of closed) found.push({ ...disabled, to: line });
          open = open.filter((disabled) => !closes(rules, disabled.rules));
        }
      }
    }
  }
  for (const start of open) found.push({ ...start, to: document.paragraphs.length });
  return found;
});

/** `enable` without names closes everything; with names, the `disable`s that name the same rules. */
function closes(enabled: readonly string[], disabled: readonly string[]): boolean {
  return enabled.length === 0 || (disabled.length > 0 && disabled.every((name) => enabled.includes(name)));
}

/** Goes down a document with its suppressions, so that their number does not count at each finding. */
export class SuppressionFilter {
  readonly #hidden: readonly Suppression[];
  readonly #document: Document;
  /** By rule id or family, `''` for all: the last line known to be silent. */
  readonly #until = new Map<string, number>();
  #next = 0;
  #line = 0;

  constructor(hidden: readonly Suppression[], document: Document) {
    this.#hidden = [...hidden].sort((a, b) => a.from - b.from);
    this.#document = document;
  }

  /** Those of the findings, given in document order, that no suppression hides. */
  filter(findings: readonly Finding[]): Finding[] {
    return findings.filter((finding) => {
      this.#goTo(finding.start);
      const { ruleId } = finding;
      return !(this.#isSilent('') || this.#isSilent(ruleId) || this.#isSilent(familyOf(ruleId)));
    });
  }

  #goTo(offset: number): void {
    const { paragraphs } = this.#document;
    while (this.#line + 1 < paragraphs.length && paragraphs[this.#line + 1]!.start <= offset) this.#line++;
    for (; this.#next < this.#hidden.length && this.#hidden[this.#next]!.from <= this.#line; this.#next++) {
      const { to, rules } = this.#hidden[this.#next]!;
      for (const name of rules.length === 0 ? [''] : rules) {
        this.#until.set(name, Math.max(to, this.#until.get(name) ?? 0));
      }
    }
  }

  #isSilent(name: string): boolean {
    return (this.#until.get(name) ?? -1) >= this.#line;
  }
}

/**
 * The comments that hide none of the findings, and the names in comments that hide none; in document order.
 * @param findings all of the document, in order, before any is hidden
 * @param ran whether findings of a rule or family could have been found: of others nothing is known
 */
export function unusedSuppressions(
  document: Document,
  findings: readonly Finding[],
  ran: (name: string) => boolean,
): UnusedSuppression[] {
  const named = findings.flatMap(({ ruleId, start }) => {
    const { index } = document.paragraphAt(start);
    return ['', familyOf(ruleId), ruleId].map((name) => ({ name, index }));
  });
  const places = groupBy(named, ({ name }) => name);
  const hides = (name: string, { from, to }: Suppression) => {
    const list = places.get(name) ?? [];
    const first = list[lowerBound(list, from, ({ index }) => index)];
    return first !== undefined && first.index <= to;
  };
  return document
    .model(suppressions)
    .flatMap((suppression) => {
      const { rules, comment } = suppression;
      const vain = rules.filter((name) => ran(name) && !hides(name, suppression));
      const isVain = rules.length === 0 ? !hides('', suppression) : vain.length > 0;
      return isVain ? [{ ...comment, rules: vain }] : [];
    })
    .sort((a, b) => a.start - b.start);
}
