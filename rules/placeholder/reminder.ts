import { defineFact } from '../../engine/facts.ts';
import type { Range } from '../../engine/finding.ts';
import type { Hit } from '../../engine/language.ts';
import type { Paragraph } from '../../engine/paragraph.ts';
import { defineParagraphRule, type Match } from '../../engine/rule.ts';
import { placeholders } from '../../language/blanks/placeholders.ts';
import { Characters } from '../../language/text/characters.ts';
import { readHits } from '../../language/text/hits.ts';
import { wordList } from '../../language/text/lexicon.ts';
import { ONE_TO_NINE } from '../../language/text/numerals.ts';
import { anyOf } from '../../language/text/pattern.ts';
import { draftingNotes, isDraftingNote } from './template/drafting-notes.ts';
import { fields } from './template/fields.ts';

const NOTES = wordList('placeholder.reminders');

interface Reminder extends Match {
  /** The words of the note. */
  readonly note: string;
}

/** What other rules tell of. */
const OTHERS: ReadonlySet<string> = new Set(['choice', 'levels', 'either', 'draft']);

const OPEN = '【（([［〔';
const CLOSE = '】）)]］〕';

/** The longest note in brackets, in units. */
const LONGEST_NOTE = 40;

/** What stands before the name of a button or a column. */
const BUTTON = /(?:点击|单击|选择|选中|按|进入|打开|填写|[”】])$/;

const reminders = defineFact<readonly Reminder[]>(
  'reminders',
  { words: [NOTES], facts: [draftingNotes] },
  (paragraph) => {
    const listed = readHits(paragraph.hits(NOTES), (hit) =>
      OTHERS.has(hit.entry.value) ? undefined : readReminder(paragraph, hit),
    );
    const isListed = (n: Match) => listed.some((r) => r.start < n.end && n.start < r.end);
    const found = [...listed, ...paragraph.fact(draftingNotes).filter((n) => !isListed(n))];
    // 若干（待填） is one blank, told of by placeholder/unfilled.
    const taken = new Set(paragraph.fact(placeholders).map((p) => p.end));
    // So is [填写具体时间] one field, told of by placeholder/template-field.
    const others = found.length === 0 ? [] : paragraph.fact(fields).filter(({ doubted }) => !doubted);
    return found.filter((r) => !taken.has(r.end) && !others.some((f) => f.start < r.end && r.start < f.end));
  },
);

function readReminder(paragraph: Paragraph, hit: Hit): Reminder | undefined {
  const { text } = paragraph;
  const { value } = hit.entry;
  if (value === 'code') return readCode(paragraph, hit);
  if (value === 'label') return readHead(paragraph, hit);
  if (value === 'line') return readLine(paragraph, hit);
  if (value === 'dashed') return readDashed(text, hit);
  if (value === 'cell') return readCell(text, hit);
  if (value === 'at') return readAt(text, hit);
  if (value === 'later') return readLater(text, hit);
  const bracket = bracketAround(text, hit.start, hit.end);
  if (bracket) {
    if (isOfOthers(paragraph, hit, bracket)) return undefined;
    const note = text.slice(bracket.start + 1, bracket.end - 1);
    if (isNote(note, value)) return { ...bracket, note, ...lighterOf(note, value) };
  }
  const cell = value === 'pending' ? readCell(text, hit) : undefined;
  // 待定 in a table may be so announced.
  if (cell)
    return hit.entry.word === '待定' || hit.entry.word === '待确认' ? { ...cell, severity: 'info' } : cell;
  if (BRACKETED.has(value)) return undefined;
  return value === 'here' ? readHere(text, hit) : readBare(paragraph, hit);
}

/** 以下内容还没想好，先空着。: a line of its own. */
function readLine({ contentStart, contentEnd }: Paragraph, { entry }: Hit): Reminder | undefined {
  return contentEnd - contentStart <= SHORT_LINE
    ? { start: contentStart, end: contentEnd, note: entry.word }
    : undefined;
}
const SHORT_LINE = 30;

