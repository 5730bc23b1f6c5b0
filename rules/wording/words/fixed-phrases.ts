/** Expressions of four characters in which another character stands than in all public documents: 挂图作站 for 挂图作战. */
import type { Words } from '../../../engine/language.ts';
import type { Paragraph } from '../../../engine/paragraph.ts';
import { uint32sOf } from '../../../language/text/packed.ts';
import { wordsOf } from '../../../language/text/pattern.ts';
import { syllables } from '../../../language/text/syllables.ts';
import { isInTitle } from '../../../language/text/word-rules.ts';
import { type ExpressionKind, expressionKind, GRAMMATICAL } from './expression-kinds.ts';
import { BY_CHANCE } from './misspelt.ts';
import { aroundSlot, FIXED_BITS, pairOfCharacters } from './near-miss-keys.mjs';
import { isNamed, type SoundAlike } from './sound-alikes.ts';

const LENGTH = 4;
/** Fixed characters by what stands around them, as `scripts/compile-near-misses.mjs` lays them out. */
const FIXED = uint32sOf('phrases.fixed');

/**
 * What is written with one other character at `[start, start + 4)`.
 * @param first the slot looked at, with its neighbour: 0 for the first half, 2 for the last
 */
export function strangerAt(paragraph: Paragraph, start: number, first: 0 | 2): SoundAlike | undefined {
  const { text } = paragraph;
  const kept = start + 2 - first;
  const pair = pairOfCharacters(text.charCodeAt(kept), text.charCodeAt(kept + 1));
  for (let slot = first; slot < first + 2; slot++) {
    const at = start + slot;
    const fixed = fixedAt(pair, text.charCodeAt(start + (slot ^ 1)), slot);
    if (fixed === 0 || fixed === text.charCodeAt(at)) continue;
    const end = start + LENGTH;
    const right = text.slice(start, at) + String.fromCharCode(fixed) + text.slice(at + 1, end);
    const wrong = text.slice(start, end);
    const { words } = paragraph.language;
    const kind = expressionKind(right, words) ?? (isFixedElsewhere(right, slot) ? 'unknown' : undefined);
    if (kind && isSlip(wrong, right, slot, kind, words) && isAlone(paragraph, start, end))
      return { start, end, wrong, right };
  }
  return undefined;
}

/** The character that belongs into a slot by what stands around it; 0 where any may. */
function fixedAt(pair: number, third: number, slot: number): number {
  const around = aroundSlot(pair, third, slot);
  const mark = around & 0xffff;
  for (
    let place = around >>> (32 - FIXED_BITS);
    FIXED[place] !== 0;
    place = (place + 1) & (FIXED.length - 1)
  ) {
    if (FIXED[place]! >>> 16 === mark) return FIXED[place]! & 0xffff;
  }
  return 0;
}

/** Whether an expression that the dictionary does not know is one by others of its characters: 凝心聚力. */
function isFixedElsewhere(right: string, slot: number): boolean {
  const fixed = [0, 1, 2, 3].filter((other) => {
    const kept = other < 2 ? 2 : 0;
    const pair = pairOfCharacters(right.charCodeAt(kept), right.charCodeAt(kept + 1));
    return other !== slot && fixedAt(pair, right.charCodeAt(other ^ 1), other) === right.charCodeAt(other);
  });
  return fixed.length >= 2;
}

/**
 * Whether what is written makes no sense by itself, nor another expression.
 * @param kind of the right expression
 */
export function isSlip(
  wrong: string,
  right: string,
  slot: number,
  kind: ExpressionKind | 'unknown',
  words: Words,
): boolean {
  if (words.has(wrong) || BY_CHANCE.has(wrong) || syllables[wrong.charCodeAt(slot)] === 0) return false;
  const half = slot < 2 ? wrong.slice(0, 2) : wrong.slice(2);
  const soundsAlike = syllables[wrong.charCodeAt(slot)] === syllables[right.charCodeAt(slot)];
  if (!soundsAlike && GO_WITH_ALL.has(slot < 2 ? wrong.slice(2) : wrong.slice(0, 2))) return false;
  if (kind === 'word')
    return (
      (soundsAlike || !GRAMMATICAL.at(wrong, slot)) &&
      !(words.has(wrong.slice(0, 2)) && words.has(wrong.slice(2)))
    );
  if (kind === 'led')
    return ![wrong.slice(1), wrong.slice(1, 3), wrong.slice(2)].some((part) => words.has(part));
  if (GRAMMATICAL.at(wrong, slot) && !soundsAlike) return false;
  // 当前形式 for 当前形势: two words, but these two no document puts together.
  return !words.has(half) || (soundsAlike && !GRAMMATICAL.at(right, slot) && !GRAMMATICAL.at(wrong, slot));
}

/** New words come beside these every year, and no dictionary has them: 双师工作, 加强学情分析, 全面配强. */
const GO_WITH_ALL = new Set(
  wordsOf(
    '工作 全面 干部 开展 加强 到位 进行 推进 推动 实施 建设 发展 管理 服务 活动 安排 要求 情况 制度 体系 机制 项目 做好 抓好 强化 深化 完善 健全 提升 提高 落实 保障 人员 队伍',
  ),
);

/** Whether it is neither a name nor in a title, and no word reaches into it. */
function isAlone({ text, language }: Paragraph, start: number, end: number): boolean {
  return !isInTitle(text, start) && !isNamed(text, start, end) && !language.words.straddles(text, start, end);
}
