import { defineFact } from '../../engine/facts.ts';
import type { Range } from '../../engine/finding.ts';
import type { Hit } from '../../engine/language.ts';
import type { Paragraph } from '../../engine/paragraph.ts';
import { defineParagraphRule, type Match } from '../../engine/rule.ts';
import { placeholders } from '../../language/blanks/placeholders.ts';
import { Characters } from '../../language/text/characters.ts';
import { readHits } from '../../language/text/hits.ts';
import { wordList } from '../../language/text/lexicon.ts';
import { anyOf } from '../../language/text/pattern.ts';
import { isNote } from './template/bracket-notes.ts';
import { draftingNotes, isDraftingNote } from './template/drafting-notes.ts';
import { fields } from './template/fields.ts';

const NOTES = wordList('placeholder.reminders');

interface Reminder extends Match {
  /** The words of the note. */
  readonly note: string;
}

/** What other rules tell of. */
const OTHERS: ReadonlySet<string> = new Set(['choice', 'levels', 'either', 'draft']);

const OPEN = '【（([［〔';
const CLOSE = '】）)]］〕';

/** The longest note in brackets, in units. */
const LONGEST_NOTE = 40;

/** What stands before the name of a button or a column. */
const BUTTON =
  /(?:点击|单击|选择|选中|按|进入|打开|填写|[”】])$|(?:填写|填报|上传|提交|录入|下载)[^，。；（(]{0,12}$/;
const BUTTON_REACH = 16;

const reminders = defineFact<readonly Reminder[]>(
  'reminders',
  { words: [NOTES], facts: [draftingNotes] },
  (paragraph) => {
    const listed = readHits(paragraph.hits(NOTES), (hit) =>
      OTHERS.has(hit.entry.value) ? undefined : readReminder(paragraph, hit),
    );
    const isListed = (n: Match) => listed.some((r) => r.start < n.end && n.start < r.end);
    const found = [...listed, ...paragraph.fact(draftingNotes).filter((n) => !isListed(n))];
    // 若干（待填） is one blank, told of by placeholder/unfilled.
    const taken = new Set(paragraph.fact(placeholders).map((p) => p.end));
    // So is [填写具体时间] one field, told of by placeholder/template-field.
    const others = found.length === 0 ? [] : paragraph.fact(fields).filter(({ doubted }) => !doubted);
    return found.filter((r) => !taken.has(r.end) && !others.some((f) => f.start < r.end && r.start < f.end));
  },
);

function readReminder(paragraph: Paragraph, hit: Hit): Reminder | undefined {
  const { text } = paragraph;
  const { value } = hit.entry;
  const read = READERS[value];
  if (read) return read(paragraph, hit);
  const bracket = bracketAround(text, hit.start, hit.end);
  if (bracket) {
    if (isOfOthers(paragraph, hit, bracket)) return undefined;
    const note = text.slice(bracket.start + 1, bracket.end - 1);
    if (isNote(note, value)) return { ...bracket, note, ...lighterOf(note, value) };
  }
  const cell = value === 'pending' ? readCell(paragraph, hit) : undefined;
  // 待定 in a table may be so announced.
  if (cell)
    return hit.entry.word === '待定' || hit.entry.word === '待确认' ? { ...cell, severity: 'info' } : cell;
  if (BRACKETED.has(value)) return undefined;
  return value === 'here' ? readHere(text, hit) : readBare(paragraph, hit);
}

/** Those that are no notes in brackets, by the kind that the list gives for a word. */
const READERS: Readonly<Record<string, (paragraph: Paragraph, hit: Hit) => Reminder | undefined>> = {
  code: readCode,
  label: readHead,
  line: readLine,
  dashed: readDashed,
  cell: readCell,
  at: readAt,
  later: readLater,
};

/** 以下内容还没想好，先空着。: a line of its own. */
function readLine({ contentStart, contentEnd }: Paragraph, { entry }: Hit): Reminder | undefined {
  return contentEnd - contentStart <= SHORT_LINE
    ? { start: contentStart, end: contentEnd, note: entry.word }
    : undefined;
}
const SHORT_LINE = 30;

/** ——此处加一段企业家代表的话——: set apart by dashes instead of a bracket. */
function readDashed({ text }: Paragraph, { start }: Hit): Reminder | undefined {
  const note = /^——([^—。；]{2,40})——/.exec(text.slice(start, start + LONGEST_NOTE + 4))?.[1];
  return note !== undefined && isDraftingNote(note)
    ? { start, end: start + note.length + 4, note }
    : undefined;
}

/** @城管局 核对数据: whom the draft goes to next; @清河发布 is an account. */
function readAt({ text }: Paragraph, { start, end }: Hit): Reminder | undefined {
  const asked = ASKED_AT.exec(text.slice(end, end + LONGEST_NOTE))?.[0];
  return asked === undefined
    ? undefined
    : { start, end: end + asked.length, note: text.slice(start, end + asked.length) };
}
const ASKED_AT = new RegExp(
  [
    String.raw`^[\u4e00-\u9fff]{2,8}[ \u3000，：:]{1,2}`,
    `(?:请|再|帮忙)?${anyOf('核 补 确认 提供 看 改 填 更新 报')}`,
    String.raw`[\u4e00-\u9fff]{0,10}`,
  ].join(''),
);

/** A cell of a table that holds nothing else: 待报; 待定 may be so announced. */
function readCell({ text }: Paragraph, { start, end, entry }: Hit): Reminder | undefined {
  const alone =
    /(?:^|[\t|])\s?$/.test(text.slice(Math.max(0, start - 2), start)) &&
    /^\s?(?:[\t|]|$)/.test(text.slice(end, end + 2));
  return alone && /[\t|]/.test(text) ? { start, end, note: entry.word, severity: 'warning' } : undefined;
}

/** 写作提示：开头要简洁…: a line that tells how to write what follows. */
function readHead(
  { text, contentStart, contentEnd }: Paragraph,
  { start, end, entry }: Hit,
): Reminder | undefined {
  const opens = start > contentStart && OPEN.includes(text[start - 1]!) ? 1 : 0;
  if (start - opens !== contentStart || contentEnd - contentStart > LONGEST_HEAD) return undefined;
  if (!/^[：:】\])）]/.test(text.slice(end, end + 1))) return undefined;
  return { start: contentStart, end: contentEnd, note: entry.word };
}
const LONGEST_HEAD = 120;