/** ——此处加一段企业家代表的话——: set apart by dashes instead of a bracket. */
function readDashed(text: string, { start }: Hit): Reminder | undefined {
  const note = /^——([^—。；]{2,40})——/.exec(text.slice(start, start + LONGEST_NOTE + 4))?.[1];
  return note !== undefined && isDraftingNote(note)
    ? { start, end: start + note.length + 4, note }
    : undefined;
}

/** @城管局 核对数据: whom the draft goes to next; @清河发布 is an account. */
function readAt(text: string, { start, end }: Hit): Reminder | undefined {
  const asked = ASKED_AT.exec(text.slice(end, end + LONGEST_NOTE))?.[0];
  return asked === undefined
    ? undefined
    : { start, end: end + asked.length, note: text.slice(start, end + asked.length) };
}
const ASKED_AT = new RegExp(
  [
    String.raw`^[\u4e00-\u9fff]{2,8}[ \u3000，：:]{1,2}`,
    `(?:请|再|帮忙)?${anyOf('核 补 确认 提供 看 改 填 更新 报')}`,
    String.raw`[\u4e00-\u9fff]{0,10}`,
  ].join(''),
);

/** A cell of a table that holds nothing else: 待报; 待定 may be so announced. */
function readCell(text: string, { start, end, entry }: Hit): Reminder | undefined {
  const alone =
    /(?:^|[\t|])\s?$/.test(text.slice(Math.max(0, start - 2), start)) &&
    /^\s?(?:[\t|]|$)/.test(text.slice(end, end + 2));
  return alone && /[\t|]/.test(text) ? { start, end, note: entry.word, severity: 'warning' } : undefined;
}

/** 写作提示：开头要简洁…: a line that tells how to write what follows. */
function readHead(
  { text, contentStart, contentEnd }: Paragraph,
  { start, end, entry }: Hit,
): Reminder | undefined {
  const opens = start > contentStart && OPEN.includes(text[start - 1]!) ? 1 : 0;
  if (start - opens !== contentStart || contentEnd - contentStart > LONGEST_HEAD) return undefined;
  if (!/^[：:】\])）]/.test(text.slice(end, end + 1))) return undefined;
  return { start: contentStart, end: contentEnd, note: entry.word };
}
const LONGEST_HEAD = 120;

/** 城乡居民收入比为1.92，待统计局核定后更新。: the last clause says that the figure is not yet the right one. */
function readLater(text: string, { start, end }: Hit): Reminder | undefined {
  const until = /待[^，。；]{1,14}$/.exec(text.slice(Math.max(0, start - 15), start));
  if (!until || !/^(?:[，。；）)]|$)/.test(text.slice(end, end + 1))) return undefined;
  const from = start - until[0].length;
  // 有待, 期待: a word of its own; 待条件成熟后完善 is a plan.
  if (!/(?:^|[，；（(])$/.test(text.slice(Math.max(0, from - 1), from)) || !SETTLED.test(until[0]))
    return undefined;
  return { start: from, end, note: text.slice(from, end), severity: 'warning' };
}

/** What is waited for with a figure or a name. */
const SETTLED = /(?:核[定实准]|确[定认]|公布|发布|反馈|报送|提供|审定|统计|下达|到位|明确|出来)$/;

/** TODO, 待办：: typed in capitals, or at the head of a line with a colon; todo may be a word of a quotation. */
function readCode({ text, contentStart }: Paragraph, { start, end }: Hit): Reminder | undefined {
  const before = text.slice(Math.max(0, start - 12), start);
  const after = text.slice(end, end + 12);
  const note = text.slice(start, end);
  // “TODO应用” and the like is the name of a product.
  if (/[“《]$/.test(before) || /^\s?(?:应用|软件|大厦|公司|集团|模式|列表)/.test(after)) return undefined;
  if (/[\w./:-]$/.test(before) || /^[\w/-]/.test(after)) return undefined;
  const isMeant = /^[A-Z]+$/.test(note) || (start === contentStart && /^\s?[：:]/.test(after));
  return isMeant ? { start, end, note } : undefined;
}

