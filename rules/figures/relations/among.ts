/**
 * What is said to be among a whole in clauses of their own: 115个项目完成投资136亿元。其中，省级8个，投资42亿元；市级27个，投资58亿元；县级80个，
 * 投资36亿元 — a column of parts for each whole; and a list behind a stop: 播种62万亩，比上年多2万亩；其中玉米38万亩、豆类12万亩，其他12万亩.
 */
import { lowerBound } from '../../../engine/lists.ts';
import type { Quantity } from '../../../language/quantities/quantities.ts';
import { boundAfter, boundBefore, FULL_STOP } from '../../../language/text/bounds.ts';
import { Characters } from '../../../language/text/characters.ts';
import { sumOf } from '../../../language/text/interval.ts';
import { areComplete } from './complements.ts';
import { isSeries, labelOf } from './labels.ts';
import { partsBehind, pushParts } from './parts.ts';
import { middle, type Relation } from './relation.ts';
import { depthAt, lead } from './sentences.ts';
import { adds, addsUp, FARTHEST, isNear, sumRelation } from './sums.ts';
import { pushSubset } from './wholes.ts';

/** Behind a stop, or with a mark behind it: what follows is a sentence of its own. */
const AMONG =
  /[。；，（(]\s?其中[，：:]|[。；]\s?其中|，其中|[。；][按从][^，。；、\d]{2,6}(?:划分|分类|分|来看|看)[，：:]/g;
/** A sentence is looked through so far for its wholes, and so far for their parts. */
const REACH = 160;
const SEMICOLON = new Characters('；');
/** Clauses with more figures than this are not compared. */
const MOST_COLUMNS = 4;

export function readAmong(text: string, figures: readonly Quantity[], found: Relation[]): void {
  if (figures.length < 2 || !(text.includes('其中') || text.includes('分，') || text.includes('看，')))
    return;
  for (const { 0: word, index } of text.matchAll(AMONG)) {
    const from = index + word.length;
    if (word === '，其中' && !goesOn(text, from)) continue;
    const reach = Math.max(0, index - REACH);
    const depth = depthAt(text, reach, index);
    // The wholes stand in the sentence before.
    const before = figuresFrom(figures, boundBefore(text, index, FULL_STOP, REACH), index).filter(
      (q) => q.end <= index && adds(q) && depthAt(text, reach, q.start) === depth,
    );
    if (before.length === 0 || (word.endsWith('看，') && isDivided(text, before))) continue;
    const rows = rowsBehind(text, figures, from);
    const farther = figuresFrom(figures, reach - REACH, before[0]!.start);
    if (rows.length > 1) readRows(text, { before, farther, rows }, found);
    else if (rows[0] && /^[。；]/.test(word)) {
      readOnly(text, before, rows[0], found);
      // 新签42个，其中超亿元27个。从产业看，…: what the sentence before begins with.
      const divided = /[看分类][，：:]$/.test(word) && !word.includes('其中');
      const whole = word.endsWith('看，') ? before.slice(0, 1) : before;
      readList(text, { before: whole, row: rows[0], from, divided }, found);
    }
  }
}

/** 分部门看：税务部门完成3.62亿元…；财政部门完成1.24亿元。从月度看，: the sentence before divides another way what was told before it. */
function isDivided(text: string, before: readonly Quantity[]): boolean {
  const [first] = before;
  const last = before.findLast((q) => q.dimension === first!.dimension)!;
  const head = text.slice(boundBefore(text, first!.start, FULL_STOP, REACH), first!.start);
  return /[看分类][，：:]/.test(head) || SEMICOLON.isIn(text, first!.end, last.start);
}

/** Whether clauses that a semicolon parts follow before the full stop. */
function goesOn(text: string, from: number): boolean {
  const at = SEMICOLON.next(text, from, boundAfter(text, from, FULL_STOP, REACH));
  return text[at] === '；';
}

/** The figures that begin in a stretch: a line may hold thousands of them, and of 其中 too. */
function figuresFrom(figures: readonly Quantity[], from: number, to: number): readonly Quantity[] {
  const startOf = ({ start }: Quantity) => start;
  return figures.slice(lowerBound(figures, from, startOf), lowerBound(figures, to, startOf));
}

/** The figures of each clause up to the full stop, those in brackets and rates left out. */
function rowsBehind(text: string, figures: readonly Quantity[], from: number): (readonly Quantity[])[] {
  const to = boundAfter(text, from, FULL_STOP, 3 * REACH);
  const rows: Quantity[][] = [[]];
  let last = from;
  for (const q of figuresFrom(figures, from, to)) {
    if (q.end > to) continue;
    if (text.slice(last, q.start).includes('；') && rows.at(-1)!.length > 0) rows.push([]);
    last = q.end;
    if (adds(q) && depthAt(text, from, q.start) <= 0) rows.at(-1)!.push(q);
  }
  const filled = rows.filter((row) => row.length > 0);
  return filled.length === 1 ? columnsOf(filled[0]!) : filled;
}

/** 工业32个、投资86亿元，农业14个、投资17亿元: clauses that a comma parts are told by what comes again. */
function columnsOf(row: readonly Quantity[]): (readonly Quantity[])[] {
  const [first, second] = row;
  const again = row.length >= 4 && row.length % 2 === 0 && first!.dimension !== second!.dimension;
  if (!again || !row.every((q, i) => q.dimension === (i % 2 === 0 ? first! : second!).dimension))
    return [row];
  return row.flatMap((q, i) => (i % 2 === 0 ? [[q, row[i + 1]!]] : []));
}

/** 共260人。其中受表彰的|300人: more than the only figure of its kind in the sentence before. */
function readOnly(
  text: string,
  before: readonly Quantity[],
  [part]: readonly Quantity[],
  found: Relation[],
): void {
  if (part!.kind !== 'people' && part!.kind !== 'count' && part!.kind !== 'place') return;
  const wholes = before.filter(({ dimension }) => dimension === part!.dimension);
  const [whole] = wholes;
  if (
    !whole ||
    wholes.length > 1 ||
    (whole.unit !== part!.unit && whole.kind !== 'people') ||
    part!.low <= whole.high ||
    // 运输生产指数为178.8点。其中，货运指数为211.2点: an index is no sum of others.
    whole.unit === '点' ||
    // 日均开行11243列。其中，5月1日开行13752列
    /[年月周日]均|平均|上升|下降|回升/.test(lead(text, whole)) ||
    SAYS.test(text.slice(Math.max(0, part!.start - SAID_REACH), part!.start))
  )
    return;
  const held: Relation[] = [];
  pushSubset({ whole, part: part!, among: true }, held);
  found.push(...held.map((relation) => ({ ...relation, doubtful: true as const })));
}

/** 发布两项成果。其中，《计划》提出数据供给、算力普惠等|8项|: what one of them says. */
const SAYS = /其中，?《[^《》]{1,30}》(?:共|还|首次)?(?:提出|明确|规定|部署|列出|收录)[^。；]{0,80}$/;
const SAID_REACH = 80;

/** 其中玉米38万亩、豆类12万亩，其他12万亩 behind a stop: one whole, the last of that kind. */
function readList(
  text: string,
  {
    before,
    row,
    from,
    divided,
  }: {
    readonly before: readonly Quantity[];
    readonly row: readonly Quantity[];
    readonly from: number;
    /** 从单位看, 按科目分: what follows parts the whole, so that it is no more than it. */
    readonly divided: boolean;
  },
  found: Relation[],
): void {
  const parts = partsBehind(text, { figures: row, start: from }, 0, 'among');
  if (!parts) return;
  const only = wholeOf(text, before, parts);
  const total = only ?? wholeOfAll(text, before, parts);
  if (!total) return;
  const held: Relation[] = [];
  const over =
    divided && middle(sumOf(parts)) > total.high && isNear(middle(sumOf(parts)), total, FARTHEST.told);
  pushParts(text, { total, parts, tie: over ? 'listed' : 'among' }, held);
  // Another division of the same whole may hold.
  const reading = divided ? ({ reading: 'total' } as const) : {};
  found.push(
    ...held.map((one) => ({ ...one, ...reading, ...(only && !divided ? {} : { doubtful: true as const }) })),
  );
}

/** Of several, the last that they come to, or the last there is, where the names of the parts leave nothing out: …、其他类9件. */
function wholeOfAll(text: string, before: readonly Quantity[], parts: readonly Quantity[]) {
  const labels = parts.map((part) => labelOf(text, part.start - LABEL_REACH, part));
  if (!areComplete(labels)) return undefined;
  const sum = sumOf(parts);
  const wholes = before.filter(
    (q) =>
      q.unit === parts[0]!.unit &&
      !/^[比较]|发[出放]/.test(lead(text, q)) &&
      isNear(middle(sum), q, FARTHEST.told),
  );
  return wholes.findLast((q) => addsUp(sum, q)) ?? wholes.at(-1);
}

/** The one figure before that may hold them, told once or again, beside what was planned of it; undefined where there are several. */
function wholeOf(
  text: string,
  before: readonly Quantity[],
  parts: readonly Quantity[],
): Quantity | undefined {
  const [first] = parts;
  const largest = Math.max(...parts.map(({ value }) => value));
  const wholes = before.filter((q) => q.dimension === first!.dimension && q.value > largest);
  const sum = sumOf(parts);
  const done = wholes.some((q) => addsUp(sum, q)) ? wholes : wholes.filter((q) => !isBesides(text, q));
  const of = done.length > 0 ? done : wholes;
  return new Set(of.map(({ value }) => value)).size === 1 ? of.at(-1) : undefined;
}

/** 完成9.36亿元，|为年初预算|18亿元|的52%: what is held beside what was done. */
const isBesides = (text: string, q: Quantity) =>
  BESIDES.test(lead(text, q)) && OF_IT.test(text.slice(q.end, q.end + 2));
const BESIDES = /^(?:为|占|完成|达到?)[^，。；、\d]{0,6}(?:预算|计划|目标|任务)数?$/;
const OF_IT = /^的\d/;

/** 总投资486亿元，年度投资|98亿元|: of several the one that the column comes to. */
const wholeThatHolds = (before: readonly Quantity[], column: readonly Quantity[]): Quantity | undefined =>
  before.findLast((q) => q.dimension === column[0]!.dimension && addsUp(sumOf(column), q));

interface Rows {
  readonly before: readonly Quantity[];
  /** What is told before the sentence with the wholes. */
  readonly farther: readonly Quantity[];
  readonly rows: readonly (readonly Quantity[])[];
}

/** 计划实施|126个|。已开工102个。其中，…: the nearest to what the column comes to, of what is told farther back as well. */
function nearest(
  whole: Quantity | undefined,
  farther: readonly Quantity[],
  column: readonly Quantity[],
): Quantity | undefined {
  const sum = sumOf(column);
  if (!whole || addsUp(sum, whole)) return whole;
  const off = ({ value }: Quantity) => Math.abs(value - middle(sum));
  const others = farther.filter((q) => q.unit === whole.unit && adds(q) && off(q) < off(whole));
  return others.reduce((best, q) => (off(q) < off(best) ? q : best), whole);
}

/** 省级8个，投资42亿元；市级27个，投资58亿元；县级80个，投资36亿元 */
function readRows(text: string, { before, farther, rows }: Rows, found: Relation[]): void {
  const [head] = rows;
  const bare = rows.map((row) => row.filter(({ kind }) => kind !== 'percent'));
  // 工资性收入10640元，占67.1%；经营净收入2680元: the share of some is told with them.
  if (rows.some((row) => row.length !== head!.length) && bare.every((row) => row.length === 1)) {
    readRows(text, { before, farther, rows: bare }, found);
    return;
  }
  const width = head!.length;
  if (width > MOST_COLUMNS) return;
  const alike = rows.every(
    (row) =>
      (row.length === width || saysNone(text, row)) &&
      row.length <= width &&
      row.every((q, c) => q.dimension === head![c]!.dimension),
  );
  if (!alike) return;
  const columns = head!.map((_, c) => rows.flatMap((row) => row[c] ?? []));
  const wholes = columns.map((column) => {
    const others = width === 1 ? wholeOfAll(text, before, column) : wholeThatHolds(before, column);
    return nearest(wholeOf(text, before, column) ?? others, farther, column);
  });
  const right = columns.filter((column, c) => wholes[c] && addsUp(sumOf(column), wholes[c]));
  const labels = rows.map(([part]) => labelOf(text, part!.start - LABEL_REACH, part!));
  // Where one column comes to its whole, the clauses name all there is.
  if (right.length === 0 && !areComplete(labels) && !isSeries(labels)) {
    // 其中，道路事故8起；工矿事故3起；火灾2起: a list, whatever parts it.
    if (width === 1 && wholes[0])
      pushParts(text, { total: wholes[0], parts: columns[0]!, tie: 'among' }, found);
    return;
  }
  for (const [c, column] of columns.entries()) {
    const total = wholes[c];
    if (!total) continue;
    const sum = sumOf(column);
    const holds = addsUp(sum, total);
    if (!holds && !isNear(middle(sum), total, FARTHEST.told)) continue;
    found.push(sumRelation(column, total, { reading: 'parts', holds, among: true, doubtful: true }));
  }
}

/** 火灾事故2起、|无人员伤亡: none of what is told next. */
const saysNone = (text: string, row: readonly Quantity[]) =>
  /^[，、,](?:无|没有|未)/.test(text.slice(row.at(-1)!.end, row.at(-1)!.end + 3));

/** The name of a clause stands so far before its first figure. */
const LABEL_REACH = 16;
