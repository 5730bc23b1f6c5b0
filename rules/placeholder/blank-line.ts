import type { Document } from '../../engine/document.ts';
import { defineFact, defineModel } from '../../engine/facts.ts';
import type { Range } from '../../engine/finding.ts';
import type { Paragraph } from '../../engine/paragraph.ts';
import { defineDocumentRule, type Match } from '../../engine/rule.ts';
import { CONTACT_LABELS } from '../../language/blanks/labels.ts';
import { type Placeholder, placeholders } from '../../language/blanks/placeholders.ts';
import { documentKind } from '../../language/layout/layout.ts';
import { boundBefore, PHRASE_STOPS } from '../../language/text/bounds.ts';
import { Characters } from '../../language/text/characters.ts';
import { wordList } from '../../language/text/lexicon.ts';
import { ONE_TO_NINE } from '../../language/text/numerals.ts';
import { anyOf } from '../../language/text/pattern.ts';
import { Token } from '../../language/text/scan.ts';
import { announcements, leavesUnnamed } from './template/announced.ts';
import { LONGEST_LABEL, unansweredMatters } from './template/matters.ts';
import { askFor, describe } from './unfilled.ts';

const FORM = wordList('blanks.form');

interface Line extends Match {
  readonly paragraph: Paragraph;
  /** Undefined where the whole line is of labels. */
  readonly placeholder: Placeholder | undefined;
  /** What the line stands behind, where it is told of for its label. */
  readonly label?: string;
}

/** The blanks drawn as lines: of a draft, or of a form that is filled in by hand. */
const lines = defineFact<readonly Placeholder[]>('blank lines', { tokens: [Token.Blank] }, (paragraph) =>
  paragraph.text.includes('_') || paragraph.text.includes('＿')
    ? paragraph.fact(placeholders).filter((p) => p.isLine)
    : [],
);

/** 联系人：　　联系电话：, 采购单位联系人：　电话：: who is to be asked, with nothing behind it. */
const CONTACTS = new RegExp(`^(?:[\\u4e00-\\u9fff]{0,6}${anyOf(CONTACT_LABELS)}[：:][ \\u3000]*){2,4}$`);
/** 请于5月10日前报送。|联系人：　　电话：, 有事请找管水员，|联系电话：: behind what a sentence says. */
const LED_CONTACTS = new RegExp(
  `[\\u4e00-\\u9fff”）][。；，](${anyOf(CONTACT_LABELS)}[：:][ \\u3000，]*){1,4}$`,
);
const MOST_CONTACTS = 60;

/** Where those contacts begin that have nothing behind them; `led`: a sentence stands before them. */
interface EmptyContacts {
  readonly start: number;
  readonly led: boolean;
}

const emptyContacts = defineFact<readonly EmptyContacts[]>('empty contacts', (paragraph) => {
  const { contentStart, contentEnd, text, role } = paragraph;
  if (!LABELLED.at(text, contentEnd - 1) || role === 'table') return [];
  if (contentEnd - contentStart <= MOST_CONTACTS && CONTACTS.test(paragraph.content))
    return [{ start: contentStart, led: false }];
  const tail = Math.max(contentStart, contentEnd - MOST_CONTACTS);
  const led = LED_CONTACTS.exec(text.slice(tail, contentEnd));
  return led ? [{ start: tail + led.index + 2, led: true }] : [];
});

/** 联系人： above 联系电话：0816-2345678: one label of a line that has nothing behind it. */
const LONE_CONTACT = new RegExp(`^(?:[\\u4e00-\\u9fff]{2})?${anyOf(CONTACT_LABELS)}[：:]$`);
const FILLED_CONTACT = new RegExp(
  `^(?:[\\u4e00-\\u9fff]{2})?${anyOf(CONTACT_LABELS)}[：:][ \\u3000]?[^\\s_＿]{2}`,
);

const loneContacts = defineFact<readonly true[]>(
  'lone contacts',
  ({ text, contentStart, contentEnd, content }) =>
    contentEnd - contentStart <= LONGEST_LABEL &&
    LABELLED.at(text, contentEnd - 1) &&
    LONE_CONTACT.test(content)
      ? SIGN
      : [],
);

/** 甲方：, 乙方（盖章）：: a party to a contract, and who it is. */
const PARTY = /^[甲乙丙丁]方(?<role>[\u4e00-\u9fff]{0,8}|（[^（）]{1,8}）)[：:](?<who>.{0,60})$/;
/** 承租方（以下简称乙方）：, 发包人（甲方）：. */
const CALLED_PARTY =
  /^[\u4e00-\u9fff]{2,6}[（(](?:以下)?(?:简称|称)?[“：:]?[甲乙丙丁]方”?[）)][：:](?<who>.{0,60})$/;
