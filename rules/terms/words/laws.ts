/** Titles of laws and regulations, and the one that a misquoted title is near to. */
import { once } from '../../../engine/once.ts';
import { rows as documentRows } from '../../../generated/terms-documents.ts';
import { rows } from '../../../generated/terms-laws.ts';
import { Characters, commonStart, DIGITS } from '../../../language/text/characters.ts';
import { ONE_TO_TEN } from '../../../language/text/numerals.ts';

const titles = once<ReadonlySet<string>>(() => new Set(rows.all().map(({ title }) => title)));

/** A title that is shorter than its law by so many characters may still be meant: 环保法 for 环境保护法. */
const LEFT_OUT = 3;
/** One that is longer by so many: 安全生产管理法. */
const PUT_IN = 2;
/** In a shorter title another first character makes another law: 契税法, 关税法; 防汛法 is none. */
const SHORTEST = 4;
/** In a title so long a word may be another: 村民委员会自治法. */
const LONG = 7;
const WORD = 2;

/**
 * The title that is meant by one which is on no list: of which it leaves characters out or puts one or two in, or that differs in one character.
 * @param common so many characters at the beginning are common to all titles
 * @returns undefined for a title on the list, and where several or none are near
 */
export function nearestLaw(written: string, common: number): string | undefined {
  if (titles().has(written)) return undefined;
  const near = [...titles()].filter((title) => isNear(written.slice(common), title.slice(common)));
  const apart = (title: string) => Math.abs(title.length - written.length);
  const least = Math.min(...near.map(apart));
  const nearest = near.filter((title) => apart(title) === least);
  if (nearest.length === 0) return otherwiseCalled(written, (title) => titles().has(title));
  return nearest.length === 1 ? nearest[0] : undefined;
}

/** What such a title may end in: 政府信息公开法 for 政府信息公开条例, 纪律处分规定 for 纪律处分条例. */
const SORTS = ['法', '条例', '规定', '办法'];
/** What it begins with is a matter of its own, not the beginning of another title. */
const SHORTEST_MATTER = 4;

function otherwiseCalled(written: string, isTitle: (title: string) => boolean): string | undefined {
  // 办法 before 法.
  const sort = SORTS.toReversed().find((end) => written.endsWith(end));
  if (sort === undefined) return undefined;
  const matter = written.slice(0, -sort.length);
  if (matter.length < SHORTEST_MATTER || /实施$/.test(matter)) return undefined;
  return SORTS.map((end) => matter + end).find(isTitle);
}

/** A regulation with a shorter title is one character apart from too many others. */
const SHORTEST_REGULATION = 8;

/**
 * The regulation without 中华人民共和国 in its title that is meant by one which is on no list and differs in one character; provinces and
 * cities have regulations of their own, so that no more is guessed.
 */
export function nearestRegulation(written: string): string | undefined {
  if (written.length < SHORTEST_REGULATION || titles().has(written)) return undefined;
  const near = [...titles()].filter(
    (title) => title.length === written.length && differences(title, written) === 1,
  );
  if (near.length === 0) return withoutManagement(written);
  return near.length === 1 ? near[0] : undefined;
}

const MANAGEMENT = /管理(?=条例$)/;

/** 保障农民工工资支付条例 for 保障农民工工资支付管理条例, by habit. */
function withoutManagement(written: string): string | undefined {
  const title = written.replace(MANAGEMENT, '');
  return title !== written && title.length >= SHORTEST_REGULATION && titles().has(title) ? title : undefined;
}

const ORGANS = /^(?:(?:最高人民法院|最高人民检察院|公安部|司法部|中共中央|国务院)、?)+/;
const EDITION = /（[^）]{1,20}）$/;
/** Without those who issued it and without its edition: either is left out at will. */
const bareTitle = (title: string) => title.replace(EDITION, '').replace(ORGANS, '');
/** What titles have or leave out with no difference in what they are about, the word that says what they are among it. */
const WORDING =
  /[的和与及、“”]|若干|有关|问题|具体|应用|适用|(?:解释|规定|批复|意见|解答|纲要|规划|规划纲要)$/g;
const keyOf = (title: string) => bareTitle(title).replace(WORDING, '');

const documents = once(() => {
  const all = documentRows.all().map(({ title, kind }) => ({ title, kind, bare: bareTitle(title) }));
  const byKey = new Map<string, string[]>();
  for (const { title } of all) {
    const key = keyOf(title);
    byKey.set(key, [...(byKey.get(key) ?? []), title]);
  }
  return { all, bareTitles: new Set(all.map(({ bare }) => bare)), byKey };
});
/** Shorter titles are one word apart from too many others. */
const SHORTEST_DOCUMENT = 8;
const LOST = 2;

/**
 * The judicial interpretation, party regulation or plan that is meant by a title which is on no list: worded otherwise where it says
 * nothing (…问题的解释 for …若干问题的规定); of regulations and plans also one that differs in a character or leaves out two.
 */
export function nearestDocument(written: string): string | undefined {
  const bare = bareTitle(written);
  if (bare.length < SHORTEST_DOCUMENT) return undefined;
  const { all, bareTitles, byKey } = documents();
  if (bareTitles.has(bare)) return undefined;
  const worded = byKey.get(keyOf(written)) ?? [];
  if (worded.length > 0) return worded.length === 1 ? worded[0] : undefined;
  const near = all.filter(({ kind, bare: title }) => kind === 'document' && isSlip(bare, title));
  if (near.length > 0) return near.length === 1 ? near[0]!.title : undefined;
  return bare.startsWith(PARTY) ? otherwiseCalled(bare, (title) => bareTitles.has(title)) : undefined;
}
const PARTY = '中国共产党';

function isSlip(written: string, title: string): boolean {
  const lost = title.length - written.length;
  return lost === 0
    ? differences(written, title) === 1 && !isOtherNumber(written, title)
    : lost > 0 && lost <= LOST && isWithin(written, title);
}

const NUMERALS = new Characters(ONE_TO_TEN, DIGITS);

/** Whether two titles differ in a numeral: 第十四个五年规划, 第十五个五年规划. */
function isOtherNumber(one: string, other: string): boolean {
  const at = commonStart(one, other);
  return NUMERALS.at(one, at) && NUMERALS.at(other, at);
}

function isNear(written: string, title: string): boolean {
  if (written.at(-1) !== title.at(-1)) return title.length >= SHORTEST && isMisspelt(written, title);
  const more = title.length - written.length;
  if (more > 0) return more <= LEFT_OUT && written.length >= SHORTEST - 1 && isWithin(written, title);
  if (more < 0) return -more <= PUT_IN && title.length >= SHORTEST && isWithin(title, written);
  const apart = more === 0 ? differences(written, title) : 0;
  return (
    (apart === 1 && (written.length > SHORTEST || written[0] === title[0])) ||
    (apart === WORD && written.length >= LONG && written.endsWith('法'))
  );
}

/** 义务教育发. */
const isMisspelt = (written: string, title: string) =>
  /[发伐]$/.test(written) && title === `${written.slice(0, -1)}法`;

/** Whether all characters of `part` stand in `whole` in their order, the first one first. */
function isWithin(part: string, whole: string): boolean {
  if (part[0] !== whole[0]) return false;
  let at = 0;
  for (const char of whole) if (char === part[at]) at++;
  return at === part.length;
}

function differences(a: string, b: string): number {
  let count = 0;
  for (let i = 0; i < a.length; i++) if (a[i] !== b[i]) count++;
  return count;
}
