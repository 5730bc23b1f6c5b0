/** Fields that templates leave to be replaced: {{单位}}, ${name}, 【事项】, [时间]. Offsets are relative to the paragraph. */
import { defineFact } from '../../../engine/facts.ts';
import type { Range } from '../../../engine/finding.ts';
import type { Paragraph } from '../../../engine/paragraph.ts';
import type { Match } from '../../../engine/rule.ts';
import { Characters, LETTERS } from '../../../language/text/characters.ts';
import { wordList } from '../../../language/text/lexicon.ts';
import { ONE_TO_TEN } from '../../../language/text/numerals.ts';
import { anyOf } from '../../../language/text/pattern.ts';
import { kindSet, Token } from '../../../language/text/scan.ts';

const FORM = wordList('blanks.form');

export interface Field extends Match {
  /** What stands between the brackets. */
  readonly name: string;
  /** May head an entry as well (【时间】周一): a field only where the draft has others that are sure. */
  readonly doubted: boolean;
}

/** Last words of the names that forms give their fields. */
const FIELD = anyOf(
  '姓名 名称 全称 单位 部门 机关 公司 企业 学校 岗位 称呼 专业 学院 班级 奖项 学号 标语 口号 职务 职位 职称 性别 年龄 民族 日期 时间 地点 地址 金额 数量 数字 比例 编号 文号 标题 主题 题目 内容 事由',
  '号码 电话 电话号码 手机号 手机号码 邮箱 邮箱地址 联系人 负责人 领导 主送机关 发文机关 年份 月份 年 月 日 省 市 县 区 镇 乡 村 类别 类型 街道 社区 节点 客户 嘉宾 项目名 会议名 公司名 单位名 企业名 学校名 人名 地名',
);

/** The same, of words that end many others (确保完成国家要求): with two characters before them at most. */
const SHORT = `(?:[\\u4e00-\\u9fff]{0,2}${anyOf(
  '正文部分 主体部分 开头部分 结尾部分',
  '事项 依据 背景 原因 目的 措施 议题 具体问题 具体做法 具体案例 具体成效 具体措施 具体事项 具体数据 具体名称 机构 职责 字数 人数 人员 主持人 出席人',
  '开场白 开头 主体 引言 导语 结语 结尾 结束语 过渡语? 祝福语 审核人 签发人 记录人 责任人 承办人 经办人 正文 落款 署名 称谓 年限 任命人 获奖人 申请人 当事人 委托人 汇报人 分管工作 工作内容 用途 期限 标准 范围 对象 结果 意见 要求 目标 金额大写',
)})`;

/** Fields that templates set in round brackets as well, where the sentence needs them. */
const IN_ROUND =
  '姓名 领导姓名 领导职务 领导 职务 姓名、职务 职务、姓名 姓名、电话 单位名称 部门名称 文件名称 会议名称 项目名称 活动名称 企业名称 具体要求 具体时间 具体地点 具体部门 具体内容 时间 地点 会议地点 日期 主持人 先进典型 典型人物 先进人物 责任部门 牵头部门 金额 数字 数量 人数 方位 人名 地名 村名 镇名 事由 岗位 职位 奖项 奖项名称 荣誉称号 嘉宾名单 领导名单 来宾名单 获奖名单';

/** What a speech calls whom it has not named: 县长（姓名）同志讲话. */
const WHO =
  '姓名 姓名、电话 发言人 主讲人 汇报人 代表姓名 领导姓名 职务 领导 领导称谓 姓名及职务 职务姓名 主持人姓名 人名';
const WHO_DOES = /^(?:[，。；]|具体|负责|牵头|同志|作|讲|宣|主持|致|发言|安排|部署|强调|指出|汇报|传达|通报)/;
/** Names of fields of two words, which stand in a bracket for nothing else: （制定机关）, （主办单位名称）. */
const NAMED_FIELD = '[\\u4e00-\\u9fff]{2,6}(?:姓名|名称|单位|企业|部门|机关|时间|地点|人员|称谓|全称|简称)';
/** XXX同志（或部门）: a model for either. */
const OR_ELSE = '或[\\u4e00-\\u9fff]{1,6}';
/** （插入领导姓名及职务）. */
const INSERTED = `(?:插入|填入|填写|替换为|补充)[\\u4e00-\\u9fff]{0,8}${FIELD}(?:[及和、或][\\u4e00-\\u9fff]{0,6}${FIELD})?`;

