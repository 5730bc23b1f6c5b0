/**
 * Lists in Chinese sentences: 甲、乙、丙和丁 · “甲”“乙” · 看甲；看乙；看丙 — how many members they may have.
 *
 * A list is read as a range of counts, because the grammar leaves room: 和 may join two members or stand within one
 * (棚户区和旧厂区改造). Offsets are UTF-16 units relative to the text given.
 */
import type { Range } from '../../engine/finding.ts';
import { CLOSES, clauseStart, mateOf, OPENS, roleAt, SENTENCE_STOPS } from '../text/bounds.ts';
import { Characters, commonEnd, commonStart, ShortList } from '../text/characters.ts';
import { ONE_TO_TEN } from '../text/numerals.ts';
import { wordsOf } from '../text/pattern.ts';
import type { Words } from '../text/words.ts';

export interface List extends Range {
  /** The members by the marks that part them for certain. */
  readonly items: readonly Range[];
  /** Fewest and most members that the grammar allows. */
  readonly min: number;
  readonly max: number;
  /** The last member as short as it may be: behind the last 和. */
  readonly last: Range;
  /** 等, 等等, ……: there may be more than are named. */
  readonly open: boolean;
  /** 和 or 及 before the last member: the list is whole. */
  readonly closed: boolean;
  /** That 和 parts two things of one length: 制砖和铸造. */
  readonly pair: boolean;
}

/** How far a list is followed: lists of officials and places run long, prose does not. */
const REACH = 400;

/** What parts members: 、, or the quotation marks and titles that touch. */
const PARTS = new Characters('、”’》');

/** The list of two or more that ends at `end`, in the clause before it: 甲、乙、丙|三个单位. */
export function listBefore(text: string, end: number, words: Words): List | undefined {
  let open = false;
  let to = end;
  if (endsAt(text, '等', to)) {
    open = true;
    to--;
    if (endsAt(text, '等', to)) to--;
  }
  if (endsAt(text, '这', to)) to--;
  // “甲、乙、丙”六个关口: the list stands inside the quotation marks, unless several quotations are listed.
  if (roleAt(text, to - 1) === CLOSES && text[to - 1] !== '》') {
    const inner = mateOf(text, to - 1);
    if (
      inner !== undefined &&
      '“‘「（('.includes(text[inner]!) &&
      !joined(text, inner) &&
      hasMark(text, inner + 1, to - 1)
    ) {
      const within = { start: inner + 1, end: to - 1, open };
      return groups(text, within) ?? readList(text, within, words);
    }
  }
  const begin = behindTitles(text, behindMark(text, clauseStart(text, to)), to);
  const from = behindPreposition(text, begin, to, words);
  return PARTS.isIn(text, from, to) ? readList(text, { start: from, end: to, open }, words) : undefined;
}

/** “察实情、出实招；破难题、促发展；办实事、解民忧”: so many groups, or so many members of all of them. */
function groups(text: string, { start, end, open }: Stretch): List | undefined {
  const items = split(text, start, end, SEMICOLONS);
  if (items.length < 2) return undefined;
  const max = split(text, start, end, PARTED).length;
  const last = items[items.length - 1]!;
  return { start, end, items, min: items.length, max, last, open, closed: false, pair: false };
}

/** 《…》《…》的|英文、法文、俄文等（三种外文版）: what is listed is of the titles before it. */
function behindTitles(text: string, from: number, to: number): number {
  let at = from;
  while (text[at] === '《') at = (mateOf(text, at) ?? to) + 1;
  return at > from && text[at] === '的' && hasMark(text, at, to) ? at + 1 : from;
}

/** 甲、乙从|丙、丁和戊（三个方面发力）: who does it is listed before the preposition, what is counted behind it. */
function behindPreposition(text: string, from: number, to: number, words: Words): number {
  const behind = BRINGS_IN.behindLast(text, from, to);
  const isWord = behind > from && words.isBoundary(text, behind - 1) && words.isBoundary(text, behind);
  return isWord && hasMark(text, from, behind) && hasMark(text, behind, to) ? behind : from;
}

/** What brings in a list of its own. */
const BRINGS_IN = new Characters('从在就');

/** The mark of a paragraph with its 、: 二、同意东湾、西岭; 118、（多选题）甲、乙: of a question. */
const MARK = new RegExp(
  String.raw`[ \u3000]*(?:第?[${ONE_TO_TEN}]{1,3}|\d{1,2}|\d{3,4}(?=、[（(]))、(?![${ONE_TO_TEN}]{1,3}、)`,
  'y',
);