const PARTIES_NAMES = new Characters('甲乙丙丁');
/** So far into its line a party may be named. */
const PARTY_WITHIN = 16;

/** （身份证号：　　　） */
const EMPTY_FIELD = /（[\u4e00-\u9fff]{2,8}[：:][ \u3000_]*）/;

interface Party {
  /** （盖章）; empty at the head of the contract. */
  readonly role: string;
  readonly named: boolean;
}

const parties = defineFact<readonly Party[]>('parties', ({ text, contentStart, content }) => {
  const at = PARTIES_NAMES.next(text, contentStart, Math.min(text.length, contentStart + PARTY_WITHIN));
  if (text[at + 1] !== '方') return [];
  const { role = '', who } = (at === contentStart ? PARTY : CALLED_PARTY).exec(content)?.groups ?? {};
  return who === undefined ? [] : [{ role, named: who.replace(EMPTY_FIELD, '').trim() !== '' }];
});

const LABELLED = new Characters('：:');

/** 回执, 报名表: what stands above the lines of a form. */
const formHeads = defineFact<readonly true[]>('form heads', ({ content }) =>
  content.length <= FORM_HEAD && /(?:回执|表|单|卡|申请书)$|^附件/.test(content) ? SIGN : [],
);
const FORM_HEAD = 30;

/** What a line of a form looks like: 甲方：____, 申请人（签字）：　　年　月　日. */
const formLines = defineFact<readonly true[]>(
  'form lines',
  { tokens: [Token.Blank], words: [FORM] },
  (paragraph) => {
    const { text } = paragraph;
    if (paragraph.fact(emptyContacts).length > 0) return [];
    const labelled = /[：:]\s{0,4}[_＿]{2}/.test(text);
    const signed = paragraph.has(FORM) && (LEFT_OPEN.test(text) || /[：:]$/.test(paragraph.content));
    return labelled || signed ? SIGN : [];
  },
);

const LEFT_OPEN = /[_＿]{2}|[ \u3000]{2}[年月日]/;
const SIGN: readonly true[] = [true];

/** 工业品购销合同, 房屋租赁协议书（范本）: what is filled in by whoever signs. */
const CONTRACT = /^[^，。；：]{0,24}(?:合同|协议|契约)书?(?:（[^（）]{1,8}）)?$/;
const BLANK_OR_SPACE = { tokens: [Token.Blank, Token.Space] };
const open = defineFact('open lines', BLANK_OR_SPACE, ({ text }) => (LEFT_OPEN.test(text) ? SIGN : []));

/** One such line may stand below any text. */
const LINES_OF_FORM = 2;

/** Index of the line from which on the document is a form; behind the last where it is none. */
const formBegins = defineModel<number>('form begins', (document: Document) => {
  const isDrawn = document.paragraphsWith(open).length > LINES_OF_FORM;
  if (isDrawn && CONTRACT.test(document.paragraphs.find((p) => !p.blank)!.content)) return 0;
  const signs = document.paragraphsWith(formLines);
  return signs.length >= LINES_OF_FORM ? signs[0]!.index : document.paragraphs.length;
});

/** Index of the line from which on the document is a form, by its heading or its lines. */
const formFrom = (document: Document) =>
  Math.min(document.paragraphsWith(formHeads)[0]?.index ?? Infinity, document.model(formBegins));

const nameOf = ({ content }: Paragraph, label: string | undefined) =>
  label ?? content.replace(/[ \u3000]+/g, ' ');

/** What a draft itself says behind a label, and not whoever fills in a form. */
const OWN_LABELS =
  '[人员长师宾] 主持 致辞 揭牌 颁奖 授旗 讲解 记录 [主承协]办单位 责任单位 牵头单位 支持单位 地点 时间 主题 对象 代表';
/** 项目负责人：____: a label, and a line behind it up to a blank, a stop or the end. */
const LABELLED_LINE = new RegExp(
  `([\\u4e00-\\u9fff]{0,6}${anyOf(OWN_LABELS)})[：:]\\s?([_＿]{2,20})(?=[\\s，；。]|$)`,
  'g',
);
/** 联系电话：0371-5630021, 获奖代表：李静: a label with its value. */
const VALUED = /(?:^|[\s，；。])[\u4e00-\u9fff]{2,8}[：:]\s?[^\s_＿：:]{2}/;
/** 报名单位：____: whoever enters fills it in. */
const OTHERS_FILL =
  /报名|申报|申请|填报|参赛|推荐|签|章|审|甲方|乙方|紧急|法定|委托|受托|承租|出租|发包|承包|监护|家长/;
