/**
 * Leftovers by what they are made of (`readings`): each line is weighed with the place where it stands, and a line that is taken lends
 * to its neighbours, since leftovers come in runs.
 */
import type { Document } from '../../../engine/document.ts';
import { groupBy } from '../../../engine/lists.ts';
import type { Paragraph } from '../../../engine/paragraph.ts';
import { Characters } from '../../../language/text/characters.ts';
import { anyOf } from '../../../language/text/pattern.ts';
import { type Advert, type Gathered, neighbour, wholeLine } from './advert.ts';
import { residues } from './ai-marks.ts';
import { isAttached, isNextContact } from './attached.ts';
import { isBracket } from './brackets.ts';
import { type Chrome, chrome } from './chrome.ts';
import { isContactGiven } from './contact-given.ts';
import { isBareDate, isOffices, isSigner } from './office-lines.ts';
import { tellsOfService, tellsOfUse } from './offices.ts';
import { overlapWith } from './overlap.ts';
import { paywalls } from './paywall-notice.ts';
import {
  LIKELY_IN_BODY,
  LIKELY_INSIDE,
  LONE_INSIDE,
  leftBy,
  type Reading,
  readings,
  speaksToReader,
} from './reading.ts';
import { isToReader } from './spoken.ts';
import { holdsUntold } from './untold.ts';
import { PLACE_WEIGHTS, type Place, type Trait, weightOf } from './weights.ts';

/** Odds (logarithm) from which a line, a stretch inside one, is a leftover by what it is made of. */
const LIKELY = 0.4;
/** From here on its removal is safe, unless the line stands in the text. */
const CERTAIN = 3.5;
/** What is asked for beyond that of a line in the body that has but one word of an advert's. */
const LONE_IN_BODY = 1.5;
/** What each neighbour that is a leftover lends. */
const LENT = 1.5;
/** 文稿写作座谈会上的讲话: less speaks against a line that may be the title. */
const OF_TITLE = -1.5;
/**
 * So many lines that are leftovers by themselves, among no more than so many of the author's each, show that the text was copied from a
 * page, and lend to all others: two in the two thousand lines of a tender show nothing.
 */
const COPIED = 2;
const AMONG = 12;
const COPIED_LENT = 1.5;

/** 专家建议, 市场扫描: one word of an advert is what the author heads a part with. */
const bodyLevel = (reading: Reading): number =>
  LIKELY_IN_BODY + (reading.lone && leftBy(reading) === 'advert' ? LONE_IN_BODY : 0);

/** 这里可以结识同行，一起分享经验、交流心得: words that wish somebody well, speak to a reader or name a kind of text are the author's own in his sentence. */
const EVERYDAY: ReadonlySet<string> = new Set(['wish', 'you', 'sample', 'button', 'act']);

/** 你是否曾设想……轻松出行: so is one word that praises what is offered. */
const isEveryday = ({ trait, word, amount }: Trait) =>
  word === undefined ||
  EVERYDAY.has(trait) ||
  trait.endsWith('-common') ||
  (trait === 'offer' && amount === 1);

/** 公文写作基础（培训讲义）: the title of a text about official writing. */
function isOnWriting(text: string, { traits }: Reading): boolean {
  const words = traits.flatMap(({ word }) => (word ? [text.slice(word.start, word.end)] : []));
  return words.length > 0 && words.every((word) => ON_WRITING.has(word));
}
const ON_WRITING: ReadonlySet<string> = new Set([
  '公文',
  '写作',
  '公文写作',
  '写作培训',
  '写作技巧',
  '写作方法',
]);

/**
 * （八）虚构原价、谎称降价的；, 示例：: an item of a list, or the head of what is shown below, is no speech of a machine for a word of one;
 * 微信搜索“某某供水”公众号，关注后绑定户号 tells how something is done.
 */
function isItemOrLabel({ text, contentStart, contentEnd }: Paragraph, reading: Reading): boolean {
  if (!reading.whole) return false;
  if (tellsOfService(text)) return true;
  // 五、免责条款: a part of an agreement.
  if (leftBy(reading) === 'page') {
    const said = text.slice(contentStart, contentEnd);
    return IS_PART.test(said) || HEADING.test(said) || said === '特别提示';
  }
  if (leftBy(reading) !== 'machine') return false;
  return ITEM_END.at(text, contentEnd - 1) || SHOWN.test(text.slice(contentStart, contentEnd));
}
const IS_PART = /^[（(]?[一二三四五六七八九十\d]{1,3}[）)、.．][ \u3000]?(?:免责|保密|违约)条款$/;
/** 一、格式：: a heading of the author's. */
const HEADING = /^[（(]?[一二三四五六七八九十]{1,3}[）)]?、?[\u4e00-\u9fff]{2,6}[：:]?$/;
const ITEM_END = new Characters('；;');
const SHOWN = /^(?:(?:参考|格式|填写)?[示样]例|例如)[：:]$/;

