import type { Document } from '../../engine/document.ts';
import type { Paragraph } from '../../engine/paragraph.ts';
import { defineDocumentRule, type Match } from '../../engine/rule.ts';
import { isAddressees, layout } from '../../language/layout/layout.ts';
import { official } from '../../language/layout/official.ts';
import { Characters } from '../../language/text/characters.ts';
import { anyOf } from '../../language/text/pattern.ts';

interface TitleMatch extends Match {
  readonly fault: keyof typeof SAID;
  readonly seen: string;
}

const SAID = {
  doubled: (seen: string) => `标题里“${seen}”重复`,
  notice: () => '标题层叠成“的通知的通知”，转发、印发时可省去前一个“的通知”',
  issued: () => '“印发”后面没有文种：发的是什么（意见、方案……）没有写，直接发通知的不用“印发”',
  request: (seen: string) => `“${seen}”不是法定文种，请求事项用“请示”，陈述情况用“报告”`,
  asked: (seen: string) => `“${seen}”与文种“请示”意思重复，删去前面的动词`,
  reported: (seen: string) => `“${seen}”与文种“报告”意思重复，删去前面的动词`,
  requested: (seen: string) => `“${seen}”是请求事项，用“请示”：报告不夹带请示事项`,
  unsent: (seen: string) => `“${seen}”不是公文的文种，上报用“报告”，印发用“通知”`,
  joined: (seen: string) => `文种“${seen}”前缺“的”：“关于……的${seen}”`,
  missing: (seen: string) =>
    `标题没有文种${seen && `，正文说“${seen}如下”`}：标题由发文机关、事由和文种组成，如“关于……的${seen || '通知'}”`,
  about: (seen: string) => `标题缺“关于”：“关于${seen}”`,
  relayed: () => '转发、批转的标题里已有“关于”，前面的“关于”可省去',
  stacked: (seen: string) => `“${seen}”介词连用，可删去“对”`,
  agreed: (seen: string) => `“${seen}”：批复的事由直接写“关于同意……的批复”，不必再写“请示的”`,
  quoted: () => '文件的名称用书名号，不用引号',
  called: (seen: string) => `标题的文种与正文不一：正文说“${seen}”`,
  calls: (seen: string) => `“${seen}”与标题的文种不一`,
  year: (seen: string) => `标题说的不是“${seen}”：年份与标题不一，请核对`,
  genre: (seen: string) => `“${seen}”不是党政机关公文的文种，请求事项用“请示”，商请用“函”`,
} as const;

/** What is issued by a notice. */
const ISSUED = '方案 意见 办法 规定 规划 计划 细则 纲要 制度 要点 清单 预案';

/** What a title may not have, or not if it ends so; the first that fits is reported. */
const FAULTS: readonly (readonly [fault: keyof typeof SAID, pattern: RegExp, end?: string])[] = [
  ['doubled', /关于关于|的的(?=通知|请示|报告|函|意见|批复)|通知通知$|请示请示$/],
  ['notice', /的通知》?的通知$/],
  ['quoted', new RegExp(`(?:印发|转发|批转)“[^《》]{4,50}${anyOf(ISSUED)}(?:（[^）]{1,6}）)?”`)],
  ['relayed', /关于(?:转发|批转)[^《〈“关]{2,24}关于/],
  ['agreed', /同意[^，。]{2,40}请示的批复$/],
  ['stacked', /关于对(?![外内口接标照])(?=.{2,40}(?:批复|复函|答复)$)/],
  // 印发 was left by the document that the draft was made from: a notice is not issued by another.
  ['issued', /关于印发关于(?!《)/, '工作的通知'],
  ['request', /请示(?:报告|的报告)$/],
  ['asked', /关于(?:请求|申请|请示)/, '的请示'],
  ['reported', /关于(?:上报|汇报|报告)/, '的报告'],
  ['requested', /关于(?:申请|请求|恳请)(?!书|人|执行)/, '的报告'],
  ['genre', /(?:申请|申请书|请求|情况说明)$/],
  // 紧急通知, 会议通知: the word before goes with the genre.
  [
    'joined',
    /(?<!紧急|补充|联合|重要|会议|预备|催办|更正|任免|活动|培训|处分|表扬|的)(?:通知|请示|批复|通告|通报)$/,
  ],
];

/** What only custom speaks against. */
const CUSTOM: ReadonlySet<keyof typeof SAID> = new Set(['relayed', 'agreed', 'stacked']);

const ISSUERS = '政府 办公室 委员会 局 厅 县委 市委 区委 省委 镇委 乡委';
const VERBS =
  '做好 召开 开展 加强 举办 组织 切实 进一步 推进 加快 成立 调整 追加 解决 设立 建立 申报 报送 上报 征求 商请 同意 禁止 表彰 表扬 通报表扬 通报批评 规范 实施 深化 授予 追授 命名 撤销 废止';