const LONGEST_ENTRY = 60;

interface Labelled extends Range {
  readonly label: string;
}

/** The lines behind labels of short entries, which readers of blanks leave to forms. */
const labelledLines = defineFact<readonly Labelled[]>(
  'labelled lines',
  { tokens: [Token.Blank] },
  (paragraph) => {
    const { text, contentStart, contentEnd, role } = paragraph;
    if (role === 'table' || contentEnd - contentStart > LONGEST_ENTRY || OTHERS_FILL.test(text)) return [];
    if (!text.includes('_') && !text.includes('＿')) return [];
    return [...text.matchAll(LABELLED_LINE)].map((m) => {
      const end = m.index + m[0].length;
      return { start: end - m[2]!.length, end, label: m[1]! };
    });
  },
);

/** Whether the entry above or below, or another label of the line itself, has its value: then the others were to have theirs. */
function standsAmongValues(document: Document, paragraph: Paragraph): boolean {
  if (VALUED.test(paragraph.content)) return true;
  return [-1, 1].some((step) => {
    const entry = step < 0 ? document.lineBefore(paragraph) : document.lineBehind(paragraph);
    return (
      entry !== undefined &&
      entry.contentEnd - entry.contentStart <= LONGEST_ENTRY &&
      VALUED_ENTRY.test(entry.content)
    );
  });
}

const VALUED_ENTRY = /^(?:\d{1,2}[.．、])?[\u4e00-\u9fff]{2,8}[：:]\s?[^\s_＿：:]{2}/;

/** ____ in running text, unless it belongs to a form: a contract, an application, a return slip. */
export const blankLine = defineDocumentRule<Line>({
  id: 'placeholder/blank-line',
  severity: 'error',
  kinds: { law: 'info' },

  *find(document) {
    yield* contacts(document);
    yield* halfContacts(document);
    yield* unnamedParties(document);
    for (const paragraph of unansweredMatters(document)) yield wholeLine(paragraph);
    yield* halfFilled(document);
    yield* unnamed(document);
    const drawn = document.paragraphsWith(lines);
    if (drawn.length === 0) return;
    const form = document.model(formBegins);
    for (const paragraph of drawn) {
      if (paragraph.index >= form) return;
      for (const placeholder of paragraph.fact(lines)) {
        const { start, end, severity } = placeholder;
        yield {
          start: paragraph.start + start,
          end: paragraph.start + end,
          severity,
          paragraph,
          placeholder,
        };
      }
    }
  },

  explain({ placeholder, paragraph, label }) {
    return placeholder
      ? describe(placeholder, paragraph)
      : { message: `“${nameOf(paragraph, label)}”后面空着` };
  },

  ask({ placeholder, paragraph, label }) {
    return placeholder
      ? askFor(placeholder, paragraph)
      : { slot: 'text', label: nameOf(paragraph, label), group: '' };
  },
});

/** 颁奖嘉宾：____ above 获奖代表：李静, outside of forms. */
function* halfFilled(document: Document): Generator<Line> {
  const labelled = document.paragraphsWith(labelledLines);
  if (labelled.length === 0) return;
  const head = formFrom(document);
  for (const paragraph of labelled) {
    if (paragraph.index >= head) return;
    if (!standsAmongValues(document, paragraph)) continue;
    const told = paragraph.fact(lines);
    for (const { start, end, label } of paragraph.fact(labelledLines)) {
      if (told.some((p) => p.start < end && start < p.end)) continue;
      const at = { start: paragraph.start + start, end: paragraph.start + end };
      yield { ...at, severity: 'warning', paragraph, placeholder: undefined, label };
    }
  }
}

/** 组成人员如下： above 三、工作任务: a list of names that is not there. */
function* unnamed(document: Document): Generator<Line> {
  for (const paragraph of document.paragraphsWith(announcements)) {
    const next = document.lineBehind(paragraph);
    if (!next || !leavesUnnamed(next.content)) continue;
    const clause = boundBefore(paragraph.text, paragraph.contentEnd - 1, PHRASE_STOPS, LONGEST_ENTRY);
    const label = paragraph.text.slice(clause, paragraph.contentEnd).trim();
    yield {
      start: paragraph.start + clause,
      end: paragraph.start + paragraph.contentEnd,
      severity: 'warning',
      paragraph,
      placeholder: undefined,
      label,
    };
  }
}

/** So many lines apart the parties stand. */
const PARTIES = 5;

