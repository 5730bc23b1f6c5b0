import type { Paragraph } from '../../engine/paragraph.ts';
import { defineDocumentRule, type Match } from '../../engine/rule.ts';
import { type Residue, residueKinds, residues, starsAreBold } from './detect/ai-marks.ts';
import { adverts } from './detect/lines.ts';
import { removePart } from './detect/removal.ts';

interface ResidueMatch extends Match {
  readonly paragraph: Paragraph;
  readonly residue: Residue;
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
    const found = document.model(adverts);
    for (const { side, paragraph, start, end } of found.single) {
      if (side !== 'machine') continue;
      const residue: Residue = { start, end, what: 'speech', marks: [{ start, end }] };
      yield { start: paragraph.start + start, end: paragraph.start + end, paragraph, residue };
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
        yield {
          start: paragraph.start + residue.start,
          end: paragraph.start + residue.end,
          paragraph,
          residue,
        };
      }
    }
  },

  explain({ paragraph, residue }) {
    const shown = paragraph.text.slice(residue.start, residue.end);
    return { message: MESSAGES[residue.what](shown.length > 24 ? `${shown.slice(0, 24)}…` : shown) };
  },

  fix({ paragraph, residue }, document) {
    const { start, end, what, marks } = residue;
    if (what === 'fence') {
      return [{ title: '删去 Markdown 标记', edits: [removePart(document, paragraph, residue)], safe: true }];
    }
    if (what === 'bold' || what === 'heading' || what === 'quote') {
      const edits = marks.map((m) => ({
        start: paragraph.start + m.start,
        end: paragraph.start + m.end,
        text: '',
      }));
      const safe = what !== 'bold' || document.model(starsAreBold);
      return [{ title: '删去 Markdown 标记', edits, safe }];
    }
    if (what === 'citation') {
      const edit = { start: paragraph.start + start, end: paragraph.start + end, text: '' };
      return [{ title: '删去角标', edits: [edit], safe: false }];
    }
    const edit = removePart(document, paragraph, residue);
    return [{ title: '删去这句话', edits: [edit], safe: false }];
  },
});
