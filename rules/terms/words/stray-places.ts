/**
 * Whether a place is spoken of as a text's own (由安平县纪委监委追究, 建设平安安平县) or as another one (赴安平县考察): what stands before its
 * name and behind it, and what its sentence is about.
 */
import { rows } from '../../../generated/terms-place-roles.ts';
import { Characters, ShortList } from '../../../language/text/characters.ts';
import { ONE_TO_TEN } from '../../../language/text/numerals.ts';

type Row = (typeof rows)[number];

const wordsOf = (stands: Row['stands'], says: Row['says']): string[] =>
  rows.filter((row) => row.stands === stands && row.says === says).map(({ word }) => word);

const BEFORE = {
  own: wordsOf('before', 'own'),
  likely: wordsOf('before', 'likely'),
  other: wordsOf('before', 'other'),
};
const BEHIND = {
  own: new ShortList(wordsOf('behind', 'own')),
  likely: new ShortList(wordsOf('behind', 'likely')),
  other: new ShortList(wordsOf('behind', 'other')),
};
/** What a sentence says that is about another place, and what it says of what is done at home. */
const ELSEWHERE = new ShortList(wordsOf('sentence', 'other'));
const AT_HOME = new ShortList(wordsOf('sentence', 'likely'));
/** So many signs of a likely kind come to one that leaves no doubt. */
const ENOUGH = 2;
const LONGEST = Math.max(...Object.values(BEFORE).flatMap((words) => words.map(({ length }) => length)));
const ITEM = new RegExp(String.raw`^[\s　（(]{0,6}[${ONE_TO_TEN}\d]{1,3}[、.．）)]{1,2}$`);
const LONGEST_ITEM = 10;
const SENTENCE_ENDS = new Characters('。；！？');

/** An organ of the place: 农业农村局, 纪委监委. A line may end with it. */
const OWN_ORGAN = /^[\u4e00-\u9fff]{2,8}?(?:局|办公室|领导小组|指挥部|监委)/;
const ORGAN_REACH = 12;
/** An organ's name with nothing behind it is a letterhead or a signature. */
const ORGANS = new ShortList(['人民政府办公室', '人民政府', '委办公室', '委员会']);

/**
 * Whether the text at `[start, end)`, the name of a place, speaks of it as of its own.
 * @param enough signs of a likely kind come to one that leaves no doubt
 */
export function isOwnRole(text: string, start: number, end: number, enough = ENOUGH): boolean {
  if (isSigned(text, start, end)) return true;
  // 三、安平县…: the mark of an item is nothing that stands before.
  const before =
    start <= LONGEST_ITEM && ITEM.test(text.slice(0, start))
      ? ''
      : text.slice(Math.max(0, start - LONGEST), start);
  const endsIn = (words: readonly string[]) => words.some((word) => before.endsWith(word));
  const ofOwn = BEHIND.own.isAt(text, end);
  if ((BEHIND.other.isAt(text, end) && !ofOwn) || (endsIn(BEFORE.other) && !(ofOwn && before.endsWith('在'))))
    return false;
  if (ofOwn || endsIn(BEFORE.own)) return true;
  const sentence = sentenceAround(text, start, end);
  if (ELSEWHERE.isIn(text, ...sentence)) return false;
  const signs = [
    endsIn(BEFORE.likely),
    BEHIND.likely.isAt(text, end),
    OWN_ORGAN.test(text.slice(end, end + ORGAN_REACH)),
    AT_HOME.isIn(text, ...sentence),
  ];
  return signs.filter(Boolean).length >= enough;
}

function sentenceAround(text: string, start: number, end: number): [from: number, to: number] {
  return [SENTENCE_ENDS.behindLast(text, 0, start), SENTENCE_ENDS.next(text, end, text.length)];
}

/** Whether a line begins with the place and has only its organ besides: 安平县人民政府办公室　　2026年4月2日. */
function isSigned(text: string, start: number, end: number): boolean {
  const organ = ORGANS.wordAt(text, end);
  if (organ === undefined || text.slice(0, start).trim() !== '') return false;
  return SIGNED.test(text.slice(end + organ.length));
}

const SIGNED = /^(?:文件)?[\s　]*(?:20\d\d年\d{1,2}月\d{1,2}日)?(?:印发)?$/;
