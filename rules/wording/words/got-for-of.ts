/** 得 or 地 for 的 before a thing: 查出得问题, 群众地事情. It is told where documents often have 的 before this word, and never the other. */
import { defineFact } from '../../../engine/facts.ts';
import type { Words } from '../../../engine/language.ts';
import { Characters, ShortList } from '../../../language/text/characters.ts';
import { wordList } from '../../../language/text/lexicon.ts';
import { isHan } from '../../../language/text/scan.ts';
import type { WrongParticle } from '../../../language/wording/particles.ts';
import { USUAL, usualThree } from './neighbours.ts';

const GOT = wordList('wording.particle-got');
const OF = '的'.charCodeAt(0);
/** So often do documents have 的 before a noun, as a power of two … */
const OFTEN = 4;
/** … and so often before another word, which 得 may well lead to (得组织力量). */
const MORE_OFTEN = 7;
/** Nouns other than names of persons. */
const THING = /^n(?!r)/;
/** 价高者得, 商家得客户, 征得, 容易得肿瘤: what gets something. */
const GETS = new Characters('者征家易');
/** 周期至少得一年: what must be, at the least. */
const AT_LEAST = new ShortList(['至少', '最少', '起码']);

/** 具有本科学历|得标准分|: points are got. */
const getsPoints = (text: string, at: number) => text[at + 3] === '分';
/** 切除得规范、干净: nouns that say as well how something is done. */
const HOW = new ShortList(['规范', '标准', '科学', '系统', '健康', '专业', '民主', '自由', '经济', '卫生']);
const ENDS = new Characters('、，。；');
/** 提升得最高的: how far. */
const DEGREES = new Characters('最更较很太');
/** Whose the thing is: 群众地事情. Behind other words 地 is a place (登记地法院) or says how (密切地联系). */
const OWNERS = new ShortList([
  '群众',
  '人民',
  '百姓',
  '职工',
  '员工',
  '干部',
  '党员',
  '农民',
  '居民',
  '村民',
  '企业',
  '学生',
  '我们',
  '他们',
  '大家',
]);
const saysHow = (text: string, at: number) =>
  DEGREES.at(text, at + 1) || (HOW.isAt(text, at + 1) && ENDS.at(text, at + 3));

/** Those of a paragraph, in text order. */
export const gotForOf = defineFact<readonly WrongParticle[]>(
  '得 or 地 for 的',
  { words: [GOT] },
  (paragraph) => {
    const { text, language } = paragraph;
    const found: WrongParticle[] = [];
    for (const { start: at } of paragraph.hits(GOT)) {
      if (text[at] === '地' && !OWNERS.isAt(text, at - 2)) continue;
      if (isHan(text.charCodeAt(at - 1)) && isBeforeThing(text, at, language.words))
        found.push({ start: at - 1, end: at + 3, at, right: '的' });
    }
    return found;
  },
);

function isBeforeThing(text: string, at: number, words: Words): boolean {
  const [first, second] = [text.charCodeAt(at + 1), text.charCodeAt(at + 2)];
  const often = usualThree(OF, first, second) - USUAL;
  if (
    often < OFTEN ||
    usualThree(text.charCodeAt(at), first, second) > 0 ||
    GETS.at(text, at - 1) ||
    AT_LEAST.isAt(text, at - 2) ||
    getsPoints(text, at) ||
    saysHow(text, at)
  )
    return false;
  const tag = words.tagOf(text.slice(at + 1, at + 3));
  if (tag === undefined || (often < MORE_OFTEN && !THING.test(tag))) return false;
  if (words.straddles(text, at + 1, at + 3)) return false;
  // Behind a word, and no part of one: 取得成绩, 另得水源.
  return words.has(text.slice(at - 2, at)) && words.isBoundary(text, at) && words.isBoundary(text, at + 1);
}
