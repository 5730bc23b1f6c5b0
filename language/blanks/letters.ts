/** Letters for a blank: X县, XX局, N项, HJ镇, D员. */
import { rows } from '../../generated/blanks-censored.ts';
import { isSurname } from '../names/surnames.ts';
import { Characters, DIGITS, LETTERS, ShortList } from '../text/characters.ts';
import { anyOf } from '../text/pattern.ts';
import { Around, isFactor, isMultiplier } from './honest-crosses.ts';
import type { Line, Mark } from './line.ts';
import {
  CODE_LEFT,
  endsNumber,
  FIGURES,
  isMaskedData,
  LONGEST_FIGURE,
  readFigure,
  readPhone,
  slotBehind,
} from './masked-numbers.ts';
import { endsInOffice, headOf, slotOfHead } from './slots.ts';
import { isWithheld, sampleAt, tellsOfCase } from './withheld.ts';

const SIBLING_REACH = 100;
const DATE_CODE = /(?:19|20)[\dxX]{2}([-/])[\dxX]{1,2}\1[\dxX]{1,2}(?![-/\w])/y;
/** Lines that are broken off have some length. */
const WRAPPED = 20;
/** What follows 党. */
const CENSORED = new ShortList(rows.map(({ word }) => word).sort((a, b) => b.length - a.length));

/** X建引领, D员干部, X的二十大, 学习D史: the word 党, which some sites put a letter in the place of. */
function isCensored(right: string): boolean {
  // The end of the text closes a sentence too.
  return CENSORED.isAt(right.length < CENSORED_REACH ? `${right}。` : right, 0);
}

const CENSORED_REACH = 16;