/** What a page sets into a line is no longer, unless it names the page. */
const LONGEST_OF_PAGE = 40;
const NAMES_PAGE: ReadonlySet<string> = new Set(['site', 'brand', 'account', 'link', 'file', 'url']);

/** 大学生只要扫描下载该品牌的应用，就可以随时在线查看洗衣机状态: a sentence of the author's about what is done on pages. */
function isLongForPage(reading: Reading): boolean {
  const { start, end, traits } = reading;
  return (
    end - start > LONGEST_OF_PAGE &&
    leftBy(reading) === 'page' &&
    !traits.some(({ trait }) => NAMES_PAGE.has(trait))
  );
}

/** Whether a reading could be a leftover in a text that was copied from a page, a line between two others. */
export function mayCount(reading: Reading, at: Place): boolean {
  const { whole, score } = reading;
  if (!whole) return isStretch(reading, COPIED_LENT);
  const most = score + PLACE_WEIGHTS[at] + 2 * LENT + COPIED_LENT;
  return most >= (at === 'cover' || at === 'head' ? LIKELY : LIKELY_IN_BODY);
}

/** Whether a stretch inside a line is a leftover, with what the others in the text lend it. */
const isStretch = (reading: Reading, lent: number): boolean =>
  reading.score + PLACE_WEIGHTS.inside + lent >= LIKELY_INSIDE + (reading.lone ? LONE_INSIDE : 0) &&
  !reading.traits.every(isEveryday) &&
  !isLongForPage(reading);

/** Lines and stretches that are leftovers by what they are made of, and lines to which these lend. */
export function addRead(gathered: Gathered, isTitle: (paragraph: Paragraph) => boolean): void {
  const { document, place, lines, stretches } = gathered;
  const { waiting, faint } = readLines(gathered);
  const take = (paragraph: Paragraph, lent: number): boolean => {
    const reading = waiting.get(paragraph);
    if (!reading) return false;
    // ·安全生产责任清单: a shape alone is what authors give their lists.
    if (!reading.traits.some(isEvidence) || (lent > 0 && isBareDate(paragraph))) return false;
    if (lent === 0 && (isOnWriting(paragraph.text, reading) || isItemOrLabel(paragraph, reading)))
      return false;
    const at = place(paragraph);
    // Titles are made of the words of those who offer titles: nobody lends to the line with which the text begins.
    if (!isEnough(reading, at, isTitle(paragraph) && !isNumbered(reading) ? OF_TITLE : lent)) return false;
    waiting.delete(paragraph);
    const certain =
      at !== 'body' &&
      proofOf(reading) + PLACE_WEIGHTS[at] >= CERTAIN &&
      !mayBeLabel(reading) &&
      !holdsUntold(paragraph) &&
      !mayBeTitle(paragraph, reading);
    lines.set(paragraph, wholeLine(paragraph, { by: 'traits', reading }, certain, leftBy(reading)));
    return true;
  };
  // Each line taken lends to its neighbours, until none is taken any more.
  for (const paragraph of [...waiting.keys()]) take(paragraph, 0);
  const shared = isCopied(document, [...lines.values()].filter(tells).length) ? COPIED_LENT : 0;
  if (shared > 0) {
    stretches.push(...faint);
    for (const paragraph of [...waiting.keys()]) take(paragraph, shared);
  }
  const queue = [...lines.keys()];
  for (let line = queue.pop(); line; line = queue.pop()) {
    for (const step of [1, -1] as const) {
      const next = neighbour(document, line, step);
      if (!next || !waiting.has(next)) continue;
      const beyond = neighbour(document, next, step);
      const beside = beyond && lines.has(beyond) ? 2 * LENT : LENT;
      if (take(next, beside + shared)) queue.push(next);
    }
  }
}

function isCopied({ paragraphs }: Document, told: number): boolean {
  if (told < COPIED) return false;
  let lines = 0;
  for (const { blank } of paragraphs) if (!blank && ++lines > told * AMONG) return false;
  return true;
}

