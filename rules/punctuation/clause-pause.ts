import type { Range } from '../../engine/finding.ts';
import type { Paragraph } from '../../engine/paragraph.ts';
import { defineParagraphRule, type Match } from '../../engine/rule.ts';
import { ofKind, places, placesOf } from '../../language/punctuation/places.ts';
import { Characters, DIGITS, ShortList } from '../../language/text/characters.ts';
import { ONE_TO_TEN } from '../../language/text/numerals.ts';
import { anyOf } from '../../language/text/pattern.ts';
import { nextClauseAt } from './clauses/next-clause.ts';

interface ClausePause extends Match {
  /** The word that joins or begins clauses, and on which side of the mark it stands. */
  readonly word: string;
  readonly isBehind: boolean;
  /** It only begins one: the two may have been meant as a list. */
  readonly begins?: boolean;
}

/** Words that begin a clause and nothing else. */
const CLAUSE_WORDS = new ShortList(
  (
    '因此 因为 所以 因而 从而 而且 但是 但也 但仍 但还 但要 但在 但却 但由于 但与 但距 但离 但从 然而 以便 以致 以至于 于是 否则 如果 虽然 不仅 尽管 即使 即便 并且 并进行 并取得 并形成 并提出 并作出 并对 并就 ' +
    '这是 这就 这些 他们 我们要 我们将 我们必 我们都 我们也 我们应 使我 使人 使全 让我 取得了 形成了 实现了 体现了 标志着 而是 只要 都是 都要 都应 应该 已经 最终 更不 一定要 现将 现就 特制定 制定本 结合我 这一 ' +
    '我局将 我县将 我市将 我镇将 我乡将 我区将 我单位将 我公司将 我校将 我院将 我委将 是各级 是广大 有的是 还存在 以更加 ' +
    '一旦 为此 致使 用以 何况 不管 主要是 关键是 尤其是 比如 例如 也就是 换言之 每位 有的 ' +
    '这在 这也 这样就 这不 这与 这对 这为 这既 并于 并在 并将 并按 并及时 并由 并向 并报 并把 并从 并根据 并组织 并制定 并建立 并要求 并做好 并确保 并明确 并督促 ' +
    '由于 鉴于 截至 将于 逾期 现已 已于 已有 已在 届时 一律 方可 预计今年 预计明年 预计下 预计到 预计年底 预计可 预计将 预计于 旨在 以期 ' +
    '不过 就会 就能 就要 就可以 就必须 才能 才会 才可以 更要 更需要 更应 却 仍然 会议听取 会议传达 会议强调 会议指出 会议认为 会议要求 会议研究 会议审议 会议还 会议由 二是 三是 四是 五是 六是'
  ).split(' '),
);
/** Words that begin like them: 实事求是、有的放矢. */
const IDIOMS = new ShortList(['有的放矢', '因此事']);
/** Words that make a clause of their own at the beginning of a sentence. */
const OPENERS = new ShortList(
  '因此 为此 同时 与此同时 此外 除此之外 另外 总之 总而言之 然而 但是 于是 近年来 今年以来 去年以来 年初以来 一年来 其中 例如 比如 由此可见 综上所述 会议强调 会议认为 会议指出 会议要求 会议提出 会议决定 会议明确 下一步 事实上 实际上 总的来说 总体上看 总体来看 多年来 长期以来 日前 近日 对此 由此 据统计 据了解 据悉 经研究 归根到底 实践证明 事实证明'.split(
    ' ',
  ),
);
/** Who is called upon: 全县上下、各级各部门要…. */
const CALLED =
  '各地 各级各部门 各级党组织 各级领导干部 各级干部 各单位 各部门 各[乡镇县区街道]{1,3} 全[省市县区镇乡]上下 ' +
  '广大党员干部群众 广大党员干部 广大干部群众 广大干部 大家 我们 集团公?司?党委 公司党?委? 全校师生 全院职工 全体[干职][部工] 各[镇街村社科班站所厂矿校院支项][\u4e00-\u9fff]{0,2} 县委 市委 县政府';
const TO_DO = '要 将 必须 应当 应该 务必 深入一线 积极响应 迅速行动 齐心协力 团结一心';
const CALLED_UPON = new RegExp(`^${anyOf(CALLED)}${anyOf(TO_DO)}`);
/** 圆满完成了…, 为…创造了…: what came of it. */
const DONE =
  /^(?:圆满|顺利|成功|有力|有效|较好|超额|率先|基本|为(?!了)|对)[^，。；、“]{1,22}了[^，。；、]{2,}/;
