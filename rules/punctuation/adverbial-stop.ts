import { defineFact } from '../../engine/facts.ts';
import { defineParagraphRule, type Match } from '../../engine/rule.ts';
import { CLAUSE_STOPS, SENTENCE_STOPS } from '../../language/text/bounds.ts';
import { Characters, ShortList } from '../../language/text/characters.ts';
import { anyOf, wordsOf } from '../../language/text/pattern.ts';

/** What such a sentence begins with: looked at before the patterns. */
const FIRSTS = new Characters('为在随由自当近今一同此因其另与按根依作');
const LONGEST = 70;
const PURPOSES =
  '进一步 深入 切实 认真 全面 全力 贯彻 加强 做好 推动 推进 规范 确保 加快 促进 提高 保障 落实 提升 强化 完善 健全 有效 扎实 积极 充分 更好 维护 巩固 深化 改善 增强 营造 防止 防范 弘扬 持续 严格 保证 能够 彻底 妥善 减少 降低 消除 解决 满足 顺利 实现 方便 落实好';
/** 为进一步做好防汛工作: for what the rest is done. */
const PURPOSE = new RegExp(
  `^为了?${anyOf(PURPOSES)}(?!.{0,60}(?:提供|贡献|而|努力|奋斗|指明|奠定|创造|注入))`,
);
/** 在县委的坚强领导下, 自2024年以来, 当险情发生时. */
const CIRCUMSTANCE = new RegExp(
  `^(?:在.{1,60}${anyOf('领导下 指导下 支持下 关心下 帮助下 努力下 推动下 背景下 形势下 情况下 条件下 前提下 配合下 基础上 过程中 的同时')}|自.{1,60}以来|当.{1,60}(?:时|时候|之际))$`,
);
const CAUSE = /^(?:随着|由于)(?!.{0,60}(?:决定|导致|使|造成|引起))/;
/** 根据上级通知要求: on what grounds. */
const GROUNDS = new RegExp(
  `^(?:根据|按照|依据|依照).{1,60}${anyOf('要求 规定 精神 部署 安排 通知 意见 方案 计划')}(?:》|）)?$`,
);
/** 作为全县六大攻坚战之首: as what, but not what it is or does. */
const ROLE = /^作为[^，]{2,40}$/;
const ROLE_DOES = new RegExp(
  anyOf(
    '是 要 应 将 须 可 能 已 都 均 也 就 不 了 列 报 提交 发 供 参考 推进 实施 抓 来 使用 有 给 得到 处理 补充 奖励 回报 依据 条件 前提',
  ),
);
const OPENER = new RegExp(
  `^${anyOf('近年来 今年以来 去年以来 一年来 同时 此外 因此 其中 一方面 另一方面 与此同时 为此 另外 由此')}$`,
);
/** 一旦发生火情: what follows is not said. */
const CASE = /^一旦(?!.{0,12}(?:[就将会便则要即]|一律|一概|不再|不予))[^，]{3,12}$/;
const ADVERBIALS = [PURPOSE, CIRCUMSTANCE, CAUSE, GROUNDS, OPENER];
/** 各包联单位要按照职责分工: who must do it, on what grounds, and not what. */
const LEFT_OPEN = new RegExp(
  `^[^，；：]{2,24}(?:要|应|应当|必须)(?:严格|认真)?(?:根据|按照)[^，；：的]{2,16}${anyOf('分工 要求 部署 安排 方案')}$`,
);
const LEFT_OPEN_ENDS = new Characters('工求署排案');
/** What comes of what is done: 确保安全度汛. A clause that begins so at the end of a purpose is part of it. */
const RESULTS = new ShortList(
  wordsOf(
    '确保 保证 保障 坚决遏制 坚决防止 坚决杜绝 有效防范 有效遏制 切实维护 切实保障 全力保障 防止 避免 减少 促进 推动 提高 提升 增强 维护 营造 严防 最大限度',
  ),
);
/** What stands between the first and the last clause of a purpose. */
const AIMS = new ShortList(wordsOf(PURPOSES, '履行 坚决 严防 杜绝 夯实 压实 实现'));
const SHORTEST = 2;

