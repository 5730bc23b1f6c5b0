/** Titles of laws and regulations, and the one that a misquoted title is near to. */
import { rows } from '../../../generated/terms-laws.ts';

const titles: ReadonlySet<string> = new Set(rows.map(({ title }) => title));

/** A title that is shorter than its law by so many characters may still be meant: 环保法 for 环境保护法. */
const LEFT_OUT = 3;
/** One that is longer by so many: 安全生产管理法. */
const PUT_IN = 2;
/** In a shorter title one other character makes another law: 契税法, 关税法. */
const SHORTEST = 4;

/**
 * The title that is meant by one which is on no list: of which it leaves characters out or puts one or two in, or that differs in one character.
 * @param common so many characters at the beginning are common to all titles
 * @returns undefined for a title on the list, and where several or none are near
 */
export function nearestLaw(written: string, common: number): string | undefined {
  if (titles.has(written)) return undefined;
  const near = [...titles].filter((title) => isNear(written.slice(common), title.slice(common)));
  const apart = (title: string) => Math.abs(title.length - written.length);
  const least = Math.min(...near.map(apart));
  const nearest = near.filter((title) => apart(title) === least);
  return nearest.length === 1 ? nearest[0] : undefined;
}

/** A regulation with a shorter title is one character apart from too many others. */
const SHORTEST_REGULATION = 8;

/**
 * The regulation without 中华人民共和国 in its title that is meant by one which is on no list and differs in one character; provinces and
 * cities have regulations of their own, so that no more is guessed.
 */
export function nearestRegulation(written: string): string | undefined {
  if (written.length < SHORTEST_REGULATION || titles.has(written)) return undefined;
  const near = rows.filter(
    ({ title }) => title.length === written.length && differences(title, written) === 1,
  );
  return near.length === 1 ? near[0]!.title : undefined;
}

function isNear(written: string, title: string): boolean {
  if (written.at(-1) !== title.at(-1)) return false;
  const more = title.length - written.length;
  if (more > 0) return more <= LEFT_OUT && written.length >= SHORTEST - 1 && isWithin(written, title);
  if (more < 0) return -more <= PUT_IN && title.length >= SHORTEST && isWithin(title, written);
  return more === 0 && written.length > SHORTEST && differences(written, title) === 1;
}

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
