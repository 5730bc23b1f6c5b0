import type { Document } from '../../engine/document.ts';
import type { Evidence, Severity } from '../../engine/finding.ts';
import { defineDocumentRule, type Match } from '../../engine/rule.ts';
import {
  attachmentLists,
  captions,
  type Reference,
  type ReferenceKind,
  references,
} from '../../language/structure/references.ts';
import { type Member, type Series, structure } from '../../language/structure/structure.ts';
import { findBreaks } from './series/alignment.ts';

interface Dangling extends Match {
  readonly message: string;
  readonly evidence: readonly Evidence[];
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
          message: `“${label}”不存在：${problem.found}`,
          evidence: problem.evidence,
          severity: problem.severity,
        };
      }
    }
    yield* captionBreaks(document);
    yield* attachmentMismatch(document);
  },

  explain({ message, evidence }) {
    return { message, evidence };
  },
});

/** More related places than these nobody reads. */
const SHOWN = 20;

interface Problem {
  readonly found: string;
  readonly evidence: readonly Evidence[];
  readonly severity: Severity;
}

/** The parts of the document that can be referred to, read when first asked for. */
class Parts {
  readonly #document: Document;
  #articles: readonly Member[] | undefined;
  readonly #numbered = new Map<ReferenceKind, { last: number; evidence: readonly Evidence[] }>();

  constructor(document: Document) {
    this.#document = document;
  }

  /** @param at where the reference stands in the document */
  problemWith(ref: Reference, at: number): Problem | undefined {
    if (ref.of === 'other') return undefined;
    switch (ref.kind) {
      case 'attachment':
        return this.#beyond(ref, '附件', 'error');
      case 'figure':
        return this.#beyond(ref, '图', 'warning');
      case 'table':
        return this.#beyond(ref, '表', 'warning');
      case 'article':
        return ref.of === 'own' ? this.#missingArticle(ref) : undefined;
      case 'item':
        return ref.of === 'own' ? this.#missingItem(ref, at) : undefined;
      default:
        return undefined;
    }
  }

  #captionsOf(kind: ReferenceKind): Evidence[] {
    const found: Evidence[] = [];
    for (const paragraph of this.#document.paragraphsWith(captions)) {
      for (const caption of paragraph.fact(captions)) {
        if (caption.kind !== kind) continue;
        found.push({
          start: paragraph.start + caption.start,
          end: paragraph.start + caption.end,
          message: String(caption.value),
        });
      }
    }
    return found;
  }

  #beyond(ref: Reference, name: string, severity: Severity): Problem | undefined {
    const { last, evidence } = this.#partsOf(ref.kind, name);
    if (last === 0 || ref.value <= last) return undefined;
    return { found: `文中${name}只到“${name}${last}”`, evidence, severity };
  }

  /** The largest number among the parts of a kind, 0 for none, and where some of them stand. */
  #partsOf(kind: ReferenceKind, name: string): { last: number; evidence: readonly Evidence[] } {
    let known = this.#numbered.get(kind);
    if (!known) {
      // The message of a part is its number.
      const parts =
        kind === 'attachment'
          ? [...attachedParts(this.#document), ...listedAttachments(this.#document).items]
          : this.#captionsOf(kind);
      const last = parts.reduce((most, part) => Math.max(most, Number(part.message)), 0);
      known = {
        last,
        evidence: parts.slice(0, SHOWN).map((p) => ({ ...p, message: `${name}${p.message}` })),
      };
      this.#numbered.set(kind, known);
    }
    return known;
  }

  #missingArticle(ref: Reference): Problem | undefined {
    this.#articles ??= wholeStatute(this.#document.model(structure).series);
    const last = this.#articles.at(-1);
    if (!last || ref.value <= last.mark.value) return undefined;
    const evidence = [{ start: last.start, end: last.markEnd, message: `最后一条“${last.label}”` }];
    return { found: `全文只到“${last.label}”`, evidence, severity: 'error' };
  }

  /** 前述第（五）项: the list before it has fewer items. */
  #missingItem(ref: Reference, at: number): Problem | undefined {
    const { series } = this.#document.model(structure);
    const list = series.findLast((s) => s.kind === 'han-bracket' && s.first.mark.lead && s.first.start < at);
    if (!list || ref.value <= list.last.mark.value) return undefined;
    // The list may stand far above, and the reference be to something else.
    const near = this.#document.indexAt(at) - list.last.paragraph.index <= 3;
    if (!near) return undefined;
    const evidence = list.members
      .slice(0, SHOWN)
      .map((m) => ({ start: m.start, end: m.markEnd, message: m.label }));
    return { found: `前面只列到“${list.last.label}”`, evidence, severity: 'warning' };
  }
}

