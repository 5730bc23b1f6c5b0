import type { Document } from '../../engine/document.ts';
import { MOST_EVIDENCE, type Range, type Severity } from '../../engine/finding.ts';
import type { Paragraph } from '../../engine/paragraph.ts';
import { defineDocumentRule, type Match } from '../../engine/rule.ts';
import {
  attachmentLists,
  type CaptionKind,
  captions,
  type Reference,
  references,
} from '../../language/structure/references.ts';
import { type Member, type Series, structure } from '../../language/structure/structure.ts';
import { findBreaks } from './series/alignment.ts';
import { attachmentSeries } from './series/attachments.ts';
import { misstatedExtents } from './series/extent.ts';
import {
  type NumberedPart,
  PART_NAMES,
  type Part,
  type PartFault,
  partEvidence,
  sayPartFault,
} from './series/part-faults.ts';

interface Dangling extends Match {
  /** The reference as it is written; of the parts themselves, what they say of their number. */
  readonly label: string;
  readonly fault: PartFault;
  readonly shown: readonly Part[];
}

/** A reference to a part that is not there: 见附件3 with two attachments, 本办法第四十条 of thirty. */
export const reference = defineDocumentRule<Dangling>({
  id: 'numbering/reference',
  awaitsMore: true,
  severity: 'error',

  *find(document) {
    const parts = new Parts(document);
    for (const paragraph of document.paragraphsWith(references)) {
      for (const ref of paragraph.fact(references)) {
        const problem = parts.problemWith(ref, paragraph.start + ref.start);
        if (!problem) continue;
        const label = paragraph.text.slice(ref.start, ref.end);
        yield {
          start: paragraph.start + ref.start,
          end: paragraph.start + ref.end,
          label,
          ...problem,
        };
      }
    }
    for (const misstated of misstatedExtents(document, () => wholeStatute(document.model(structure).series)))
      yield { ...misstated, severity: 'error' };
    yield* captionBreaks(document);
    yield* attachmentMismatch(document);
  },

  explain({ label, fault, shown }) {
    return { message: sayPartFault(label, fault), evidence: partEvidence(shown) };
  },
});

/** A number that is further off is of another list. */
const FAR_OFF = 3;

interface Problem {
  readonly fault: PartFault;
  readonly shown: readonly Part[];
  readonly severity: Severity;
}

/** The parts of the document that can be referred to, read when first asked for. */
class Parts {
  readonly #document: Document;
  #articles: readonly Member[] | undefined;
  readonly #numbered = new Map<NumberedPart, readonly Part[]>();

  constructor(document: Document) {
    this.#document = document;
  }

  /** @param at where the reference stands in the document */
  problemWith(ref: Reference, at: number): Problem | undefined {
    if (ref.of === 'other') return undefined;
    switch (ref.kind) {
      case 'attachment':
        return this.#beyond(ref.kind, ref.value, 'error');
      case 'figure':
      case 'table':
      case 'attached-figure':
      case 'attached-table':
        return this.#beyond(ref.kind, ref.value, 'warning');
      case 'first-items':
        return this.#tooMany(ref, at);
      case 'last-items':
        return this.#notAll(ref, at);
      case 'part':
        return ref.of === 'own' ? this.#missingPart(ref) : undefined;
      case 'article':
        return this.#missingArticle(ref);
      case 'item':
        if (ref.article !== undefined) return this.#missingItemOf(ref.article, ref);
        return ref.of === 'own' ? this.#missingItem(ref, at) : undefined;
      default:
        return undefined;
    }
  }

