/**
 * Honest uses of crosses and asterisks: times (3×5, 天数×8小时), a name that multiplies (数据要素×), a sign that the text speaks
 * of (打×). A cross that is none of these is a blank.
 *
 * A draft may have a blank every sixty characters, so each pattern is tried only where the characters next to the mark let
 * it match: the sets beside the patterns say which those are.
 */
import type { Paragraph } from '../../engine/paragraph.ts';
import { BLANKS, Characters, DIGITS, LETTERS, lastOf } from '../text/characters.ts';
import { wordList } from '../text/lexicon.ts';
import { anyOf } from '../text/pattern.ts';

/** Signs of a calculation, and of a list that is ticked off. */
export const FORMULA = wordList('blanks.formula');
/** UTF-16 units of text that are looked at on either side of a mark. */
const REACH = 24;

/** The text on both sides of a mark, cut out where it is read. */
export class Around {
  readonly #paragraph: Paragraph;
  readonly #start: number;
  readonly #end: number;
  /** Behind the last unit of the left side, and the first of the right. */
  readonly #before: number;
  readonly #after: number;

  private constructor(paragraph: Paragraph, start: number, end: number, before: number, after: number) {
    this.#paragraph = paragraph;
    this.#start = start;
    this.#end = end;
    this.#before = before;
    this.#after = after;
  }

  static exact(paragraph: Paragraph, start: number, end: number): Around {
    return new Around(paragraph, start, end, start, end);
  }

  /** Without the blanks next to the mark. */
  static visible(paragraph: Paragraph, start: number, end: number): Around {
    const { text } = paragraph;
    let before = start;
    while (before > 0 && start - before < REACH && BLANK.at(text, before - 1)) before--;
    let after = end;
    while (after < text.length && after - end < REACH && BLANK.at(text, after)) after++;
    return new Around(paragraph, start, end, before, after);
  }

  get left(): string {
    return this.#paragraph.text.slice(Math.max(0, this.#start - REACH), this.#before);
  }

  get right(): string {
    return this.#paragraph.text.slice(this.#after, this.#end + REACH);
  }

  /** Whether the left side ends with one of the characters. */
  endsIn(set: Characters): boolean {
    return this.#start - this.#before < REACH && set.at(this.#paragraph.text, this.#before - 1);
  }

  /** Whether the right side begins with one of the characters. */
  beginsWith(set: Characters): boolean {
    return this.#after - this.#end < REACH && set.at(this.#paragraph.text, this.#after);
  }

  /** Whether there is anything in the paragraph that calculates or ticks off. */
  get hasFormula(): boolean {
    return this.#paragraph.has(FORMULA);
  }