/** 城乡居民收入比为1.92，待统计局核定后更新。: the last clause says that the figure is not yet the right one. */
function readLater({ text }: Paragraph, { start, end }: Hit): Reminder | undefined {
  const until = /待[^，。；]{1,14}$/.exec(text.slice(Math.max(0, start - 15), start));
  if (!until || !/^(?:[，。；）)]|$)/.test(text.slice(end, end + 1))) return undefined;
  const from = start - until[0].length;
  // 有待, 期待: a word of its own; 待条件成熟后完善 is a plan.
  if (!/(?:^|[，；（(])$/.test(text.slice(Math.max(0, from - 1), from)) || !SETTLED.test(until[0]))
    return undefined;
  return { start: from, end, note: text.slice(from, end), severity: 'warning' };
}

/** What is waited for with a figure or a name. */
const SETTLED = /(?:核[定实准]|确[定认]|公布|发布|反馈|报送|提供|审定|统计|下达|到位|明确|出来)$/;

/** TODO, 待办：: typed in capitals, or at the head of a line with a colon; todo may be a word of a quotation. */
function readCode({ text, contentStart }: Paragraph, { start, end }: Hit): Reminder | undefined {
  const before = text.slice(Math.max(0, start - 12), start);
  const after = text.slice(end, end + 12);
  const note = text.slice(start, end);
  // “TODO应用” and the like is the name of a product.
  if (/[“《]$/.test(before) || /^\s?(?:应用|软件|大厦|公司|集团|模式|列表)/.test(after)) return undefined;
  if (/[\w./:-]$/.test(before) || /^[\w/-]/.test(after)) return undefined;
  const isMeant = /^[A-Z]+$/.test(note) || (start === contentStart && /^\s?[：:]/.test(after));
  return isMeant ? { start, end, note } : undefined;
}

