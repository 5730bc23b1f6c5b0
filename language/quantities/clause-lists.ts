/**
 * Lists of clauses that each name what is counted: 3月为动员阶段，4月至8月为整治阶段，9月为总结阶段 · 生产标准化，加工精细化 ·
 * 带头学习，带头实干 · 综合组由张某任组长，宣传组由李某任组长.
 * Offsets are UTF-16 units relative to the text given.
 */
import type { Range } from '../../engine/finding.ts';
import { boundAfter, PHRASE_STOPS, SENTENCE_STOPS } from '../text/bounds.ts';
import { Characters, DIGITS } from '../text/characters.ts';
import { ONE_TO_TEN } from '../text/numerals.ts';
import type { Words } from '../text/words.ts';
import type { List } from './enumerations.ts';

/** Longer clauses say more than what a member is called. */
const LONGEST = 24;
/** More are no list of a sentence. */
const MOST = 12;
const JOINED = new Characters('，,；;');

/**
 * The clauses from `start` on that end with the word, or that all begin with it, each with the word but once. Undefined where fewer than
 * two do, and where the sentence has the word again behind them: then another may be told in other words.
 * @param word what is counted: 阶段, 化, 带头
 */
export function clausesNaming(text: string, start: number, word: string): List | undefined {
  const items = clausesWhere(text, start, namingOf(text, start, word), word);
  const last = items.at(-1);
  if (last === undefined || items.length < 2) return undefined;
  const rest = text.slice(last.end, boundAfter(text, last.end, SENTENCE_STOPS, REST));
  if (rest.includes(word)) return undefined;
  return listOf(start, items);
}

/**
 * “三个注重”。|注重防范，…。注重管控，…。注重结果，…: the sentences from `start` on that begin with the word. Undefined where one of them has
 * it again, or what follows does: 区分故意和过失，区分私心和公心。
 */
export function sentencesBeginning(text: string, start: number, word: string): List | undefined {
  const items: Range[] = [];
  let at = start;
  while (text.startsWith(word, at) && items.length < MOST) {
    const end = boundAfter(text, at, SENTENCE_STOPS);
    const again = text.indexOf(word, at + word.length);
    if (again >= 0 && again < end) return undefined;
    items.push({ start: at, end });
    at = end + 1;
  }
  const last = items.at(-1);
  if (last === undefined || items.length < 2 || text.slice(at, at + FURTHER).includes(word)) return undefined;
  return listOf(start, items);
}

/** One or more items, in text order, as a list that has so many members and no more. @param start of the list, at the first of them or before it */
export function listOf(start: number, items: readonly Range[]): List {
  const { length } = items;
  const last = items[length - 1]!;
  return {
    start,
    end: last.end,
    items,
    min: length,
    max: length,
    last,
    open: false,
    closed: false,
    pair: false,
  };
}

/** How far behind the last sentence another would have to stand. */
const FURTHER = 200;

/** How far behind the last of them another would have to stand. */
const REST = 60;

/** A verb and what it is done to; longer clauses say more than what is to be done. */
const SHORTEST_ACT = 4;
const LONGEST_ACT = 16;
/** With what a clause begins that tells how, or what for. */
const REMARKS = new Characters('以并从使让力确推促实进不切全努做是为着再还要把既又也');

/**
 * 办好三件事：|筹建疗休养基地，调解劳动争议，发放高温津贴。: the clauses of a sentence that each tell, verb first, something to be done, and have
 * no word in common; one that the dictionary knows as a thing may be a member or not. Undefined where one of them may be a remark on those
 * before it.
 */
export function clausesOfActs(text: string, start: number, words: Words): List | undefined {
  const end = boundAfter(text, start, SENTENCE_STOPS);
  if (text[end] !== '。') return undefined;
  const mark = text[boundAfter(text, start, PHRASE_STOPS, LONGEST)];
  const items: Range[] = [];
  for (let at = start; at < end; at = items.at(-1)!.end + 1) {
    const stop = boundAfter(text, at, PHRASE_STOPS, LONGEST);
    if (stop < end && (text[stop] !== mark || !JOINED.at(text, stop))) return undefined;
    if (stop - at < SHORTEST_ACT || stop - at > LONGEST_ACT || REMARKS.at(text, at)) return undefined;
    items.push({ start: at, end: stop });
  }
  const acts = items.filter((item) => isAct(text.slice(item.start, item.end), words)).length;
  const { length } = items;
  if (length < 3 || acts < length - 1) return undefined;
  return { ...listOf(start, items), min: acts, max: length + joinedIn(text, items) };
}

