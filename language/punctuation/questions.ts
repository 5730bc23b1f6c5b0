/**
 * Sentences that ask and end with a full stop: with 吗 or 呢 before it, with a word that only asks (难道), or short ones that begin or
 * end with a word that asks. That word stands in statements as well (要弄清差距在哪里), so that what may be one is left alone.
 */
import { defineFact } from '../../engine/facts.ts';
import type { Range } from '../../engine/finding.ts';
import { isBlank, type Paragraph } from '../../engine/paragraph.ts';
import { seriesMarks } from '../structure/series-marks.ts';
import { boundAfter, boundBefore, CLAUSE_STOPS, UTTERANCE_STOPS } from '../text/bounds.ts';
import { Characters, ShortList } from '../text/characters.ts';
import { wordList } from '../text/lexicon.ts';
import { anyOf } from '../text/pattern.ts';
import { places, placesOf } from './places.ts';

const WORDS = wordList('punctuation.questions');

export interface Question extends Range {
  /** What shows that it asks; the range is that of the full stop. */
  readonly word: string;
}

/** A question is a sentence, not a paragraph. */
const LONGEST = 60;

/** The full stops of questions, in text order. */
export const questions = defineFact<readonly Question[]>(
  'questions with a full stop',
  { facts: [places], words: [WORDS] },
  (paragraph) => {
    const { text } = paragraph;
    const found: Question[] = placesOf(paragraph, 'question')
      .filter(({ start }) => text[start - 1] !== '呢' || isAskedWith(paragraph, start))
      .map(({ start, end }) => ({ start, end, word: text[start - 1]! }));
    let stops: Set<number> | undefined;
    for (const { start, end, entry } of paragraph.hits(WORDS)) {
      const at = boundAfter(text, end, UTTERANCE_STOPS, LONGEST);
      if (text[at] !== '。') continue;
      stops ??= new Set(found.map((known) => known.start));
      if (stops.has(at) || !ASKS[entry.value]!(paragraph, start, end, at)) continue;
      stops.add(at);
      found.push({ start: at, end: at + 1, word: entry.word });
    }
    return found.length === 0 ? [] : found.sort((a, b) => a.start - b.start);
  },
);

/** Beside 呢 one of these asks; without it 呢 only tells with emphasis: 我们还要努力呢. */
const ASKED_WITH = new RegExp(
  anyOf(
    '怎 什么 谁 哪 何 几 多少 为啥 咋 [能会可愿肯]不[能会可愿肯] 是不是 有没有 又有 岂 凭什么 [甚如奈]何 还是 到底 究竟',
    '不[^，。；]{0,20}呢$',
  ),
);

/** 才不是呢, 这才叫高兴呢, 一年下来真不少呢: said with emphasis. */
const EMPHASIS = /(?:才[^，。；、]{1,12}|不[少错低小赖易坏])呢$/;

function isAskedWith(paragraph: Paragraph, stop: number): boolean {
  const said = paragraph.text.slice(sentenceStart(paragraph, stop - 1), stop);
  return ASKED_WITH.test(said) && !EMPHASIS.test(said);
}

/** Whether a word at a place asks in a sentence that ends at `stop`. */
type Asks = (paragraph: Paragraph, start: number, end: number, stop: number) => boolean;

/** At the beginning of the sentence: 为什么要这样做. */
const opens: Asks = (paragraph, start, end, stop) =>
  stop - end <= SHORT &&
  isLedBy(paragraph, start, LEADS) &&
  !PAUSES.isIn(paragraph.text, end, stop) &&
  !STATES.isIn(paragraph.text, end, stop);

/** At its end: 钱从哪里来. */
const ends: Asks = (paragraph, start, end, stop) => {
  if (end !== stop) return false;
  const { text } = paragraph;
  const from = sentenceStart(paragraph, start);
  return start - from <= SHORT && !PAUSES.isIn(text, from, start) && !EMBEDS.isIn(text, from, start);
};

/** At the end of its last clause, whatever the clauses before it say: 面对新形势，我们该怎么办. */
const clause: Asks = ({ text, contentStart }, start, end, stop) => {
  if (end !== stop) return false;
  const from = Math.max(contentStart, boundBefore(text, start, CLAUSE_STOPS, SHORT));
  // 不知道该找哪个部门，具体该怎么办。
  const told = UNKNOWN.isIn(
    text,
    Math.max(contentStart, boundBefore(text, start, UTTERANCE_STOPS, LONGEST)),
    start,
  );
  return !told && !EMBEDS.isIn(text, from, start);
};

/** What somebody does not know is told, not asked, in the clauses that follow too. */
const UNKNOWN = new ShortList(['不知道', '不清楚', '不明白', '不懂得', '弄不清', '想知道', '想了解']);

/** 群众为什么越级上访; 为什么同样的政策，有的地方却打不开局面: behind its subject within the text, and with what is wondered at behind a comma. */
const why: Asks = (paragraph, start, end, stop) => {
  if (opens(paragraph, start, end, stop)) return true;
  const { text } = paragraph;
  const from = sentenceStart(paragraph, start);
  if (STATES.isIn(text, end, stop) || TOLD.isIn(text, end, stop)) return false;
  if (from === start) return WONDERED_AT.isIn(text, end, stop);
  const isBehindSubject = start - from <= SUBJECT && !EMBEDS.isIn(text, from, start);
  return (
    isBehindSubject &&
    stop - end <= SHORT &&
    !PAUSES.isIn(text, from, stop) &&
    isWithin(paragraph, from, stop)
  );
};
const WONDERED_AT = new ShortList('却 迟迟 仍然 依然 屡 总是 还是 就是'.split(' '));
const SUBJECT = 6;