const DONE_REACH = 30;
/** What is called upon before it as well: organs in a list. */
const ORGANS = new Characters('织府委局会院部厅办所组站门位级校司道镇乡县市区');
/** A clause is no shorter. */
const CLAUSE = 6;
/** 在县委的坚强领导下: by whom or when, as the beginning of a sentence; another may follow (在省厅的指导下). */
const UNDER = /^在[^，。；、]{2,40}(?:领导|指导|支持|帮助|关心|推动|努力|配合)下$/;
/** 截至6月底、: a day until which something is counted; another day may follow in a list. */
const UNTIL = /^截[至止][^，。；、]{0,12}$/;
/** 去年入冬以来、: since when; another time may follow in a list. */
const SINCE = /^[^，。；、]{2,20}以来$/;
/** 按照有关规定、严肃追究: on what grounds something is done. */
const GROUNDED = /^[将要应]?(?:按照|依照|根据)[^，。；、]{2,20}(?:规定|要求|精神)$/;
const DONE_SO = new ShortList(['严肃', '依法', '给予', '予以', '追究', '严格', '及时']);
const SENTENCE_ENDS = new Characters('。；！？');
const FIGURES = new Characters(DIGITS);
const PAUSE = new Characters('、');
/** The longest member of a list that begins like a sentence. */
const MEMBER = 5;
const UNDER_ALSO = new Characters('在和与及市县省');
/** 国家明令淘汰、已经报废的设备: the second attribute of what follows. */
const ATTRIBUTE = /^已经[^，。；、]{1,10}(?:的|或者)/;
/** 有温度、不仅好看、更能留住人的街区: attributes in a row. */
const ALSO = /^不仅[^，。；、]{2,14}、[^，。；、]{2,20}的/;
const ALSO_REACH = 40;
/** 办理过程、最终结果: what is final. */
const FINAL = new ShortList(
  '处置 用途 责任 解释 端 结果 方案 版本 目标 去向 成败 用户 产品 裁决 成果 价格 成绩 名单'.split(' '),
);
const PRONOUNS = new ShortList(['我们', '你们', '他们', '她们', '大家', '咱们']);

/** “我们干、他们看”, “需要转、应该转”: short members that begin with pronouns or end alike. */
function isParallel(text: string, start: number, end: number): boolean {
  const from = MARKS.behindLast(text, Math.max(0, start - MEMBER), start);
  const to = MARKS.next(text, end, Math.min(text.length, end + MEMBER + 1));
  if (from === start - MEMBER || to - end > MEMBER) return false;
  return text[start - 1] === text[to - 1] || (PRONOUNS.isAt(text, from) && PRONOUNS.isAt(text, end));
}

/** The longest call. */
const REACH = 16;
/** The longest opener. */
const LONGEST = 48;
const MARKS = new Characters('，。；：、！？“”');

/** Whether a clause says behind the mark what came of the one before: 克服重重困难、圆满完成了任务; not 为…、为…. */
function isOutcome(text: string, start: number, end: number): boolean {
  const done = DONE.exec(text.slice(end, end + DONE_REACH))?.[0];
  // 藏粮于技、为科技兴农作出的贡献表示了…: what was done is an attribute.
  if (done === undefined || /[作做付]出的/.test(done)) return false;
  const from = MARKS.behindLast(text, Math.max(0, start - LONGEST), start);
  // 为科学决策、有效施策提供了依据: both of them are what it was done for.
  if (GOVERNED.test(text.slice(from, start))) return false;
  return start - from >= CLAUSE && text[from - 1] !== '、' && !text.slice(from, start).includes(text[end]!);
}

/** 为|科学决策: no verb with 了 behind the preposition. */
const GOVERNED = /^为(?!了)[^了着过]{2,20}$/;

/** Whether what ends at a mark is long enough for a clause, and no organ. */
function isClause(text: string, at: number): boolean {
  return at - MARKS.behindLast(text, Math.max(0, at - LONGEST), at) >= CLAUSE && !ORGANS.at(text, at - 1);
}

/** The number of a part, at the beginning of its line, and how long it may be. */
const NUMBER = new RegExp(String.raw`^[\s　（(]{0,4}第?[${ONE_TO_TEN}百\d]{1,3}$`);
const LONGEST_NUMBER = 8;

/** 二、如果…, and within a line 。2、由于…: the pause belongs to the number. */
function belongsToNumber({ text, contentStart }: Paragraph, { start }: Range): boolean {
  const near = Math.max(contentStart, start - LONGEST_NUMBER);
  const from = SENTENCE_ENDS.behindLast(text, near, start);
  const begins = from === contentStart || SENTENCE_ENDS.at(text, from - 1);
  return begins && NUMBER.test(text.slice(from, start));
}