function behindMark(text: string, at: number): number {
  MARK.lastIndex = at;
  return MARK.test(text) ? MARK.lastIndex : at;
}

/** Whether the quotation that opens here is itself a member of a list: “甲”、|“乙” or “甲”|“乙”. */
function joined(text: string, at: number): boolean {
  return /[、”’》和与及]/.test(text[at - 1] ?? '');
}

function hasMark(text: string, from: number, to: number): boolean {
  for (let i = from; i < to; i++) if (text[i] === '、' || text[i] === '；') return true;
  return false;
}

/** The list from `start` on: to the end of the clause, of the bracket, or, by semicolons, of the sentence. */
export function listAfter(text: string, start: number, words: Words): List | undefined {
  if (roleAt(text, start) === OPENS && text[start] !== '《') {
    const close = mateOf(text, start);
    if (close === undefined) return undefined;
    if (holdsList(text, start, close))
      return readList(text, { start: start + 1, end: close, open: false }, words);
  }
  const { clause, end, hasSemicolons } = extentFrom(text, start);
  const simple = readList(text, { start, end: clause, open: false }, words);
  if (hasSemicolons) return parallel(text, { start, end }, simple, words);
  return (simple.items.length === 1 && framed(text, start, end)) || simple;
}

/** Whether one pair of marks stands around the whole list; “甲”、“乙” has marks around each member. */
function holdsList(text: string, open: number, close: number): boolean {
  return !/[、“‘《和与及的]/.test(text[close + 1] ?? '') && hasMark(text, open + 1, close);
}

/** What begins at an offset: where its clause and its sentence (or the bracket around it) end, and whether semicolons part the sentence. */
interface Extent {
  readonly clause: number;
  readonly end: number;
  readonly hasSemicolons: boolean;
}

function extentFrom(text: string, start: number): Extent {
  const limit = Math.min(text.length, start + REACH);
  let depth = 0;
  let clause: number | undefined;
  let hasSemicolons = false;
  let end = start;
  for (; end < limit; end++) {
    const role = roleAt(text, end);
    if (role === OPENS) depth++;
    else if (role === CLOSES && --depth < 0) break;
    else if (role === 0 || role === CLOSES || depth > 0) continue;
    else if (SENTENCE_STOPS.at(text, end)) break;
    else if (SEMICOLONS.at(text, end)) hasSemicolons = true;
    else clause ??= end;
  }
  return { clause: clause ?? end, end, hasSemicolons };
}

/** Longer clauses are sentences of their own. */
const LONGEST_FRAMED = 24;
/** What is done to each of several things is told so. */
const HANDLING = new Characters('把将让');

/** 在学懂上下功夫，在弄通上下功夫，在做实上下功夫: clauses up to the full stop that begin and end alike, or begin with the same word; 把底数摸清，把问题改到位: 把 will do. */
function framed(text: string, start: number, end: number): List | undefined {
  const items = split(text, start, end, CLAUSES);
  const [first, ...others] = items.map((item) => text.slice(item.start, item.end)) as [string, ...string[]];
  if (others.length === 0 || items.some((item) => item.end - item.start > LONGEST_FRAMED)) return undefined;
  const head = Math.min(...others.map((other) => commonStart(first, other)));
  const tail = Math.min(...others.map((other) => commonEnd(first, other)));
  if (!(head >= 2 || (head === 1 && (tail >= 2 || HANDLING.at(first, 0))))) return undefined;
  const { length } = items;
  return {
    start,
    end,
    items,
    min: length,
    max: length,
    last: items[length - 1]!,
    open: false,
    closed: false,
    pair: false,
  };
}

/**
 * Members parted by semicolons. Those that begin alike (看…；看…；看…) are the list; what follows them after another
 * semicolon may go on with something else. Else the list may be `simple`, by the marks up to the first comma or semicolon, or that of
 * all clauses.
 */
