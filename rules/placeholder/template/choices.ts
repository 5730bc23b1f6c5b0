/** Choices that a template offers and nobody has made: 下降（增长）31.17%, 增加/减少的主要原因. Offsets are relative to the paragraph. */
import { defineFact } from '../../../engine/facts.ts';
import type { Range } from '../../../engine/finding.ts';
import type { Paragraph } from '../../../engine/paragraph.ts';
import { Characters } from '../../../language/text/characters.ts';
import { readHits } from '../../../language/text/hits.ts';
import { wordList } from '../../../language/text/lexicon.ts';

const FORM = wordList('blanks.form');
const NOTES = wordList('placeholder.reminders');

export interface Choice extends Range {
  /** What may be kept, as written. */
  readonly options: readonly string[];
  /** Whether it answers a question, as a line of a form does. */
  readonly isAnswer: boolean;
}

/** 增加/减少|/持平|. */
const THIRD = /^(?:[/／、](?:持平|不变)|（(?:持平|不变)）)/;
/** What a choice in a sentence goes on with: a figure, its reason. 现金净增加（减少）额 names an item of a balance. */
const GOES_ON = /^(?:[\d０-９×xX_＿ ]|的?(?:主要)?原因|了|约|为|较|比|[，。；]|个百分点)/;
/** 经研究，同意（不同意）: what was decided is not said; 作出同意（不同意）的决定 is a rule. */
const DECISION = /^(?:同意|批准|通过|符合|合格|优良|准予|予以|齐全|完整|属实|达标|合规|具备)/;
const DECIDED = new RegExp(
  [
    '(?:经[^，。；]{1,6}[，,]|现)[^。；]{0,20}(?:予以|给予)$|',
    '(?:研究|审[核议查]|核[查实验]|会议|讨论|考[核察]|检查|验收|评审)(?:决定)?[，,]?(?:认为)?',
    '(?:(?:[你该贵][\\u4e00-\\u9fff]{1,8})?(?:材料|情况|内容|资料|手续|指标|该?(?:同志|项目|企业|单位|产品)|其))?$|[员表]一致$|经[\\u4e00-\\u9fff]{2,6}$|(?:评|判|认|鉴)定(?:结果)?为$|(?:^|[，。；])[该此](?:同志|项目|企业|申请人?|事项)$',
  ].join(''),
);
/** 增加（减少）5人以上的: from where on a rule holds. */
const THRESHOLD = /^\d[^，。；]{0,6}以[上下内]/;
/** 同意（不同意）|将王建国同志列为…: at the head of what was decided. */
const opensDecision = (text: string, start: number, end: number) =>
  /(?:^|[。；，：])$/.test(text.slice(Math.max(0, start - 1), start)) &&
  /^(?:将|其|接收|吸收|按期转正|许可|登记|备案|立项|交付|发证|该?(?:同志|项目|企业)|[\u4e00-\u9fff]{2,4}同志)/.test(
    text.slice(end, end + 6),
  );

