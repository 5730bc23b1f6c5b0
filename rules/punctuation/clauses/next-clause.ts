/**
 * Where a clause goes on behind 、 that is one of its own: 各地要组织力量深入排查、切实消除隐患。 Things done stand in lists as well
 * (转变发展方式、提高发展质量), so that only what adverbs and the like begin counts, where nothing around makes a list of it: of ten million
 * characters of public documents five places have that.
 */
import { CLAUSE_STOPS, PHRASE_STOPS as MEMBER_STOPS } from '../../../language/text/bounds.ts';
import { Characters, ShortList } from '../../../language/text/characters.ts';
import { anyOf, wordsOf } from '../../../language/text/pattern.ts';

/** What begins a clause: of these hardly one in a hundred stands behind 、 so. */
const OPENERS = new ShortList(
  wordsOf(
    '确保 切实 进一步 大力 坚决 逐步 严格 统筹 继续 加大 力争 严防 杜绝 防止 全力 真正 尽快 务必 发挥 营造 严禁 保证',
    '同时 我们 必须 应当 需要 希望 也是 可以 还应 目前 特别是 因地制宜 严厉 全面落实 重点检 重点解 重点整 重点突 重点围 重点抓 重点做 重点推 重点查 连续奋战 连续作战 先后深 先后到 多次深入 始终坚守 始终冲 亲自带 亲自到 当场解 当场办 立即组 立即启 迅速组 迅速启 迅速投 随即组 随即赶 第一时间 主动承担 主动放弃 全程参与',
  ),
);
/** Begin the next clause where it has a subject of its own … */
const SHORTEST = 9;
/** … and where one of these is it: 他主动放弃休假、连续奋战在一线. */
const SHORTEST_OF_ONE = 6;
const ONES = new ShortList(wordsOf('他 她 我 我们 他们 大家'));
/** What follows must be a clause as well … */
const SHORTEST_NEXT = 6;
/** … and the first member of a list in it is no shorter. */
const SHORTEST_MEMBER = 5;
const LONGEST = 40;
const LONGEST_NEXT = 60;

/** What leads lists of things done: 为…、…提供, 对…、…; 要坚持… does not. */
const LEADS = new Characters('为以把将对在被使让由从向当即');
const LED = new ShortList('关于 围绕 通过 用于 有利于 有助于 着眼 立足 聚焦 结合 包括'.split(' '));
/** What stands behind such lists, or makes the second of its members a name: 提高…的能力, 等工作. */
const NAMES = new ShortList(wordsOf('的 为 等 上来 提供 中 方面 相结合 和 与 是 入手 注入 作出 注重'));
const NAME_ENDS = new ShortList(
  wordsOf(
    '工作 上 下 方面 入手 中 要求 目标 任务 意见 需要 基础 道路 原则 机制 措施 办法 决定 战略 过程 作用 责任 方针 方式 国家 能力 企业 项目 单位 部门 人员',
  ),
);
const LED_BEHIND = new ShortList(wordsOf('上来 提供 注入 作出 奠定 贡献'));
/** What a third thing done begins with: then it is a list of them. */
const ACTS = new Characters(
  '加推提完建健强落优深扩开实做抓促增保支引鼓培发坚维改防打整规严全持进切大统继努积逐充及着不有依力避杜形确使让在对为把将以就从并和与及或踊扎得真',
);
const OTHER_MARKS = new Characters('“”‘’《》（） 　');
const PAUSE = '、';

/**
 * What leads to him to whom something is done, by its first character, up to the verb: 、使他们…, 、对重大隐患一律…. Behind a clause in which
 * that character does not stand, 2.6 million characters of public documents have none of them behind a pause.
 */
const LED_CLAUSES: Readonly<Record<string, RegExp>> = {
  使: /^使(?:[他她它其各每]|广大|群众|企业|农民|学生)[^，。；、]{4}/,
  把: /^把(?!握)[^，。；、“]{4}/,
  对: /^对[^，。；、]{2,16}(?:一律|要|依法|应当|必须|给予|予以|坚决|严肃)/,
  由: /^由[^，。；、]{2,16}(?:负责|承担|保障|牵头|统一|提供|任|兼任|担任)/,
  将: /^将(?![来士领军要])[^，。；、]{5}/,
  要: /^要(?![求素点件务塞害道闻领义])[^，。；、]{5}/,
  依: /^依[法规纪](?:依[法规纪]){0,2}(?![^，。；]{0,6}或)(?:追究|给予|予以|从重|承担|处理|查处)/,
  经: /^经[^，。；、]{2,16}(?:同意|批准|审核|签字|审批)后/,
  不: /^不得[^，。；、]{3}/,
  所: /^所需[^，。；、]{2,8}由/,
};
/** Things of which clauses in a row are said. */
const SAID_OF =
  /的[\u4e00-\u9fff]{0,4}(?:要求|原则|目标|机制|措施|办法|工作|做法|理念|思路|人|地方|单位|部门|企业|干部)$/;