  /** Whether a quotation begins in the left side. */
  get quotes(): boolean {
    const { text } = this.#paragraph;
    const from = Math.max(0, this.#start - REACH);
    for (let i = this.#before - 1; i >= from; i--) if (text.charCodeAt(i) === 0x201c) return true;
    return false;
  }
}

/** What `trim` takes away. */
const BLANK = new Characters(BLANKS);

// ── Times ────────────────────────────────────────────────────────────────────────────────────────────────────────────

const UNIT =
  '(?:毫米|厘米|分米|米|公里|千米|mm|cm|km|m|像素|寸|英寸|元|人|天|小时|个|度|年|月|周|户|亩|次|吨|台|套)';
const PRODUCT_LEFT = new RegExp(`[\\d⁰¹²³⁴-⁹₀-₉%％]\\s*${UNIT}?$`);

/** The last words of a quantity that is multiplied by something: 天数×8小时. */
const FACTORS = [
  ...'数率额量费价资薪本积值距径',
  '得分',
  '总分',
  '成绩',
  '分值',
  '比例',
  '班次',
  '系数',
  '权重',
  '标准',
  '数据',
];
const FACTOR = new RegExp(`(?:${FACTORS.join('|')})$`);
const FACTOR_ENDS = new Characters(lastOf(FACTORS));
const FACTOR_NAMES = '数量 单价 面积 系数 比例 权重 天数 人数 标准 税率 费率 汇率';
const FACTOR_TAILS = '数 率 额 量 费 价 资 薪 积 值 距 径 厚度 长度 高度 比例 标准';
/** The quantity it is multiplied by, as a whole or as the end of a term: 缴费比例, 日工资. */
const FACTOR_RIGHT = new RegExp(
  String.raw`^(?:${anyOf(FACTOR_NAMES)}|[\u4e00-\u9fff]{0,8}?${anyOf(FACTOR_TAILS)}(?=[×。；，、（(）)]|$))`,
);

const FIGURE_OR_BRACKET = new Characters(DIGITS, '（(');
const LETTER = new Characters(LETTERS);
const LETTER_OR_DIGIT = new Characters(LETTERS, DIGITS);
const PER = /^每[天日周月年人户次班]\s?\d/;
const SIDE_BEFORE = new Characters('长宽高厚深');
const SIDE_BEHIND = new Characters('宽高厚深长');

const LENS = /^(?:光学|数码|混合)?(?:变焦|物镜|目镜|镜[头下检]|显微|放大|后观察)/;

const COUNTED = /^[1-9]\d{0,3}[台套个张把只件部辆盒箱支本份顶桶组人名]/;
const COUNTED_AGAIN = /[×xX*]\s?[1-9]\d{0,3}(?:[台套个张把只件部辆盒箱支本份顶桶组人名]|[、，；。]|$)/;

/** 技术得分*60%+商务得分*40%: weights of a sum. 帐篷×4、水泵×2: how many of each. */
export function isFactor(around: Around): boolean {
  if (!around.beginsWith(FIGURE_OR_BRACKET)) return false;
  const { left, right } = around;
  if (!/[\u4e00-\u9fff）)：:]$/.test(left)) return false;
  // 1795.585万x80%=…
  if (/\d[万亿]?元?$/.test(left) && /^\d{1,3}(?:\.\d{1,2})?[%％]/.test(right)) return true;
  if (/^[1-9]\d{0,3}(?=$|[、，。；）)\s和及])/.test(right)) return true;
  // 电脑×12台、打印机×3台: one of several of them.
  if (COUNTED.test(right) && (COUNTED_AGAIN.test(right) || COUNTED_AGAIN.test(left))) return true;
  return (
    /^\d{1,3}(?:\.\d{1,2})?[%％]/.test(right) &&
    (/^[\d.]{1,6}[%％]\s?[+＋]/.test(right) || /[%％]\s?[+＋][^，。；+＋]{1,16}$/.test(left))
  );
}

/** 3×5, 100×200毫米, （a＋b）×80%, 总数×100%, 长×宽, and what stands in an equation. */
export function isProduct(around: Around): boolean {
  return (
    isFactor(around) ||
    (around.beginsWith(FIGURE_OR_BRACKET) && isTimesFigure(around.left, around.right)) ||
    // 每周5天×每天8小时
    (PER.test(around.right) && PRODUCT_LEFT.test(around.left)) ||
    isOfLetters(around) ||
    // 天数×日工资
    (around.endsIn(FACTOR_ENDS) && FACTOR.test(around.left) && FACTOR_RIGHT.test(around.right)) ||
    isOfSides(around) ||
    isBrokenOff(around) ||
    // （人均标准－人均自有面积）×保障人口
    (/[-－+＋÷][^（）()，。；]{1,22}[）)]$/.test(around.left) && /^[\u4e00-\u9fff]{2}/.test(around.right)) ||
    isInRow(around) ||
    isInEquation(around)
  );
}