  /** 前四项, straight behind a list of three or beside its last member. */
  #tooMany(ref: Reference, at: number): Problem | undefined {
    const list = this.#listBefore(ref.value, at);
    if (!list || list.members.length >= ref.value) return undefined;
    const fault = { kind: 'fewer-items', count: list.members.length } as const;
    return { fault, shown: list.members.map(partOf), severity: 'warning' };
  }

  /** 前三项由…，后三项由…, of a list of five: both together are all of it. */
  #notAll({ value, beside }: Reference, at: number): Problem | undefined {
    const sum = value + beside!;
    const list = this.#listBefore(sum, at);
    if (!list || list.members.length === sum || list.members.length <= Math.max(value, beside!))
      return undefined;
    const fault = { kind: 'not-all', beside: beside!, sum, count: list.members.length } as const;
    return { fault, shown: list.members.map(partOf), severity: 'warning' };
  }

  /** The list that so many items, give or take some, are of: it ends in the line before the place, or around it. */
  #listBefore(items: number, at: number): Series | undefined {
    const { series } = this.#document.model(structure);
    const list = series.findLast(
      (s) => s.first.start < at && s.members.length > 1 && s.first.mark.value === 1,
    );
    if (!list || Math.abs(list.members.length - items) > FAR_OFF) return undefined;
    return this.#document.indexAt(at) - list.last.paragraph.index > 1 ? undefined : list;
  }

  #captionsOf(kind: CaptionKind): Part[] {
    const found: Part[] = [];
    for (const paragraph of this.#document.paragraphsWith(captions)) {
      for (const caption of paragraph.fact(captions)) {
        if (caption.kind !== kind) continue;
        found.push({
          start: paragraph.start + caption.start,
          end: paragraph.start + caption.end,
          value: caption.value,
          label: paragraph.text.slice(caption.start, caption.end).replace(/\s/g, ''),
        });
      }
    }
    return found;
  }

  #beyond(of: NumberedPart, value: number, severity: Severity): Problem | undefined {
    const parts = this.#partsOf(of);
    const last = lastOf(parts);
    if (!last || value <= last.value) return undefined;
    return { fault: { kind: 'parts-end', of, last: last.label }, shown: parts, severity };
  }

  #partsOf(kind: NumberedPart): readonly Part[] {
    let known = this.#numbered.get(kind);
    if (!known) {
      known =
        kind === 'attachment'
          ? [
              ...attachedParts(this.#document),
              ...listedAttachments(this.#document).items,
              ...onlyAttachment(this.#document),
            ]
          : this.#captionsOf(kind);
      this.#numbered.set(kind, known);
    }
    return known;
  }

  /** 本方案第五部分, in a text of three: 一、二、三、 or 第一部分 … 第三部分. */
  #missingPart(ref: Reference): Problem | undefined {
    const { roots } = this.#document.model(structure);
    const parts = roots.filter(({ kind, first }) => (kind === 'han' || kind === 'part') && first.mark.lead);
    const [only] = parts;
    // Where several begin at one, which of them is meant is not known.
    if (parts.length !== 1 || !only || only.first.mark.value !== 1 || only.members.length < 2)
      return undefined;
    if (ref.value <= Math.max(...only.members.map(({ mark }) => mark.value))) return undefined;
    return {
      fault: { kind: 'text-ends', last: only.last.label },
      shown: only.members.map(partOf),
      severity: 'warning',
    };
  }

  #missingArticle(ref: Reference): Problem | undefined {
    this.#articles ??= wholeStatute(this.#document.model(structure).series);
    const last = this.#articles.at(-1);
    if (!last || ref.value <= last.mark.value || !this.#isOfStatute(ref)) return undefined;
    const shown = [{ ...partOf(last), last: 'article' as const }];
    const severity = ref.of === 'own' ? 'error' : 'warning';
    return { fault: { kind: 'text-ends', last: last.label }, shown, severity };
  }

  /** 本办法第十条, and 违反第十条 in a statute of which no article is left out: what shows a part of one may speak of the rest. */
  #isOfStatute({ of }: Reference): boolean {
    const articles = this.#articles!;
    return of === 'own' || (of === 'bare' && articles.every(({ mark }, i) => mark.value === i + 1));
  }

  /** 本办法第三条第（三）项, and 第三条 has two. */
  #missingItemOf(article: number, ref: Reference): Problem | undefined {
    const { value } = ref;
    this.#articles ??= wholeStatute(this.#document.model(structure).series);
    if (!this.#isOfStatute(ref)) return undefined;
    const named = this.#articles.filter(({ mark }) => mark.value === article);
    const lists = named[0]?.children.filter(({ kind }) => kind === 'han-bracket') ?? [];
    const [list] = lists;
    // Of several lists, in paragraphs of their own, it is not known which is meant.
    if (named.length !== 1 || lists.length !== 1 || !list || value <= list.last.mark.value) return undefined;
    const fault = { kind: 'article-ends', article: named[0]!.label, last: list.last.label } as const;
    return { fault, shown: list.members.map(partOf), severity: ref.of === 'own' ? 'error' : 'warning' };
  }

  /** 前述第（五）项: the list before it has fewer items. */
  #missingItem(ref: Reference, at: number): Problem | undefined {
    const { series } = this.#document.model(structure);
    const lists = series.filter((s) => s.kind === 'han-bracket' && s.first.mark.lead);
    // 本文（五）: of all the lists none has so many.
    if (ref.anywhere) {
      if (lists.length === 0 || lists.some(({ members }) => members.some((m) => m.mark.value >= ref.value)))
        return undefined;
      const longest = lists.reduce((a, b) => (b.members.length > a.members.length ? b : a));
      return {
        fault: { kind: 'longest-ends', last: longest.last.label },
        shown: longest.members.map(partOf),
        severity: 'warning',
      };
    }
    const list = lists.findLast((s) => s.first.start < at);
    if (!list || ref.value <= list.last.mark.value) return undefined;
    // The list may stand far above, and the reference be to something else.
    const near = this.#document.indexAt(at) - list.last.paragraph.index <= 3;
    if (!near) return undefined;
    const fault = { kind: 'list-ends', last: list.last.label } as const;
    return { fault, shown: list.members.map(partOf), severity: 'warning' };
  }
}

function partOf(member: Member): Part {
  return { start: member.start, end: member.markEnd, value: member.mark.value, label: member.label };
}

/** The part with the largest number. */
function lastOf(parts: readonly Part[]): Part | undefined {
  return parts.reduce<Part | undefined>(
    (last, part) => (last && last.value >= part.value ? last : part),
    undefined,
  );
}

