import { defineFact } from '../../engine/facts.ts';
import { defineParagraphRule, type Match } from '../../engine/rule.ts';
import { Characters, ShortList } from '../../language/text/characters.ts';
import { wordsOf } from '../../language/text/pattern.ts';
import { isHanRun } from '../../language/text/scan.ts';
import { isAmidBranches, isAmidEven, isAmidMatters, isBeforeLast } from './clauses/list-commas.ts';

/** A member of such a list has so many characters. */
const SHORTEST = 2;
const LONGEST = 5;
/** What the list goes on with behind the member, or ends in. */
const GOES_ON = new Characters('、，。；等');
/** 十九届四中、五中，六中全会: what the members have in common stands behind the last. */
const IN_COMMON = new ShortList(['全会']);
/** What is said of things in a row ends so as well: 看得见、摸得着，…; 学得好、用得好，…. */
const NO_NAME = new Characters('好了的着过得住到牢实紧强高大多快深细准稳严新上下来去起人');
const MARKS = new Characters('，。；：、！？“”（）《》');

interface ListComma extends Match {
  /** The members around it end alike. */
  readonly isAlike: boolean;
}

const listCommas = defineFact<readonly ListComma[]>('commas in lists', ({ text }) => {
  const hasPause = text.includes('、');
  const found: ListComma[] = [];
  for (let comma = text.indexOf('，'); comma >= 0; comma = text.indexOf('，', comma + 1)) {
    const isAlike = isPair(text, comma) || (hasPause && ALIKE.some((reads) => reads(text, comma)));
    if (isAlike || (hasPause && SUMMED_UP.some((reads) => reads(text, comma))))
      found.push({ start: comma, end: comma + 1, isAlike });
  }
  return found;
});

type Reader = (text: string, comma: number) => boolean;
/** Members that end alike, and lists that show by how they go on. */
const ALIKE: readonly Reader[] = [isInList, leadsList, partsLevels];
const SUMMED_UP: readonly Reader[] = [isAmidEven, isBeforeLast, isAmidMatters, isAmidBranches];

/** Whether the members on both sides of a comma and the one before them end in one character, and the first two stand beside 、. */
function isInList(text: string, comma: number): boolean {
  const last = text[comma - 1]!;
  const from = MARKS.behindLast(text, Math.max(0, comma - LONGEST - 1), comma);
  const length = comma - from;
  if (text[from - 1] !== '、' || length < SHORTEST || length > LONGEST) return false;
  if (text[from - 2] !== last || NO_NAME.at(text, comma - 1)) return false;
  const end = comma + 1 + length;
  return (
    text[end - 1] === last &&
    isHanRun(text, from, comma) &&
    isHanRun(text, comma + 1, end) &&
    text.slice(from, comma) !== text.slice(comma + 1, end) &&
    // 变卖、拍卖，变卖、拍卖的价款…: the next clause takes up the list.
    text.slice(from - 1 - length, from - 1) !== text.slice(comma + 1, end) &&
    isMemberEnd(text, end)
  );
}

/** Whether a list goes on or ends behind a member that ends here. */
const isMemberEnd = (text: string, end: number) => GOES_ON.at(text, end) || IN_COMMON.isAt(text, end);

/** What the place where something is done stands behind, and how far before the comma. */
const PLACES = new Characters('在于从到');
const REACH = 20;

/** 吃饭难，照料难、就医难: a comma behind the first, where the two behind it stand beside 、. */
function leadsList(text: string, comma: number): boolean {
  // 在县职教中心，县农技中心、融媒体中心正…: where, and who.
  if (PLACES.at(text, MARKS.behindLast(text, Math.max(0, comma - REACH), comma))) return false;
  const last = text[comma - 1]!;
  const second = MARKS.next(text, comma + 1, comma + LONGEST + 2);
  const length = second - comma - 1;
  if (text[second] !== '、' || length < SHORTEST || length > LONGEST) return false;
  const end = second + 1 + length;
  return (
    text[second - 1] === last &&
    text[end - 1] === last &&
    !NO_NAME.at(text, comma - 1) &&
    isHanRun(text, comma - length, comma) &&
    isHanRun(text, comma + 1, second) &&
    isHanRun(text, second + 1, end) &&
    isMemberEnd(text, end)
  );
}

/** Feelings and qualities that are named in pairs: 增强责任感，紧迫感. */
const NAMED_IN_PAIRS = new ShortList(
  wordsOf(
    '责任感 使命感 紧迫感 危机感 荣誉感 获得感 幸福感 安全感 自豪感 归属感 认同感 重要性 必要性 紧迫性 艰巨性 复杂性 长期性 严肃性 针对性 实效性 主动性 积极性 创造性 自觉性 科学性 系统性 有效性 规范性',
  ),
);
const PAIR = 3;
/** 面对新形势，新任务: what is faced. */
const FACED = new ShortList(['面对', '适应', '应对', '按照', '围绕']);
const PAIR_ENDS = new Characters('，。；、：');

/** Two names of three characters that belong together, each by itself an object of what was said before. */
function isPair(text: string, comma: number): boolean {
  const from = comma - PAIR;
  const end = comma + 1 + PAIR;
  if (!PAIR_ENDS.at(text, end)) return false;
  if (text[from] === '新') return text[comma + 1] === '新' && FACED.isAt(text, from - 2);
  return NAMED_IN_PAIRS.isAt(text, from) && NAMED_IN_PAIRS.isAt(text, comma + 1);
}

/** 国家，省、市关于…: levels of government. */
function partsLevels(text: string, comma: number): boolean {
  return (
    LEVELS.at(text, comma - 1) &&
    LEVELS.at(text, comma + 1) &&
    text[comma + 2] === '、' &&
    LEVELS.at(text, comma + 3) &&
    LEVELS_BEHIND.isAt(text, comma + 4)
  );
}

const LEVELS = new Characters('家省市县区镇乡');
const LEVELS_BEHIND = new ShortList(['关于', '有关', '两级', '三级', '决策', '各项', '部署']);

/** 人流、物流、资金流，信息流: a comma between members of a list. GB/T 15834—2011 4.5.1. */
export const listComma = defineParagraphRule<ListComma>({
  id: 'punctuation/list-comma',
  since: '0.9.0',
  severity: 'info',
  basis: 'GB/T 15834—2011 4.5.1',

  reads: listCommas,
  find: (paragraph) => paragraph.fact(listCommas),

  explain: ({ start, isAlike }, { text }) => ({
    message: isAlike
      ? `前后几项都是“……${text[start - 1]}”，是并列的词语，中间用顿号，这一处用了逗号`
      : `“${text.slice(start - 2, start)}”前后几项是并列的词语，中间用顿号，这一处用了逗号`,
  }),

  fix: ({ start, end }) => [{ title: '逗号改为顿号', edits: [{ start, end, text: '、' }], safe: false }],
});