/** 我们的干部，到底应该为谁执政: behind it in its clause stands what asks, and nothing before it that it could be the object of. */
const wonder: Asks = (paragraph, start, end, stop) => {
  const { text } = paragraph;
  // 到底是能力问题还是态度问题; 到底还是来了 tells.
  const isChoice = text[end] === '是' && OR.isIn(text, end + 1, stop);
  if (!(isChoice || INTERROGATIVES.isIn(text, end, stop)) || COMMAS.isIn(text, end, stop)) return false;
  if (STATES.isIn(text, end, stop) || DEPENDS.isIn(text, end, stop)) return false;
  const from = sentenceStart(paragraph, start);
  const clauseStart = boundBefore(text, start, CLAUSE_STOPS, SHORT);
  return start - clauseStart <= SUBJECT && !EMBEDS.isIn(text, from, start);
};
const INTERROGATIVES = new ShortList('谁 什么 怎 哪 多少 为何 有没有 是不是 能不能 会不会 该不该'.split(' '));
const OR = new ShortList(['还是']);
/** 到底怎么改要听群众的: on what the answer depends. */
const DEPENDS = new ShortList('要听 要看 得看 看的 取决 值得 关系 影响 需要 有待 无所谓'.split(' '));
const COMMAS = new Characters('，,；：');

/** 是等着上级推，还是主动往前赶. */
const choice: Asks = (paragraph, start, end, stop) => {
  const { text } = paragraph;
  const from = sentenceStart(paragraph, start);
  if (text[from] !== '是' || !COMMAS.at(text, start - 1) || STATES.isIn(text, from, stop)) return false;
  return !COMMAS.isIn(text, end, stop) && !TOLD_OF_CHOICE.isIn(text, from, start);
};
/** 是不是…，还是值得…; 是改革，还是发展: more than one thing named. */
const TOLD_OF_CHOICE = new ShortList('是不是 一个 这 那 最'.split(' '));

const ASKS: Readonly<Record<string, Asks>> = {
  // 任何|谈判
  rhetorical: ({ text, language }, start) => language.words.isBoundary(text, start),
  opens,
  why,
  wonder,
  choice,
  how: (paragraph, start, end, stop) =>
    isWithin(paragraph, start, stop) &&
    opens(paragraph, start, end, stop) &&
    !TOLD.isIn(paragraph.text, end, stop),
  ends,
  clause,
  either: (...place) => opens(...place) || ends(...place),
  alone: (paragraph, start, end, stop) => end === stop && isLedBy(paragraph, start, ASKED_BEFORE),
};

/** A question that a statement does not hold has so many characters before or behind the word that asks. */
const SHORT = 18;
const PAUSES = new Characters('，,；：:、');
/** 什么时候都, 为什么人的问题, 靠什么吃饭就…: no questions. */
const STATES = new ShortList('都 也 就 人的 的问题 的道理 的原因 的思考 的体会 取决 在于'.split(' '));
/** 如何用好资金是关键: something is told of the question. */
const TOLD = new ShortList(
  '是 成为 值得 需要 关系 影响 考验 决定 至关 摆在 有待 要 应 必须 关键 课题 重要 尤 很 难'.split(' '),
);

/** Whether sentences stand before and behind, with no mark between: 如何提高执政能力。 alone, or numbered, is a heading. */
function isWithin(paragraph: Paragraph, start: number, stop: number): boolean {
  const from = Math.max(paragraph.contentStart, boundBefore(paragraph.text, start, UTTERANCE_STOPS, LONGEST));
  return (
    from > paragraph.contentStart &&
    stop + 1 < paragraph.contentEnd &&
    !paragraph.fact(seriesMarks).some((mark) => mark.start <= from && from < mark.end)
  );
}

/** What a question is the object of. */
const EMBEDS = new ShortList(
  (
    '知道 了解 明白 清楚 弄清 搞清 看清 认清 理清 厘清 摸清 搞懂 弄懂 看 说 讲 想 问 答 查 找 懂 思考 研究 讨论 分析 解决 明确 确定 决定 取决 说明 反映 体现 检验 考虑 考验 ' +
    '不管 无论 不论 关于 围绕 对照 无 不 没 忘 介绍 阐述 论述 告诉 指导'
  ).split(' '),
);

const TALK =
  '同志们 大家 各位 请问 试问 那么 那 但 但是 可 可是 我们 你们 你 他们 群众 农民 现在 今后 今年 明年 下一步 到底 究竟 又 ，';
/** Who is spoken to or of, and what leads over to the question; nothing else. */
const LEADS = new RegExp(`^${anyOf(TALK)}{0,4}$`);
const ASKED_BEFORE = new RegExp(`^${anyOf(TALK)}{0,4}(?:(?:怎么|为|是|干)[看办干做什么]{1,2}、){0,3}$`);
/** So far back a sentence begins that is led so. */
const LEAD = 24;

/** Whether there is nothing but such words between the beginning of the sentence and an offset. */
function isLedBy(paragraph: Paragraph, at: number, leads: RegExp): boolean {
  const from = sentenceStart(paragraph, at);
  return at - from <= LEAD && leads.test(paragraph.text.slice(from, at));
}

const OPENINGS = new Characters('“‘');

/** Where the sentence begins that holds an offset, behind the mark that numbers it and what opens a quotation. */
function sentenceStart(paragraph: Paragraph, at: number): number {
  const { text, contentStart } = paragraph;
  let from = Math.max(contentStart, boundBefore(text, at, UTTERANCE_STOPS, LONGEST));
  for (const mark of paragraph.fact(seriesMarks)) if (mark.start <= from && from < mark.end) from = mark.end;
  while (from < at && (isBlank(text.charCodeAt(from)) || OPENINGS.at(text, from))) from++;
  return from;
}
