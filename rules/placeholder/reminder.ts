import { defineFact } from '../../engine/facts.ts';
import type { Severity } from '../../engine/finding.ts';
import type { Hit } from '../../engine/language.ts';
import type { Paragraph } from '../../engine/paragraph.ts';
import { defineParagraphRule, type Match } from '../../engine/rule.ts';
import { placeholders } from '../../language/blanks/placeholders.ts';
import { wordList } from '../../language/text/lexicon.ts';
import { fields } from './template-field.ts';

const NOTES = wordList('placeholder.reminders');

interface Reminder extends Match {
  /** The words of the note. */
  readonly note: string;
}

const OPEN = '【（([［〔';
const CLOSE = '】）)]］〕';

/** The longest note in brackets, in units. */
const LONGEST_NOTE = 40;

/** What stands before the name of a button or a column. */
const BUTTON = /(?:点击|单击|选择|选中|按|进入|打开|填写|[”】])$/;

const reminders = defineFact<readonly Reminder[]>('reminders', { words: [NOTES] }, (paragraph) => {
  const found: Reminder[] = [];
  let end = 0;
  for (const hit of paragraph.hits(NOTES)) {
    if (hit.start < end) continue;
    const reminder = readReminder(paragraph, hit);
    if (!reminder) continue;
    end = reminder.end;
    found.push(reminder);
  }
  // 若干（待填） is one blank, told of by placeholder/unfilled.
  const taken = new Set(paragraph.fact(placeholders).map((p) => p.end));
  // So is [填写具体时间] one field, told of by placeholder/template-field.
  const others = found.length === 0 ? [] : paragraph.fact(fields);
  return found.filter((r) => !taken.has(r.end) && !others.some((f) => f.start < r.end && r.start < f.end));
});

function readReminder({ text, contentStart }: Paragraph, hit: Hit): Reminder | undefined {
  const { entry, start, end } = hit;
  const before = text.slice(Math.max(0, start - 12), start);
  const after = text.slice(end, end + 12);
  if (entry.value === 'code') {
    // “TODO应用” and the like is the name of a product.
    const product = /[“《]$/.test(before) || /^\s?(?:应用|软件|大厦|公司|集团|模式|列表)/.test(after);
    const alone = !product && !/[\w./:-]$/.test(before) && !/^[\w/-]/.test(after);
    // Typed in capitals, or at the head of a line with a colon; todo may be a word of a quotation.
    const meant =
      /^[A-Z]+$/.test(text.slice(start, end)) || (start === contentStart && /^\s?[：:]/.test(after));
    return alone && meant ? { start, end, note: text.slice(start, end) } : undefined;
  }
  const bracket = bracketAround(text, start, end);
  // 点击【插入图片】: a button that is spoken of.
  if (
    entry.value === 'what' &&
    bracket &&
    BUTTON.test(text.slice(Math.max(0, bracket.start - 6), bracket.start))
  )
    return undefined;
  if (bracket && isNote(text.slice(bracket.start + 1, bracket.end - 1), entry.value)) {
    const note = text.slice(bracket.start + 1, bracket.end - 1);
    // （可根据实际情况补充）: to the writer in a template, to the reader in a notice.
    return { ...bracket, note, ...(DOUBTED.has(entry.value) && { severity: 'warning' as const }) };
  }
  if (BRACKETED.has(entry.value)) return undefined;
  if (entry.value === 'here') {
    // 此处需要说明的是…: only what is written into a bracket is for the writer.
    if (/^(?:这里|此处[可需略])/.test(entry.word)) return undefined;
    return /[“”]$/.test(before) || /^[一两这该]/.test(after) ? undefined : { start, end, note: entry.word };
  }
  if (start === contentStart && /^[：:]/.test(after)) return { start, end, note: entry.word };
  // In running text: only as the value of a label, or as the last word on what is missing.
  const closes = /^(?:[，。；！\s)）]|$)/.test(after);
  if (!closes) return undefined;
  // 地点：待定: so it is announced, if it is not yet known.
  if (/[：:]\s*$/.test(before))
    return { start, end, note: entry.word, ...(entry.word === '待定' && { severity: 'warning' as const }) };
  if (entry.value !== 'pending' || !AWAITED.test(before)) return undefined;
  return { start, end, note: entry.word, severity: 'warning' satisfies Severity };
}

/** Words that say it in a bracket only. */
const BRACKETED: ReadonlySet<string> = new Set(['what', 'bare', 'adapt']);

const DOUBTED: ReadonlySet<string> = new Set(['bare', 'adapt']);

/** 时间待定, 具体数字待核实: what a draft leaves open. 有待完善, 亟待更新 are prose. */
const AWAITED =
  /(?:数字|数据|时间|地点|人选|人员|名单|金额|日期|名称|姓名|内容|文号|具体情况|情况|议程|附件|图片|部分|标题|比例|口径|出处)(?:均|都|尚|仍|还)?$/;

/** Whether a bracket holds a note to the writer, not a clause that happens to have the word: （待定事项见附件2）. */
function isNote(inside: string, value: string): boolean {
  const bare = inside.trim().replace(/^(?:注|备注|说明|提示)[：:]/, '');
  if (value === 'bare')
    return /^(?:此处|这里|本段|该段|部分|相关|具体|尚|仍|还|数据|案例|内容){0,3}(?:需要?(?:补充|核实|完善|修改)|缺数据|缺失|暂缺|插图|配图)(?:数据|案例|内容|具体情况)?$/.test(
      bare,
    );
  if (value === 'adapt')
    return /^(?:以[上下]|此处|这里|本段|该部分|具体)?(?:内容|部分|数据|情况)?(?:请|可|需)?(?:自行)?(?:根据|结合|按照?)[^，。；]{0,10}实际/.test(
      bare,
    );
  if (value === 'what') {
    return /^(?:填写|填入|补充|插入|输入|列举|添加)?(?:具体|相关|有关|本单位|单位)?(?:的)?(?:数字|数据|数值|案例|事例|时间|名称|金额|人数|数量|内容|图片|表格|照片|统计表)$/.test(
      bare,
    );
  }
  if (value === 'here' || value === 'please')
    return /^(?:如需)?(?:此处|这里|请|在此|点击|单击|自行|根据|结合)/.test(bare);
  return (
    /^(?:[^。；]{0,16}[，,])?(?:[\u4e00-\u9fff]{0,8}?)待(?:补充?|核[实对定]?|填[写报]?|定|确认|完善|更新|查证?|添加|插入|修改|商|落实|提供|续写?|统计)(?!事项|问题|项目|人员|单位|案件|工作|后|的)[^，。；]{0,12}$/.test(
      bare,
    ) &&
    !/(?:有|亟|等|对|期|看|善|虐|招|接|款|优|厚)待/.test(bare) &&
    !/待定(?:点|额|向|位|价|性)/.test(bare)
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