/** Whether a bracket is no note to the writer, by where it stands: a version within a sentence, a button, what a notice asks. */
function isOfOthers(paragraph: Paragraph, { entry: { word, value } }: Hit, bracket: Range): boolean {
  const { text } = paragraph;
  if (value === 'version') return !isVersionOfTitle(paragraph, bracket);
  // 点击【插入图片】: a button that is spoken of.
  if (value === 'what') return BUTTON.test(text.slice(Math.max(0, bracket.start - 6), bracket.start));
  return value === 'aside' && PLEASE.test(word) && !endsHeading(paragraph, bracket);
}

/** （可根据实际情况补充）: to the writer in a template, to the reader in a notice. （掌声）: a record of what was said has it too. */
function lighterOf(note: string, value: string): Pick<Reminder, 'severity'> {
  if (!DOUBTED.has(value)) return {};
  return { severity: note === '掌声' ? 'info' : 'warning' };
}

/** 此处插入数据: not 此处需要说明的是…, which is for the writer only where it is written into a bracket. */
function readHere(text: string, { start, end, entry: { word } }: Hit): Reminder | undefined {
  if (/^(?:这里|此处[可需应略])/.test(word)) return readAdvice(text, start, end);
  if (/[“”]$/.test(text.slice(start - 1, start)) || /^[一两这该]/.test(text.slice(end, end + 1)))
    return undefined;
  return { start, end, note: word };
}

/** 此处可补充典型案例: a sentence of its own that says what to write; 此处可设休息室 is about a place. */
function readAdvice(text: string, start: number, end: number): Reminder | undefined {
  if (start > 0 && !SENTENCE_ENDS.at(text, start - 1)) return undefined;
  const advice = ADVICE.exec(text.slice(end, end + LONGEST_ADVICE));
  return advice
    ? { start, end: end + advice[0].length, note: text.slice(start, end + advice[0].length) }
    : undefined;
}

const SENTENCE_ENDS = new Characters('。！？；\u3000 ');
const LONGEST_ADVICE = 30;
const WRITES = '补充 添加 增加 插入 列[出举] 展开 举例 写 填[写入] 替换 修改 删[减去]';
const ADVICE = new RegExp(
  String.raw`^(?:(?:根据|结合|视|酌情|按照?|适当|进一步)[^，。；]{0,12})?${anyOf(WRITES)}[^，。；\n]{0,16}(?=[。；]?$)`,
);

/** In running text: only at the head of a line, as the value of a label, or as the last word on what is missing. */
function readBare({ text, contentStart }: Paragraph, { start, end, entry }: Hit): Reminder | undefined {
  const { word: note, value } = entry;
  const before = text.slice(Math.max(0, start - 12), start);
  const after = text.slice(end, end + 12);
  if (start === contentStart && /^[：:]/.test(after)) return { start, end, note };
  if (STATUS.test(text.slice(Math.max(0, start - 10), start)) || STATUS_BEHIND.test(after)) return undefined;
  // 申报单位：请填写单位全称
  const asked =
    value === 'please' && LABELLED.test(before) ? ASKED_FOR.exec(text.slice(end))?.[0].length : undefined;
  if (asked !== undefined) return { start, end: end + asked, note: text.slice(start, end + asked) };
  if (!/^(?:[，。；！\s)）]|$)/.test(after)) return undefined;
  // 地点：待定: so it is announced, if it is not yet known.
  if (/[：:]\s*$/.test(before)) return { start, end, note, ...(note === '待定' && { severity: 'warning' }) };
  return value === 'pending' && AWAITED.test(before) ? { start, end, note, severity: 'warning' } : undefined;
}

/** What the label of a field asks for; 填表说明：请填写全称 tells how. */
const LABELLED = /(?<!说明|要求|提示|注意|备注|须知|事项|方法|步骤)[：:]\s?$/;
const ASKED_FOR = /^[\u4e00-\u9fff]{1,8}(?=$|[，；\s)）])/;