/** x X XX xxx and N. */
export function readLetters(line: Line, start: number, end: number): Mark | undefined {
  const { text } = line;
  const letters = text.slice(start, end);
  if (/^[NＮ]{1,6}$/.test(letters) || (letters === 'n' && MANY.at(line.text, end)))
    return readUnknownNumber(line, start, end);
  if (RINGS.test(letters)) return readRings(line, start, end);
  if (!/^[xXｘＸ]+$/.test(letters)) return undefined;
  // 百分之X, in words.
  if (text.endsWith('百分之', start)) return { start, end, certainty: 'sure' };
  const address = readAddress(line, start, end);
  if (address) return address;
  // Part of an address, an identifier, a formula or a class name: x-ray, xx.com, 1+X, X=3, X/Y.
  const dated = readDateCode(line, start, end);
  if (dated) return dated;
  const called = readPhone(line, start, end);
  if (called) return called;
  if (end - start >= 4 && isMaskedData(line, start, end)) return undefined;
  const range = isRange(line, start, end) || isPeriod(text, start, end);
  if (!range) {
    if (/[-_/\\@=+＋<>&#~]$|[A-Za-z]\.[A-Za-z]*$|[+＋]\s$/.test(text.slice(Math.max(0, start - 3), start)))
      return undefined;
    if (/^(?:\s?[-_/\\@=+＋<>&]|\.[A-WYZa-wyz])/.test(text.slice(end, end + 3))) return undefined;
  }
  if (
    /^\s?(?:光|射线|线(?!路)|轴|坐标|染色体|波段|形|型|世纪|档案|世代|战警|档)/.test(text.slice(end, end + 4))
  )
    return undefined;
  const shown = sampleAt(line, start, end);
  if (shown === 'pattern' || isLicence(line, start, end)) return undefined;
  const mark = readBareLetters(line, start, end, range);
  const doubted = shown || (end - start > 1 && isWithheld(line, start, end));
  return mark && doubted ? { ...mark, certainty: 'possible' } : mark;
}

/** xxx@xxx.com, XXXX@163.com: an address that nobody has filled in, told of once. */
function readAddress(line: Line, start: number, end: number): Mark | undefined {
  const { text } = line;
  if (end - start < 2 || (text[end] !== '@' && text[start - 1] !== '@')) return undefined;
  let from = start;
  while (start - from < LONGEST_ADDRESS && ADDRESS.at(text, from - 1)) from--;
  let to = end;
  while (to - end < LONGEST_ADDRESS && ADDRESS.at(text, to)) to++;
  // x9xx@…: somebody's own.
  if ((text[end] === '@' && from < start) || sampleAt(line, start, end)) return undefined;
  return { start: from, end: to, certainty: 'sure' };
}

const ADDRESS = new Characters(LETTERS, DIGITS, '@._-*');
const LONGEST_ADDRESS = 40;

/** n万户: a small n is a variable elsewhere. */
const MANY = new Characters('万亿');
/** The letter typed for a ring. */
const RINGS = /^[oOｏＯ]{2,4}$/;

/** OO家, OOO同志, ＯＯ县. OO后 are people born after 2000. */
function readRings(line: Line, start: number, end: number): Mark | undefined {
  const { text } = line;
  if (/[\w“"/＋+.-]/.test(text[start - 1] ?? '') || /[\w]/.test(text[end] ?? '')) return undefined;
  const slot = slotBehind(line, end);
  if (slot === undefined || slot === 'name') return undefined;
  const withheld = sampleAt(line, start, end) || isWithheld(line, start, end);
  return { start, end, certainty: withheld ? 'possible' : 'sure' };
}

/** 2025-XX-XX, 201X/X/XX: a date in figures, told of as a whole where its first mask stands. */
function readDateCode(line: Line, start: number, end: number): Mark | undefined {
  const { text } = line;
  if (!/[-/]/.test((text[start - 1] ?? '') + (text[end] ?? ''))) return undefined;
  let from = start;
  while (start - from < LONGEST_FIGURE && /[-/\dxX]/.test(text[from - 1] ?? '')) from--;
  DATE_CODE.lastIndex = from;
  const m = DATE_CODE.exec(text);
  return m && DATE_CODE.lastIndex >= end
    ? { start: from, end: DATE_CODE.lastIndex, certainty: 'sure', masked: true }
    : undefined;
}

function readBareLetters(line: Line, start: number, end: number, range: boolean): Mark | undefined {
  const { text } = line;
  const left = text.slice(Math.max(0, start - 4), start);
  if (end - start === 1 && /\d$/.test(left) && /^\d/.test(text.slice(end, end + 1)))
    return readInnerLetter(line, start, end);
  // 产品代码XX01: a sample of a code begins with its letters.
  if (FIGURES.at(text, end) && CODE_LEFT.test(text.slice(Math.max(0, start - 6), start))) return undefined;
  // 商务得分x50%+…, 帐篷x4、: times.
  if (end - start === 1 && isFactor(Around.visible(line.paragraph, start, end))) return undefined;
  const figure = readFigure(line, start, end);
  if (figure) return figure;
  if (!range && /[A-WYZa-wyz][-—]?\d{0,3}$/.test(left)) return undefined;
  if (KARYOTYPE.test(left)) return undefined;
  if (end - start > 1) return { start, end, certainty: 'sure' };
  return readOneLetter(line, start, end, range, left);
}

/** 46, XX: chromosomes. */
const KARYOTYPE = /46[,，]\s?$/;

/** 2X00人, 20X5年, not 4x100米接力, LXG-200X: no product begins with a nought, and a year has four figures. */
function readInnerLetter(line: Line, start: number, end: number): Mark | undefined {
  const { text } = line;
  const masked =
    /^0{1,6}[\u4e00-\u9fff]/.test(text.slice(end, end + 8)) ||
    (/(?<!\d)20$/.test(text.slice(Math.max(0, start - 4), start)) && /^\d年/.test(text.slice(end, end + 2)));
  return masked ? readFigure(line, start, end) : undefined;
}

/** The second unknown of a sum. */
const UNKNOWN = /(?<![A-Za-z])y(?![A-Za-z])/;

/** A single letter needs something beside it that wants a value. */
function readOneLetter(
  line: Line,
  start: number,
  end: number,
  range: boolean,
  left: string,
): Mark | undefined {
  const { text } = line;
  const sure: Mark = { start, end, certainty: 'sure' };
  if (left.endsWith('第') && /^[章节条款项届次批期名位个组版轮]/.test(text.slice(end, end + 1))) return sure;
  // X X县: as many letters as characters, set apart.
  const right = text
    .slice(end, end + 20)
    .replace(/^\s+/, '')
    .replace(/^(?:[xXｘＸ]\s){0,2}[xXｘＸ]\s?(?=[\u4e00-\u9fff])/, '');
  if (range && /^(?:[-—～~至][\dxXｘＸ]{1,2})?[月日号前]/.test(right)) return sure;
  // 设甲种苗x株，乙种苗y株: unknowns; “文旅X计划”: times.
  if (text[start] === 'x' && UNKNOWN.test(text)) return undefined;
  const around = Around.visible(line.paragraph, start, end);
  if (around.quotes && isMultiplier(around)) return undefined;
  // X市场、Y市场: one of several that are told apart by letters.
  if (hasSibling(text, start, right.slice(0, 2))) return undefined;
  if (isDocumentNumber(left, right)) return sure;
  if (left.endsWith('第') && /^(?:$|[，。；、])/.test(right)) return sure;
  const quoted =
    /[“"]/.test(text[start - 1] ?? '') &&
    /^[”"](?:项目|工程|计划|战略|行动|活动|称号|荣誉|品牌|奖)/.test(right);
  if (quoted || /^(?:年|月|届|季度)/.test(right)) return sure;
  if (/[A-WYZa-wyz0-9]\s?$/.test(text.slice(Math.max(0, start - 2), start))) return undefined;
  if (isTimeOfDay(text.slice(Math.max(0, start - 3), start), right)) return sure;
  if (isCensored(right) || isSpeaker(left, right) || isGivenName(left, right)) return sure;
  // 县委书记 X: the line that says who speaks.
  if (
    right === '' &&
    ' \u3000'.includes(text[start - 1] ?? '-') &&
    endsInOffice(text.slice(0, start).trimEnd())
  )
    return sure;
  // 联系人：X，联系电话：…
  if (LABELLED.test(text.slice(Math.max(0, start - 6), start)) && /^[，。；）]/.test(right)) return sure;
  if (isOwnPlace(text.slice(Math.max(0, start - PLACE_REACH), start), right))
    return { start, end, certainty: 'likely' };
  // X重建加快推进: a project, at the head of its clause.
  if (/(?:^|[，。；、：])$/.test(left) && WORKS.test(right)) return { start, end, certainty: 'likely' };
  // …述职，X / 个书记…: the line goes on below, as in a copy of a print.
  if (right === '' && start - line.paragraph.contentStart >= WRAPPED && /[^A-Za-z][，、；,;]$/.test(left))
    return { start, end, certainty: 'likely' };
  const head = headOf(right.replace(/^[余多]/, ''), line.words);
  if (head !== undefined) {
    const slot = slotOfHead(head);
    // X项目, X平台, X系统 may be a name as it stands.
    return { start, end, certainty: slot === 'name' || slot === 'organisation' ? 'likely' : 'sure' };
  }
  return /^[日号]/.test(right) && /月\s?$/.test(text.slice(Math.max(0, start - 2), start)) ? sure : undefined;
}

/** X政办发〔2025〕X号, 第X号. */
function isDocumentNumber(left: string, right: string): boolean {
  return (
    /^[\u4e00-\u9fff]{1,6}[〔［[(（]\s?[\dxXｘＸ×]{4}[〕］\])）]/.test(right) ||
    (right[0] === '号' && /[〕］\])）第]$/.test(left))
  );
}

const SPEAKS =
  '发言 讲话 致辞 致词 主持 宣读 宣布 传达 通报 汇报 介绍 点评 总结 上台 作 同志 代表 为 向 领 牵头 负责 承办 督办 落实 组织 协调 提供';
/** What whoever is asked does; 由X、X共同负责 names several. */
const ASKED = new RegExp(`^(?:[、和与][xXｘＸ]){0,4}(?:共同|分别|同志)?${anyOf(SPEAKS)}`);
const HELPS = /^(?:[、和与][xXｘＸ]){0,4}(?:牵头|配合|协办|督办|承办)(?:[，。；]|$)/;

/** 请X发言, 由X牵头，X、X配合. */
function isSpeaker(left: string, right: string): boolean {
  if (/[，；、和与]$/.test(left) && HELPS.test(right)) return true;
  return (
    /(?:请|由|邀请|欢迎|感谢|[由、][xXｘＸ][、和与]|[局县镇乡科处院校]长|书记|主任)\s?$/.test(left) &&
    ASKED.test(right)
  );
}

/** 张X，男，1985年生: the given name in a notice of candidates. */
function isGivenName(left: string, right: string): boolean {
  return (
    isSurname(left.slice(-1)) &&
    /^[，,]\s?(?:[男女]|现[任年]|(?:19|20)\d\d年|[\u4e00-\u9fff]{1,2}族)/.test(right)
  );
}

const PLACE_REACH = 6;
/** 美丽X、幸福X: what a place calls itself. */
const EPITHETS = '美丽 幸福 平安 法治 文明 富强 和谐 魅力 活力 品质 大美 健康 开放 生态 实力 宜居 锦绣';
const AS_NAME = new RegExp(`${anyOf(EPITHETS)}$`);
const NAME_ENDS = /^(?:[、，。；！”]|$|建设)/;
/** 为X高质量发展, 向X看齐, 在X的坚强领导下: what is done for a place or in it, and what is its own. */
const FOR_PLACE =
  '为 向 在 来 到 赴 把 对 关心 支持 热爱 扎根 奉献 落户 推介 立足 赋予 建设 推进 推动 开创 谱写 助力 奋力 加快';
const FOR = new RegExp(`${anyOf(FOR_PLACE)}$`);
const OF_PLACE =
  '高质量 的正确领导 的坚强领导 经济社会 发展大局 实际 现代化 新篇章 篇章 看齐 各项事业 大地 人民 儿女 全域 振兴 全面振兴 崛起 新的使命 考察 投资兴业 投资 视察 调研 工作期间 改革发展 故事 形象';
const OF = new RegExp(`^${anyOf(OF_PLACE)}`);
/** X始终坚持, X的做法: at the head of its clause. */
const DOES = new RegExp(
  `^${anyOf('也要 始终 正处 地处 位于 历史悠久 是全国 是全省 作为全 人民 儿女 的做法 的经验 干部群众 经济社会 高质量发展')}`,
);

/** X、X等地. */
const LISTED = /^(?:、[xXｘＸ]){0,4}等[地县]/;

/** Whether a single letter stands for the writer's own place, or one that he looks to. */
function isOwnPlace(left: string, right: string): boolean {
  if (LISTED.test(right)) return true;
  if (AS_NAME.test(left)) return NAME_ENDS.test(right);
  if (FOR.test(left)) return OF.test(right);
  return /(?:^|[，。；、：])$/.test(left) && DOES.test(right);
}

const LABELLED = /(?:姓名|联系人|负责人|责任人|电话|手机|单位|地点|时间)[：:]$/;

const WORKS =
  /^(?:重建|改造|改扩建|扩建|新建|迁建|复建|建设)(?:加快|顺利|全面|已|正|工[程作]|项目|稳步|如期|提前|完成|启动|推进)/;

/** Whom a draft tells apart by letters until they are named. */
const UNITS = /^(?:部门|单位|科室|乡镇|街道|企业|公司|同志|书记|主任|[局县市镇村]长?)/;
/** 例如A企业向B企业供货: an example. */
const SUPPOSED = /[例比譬]如|假[设如定]|设想|案例|情形/;

/** What stands for itself: AI中心, CBD区. */
const WORDS = new Set('E K AI IP VR AR IT VIP CBD GDP SOS TOD CEO CFO APP'.split(' '));

/** YY县, HJ镇, A书记, HJ河: initials for a name, perhaps on purpose; the same letter twice is a blank. */
export function readInitials(line: Line, start: number, end: number): Mark | undefined {
  const { text } = line;
  const letters = text.slice(start, end);
  if (!/^[A-Z]{1,3}$/.test(letters) || WORDS.has(letters) || /^X+$/.test(letters)) return undefined;
  const left = text.slice(Math.max(0, start - 1), start);
  if (/[A-Za-z0-9.\-—/&+＋“"·]/.test(left)) return undefined;
  const right = text.slice(end, end + 16);
  // XJP同志: whom a site that fears the filters does not spell out.
  if (letters === 'XJP')
    return /^\s?(?:同志|总书记|主席|新时代|[经法外强生文]|重要|在|关于)/.test(right)
      ? { start, end, certainty: 'sure' }
      : undefined;
  if (letters === 'D' && isCensored(right)) return { start, end, certainty: 'sure' };
  if (letters.length > 1 && LANDFORM.test(right)) return { start, end, certainty: 'possible' };
  // 由A部门牵头、B部门配合
  const kind = letters.length === 1 ? UNITS.exec(right)?.[0] : undefined;
  if (kind !== undefined && hasSibling(text, start, kind))
    return SUPPOSED.test(text.slice(Math.max(0, start - SIBLING_REACH), start)) || tellsOfCase(line, start)
      ? undefined
      : { start, end, certainty: 'likely' };
  const head = headOf(right, line.words);
  if (head === undefined || right[1] === '级' || !mayBeNamed(head, letters)) return undefined;
  if (tellsOfCase(line, start)) return undefined;
  return { start, end, certainty: /^([A-Z])\1+$/.test(letters) ? 'likely' : 'possible' };
}

/** LT畈, LJC寨: what the names of villages end in. */
const LANDFORM = /^[畈坪沟寨屯湾坡岭桥塘垸冲坝庄店铺集堡](?:$|[村社组、，。；的召举调走开群])/;

/** Whether letters stand for the name before this head. A区, B组 and C岛 are parts of a whole. */
function mayBeNamed(head: string, letters: string): boolean {
  if (/^(?:省|市|县|镇|乡|村|书记|同志)$/.test(head)) return true;
  return /^[河江湖山岛]$|^水库$/.test(head) ? letters.length > 1 : slotOfHead(head) === 'surname';
}

/** 增速为-X.X%, XX-XX亿元: a sign or a range of figures, all of them masked. */
function isRange(line: Line, start: number, end: number): boolean {
  const { text } = line;
  let from = start;
  let to = end;
  while (start - from < LONGEST_FIGURE && /[-xX\d.]/.test(text[from - 1] ?? '')) from--;
  while (to - end < LONGEST_FIGURE && /[-xX\d.]/.test(text[to] ?? '')) to++;
  if (!/^-?[xX][xX\d.]*(?:-[xX\d.]+)?$/.test(text.slice(from, to))) return false;
  return (
    /[\u4e00-\u9fff，、（]/.test(text[from - 1] ?? '') &&
    endsNumber(line, text.slice(to, to + 16)) &&
    to < text.length
  );
}

/** X妆准字XXXXXXXX: the pattern of a licence number. */
function isLicence(line: Line, start: number, end: number): boolean {
  const { text } = line;
  if (end - start >= 5) {
    // 收入xxxxx元, 打造xxxxxxxx的家园: a long blank; 号xxxxxx, 〔xxxxx a number.
    if (slotBehind(line, end) !== undefined || isSpelt(text, start, end)) return false;
    return /[\u4e00-\u9fffA-Za-z〔（(]/.test(text[start - 1] ?? '');
  }
  return (
    /^[\u4e00-\u9fff]{1,6}(?:第)?[〔（(]?[xXｘＸ\d]{4}[〕）)]?[xXｘＸ\d]{4}/.test(
      text.slice(end, end + 24),
    ) || /^[\u4e00-\u9fff]{1,6}[xXｘＸ]{5}/.test(text.slice(end, end + 16))
  );
}

/** Between two words of a sentence, neither of which is what licences and codes are called. */
function isSpelt(text: string, start: number, end: number): boolean {
  return (
    /[\u4e00-\u9fff，、]/.test(text[start - 1] ?? '') &&
    !/[字号证照备准械妆食药编码第为是]/.test(text[start - 1]!) &&
    /^[\u4e00-\u9fff，。、；]/.test(text.slice(end, end + 1)) &&
    !/^号/.test(text.slice(end, end + 1))
  );
}

/** N项, N个: not 1+N, not N in a formula. */
function readUnknownNumber(line: Line, start: number, end: number): Mark | undefined {
  const { text } = line;
  if (/[\w+＋×*/=“"（(-]\s?$/.test(text.slice(Math.max(0, start - 2), start))) return undefined;
  const before = text.slice(Math.max(0, start - 2), start);
  if (start !== line.paragraph.contentStart && !/[\u4e00-\u9fff，、；：。]\s?$/.test(before))
    return undefined;
  // 1个总体方案、N个专项方案, 一核N点: any number, said on purpose.
  if (
    /(?:[+＋]\s?|[1一](?![季批期年月季])[\u4e00-\u9fff]{0,8}[、，和]?\s?|“[^”]{0,6})N/.test(
      text.slice(Math.max(0, start - 30), end),
    )
  )
    return undefined;
  const right = text.slice(end, end + 16).trimStart();
  if (/^月N日|^日/.test(right) && /^月|月$/.test(right[0] === '月' ? right : before))
    return { start, end, certainty: 'likely' };
  const head = headOf(right, line.words);
  if (head === undefined || /^(?:次方|倍|级|种|类|层|字|度|个工作日)/.test(right)) return undefined;
  const slot = slotOfHead(head);
  return slot === 'number' || slot === 'money' ? { start, end, certainty: 'likely' } : undefined;
}

/** Whether the word behind a letter stands behind another letter too: X市场、Y市场, A型、X型. */
function hasSibling(text: string, at: number, word: string): boolean {
  if (word.length < 2) return false;
  const from = Math.max(0, at - SIBLING_REACH);
  for (let i = text.indexOf(word, from); i >= 0 && i < at + SIBLING_REACH; i = text.indexOf(word, i + 1)) {
    if (i - 1 !== at && /(?:^|[^A-Za-z])[A-MO-WYZ]$/.test(text.slice(Math.max(0, i - 2), i))) return true;
  }
  return false;
}

/** X-X月, 1-X月: the months of a report. */
function isPeriod(text: string, start: number, end: number): boolean {
  if (end - start > 2) return false;
  return (
    (/^[-—][\dxX]{1,2}[月日]/.test(text.slice(end, end + 4)) &&
      /[\u4e00-\u9fff，。（]/.test(text[start - 1] ?? '，')) ||
    (/^[月日号前]/.test(text.slice(end, end + 1)) &&
      /[\dxX][-—]$/.test(text.slice(Math.max(0, start - 2), start)))
  );
}

/** 上午X时, X日X时X分: not X时 by itself. */
function isTimeOfDay(left: string, right: string): boolean {
  return (
    /^[时点][\dxXｘＸ]{1,2}分/.test(right) ||
    (/^[时点分]/.test(right) && /(?:上午|下午|晚上?|[日号时点])\s?$/.test(left))
  );
}
