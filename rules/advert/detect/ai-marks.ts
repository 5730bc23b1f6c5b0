/** What is left of a conversation with a language model: sentences to whoever asked, marks of its formatting. */

import { defineFact, defineModel } from '../../../engine/facts.ts';
import type { Range } from '../../../engine/finding.ts';
import type { Hit } from '../../../engine/language.ts';
import { isBlank, type Paragraph } from '../../../engine/paragraph.ts';
import { emphases } from '../../../language/blanks/emphasis.ts';
import { boundAfter, boundBefore, STATEMENT_STOPS } from '../../../language/text/bounds.ts';
import { readHits } from '../../../language/text/hits.ts';
import { wordList } from '../../../language/text/lexicon.ts';
import { anyOf } from '../../../language/text/pattern.ts';
import { isHan, Token } from '../../../language/text/scan.ts';

const MACHINE_WORDS = wordList('advert.ai');

export interface Residue extends Range {
  readonly what: 'speech' | 'bold' | 'heading' | 'fence' | 'quote' | 'citation';
  /** The stretches that the fix deletes: the range itself, or the marks around what stays. */
  readonly marks: readonly Range[];
}

/** All residue of a paragraph, by its own text; whether marks and citations count, the document decides. */
export const residues = defineFact<readonly Residue[]>(
  'ai residues',
  { tokens: [Token.Other], words: [MACHINE_WORDS] },
  (paragraph) => {
    const heading = hash(paragraph) ?? fence(paragraph) ?? quote(paragraph);
    const found = readHits(paragraph.hits(MACHINE_WORDS), (hit) =>
      READERS[hit.entry.value]?.(paragraph, hit),
    );
    return heading ? [heading, ...found.filter(({ start }) => start >= heading.end)] : found;
  },
);

/** 以上内容, 文中数据, 范文里, 括号中的占位符: the text, or a part of it, as a thing. */
const TEXTS = '以上 上述 文中 示例 模板 范文 括号 本';
const PARTS =
  '内容 数据 数字 指标 信息 文字 案例 部分 括号 占位符? [里内中] 讲话稿? 发言稿? 主持词 文稿 范文';
const PARTS_OF_TEXT = new RegExp(
  `${anyOf(TEXTS)}[^，。；]{0,4}${anyOf(PARTS)}|${anyOf('方?括号 占位符 数据(?:部分)?(?:建议|可以?)')}`,
);

const READERS: Readonly<Record<string, (paragraph: Paragraph, hit: Hit) => Residue | undefined>> = {
  alone: speech(/(?:)/),
  // 以下是修改后的条款，自5月1日起施行：
  write: speech(
    /修改|生成|撰写|起草|润色|改写|扩写|续写|缩写|优化|整理|写的|写一|拟写|中文回答/,
    /条款|条文|施行/,
  ),
  i: speech(/我/),
  model: speech(/语言模型|助手|无法/),
  ask: speech(/(?:告诉|告知|联系)我(?!们)|提问/),
  // 希望以上答复对您有所帮助: an authority answers a letter.
  you: speech(/您|帮助/, /答复|回复|以上建议|[县市省区镇乡]委|政府|决策|全[县市镇]|各位/),
  // 您可以根据实际情况选择办理方式: a service speaks to its visitors in the same way.
  adapt: speech(
    /[您你].{0,60}(?:修改|补充|完善|删减|润色)|(?:修改|补充|完善|删减|润色).{0,60}[您你]/,
    /(?:补充|完善|修改)(?:材料|资料|信息|证明|申请)/,
  ),
  // 请根据实际情况修改以上内容中的数据: it speaks of the text as of a thing.
  template: speech(PARTS_OF_TEXT, /[县市省区镇乡]委|各[乡县市部单]|制度|办法|条款|文件/),
  swap: speech(/替换|修改|改为|改成|换成|调整/),
  text: speech(/稿|范文|文章|(?:报告|总结|方案|通知|材料|公文)[^，。；]{0,6}[：:]/),
  cannot: speech(/提供|回答|生成|协助|撰写/),
  bold,
  cite,
};

/** A sentence longer than this is not the model's patter. */
const PATTER = 80;

/** A sentence with the hit that also says what the list asks for, and nothing that only a person says. */
function speech(needs: RegExp, unless?: RegExp) {
  return (paragraph: Paragraph, hit: Hit): Residue | undefined => {
    const { text, contentStart, contentEnd } = paragraph;
    let start = Math.max(contentStart, boundBefore(text, hit.start, STATEMENT_STOPS, PATTER + 1));
    let end = Math.min(contentEnd, boundAfter(text, hit.end, STATEMENT_STOPS, PATTER + 1));
    if (end < contentEnd) end++;
    if (/[（(]/.test(text[start]!) && /[）)]/.test(text[end] ?? '')) end++;
    // A stray mark such as 【†source】 in a long sentence is taken alone.
    if (/[a-z]/.test(hit.entry.word) && !/ai/.test(hit.entry.word)) ({ start, end } = token(text, hit));
    if (end - start > PATTER) return undefined;
    const said = text.slice(start, end);
    if (!needs.test(said) || unless?.test(said)) return undefined;
    return { start, end, what: 'speech', marks: [{ start, end }] };
  };
}

const TOKEN_PART = /[\w:[\]{}=†【】.?&-]/;

/** The machine's reference mark around a hit: `:contentReference[oaicite:0]{index=0}`, `【4†source】`. */
function token(text: string, hit: Range): Range {
  let { start, end } = hit;
  while (start > 0 && hit.start - start < PATTER && TOKEN_PART.test(text[start - 1]!)) start--;
  while (end < text.length && end - hit.end < PATTER && TOKEN_PART.test(text[end]!)) end++;
  return { start, end };
}