/** The articles of a text that is one whole statute: they begin with 第一条 and run to the end without a restart. */
function wholeStatute(series: readonly Series[]): readonly Member[] {
  const runs = series.filter((s) => s.kind === 'article' && s.first.mark.lead);
  const restarts = runs.filter((s) => s.first.mark.value === 1);
  if (restarts.length !== 1 || runs[0] !== restarts[0]) return [];
  return runs.flatMap((s) => s.members);
}

/** 附件1, 附件2 at the heads of the attachments themselves. */
function attachedParts(document: Document): Evidence[] {
  return document
    .model(structure)
    .series.filter((s) => s.kind === 'attachment')
    .flatMap((s) => s.members)
    .filter((m) => m.mark.value > 0)
    .map((m) => ({ start: m.start, end: m.markEnd, message: String(m.mark.value) }));
}

/** 附件：1.…… 2.……: the list after the text, and where it stands. */
function listedAttachments(document: Document): { at: Evidence | undefined; items: Evidence[] } {
  for (const paragraph of document.paragraphsWith(attachmentLists)) {
    const { start, end } = paragraph.fact(attachmentLists)[0]!;
    const list = document
      .model(structure)
      .series.find(
        (s) => s.kind === 'arabic' && s.first.paragraph === paragraph && s.first.mark.start <= end + 2,
      );
    if (!list) continue;
    return {
      at: { start: paragraph.start + start, end: paragraph.start + end, message: '附件说明' },
      items: list.members.map((m) => ({ start: m.start, end: m.markEnd, message: String(m.mark.value) })),
    };
  }
  return { at: undefined, items: [] };
}

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
    message: `附件说明列 ${items.length} 个附件，文后附 ${attached.length} 个（${attached
      .slice(0, SHOWN)
      .map((a) => `附件${a.message}`)
      .join('、')}）`,
    evidence: attached.slice(0, SHOWN).map((a) => ({ ...a, message: `附件${a.message}` })),
  };
}

/** 图1、图3: captions that do not follow each other. */
function* captionBreaks(document: Document): Generator<Dangling> {
  for (const kind of ['figure', 'table'] as const) {
    const name = kind === 'figure' ? '图' : '表';
    const found: Evidence[] = [];
    const values: number[] = [];
    for (const paragraph of document.paragraphsWith(captions)) {
      for (const caption of paragraph.fact(captions)) {
        if (caption.kind !== kind) continue;
        values.push(caption.value);
        found.push({
          start: paragraph.start + caption.start,
          end: paragraph.start + caption.end,
          message: `${name}${caption.value}（第${paragraph.index + 1}行）`,
        });
      }
    }
    // Attachments and chapters restart; only a run from one is judged.
    if (values.length < 2 || values[0] !== 1 || values.filter((v) => v === 1).length > 1) continue;
    for (const { at, expected, value } of findBreaks(values).slice(0, SHOWN)) {
      const { start, end } = found[at]!;
      const message = `“${name}${value}”编号不连续：前一个之后应为“${name}${expected}”`;
      yield { start, end, severity: 'warning', message, evidence: found.slice(0, SHOWN) };
    }
  }
}
