/** What is said again at the end of a clause: 数据共享，数据共享, and 加大支持力度加大, a sentence begun anew while it was being written. */
import type { Paragraph } from '../../../engine/paragraph.ts';
import { CLAUSE_STOPS } from '../../../language/text/bounds.ts';
import { Characters, DIGITS, ShortList } from '../../../language/text/characters.ts';
import { wordsOf } from '../../../language/text/pattern.ts';
import { isHanRun } from '../../../language/text/scan.ts';
import type { Doubled } from './doubled.ts';

const COMMAS = new Characters('，；');
/** The shortest and the longest end of a clause that is a clause of its own behind the comma; longer ones are whole clauses. */
const SHORTEST = 2;
const LONGEST = 12;

const OUTCOMES = new Characters('才就方则便也');

/** What is done to something, and named before it. */
const ACTS = new ShortList(
  wordsOf(
    '完成 加强 推进 推动 提高 提升 增强 确保 贯彻 开展 实现 促进 坚持 做好 抓好 强化 深化 健全 完善 构建 打造 聚焦 突出 落实 优化 巩固 拓展 培育 规范 严守',
    '发扬 弘扬 维护 加大 加快 纳入 列入 取得 建立 成立 制定 听取 召开 采取 形成 发挥 承担 履行 夯实 压实 破解 改善 营造 争取 扩大',
  ),
);
const ACT = 2;
/** How far from its beginning a clause may do the same again, at least and at most. */
const NEAREST = 5;
const FARTHEST = 30;
/** 效率有待提高, 水平不断提高: said of what stands before. */
const SAID_OF_IT = new Characters(
  '待到断续步显著幅渐快速稳面力会所需应可能要得再更被受经未于以的地和与及、性新大有',
);
/** What may stand before the first. */
const LEADS = new Characters('要应须将并');

/** What joins two things. */
const JOINS = new Characters('和与及');
const STOPS = new Characters('，。；');
/** What leads to two things that are named, not to one of which the beginning is left off (半机械化和机械化). */
const LEADS_TO_TWO = /(?:[的了]|提高|增强|激发|调动|发挥|提升|加强|推进|促进|保障|改善|坚持)$/;

/** Those of a paragraph, in text order. */
export function saidAgain({ text }: Paragraph): Doubled[] {
  const found: Doubled[] = [];
  let from = 0;
  let done = text.indexOf(DONE);
  while (from < text.length) {
    const end = CLAUSE_STOPS.next(text, from, text.length);
    if (done >= 0 && done < from) done = text.indexOf(DONE, from);
    const again =
      tailBehind(text, end) ??
      actAgain(text, from, end) ??
      doneAgain(text, done, end) ??
      besideItself(text, end);
    if (again) found.push(again);
    from = end + 1;
  }
  return found;
}

/** The end of the clause before a comma where the next clause is nothing else. */
function tailBehind(text: string, comma: number): Doubled | undefined {
  if (!COMMAS.at(text, comma)) return undefined;
  const end = CLAUSE_STOPS.next(text, comma + 1, Math.min(text.length, comma + LONGEST + 2));
  const length = end - comma - 1;
  const start = comma - length;
  if (length < SHORTEST || length > LONGEST || !CLAUSE_STOPS.at(text, end)) return undefined;
  const word = text.slice(start, comma);
  if (!text.startsWith(word, comma + 1) || !isHanRun(text, start, comma)) return undefined;
  // 更贴心；贴心，才能创新: taken up again, to say what comes of it.
  if (text[end] === '，' && OUTCOMES.at(text, end + 1)) return undefined;
  // A clause that has more before its end: 要抓早抓小，抓早抓小 may be meant.
  if (text[start - 1] !== '、' && !isHanRun(text, start - 2, start)) return undefined;
  return { start, end, word, severity: 'info' };
}

/** The act that a clause begins with, or that somebody is to do (县财政要加大…), again at its end. */
function actAgain(text: string, from: number, end: number): Doubled | undefined {
  const again = end - ACT;
  if (ACTS.wordAt(text, again) === undefined || SAID_OF_IT.at(text, again - 1)) return undefined;
  const word = text.slice(again, end);
  const first = text.indexOf(word, Math.max(from, again - FARTHEST));
  if (again - first < NEAREST || !(first === from || LEADS.at(text, first - 1))) return undefined;
  return { start: again, end, word, severity: 'info', first };
}

const DONE = '完成';
/** So many characters name what is done, and more may hold another clause. */
const SHORTEST_TASK = 2;
const LONGEST_TASK = 8;
/** What is done in the second place, where the first may be said of it: 完成情况好于完成任务较重的地区. */
const TASKS = new ShortList(['任务', '目标', '投资']);
const FIGURES = new Characters(DIGITS);
const GOES_ON = new Characters('的了并和与及后未已、率量应可将而需况');

/** 完成招商引资完成任务3000万元: what is done, done again. `first`: where it is done first, if anywhere from the clause on. */
function doneAgain(text: string, first: number, end: number): Doubled | undefined {
  if (first < 0 || first >= end) return undefined;
  const task = first + DONE.length;
  const again = text.indexOf(DONE, task);
  const length = again - task;
  if (again < 0 || again >= end || length < SHORTEST_TASK || length > LONGEST_TASK) return undefined;
  if (GOES_ON.isIn(text, task, again) || !isHanRun(text, task, again)) return undefined;
  const behind = again + DONE.length;
  if (!FIGURES.at(text, behind) && !TASKS.isAt(text, behind)) return undefined;
  return { start: again, end: behind, word: DONE, severity: 'info', first };
}

/** 提高居民的主动性和主动性，: a word joined to itself, as where a program put the same for both. `end`: of the clause. */
function besideItself(text: string, end: number): Doubled | undefined {
  if (end < text.length && !STOPS.at(text, end)) return undefined;
  for (let length = SHORTEST; length <= LONGEST_JOINED; length++) {
    const join = end - length - 1;
    if (!JOINS.at(text, join)) continue;
    const start = join - length;
    const word = text.slice(start, join);
    if (start < 0 || !text.startsWith(word, join + 1) || !isHanRun(text, start, join)) return undefined;
    if (!LEADS_TO_TWO.test(text.slice(Math.max(0, start - SHORTEST), start))) return undefined;
    return { start, end, word };
  }
  return undefined;
}
/** No word that is joined to another so has more characters. */
const LONGEST_JOINED = 4;
