/**
 * The occasion that a document belongs to, as far as it tells: which meeting, when, where, the number it bears, and who holds which
 * post. What is left unsaid is left out. Ranges are absolute, UTF-16 units of the document.
 */
import type { Document } from '../../engine/document.ts';
import { defineModel } from '../../engine/facts.ts';
import type { Range } from '../../engine/finding.ts';
import type { Paragraph } from '../../engine/paragraph.ts';
import { type CalendarDate, dates } from '../dates/dates.ts';
import { documentDate } from '../dates/document-date.ts';
import { layout } from '../layout/layout.ts';
import { Characters } from '../text/characters.ts';
import { ONE_TO_TEN } from '../text/numerals.ts';
import { anyOf } from '../text/pattern.ts';
import { leadersIn } from './leaders.ts';
import { type MeetingName, meetingNames, TOPIC_LENGTH, topicOf } from './meeting-names.ts';

/** Something said, in a form that compares, and where. */
export interface Said extends Range {
  readonly value: string;
}

export interface Occasion {
  /** The meeting the document is of, by its title: 全县安全生产工作会议. */
  readonly meeting: MeetingName | undefined;
  /** What the title is about, without year and kind: 全县安全生产工作; empty where that is too little to know it by. */
  readonly topic: string;
  /** All meetings that it names, first mentions. */
  readonly named: ReadonlyMap<string, MeetingName>;
  /** `2026-3-5`, `-3-5` without a year. */
  readonly day: Said | undefined;
  /** `上午9:00`. */
  readonly hour: Said | undefined;
  readonly place: Said | undefined;
  /** By post: the name. Posts that go with several names are left out. */
  readonly leaders: ReadonlyMap<string, Said>;
}

/** The title stands among so many lines. */
const TITLE_LINES = 6;

export const occasion = defineModel<Occasion>('occasion', (document) => {
  const named = new Map<string, MeetingName>();
  for (const paragraph of document.paragraphs) {
    for (const meeting of meetingNames(paragraph))
      named.set(meeting.stem, completed(named.get(meeting.stem), meeting));
  }
  const title = titleOf(document);
  const meeting = title && meetingNames(title)[0];
  return {
    meeting,
    topic: title ? topicOf(title.content) : '',
    named,
    ...whenAndWhere(document, meeting),
    leaders: leadersIn(document),
  };
});

/** The first mention, with year and number from the first that tells them. */
function completed(first: MeetingName | undefined, next: MeetingName): MeetingName {
  if (!first) return next;
  const { year, yearAt } = first.yearAt ? first : next;
  const { ordinal, ordinalAt } = first.ordinalAt ? first : next;
  return { ...first, year, yearAt, ordinal, ordinalAt };
}

function titleOf(document: Document): Paragraph | undefined {
  const { title } = document.model(layout);
  if (title) return title;
  return document.paragraphs
    .filter(({ blank }) => !blank)
    .slice(0, TITLE_LINES)
    .find((line) => meetingNames(line).length > 0 || topicOf(line.content).length >= TOPIC_LENGTH);
}

/** 会议时间：, （一）时间：; the day on which people report is another. */
const TIME_LABEL = /(?:会议|活动|召开)?时间(?:[：:　\s]|定于|安排在|为)*$/;
const OTHER_TIME = /(?:报到|截止|报送|上报|反馈|培训|集合|发车|返程|下次|上次)[^，。；]{0,4}时间/;
const PLACE_LABEL = /地点(?:[：:　\s]|设在|定在|为|在){1,6}/y;
/** 定于3月5日…召开, 3月5日…在…召开. */
const HELD = /^[^。；]{0,40}(?:召开|举行|举办)/;
const TITLE_OF_SPEECH = /讲话|发言|致辞|主持词|报告|议程/;
const LABEL_LENGTH = 16;

function whenAndWhere(
  document: Document,
  meeting: MeetingName | undefined,
): Pick<Occasion, 'day' | 'hour' | 'place'> {
  let day: Said | undefined;
  let hour: Said | undefined;
  let place: Said | undefined;
  const { paragraphs } = document;
  const title = document.model(layout).title;
  const opening = document.model(documentDate);
  if (
    opening?.place === 'opening' &&
    opening.day !== undefined &&
    title &&
    TITLE_OF_SPEECH.test(title.content)
  )
    day = {
      start: opening.start,
      end: opening.end,
      value: `${opening.year}-${opening.month}-${opening.day}`,
    };
  for (const [i, line] of paragraphs.entries()) {
    if (line.blank) continue;
    const { text } = line;
    // 一、会议时间, and what it is on the next line.
    const above = i > 0 ? paragraphs[i - 1]! : undefined;
    const label = above && above.contentEnd - above.contentStart <= LABEL_LENGTH ? above.content : '';
    if (!day || !hour) {
      const date = line.fact(dates).find((found) => isOfMeeting(found, text, label, meeting));
      if (date) {
        day ??= dayOf(line, date);
        hour ??= hourBehind(line, date.end);
      }
    }
    place ??= placeIn(line, label, meeting);
    if (day && hour && place) break;
  }
  return { day, hour, place };
}

