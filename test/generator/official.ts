/**
 * Whole official documents (GB/T 9704—2012) from random facts: number, title, addressees, body, list of attachments, signature, date,
 * copies, and an attachment. Everything in them is right; what can be planted wrong stands beside it (see {@link site}).
 */
import { daysInMonth } from '../../language/dates/calendar.ts';
import type { Dice } from '../support/dice.ts';
import { site } from './sites.ts';
import { CLAUSES, CLOSINGS, TASKS } from './words.ts';

/** What one document is about. */
interface Affair {
  readonly county: string;
  readonly year: number;
  readonly offices: readonly string[];
}

/** A kind of document: whom it goes to, how it asks, and how it closes. */
interface Genre {
  readonly name: '请示' | '报告' | '通知' | '函' | '意见';
  readonly addressees: (affair: Affair) => string;
  readonly lead: string;
  readonly closing: string;
  /** What may not close it. */
  readonly wrong: string;
}

const TO_COUNTY = (affair: Affair) => `${affair.county}人民政府`;
const TO_TOWNS = () => '各乡镇人民政府，县政府各部门';

const GENRES: readonly Genre[] = [
  {
    name: '请示',
    addressees: TO_COUNTY,
    lead: '现将有关事项请示如下',
    closing: '妥否，请批示。',
    wrong: '特此报告。',
  },
  {
    name: '报告',
    addressees: TO_COUNTY,
    lead: '现将有关情况报告如下',
    closing: '特此报告。',
    wrong: '以上报告，请批准。',
  },
  {
    name: '通知',
    addressees: TO_TOWNS,
    lead: '现将有关事项通知如下',
    closing: '特此通知。',
    wrong: '妥否，请批示。',
  },
  {
    name: '函',
    addressees: ({ offices }) => offices[3]!,
    lead: '现将有关事项函告如下',
    closing: '请予支持为盼。',
    wrong: '以上请示，请批准。',
  },
  {
    name: '意见',
    addressees: TO_TOWNS,
    lead: '现提出如下意见',
    closing: '本意见自印发之日起施行。',
    wrong: '此复。',
  },
];

/** Laws with what they are taken for. */
const LAWS = [
  ['招标投标法', '招投标法'],
  ['安全生产法', '生产安全法'],
  ['数据安全法', '数据安全保护法'],
  ['义务教育法', '义务教育发'],
  ['固体废物污染环境防治法', '固体废弃物污染环境防治法'],
  ['行政许可法', '行政许可证法'],
  ['突发事件应对法', '突发事件应对管理法'],
] as const;

/** Meetings of the party with names that no meeting has. */
const MEETINGS = [
  ['二十届四中全会', '二十届八中全会'],
  ['二十届三中全会', '二十大三中全会'],
  ['十九届六中全会', '十九届九中全会'],
  ['二十大', '20大'],
] as const;

/** Works for which a plan is attached. */
const MATTERS = [
  '防汛抗旱',
  '秸秆禁烧',
  '食品安全',
  '校园周边环境整治',
  '农村公路养护',
  '老旧小区改造',
] as const;

/** 健全工作机制，压实各级责任。 */
const sentence = (dice: Dice) => `${dice.pick(CLAUSES)}，${dice.pick(CLOSINGS)}。`;

function body(dice: Dice): string[] {
  return dice.some(TASKS, 3).flatMap((task, i) => {
    const [first, second] = dice.some(CLAUSES, 2) as [string, string];
    const heading = `${'一二三'[i]}、${task}`;
    return i === 1
      ? [
          heading,
          `${site('square-mark', '（一）', '〔一〕')}压实责任。${first}。${sentence(dice)}`,
          `（二）强化督导。${second}。${sentence(dice)}`,
        ]
      : [heading, `${first}。${sentence(dice)}${second}。`];
  });
}

/** 附件：1.… 2.… above the signature, and the attachments behind the copies. */
function attachments(dice: Dice, title: string): { readonly note: string; readonly behind: string } {
  const plan = `${title}工作方案`;
  const table = `${title}任务清单`;
  const point = dice.pick(['attachment-mark', 'attachment-end']);
  const first = `附件：1${site('attachment-mark', '.', '、')}${plan}${point === 'attachment-end' ? site(point, '', '；') : ''}`;
  return {
    note: [first, `2.${table}`].join('\n'),
    behind: [
      '附件1',
      '',
      site('attachment-title', plan, `${title}考核办法`),
      '',
      `为做好${title}工作，${site('own-genre', '制定本方案', '制定本办法')}。${sentence(dice)}`,
      '',
      '附件2',
      '',
      table,
      '',
      `${dice.pick(CLAUSES)}。`,
    ].join('\n'),
  };
}

function dateOf(dice: Dice, year: number): string {
  const month = dice.int(2, 9);
  const day = dice.int(2, 9);
  return dice.pick([
    `${year}年${month}月${site('issue-date', String(day), `0${day}`)}日`,
    `${site('issue-date', `${year}年`, `${String(year).replace(/./g, (digit) => '〇一二三四五六七八九'[Number(digit)]!)}年`)}${month}月${day}日`,
    `${year}年${month}月${site('issue-date', String(day), String(daysInMonth(month, year) + 1))}日`,
  ]);
}

/** One document of some kind, from the number to the attachments. */
export function official(dice: Dice, affair: Affair): string {
  const { county, year, offices } = affair;
  const genre = dice.pick(GENRES);
  const matter = dice.pick(MATTERS);
  const organ = `${county}${offices[0]!.slice(1)}`;
  const [law, misquoted] = dice.pick(LAWS);
  const [meeting, misnamed] = dice.pick(MEETINGS);
  const { note, behind } = attachments(dice, `${year}年${matter}`);
  const number = dice.int(3, 60);
  const docket = dice.pick([
    site('docket', `〔${year}〕${number}号`, `[${year}]${number}号`),
    site('docket', `〔${year}〕${number}号`, `〔${year}〕第${number}号`),
    site('docket', `〔${year}〕${number}号`, `（${year}）${number}号`),
  ]);
  const signed = dice.pick([
    [organ, dateOf(dice, year)],
    [site('signature-order', `${organ}\n${year}年6月5日`, `${year}年6月5日\n${organ}`)],
  ]);
  const to = genre.addressees(affair);
  const addressed =
    ['请示', '报告', '函'].includes(genre.name) && dice.int(0, 1) === 0
      ? site('no-addressees', `${to}：`, '')
      : `${to}${site('addressees', '：', dice.pick(['，', '。', '；']))}`;
  return [
    `${organ}文件`,
    '',
    `清发${docket}`,
    '',
    `${organ}${site('title-about', '关于', '')}做好${year}年${matter}工作的${genre.name}`,
    '',
    addressed,
    '',
    `为深入贯彻党的${site('meeting', meeting, misnamed)}精神，落实《中华人民共和国${site('law-title', law, misquoted)}》要求，切实做好${matter}工作，${genre.lead}：`,
    '',
    ...body(dice),
    '',
    site('closing', genre.closing, genre.wrong),
    '',
    note,
    '',
    ...signed,
    '',
    '（此件公开发布）',
    '',
    `抄送：${offices[1]}，${offices[2]}${site('copies', '。', dice.pick(['', '；']))}`,
    '',
    behind,
  ].join('\n');
}