/** The full stops behind sentences that are no more than an adverbial. */
const adverbialStops = defineFact<readonly Match[]>('stops behind adverbials', ({ text, contentStart }) => {
  const found: Match[] = [];
  for (let stop = text.indexOf('。'); stop >= 0; stop = text.indexOf('。', stop + 1)) {
    const from = SENTENCE_STOPS.behindLast(text, Math.max(contentStart, stop - LONGEST), stop);
    // The sentence began further back.
    if (from !== contentStart && !SENTENCE_STOPS.at(text, from - 1)) continue;
    const sentence = text.slice(from, stop).trimStart();
    if (isOpen(sentence) || isCase(text, from, stop) || isApology(text, stop))
      found.push({ start: stop, end: stop + 1 });
  }
  return found;
});

function isAdverbial(sentence: string): boolean {
  return (
    sentence.length >= SHORTEST &&
    FIRSTS.at(sentence, 0) &&
    !CLAUSE_STOPS.isIn(sentence, 0, sentence.length) &&
    (ADVERBIALS.some((pattern) => pattern.test(sentence)) ||
      (ROLE.test(sentence) && !ROLE_DOES.test(sentence)))
  );
}

/** 可燃物增多，一旦发生火情: the last clause is a case, and what then is not said. */
function isCase(text: string, from: number, stop: number): boolean {
  const clause = CLAUSE_STOPS.behindLast(text, from, stop);
  return text.startsWith('一旦', clause) && CASE.test(text.slice(clause, stop));
}

const isLeftOpen = (sentence: string) =>
  LEFT_OPEN_ENDS.at(sentence, sentence.length - 1) && LEFT_OPEN.test(sentence);

/** 为做好防汛工作，落实各方责任，确保安全度汛: for what the rest is done, clause after clause, and nothing that is done. */
function isPurpose(sentence: string): boolean {
  if (!sentence.startsWith('为')) return false;
  const [first, ...others] = sentence.split('，');
  const last = others.at(-1);
  return (
    last !== undefined &&
    PURPOSE.test(first!) &&
    RESULTS.isAt(last, 0) &&
    !DOES.isIn(last, 0, last.length) &&
    others.every((clause) => clause.length > SHORTEST && (AIMS.isAt(clause, 0) || RESULTS.isAt(clause, 0)))
  );
}

/** 提升治理水平提供了保障: what is done as well. */
const DOES = new ShortList(wordsOf('了 提供 奠定 作出 做出 贡献 是 成为 而'));

const isOpen = (sentence: string) => isAdverbial(sentence) || isLeftOpen(sentence) || isPurpose(sentence);

/** 不妥之处。敬请批评指正: the two are one sentence. */
const isApology = (text: string, stop: number) => POLITE.isAt(text, stop + 1) && FAULTY.isAt(text, stop - 4);

const POLITE = new ShortList(['敬请', '请予', '请批评', '恳请', '请各位', '请大家']);
const FAULTY = new ShortList(['不妥之处', '不当之处', '不足之处']);

/** 为进一步做好防汛工作。现将…: a full stop behind what only leads into the sentence. GB/T 15834—2011 4.1.1, 4.4.3. */
export const adverbialStop = defineParagraphRule<Match>({
  id: 'punctuation/adverbial-stop',
  since: '0.8.0',
  severity: 'warning',
  basis: 'GB/T 15834—2011 4.1.1',

  reads: adverbialStops,
  find: (paragraph) => paragraph.fact(adverbialStops),

  explain: () => ({ message: '这一句只有状语，话没有说完：句号应为逗号，或者后面丢了主句' }),

  fix: ({ start, end }) => [{ title: '句号改为逗号', edits: [{ start, end, text: '，' }], safe: false }],
});
