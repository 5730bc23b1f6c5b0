import { defineParagraphRule, type Match } from '../../engine/rule.ts';
import { ofKind, type Place, places, placesOf } from '../../language/punctuation/places.ts';
import { ShortList } from '../../language/text/characters.ts';
import { wordsOf } from '../../language/text/pattern.ts';

/** （联系人：…，联系电话：…）: labels in a row, each with what belongs to it. */
const LABELS = new ShortList(wordsOf('电话 手机 邮箱 传真 地址 邮编 微信 网址 账号 户名 时间 地点'));
const LABEL = 2;

/** A colon within what a colon announces. GB/T 15834—2011 4.7.3.5: generally not. */
export const colonLevel = defineParagraphRule<Place & Match>({
  id: 'punctuation/colon-level',
  since: '0.2.0',
  severity: 'hint',
  basis: 'GB/T 15834—2011 4.7.3.5',

  reads: places,
  among: ofKind('colon'),
  find: (paragraph) =>
    placesOf(paragraph, 'colon').filter(({ start }) => !LABELS.isAt(paragraph.text, start - LABEL)),

  explain: () => ({ message: '一个句子里一般不套用冒号：前面已有一个冒号，它管到句末' }),
});