/** What shows that the mark stands between clauses: a word that joins them, what begins one, or what opens the sentence. */
function clausesAround(paragraph: Paragraph, place: Range): ClausePause | undefined {
  const { start, end } = place;
  const word = IDIOMS.isAt(paragraph.text, end) ? undefined : CLAUSE_WORDS.wordAt(paragraph.text, end);
  if (word === undefined) return beginningBehind(paragraph.text, place) ?? openerBefore(paragraph, place);
  return mayBeMember(paragraph.text, start, end, word) ? undefined : { start, end, word, isBehind: true };
}

const ASKS = /(?:什么|哪里|怎[么样])[\u4e00-\u9fff]?$/;
const ASKS_REACH = 3;

/** What begins a clause behind the mark: 、全县上下要…; 、圆满完成了…; a verb with its object. */
function beginningBehind(text: string, { start, end }: Range): ClausePause | undefined {
  const called = CALLED_UPON.exec(text.slice(end, end + REACH))?.[0];
  if (called !== undefined && isClause(text, start)) return { start, end, word: called, isBehind: true };
  if (isOutcome(text, start, end)) return { start, end, word: text.slice(end, end + 2), isBehind: true };
  // 牢记是什么、要干什么这个根本问题: questions in a row.
  if (ASKS.test(text.slice(Math.max(0, start - ASKS_REACH), start))) return undefined;
  const opener = nextClauseAt(text, start);
  return opener === undefined
    ? undefined
    : { start, end, word: opener, isBehind: true, begins: true, severity: 'info' };
}

/** Words that members of a list may begin with, by what the member before has then as well. */
const ALIKE: Readonly<Record<string, string>> = {
  以更加: '以',
  还存在: '还',
  有的: '有的',
  每位: '每位',
  不管: '不管',
};

/** Whether what begins with a word that joins clauses may be the member of a list all the same. */
function mayBeMember(text: string, start: number, end: number, word: string): boolean {
  if (isParallel(text, start, end)) return true;
  // 以更高的标准、以更加扎实的作风; 还有许多困难、还存在一些不足
  const also = ALIKE[word];
  if (also)
    return text.lastIndexOf(also, start) >= MARKS.behindLast(text, Math.max(0, start - LONGEST), start);
  if (word === '不仅') return ALSO.test(text.slice(end, end + ALSO_REACH));
  if (word === '最终') return FINAL.isAt(text, end + 2);
  return word === '已经' && ATTRIBUTE.test(text.slice(end, end + REACH));
}

/** What ends before the mark as the beginning of its sentence: 与此同时、; 截至6月底、; 在县委的坚强领导下、. */
function openerBefore({ text, contentStart }: Paragraph, { start, end }: Range): ClausePause | undefined {
  // 同时、同地、同标准: a list.
  if (PAUSE.isIn(text, end, end + MEMBER)) return undefined;
  const clause = MARKS.behindLast(text, Math.max(contentStart, start - LONGEST), start);
  const grounds = text.slice(clause, start).trimStart();
  if (DONE_SO.isAt(text, end) && GROUNDED.test(grounds))
    return { start, end, word: grounds, isBehind: false };
  const from = SENTENCE_ENDS.behindLast(text, Math.max(contentStart, start - LONGEST), start);
  if (from !== contentStart && !SENTENCE_ENDS.at(text, from - 1)) return undefined;
  const word = text.slice(from, start).trimStart();
  const opens =
    OPENERS.wordAt(word, 0) === word ||
    (UNTIL.test(word) && !FIGURES.at(text, end)) ||
    (SINCE.test(word) && !text.slice(end, end + REACH).includes('以来')) ||
    (UNDER.test(word) && !UNDER_ALSO.at(text, end));
  return opens ? { start, end, word, isBehind: false } : undefined;
}

/** `、` between clauses: what joins clauses stands behind a comma. GB/T 15834—2011 4.5.1, 4.4.1. */
export const clausePause = defineParagraphRule<ClausePause>({
  id: 'punctuation/clause-pause',
  since: '0.2.0',
  severity: 'warning',
  basis: 'GB/T 15834—2011 4.5.1',

  reads: places,
  among: ofKind('pause'),
  *find(paragraph) {
    for (const place of placesOf(paragraph, 'pause')) {
      if (belongsToNumber(paragraph, place)) continue;
      const found = clausesAround(paragraph, place);
      if (found) yield found;
    }
  },

  explain({ word, isBehind, begins }) {
    if (begins) return { message: `“${word}”领起的像是另一个分句，前面用逗号；顿号只用在并列的词语之间` };
    return {
      message: isBehind
        ? `“${word}”连接的是分句，前面用逗号；顿号只用在并列的词语之间`
        : `“${word}”是全句的状语，后面用逗号；顿号只用在并列的词语之间`,
    };
  },

  fix: ({ start, end, begins }) => [
    { title: '顿号改为逗号', edits: [{ start, end, text: '，' }], safe: !begins },
  ],
});