/** `**加强领导。**`, ` **12万平方米** `: bold as Markdown writes it. `**镇` is a blank, which `placeholder/unfilled` reports. */
function bold(paragraph: Paragraph, { start }: Range): Residue | undefined {
  const emphasis = paragraph.fact(emphases).find((e) => e.start === start && e.marks === 2 && e.free);
  if (!emphasis) return undefined;
  const { end } = emphasis;
  return {
    start,
    end,
    what: 'bold',
    marks: [
      { start, end: start + 2 },
      { start: end - 2, end },
    ],
  };
}

/** `### 一、总体要求`: hashes and a blank before the first word of a line. */
function hash({ text, contentStart, contentEnd }: Paragraph): Residue | undefined {
  if (text[contentStart] !== '#') return undefined;
  let i = contentStart;
  while (text[i] === '#') i++;
  const from = i;
  while (i < contentEnd && isBlank(text.charCodeAt(i))) i++;
  if (i === from || i >= contentEnd || from - contentStart > DEEPEST_HEADING || text[i] === '号')
    return undefined;
  return { start: contentStart, end: i, what: 'heading', marks: [{ start: contentStart, end: i }] };
}

const FENCE = /^(?:`{3}|~{3})[\w-]{0,12}$/;

/** A line of three backticks, perhaps with `markdown` behind: where a block began or ended. */
function fence({ content, contentStart, contentEnd }: Paragraph): Residue | undefined {
  if (!FENCE.test(content)) return undefined;
  const range = { start: contentStart, end: contentEnd };
  return { ...range, what: 'fence', marks: [range] };
}

/** `> 提示：…`: the mark of a quoted line, before a Chinese character. `>5%` is a bound. */
function quote({ text, contentStart }: Paragraph): Residue | undefined {
  if (text[contentStart] !== '>' || text[contentStart + 1] !== ' ') return undefined;
  if (!isHan(text.charCodeAt(contentStart + 2))) return undefined;
  const range = { start: contentStart, end: contentStart + 2 };
  return { ...range, what: 'quote', marks: [range] };
}

const CITATION = /(?:[[［]\^?\d{1,3}\^?(?:\s?[-–,，、]\s?\d{1,3}){0,5}[\]］]){1,6}/y;

/** `增长5%[3]`: a note number behind a word. At the head of a line it is the note; `法[4]号` is a document number. */
function cite({ text, contentStart }: Paragraph, { start }: Range): Residue | undefined {
  CITATION.lastIndex = start;
  if (start === contentStart || isBlank(text.charCodeAt(start - 1)) || !CITATION.test(text)) return undefined;
  const end = CITATION.lastIndex;
  if (/^[第号年\d]/.test(text.slice(end, end + 1)) || /[[［(（=]/.test(text[start - 1]!)) return undefined;
  return { start, end, what: 'citation', marks: [{ start, end }] };
}

/** Lines that make note numbers genuine: `[1] …` or a heading over notes. */
const notes = defineFact<readonly true[]>('notes', (paragraph) => {
  const { text, contentStart } = paragraph;
  const first = text[contentStart];
  if (first !== '[' && first !== '［' && paragraph.contentEnd - contentStart > LONGEST_NOTES_HEADING)
    return [];
  const line = text.slice(contentStart, contentStart + LONGEST_NOTES_HEADING);
  return /^[[［]\d{1,3}[\]］]/.test(line) ||
    /^[（(【]?(?:参考文献|参考资料|注释|注解|脚注|尾注|名词解释|注)/.test(line)
    ? [true]
    : [];
});

/** What the document as a whole lets stand of the residues. */
export const residueKinds = defineModel<ReadonlySet<Residue['what']>>('ai residue kinds', (document) => {
  const kinds = new Set<Residue['what']>(['speech']);
  if (document.format === 'plain') kinds.add('bold').add('heading').add('fence').add('quote');
  const cited = document.paragraphsWith(residues).length > 0;
  if (cited && document.paragraphsWith(notes).length === 0) kinds.add('citation');
  return kinds;
});

/** A paragraph with `**` that is no bold phrase: a masked name (`**镇`), one half of a pair. */
const otherStars = defineFact<readonly true[]>('other stars', { words: [MACHINE_WORDS] }, (paragraph) => {
  const marks = paragraph
    .fact(residues)
    .filter(({ what }) => what === 'bold')
    .flatMap((residue) => residue.marks);
  const isOther = ({ start, entry }: Hit) =>
    entry.value === 'bold' && !marks.some((mark) => mark.start <= start && start < mark.end);
  return paragraph.hits(MACHINE_WORDS).some(isOther) ? [true] : [];
});

/** Bold phrases on so many lines are surely Markdown, if `**` stands for nothing else. */
const BOLD_LINES = 2;

/** Whether the stars of a text are surely Markdown: in plain text `**` is a masked name as often. */
export const starsAreBold = defineModel<boolean>('stars are bold', (document) => {
  if (document.paragraphsWith(otherStars).length > 0) return false;
  const isBold = (p: Paragraph) => p.fact(residues).some(({ what }) => what === 'bold');
  return document.paragraphsWith(residues).filter(isBold).length >= BOLD_LINES;
});

/** 参考文献：, 注释 in characters. */
const LONGEST_NOTES_HEADING = 14;
/** Markdown has six levels of headings. */
const DEEPEST_HEADING = 6;