/** 3|×|5, （a＋b）|×|80%, 总数|×|100%: a figure or a bracket stands behind the cross. */
function isTimesFigure(left: string, right: string): boolean {
  if (PRODUCT_LEFT.test(left) || /[)）A-Za-zα-ω]$/.test(left)) return true;
  if (FACTOR.test(left) && /^[1-9]/.test(right)) return true;
  // Behind Han: ×0%, ×00万元 are masked figures; ×100% and ×1.5 are factors.
  if (/[\u4e00-\u9fff]$/.test(left) && /^(?:10+(?!\d)|[1-9]?\d?\.\d)/.test(right)) return true;
  // 总价×（1－10%）, not 王×（县医院）.
  if (/[\u4e00-\u9fff]$/.test(left) && /^[（(][^（）()]{0,16}[-－+＋÷/×%％\d]/.test(right)) return true;
  return /^[1-9][\d.]*\s?(?:元|%|天|小时)/.test(right) && /(?:平方米|亩|吨|公里|小时|个月|天)$/.test(left);
}

/** a|×|b, 月工资×2|×|工作年限, 放大400|×|后观察, R|×|系数=…: a letter or a digit stands before the cross. */
function isOfLetters(around: Around): boolean {
  if (around.endsIn(LETTER_OR_DIGIT)) {
    if (around.beginsWith(LETTER)) return true;
    // The second of a row of factors, and the strength of a lens.
    if (/[×*]\s?[\d.]{1,6}%?\s?$/.test(around.left) || (LENS.test(around.right) && /\d$/.test(around.left)))
      return true;
  }
  return around.endsIn(LETTER) && /^[\u4e00-\u9fff]{1,8}[×＝=]/.test(around.right);
}

/** 长|×|宽, 长120米|×|宽80米 */
function isOfSides(around: Around): boolean {
  if (!around.beginsWith(SIDE_BEHIND)) return false;
  if (around.endsIn(SIDE_BEFORE)) return true;
  return PRODUCT_LEFT.test(around.left) && /^[宽高厚深长]\s?\d/.test(around.right);
}

/** （高×宽|×| ⏎ 深）, ⏎ |×|综合诚信分权重。: the line was broken at the sign for the page's sake. */
const isBrokenOff = ({ left, right }: Around) =>
  right === '' ? SIDES_BEFORE.test(left) : left === '' && WEIGHT.test(right);
const SIDES_BEFORE = /[长宽高厚深]×[长宽高厚深]$/;
const WEIGHT = /^[\u4e00-\u9fff]{2,8}(?:权重|系数)[。；，）]?$/;

/** ＝面积×保障人口|×|补贴标准×系数: one of a row of factors. */
const isInRow = ({ hasFormula, left, right }: Around) =>
  hasFormula && /[×）)＝=][\u4e00-\u9fff]{2,10}$/.test(left) && ROW_OF_FACTORS.test(right);
const ROW_OF_FACTORS = /^[\u4e00-\u9fff]{2,10}×[\u4e00-\u9fff]{2,10}(?:×|[。；，]|$)/;

/** 保费=保额|×|费率 */
function isInEquation(around: Around): boolean {
  return around.hasFormula && (/[=＝÷／/]/.test(around.left) || /^[^，。；]{0,20}[=＝÷]/.test(around.right));
}

// ── Signs ────────────────────────────────────────────────────────────────────────────────────────────────────────────

const SIGN_IS =
  '号?表示 号?代表 标记 符号 [字星]?号[的标项为] [字星]?号条款 [字星]?号指标 为不?合格 为[未否缺] 为错误 字?形信号 字?形[灯的标图或，、]';
const SAYS_SIGN = new RegExp(`^”?${anyOf(SIGN_IS)}`);
const SIGN_BEHIND = new Characters('”号表代标符字星形为');
const WRITTEN = new Characters('打画划上“');