function parallel(text: string, { start, end }: Range, simple: List, words: Words): List {
  const items = split(text, start, end, SEMICOLONS);
  const alike = items.findIndex(({ start: at }) => text[at] !== text[items[0]!.start]);
  const open = /等[。，；]?$|……$/.test(text.slice(Math.max(start, end - 3), end));
  const last = items[items.length - 1]!;
  const list = { start, end, items, last, open, closed: false, pair: false };
  if (alike > 1 || alike < 0) return { ...list, min: alike > 1 ? alike : items.length, max: items.length };
  const clauses = split(text, start, end, CLAUSES).length;
  // 建设厂房；购置设备；设立公司和补充资金: the last 和 may join two members.
  const joined = conjunctions(text, last, words, text[start]!).length;
  // 身份证；户口簿|；逾期不予受理: a remark on all of them may stand last.
  const least = items.length - (REMARKS.isAt(text, last.start) ? 1 : 0);
  return {
    ...list,
    min: Math.min(least, simple.items.length > 1 ? simple.min : least),
    max: Math.max(items.length + joined, simple.items.length > 1 ? simple.max : clauses),
  };
}

const REMARKS = new ShortList(wordsOf('确保 逾期 否则 力争 从而 切实 努力 不断'));

/** A stretch that may hold a list. `open`: 等 stands behind it. */
type Stretch = Range & Pick<List, 'open'>;

/** Members between 、 and between quotations that touch; 和 与 及 以及 widen the count. */
function readList(text: string, { start, end, open }: Stretch, words: Words): List {
  let to = end;
  let more = open;
  if (!more) {
    const tail = /(?:等等?|……|…)$/.exec(text.slice(Math.max(start, to - 3), to));
    if (tail) {
      more = true;
      to -= tail[0].length;
    }
  }
  const items = split(text, start, to, COMMAS);
  let joints = 0;
  let last = start;
  for (const item of items) {
    const found = conjunctions(text, item, words, text[items[0]!.start]!);
    joints += found.length;
    last = found[found.length - 1] ?? item.start;
  }
  const tail = items[items.length - 1];
  const closed = tail !== undefined && last > tail.start;
  const pair = closed && items.length > 1 && joints === 1 && isEvenPair(text, items, last, words);
  // 甲、乙和丙: names on both sides of the 和 are two members; 旅游和服务 may be one.
  const sides: [string, string] = pair
    ? [text.slice(tail.start, jointBefore(text, last)), text.slice(last, to)]
    : ['', ''];
  const parted =
    (pair && (areNames(sides, words) || (isRow(items, sides[1]) && !TWINS.has(sides.join(''))))) ||
    (closed && joints === 1 && endAlike(text, items, last));
  return {
    start,
    end: to,
    items,
    min: items.length + (parted ? 1 : 0) - quotedTogether(text, items),
    max: items.length + joints,
    last: { start: last, end: to },
    open: more,
    closed,
    pair,
  };
}

/** 开展|“你点我检”、“你送我检”|工作: two names between one verb and one noun, so many times. */
function quotedTogether(text: string, items: readonly Range[]): number {
  return items.filter(({ start, end }, k) => {
    const before = items[k - 1];
    return (
      before !== undefined &&
      text[start] === '“' &&
      text[end - 1] !== '”' &&
      text[before.start] !== '“' &&
      text[before.end - 1] === '”'
    );
  }).length;
}

/** 水利、卫生、商贸、科技和|民政: word by word of one length, so that the two around the 和 are members as the others are. */
const isRow = (items: readonly Range[], last: string) =>
  items.length > ROW && items.slice(1, -1).every(({ start, end }) => end - start === last.length);
const ROW = 2;
/** What names of offices and trades join as one thing. */
const TWINS = new Set(
  wordsOf('文化旅游 旅游服务 广播电视 经济信息 生态环境 规划建设 人才科技 食品药品 信息数据'),
);

/** Longer than a word, of one kind (甲村, 乙村), or in no dictionary as a common noun. */
function areNames(sides: readonly [string, string], words: Words): boolean {
  const [a, b] = sides;
  if (a.length > 2 || a.at(-1) === b.at(-1)) return true;
  return sides.some((side) => {
    const [word, more] = words.segment(side);
    return more !== undefined || !word || /^(?:nr|ns|nt|nz|x)/.test(word.tag);
  });
}

/** Where the 和 or 以及 begins that ends at `at`. */
const jointBefore = (text: string, at: number) => (OF_TWO[text[at - 2]!] === text[at - 1] ? at - 2 : at - 1);

