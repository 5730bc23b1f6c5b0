/** Marks that are words: 一是 二要, 第一，第二步, 首先 其次, 其一, 一方面, and 议题一： within a line. */
import type { Hit } from '../../../engine/language.ts';
import { Characters, firstOf } from '../../text/characters.ts';
import { longestHits } from '../../text/hits.ts';
import { lexicon, wordList } from '../../text/lexicon.ts';
import { anyOf, wordsOf } from '../../text/pattern.ts';
import { isHan } from '../../text/scan.ts';
import { isHanNumberAt, PAUSES } from './characters.ts';
import { type Drafts, opensClause, opensSentence } from './draft.ts';
import type { MarkKind } from './mark.ts';
import { readNamed } from './named.ts';

export const ORDER_WORDS = wordList('structure.order');

/** What a word of the list says. */
interface Order {
  readonly kind: MarkKind;
  readonly value: number;
  readonly word: string;
}

/** Read once. */
const ORDERS = new Map(
  lexicon.entriesOf(ORDER_WORDS).map((entry): [typeof entry, Order] => {
    const [kind, value, word = ''] = entry.value.split(' ') as [MarkKind, string, string?];
    return [entry, { kind, value: Number(value), word }];
  }),
);

/** A word of the list where it stands. */
interface Found extends Order {
  readonly start: number;
  readonly end: number;
  /** It begins the paragraph. */
  readonly lead: boolean;
  /** It begins the paragraph or a clause. */
  readonly opens: boolean;
}

export function readWords(drafts: Drafts, hits: readonly Hit[]): void {
  const { text } = drafts;
  for (const { start, end, entry } of longestHits(hits)) {
    // 第一是, 十一是, 二〇二〇一是: the number goes on to the left.
    if (text[start - 1] === '第' || isHanNumberAt(text, start - 1)) continue;
    const lead = start === drafts.begin;
    const { kind, value, word } = ORDERS.get(entry)!;
    // 议题一： within the line; at its head it is read with the other marks that stand there, and in “议题一：” it is quoted.
    if (kind === 'ordinal' && word !== '') {
      if (!lead && text[start - 1] !== '“' && opensSentence(text, start)) readNamed(drafts, start);
      continue;
    }
    const found = { kind, value, word, start, end, lead, opens: lead || opensClause(text, start) };
    switch (kind) {
      case 'verb':
        readVerb(drafts, found);
        break;
      case 'ordinal':
        readOrdinal(drafts, found);
        break;
      case 'first-next':
        readFirstNext(drafts, found);
        break;
      case 'qi':
        readQi(drafts, found);
        break;
      default:
        readSide(drafts, found);
    }
  }
}

/** 唯一是, 统一是: the end of a word. */
const ENDS_IN_ONE = new Characters('唯统之专同单万每某任逐划归合');

/** 一是, 二要, 三靠. */
function readVerb(drafts: Drafts, { kind, value, word, start, end, opens }: Found): void {
  const { text } = drafts;
  // 三要素 and the like are words of their own.
  if (word === '要' && '素件点义'.includes(text[end] ?? ' ')) return;
  if (value === 1 && !opens && ENDS_IN_ONE.at(text, start - 1)) return;
  const point = opens && PAUSES.at(text, end) && text[end] !== ',' ? 1 : 0;
  const mark = drafts.add(kind, start, end + point, value);
  mark.numberEnd = end - word.length;
  mark.word = word;
  // 十一是 begins with a holiday as often as with a number; 一是一 is a saying; 二要求实 and 三要求 begin alike.
  const plain = value <= 10 && !isHanNumberAt(text, end) && !(word === '要' && text[end] === '求');
  // 三来 counts; 一来 and 二来 tell of coming as well.
  mark.firm = opens && (word === '是' || word === '要' || (word === '来' && value > 2)) && plain;
}

/** 第一，, 第一是, 第一步，, 第一个问题：. */
function readOrdinal(drafts: Drafts, found: Found): void {
  const { text } = drafts;
  const { kind, value, word, start, end, lead } = found;
  const counted = countedAt(text, end);
  if (counted !== undefined) {
    readCounted(drafts, found, counted);
    return;
  }
  const opens = lead || opensSentence(text, start);
  const pointed = PAUSES.at(text, end) || (opens && isMistypedPause(text, end));
  if (isHanNumberAt(text, end)) return;
  if (pointed && (end + 1 === text.length || text[end + 1] === '第')) return;
  const heads = opens || (found.opens && text[end] === '，');
  if (pointed && isHanNumberAt(text, end + 1) && !(heads && opensText(text, end))) return;
  if (!pointed && !/^(?:是|要|就是|必须|坚持|个是)/.test(text.slice(end, end + 2))) return;
  const mark = drafts.add(kind, start, end + (pointed ? 1 : 0), value);
  mark.numberStart = start + 1;
  mark.numberEnd = end;
  mark.word = word;
  mark.firm = opens;
}

const MISTYPED_PAUSES = new Characters('.．；;');

/** 第二．作风要实: a point where a comma belongs. */
function isMistypedPause(text: string, at: number): boolean {
  return MISTYPED_PAUSES.at(text, at) && isHan(text.charCodeAt(at + 1));
}

/** What two numbers before it count together: 第一、二产业, 第三、四季度. */
const COUNTED_TOGETHER = new Characters(
  '产季类批期个级等名、和及次届组条款项章节编轮代线层栋段区站号楼标年月周',
);

