import type { Edit } from '../../engine/finding.ts';
import type { Paragraph } from '../../engine/paragraph.ts';
import { defineDocumentRule, type Match } from '../../engine/rule.ts';
import { ShortList } from '../../language/text/characters.ts';
import { hasOneForm, simplify } from '../../language/text/traditional.ts';
import { isInTitle } from '../../language/text/word-rules.ts';
import { faults } from './words/faults.ts';
import { charactersOf, convertedWords, isThroughout, residue, traditionalRuns } from './words/residue.ts';

interface TraditionalMatch extends Match {
  readonly traditional: string;
  /** What belongs there: the form of the row (乾部: 干部), or each character by the table. Not said of a whole text. */
  readonly right?: string;
  /** The converted text has a word there, and the characters no other form. */
  readonly sure: boolean;
  /** The text, or the paragraph, is traditional throughout: this is the one finding for it. */
  readonly all?: { readonly paragraphs: readonly Paragraph[]; readonly characters: number };
}

/** 規範 for 规范: traditional characters that a conversion left in a simplified text. */
export const traditional = defineDocumentRule<TraditionalMatch>({
  id: 'wording/traditional',
  severity: 'warning',
  basis: '《通用规范汉字表》（国发〔2013〕23号）',

  *find(document) {
    const { paragraphs, characters, throughout } = document.model(residue);
    if (throughout) {
      yield whole(paragraphs[0]!, { paragraphs, characters });
      return;
    }
    for (const paragraph of paragraphs) {
      const count = charactersOf(paragraph);
      if (isThroughout(count, paragraph.content.length))
        yield whole(paragraph, { paragraphs: [paragraph], characters: count });
      else yield* runsOf(paragraph);
    }
    for (const paragraph of document.paragraphsWith(faults)) {
      for (const { start, end, row } of convertedWords(paragraph)) {
        const at = { start: paragraph.start + start, end: paragraph.start + end };
        yield { ...at, traditional: row.wrong, right: row.right!, sure: true };
      }
    }
  },

  explain({ traditional, right, all }, document) {
    if (!all) return { message: `“${traditional}”是繁体字或异体字，应作“${right}”` };
    const what = all.paragraphs === document.model(residue).paragraphs ? '全文' : '这一段';
    return { message: `${what}用的是繁体字（${all.characters}个），公文应使用规范汉字` };
  },

  fix({ start, end, right, sure, all }) {
    if (all) return [{ title: '转为简体', edits: all.paragraphs.flatMap(editsOf), safe: false }];
    return [{ title: `改为“${right}”`, edits: [{ start, end, text: right! }], safe: sure }];
  },
});

/** One finding on the first of the paragraphs for all of them. */
function whole(paragraph: Paragraph, all: NonNullable<TraditionalMatch['all']>): TraditionalMatch {
  const { start, contentStart, contentEnd, content } = paragraph;
  return { start: start + contentStart, end: start + contentEnd, traditional: content, sure: false, all };
}

/** What an inscription stands on, and how far before it. */
const INSCRIBED = new ShortList(['匾', '碑', '石刻', '题字', '题词', '楹联', '印章']);
const NEAR = 8;
/** “會稽郡壁”砖, “山隂丞印”封泥: what is read on the things that were dug up. */
const IMPRESSED = /^[^“”，。]{0,5}”(?:[\u4e00-\u9fff]{0,2}[砖碑印匾款铭]|封泥|瓦当|简牍|字样)/;

/** What follows such a character in the name of a place: 濛溪河. */
const PLACE_ENDS = /^[\u4e00-\u9fff]?[河江溪湖洲滩岭塘乡镇村]/;

/** 二噁英 and its kin are written so in chemistry. */
const OF_CHEMISTRY = /[英唑嗪烷]/;

/** 濛, 俬 and 崑 are written in the names of places, of a trade and of a make (乾崑); by itself the table makes other words of them. */
function isOfName(text: string, at: number): boolean {
  if (text[at] === '俬') return text[at - 1] === '家';
  if (text[at] === '崑') return text[at - 1] === '乾';
  if (text[at] === '噁') return OF_CHEMISTRY.test(text.slice(at + 1, at + 2));
  return text[at] === '濛' && PLACE_ENDS.test(text.slice(at + 1, at + 3));
}

function* runsOf(paragraph: Paragraph): Iterable<TraditionalMatch> {
  const { text, start: at } = paragraph;
  for (const { start, end } of paragraph.fact(traditionalRuns)) {
    // A character that is spoken of: “廳”字.
    if (end - start === 1 && /[“‘「（]/.test(text[start - 1] ?? '') && /[”’」）]/.test(text[end] ?? ''))
      continue;
    if (end - start === 1 && isOfName(text, start)) continue;
    const traditional = text.slice(start, end);
    // A title may be cited as it was printed, an inscription as it was cut.
    const isCited =
      isInTitle(text, start) ||
      INSCRIBED.isIn(text, Math.max(0, start - NEAR), start) ||
      IMPRESSED.test(text.slice(end, end + NEAR));
    const severity = isCited ? ({ severity: 'info' } as const) : {};
    const sure = !severity.severity && isSure(paragraph, start, end);
    yield { start: at + start, end: at + end, traditional, right: simplify(traditional), sure, ...severity };
  }
}

/** Whether no other text can be meant: one form for each character, and no name among the words that come out. */
function isSure({ text, language }: Paragraph, start: number, end: number): boolean {
  if (!hasOneForm(text.slice(start, end))) return false;
  const from = Math.max(0, start - REACH);
  const clause = simplify(text.slice(from, Math.min(text.length, end + REACH)));
  return language.words
    .segment(clause)
    .filter((word) => word.start < end - from && word.end > start - from)
    .every((word) => word.end - word.start > 1 && !word.tag.startsWith('nr'));
}

/** What a word needs around it to be cut out rightly. */
const REACH = 6;

function editsOf(paragraph: Paragraph): Edit[] {
  const { text, start: at } = paragraph;
  return paragraph.fact(traditionalRuns).map(({ start, end }) => ({
    start: at + start,
    end: at + end,
    text: simplify(text.slice(start, end)),
  }));
}