/** （总经理　姓名）: who speaks, on a line of its own below the title. */
const OFFICE_AND_NAME = '[\\u4e00-\\u9fff]{2,12}[ \\u3000]{1,3}姓名';

/** What a language model leaves open in a Chinese text: [Your Department], [Insert Date]. */
const ENGLISH = anyOf(
  '[Yy]our [Ii]nsert [Ee]nter [Cc]ompany [Oo]rganization [Dd]epartment [Pp]roject [Nn]ame [Dd]ate [Tt]itle [Pp]osition',
  '[Aa]ddress [Pp]hone [Ee]mail [Aa]mount [Cc]ity [Pp]laceholder [Rr]ecipient [Ss]ender [Ss]ignature',
);
const ENGLISH_FIELD = `${ENGLISH}(?: [A-Za-z]{1,15}){0,4}`;
/** {name}, {meeting_date}: the variable of a program. */
const VARIABLE = '[a-z][A-Za-z_]{1,20}';

/** 主办/承办单位, 会议议题. */
const NAMED_OR_SHORT = `(?:[\\u4e00-\\u9fff/、]{0,12}${FIELD}|(?:[\\u4e00-\\u9fff]{2,4}[/、]){0,2}${SHORT})`;
/** [字段：会议名称]. */
const TAGGED = '(?:标签|字段|变量)[:：][^\\[\\]\\n]{1,20}';
/** Not the text of a link. */
const NO_LINK = '(?![(（])';

/** What a field looks like, by its opening bracket. Bounded: an unclosed bracket costs no more than a closed one. */
const SHAPES: Readonly<Record<string, RegExp>> = {
  '{': new RegExp(`\\{\\{([^{}\\n]{1,60})\\}\\}|\\{([\\u4e00-\\u9fff]{0,12}${FIELD}|${VARIABLE})\\}`, 'y'),
  '｛': new RegExp(`｛([\\u4e00-\\u9fff]{0,12}${FIELD})｝`, 'y'),
  '<': new RegExp(`<(?:填写|输入)?([\\u4e00-\\u9fff]{0,12}${FIELD})>`, 'y'),
  '＜': new RegExp(`＜(?:填写|输入)?([\\u4e00-\\u9fff]{0,12}${FIELD})＞`, 'y'),
  '#': /#([\u4e00-\u9fff]{0,8}(?:姓名|名称|单位|部门|标题|日期|时间|地点|金额|职务|联系人))#/y,
  $: new RegExp(`\\$([\\u4e00-\\u9fff]{0,12}${FIELD})\\$`, 'y'),
  '（': new RegExp(
    `（(${OR_ELSE}|${OFFICE_AND_NAME}|${anyOf(IN_ROUND)}|${anyOf(WHO)}|${NAMED_FIELD}|${INSERTED})）`,
    'y',
  ),
  '［': new RegExp(`［(?:填写|输入|插入)?(${NAMED_OR_SHORT})］`, 'y'),
  '〔': /〔(姓名|职务|单位名称|单位|部门名称|日期|时间|地点|金额|数字)〕/y,
  '《': /《(文件名|文件名称|文件标题|文件全称|文章标题|讲话题目|方案名称|政策名称|法规名称|书名)》/y,
  '«': /«([^«»\n]{1,60})»/y,
  '【': new RegExp(`【(?:填写|输入|插入)?(${NAMED_OR_SHORT})】${NO_LINK}`, 'y'),
  '[': new RegExp(
    `\\[(${ENGLISH_FIELD}|${TAGGED}|(?:填写|输入|插入)?${NAMED_OR_SHORT}[${ONE_TO_TEN}\\dA-C]?)\\]${NO_LINK}`,
    'y',
  ),
};
/** What a clause cannot end with: 按照（具体要求）抓好, 请（领导姓名）讲话. */
const GOVERNS = new Characters('照据由请经在于向与对把将让谢');
/** The brackets that fields are set in: most open a quotation or a parenthesis. */
const SHAPED = new Characters(...Object.keys(SHAPES));
const OPENING = kindSet(Token.Open);
const OPENING_OR_OTHER = kindSet(Token.Open, Token.Other);
/** 姓名, 日期 with their brackets, one unit more. */
const SHORT_FIELD = 5;
/** Without the blanks around it. */
const LONGEST_NAME = 30;
const LEVELS = new Characters('省市县区旗州乡镇');
const DOLLAR = /\$\{([^{}\n]{1,60})\}/y;