/** 篇二：局长在大会上的讲话: the title of one text among others. */
const isNumbered = ({ traits }: Reading): boolean => traits.some(({ trait }) => trait === 'collection');

/** Whether a line says by its words that it is a leftover. */
const tells = ({ reason }: Advert): boolean => reason.by !== 'traits' || reason.reading.telling;

/** Adds the stretches inside lines, and gives those and the lines that are leftovers if the odds are for it. */
function readLines({ document, place, lines, stretches }: Gathered): {
  readonly waiting: Map<Paragraph, Reading>;
  readonly faint: readonly Advert[];
} {
  const faint: Advert[] = [];
  const waiting = new Map<Paragraph, Reading>();
  const speaks = speaksToReader(document);
  const solicited = groupBy(stretches, ({ paragraph }) => paragraph);
  const ofLine = (paragraph: Paragraph): readonly Reading[] => {
    const read = paragraph.fact(readings).filter((reading) => mayCount(reading, place(paragraph)));
    if (read.length === 0 || isListed(document, paragraph)) return [];
    const isToldOf = toldOf(paragraph);
    return read.filter((reading) => !isToldOf(reading) && !(speaks && isToReader(reading.traits)));
  };
  for (const paragraph of document.paragraphsWith(readings)) {
    if (lines.has(paragraph) || isAuthors(document, paragraph)) continue;
    const known = solicited.get(paragraph);
    const isTaken = overlapWith(known ?? []);
    for (const reading of ofLine(paragraph)) {
      // Words that solicit say where the advert begins and ends in the author's line.
      if (reading.whole && !known) waiting.set(paragraph, reading);
      else if (!reading.whole && !isTaken(reading))
        (isStretch(reading, 0) ? stretches : faint).push(stretchOf(paragraph, reading));
    }
  }
  return { waiting, faint };
}

/** Whether a line is one of the attachments of the text, or of those to ask. */
const isListed = (document: Document, paragraph: Paragraph): boolean =>
  isAttached(document, paragraph) || isNextContact(document, paragraph);

/** A line that only an author writes: what an office says, a row of a table, a form's 帐号：＿＿＿＿　　帐号：＿＿＿＿, a signature. */
const isAuthors = (document: Document, paragraph: Paragraph): boolean =>
  isOffices(paragraph) ||
  isInTable(document, paragraph) ||
  LINE_TO_FILL.test(paragraph.content) ||
  isSigner(paragraph, document.lineBehind(paragraph));

const LINE_TO_FILL = /[：:]\s?[_＿]{3}/;

/** 如需修改发包人要求的，由发包人…: what an agreement says of a case. */
const isOnCondition = (text: string, { start, end, whole }: Reading) =>
  !whole && ON_CONDITION.test(text.slice(start, end));
const ON_CONDITION = /^如需[^，。；您你我]{1,16}的，/;

/** 会上，|（更多范文请登录）|张县长作了部署: sure only where a bracket holds it. */
function stretchOf(paragraph: Paragraph, reading: Reading): Advert {
  const { start, end, score, lone } = reading;
  const sure = score + PLACE_WEIGHTS.inside >= CERTAIN;
  return {
    paragraph,
    start,
    end,
    whole: false,
    side: leftBy(reading),
    reason: { by: 'traits', reading },
    certain: sure && !lone && isBracket(paragraph.text, start),
  };
}

/** Whether the odds for a line, with what its neighbours lend it, are as high as its place asks. */
function isEnough(reading: Reading, at: Place, lent: number): boolean {
  // 新粒子的生成和增长: one word that official texts have as well makes nobody a language model, unless it is said of 此稿.
  const proofs = reading.traits.filter((trait) => isOfMachine(trait) || trait.trait === 'self').length;
  if (!reading.telling && proofs < 2 && leftBy(reading) === 'machine') return false;
  const least = at === 'cover' || at === 'head' ? LIKELY : bodyLevel(reading);
  return reading.score + PLACE_WEIGHTS[at] + lent >= least + (reading.telling ? 0 : UNTOLD);
}
/** What is asked for beyond that of a line without a word that official texts hardly ever have. */
const UNTOLD = 0.4;

const isOfMachine = ({ trait, word }: Trait) => word !== undefined && weightOf(trait).side === 'machine';

