/** Names that are withheld or left out on purpose: in reports of cases, and where a text prescribes a wording or shows an example. */

import { isSurname, MASKED_SURNAMES, SURNAMES } from '../names/surnames.ts';
import { Characters } from '../text/characters.ts';
import { wordList } from '../text/lexicon.ts';
import { anyOf } from '../text/pattern.ts';
import { isHan } from '../text/scan.ts';
import { doubtful } from './company.ts';
import { isCatalogued, isExplained, isGeneric } from './generic.ts';
import type { Line, Mark } from './line.ts';
import { NUMERIC, slotBehind } from './masked-numbers.ts';
import { QUOTED, quoteBefore } from './quotes.ts';
import { headOf, slotOfHead } from './slots.ts';

/** Beside these a text reports a case without a word of one: 张某, 王某. */
const SOMEONE = /[张王李刘陈杨赵周]某/;
/** How far from a mark the words may stand. */
const REPORT_REACH = 200;
/** A name withheld by its frequent family name; an organ or an office behind it is left open instead. */
const WITHHELD_NAME = new RegExp(`[${MASKED_SURNAMES}]某(?!某?(?:同志|书记|主任|[省市县区镇乡局部]长))`);
/** How far from a name another may stand that is withheld too. */
const NAME_REACH = 60;
/** What says how a file or a letter is to be named, or that an example of a form follows. */
const NAMING = wordList('blanks.naming');
/** 如：××局关于××的请示: what follows shows a form. In a speech a list of examples may begin alike. */
const EXAMPLE =
  /(?:^|[，。；：（(])(?:[例如]|例如|示例|样例|范例|格式|[^，。；：]{0,8}(?:格式|样式|形式))[：:][^。；]{0,36}$/;

/** 第×师, 第××集团军: units of the army go by no number in public. */
export function isUnitOfArmy({ text }: Line, start: number, end: number): boolean {
  return (
    text[start - 1] === '第' &&
    /^(?:集团军|[师旅军营连]|团)(?![生范傅部委支校工员队资])/.test(text.slice(end, end + 4))
  );
}

/** 王×因涉嫌…, 李××与张××离婚纠纷: names are withheld where cases are reported. */
export function isWithheld(line: Line, start: number, end: number): boolean {
  const cases = line.casesAround(start, end);
  const name = isSurname(line.text[start - 1]) ? line.text.slice(start - 1, end) : undefined;
  // Withheld once, it is so wherever it stands in the paragraph.
  if (cases.length === 0) return name !== undefined && line.withheld.has(name);
  if (name !== undefined) {
    line.withheld.add(name);
    return true;
  }
  return cases.some(
    ({ entry }) => entry.value.startsWith('all') && !NUMERIC.has(slotBehind(line, end) ?? ''),
  );
}

/** Whether the text around a mark reports a case: names are withheld there. */
export function tellsOfCase(line: Line, at: number): boolean {
  return (
    line.isReportedNear(at, REPORT_REACH) ||
    SOMEONE.test(line.text.slice(Math.max(0, at - REPORT_REACH), at + REPORT_REACH))
  );
}

/** 请某部门牵头, 由某单位负责: whom the draft has not named. */
const UNNAMED = [
  '部门 单位 科室 处室 领导 同志',
  '(?:乡镇|街道|社区|企业|学校|[局县镇乡区村])(?:党委书记|负责人|代表|书记|主任)?',
];
const DOES = '上台 作 牵头 配合 负责 主持 协助 承办 讲话 发言 致辞';
const LEFT_OPEN = new RegExp(`^${anyOf(UNNAMED)}${anyOf(DOES)}`);
const ASKED_OF = /(?:[请由]|(?:牵头|负责)，)$/;

/** 某某局, 某书记: not 李某 of a case, not 某些, not a place left unnamed on purpose (苏南某市). */
export function readSomeone(line: Line, start: number): Mark | undefined {
  const { text } = line;
  if (text[start - 1] === '某') return undefined;
  let end = start + 1;
  while (text[end] === '某') end++;
  const before = text[start - 1] ?? '';
  const right = text.slice(end, end + 16);
  if (isName(text, start)) return readSurnamed(line, start, end, right);
  if (
    end - start === 1 &&
    LEFT_OPEN.test(right) &&
    !isGeneric(line, start, end) &&
    ASKED_OF.test(text.slice(Math.max(0, start - 3), start))
  )
    return { start, end, certainty: 'likely' };
  const figure = readSomeFigure(text, start, end, right);
  if (figure) return figure;
  if (/^(?:些|种|一|几|人|甲|乙|丙|方面|类|项|个|位|次|[省市县]级(?!市))/.test(right)) return undefined;
  if (/^[年月日时天]/.test(right) && end - start === 1) return readSomeDay(line, start, right);
  if (tellsOfCase(line, start)) return undefined;
  // 刚才，某同志传达了…: who it was.
  if (
    end - start === 1 &&
    /^同志(?:[作宣传总就对主通汇代]|在)/.test(right) &&
    (SPOKE.test(text.slice(Math.max(0, start - 3), start)) || isNextOf(text, start))
  )
    return { start, end, certainty: 'likely' };
  // 与某公司签订协议: with whom, the draft does not say yet.
  if (before === '与' && SIGNS_WITH.test(right)) return { start, end, certainty: 'likely' };
  if (isGeneric(line, start, end)) return { start, end, certainty: 'possible' };
  const head = headOf(right, line.words);
  if (end - start > 1) return readTwice(line, start, end, head);
  return head === undefined ? undefined : readUnnamed(line, start, head, right);
}

/** 列全省第|某|位, 现辖|某|个乡镇, 改造小区|某某|个，: a figure that the draft leaves open. */
function readSomeFigure(text: string, start: number, end: number, right: string): Mark | undefined {
  if (end - start > 1) return COUNTED.test(right) ? { start, end, certainty: 'sure' } : undefined;
  const left = text.slice(Math.max(0, start - 2), start);
  const ranked = left.endsWith('第') && /^[位名个次届期]/.test(right);
  return ranked || (/辖|[现共]有$/.test(left) && /^个[乡镇村街社行自支]/.test(right))
    ? { start, end, certainty: 'likely' }
    : undefined;
}
const COUNTED = /^(?:个|项|次|处|家|户)[，。；、]/;

/** 感谢|某某|企业: a word that ends like a family name. */
const THANKS = /[感答致多]谢$/;
const isName = (text: string, start: number) =>
  isSurname(text[start - 1] ?? '') && !THANKS.test(text.slice(Math.max(0, start - 2), start));

/** 联系人：李|某某|: whom to call a notice says. */
const CALLED = /(?:联系人|联络员|经办人|联系方式)[：:]\s?.$/;

/** 赵|某|书记, 王|某某|同志: withheld in a report of a case, left open in a speech. */
function readSurnamed(line: Line, start: number, end: number, right: string): Mark | undefined {
  if (CALLED.test(line.text.slice(Math.max(0, start - 8), start)) && line.cases.length === 0)
    return { start, end, certainty: 'likely' };
  if (!/^(?:同志|书记|主任|[省市县区镇乡局部]长)/.test(right)) return undefined;
  const reported =
    line.cases.length > 0 ||
    line.text.slice(Math.max(0, start - REPORT_REACH), start + REPORT_REACH).includes('案');
  return reported ? undefined : { start, end, certainty: 'possible' };
}

const ANYBODY = /^(?:、某{2,3})?(?:之类|之流|云云|等等)|^[”’](?:改为|改成|换成|替换)/;

/** |某某|局: sure before a word that names what it is; else likely, but for a name. `head`: that word. */
function readTwice(line: Line, start: number, end: number, head: string | undefined): Mark | undefined {
  if (head !== undefined) return { start, end, certainty: 'sure' };
  const { text } = line;
  // 某某某、某某某之类的名流: anybody.
  if (ANYBODY.test(text.slice(end, end + 8))) return undefined;
  if (isRareName(line, start - 1)) return undefined;
  // 石某某与其丈夫梅某某: another name beside it is withheld, so is one with a rarer family name.
  const withheld =
    isHan(text.charCodeAt(start - 1)) &&
    WITHHELD_NAME.test(text.slice(Math.max(0, start - NAME_REACH), end + NAME_REACH));
  return withheld ? undefined : { start, end, certainty: 'likely' };
}

/** 向某某学习, 由某某主持: words that are family names too. */
const LEADS_TO_SOMEONE = new Characters('在由对向和与到从为是请听给把被让跟同于任时都');

/** 宁某某诉某局: a family name of its own, not the end of 南宁. */
function isRareName({ text, words }: Line, at: number): boolean {
  return SURNAMES.has(text[at] ?? '') && !LEADS_TO_SOMEONE.at(text, at) && words().isBoundary(text, at);
}

/** |某|书记, 赴|某|县调研: one 某 before the word for what it is; 某村 beside 某某镇. */
const readUnnamed = (line: Line, start: number, head: string, right: string): Mark | undefined =>
  readNameOf(line, start, head, right) ??
  (OWN.test(right) ? doubtful(line.text, start, start + 1) : undefined);
const OWN = /^(?:同志|[省市县区镇乡村局校](?![级里内]))/;

function readNameOf({ text }: Line, start: number, head: string, right: string): Mark | undefined {
  const before = text[start - 1] ?? '';
  const end = start + 1;
  if (/[\u4e00-\u9fff]/.test(before) && !/[在由对向和与到从为是请听给把被让跟同县市省区委镇乡]/.test(before))
    return undefined;
  // Q镇某村主任: a village of the town.
  if (PLACE.test(before) && LOWER_PLACE.test(right)) return { start, end, certainty: 'possible' };
  if (slotOfHead(head) === 'surname' && !/^(?:教授|老师|医生|工程师|主任医|经理|总)/.test(head))
    return { start, end, certainty: 'likely' };
  return /^(?:省|市|县|区|镇|乡|村|街道|局|委|厅|办|开发区)$/.test(head)
    ? { start, end, certainty: 'possible' }
    : undefined;
}

const PLACE = /[省市县区镇乡]/;
const LOWER_PLACE = /^[县区镇乡村](?!长)/;

/** 某同志总结了…，|某|同志就…作了说明: another of those who spoke. */
const isNextOf = (text: string, start: number) =>
  text[start - 1] === '，' && text.slice(Math.max(0, start - NEXT_REACH), start).includes('某同志');
const NEXT_REACH = 60;

/** Before whom the host names. */
const SPOKE = /(?:刚才，|下面，|会上，|首先，|[请由])$/;

const SIGNS_WITH =
  /^(?:公司|企业|集团|单位|学校|大学|医院|银行|机构)[^，。；]{0,4}(?:签订|签约|签署|达成|开展合作|结对)(?!的)/;

const YEAR_OF_WORK = /^年(?:度|的|来|，|[\u4e00-\u9fff]{0,8}工作)/;
/** What a report looks back or ahead at. */
const LOOKS_BACK = /(?:过去的|总结了?|回顾了?|部署了?|做好|展望)$/;

/** 于某年某月开工, 将于某月某日召开: when, the draft does not say yet; 某年某月某日 of a story stands behind no such word. */
function readSomeDay(line: Line, start: number, right: string): Mark | undefined {
  // 总结了某年招商工作, 过去的某年: a draft says which.
  if (
    YEAR_OF_WORK.test(right) &&
    LOOKS_BACK.test(line.text.slice(Math.max(0, start - 3), start)) &&
    !tellsOfCase(line, start)
  )
    return { start, end: start + 1, certainty: 'likely' };
  const date = /^(?:年某月(?:某日)?|月某日)/.exec(right)?.[0];
  if (date === undefined || !/[于自至在到]$/.test(line.text.slice(Math.max(0, start - 1), start)))
    return undefined;
  if (tellsOfCase(line, start) || quoteBefore(line.text, start) >= 0) return undefined;
  return { start, end: start + 1 + date.length, certainty: 'likely' };
}

/** “此件由×××提供”字样: the text prescribes a wording and leaves its blanks open. */
export function sampleAt(line: Line, start: number, end: number): 'pattern' | 'example' | undefined {
  const prescribed = isExplained(line, start, end) ? 'pattern' : prescribedAt(line, start, end);
  return (
    prescribed ?? (isGeneric(line, start, end) || isCatalogued(line, start, end) ? 'example' : undefined)
  );
}

const NAMES_A_FORM =
  '附件命名 [款期题头号]写 名称应为 昵称为 刻为 写作 写成 写为 处写 处应写 填写为 规则[为是] 拟为 注明 写明 载明 标注 标明 命名为 统一为 统一署 统一(?:使用|[用按]) 一般为 一栏填写? 文件名为 格式为 形式为 样式为 样式 式样 范本 表述为 编号为 格式 字样 组成，即 构成，即 规范为 统一规范为 改称为';
/** 文件名为：, 注明: behind it stands how something is to be written. */
const FORM_FOLLOWS = new RegExp(`${anyOf(NAMES_A_FORM)}[：:]?$`);

const FORMS =
  '字样 组成 构成 格式 样式 形式 标识 实名 (?:方式|格式)?命名 为(?:邮件|文件|短信)(?:标题|主题|题|名) 为(?:标题|题|名|开头|结尾) 为主题(?:发送|报送|投递|提交)';
/** ”等字样: any of a row of quotations shows a form. */
const OF_A_FORM = new RegExp(`^[^”]{0,40}”(?:[、或和]?“[^“”]{0,20}”){0,5}(?:的|等)?(?:类似)?${anyOf(FORMS)}`);

const QUOTATIONS = /(?:“[^“”]{0,20}”[、，和或及]?){1,3}$/;

/** What a text about writing speaks of. */
const OF_WRITING = /文种|标题|题目|行文|落款|称谓|署名|单位名称|机关名称|写法|写作|写明|写清|叠用|简称/;
const WRITING_REACH = 60;

/** 比如××局关于…的请示, 如“××公司”、“××中心”: whether a text about writing shows here how something is written. */
function isShown(text: string, start: number, end: number): boolean {
  const left = text.slice(Math.max(0, start - SHOWN_REACH), start);
  const at = left.lastIndexOf('如');
  if (at < 0) return false;
  const between = left.slice(at + 1);
  const introduces = '比譬例'.includes(left[at - 1] ?? '-') || /^[：:]?“/.test(between);
  if (!introduces || /[。；]/.test(between)) return false;
  return OF_WRITING.test(text.slice(Math.max(0, start - WRITING_REACH), end + WRITING_REACH));
}
const SHOWN_REACH = 48;

function prescribedAt(line: Line, start: number, end: number): 'pattern' | 'example' | undefined {
  const { text } = line;
  if (isShown(text, start, end)) return 'example';
  const named = line.paragraph.has(NAMING);
  const open = quoteBefore(text, start);
  if (open < 0 && !named) return undefined;
  const left = text.slice(Math.max(0, start - QUOTED), start);
  if (open < 0) {
    // 标签的写法：××属××种
    if (/写法(?:为|是)?[：:][^。；写]{0,40}$/.test(left)) return 'pattern';
    // 命名格式：××市+项目名称
    if (
      /(?:命名|文件名|邮件)[^，。；“”]{0,6}(?:格式|规则|为|主题)(?:为|是)?[：:]?[^，。；“”]{0,8}$/.test(left)
    )
      return 'pattern';
    return EXAMPLE.test(left) ? 'example' : undefined;
  }
  // 统一命名为“××村党支部”“××社区党支部”: any of a row of quotations.
  if (FORM_FOLLOWS.test(left.slice(0, left.length - (start - open)).replace(QUOTATIONS, '')))
    return 'pattern';
  // 不得使用“××特供”“××专用”等字样: any of a row of quotations.
  return OF_A_FORM.test(text.slice(end, end + 120)) ? 'pattern' : undefined;
}
