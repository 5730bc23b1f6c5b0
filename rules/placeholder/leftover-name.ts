import type { Document } from '../../engine/document.ts';
import { defineModel } from '../../engine/facts.ts';
import type { Range } from '../../engine/finding.ts';
import { type Name, names } from '../../engine/names.ts';
import type { Paragraph } from '../../engine/paragraph.ts';
import { defineDocumentRule, type Match } from '../../engine/rule.ts';
import { rows } from '../../generated/placeholder-commonplace-names.ts';
import { type Placeholder, placeholders } from '../../language/blanks/placeholders.ts';

type Kind = 'person' | 'place';

interface Leftover extends Match {
  readonly name: Name;
  /** A masked one of the same kind, as evidence. */
  readonly masked: { readonly start: number; readonly end: number; readonly text: string };
  /** How many of the kind are masked. */
  readonly count: number;
}

/** So many of a kind must be masked before one that is not stands out. */
const MASKED: Readonly<Record<Kind, number>> = { person: 2, place: 3 };
interface Options {
  readonly most: number;
}

const COMMONPLACE: ReadonlySet<string> = new Set(rows.map(({ name }) => name));

interface Masked {
  readonly count: number;
  readonly first: Leftover['masked'] | undefined;
}

/** How many people and places are masked, and the first of each. */
const maskedNames = defineModel<Readonly<Record<Kind, Masked>>>('masked-names', (document) => ({
  person: countMasked(document, ({ slot }) => slot === 'surname' || slot === 'person'),
  place: countMasked(document, ({ slot }) => slot === 'place'),
}));

function countMasked(document: Document, accepts: (placeholder: Placeholder) => boolean): Masked {
  let count = 0;
  let first: Leftover['masked'] | undefined;
  for (const paragraph of document.paragraphsWith(placeholders)) {
    for (const placeholder of paragraph.fact(placeholders)) {
      if (!accepts(placeholder)) continue;
      count++;
      const { start, end } = placeholder;
      const text = paragraph.text.slice(start, end + 2);
      first ??= { start: paragraph.start + start, end: paragraph.start + end, text };
    }
  }
  return { count, first };
}

const NOBODY: ReadonlySet<string> = new Set();

/** 上海市××区: places that the draft names above masked ones on purpose. */
function aboveMasks(named: readonly Paragraph[]): ReadonlySet<string> {
  const above = new Set<string>();
  for (const paragraph of named) {
    const starts = new Set(paragraph.fact(placeholders).map(({ start }) => start));
    for (const { end, text } of paragraph.fact(names)) if (starts.has(end)) above.add(text);
  }
  return above;
}

/** What a place is called by, behind its name: 榆林 was filled in before 市, and 榆林市 is recognised. */
const TAIL = /(?:自治[区州县]|新区|街道|[省市州盟县区旗镇乡村])$/;

/** Whether the writer himself has put the name in, with or without what stood behind the blank. */
function isMeant({ text, kind }: Name, { language: { names } }: Paragraph): boolean {
  if (names === undefined) return false;
  return names.isMeant(text) || (kind === 'place' && names.isMeant(text.replace(TAIL, '')));
}

function rangeIn({ start }: Paragraph, name: Name): Range {
  return { start: start + name.start, end: start + name.end };
}

/** 区委书记张猛同志 in a draft whose other people are ×: a name that the masking has missed. */
export const leftoverName = defineDocumentRule<Leftover, Options>({
  id: 'placeholder/leftover-name',
  needsNames: true,
  severity: 'info',
  options: {
    most: {
      type: 'integer',
      default: 2,
      minimum: 1,
      maximum: 99,
      description: '同类名称写出的不超过几个才提示；更多时视为有意写出',
    },
  },

  *find(document, { most }) {
    const named = document.paragraphsWith(names);
    if (named.length === 0) return;
    const masked = document.model(maskedNames);
    for (const kind of ['person', 'place'] as const) {
      const { count, first } = masked[kind];
      if (count < MASKED[kind] || !first) continue;
      const above = kind === 'place' ? aboveMasks(named) : NOBODY;
      const isLeft = (name: Name, paragraph: Paragraph) =>
        name.kind === kind &&
        !COMMONPLACE.has(name.text) &&
        !above.has(name.text) &&
        !isMeant(name, paragraph);
      const found = named.flatMap((paragraph) =>
        paragraph
          .fact(names)
          .filter((name) => isLeft(name, paragraph))
          .map((name) => ({ ...rangeIn(paragraph, name), name, masked: first, count })),
      );
      if (new Set(found.map(({ name }) => name.text)).size <= most) yield* found;
    }
  },

  explain({ name, masked, count }) {
    const what = name.kind === 'person' ? '人名' : '地名';
    return {
      message: `全文有 ${count} 处${what}以占位符代替，此处却写出“${name.text}”：核对是否漏改，或是否应与占位符一并填写`,
      evidence: [{ start: masked.start, end: masked.end, message: `其他${what}用占位符：“${masked.text}”` }],
    };
  },
});