/** 开辟航线、把宝贵的药品运往前线的医生: both say of whom. */
const ATTRIBUTES = /的[^的]+的/;
/** The members before may be names: 设主任1名、副主任2名、所需经费由…. */
const BEHIND_NAMES = new Characters('使所依');
const SHORTEST_LED = 5;
/** 为了…、把…: the two may be aims. */
const AIMS = new Characters('为以在从通因当经');

/** The first words of a clause that something leads which does not stand before it; undefined where a list may go on. */
function ledClauseAt(text: string, pause: number): string | undefined {
  const first = text[pause + 1] ?? '';
  const led = LED_CLAUSES[first]?.exec(text.slice(pause + 1, pause + 1 + LONGEST));
  if (!led) return undefined;
  const from = CLAUSE_STOPS.behindLast(text, Math.max(0, pause - LONGEST_NEXT), pause);
  const before = text.slice(from, pause).trimStart();
  const isPlain = before.length >= SHORTEST_LED && !before.includes(first) && !AIMS.at(before, 0);
  if (!isPlain || (before.includes(PAUSE) && !BEHIND_NAMES.at(first, 0))) return undefined;
  // 该放的放到位、把该管的管住的要求: both say what is required.
  const end = CLAUSE_STOPS.next(text, pause, Math.min(text.length, pause + LONGEST_NEXT));
  const next = text.slice(pause + 1, end);
  if (SAID_OF.test(next) || ATTRIBUTES.test(next)) return undefined;
  return BEHIND_NAMES.at(first, 0) ? led[0].slice(0, 2) : first;
}

/** How a subject stands: what is said of it by an adverb and a verb (作风明显转变), or by one word (分工明确). */
const BY_DEGREE = '明显|显著|不断|持续|稳步|日益|更加|大幅|逐步|进一步|全面|有效|切实';
const STATES =
  '到位 得力 明确 清晰 良好 有力 扎实 突出 明显 有序 稳定 顺利 滞后 薄弱 不足 不够 密切 浓厚 严重 淡薄 陈旧 松懈';
const STANDS = new RegExp(
  String.raw`^[\u4e00-\u9fff]{4,12}?(?:(${BY_DEGREE})[\u4e00-\u9fff]{2,3}|${anyOf(STATES)})$`,
);
/** What such clauses are the object of: 推动…明显改善、…显著增强 is a list. */
const OBJECTS = new ShortList(
  wordsOf(
    '推动 确保 实现 促进 保持 保证 使 让 做到 力争 形成 导致 造成 出现 存在 由于 因 因为 对 在 把 如 以 的',
  ),
);
/** The longest of such clauses. */
const STANDING = 18;

/** Whether something is said of one subject before the pause and of another behind it: 班子分工明确、干部作风明显转变。 */
function isSaidOfTwo(text: string, pause: number): boolean {
  const from = MEMBER_STOPS.behindLast(text, Math.max(0, pause - STANDING), pause);
  const end = MEMBER_STOPS.next(text, pause + 1, Math.min(text.length, pause + 1 + STANDING));
  if (!MEMBER_STOPS.at(text, end) || text[end] === '：') return false;
  const [before, next] = [text.slice(from, pause).trimStart(), text.slice(pause + 1, end)];
  const how = STANDS.exec(before);
  const also = STANDS.exec(next);
  // 更加强大、…更加昂扬, 认识到位、部署到位: figures of speech.
  if (!how || !also || (how[1] !== undefined && how[1] === also[1])) return false;
  if (before.slice(-2) === next.slice(-2)) return false;
  return !OBJECTS.isIn(text, from, pause) && !OBJECTS.isIn(text, pause + 1, end);
}

/**
 * What comes of all that stands before, however many things are done there: 倒排工期、挂图作战、确保11月底前完工。 Of ten million characters
 * of public documents none has it behind a pause, the end of a list of four characters each aside (精心组织、确保实效).
 */
const ENSURES = new ShortList(['确保', '杜绝', '严防']);
/** Pauses before it: more are a list of all there is to do. */
const MOST_BEFORE = 1;
const SHORTEST_ENSURED = 7;

