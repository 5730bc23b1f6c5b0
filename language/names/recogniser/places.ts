/** Places: in the list of those that are names without a suffix, or with an administrative suffix behind them. */
import { type Found, HAN, type NameLexicon, set, type Token } from './tokens.ts';

const PLACE_SUFFIX = /^.{2,}(?:省|市|县|区|州|镇|乡|村|旗)$/u;

/** Tokens that make a place of the word before. */
export const PLACE_CLASSES = set(
  '省 市 县 区 州 镇 乡 村 地区 新区 街道 社区 自治区 自治州 自治县 开发区 高新区 经开区',
);

/** Those small enough to bear a name that jieba takes for a person’s (李家沟村). */
const SMALL_PLACE_CLASSES = set('镇 乡 村 街道 社区');

/** What ends in such a suffix and is no name: 大城市, 小城镇, 上山下乡. */
const GENERAL_PLACE = /(?:城市|都市|城镇|乡镇|村镇|集镇|城区|山区|下乡|农村|乡村)$/u;

const UNKNOWN_PLACE = /^(?![省市县区镇乡村在于])\p{Script=Han}{2,4}(?:县|区|镇|乡|村|街道)$/u;

export function findPlaces(tokens: readonly Token[], lexicon: NameLexicon): Found[] {
  const places: Found[] = [];
  for (let i = 0; i < tokens.length; ) {
    const to = placeEnd(tokens, i, lexicon, places.at(-1)?.to === i);
    if (to > i) places.push({ from: i, to, end: tokens[to - 1]!.end, kind: 'place' });
    i = Math.max(to, i + 1);
  }
  return places;
}

/** Where the place that begins at token `i` ends; `i` if none does. */
function placeEnd(tokens: readonly Token[], i: number, lexicon: NameLexicon, followsPlace: boolean): number {
  const { text, tag } = tokens[i]!;
  if (text.length < 2 || !HAN.test(text) || GENERAL_PLACE.test(text) || lexicon.isNotName(text)) return i;
  const next = tokens[i + 1]?.text ?? '';
  const known = lexicon.isPlace(text);
  const unknown = tag === 'x' && lexicon.tagOf(text) === undefined;

  const canBearClass =
    known ||
    tag === 'ns' ||
    (tag.startsWith('nr') && SMALL_PLACE_CLASSES.has(next)) ||
    (unknown && followsPlace);
  if (canBearClass && PLACE_CLASSES.has(next) && !PLACE_SUFFIX.test(text)) return i + 2;
  if (known) return i + 1;
  if ((tag === 'ns' || tag === 'nr') && PLACE_SUFFIX.test(text)) return i + 1;
  if (unknown && followsPlace && UNKNOWN_PLACE.test(text)) return i + 1;
  return i;
}