/** Whether a bracket is no note to the writer, by where it stands: a version within a sentence, a button, what a notice asks. */
function isOfOthers(paragraph: Paragraph, { entry: { word, value } }: Hit, bracket: Range): boolean {
  const { text } = paragraph;
  if (value === 'version') return !isVersionOfTitle(paragraph, bracket);
  // 同意的请举手。（稍停）请放下。: the script of a vote.
  if (value === 'stage')
    return (
      SAYS_SO.test(text.slice(bracket.end, bracket.end + 3)) ||
      VOTES.test(text.slice(Math.max(0, bracket.start - 6), bracket.start)) ||
      (CEREMONIAL.test(word) &&
        bracket.start > paragraph.contentStart &&
        !SENTENCE_ENDS.at(text, bracket.start - 1))
    );
  // 点击【插入图片】: a button that is spoken of.
  if (value === 'what')
    return BUTTON.test(text.slice(Math.max(0, bracket.start - BUTTON_REACH), bracket.start));
  return value === 'aside' && PLEASE.test(word) && !endsHeading(paragraph, bracket);
}

/** 主持人（微笑着）说：…: how somebody says it, in an account. */
const SAYS_SO = /^[对向]?[\u4e00-\u9fff]?[说道问答]/;
/** 升国旗（奏唱国歌）: an item of the order of events; behind a sentence it tells the host. */
const CEREMONIAL = /国歌|^鸣炮|^奏乐/;
const VOTES = /请举手[。，！]?$/;

/** （可根据实际情况补充）: to the writer in a template, to the reader in a notice. （掌声）: a record of what was said has it too. */
function lighterOf(note: string, value: string): Pick<Reminder, 'severity'> {
  if (!DOUBTED.has(value)) return {};
  return { severity: note === '掌声' ? 'info' : 'warning' };
}

/** 此处插入数据: not 此处需要说明的是…, which is for the writer only where it is written into a bracket. */
function readHere(text: string, { start, end, entry: { word } }: Hit): Reminder | undefined {
  if (/^(?:这里|此处[可需应略])/.test(word)) return readAdvice(text, start, end);
  if (/[“”]$/.test(text.slice(start - 1, start)) || /^[一两这该]/.test(text.slice(end, end + 1)))
    return undefined;
  return { start, end, note: word };
}

/** 此处可补充典型案例: a sentence of its own that says what to write; 此处可设休息室 is about a place. */
function readAdvice(text: string, start: number, end: number): Reminder | undefined {
  if (start > 0 && !SENTENCE_ENDS.at(text, start - 1)) return undefined;
  const advice = ADVICE.exec(text.slice(end, end + LONGEST_ADVICE));
  return advice
    ? { start, end: end + advice[0].length, note: text.slice(start, end + advice[0].length) }
    : undefined;
}

const SENTENCE_ENDS = new Characters('。！？；\u3000 ');
const LONGEST_ADVICE = 30;
const WRITES = '补充 添加 增加 插入 列[出举] 展开 举例 写 填[写入] 替换 修改 删[减去]';
const ADVICE = new RegExp(
  String.raw`^(?:(?:根据|结合|视|酌情|按照?|适当|进一步)[^，。；]{0,12})?${anyOf(WRITES)}[^，。；\n]{0,16}(?=[。；]?$)`,
);

/** In running text: only at the head of a line, as the value of a label, or as the last word on what is missing. */
function readBare({ text, contentStart }: Paragraph, { start, end, entry }: Hit): Reminder | undefined {
  const { word: note, value } = entry;
  const before = text.slice(Math.max(0, start - 12), start);
  const after = text.slice(end, end + 12);
  if (start === contentStart && /^[：:]/.test(after)) return { start, end, note };
  if (STATUS.test(text.slice(Math.max(0, start - 10), start)) || STATUS_BEHIND.test(after)) return undefined;
  // 申报单位：请填写单位全称
  const asked =
    value === 'please' && LABELLED.test(before) ? ASKED_FOR.exec(text.slice(end))?.[0].length : undefined;
  if (asked !== undefined) return { start, end: end + asked, note: text.slice(start, end + asked) };
  if (!/^(?:[，。；！\s)）]|$)/.test(after)) return undefined;
  // 地点：待定: so it is announced, if it is not yet known.
  if (/[：:]\s*$/.test(before)) return { start, end, note, ...(note === '待定' && { severity: 'warning' }) };
  // 地点待定，以短信为准: told on purpose.
  if (note === '待定' && /^，(?:以|另行|届时|将)/.test(after)) return undefined;
  return value === 'pending' && AWAITED.test(before) ? { start, end, note, severity: 'warning' } : undefined;
}

