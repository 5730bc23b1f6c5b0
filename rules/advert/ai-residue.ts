import type { Document } from '../../engine/document.ts';
import { alsoHere, gather } from '../../engine/habits.ts';
import type { Paragraph } from '../../engine/paragraph.ts';
import { defineDocumentRule, type Match } from '../../engine/rule.ts';
import { type Residue, residueKinds, residues, starsAreBold } from './detect/ai-marks.ts';
import { adverts } from './detect/lines.ts';
import { removePart } from './detect/removal.ts';

/** A residue, in the offsets of its paragraph. */
interface Found {
  readonly paragraph: Paragraph;
  readonly residue: Residue;
}

/** One residue, or all of a document of one kind: marks of a format run through a text. */
interface ResidueMatch extends Match {
  readonly all: readonly [Found, ...Found[]];
}

const MESSAGES: Readonly<Record<Residue['what'], (shown: string) => string>> = {
  speech: (shown) => `“${shown}”是人工智能助手对提问者说的话，不属于文稿`,
  bold: (shown) => `“${shown}”带着 Markdown 的加粗标记“**”，纯文本中会原样印出`,
  heading: (shown) => `行首的“${shown.trim()}”是 Markdown 的标题标记，纯文本中会原样印出`,
  fence: (shown) => `“${shown}”是 Markdown 的代码块标记，不属于文稿`,
  quote: () => '行首的“>”是 Markdown 的引用标记，纯文本中会原样印出',
  citation: (shown) => `“${shown}”是角标，但文中没有与之对应的注释或参考文献`,
};

/** What is left when a text was taken over from a conversation with a language model. */
export const aiResidue = defineDocumentRule<ResidueMatch>({
  id: 'advert/ai-residue',
  awaitsMore: true,
  severity: 'warning',

  *find(document) {
    const kinds = new Map<Residue['what'], Found[]>();
    for (const found of residuesOf(document)) {
      const { what } = found.residue;
      if (what === 'speech' || what === 'fence') yield told([found]);
      else if (!kinds.get(what)?.push(found)) kinds.set(what, [found]);
    }
    for (const found of kinds.values()) for (const one of gather(found)) yield told(one);
  },

  explain({ all }) {
    const [{ paragraph, residue }] = all;
    const shown = paragraph.text.slice(residue.start, residue.end);
    const message = MESSAGES[residue.what](shown.length > 24 ? `${shown.slice(0, 24)}…` : shown);
    if (all.length === 1) return { message };
    return { message: `${message}（全文 ${all.length} 处）`, evidence: alsoHere(all.map(placeOf), '此处同') };
  },

  fix({ all }, document) {
    const [{ paragraph, residue }] = all;
    const { what } = residue;
    const here = all.length === 1 ? '' : `，全文 ${all.length} 处一起删`;
    if (what === 'speech') {
      return [{ title: '删去这句话', edits: [removePart(document, paragraph, residue)], safe: false }];
    }
    if (what === 'fence') {
      return [{ title: '删去 Markdown 标记', edits: [removePart(document, paragraph, residue)], safe: true }];
    }
    const edits = all.flatMap((one) =>
      one.residue.marks.map(({ start, end }) => ({
        start: one.paragraph.start + start,
        end: one.paragraph.start + end,
        text: '',
      })),
    );
    if (what === 'citation') return [{ title: `删去角标${here}`, edits, safe: false }];
    const safe = what !== 'bold' || document.model(starsAreBold);
    return [{ title: `删去 Markdown 标记${here}`, edits, safe }];
  },
});

const placeOf = ({ paragraph, residue }: Found) => ({
  start: paragraph.start + residue.start,
  end: paragraph.start + residue.end,
});

function told(found: readonly Found[]): ResidueMatch {
  const all = found as readonly [Found, ...Found[]];
  return { ...placeOf(all[0]), all };
}

/** What of the residues no other rule tells of. */
function* residuesOf(document: Document): Generator<Found> {
  const found = document.model(adverts);
  for (const { side, paragraph, start, end } of found.single) {
    if (side !== 'machine') continue;
    yield { paragraph, residue: { start, end, what: 'speech', marks: [{ start, end }] } };
  }
  const paragraphs = document.paragraphsWith(residues);
  if (paragraphs.length === 0) return;
  const kinds = document.model(residueKinds);
  // A site that speaks to its visitors (小编为您整理的…) is an advert, told of once.
  const inAdvert = found.byParagraph();
  for (const paragraph of paragraphs) {
    for (const residue of paragraph.fact(residues)) {
      if (!kinds.has(residue.what)) continue;
      const taken = residue.what === 'speech' ? inAdvert.get(paragraph) : undefined;
      if (taken?.some((a) => a.start < residue.end && residue.start < a.end)) continue;
      yield { paragraph, residue };
    }
  }
}