/** Whether the one 和 in the last member parts it into two things that match the member before; phrases (维护邻里与促进增收) are one. */
function isEvenPair(text: string, items: readonly Range[], last: number, words: Words): boolean {
  const tail = items[items.length - 1]!;
  const right = tail.end - last;
  const joint = jointBefore(text, last);
  const left = joint - tail.start;
  const before = items[items.length - 2]!;
  const size = before.end - before.start;
  return (
    left === right && (items.length === 2 || left === size) && !isPhrase(text.slice(tail.start, joint), words)
  );
}

/** A verb and what it is done to: 维护稳定. */
function isPhrase(side: string, words: Words): boolean {
  const [first] = side.length > 2 ? words.segment(side) : [];
  // 保稳定 is in no dictionary: its first character is a verb of its own.
  return first?.tag.startsWith('v') === true && (first.end < side.length || side.length === 3);
}

const SEMICOLONS = new Characters('；;');
const COMMAS = new Characters('、');
const PARTED = new Characters('、；;');
const CLAUSES = new Characters('，,；;');

/** Cuts at the marks outside brackets and quotations, and between quotations that touch (”“). */
function split(text: string, start: number, end: number, marks: Characters): Range[] {
  const items: Range[] = [];
  let depth = 0;
  let from = start;
  for (let i = start; i < end; i++) {
    const role = roleAt(text, i);
    if (role === OPENS) {
      const touches = depth === 0 && i > from && '”’》'.includes(text[i - 1]!) && '“‘《'.includes(text[i]!);
      if (touches) {
        items.push({ start: from, end: i });
        from = i;
      }
      depth++;
    } else if (role === CLOSES) depth = Math.max(0, depth - 1);
    else if (depth === 0 && marks.at(text, i)) {
      if (i > from) items.push({ start: from, end: i });
      from = i + 1;
    }
  }
  if (end > from) items.push({ start: from, end });
  return items;
}

/** 收受礼金案、公车私用案和虚报发票案: each ends with the word that the others do, on both sides of the 和 too. */
function endAlike(text: string, items: readonly Range[], last: number): boolean {
  const tail = items[items.length - 1]!;
  const joint = jointBefore(text, last);
  const end = text[tail.end - 1];
  return (
    items.length > 1 &&
    Math.min(joint - tail.start, tail.end - last) > 2 &&
    text[joint - 1] === end &&
    items.every((item) => text[item.end - 1] === end)
  );
}

const JOINTS = new Characters('和与及或跟同以加');
/** What joins with a second character only: 以及; 心电图、心肌酶谱|加上|CT. */
const OF_TWO: Readonly<Record<string, string>> = { 以: '及', 加: '上' };

/**
 * Where 和 与 及 以及 或 within a member end that may part it; not those inside words (和平, 参与, 普及), unless what follows begins as the
 * list does: 县财政局和县水利局 is not about 和县.
 */
function conjunctions(text: string, { start, end }: Range, words: Words, lead: string): number[] {
  const found: number[] = [];
  let depth = 0;
  for (let i = start; i < end; i++) {
    const role = roleAt(text, i);
    if (role === OPENS) depth++;
    else if (role === CLOSES) depth--;
    if (!JOINTS.at(text, i) || depth > 0 || i === start || i + 1 >= end) continue;
    const second = OF_TWO[text[i]!];
    if (second !== undefined) {
      if (text[i + 1] === second) found.push(++i + 1);
    } else if (isInName(text, i)) continue;
    else if (text[i + 1] === lead || !words.straddles(text, i, i + 1)) found.push(i + 1);
  }
  return found;
}

/** What stands around the 和 in the names of organs: 市工业|和|信息化局. */
const ORGANS_WITH_AND = wordsOf(
  '工业和信息化 发展和改革 住房和城乡建设 人力资源和社会保障 文化和旅游 自然资源和规划 规划和自然资源 卫生和计划生育 林业和草原',
  '教育和体育 文化和体育 民族和宗教 科学技术和工业 商务和投资促进 城市管理和综合执法 网络安全和信息化 粮食和物资储备',
).map((name) => name.split('和') as [string, string]);

const isInName = (text: string, at: number): boolean =>
  text[at] === '和' &&
  ORGANS_WITH_AND.some(([before, after]) => text.endsWith(before, at) && text.startsWith(after, at + 1));

function endsAt(text: string, word: string, at: number): boolean {
  return at >= word.length && text.startsWith(word, at - word.length);
}