/** 增派, 资助, 整理: with what words begin that the dictionary knows as things as well. */
const ACTS = new Characters(
  '增减加建改修扩培发检备清整制设立开举办组选评引招搭挖种铺架编印购添配换拆补查排签资调协筹',
);
/** 设立公司和补充资金 may be two. */
const joinedIn = (text: string, items: readonly Range[]) =>
  items.filter(({ start, end }) => AND.isIn(text, start, end)).length;
const AND = new Characters('和与及');
const COLON = new Characters('：');
/** 储|足, 备|齐: what comes of it stands behind the verb. */
const DONE = new Characters('好足齐通准实牢紧稳活严细优强上下出');

function isAct(clause: string, words: Words): boolean {
  const [verb, object] = words.segment(clause);
  return object !== undefined && (verb!.tag.startsWith('v') || ACTS.at(clause, 0) || DONE.at(clause, 1));
}

/** 以下三项工作。|抓紧完善设计，争取获批；协调授信；加快建设。: the parts of a sentence between semicolons, none of them a remark on the others. */
export function partsOfSentence(text: string, start: number): List | undefined {
  const end = boundAfter(text, start, SENTENCE_STOPS);
  const items = partsBetween(text, start, end);
  const { length } = items;
  if (length < 3 || REMARKS.at(text, items[length - 1]!.start) || COLON.isIn(text, start, end))
    return undefined;
  return { ...listOf(start, items), max: length + joinedIn(text, items) };
}

/**
 * “四个不够”：|思想重视不够，…；资源整合不够，…；群众参与不够，…。: the parts between semicolons, each with a first clause that ends with the word.
 * Undefined where one of them has another.
 */
export function partsNaming(text: string, start: number, word: string): List | undefined {
  const end = boundAfter(text, start, SENTENCE_STOPS);
  const names = ({ start: at }: Range) => {
    const clause = boundAfter(text, at, PHRASE_STOPS, LONGEST);
    return text.endsWith(word, clause) && clause - at > word.length;
  };
  const items = partsBetween(text, start, end);
  return items.length > 1 && items.every(names) ? listOf(start, items) : undefined;
}

/** What semicolons part between two offsets, in brackets as well. */
function partsBetween(text: string, start: number, end: number): Range[] {
  const items: Range[] = [];
  for (let at = start; at < end; at = items.at(-1)!.end + 1)
    items.push({ start: at, end: boundAfter(text, at, SEMICOLONS, end - at) });
  return items;
}
const SEMICOLONS = new Characters('；;');

function namingOf(text: string, start: number, word: string): Naming {
  if (text.startsWith(word, start)) return beginsOnce;
  const first = text.slice(start, boundAfter(text, start, PHRASE_STOPS, LONGEST));
  return first.endsWith(word) ? endsOnce : calledOnce;
}

/** How a clause has the word. */
type Naming = (clause: string, word: string) => boolean;

function clausesWhere(text: string, start: number, names: Naming, word: string): readonly Range[] {
  const items: Range[] = [];
  let at = start;
  let says: boolean | undefined;
  while (items.length < MOST) {
    const end = boundAfter(text, at, PHRASE_STOPS, LONGEST);
    const clause = text.slice(at, end);
    // 3月为动员阶段，…，目前已进入第三阶段: the last speaks of them.
    says ??= SAYS.test(clause);
    if (!names(clause, word) || SAYS.test(clause) !== says || ORDINAL.test(clause)) break;
    items.push({ start: at, end });
    at = end + 1;
    if (!JOINED.at(text, end)) break;
  }
  return items;
}

/** What a clause tells when, or where, a stage is with. */
const SAYS = /[为是]/;
const ORDINAL = new RegExp(`第[${ONE_TO_TEN}\\d]`);

const endsOnce: Naming = (clause, word) => {
  const at = clause.indexOf(word);
  return at > 0 && at + word.length === clause.length;
};

/** 综合组|由…, 东村|修路: what it is called, and what is said of it. */
const calledOnce: Naming = (clause, word) => {
  const at = clause.indexOf(word);
  // 两组同时出发，一组走北线: so many of them, and no name.
  return at > 0 && at <= LONGEST_NAME && at + word.length < clause.length && !NUMERALS.at(clause, at - 1);
};
const LONGEST_NAME = 4;
const NUMERALS = new Characters(`两几各${ONE_TO_TEN}`, DIGITS);

const beginsOnce: Naming = (clause, word) => clause.length > word.length && clause.lastIndexOf(word) === 0;