/** 第二，一定要: the number behind the pause begins what the member says. */
function opensText(text: string, pause: number): boolean {
  let end = pause + 1;
  while (isHanNumberAt(text, end)) end++;
  return text[pause] !== '、' || !COUNTED_TOGETHER.at(text, end);
}

const COUNTED_NOUNS = wordsOf(
  '问题 方面 阶段 环节 层面 层次 特点 关键词 故事 板块 要点 步骤 原因 任务 建议 看点 经验 体会 启示 变化 感受',
);
/** Nouns that count where something behind them shows that they head a part: 第一层意思, 第二件大事, 第三条，. */
const COUNTED_UNITS = [
  '[步块点] [层类招课关场张把本支](?=[，：是]) 层(?:意思|含义|考虑|意图) 道(?:关口?|防线|(?=[：，是])) 项(?=[，：是]) 句(?:话|(?=[：，是])) 件(?:大?事|实事|(?=[，：是])) 讲(?=[：\\s　])',
  // 第一张牌，
  '[张把道场本块支篇股根盏][\u4e00-\u9fff]{1,2}(?=[，：是])',
  '[条项](?:要求|建议|意见|任务|措施|原则|经验|体会|启示) [条种](?=[，是]) 个(?=[，：])',
];
/** What 第一 counts where it is a part of the text: 第一步, 第一个问题. */
const COUNTED = new RegExp(anyOf([`个?${anyOf(COUNTED_NOUNS)}`, ...COUNTED_UNITS]), 'y');
/** 第一道菜，…；第三道菜，…: there may be others of which nothing is said. */
const OF_THINGS = /^[张把道场本块支篇股根盏](?!关|防线)[\u4e00-\u9fff]/;
const COUNTED_BEGINS = new Characters(
  '个步块点层类招课关场张把本支道句件条种项讲篇股根盏',
  firstOf(COUNTED_NOUNS),
);
const COUNTED_OPENS = /^(?:[，,：:（(\s　“]|是[^第]|就是|要|则是)/;

function countedAt(text: string, at: number): string | undefined {
  COUNTED.lastIndex = at;
  return COUNTED_BEGINS.at(text, at) ? COUNTED.exec(text)?.[0] : undefined;
}

function readCounted(drafts: Drafts, { kind, value, start, end, lead, opens }: Found, counted: string): void {
  const { text } = drafts;
  const behind = end + counted.length;
  const opensPart = COUNTED_OPENS.test(text.slice(behind, behind + 2));
  // 第一阶段|为启动阶段 at the head of its paragraph.
  if (!opens || !(opensPart || (lead && text[behind] === '为'))) return;
  const point = PAUSES.at(text, behind) && text[behind] !== '、' ? 1 : 0;
  const mark = drafts.add(kind, start, behind + point, value);
  mark.numberStart = start + 1;
  mark.numberEnd = end;
  mark.word = counted;
  // The first of them needs its second: 第一步 may be all there is to say.
  mark.firm = value > 1 && !OF_THINGS.test(counted) && (lead || opensSentence(text, start));
}

/** 首先|是, 其次|在: what a member says begins without a pause. */
const SAYS = /^(?:[是应得须需把从在对抓]|要(?!求)|就是|必须)/;
/** 再次|是; 再次对大家表示感谢, 再次要求: once more. */
const SAYS_NEXT = /^(?:[是应得须需]|要(?!求)|就是|必须)/;

/** 首先，, 其次是, 最后，. */
function readFirstNext(drafts: Drafts, { kind, value, word, start, end, opens }: Found): void {
  const { text } = drafts;
  const pointed = PAUSES.at(text, end);
  // 方便群众首先，取消…: glued to the heading before it.
  const glued = !opens && value === 1 && text[end] === '，';
  const says = (value === 3 ? SAYS_NEXT : SAYS).test(text.slice(end, end + 2));
  if (!glued && !(opens && (pointed || says))) return;
  const mark = drafts.add(kind, start, end + (pointed ? 1 : 0), value);
  mark.numberEnd = end;
  mark.word = word;
  // 最后 also tells what happened (最后，×市长作了总结): only a series can make a mark of it.
  mark.firm = pointed && value > 0 && opensSentence(text, start);
}

const QI_VERBS = new Characters('是要在');

/** 其一，, 其二是, 其三在于. */
function readQi(drafts: Drafts, { kind, value, word, start, end, lead, opens }: Found): void {
  const { text } = drafts;
  const pointed = PAUSES.at(text, end);
  const glued = !opens && value === 1 && text[end] === '，';
  if (!glued && !(opens && (pointed || QI_VERBS.at(text, end)))) return;
  const mark = drafts.add(kind, start, end + (pointed ? 1 : 0), value);
  mark.numberStart = start + 1;
  mark.numberEnd = end;
  mark.word = word;
  mark.firm = opensSentence(text, start) || lead;
}

/** 这一方面 and its like are no first side. */
const ONE_SIDE = new Characters('这那哪某每任另单各');

/** 一方面, 另一方面. */
function readSide(drafts: Drafts, { kind, value, word, start, end, opens }: Found): void {
  const { text } = drafts;
  if (!opens && ONE_SIDE.at(text, start - 1)) return;
  const pointed = text[end] === '，' || text[end] === '、';
  const mark = drafts.add(kind, start, end + (pointed ? 1 : 0), value);
  mark.numberEnd = end;
  mark.word = word;
  mark.firm = opens && value === 1;
}
