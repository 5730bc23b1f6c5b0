/** Names that were lost: whose place it is (镇位于…), who it is among others who are named (由同志宣读). */
import { boundAfter, boundBefore, SENTENCE_STOPS } from '../../../language/text/bounds.ts';
import { Characters } from '../../../language/text/characters.ts';
import type { Reader } from './lost.ts';

const COMRADE_DOES =
  /^(?:述职|作|宣读|宣布|代表|主持|通报|汇报|传达|发言|讲话|致辞|介绍|上台|解读|总结|安排|部署|点评|分析|强调|[就对为任]|担任|等\d)/;
/** 申请同志, 理由同志: other words. */
const NOT_ASKED = new Characters('申邀恳提理缘事自');

/** How far on either side others are looked for that are named, and what such a one looks like. */
const AROUND_NAMES = 100;
const UNNAMED_DOES = /^(?:[，、；]|主持|讲话|作|出席|宣读|致辞|宣布)/;
const ASKED_FOR = /[由请][\u4e00-\u9fff]{0,6}$/;
const NAMED = /(?:书记|主任|主席|部长|[省市县区镇乡局院]长)[\u4e00-\u9fff]{2,3}同志/;

const ATTENDS = /(?:参加|出席|列席|莅临)[^，。]{0,14}$/;

/** 现将|乡动物防疫工作…|: not 县政府, 区直机关, 局机关. */
const OWN_WORK = /^[省市县区镇乡村](?![政委党直级人属内机本里域])[\u4e00-\u9fff]{2,10}工作/;

const MASKED = /[×xX*＊_○某]\s$/;

export const NAME_READERS: Readonly<Record<string, Reader>> = {
  /** 位于族自治县: which people's is gone. */
  name(text, start, end) {
    const measure = text.slice(end - 3, end);
    return { start: end - 3, end, frame: text.slice(start, end - 3), measure, lost: 'name' };
  },
  /** 苗、、汉: one of the list is gone. */
  list(text, start, end) {
    if (!/[\u4e00-\u9fff”》）]/.test(text[start - 1] ?? '') || !/[\u4e00-\u9fff“《]/.test(text[end] ?? ''))
      return undefined;
    return { start, end, frame: '', measure: '、、', lost: 'name' };
  },
  /** 乡位于: whose it is, is gone. 我乡位于 and 全镇位于 say it. */
  place(text, start) {
    if (
      /[^\s，。；：、！？）)]/.test(text[start - 1] ?? '。') &&
      !/(?:基本)?[情概]况$/.test(text.slice(Math.max(0, start - 4), start))
    )
      return undefined;
    // xxx 村位于: a blank stands for it.
    if (MASKED.test(text.slice(Math.max(0, start - 3), start))) return undefined;
    return { start, end: start + 1, frame: '', measure: text[start]!, lost: 'name' };
  },
  /** 市长同志，市人大常委会主任刘建平同志: who it is, where the others of the list are named. */
  unnamed(text, start, end) {
    if (!UNNAMED_DOES.test(text.slice(end, end + 2))) return undefined;
    const named = {
      start: end - 2,
      end,
      frame: text.slice(start, end - 2),
      measure: '同志',
      lost: 'name',
    } as const;
    // 下面由支部书记同志作工作报告
    if (
      ASKED_FOR.test(text.slice(Math.max(0, start - 8), start)) &&
      !/^[，、；]/.test(text.slice(end, end + 1))
    )
      return named;
    const from = boundBefore(text, start, SENTENCE_STOPS, AROUND_NAMES);
    const others =
      text.slice(from, start) + text.slice(end, boundAfter(text, end, SENTENCE_STOPS, AROUND_NAMES));
    return NAMED.test(others) ? named : undefined;
  },
  /** 由同志宣读, 任命同志为局长: who it is. */
  comrade(text, start, end) {
    if (!COMRADE_DOES.test(text.slice(end, end + 2))) return undefined;
    if (/[\u4e00-\u9fff]/.test(text[start - 1] ?? '') && NOT_ASKED.at(text, start - 1)) return undefined;
    return { start: end - 2, end, frame: text.slice(start, end - 2), measure: '同志', lost: 'name' };
  },
  /** 今年以来，镇始终…: which town is gone. 省、市、县始终 names levels; so does 村看村. */
  level(text, start, end) {
    // 镇始终是基层治理的一环
    if (text[end] === '是') return undefined;
    if (
      /^[^，。；]{0,6}[、，][省市县区乡镇村][^，。；]{0,8}/.test(text.slice(end, end + 10)) &&
      /[、，][省市县区乡镇村](?:始终|紧紧|认真|高度|坚持)/.test(text.slice(end, end + 14))
    )
      return undefined;
    if (/[^\s，。；：！？]/.test(text[start - 1] ?? '。')) return undefined;
    if (
      /[、和及][省市县区乡镇村]$|(?<!全)[省市县区乡镇村][^，。；]{2,6}[，；]$/.test(
        text.slice(Math.max(0, start - 9), start),
      )
    )
      return undefined;
    return { start, end: start + 1, frame: '', measure: text.slice(start, start + 1), lost: 'name' };
  },
  /** 参加今天会议的还有，对他们的到来…: who it is. */
  attended(text, start) {
    const from = boundBefore(text, start, SENTENCE_STOPS, AROUND_NAMES);
    if (!ATTENDS.test(text.slice(from, start))) return undefined;
    const comma = text.indexOf('，', start);
    return { start: comma - 1, end: comma, frame: text.slice(start, comma), measure: '', lost: 'names' };
  },
  /** 结合市实际: whose they are, which a sentence of this place does not leave out. */
  actual(text, start, end) {
    const at = end - '实际'.length - 1;
    return { start: at, end: at + 1, frame: text.slice(start, at), measure: text[at]!, lost: 'name' };
  },
  /** 现将镇2025年工作…: as above, behind a word. */
  reports(text, start, end, { language }) {
    if (
      !(OWN_WORK.test(text.slice(end - 1, end + 12)) && language.words.isBoundary(text, end)) &&
      !/^(?:\d{4}年|[今去上]年|本年度?|上半年|下半年|一季度|前三季度|工作|有关)/.test(
        text.slice(end, end + 5),
      )
    )
      return undefined;
    return {
      start: end - 1,
      end,
      frame: text.slice(start, end - 1),
      measure: text.slice(end - 1, end),
      lost: 'name',
    };
  },
};