export const fields = defineFact<readonly Field[]>(
  'template-fields',
  { tokens: [Token.Open, Token.Other] },
  (paragraph) => {
    const { scan, text } = paragraph;
    // `<` alone is no bracket to the scan.
    const kinds =
      scan.has(Token.Other) && (text.includes('<') || text.includes('$') || text.includes('#'))
        ? OPENING_OR_OTHER
        : OPENING;
    const found: Field[] = [];
    let end = 0;
    for (let i = scan.next(kinds, 0), n = scan.count; i < n; i = scan.next(kinds, i + 1)) {
      const at = scan.start(i);
      if (!SHAPED.at(text, at) || at < end) continue;
      const field = readField(paragraph, at);
      if (!field) continue;
      end = field.end;
      found.push(field);
    }
    return found.some((field) => !field.doubted) ? withOthers(paragraph, found) : found;
  },
);

/** 授予[获奖作品]一等奖, beside [评审机构]: whatever its name, in a bracket of the kind and in the middle of a sentence. */
function withOthers(paragraph: Paragraph, found: readonly Field[]): readonly Field[] {
  const { text } = paragraph;
  const opening = text[found.find((field) => !field.doubted)!.start]!;
  const shape = OTHERS.get(opening);
  if (!shape) return found;
  const starts = new Set(found.map((field) => field.start));
  const others = [...text.matchAll(shape)]
    .map((m) => ({ start: m.index, end: m.index + m[0].length, name: m[1]!, doubted: false }))
    .filter(({ start, end }) => !starts.has(start) && !isSpokenOf(text, start, end));
  return others.length === 0 ? found : [...found, ...others].sort((a, b) => a.start - b.start);
}
/** By the bracket that opens; 【温馨提示】 heads what follows it. */
const OTHERS = new Map([
  ['[', /(?<=[\u4e00-\u9fff，、])\[([\u4e00-\u9fff]{2,8})\](?=[\u4e00-\u9fff，。；])/g],
  ['【', /(?<=[\u4e00-\u9fff、])【([\u4e00-\u9fff]{2,8})】(?=[\u4e00-\u9fff，。；])/g],
]);

/** What opens at a bracket, if it is a field and not something that the text speaks of or that heads an entry. */
function readField(paragraph: Paragraph, at: number): Field | undefined {
  const { text } = paragraph;
  const shaped = shapedAt(text, at);
  if (!shaped || !isMeant(paragraph, at, shaped)) return undefined;
  const { start, end, first, second } = shaped;
  // A bare word in brackets heads an entry as often as it is a field: [单位]清河县财政局.
  const bare = text[at] === '【' || text[at] === '［' || (text[at] === '[' && end - at < SHORT_FIELD);
  const doubted =
    bare &&
    !PARTS.test(text.slice(start, end)) &&
    !inSentence(text, start, end) &&
    !isBehindName(text, start, end) &&
    !isSubject(paragraph, start, end);
  if (doubted && !isAlone(text, start, end)) return undefined;
  const name = (first ?? second)!.trim();
  return name.length > LONGEST_NAME ? undefined : { start, end, name, doubted };
}