/** What the label of a field asks for; 填表说明：请填写全称 tells how. */
const LABELLED = /(?<!说明|要求|提示|注意|备注|须知|事项|方法|步骤)[：:]\s?$/;
const ASKED_FOR = /^[\u4e00-\u9fff]{1,8}(?=$|[，；\s)）])/;

/** 办件状态设为：待确认 → 办理中: the name of a state. */
const STATUS = /(?:状态|设为|标记为|标为|显示|[→—]\s?>?)[^，。；]{0,4}$/;
const STATUS_BEHIND = /^["”]?\s?(?:→|->|—>|、已|、待|、办理中|两类|状态)/;

/** Words that say it in a bracket only. */
const BRACKETED: ReadonlySet<string> = new Set(['what', 'bare', 'adapt', 'aside', 'stage', 'version']);

const DOUBTED: ReadonlySet<string> = new Set(['bare', 'adapt', 'aside', 'stage', 'version']);

const OPEN_MATTERS =
  '单位 数字 数据 时间 地点 人选 人员 人数 次数 数量 总数 数额 面积 名次 名单 金额 日期 名称 姓名 职务 电话 内容 文号 具体情况 情况 议程 附件 图片 部分 标题 比例 口径 出处';
/** 时间待定, 具体数字待核实: what a draft leaves open. 有待完善, 亟待更新 are prose. */
const AWAITED = new RegExp(`${anyOf(OPEN_MATTERS)}(?:均|都|尚|仍|还)?$`);

/** The longest line that ends in the version of the draft it heads. */
const TITLE_LENGTH = 50;

/** 讲话（终稿）: at the end of a short line without a sentence. */
function isVersionOfTitle({ contentEnd, content }: Paragraph, bracket: Range): boolean {
  return (
    bracket.end === contentEnd &&
    content.length <= TITLE_LENGTH &&
    !/[。；，]|^(?:按照?|依[照据]|根据|参照|执行|采用)/.test(content)
  );
}

/** 请按…, …填写, which notices say to their readers as well. */
const PLEASE = /^请[按根结参对]|填[写列]$|^写[清明]$/;

/** 一、部门职责（请按三定方案填写）: at the end of a heading, or behind a sentence. */
function endsHeading({ text, contentStart, contentEnd, role }: Paragraph, bracket: Range): boolean {
  if (role === 'table' || bracket.end !== contentEnd) return false;
  return /^(?:[一二三四五六七八九十]{1,3}、|（[一二三四五六七八九十]{1,3}）|\d{1,2}[.．、])/.test(
    text.slice(contentStart, contentStart + 5),
  );
}

/** The innermost bracket that holds the range, brackets included. */
function bracketAround(text: string, start: number, end: number): { start: number; end: number } | undefined {
  let from = start - 1;
  while (from >= 0 && start - from < LONGEST_NOTE && !OPEN.includes(text[from]!)) {
    if (CLOSE.includes(text[from]!) || '。；'.includes(text[from]!)) return undefined;
    from--;
  }
  if (from < 0 || !OPEN.includes(text[from]!)) return undefined;
  let to = end;
  while (to < text.length && to - end < LONGEST_NOTE && !CLOSE.includes(text[to]!)) to++;
  return CLOSE.includes(text[to] ?? ' ') ? { start: from, end: to + 1 } : undefined;
}

/** 【待补】 TODO （此处插入…）: what the writer meant to come back to. */
export const reminder = defineParagraphRule<Reminder>({
  id: 'placeholder/reminder',
  severity: 'error',
  kinds: { law: 'info' },

  reads: reminders,
  find: (paragraph) => paragraph.fact(reminders),

  explain({ note }) {
    return { message: `写作提示“${note}”留在了文中，应补上内容或删去` };
  },

  ask({ note }) {
    return { slot: 'text', label: `补充内容（${note}）`, group: '' };
  },
});