/** 打×, “√”“×”, ×表示不合格: the cross or asterisk as a sign that the text speaks of. */
export function isSign(around: Around): boolean {
  if (around.beginsWith(SIGN_BEHIND) && SAYS_SIGN.test(around.right)) return true;
  if (around.hasFormula) {
    const { left } = around;
    if (/[√✓]/.test(left) && /(?:[打画划为]|标记|[“√✓、”或])$/.test(left)) return true;
  }
  return around.endsIn(WRITTEN) && /^(?:$|[，。；、）”])/.test(around.right) && SIGNED.test(around.left);
}

/** 打×, 出现“×”. */
const SIGNED = /(?:[打画划]上?“?|(?:出现|标注?|写|填)“)$/;

// ── Names that multiply ──────────────────────────────────────────────────────────────────────────────────────────────

/** What 人工智能×, ×科技 multiply: 数据要素×, “文化×旅游”. */
const DOMAINS =
  '数据要素 数据 要素 人工智能 智能 互联网 科技 文化 文旅 旅游 金融 数字 数字化 体育 生态 算力 场景 产业 农业 工业 制造 制造业 医疗 教育 交通 党建 机器人 低空 航天 人才 创新 非遗 音乐 赛事 消费 大数据 区块链 绿色 康养 农文旅 商业 艺术 品牌 电商 AI 5G IP 平台 园区 研发 资本 市场 政策'.split(
    ' ',
  );
const DOMAIN = `(?:${DOMAINS.join('|')})`;
const DOMAIN_LEFT = new RegExp(`${DOMAIN}$`);
const DOMAIN_ENDS = new Characters(lastOf(DOMAINS));
const DOMAIN_RIGHT = new RegExp(`^(?:[”"＋+·]|${DOMAIN}|行动|计划|大赛|融合|应用|赋能|工程|三年|N|n|$)`);
const DOMAIN_QUOTED = new RegExp(`^${DOMAIN}”`);

/** Those that multiply whatever stands behind. */
const MULTIPLIERS = ['数据要素', '人工智能', 'AI', '大数据', '机器人', '低空经济', '互联网', '北斗', '5G'];
const MULTIPLIER = new RegExp(`(?:${MULTIPLIERS.join('|')})”?$`);
const MULTIPLIER_ENDS = new Characters(lastOf(MULTIPLIERS), '”');
const OPENING_QUOTE = new Characters('“');

const PLACES_AND_OFFICES = '省 市 县 区 镇 乡 村 书记 干部 精神';
const MULTIPLIED = new RegExp(
  String.raw`^(?!.{0,4}${anyOf(PLACES_AND_OFFICES)}[”×])[\u4e00-\u9fff]{2,6}(?:×[\u4e00-\u9fff]{2,6}){0,3}”`,
);

/** “数据要素×”, 人工智能×制造: × as in “multiplied by”, part of a name. */
export function isMultiplier(around: Around): boolean {
  if (around.endsIn(DOMAIN_ENDS) && DOMAIN_RIGHT.test(around.right) && DOMAIN_LEFT.test(around.left))
    return true;
  if (around.endsIn(MULTIPLIER_ENDS) && MULTIPLIER.test(around.left)) {
    const { right } = around;
    if (/^[\u4e00-\u9fff]{2}/.test(right) && !/^(?:[省市县区镇乡村路局厅]|书记|主任)/.test(right))
      return true;
  }
  if (!around.quotes) return false;
  const { left, right } = around;
  // 推动“×科技”“×金融”融合: parts of such names.
  if (
    around.endsIn(OPENING_QUOTE) &&
    /(?:×|数据要素|人工智能|互联网|赋能)[^。]{0,20}“$/.test(left) &&
    DOMAIN_QUOTED.test(right)
  )
    return true;
  // “文化×创意×科技”: a quotation of nothing but words and crosses.
  return /“(?:[\u4e00-\u9fff]{2,6}×){0,3}[\u4e00-\u9fff]{2,6}$/.test(left) && MULTIPLIED.test(right);
}

/** 带*的, 标有★的: what stands before the sign of a note or of a requirement. */
export const MARKED = /(?:[带标加注打有]|标注|标有|标记)[“（(]?$/;
