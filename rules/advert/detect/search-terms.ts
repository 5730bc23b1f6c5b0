/** The terms of a search that a forum, or whoever broke into a site, has set into a sentence: 阴沟、过道、北京最好的白癜风医院排名走廊等地方. */
import { defineFact } from '../../../engine/facts.ts';
import type { Range } from '../../../engine/finding.ts';
import { wordList } from '../../../language/text/lexicon.ts';
import { anyOf } from '../../../language/text/pattern.ts';

const TREATED = wordList('advert.treated');

const PLACE = anyOf(
  '小?北京 上海 广州 深圳 成都 武汉 郑州 济南 南京 杭州 西安 重庆 沈阳 长沙 合肥 石家庄 哈尔滨 全国 国内',
);
const HOUSE = '(?:专科|专业|中科|国丹)?医院';
/** What somebody who looks for a cure asks. */
const ASKS = anyOf(
  '哪[家里个儿] 去哪里? 怎么治?疗? 怎样 多少钱 最好的? 最专业的? 最权威的? 最正规的? 排名榜? 排行榜? 好不好 能治好吗? 治得好吗',
);
const BEFORE = new RegExp(`(?:${PLACE}市?|${HOUSE}|${ASKS}|治疗|专治|看|治|的){1,6}$`);
const BEHIND = new RegExp(`^(?:${HOUSE}|${ASKS}|技术|效果|治疗|医治|专家|好|的){0,6}`);
const ASKED = new RegExp(ASKS);
const REACH = 24;

/** The stretches of a paragraph, each from the first to the last word of a search. */
export const searchTerms = defineFact<readonly Range[]>('search terms', { words: [TREATED] }, (paragraph) => {
  const { text } = paragraph;
  const found: Range[] = [];
  for (const { start, end } of paragraph.hits(TREATED)) {
    const before = BEFORE.exec(text.slice(Math.max(0, start - REACH), start))?.[0] ?? '';
    const behind = BEHIND.exec(text.slice(end, end + REACH))![0];
    if (!ASKED.test(before) && !ASKED.test(behind)) continue;
    const range = { start: start - before.length, end: end + behind.length };
    if (range.start >= (found.at(-1)?.end ?? 0)) found.push(range);
  }
  return found;
});
