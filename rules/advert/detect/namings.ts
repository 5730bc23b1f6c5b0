/** Who solicits: the names that such a text gives to itself (酷乐文行 in 酷乐文行整理). */
import { anyOf } from '../../../language/text/pattern.ts';
import { isBrandable } from './brands.ts';

/** What sites deal in, before 网; and what they gather visitors into. */
const WARES = '范文 素材 文秘 公文 写作 文档 作文 秘书 材料 论文 文稿';
const GATHERED = '会员群 会员 QQ群 微信公众号 公众号 交流群';

/** Who solicits, by the places where such a text names itself; tried where one of the words stands that it asks for. */
const NAMINGS: readonly { readonly words: readonly string[]; readonly name: RegExp }[] = [
  {
    words: ['整理', '出品', '上传', '搜集', '原创', '独家'],
    name: new RegExp(
      [
        String.raw`(?:^|[，,。（(【[\s由])(?:本文由|本资料由|本文档由|由)?`,
        String.raw`([\u4e00-\u9fffA-Za-z0-9]{2,10}?)`,
        '(?:独家|原创|倾情|精心|编辑|收集|搜集)?(?:整理|出品|上传|搜集|原创|独家)',
      ].join(''),
    ),
  },
  {
    words: ['公众号'],
    name: /公众号[:：\s]{0,3}[“"「『【（(]?([\u4e00-\u9fffA-Za-z0-9]{2,12})/,
  },
  {
    words: ['关注', '认准', '搜索'],
    name: /(?:关注|认准|搜索)[【“"「『]([\u4e00-\u9fffA-Za-z0-9]{2,12})[】”"」』]/,
  },
  {
    words: ['会员', '群', '公众号'],
    name: new RegExp(
      String.raw`(?:^|[，,。（(【[\s])([\u4e00-\u9fffA-Za-z0-9]{2,10}?)${anyOf(GATHERED)}`,
      'i',
    ),
  },
  {
    words: ['网'],
    name: new RegExp(String.raw`(?:^|[，,。（(【[［\s])([\u4e00-\u9fff]{0,8}${anyOf(WARES)}网)`),
  },
];

/** The names, those that may be a brand, in the order of the places. */
export function namesIn(stretch: string): readonly string[] {
  const names: string[] = [];
  for (const { words, name } of NAMINGS) {
    if (!words.some((word) => stretch.includes(word))) continue;
    const found = name.exec(stretch)?.[1];
    if (!found || !isBrandable(found) || names.includes(found)) continue;
    names.push(found);
  }
  return names;
}