/** 联系人：|【姓名】|，电话：|【电话号码】|: what is to be written behind a label. */
const isBehindName = (text: string, start: number, end: number) =>
  /[\u4e00-\u9fff]{2}[：:]$/.test(text.slice(Math.max(0, start - 3), start)) &&
  /^(?:[，。；]|$)/.test(text.slice(end, end + 1));

/** 【公司名称】|工会委员会定于…。: what a whole sentence begins with; 【单位名称】清河县财政局 heads an entry. */
function isSubject({ text, contentStart, contentEnd }: Paragraph, start: number, end: number): boolean {
  return (
    start === contentStart &&
    /(?:名称|全称|姓名)[】］\]]$/.test(text.slice(start, end)) &&
    /[。！]$/.test(text.slice(contentEnd - 1, contentEnd))
  );
}

/** What looks like a field: the range with its brackets, and what the groups of its pattern hold. */
interface Shaped extends Range {
  readonly first: string | undefined;
  readonly second: string | undefined;
}

/** {{单位}}, ${name}, 【事项】: by its brackets and its words alone. */
function shapedAt(text: string, at: number): Shaped | undefined {
  const dollar = text[at] === '{' && text[at - 1] === '$';
  const shape = dollar ? DOLLAR : SHAPES[text[at]!]!;
  const start = dollar ? at - 1 : at;
  shape.lastIndex = start;
  const match = shape.exec(text);
  return match ? { start, end: shape.lastIndex, first: match[1], second: match[2] } : undefined;
}

/** 年 and 日 end the names of columns oftener than fields of so many characters. */
const COLUMN = /^(?![^年日]*(?:会议|召开|发文|印发|成立|起始|截止|生效|出生))[\u4e00-\u9fff]{3,10}[年日]$/;

/** Whether what stands around it allows for a field. */
function isMeant(paragraph: Paragraph, at: number, { start, end, first = '' }: Shaped): boolean {
  const { text } = paragraph;
  const open = text[at]!;
  if (open === '（' && !isLeftInRound(paragraph, start, end, first)) return false;
  // 县<市>区: one or the other.
  if (open === '<' && LEVELS.at(text, at - 1) && LEVELS.at(text, at + 1) && text[at + 2] === '>')
    return false;
  if ('【[［{｛'.includes(open) && isSpokenOf(text, start, end)) return false;
  if (LATIN.at(text, start + 1) && !standsAmongHan(text, start, end)) return false;
  // [主持人]您怎么看？ says who speaks.
  const heads = start === paragraph.contentStart;
  // 【锦绣中国年】年味浓…: the name of a column.
  if (open === '【' && heads && COLUMN.test(first) && HAN_OR_STOP.test(text[end] ?? '')) return false;
  return !(heads && SPEAKER.test(first) && HAN_OR_STOP.test(text[end] ?? ''));
}

/** 由[Your Department]负责, 尊敬的{name}同志: not the [name] of an English text, nor /user/{id}. */
function standsAmongHan(text: string, start: number, end: number): boolean {
  const before = text.slice(0, start).trimEnd();
  return (
    HAN_OR_STOP.test(before.slice(-1) || '。') && HAN_OR_STOP.test(text.slice(end).trimStart()[0] ?? '。')
  );
}
const HAN_OR_STOP = /[\u4e00-\u9fff，。：；、（）“”]/;
const SPEAKER = /^(?:主持人|发言人|负责人|联系人)$/;
const LATIN = new Characters(LETTERS);

/** What round brackets hold is a field where the sentence lacks it, or where it offers another word than one with a blank before it. */
function isLeftInRound(paragraph: Paragraph, start: number, end: number, name: string): boolean {
  if (name.endsWith('名单')) return start === paragraph.contentStart && end === paragraph.contentEnd;
  if (!name.startsWith('或')) return isWanted(paragraph, start, end, name);
  return MASKED_BEFORE.test(paragraph.text.slice(Math.max(0, start - REACH), start));
}

