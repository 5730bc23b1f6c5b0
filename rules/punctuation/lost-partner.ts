/** Where the lost half of a pair most likely stood: a guess for the writer to check, by what such pairs stand around. */
import type { Paragraph } from '../../engine/paragraph.ts';
import { BRACKETS, PAIRS, type Sign, TITLES } from '../../language/punctuation/pairs.ts';
import { STATEMENT_STOPS } from '../../language/text/bounds.ts';
import { Characters } from '../../language/text/characters.ts';
import { anyOf } from '../../language/text/pattern.ts';

const POINTS = new Characters('，。、；：？！');
const TITLE_WORDS =
  '条例 办法 规定 细则 意见 通知 决定 方案 纲要 规划 报告 批复 通报 章程 准则 公告 指南 计划 要点 法 解释 公报 标准';
/** The last words of titles of documents and laws. */
const TITLE_ENDS = new RegExp(
  `${anyOf(TITLE_WORDS)}(?:（(?:试行|暂行|草案|修订)[^）]{0,6}）)?(?=[（，。、；：）”的和精神要求]|$)`,
);
const LONGEST_TITLE = 60;

/** Where in the paragraph the partner is to be put; undefined where nothing tells. */
export function likelyPartner(paragraph: Paragraph, sign: Sign): number | undefined {
  return sign.opens ? likelyEnd(paragraph, sign) : likelyBegin(paragraph, sign);
}

/** 按照《……条例|规定 · 他说：“……。| · 各单位（含下属机构|，: where what a sign opens comes to its end. */
function likelyEnd({ text, contentEnd }: Paragraph, sign: Sign): number | undefined {
  const title = sign.pair === TITLES ? endOfTitle(text, sign.end) : undefined;
  if (title !== undefined) return title;
  // A whole quotation (说：“…) ends with its sentence, a word or a bracket with its clause.
  const isSpeech = text[sign.start - 1] === '：';
  const stops = isSpeech || sign.pair === BRACKETS ? STATEMENT_STOPS : POINTS;
  const again = PAIRS[sign.pair]?.[0];
  let at = sign.end;
  while (at < contentEnd && !stops.at(text, at) && text[at] !== again) at++;
  if (isSpeech && STATEMENT_STOPS.at(text, at)) at++;
  return at > sign.end ? at : undefined;
}

const SIGNS = new Characters(...PAIRS);

/** ，|办法》的要求: behind the last point, or the last sign of a pair. */
function likelyBegin({ text, contentStart }: Paragraph, sign: Sign): number | undefined {
  let at = sign.start;
  while (at > contentStart && !POINTS.at(text, at - 1) && !SIGNS.at(text, at - 1)) at--;
  return at < sign.start ? at : undefined;
}

function endOfTitle(text: string, from: number): number | undefined {
  const match = TITLE_ENDS.exec(text.slice(from, from + LONGEST_TITLE));
  return match ? from + match.index + match[0].length : undefined;
}