const OPTIONS = /[（(/／、]/;

/** 已（未）, （是/否）: whether something is so. */
const ANSWER = /^[（(]?[已未有是]/;
/** What leads to such a choice where a text speaks of it. */
const SPOKEN_OF = /(?:是否|说明|[注标写]明|核[查实]|检查|填写?|选择?|勾选|打|为|“)$/;

/** 我区已（未）完成任务, not 已（未）完成的项目, which are of both kinds; 通过验收：（是/否）. */
function readAnswer(paragraph: Paragraph, start: number, end: number): Choice | undefined {
  const { text } = paragraph;
  const left = text.slice(Math.max(0, start - 4), start);
  if (SPOKEN_OF.test(left) || paragraph.has(FORM)) return undefined;
  const right = text.slice(end, end + 10);
  const bracketed = BRACKETS.at(text, start);
  const stands = bracketed
    ? /[：:]\s?$/.test(left) && /^(?:[，。；\s]|$)/.test(right)
    : /^[\u4e00-\u9fff]/.test(right) && !/^[\u4e00-\u9fff]{1,8}[的（/、]/.test(right);
  return stands ? { start, end, options: optionsOf(text, start, end), isAnswer: bracketed } : undefined;
}

const BRACKETS = new Characters('（(');

function optionsOf(text: string, start: number, end: number): string[] {
  return text
    .slice(start, end)
    .replace(/^[（(]|[）)]$/g, '')
    .split(OPTIONS);
}

/** What names the grades there are: 分为优秀/良好/一般, 评价：好/较好. */
const GRADES_ARE = /(?:[为分评按如或“、：:（(\s]|等[次级]|档次?|勾选|选择|结[果论])$/;
const MORE_GRADES = /^(?:\/[\u4e00-\u9fff]{1,4}){0,3}/;

/** 成效|较好/一般/差|，: how good it was, and nobody has said which. */
function readGrades({ text, contentStart }: Paragraph, start: number, end: number): Choice | undefined {
  const before = text.slice(Math.max(contentStart, start - 4), start);
  if (!/[\u4e00-\u9fff]$/.test(before)) return undefined;
  if (GRADES_ARE.test(before) && !IS_GRADED.test(text.slice(Math.max(contentStart, start - 24), start)))
    return undefined;
  const to = end + MORE_GRADES.exec(text.slice(end, end + GRADES_REACH))![0].length;
  if (!/^[，。；、]/.test(text.slice(to, to + 1))) return undefined;
  return { start, end: to, options: optionsOf(text, start, to), isAnswer: false };
}
const GRADES_REACH = 16;
/** 本次考核结果为|优秀/合格/不合格|。: what one of them was. */
const IS_GRADED = /(?:本次|该同志|[你您其])[^，。；]{0,14}(?:结果|等次|评价)(?:评?定)?为$/;

const RULES = /应|须|必|可|能|是否|的|本人|如果|有权|需/;

const LEVELS = '(?:自治[区州县]|开发区|街道|社区|部门|单位|[省市县区州盟旗镇乡村局委办])';
const OTHER_LEVELS = [`^[（(](?:${LEVELS}[、/]?){1,3}[）)]`, `^/?${LEVELS}(?:/${LEVELS}){0,2}`].map(
  (levels) => new RegExp(levels),
);

/** 我县（市、区）认真贯彻: a model for all levels, and nobody has said which; 各县（市、区） are all of them, 本市（区） is whichever it applies to. */
function readLevels(text: string, start: number, end: number): Choice | undefined {
  const form = OTHER_LEVELS[text[end - 1] === '/' ? 1 : 0]!;
  const others = form.exec(text.slice(end - 1, end + 12))?.[0];
  if (others === undefined) return undefined;
  const to = end - 1 + others.length;
  return {
    start,
    end: to,
    options: optionsOf(text, start + 1, to).map((level) => text[start]! + level),
    isAnswer: false,
  };
}

const FOUND_OUT = /(?:分析|说明|查找|查明|研判|阐述|剖析|注明|列明|写明)[^，。；]{0,10}$/;

/** 分析收入|增长/下降|的原因: whichever it is, it is to be found out. */
function isToBeFound(text: string, start: number, end: number): boolean {
  return (
    /^的?(?:主要)?原因/.test(text.slice(end, end + 5)) &&
    FOUND_OUT.test(text.slice(Math.max(0, start - 12), start))
  );
}

const isDecision = (text: string, start: number, end: number) =>
  !/^[两三四的等]/.test(text.slice(end, end + 1)) &&
  (DECIDED.test(text.slice(Math.max(0, start - 30), start)) || opensDecision(text, start, end));

/** 下降（增长）31.17%, 增加/减少的主要原因: how a figure changed, in a sentence that tells by how much or why. */
const isChange = (text: string, start: number, end: number) =>
  GOES_ON.test(text.slice(end, end + 6)) &&
  !THRESHOLD.test(text.slice(end, end + 12)) &&
  !isToBeFound(text, start, end);

export const choices = defineFact<readonly Choice[]>('choices', { words: [NOTES] }, (paragraph) => {
  if (paragraph.role === 'table') return [];
  const { text } = paragraph;
  return readHits(paragraph.hits(NOTES), ({ start, end, entry }) => {
    // 他/她扎根山区二十年: a rule says it of whoever it may be.
    if (entry.value === 'either')
      return RULES.test(text.slice(end, end + 8))
        ? undefined
        : { start, end, options: optionsOf(text, start, end), isAnswer: false };
    if (entry.value === 'levels') return readLevels(text, start, end);
    if (entry.value === 'grade') return readGrades(paragraph, start, end);
    if (entry.value !== 'choice') return undefined;
    if (ANSWER.test(entry.word)) return readAnswer(paragraph, start, end);
    const to = end + (THIRD.exec(text.slice(end, end + 4))?.[0].length ?? 0);
    const isLeft = DECISION.test(entry.word) ? isDecision(text, start, end) : isChange(text, start, to);
    if (!isLeft || /[净“]$/.test(text.slice(Math.max(0, start - 1), start))) return undefined;
    return { start, end: to, options: optionsOf(text, start, to), isAnswer: false };
  });
});