/** What a reading scores without what the author has as well: the mark of a list, and characters that are in no word of ours. */
function proofOf({ score, traits }: Reading): number {
  const isWorded = traits.some(({ trait }) => trait === MOSTLY_WORDS);
  let proof = score;
  for (const { trait, amount } of traits)
    if (trait === 'item' || (trait === 'register' && !isWorded))
      proof -= Math.max(0, amount * weightOf(trait).weight);
  return proof;
}
const MOSTLY_WORDS = 'covered-60';

/** 买家版更新日志：, 站群白皮书：http://…: a line that announces what follows, or names what it gives the address of. */
function mayBeLabel(reading: Reading): boolean {
  const has = (trait: string) => reading.traits.some((t) => t.trait === trait);
  return leftBy(reading) === 'advert' ? has('open-end') : has('link');
}

const KINDS_OF_TEXTS = [
  '总结 报告 讲话稿? 发言稿? 计划 方案 体会 致[辞词] 主持词 材料 汇报 倡议书 承诺书 演讲稿? 党课 述职 职责 章程 制度 办法 规定 细则 规则 规范 规划 预案',
  '意见 通知 决定 公告 通告 通报 请示 批复 纪要 要点 事迹 讲稿 公约 须知 指南 手册 启事 汇编 清单 名单 安排 献词 贺词 誓词 一封信',
];
/** 小编培训班结业致辞, 网站管理员岗位职责: what the author's title ends in. */
const IN_BRACKET = '[（(【][^（）()【】]{1,16}[）)】]';
const ENDS_AS_TITLE = new RegExp(
  `^[^，。；：:>！？（(【]{4,50}(?:${anyOf(KINDS_OF_TEXTS)}(?:${IN_BRACKET})?|${IN_BRACKET})$`,
);

/** Whether a line may be the title of the text, whatever its words are: nobody takes it away unasked. */
const mayBeTitle = ({ content }: Paragraph, { traits }: Reading) =>
  !traits.some(({ trait }) => trait === 'account' || trait === 'url') && ENDS_AS_TITLE.test(content);

/** Whether a reading is none: another rule tells of a cut by the site, what a language model says, a page count; or the author gives an address. */
function toldOf(paragraph: Paragraph): (reading: Reading) => boolean {
  const isCut = overlapWith(paragraph.fact(paywalls));
  const isSpeech = overlapWith(paragraph.fact(residues).filter(({ what }) => what === 'speech'));
  const parts = paragraph.fact(chrome);
  const isPart = overlapWith(parts);
  const covers = (reading: Reading) =>
    isPart(reading) &&
    parts.some(
      (part) => (part.start <= reading.start && part.end >= reading.end) || isNoteOfTitle(paragraph, part),
    );
  return (reading) =>
    isCut(reading) ||
    isOnCondition(paragraph.text, reading) ||
    isSpeech(reading) ||
    covers(reading) ||
    endsSpeech(paragraph, reading) ||
    tellsOfUse(paragraph.text.slice(reading.start, reading.end)) ||
    isContactGiven(paragraph.text, reading);
}

/** 国旗下讲话稿|【精品】|: what a site adds to a title, which is the author's. */
const isNoteOfTitle = ({ text, contentStart, contentEnd }: Paragraph, { what, start, end }: Chrome) =>
  what === 'note' && end === contentEnd && start > contentStart && OPENS_NOTE.test(text[start]!);
const OPENS_NOTE = /[（(【[]/;

/** ……（完）: where the host's script has its speaker end. */
const endsSpeech = ({ text }: Paragraph, { start, end }: Reading) =>
  text[start - 1] === '…' && text.slice(start, end) === '（完）';

/** A row of three cells or more in a table, which says what it says by its columns: 视频号选题 ⇥ 宣传处 ⇥ 王军. */
function isInTable({ paragraphs }: Document, { index, text }: Paragraph): boolean {
  const cells = columnsOf(text);
  const isRow = (p: Paragraph | undefined) => p !== undefined && columnsOf(p.text) === cells;
  return cells >= 3 && (isRow(paragraphs[index - 1]) || isRow(paragraphs[index + 1]));
}

const columnsOf = (text: string) => (text.includes('\t') ? text.split('\t').length : 1);

/** Whether a trait speaks of a page, an advert or a machine, or a line of nothing else is written as theirs are. */
function isEvidence({ trait, amount }: Trait): boolean {
  const { side, weight } = weightOf(trait);
  if (trait === 'register') return amount * weight >= LEAST_REGISTER;
  return side !== 'shape' && side !== 'author' && amount * weight >= LEAST_EVIDENCE;
}
const LEAST_EVIDENCE = 0.1;
const LEAST_REGISTER = 1.5;