/** 青河县人民政府做好防汛工作的通知; 转发, 印发 and the like go without 关于. */
const WITHOUT_ABOUT = new RegExp(
  `^(?:[\\u4e00-\\u9fff]{2,16}${anyOf(ISSUERS)})?(${anyOf(VERBS)}[^，。；]{2,36}的(?:通知|请示|批复|函|意见|决定|通报|通告|公告))$`,
);
/** 青河县水利局做好防汛工作的报告: behind the organ, for reports of other sorts go without. */
const REPORT_WITHOUT_ABOUT = new RegExp(
  `^[\\u4e00-\\u9fff]{2,16}${anyOf(ISSUERS)}(${anyOf(VERBS)}[^，。；]{2,36}的报告)$`,
);
/** What a title that lacks 关于 is about. */
const aboutOf = (title: string) =>
  title.includes('关于') ? undefined : (WITHOUT_ABOUT.exec(title) ?? REPORT_WITHOUT_ABOUT.exec(title))?.[1];

/** How many lines from the top a title may begin in, and how many of them are looked at behind it. */
const HEAD = 8;
const NEAR = 3;
const LONGEST = 50;
/** 关于做好防汛工作, perhaps behind the organ. */
const ABOUT = new RegExp(
  String.raw`^(?:[\u4e00-\u9fff]{2,16}${anyOf(`${ISSUERS} 委`)})?关于[\u4e00-\u9fff\d“”《》〈〉（）、]{3,}$`,
);
/** 青州市人民政府命名文明校园: the organ and what it does. */
const DONE = new RegExp(String.raw`^[\u4e00-\u9fff]{2,16}${anyOf(ISSUERS)}${anyOf(VERBS)}`);
const ENDS = new Characters('。；：，！？');
/** Other words that say what a text is. */
const OTHER_GENRES = new RegExp(
  `${anyOf(
    '方案 办法 规定 细则 说明 总结 汇报 材料 答复 建议 提案 计划 规划 要点 安排 措施 制度 规则 名单 信 书 稿 体会 思考 情况 规程 条例 提示 须知 倡议 公示 提醒 启事',
  )}$`,
);
/** What the body calls the text: 现将有关事项通知如下. */
const CALLED = /(通知|通告|公告|通报|批复|函复|报告|请示|决定)如下[：:。]?$/;

/** A title with 关于 that ends without a genre: the body follows that names it, or those it is addressed to. */
function* withoutGenre({ paragraphs }: Document): Iterable<TitleMatch> {
  const lines = paragraphs.filter(({ blank }, i) => !blank && i < HEAD * 2).slice(0, HEAD);
  // What has 关于 below the first such line is a heading.
  const at = lines.findIndex(({ content }) => content.includes('关于') || isDone(content));
  const line = lines[at];
  if (!line || line.content.length > LONGEST || OTHER_GENRES.test(line.content)) return;
  if (!ABOUT.test(line.content) && !isDone(line.content)) return;
  const behind = lines.slice(at + 1, at + 1 + NEAR);
  const seen = calledBy(behind);
  if (seen === undefined && !(behind[0] && isAddressees(behind[0]))) return;
  const { start, contentStart, contentEnd } = line;
  yield { start: start + contentStart, end: start + contentEnd, fault: 'missing', seen: seen ?? '' };
}

/** Genres of which the body may not speak of the text as another one; a notice may pass on what it calls a circular (通报). */
const NAMED = ['通知', '通告', '公告', '报告', '批复', '函', '通报'];
const MAY_DIFFER = new Set(['通知/通报', '函/批复', '通报/通知', '批复/函']);
/** Of these the reader makes nothing, and many a draft mixes them up. */
const KIN = new Set(['公告/通告', '通告/公告']);
const CLOSED = /^特此(通知|通告|公告|通报|报告|批复)[。！]?$/;
const BODY = 8;

/** 现将……公告如下, 特此公告 below the title of a notice. What both say shows that the title is wrong; one alone may be the slip itself. */
function* calledOtherwise(document: Document): Iterable<TitleMatch> {
  const { genre: written, title, closing } = document.model(official);
  const last = title.at(-1);
  const genre = written === '复函' ? '函' : written;
  if (!genre || !last || !NAMED.includes(genre)) return;
  const opening = document.paragraphs.slice(last.index + 1, last.index + BODY);
  const calls = [saidIn(opening, CALLED), saidIn(closing, CLOSED)].filter((call) => call !== undefined);
  const wrong = calls.filter(
    ({ said }) => said !== genre && NAMED.includes(said) && !MAY_DIFFER.has(`${genre}/${said}`),
  );
  const [call] = wrong;
  if (!call) return;
  if (wrong.length > 1) {
    const end = last.start + last.contentEnd;
    yield { start: end - written!.length, end, fault: 'called', seen: call.seen };
  } else {
    const severity = KIN.has(`${genre}/${call.said}`) ? ({ severity: 'info' } as const) : {};
    const end = call.start + call.seen.length;
    yield { start: call.start, end, fault: 'calls', seen: call.seen, ...severity };
  }
}