/** Whether the sentence lacks what a round bracket names: behind what governs it, before what an office does, where a label announces it. */
function isWanted(paragraph: Paragraph, start: number, end: number, name: string): boolean {
  const { text } = paragraph;
  const before = text[start - 1] ?? '';
  const after = text.slice(end, end + 2);
  if (/^(?:插入|替换为)/.test(name)) return !isSpokenOf(text, start, end);
  // 组长：XXX（职务）
  if (name === '职务' && MASKED.at(text, start - 1)) return true;
  if (/[ \u3000]姓名$/.test(name)) return text.slice(0, start).trim() === '' && text.slice(end).trim() === '';
  if (start === paragraph.contentStart) return isWantedFirst(paragraph, end, name);
  // 我是（姓名），现任…
  if (name === '姓名' && SAYS_WHO.test(text.slice(Math.max(0, start - 2), start)))
    return WHO_DOES.test(after);
  if (isRewarded(paragraph, start, name)) return /^[\u4e00-\u9fff]/.test(after);
  // 每人（金额）元, 新增（数字）人
  if (AMOUNT.test(name) && COUNTED.test(after)) return true;
  // 位于县城（方位）部
  if (name === '方位' && /^[部方侧面]/.test(after)) return true;
  if (isNameOfWhat(text, start, name)) return /^[\u4e00-\u9fff]/.test(after);
  if (GOVERNS.at(text, start - 1)) return /^[\u4e00-\u9fff\d]/.test(after);
  if (before === '…') return /^[的，。；、\u4e00-\u9fff]/.test(after);
  if (before === '：') return isBehindLabel(paragraph, end);
  return (isWhom(text, start, name) && WHO_DOES.test(after)) || isBehindOther(paragraph, start, end, name);
}

/** （姓名）|同志在…, （单位名称）|2023年工作总结: at the head of its line. */
function isWantedFirst(paragraph: Paragraph, end: number, name: string): boolean {
  if (name !== '姓名') return HEADS_TITLE.test(name) && headsOrSigns(paragraph, end);
  return /^同志[^，。；：]/.test(paragraph.text.slice(end, end + 3)) && !paragraph.has(FORM);
}

/** 给予|（姓名）|记功奖励 */
const isRewarded = (paragraph: Paragraph, start: number, name: string) =>
  name === '姓名' &&
  REWARDS.test(paragraph.text.slice(Math.max(0, start - 2), start)) &&
  !paragraph.has(FORM);

/** 联系人：（姓名）; in a form only where the line tells other things: 乙方：（姓名），身份证号：3301…. */
function isBehindLabel(paragraph: Paragraph, end: number): boolean {
  const { text } = paragraph;
  const filled = !paragraph.has(FORM) || FILLED.test(text.slice(end, end + FILLED_REACH));
  return filled && /^(?:[，。；\s　（]|$)/.test(text.slice(end, end + 2));
}

/** 请假：（姓名）|（事由）|: the next of them behind a label. 县交通运输局党组成员　|（姓名）|: who speaks, on a line of its own. */
function isBehindOther(paragraph: Paragraph, start: number, end: number, name: string): boolean {
  const before = paragraph.text.slice(Math.max(0, start - REACH), start);
  if (LABELLED_FIELD.test(before)) return true;
  return (
    name === '姓名' && end === paragraph.contentEnd && !paragraph.has(FORM) && OFFICE_BEFORE.test(before)
  );
}
const MASKED_BEFORE = /[xX×*＊某○]{2,3}[\u4e00-\u9fff]{1,4}$/;
const LABELLED_FIELD = new RegExp(`：（${anyOf(IN_ROUND)}）$`);
const REACH = 12;

const OFFICES = '书记 主任 主席 [省市县区镇乡局部处科厅校院所站队组会察庭]长';
const OFFICE_BEFORE = new RegExp(`${anyOf(OFFICES, '成员 委员 干部 代表')}[ \\u3000]{1,4}$`);