function isOfMeeting(
  { start, end, month, day, lunar, numeric }: CalendarDate,
  text: string,
  label: string,
  meeting: MeetingName | undefined,
): boolean {
  // 时间：2019-01-04 21:02 is the stamp of a web page.
  if (!month || !day || lunar || numeric) return false;
  const before = text.slice(Math.max(0, start - LABEL_LENGTH), start);
  if (OTHER_TIME.test(`${label}${before}`)) return false;
  if (TIME_LABEL.test(before) || (TIME_LABEL.test(label) && start < LABEL_LENGTH)) return true;
  if (!HELD.test(text.slice(end, end + 50))) return false;
  // Of the document's own meeting, if it is named; of none that is another's.
  return /定于$|拟于$/.test(before) || (meeting !== undefined && text.includes(meeting.stem));
}

function dayOf(line: Paragraph, { start, end, year, month, day }: CalendarDate): Said {
  const value = `${year?.value ?? ''}-${month!.value}-${day!.value}`;
  return { start: line.start + start, end: line.start + end, value };
}

const WEEKDAY = '[（(]?(?:星期|周)[一二三四五六日天][）)]?';
const HALF_OF_DAY = anyOf('上午 下午 晚上? 早上');
/** （星期四）上午9:00, 9时30分, 下午3点半. */
const HOUR = new RegExp(
  `^(?:${WEEKDAY})?[\\s，]{0,2}(${HALF_OF_DAY})?\\s?(\\d{1,2})[:：时点](\\d{1,2}|半)?分?`,
);

function hourBehind(line: Paragraph, end: number): Said | undefined {
  const match = HOUR.exec(line.text.slice(end, end + 24));
  if (!match) return undefined;
  const [whole, half = '', hours, minutes = '0'] = match;
  const start = end + whole.length - whole.replace(/^[^上下晚早\d]*/, '').length;
  const value = `${half.replace(/^早上$/, '上午')}${Number(hours)}:${minutes === '半' ? '30' : minutes.padStart(2, '0')}`;
  return { start: line.start + start, end: line.start + end + whole.length, value };
}

const PLACE_STOPS = new Characters('，。；：、（）()“”');
const ROOMS = [
  '会议[室厅] 报告厅 礼堂 会堂 会议中心 多功能厅 宾馆 酒店 党校 影剧院 剧院 体育馆 演播厅 大厅',
  `[${ONE_TO_TEN}\\d]楼 楼 室 厅 堂`,
];
const PLACE_ENDS = new RegExp(`${anyOf(ROOMS)}$`);
const LONGEST_PLACE = 30;

function placeIn(line: Paragraph, label: string, meeting: MeetingName | undefined): Said | undefined {
  const { text, contentStart, contentEnd } = line;
  let start = -1;
  PLACE_LABEL.lastIndex = text.indexOf('地点');
  if (PLACE_LABEL.lastIndex >= 0 && PLACE_LABEL.test(text)) start = PLACE_LABEL.lastIndex;
  else if (/(?:会议|活动|召开)?地点[：:]?$/.test(label)) start = contentStart;
  if (start >= 0) {
    const end = PLACE_STOPS.next(text, start, Math.min(contentEnd, start + LONGEST_PLACE));
    return end - start < 3 ? undefined : said(line, start, end);
  }
  const at = /(?:召开|举行|举办)/.exec(text)?.index;
  if (at === undefined || !(meeting && (text.includes(meeting.stem) || /会议|大会/.test(text))))
    return undefined;
  const from = text.lastIndexOf('在', at) + 1;
  if (from === 0 || at - from > LONGEST_PLACE || at - from < 3) return undefined;
  const named = text.slice(from, at);
  return PLACE_ENDS.test(named) && !PLACE_STOPS.isIn(text, from, at) ? said(line, from, at) : undefined;
}

function said(line: Paragraph, start: number, end: number): Said {
  const value = line.text.slice(start, end).replace(/\s/g, '');
  return { start: line.start + start, end: line.start + end, value };
}