/** The articles of a text that is one whole statute: they begin with 第一条 and run to the end without a restart. */
function wholeStatute(series: readonly Series[]): readonly Member[] {
  const runs = series.filter((s) => s.kind === 'article' && s.first.mark.lead);
  const restarts = runs.filter((s) => s.first.mark.value === 1);
  if (restarts.length !== 1 || runs[0] !== restarts[0]) return [];
  return runs.flatMap((s) => s.members);
}

/** 附件 before its number. */
const ATTACHMENT = 2;

/** 附件1, 附件2 at the heads of the attachments themselves. */
function attachedParts(document: Document): Part[] {
  return document
    .model(structure)
    .series.filter((s) => s.kind === 'attachment')
    .flatMap((s) => s.members)
    .filter((m) => m.mark.value > 0)
    .map((m) => ({ ...partOf(m), label: `附件${m.label.slice(ATTACHMENT).replace(/[.．、：:\s]/g, '')}` }));
}

/** 附件：1.…… 2.……: the list after the text, and where it stands. */
function listedAttachments(document: Document): { at: Range | undefined; items: Part[] } {
  for (const paragraph of document.paragraphsWith(attachmentLists)) {
    const { start, end } = paragraph.fact(attachmentLists)[0]!;
    const list = attachmentSeries(document, paragraph);
    if (!list) continue;
    return {
      at: { start: paragraph.start + start, end: paragraph.start + end },
      items: list.members.map((m) => ({ ...partOf(m), label: `附件${m.mark.value}` })),
    };
  }
  return { at: undefined, items: [] };
}

/** 附件：登记表, and no more: the only one has no number. */
function onlyAttachment(document: Document): Part[] {
  const [paragraph, other] = document.paragraphsWith(attachmentLists);
  if (!paragraph || other) return [];
  const { start, end } = paragraph.fact(attachmentLists)[0]!;
  const next = document.paragraphs[paragraph.index + 1];
  const named = paragraph.text.slice(end, paragraph.contentEnd).trim();
  // What stands on the next line may be another, and a file hold several.
  if (!/^[^\d一二三、；：.]{2,40}$/.test(named) || named.includes('附件')) return [];
  if (next && !next.blank && mayBeAttachment(next)) return [];
  return [{ start: paragraph.start + start, end: paragraph.start + end, value: 1, label: '附件' }];
}

/** Set in like the one above, or called as attachments are. */
function mayBeAttachment({ text, content }: Paragraph): boolean {
  return /^[ \u3000\t\d]/.test(text) || ATTACHED.test(content);
}
const ATTACHED =
  /(?:表|名单|清单|方案|办法|细则|规定|意见|要点|标准|目录|说明|附件|书|单|图|册|案|则)[》）]?$/;

/** The list of attachments names more or fewer than are attached. */
function* attachmentMismatch(document: Document): Generator<Dangling> {
  if (document.paragraphsWith(attachmentLists).length === 0) return;
  const attached = attachedParts(document);
  const { at, items } = listedAttachments(document);
  if (!at || attached.length === 0 || attached.length === items.length) return;
  yield {
    start: at.start,
    end: at.end,
    severity: 'warning',
    label: '',
    fault: { kind: 'attached', listed: items.length, attached: attached.map(({ label }) => label) },
    shown: attached,
  };
}

const CAPTION_KINDS: readonly CaptionKind[] = ['figure', 'table', 'attached-figure', 'attached-table'];

/** Whether nothing in the text could begin the numbers of its figures anew: 图1 图1 图2 has one twice then. */
function isUndivided(document: Document): boolean {
  return document
    .model(structure)
    .series.every(
      ({ kind }) => kind !== 'attachment' && kind !== 'chapter' && kind !== 'part' && kind !== 'heading',
    );
}

/** 图1、图3: captions that do not follow each other. */
function* captionBreaks(document: Document): Generator<Dangling> {
  for (const kind of CAPTION_KINDS) {
    const found: Part[] = [];
    for (const paragraph of document.paragraphsWith(captions)) {
      for (const caption of paragraph.fact(captions)) {
        if (caption.kind !== kind) continue;
        const { start, end, value } = caption;
        found.push({
          start: paragraph.start + start,
          end: paragraph.start + end,
          value,
          label: `${PART_NAMES[kind]}${value}`,
        });
      }
    }
    const values = found.map(({ value }) => value);
    // Attachments and chapters restart; only a run from one is judged.
    if (values.length < 2 || values[0] !== 1) continue;
    if (
      values.filter((v) => v === 1).length > 1 &&
      !(values[1] === 1 && (values[2] === 2 || values[2] === 3) && isUndivided(document))
    )
      continue;
    for (const { at, expected } of findBreaks(values).slice(0, MOST_EVIDENCE)) {
      const { start, end, label } = found[at]!;
      const fault = { kind: 'caption-break', of: kind, expected } as const;
      yield { start, end, severity: 'warning', label, fault, shown: found };
    }
  }
}