/** 参加|（活动名称）|活动, 石桥镇|（村名）|滨河路 */
function isNameOfWhat(text: string, start: number, name: string): boolean {
  if (NAME_OF_PLACE.test(name)) return LEVELS.at(text, start - 1);
  return /名称$/.test(name) && TAKES_NAME.test(text.slice(Math.max(0, start - 2), start));
}

/** （单位名称）|2023年工作总结; alone on its line it signs. */
function headsOrSigns({ text, contentEnd }: Paragraph, end: number): boolean {
  return end === contentEnd || /^(?:\d{4}|关于)/.test(text.slice(end, end + 4));
}

/** 联系人为|（姓名）|, 县委书记|（姓名）| */
function isWhom(text: string, start: number, name: string): boolean {
  const before = text.slice(Math.max(0, start - 4), start);
  return WHO_IS.test(name) && (NAMES_WHOM.test(before) || HOLDS.test(before));
}

/** [开场白], 【结尾】: parts of a speech, which nothing else is called in such a bracket. */
const PARTS =
  /^[[【](?:开场白|开头|主体|正文|称谓|引言|导语|过渡语?|结尾|结语|结束语|祝福语)(?:部分)?[\]】]$/;
const FILLED = /[：:][^\s，。；（(_]{4}/;
const FILLED_REACH = 40;
const HEADS_TITLE = /^(?:单位|部门|公司|企业|学校|机关)名?称?$/;
const MASKED = new Characters('xXｘＸ×*＊○');
const REWARDS = /介绍|证明|给予|授予|表彰|任命|聘任|聘请|欢迎|邀请|感谢/;
const SAYS_WHO = /我[是叫]$|本人$/;
const NAME_OF_PLACE = /^[村镇地]名$/;
const COUNTED = /^(?:[万亿]?元|[人户个项家名次场亩吨米年天岁%％]|公里|平方)/;
const TAKES_NAME = /(?:参加|举办|开展|组织|学习|传达|承办|召开|印发|落实|根据|按照)$/;
const AMOUNT = /^(?:具体)?(?:金额|数字|数量|人数|比例)$/;
const WHO_IS = new RegExp(`^${anyOf(WHO)}$`);
const NAMES_WHOM = /[人者员长记任][为是]$/;
const HOLDS = new RegExp(`${anyOf(OFFICES, '领导 负责同志 负责人')}$`);

/** 点击【单位名称】, 输入{姓名}: a button or a column that the text explains. */
function isSpokenOf(text: string, start: number, end: number): boolean {
  return (
    /(?:点击|单击|选择|选中|按|进入|打开|输入|勾选|填写|[】\]]—|栏目?|字段|“)$/.test(
      text.slice(Math.max(0, start - 4), start),
    ) || /^(?:按钮|栏|菜单|选项|页面|字段|变量|占位符|标签|参数|列|”)/.test(text.slice(end, end + 2))
  );
}

/** 【日期】 alone on its line, or behind a label: 时间：[时间]; 【主送机关】：. */
function isAlone(text: string, start: number, end: number): boolean {
  const before = text.slice(0, start).trim();
  const after = text.slice(end).trim();
  return (
    (before === '' || /[\u4e00-\u9fff]{2}[：:]$/.test(before.slice(-4))) && /^[：:]?$|^[，。；、]/.test(after)
  );
}

/** 【时间】周一 heads an entry; 【单位名称】关于…, 经【部门名称】同意 is part of a sentence. */
function inSentence(text: string, start: number, end: number): boolean {
  return (
    /[\u4e00-\u9fff，]$/.test(text.slice(Math.max(0, start - 1), start)) ||
    GOES_ON.test(text.slice(end, end + 2))
  );
}
/** What a sentence goes on with behind a field. */
const GOES_ON = new RegExp(
  `^${anyOf('关于 [拟现已须应]?[于将] 在 的 同志 老师 先生 女士 党委 党组 印发 召开 元 万元 亿元 年 月 日 前 负责 牵头 字[的以左] 人[，。]')}`,
);