/** 2025年工作总结, addressed to an organ and closed as a report. */
const UNSENT = /(?:总结|小结|计划|要点|打算|安排)$/;

/** A title of what is no kind of official document, above what reports to somebody. */
function* unsent(document: Document): Iterable<TitleMatch> {
  const { title, titleText, addressees, closing } = document.model(official);
  const last = title.at(-1);
  const seen = UNSENT.exec(titleText)?.[0];
  if (!last || !addressees || seen === undefined) return;
  const opening = document.paragraphs.slice(last.index + 1, last.index + BODY);
  if ((saidIn(opening, CALLED) ?? saidIn(closing, CLOSED))?.said !== '报告') return;
  const end = last.start + last.contentEnd;
  yield { start: end - seen.length, end, fault: 'unsent', seen, severity: 'info' };
}

/** What the first of some lines says of the text, and what it calls it. */
function saidIn(lines: readonly Paragraph[], pattern: RegExp) {
  for (const { content, start, contentStart } of lines) {
    const match = pattern.exec(content);
    if (!match) continue;
    const seen = match[0].replace(/[：:。！]$/, '');
    return { seen, said: match[1]!, start: start + contentStart + match.index };
  }
  return undefined;
}

/** 关于2024年度依法行政工作情况的报告, and 现将2025年度依法行政工作情况报告如下 below it. */
const OF_YEAR = /现将[^，。\d]{0,8}((?:19|20)\d\d)年[^，。]{2,30}(?:报告|汇报|通报|总结)如下/;
const YEARS = /(?:19|20)\d\d(?=年)/g;

/** The year of which the body says that it reports, where the title reports of another one. */
function* otherYear(document: Document): Iterable<TitleMatch> {
  const { title, titleText } = document.model(official);
  const titled: readonly string[] = titleText.match(YEARS) ?? [];
  const last = title.at(-1);
  if (titled.length !== 1 || !last) return;
  for (const { content, start, contentStart } of document.paragraphs.slice(
    last.index + 1,
    last.index + BODY,
  )) {
    const said = OF_YEAR.exec(content);
    if (!said) continue;
    const year = said[1]!;
    const at = start + contentStart + said.index + said[0].indexOf(year);
    if (year !== titled[0]) yield { start: at, end: at + year.length + 1, fault: 'year', seen: `${year}年` };
    return;
  }
}

const isDone = (content: string) => DONE.test(content) && !ENDS.at(content, content.length - 1);

function calledBy(lines: readonly Paragraph[]): string | undefined {
  for (const { content } of lines) {
    const called = CALLED.exec(content)?.[1];
    if (called !== undefined) return called === '函复' ? '复函' : called;
  }
  return undefined;
}

/** The title of an official document: words doubled, genres that there are not (文种). */
export const title = defineDocumentRule<TitleMatch>({
  id: 'format/title',
  severity: 'warning',
  kinds: { speech: 'off', law: 'off' },
  basis: '《党政机关公文处理工作条例》第八条、第九条（七）',

  *find(document) {
    if (!document.model(layout).title) yield* withoutGenre(document);
    const { title: lines, titleText } = document.model(official);
    const first = lines[0];
    const about = aboutOf(titleText);
    if (first && about !== undefined && lines.length === 1) {
      const end = first.start + first.contentEnd;
      yield { start: end - about.length, end, fault: 'about', seen: about };
    }
    yield* unsent(document);
    if (!first || !titleText.includes('关于')) return;
    for (const [fault, pattern, end = ''] of FAULTS) {
      const seen = pattern.exec(titleText);
      if (!seen || !titleText.endsWith(end)) continue;
      // A title that runs over lines is marked whole.
      const last = lines[lines.length - 1]!;
      const range =
        lines.length === 1
          ? { start: first.start + first.contentStart + seen.index, length: seen[0].length }
          : {
              start: first.start + first.contentStart,
              length: last.start + last.contentEnd - first.start - first.contentStart,
            };
      const severity = CUSTOM.has(fault) ? ({ severity: 'info' } as const) : {};
      yield { start: range.start, end: range.start + range.length, fault, seen: seen[0], ...severity };
      return;
    }
    yield* otherYear(document);
    yield* calledOtherwise(document);
  },

  explain: ({ fault, seen }) => ({ message: SAID[fault](seen) }),
});
