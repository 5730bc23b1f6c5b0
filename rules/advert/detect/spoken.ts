/**
 * Sentences that somebody says to somebody in the text: 您, 你 and 大家 in them are no site's that speaks to its visitors. What is quoted is
 * said by who is quoted; who is named before a colon (记者：…) speaks; who says 您 in the sentence before goes on talking.
 */
import type { Range } from '../../../engine/finding.ts';
import { isPersonName } from '../../../language/names/person-names.ts';
import { Characters } from '../../../language/text/characters.ts';
import { anyOf } from '../../../language/text/pattern.ts';
import type { Trait } from './weights.ts';

/** What a sentence may have that is said to a person: none of it names a site, an account or what is for sale. */
const SAID: ReadonlySet<string> = new Set(
  'you you-common us-common wish wish-common ai ai-common act act-common offer offer-common button button-common stamp-common sample-common'.split(
    ' ',
  ),
);
/** Of these it must have one that speaks to somebody. */
const ADDRESSES: ReadonlySet<string> = new Set('you you-common wish wish-common ai ai-common'.split(' '));

/** Whether the words of a stretch, whatever its shape, speak to somebody and offer nothing. */
function isAddress(traits: readonly Trait[]): boolean {
  const worded = traits.filter(({ word }) => word !== undefined);
  return (
    worded.every(({ trait }) => SAID.has(trait)) &&
    worded.some(({ trait }) => ADDRESSES.has(trait)) &&
    !traits.some(({ trait }) => trait === 'account')
  );
}

const SPEAKERS = '记者 主持人 发言人 网友 嘉宾 市民 居民 村民 群众 患者 医生 学生 代表 委员 专家 负责人 法官';
/** 记者：, 问：, 人民网记者张三：, 【主持人】. */
const SPEAKER = new RegExp(
  `^[“【]?(?:[问答]|[^，。；：！？]{0,16}?${anyOf(SPEAKERS)}[^，。；：！？]{0,8})[】]?[：:]`,
);

/** Whether the line is what a person says whom it names: 记者：…, 王建国：…. */
const isOfSpeaker = (text: string): boolean =>
  SPEAKER.test(text.slice(0, SPEAKER_REACH)) ||
  isPersonName(text.slice(0, text.indexOf('：') + 1).slice(0, -1));

const PERSONS = new Characters('您你');
const OPENS = new Characters('“');
const CLOSES = new Characters('”');
const QUOTES = new Characters('“”');

/**
 * Whether a stretch of a line is said by one person of the text to another.
 * @param range relative to the text
 */
export function isSpoken(text: string, range: Range, traits: readonly Trait[]): boolean {
  const said = text.slice(range.start, range.end);
  if (ALL_SAID.test(said) || isTold(text, range) || isIntroduced(text, range))
    return !traits.some(({ trait }) => NAMING.has(trait));
  if (asksAnybody(said) && traits.some(({ trait }) => trait.startsWith('ai'))) return true;
  if (!isAddress(traits)) return false;
  return isOfSpeaker(text) || isQuoted(text, range) || isTalk(text, range);
}

/** “……让我们受益匪浅！”会后同学们表示: who said it is told behind the quotation. */
const TOLD = /^[^，。；！？“”]{0,16}(?:说|表示|坦言|感慨|介绍|告诉)/;
const TOLD_REACH = 24;

function isTold(text: string, { start }: Range): boolean {
  if (!OPENS.at(text, QUOTES.behindLast(text, 0, start + 1) - 1)) return false;
  const close = CLOSES.next(text, start + 1, text.length);
  return close < text.length && TOLD.test(text.slice(close + 1, close + 1 + TOLD_REACH));
}

/** 组长问：“实行积分制以来……”, 记者在街头随机采访：“你想对谁说声谢谢？”: who says it is told before the quotation. */
const INTRODUCED = /(?:采访|[提询]?问|[说道]|表示|回答|介绍|点赞|留言|感叹)了?[：:]“[^“”]{0,60}”?$/;

function isIntroduced(text: string, { start, end }: Range): boolean {
  return INTRODUCED.test(text.slice(Math.max(0, start - INTRODUCED_REACH), end));
}
const INTRODUCED_REACH = 80;

/** 如需提供材料，怎么办？如果你落在后面，是追赶还是放弃？ A model asks what its reader wants. */
function asksAnybody(said: string): boolean {
  return /[？?]”?$/.test(said) && !/需要|希望|想要|是否|要不要|[可能]否|[您我]/.test(said);
}

const SPEAKER_REACH = 40;

/** “记得领取哦”“请勿发广告”……: nothing but what is said. */
const ALL_SAID = /^(?:“[^“”]{1,80}”){1,6}…{0,2}$/;
/** Whoever names a site, an account or how to join one advertises, be it in quotation marks. */
const NAMING: ReadonlySet<string> = new Set(
  'account site brand link follow join credit editor collect'.split(' '),
);

/** Whether a quotation that the line opens and closes holds the stretch and more. */
function isQuoted(text: string, { start, end }: Range): boolean {
  const from = OPENS.at(text, start) ? start + 1 : start;
  const open = QUOTES.behindLast(text, 0, from) - 1;
  if (!OPENS.at(text, open)) return false;
  const close = CLOSES.next(text, from, text.length);
  return close < text.length && (open < start - 1 || close >= end);
}

/** Whether the line says 您 or 你 in another of its sentences: a sown advert stands among those of the author's. */
function isTalk(text: string, { start, end }: Range): boolean {
  return PERSONS.isIn(text, 0, start) || PERSONS.isIn(text, end, text.length);
}

/** What the letter of an authority, or the terms of a service, says to its reader beside that: who writes, and where to ask. */
const TOLD_READER: ReadonlySet<string> = new Set([
  ...SAID,
  ...'us web web-common rights-common member-common account'.split(' '),
]);

/** Whether all that a stretch shows is that it speaks to somebody. */
export function isToReader(traits: readonly Trait[]): boolean {
  const worded = traits.filter(({ word }) => word !== undefined);
  return (
    worded.some(({ trait }) => ADDRESSES.has(trait)) && worded.every(({ trait }) => TOLD_READER.has(trait))
  );
}