function ensuresAt(text: string, pause: number): string | undefined {
  const word = ENSURES.wordAt(text, pause + 1);
  if (word === undefined) return undefined;
  const from = CLAUSE_STOPS.behindLast(text, Math.max(0, pause - LONGEST_NEXT), pause);
  const before = text.slice(from, pause).trimStart();
  const end = CLAUSE_STOPS.next(text, pause, Math.min(text.length, pause + LONGEST_NEXT));
  const next = text.slice(pause + 1, end);
  const [first, ...others] = next.split(PAUSE);
  if (first!.length < SHORTEST_ENSURED || before.includes(word)) return undefined;
  if (before.split(PAUSE).length > MOST_BEFORE + 1) return undefined;
  if (others.some((other) => ACTS.at(other, 0))) return undefined;
  if (!CLAUSE_STOPS.at(text, end) || text[end] === '：' || text[end] === '；') return undefined;
  // 为落实责任、确保…; 围绕…、确保…: the two are aims. 一、确保…: a number.
  const isLed = LEADS.isIn(text, from, from + 1) || LED.isAt(text, from) || before.length < SHORTEST_BEFORE;
  return isLed || SAID_OF.test(next) || endsWith(NAME_ENDS, next) ? undefined : word;
}
const SHORTEST_BEFORE = 4;

/** 召开专题会议、安排部署禁烧工作: what is done at a meeting that is held. */
const HELD = /召开[^，。；、]{0,14}(?:会议|[动推调座现分专部培][员进度谈场析题署训]会)$/;
const AT_MEETING = new ShortList(wordsOf('安排 部署 研究 传达 听取 讨论 审议 通报 总结 分析 专题'));
const HELD_REACH = 22;

/** 建立清单、跟踪整改、对拒不整改的，依法查处: whom the rest is about. */
const ABOUT = /^对[^，。；、]{3,20}的，(?:要|应当|必须|坚决|一律|严肃|依[法规纪]|给予|予以|及时)/;
const ABOUT_REACH = 28;

/** The word that begins a clause of its own behind a pause; undefined where a list may go on. */
export function nextClauseAt(text: string, pause: number): string | undefined {
  const led = ledClauseAt(text, pause) ?? ensuresAt(text, pause);
  if (led !== undefined) return led;
  if (AT_MEETING.isAt(text, pause + 1) && HELD.test(text.slice(Math.max(0, pause - HELD_REACH), pause)))
    return text.slice(pause + 1, pause + 3);
  if (ABOUT.test(text.slice(pause + 1, pause + 1 + ABOUT_REACH))) return text[pause + 1];
  if (isSaidOfTwo(text, pause)) return text.slice(pause + 1, pause + 3);
  const opener = OPENERS.wordAt(text, pause + 1);
  if (opener === undefined) return undefined;
  const from = CLAUSE_STOPS.behindLast(text, Math.max(0, pause - LONGEST - 1), pause);
  const end = CLAUSE_STOPS.next(text, pause, Math.min(text.length, pause + LONGEST_NEXT));
  const before = text.slice(from, pause).trimStart();
  const next = text.slice(pause + 1, end);
  const shortest = ONES.isAt(before, 0) ? SHORTEST_OF_ONE : SHORTEST;
  if (before.length < shortest || before.length > LONGEST || before.includes(PAUSE)) return undefined;
  if (next.length < SHORTEST_NEXT || !CLAUSE_STOPS.at(text, end) || text[end] === '：') return undefined;
  if (OTHER_MARKS.isIn(text, from, end)) return undefined;
  if (LEADS.isIn(text, from, pause) || LED.isIn(text, from, pause)) return undefined;
  return isList(next) ? undefined : opener;
}

/** 营造全社会共同参与的良好氛围: what comes of it, with all that is said of that. */
const OUTCOME = /^(?:营造|形成)[^、]{2,30}(?:氛围|环境|合力|格局|局面)$/;

/** Whether what stands behind the pause is the second thing in a list of them, or said of one. */
function isList(next: string): boolean {
  if (OUTCOME.test(next)) return false;
  const [first, ...others] = next.split(PAUSE);
  if (others.length === 0) return NAMES.isIn(next, 0, next.length) || endsWith(NAME_ENDS, next);
  return (
    first!.length < SHORTEST_MEMBER ||
    LED_BEHIND.isIn(next, 0, next.length) ||
    endsWith(NAME_ENDS, next) ||
    others.some((other) => ACTS.at(other, 0))
  );
}

const endsWith = (list: ShortList, text: string) =>
  [1, 2].some((length) => list.wordAt(text, text.length - length)?.length === length);