/** A line that says nothing but what was to be told. */
function wholeLine(paragraph: Paragraph): Line {
  const { start, contentStart, contentEnd } = paragraph;
  return {
    start: start + contentStart,
    end: start + contentEnd,
    severity: 'warning',
    paragraph,
    placeholder: undefined,
  };
}

/** 乙方： below 甲方：清水县城关镇人民政府: where one is named the other was to be; where both are open a hand names them. */
function* unnamedParties(document: Document): Generator<Line> {
  const lines = document.paragraphsWith(parties);
  if (lines.length < 2) return;
  for (const [i, paragraph] of lines.entries()) {
    const [party] = paragraph.fact(parties);
    if (party!.named) continue;
    const beside = [lines[i - 1], lines[i + 1]].some((other) => {
      const its = other?.fact(parties)[0];
      return its?.named && its.role === party!.role && Math.abs(other!.index - paragraph.index) <= PARTIES;
    });
    if (!beside) continue;
    yield wholeLine(paragraph);
  }
}

/** In a notice whose own contacts are missing, or behind a sentence of any text; those of a return slip are for whoever returns it. */
function* contacts(document: Document): Generator<Line> {
  const empty = document.paragraphsWith(emptyContacts);
  if (empty.length === 0) return;
  const official = document.model(documentKind) === 'official';
  const head = formFrom(document);
  for (const paragraph of empty) {
    if (paragraph.index > head) return;
    // 监督电话： above 0816-2345678
    if (VALUE_BEGINS.test(document.lineBehind(paragraph)?.content ?? '')) continue;
    const [{ start, led }] = paragraph.fact(emptyContacts) as [EmptyContacts];
    if (!led && !official && !standsBelowProse(document, paragraph)) continue;
    const label = led
      ? paragraph.text.slice(start, paragraph.contentEnd).replace(/[ \u3000]+/g, ' ')
      : undefined;
    yield { ...wholeLine(paragraph), start: paragraph.start + start, ...(label !== undefined && { label }) };
  }
}

/** 联系人： beside 联系电话：0816-2345678, outside of forms: where one is told the other was to be. */
function* halfContacts(document: Document): Generator<Line> {
  const lone = document.paragraphsWith(loneContacts);
  if (lone.length === 0) return;
  const head = formFrom(document);
  const told = new Set<Paragraph>();
  for (const paragraph of lone) {
    if (paragraph.index >= head) return;
    const [before, behind] = [document.lineBefore(paragraph), document.lineBehind(paragraph)];
    if (VALUE_BEGINS.test(behind?.content ?? '')) continue;
    if (
      [before, behind].some((line) => line && (told.has(line) || FILLED_CONTACT.test(line.content))) ||
      standsBetweenHeads(document, paragraph, lone)
    ) {
      told.add(paragraph);
      yield wholeLine(paragraph);
    }
  }
}

/** 四、报名方式 ⏎ 报名电话： ⏎ 报名邮箱： ⏎ 五、其他事项: a part of the text itself that says nothing. */
function standsBetweenHeads(document: Document, paragraph: Paragraph, lone: readonly Paragraph[]): boolean {
  const beyond = (step: 1 | -1) => {
    let line = paragraph;
    for (let next: Paragraph | undefined = line; next && lone.includes(next); ) {
      line = next;
      next = step < 0 ? document.lineBefore(line) : document.lineBehind(line);
      if (next && !lone.includes(next)) return next.content;
    }
    return '';
  };
  const [above, below] = [beyond(-1), beyond(1)];
  if (NUMBERED.test(above)) return NUMBERED.test(below);
  // 请于6日前报送。 ⏎ 联系人： ⏎ 联系电话： ⏎ 清河县民政局
  const beside = [document.lineBefore(paragraph), document.lineBehind(paragraph)];
  return /[。！]$/.test(above) && SIGNS.test(below) && beside.some((line) => line && lone.includes(line));
}
/** Who issues the text. */
const SIGNS = /^[^，。；：]{3,30}(?:[局委办厅院校署处]|政府|办公室|委员会|中心|公司)$/;
const NUMBERED = new RegExp(`^(?:[${ONE_TO_NINE}十]{1,3}、|（[${ONE_TO_NINE}十]{1,3}）)`);

const VALUE_BEGINS = /^[（(]?[\dA-Za-z]/;

/** 联系人：　电话： straight below a sentence: the text's own, and no line of a form, which stands among others. */
function standsBelowProse(document: Document, paragraph: Paragraph): boolean {
  const [before, behind] = [document.lineBefore(paragraph), document.lineBehind(paragraph)];
  return (
    before !== undefined &&
    /[。！]$/.test(before.content) &&
    !(behind !== undefined && /[：:]$/.test(behind.content))
  );
}