/** 办件状态设为：待确认 → 办理中: the name of a state. */
const STATUS = /(?:状态|设为|标记为|标为|显示|[→—]\s?>?)[^，。；]{0,4}$/;
const STATUS_BEHIND = /^["”]?\s?(?:→|->|—>|、已|、待|、办理中|两类|状态)/;

/** Words that say it in a bracket only. */
const BRACKETED: ReadonlySet<string> = new Set(['what', 'bare', 'adapt', 'aside', 'stage', 'version']);

const DOUBTED: ReadonlySet<string> = new Set(['bare', 'adapt', 'aside', 'stage', 'version']);

const OPEN_MATTERS =
  '数字 数据 时间 地点 人选 人员 人数 次数 数量 总数 数额 面积 名次 名单 金额 日期 名称 姓名 职务 电话 内容 文号 具体情况 情况 议程 附件 图片 部分 标题 比例 口径 出处';
/** 时间待定, 具体数字待核实: what a draft leaves open. 有待完善, 亟待更新 are prose. */
const AWAITED = new RegExp(`${anyOf(OPEN_MATTERS)}(?:均|都|尚|仍|还)?$`);

/** What a model says to those who copy it, and colleagues to each other. */
const ASIDES = [
  '(?:每[条段点项]|本段|此段|本部分)[^。；]{0,4}\\d{2,4}字(?:左右|以内|以上)? 用数据说话',
  '(?:再|待|还需)(?:商|议|定|核|斟酌|推敲)[量定]{0,2}$ 拿不准 存疑',
  '(?:与|找|跟|问)(?!原|正)[^，。；]{2,8}(?:核对|核实|确认|要数)(?:一下|数据|数字)?$',
  '不再[细展] 各(?:地|单位|部门)不同 自行(?:展开|发挥) 可(?:展开|删|不写|略写|删除) 不涉及的?(?:不|可|请|删)',
  '请(?:按照?|根据|结合|参照|对照)[^，。；]{2,14}(?:填写|填报|编写|撰写|表述) 没有的?[可不填] [^。；]{0,10}的不(?:写|列|填) 无的?填 如无[^，。；]{0,8}(?:注明|不填|填) 由[^，。；]{2,8}填[写报]',
  '(?:这)?部分请[^，。；]{2,8}(?:提供|补充|填写|完善) 作?持平 请删除 可?(?:视情|酌情|视情况)(?:增减|修改|调整|删减|取舍)',
  '酌情增减 逐项列出 以下略 (?:分条|详细|展开)写 此[处段][可略] 结合实际增减 举例说明 (?:此处|以下|中间)省略',
  '数据请[^，。；]{2,8}(?:核实|核对|提供|补充|填写) [举加][一二两三几\\d]{0,3}[个些]?(?:例子|事例) (?:可以?|这段|详|略|展开|口头)[讲念] 不念',
  '(?:此|本|该)(?:段|处|部分|节)[^。；]{0,10}(?:更新|修改|替换|调整|核实|改写) 需要?(?:根据|结合)[^，。；]{2,12}(?:调整|修改|补充|完善|更新|填写)(?=$|[，；])',
  '(?:去年|上年|往年|旧稿|原稿)[^。；]{0,6}(?:更新|修改|替换|调整) ^略[，；]请?[^，。；]{0,8}(?:提供|补充|填写|完善|细化)',
  '可?(?:结合|根据|联系)[^，。；]{2,14}(?:展开|补充|撰写|详述|细化) (?:此|本|该)(?:部分|段|处|节)可?(?:写|列|附|填|补充|介绍|突出)[^。；]{0,10} (?:参照|沿用)去年 去年稿 字数控制 [对核]一下 核对一下 [挑选][两几]个 待[^，。；]{2,8}后(?:补充|填写|完善) 看稿子? 念稿',
];
const STAGE_PLACES = '此处 这里 在此 注意 随后 同时 PPT';
/** What is said to the one who reads the speech out. */
const STAGE_DIRECTIONS = [
  '稍?作?停顿 稍停 接下页 转下页 下一页 翻页 语气加重 加重语气 语速放慢 放慢语速 提高(?:音量|声调) [举挥]手示意',
  '播?放(?:短片|视频|PPT) 切换PPT 环视全场 鞠躬 脱稿 敬礼 看大屏幕 等?掌声 领掌 带头鼓掌 重读 强调语气 微笑 喝水 (?:看|面向)镜头 [放鸣]礼炮 待?音乐[起停] 播?放音乐',
];
const VERSIONS = `(?:送审|讨论|征求意见)稿第[${ONE_TO_NINE}\\d]{1,2} 最终 最新 终 初 定 清 校对 修改 修订 打印 送印 改 底 第?[${ONE_TO_NINE}\\d]{1,2}`;
/** 刘主任改, 领导审定稿, V2.0 最终: who went over it, and which it is by count. */
const REVISED = String.raw`^[\u4e00-\u9fff]{0,3}(?:主任|书记|[局县镇科]长|秘书长|领导)(?:修?改|审[改定阅]?|批改)[过稿]{0,2}$|^[Vv]?[\d.]{1,4}\s?最终[稿版]?$`;
/** What a bracket holds from end to end whose words alone would say nothing. */
const WHOLE: Readonly<Record<string, RegExp>> = {
  // （问题部分各地不同，不再细写）, （不涉及的不列）: the writer of a model to those who copy it.
  aside: new RegExp(`^[^。；]{0,12}${anyOf(ASIDES)}[^。；]{0,16}$`),
  // （此处停顿，等掌声）: to the one who reads it out.
  stage: new RegExp(
    `^${anyOf(STAGE_PLACES)}?${anyOf(STAGE_DIRECTIONS)}(?![后时中的]|演讲|答辩|考核)[^。；是为应须]{0,8}$`,
    'i',
  ),
  // （修改稿3）, （最终版）: not （征求意见稿）, （送审稿）, （草案）.
  version: new RegExp(
    String.raw`^(?:\d{1,4}[年.月-]?\d{0,2}[月.-]?\d{0,2}日?)?${anyOf(VERSIONS)}(?:次)?(?:修改)?[稿版]{1,2}[\d${ONE_TO_NINE}]{0,2}$|^改[\d${ONE_TO_NINE}]$|${REVISED}`,
  ),
};

/** The longest line that ends in the version of the draft it heads. */
const TITLE_LENGTH = 50;

/** 讲话（终稿）: at the end of a short line without a sentence. */
function isVersionOfTitle({ contentEnd, content }: Paragraph, bracket: Range): boolean {
  return bracket.end === contentEnd && content.length <= TITLE_LENGTH && !/[。；，]/.test(content);
}

/** 请按…, which notices say to their readers as well. */
const PLEASE = /^请[按根结参对]/;

/** 一、部门职责（请按三定方案填写）: at the end of a heading, or behind a sentence. */
function endsHeading({ text, contentStart, contentEnd, role }: Paragraph, bracket: Range): boolean {
  if (role === 'table' || bracket.end !== contentEnd) return false;
  return /^(?:[一二三四五六七八九十]{1,3}、|（[一二三四五六七八九十]{1,3}）|\d{1,2}[.．、])/.test(
    text.slice(contentStart, contentStart + 5),
  );
}

const LACKING = '此处 这里 本段 该段 部分 相关 具体 尚 仍 还 数据 案例 内容';
const LACKS = '需要?(?:补充|核实|完善|修改) 缺数据 缺失 暂缺 插图 配图';
/** 此处需补充数据, 缺数据. */
const IS_LACKING = new RegExp(`^${anyOf(LACKING)}{0,3}${anyOf(LACKS)}(?:数据|案例|内容|具体情况)?$`);

const AWAITING = '补充? 核[实对定]? 填[写报]? 定 确认 完善 更新 查证? 添加 插入 修改 商 落实 提供 续写? 统计';
/** 待办事项, 待批项目: names of things. */
const AWAITED_THINGS = '事项 问题 项目 人员 单位 案件 工作 后 的';
/** 数据待核实, 第三季度的数字，待补充. */
const STILL_TO_COME = new RegExp(
  String.raw`^(?:[^。；]{0,16}[，,])?[\u4e00-\u9fff]{0,8}?待${anyOf(AWAITING)}(?!${anyOf(AWAITED_THINGS)})[^，。；]{0,12}$`,
);

const FILLABLE = '数字 数据 数值 案例 事例 时间 名称 金额 人数 数量 内容 图片 表格 照片 统计表';
/** 插入活动现场照片. */
const PICTURED =
  '(?:插入|附上|贴上|配)[\\u4e00-\\u9fff]{0,10}(?:照片|图片|截图|图表|表格|统计表|示意图|数据|案例)';
/** 填写具体数字, 时间: what belongs there. */
const NAMES_WHAT = new RegExp(
  `^(?:(?:填写|填入|补充|插入|输入|列举|添加)?(?:具体|相关|有关|本单位|单位)?(?:的)?${anyOf(FILLABLE)}|${PICTURED})$`,
);

const WHAT_FITS =
  '(?:各[^，。；]{1,4}可?|以[上下]|此处|这里|[本此]段|[本该此]部分|具体)?(?:内容|部分|数据|情况)?';
/** 各地可结合实际补充, 此处根据本单位实际修改. */
const FITS_TO = new RegExp(`^${WHAT_FITS}(?:请|可|需)?(?:自行)?(?:根据|结合|按照?)[^，。；]{0,10}实际`);

/** 此处填写联系人, 请根据实际填写. */
const ASKS = /^(?:如需)?(?:此处|这里|请|在此|点击|单击|自行|根据|结合)/;
/** 涉及金额|请核实. */
const CHECK = /(?:[，,]|数据|数字|情况|口径|名单|时间|金额|内容)请(?:再)?核实$/;

/** Whether a bracket holds a note to the writer, not a clause that happens to have the word: （待定事项见附件2）. */
function isNote(inside: string, value: string): boolean {
  const form = WHOLE[value];
  if (form) return form.test(inside.trim());
  const bare = inside.trim().replace(/^(?:注|备注|说明|提示)[：:]/, '');
  if (value === 'bare') return IS_LACKING.test(bare);
  if (value === 'adapt') return FITS_TO.test(bare);
  if (value === 'what') return NAMES_WHAT.test(bare);
  if (value === 'here' || value === 'please') return ASKS.test(bare) || CHECK.test(bare);
  return (
    STILL_TO_COME.test(bare) &&
    !/(?:有|亟|等|对|期|看|善|虐|招|接|款|优|厚)待/.test(bare) &&
    !/待定(?:点|额|向|位|价|性)/.test(bare)
  );
}

/** The innermost bracket that holds the range, brackets included. */
function bracketAround(text: string, start: number, end: number): { start: number; end: number } | undefined {
  let from = start - 1;
  while (from >= 0 && start - from < LONGEST_NOTE && !OPEN.includes(text[from]!)) {
    if (CLOSE.includes(text[from]!) || '。；'.includes(text[from]!)) return undefined;
    from--;
  }
  if (from < 0 || !OPEN.includes(text[from]!)) return undefined;
  let to = end;
  while (to < text.length && to - end < LONGEST_NOTE && !CLOSE.includes(text[to]!)) to++;
  return CLOSE.includes(text[to] ?? ' ') ? { start: from, end: to + 1 } : undefined;
}

/** 【待补】 TODO （此处插入…）: what the writer meant to come back to. */
export const reminder = defineParagraphRule<Reminder>({
  id: 'placeholder/reminder',
  severity: 'error',
  kinds: { law: 'info' },

  reads: reminders,
  find: (paragraph) => paragraph.fact(reminders),

  explain({ note }) {
    return { message: `写作提示“${note}”留在了文中，应补上内容或删去` };
  },

  ask({ note }) {
    return { slot: 'text', label: `补充内容（${note}）`, group: '' };
  },
});
