/** Names of meetings that lack a character or have one too many: 党的十九精神, 党的十八三中全会, 第十八届人民代表大会第五会议, 县委第十四次党代会. */
import type { Paragraph } from '../../../engine/paragraph.ts';
import { dateWords } from '../../../language/dates/dates.ts';
import { ONE_TO_NINE, ONE_TO_TEN, readHanNumber } from '../../../language/text/numerals.ts';
import type { DateFault } from './faults.ts';

/** All such faults of a paragraph. */
export function nameFaults(paragraph: Paragraph, found: DateFault[]): void {
  const { text } = paragraph;
  for (const { start, end, entry } of paragraph.fact(dateWords)) {
    const fault =
      entry.value === 'of-the-party'
        ? withoutCounter(text, start)
        : entry.value === 'local-congress'
          ? ofCommittee(text, end)
          : entry.value === 'session-of'
            ? sessionWithoutTimes(text, end)
            : entry.value === 'bare-plenum'
              ? plenumWithoutCentre(text, start)
              : undefined;
    if (fault) found.push(fault);
  }
}

/** 党的 */
const OF_THE_PARTY = 2;
/** Since this congress reports speak of its 精神. */
const FIRST_IN_USE = 12;
/** What is said of a congress. 党的十八精神饱满 says something else. */
const OF_CONGRESS = new RegExp(
  `^(?:[和、]二?十[${ONE_TO_NINE}]?届|精神(?![饱抖振状面文生追谱支世食财力家血标])|以来|报告|代表[，。、的]|胜利召开)`,
);
const PLENUM = /^[一二三四五六七]中全会/;

/** 党的十九|精神, 党的十八|三中全会: 大 or 届 is missing. */
function withoutCounter(text: string, start: number): DateFault | undefined {
  const at = start + OF_THE_PARTY;
  const number = /^二?十[一二三四五六七八九]?/.exec(text.slice(at, at + 3))?.[0];
  if (number === undefined || readHanNumber(number, 0)!.value < FIRST_IN_USE) return undefined;
  const end = at + number.length;
  const behind = text.slice(end, end + 8);
  const counter = PLENUM.test(behind) ? '届' : OF_CONGRESS.test(behind) ? '大' : undefined;
  return (
    counter && { kind: 'counter', severity: 'warning', start, end, edit: { start: end, end, text: counter } }
  );
}

/** 二十|届四|全会: 中 is missing; 市委十二届四次全会 and 县委十三届四全会 are of others. */
function plenumWithoutCentre(text: string, at: number): DateFault | undefined {
  const number = /(?<![委会])(?:党的)?(?:二十|十[一二三四五六七八九])$/.exec(
    text.slice(Math.max(0, at - 5), at),
  )?.[0];
  if (number === undefined || OF_A_PLACE.test(text.slice(Math.max(0, at - 10), at - number.length)))
    return undefined;
  const end = at + 2;
  const start = at - number.length;
  return { kind: 'counter', severity: 'warning', start, end, edit: { start: end, end, text: '中' } };
}
const OF_A_PLACE = /[省市县区州旗局委会团校社][^，。；、]{0,2}$/;

/** 人民代表大会第|五|会议: 次 is missing. */
const SESSION = new RegExp(`^(?<number>[${ONE_TO_TEN}]{1,3})(?:全体)?会议`);

function sessionWithoutTimes(text: string, end: number): DateFault | undefined {
  const number = SESSION.exec(text.slice(end, end + 8))?.groups?.number;
  if (number === undefined) return undefined;
  const at = end + number.length;
  return {
    kind: 'counter',
    severity: 'warning',
    start: end - 1,
    end: at,
    edit: { start: at, end: at, text: '次' },
  };
}

/** 县委|第十四次党代会: what meets is the congress of the Party in the county, and not of its committee. */
const COMMITTEE = new RegExp(
  String.raw`[省市县区州旗盟镇乡](?<committee>党?委)第[${ONE_TO_TEN}\d]{1,3}次(?:党代会|党员代表大会|代表大会)$`,
  'd',
);
const LONGEST = 14;

function ofCommittee(text: string, end: number): DateFault | undefined {
  const from = Math.max(0, end - LONGEST);
  const match = COMMITTEE.exec(text.slice(from, end));
  if (!match) return undefined;
  const at = from + match.indices!.groups!.committee![0];
  return {
    kind: 'committee',
    severity: 'warning',
    start: from + match.index,
    end,
    edit: { start: at, end: at + match.groups!.committee!.length, text: '' },
  };
}
