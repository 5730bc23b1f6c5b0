import type { Document } from '../../engine/document.ts';
import { defineFact } from '../../engine/facts.ts';
import type { Evidence, Range } from '../../engine/finding.ts';
import type { Paragraph } from '../../engine/paragraph.ts';
import { defineDocumentRule, type Match } from '../../engine/rule.ts';
import { declaredCounts } from '../../language/structure/declared-counts.ts';
import { Characters } from '../../language/text/characters.ts';
import { readHits } from '../../language/text/hits.ts';
import { lexicon, wordList } from '../../language/text/lexicon.ts';
import { writeHanNumber } from '../../language/text/numerals.ts';
import { anyOf } from '../../language/text/pattern.ts';
import { type Break, findBreaks } from './series/alignment.ts';
import { type Misannounced, misannounced } from './series/speakers.ts';

const ITEMS = wordList('numbering.agenda');
/** The numbers of the words, read once. */
const VALUES = new Map(lexicon.entriesOf(ITEMS).map((entry) => [entry, Number(entry.value)]));

/** 第二项 where the host turns to it. Relative to the paragraph. */
interface Item extends Range {
  readonly value: number;
  /** Whether it is an agenda's by its own words (进行第二项, 第二项议程), not by its neighbours only (第二项，). */
  readonly sure: boolean;
}

const GATHERINGS = '会议 大会 活动 仪式 典礼 论坛 培训 比赛 晚会 座谈会 今天 本次 这次 此次 上午 下午 晚上';
const TURNS = '首先 下面 接下来 接着 现在 最后 然后 随后 紧接着 请大家 我们';
/** 下面，进行今天会议的|第二项: what leads to the number from the beginning of its sentence, and whether something is gone on with. */
const LEADS = new RegExp(
  `^(?:${anyOf(TURNS)}[，,]?){0,2}(?:${anyOf(GATHERINGS)}){0,2}的?(?:(?:进行|转入|进入|开始)(?:${anyOf(GATHERINGS)}){0,2}的?(?:议程的?)?)?$`,
);
const GOES_ON = /(?:进行|转入|进入|开始)[^，]{0,8}$/;
/** 会议第一项：. */
const OF_MEETING = /(?:会议|大会|活动|仪式|典礼)的?$/;
/** What the number counts, and how the words go on: 第二项议程，, 第二项：, 第二项是. */
const NAMED = /^(议程|议题|程序|内容|环节|活动)?(?:是|[，,：:、\s　——]|$)/;
/** Where sentences begin, for who speaks. */
const SENTENCE = new Characters('。；：！？:;!?');
/** What leads to the number is no longer. */
const LONGEST_LEAD = 24;

const items = defineFact<readonly Item[]>('agenda items', { words: [ITEMS] }, (paragraph) =>
  paragraph.role === 'table'
    ? []
    : readHits(paragraph.hits(ITEMS), ({ start, end, entry }) => {
        const { text } = paragraph;
        const named = NAMED.exec(text.slice(end, end + 4));
        if (!named) return undefined;
        const from = SENTENCE.behindLast(text, Math.max(0, start - LONGEST_LEAD), start);
        const lead = text.slice(from, start).trim();
        if (!LEADS.test(lead)) return undefined;
        const sure = GOES_ON.test(lead) || named[1] !== undefined || OF_MEETING.test(lead);
        return { start, end, value: VALUES.get(entry)!, sure };
      }),
);

/** What is wrong with the numbers of an agenda. */
type AgendaFault =
  /** A number is missing, comes twice, or before its turn. */
  | { readonly kind: 'break'; readonly run: AgendaRun; readonly broken: Break }
  /** 共有四项议程, of which the host comes to three. */
  | { readonly kind: 'count'; readonly run: AgendaRun; readonly said: string }
  /** 请三位同志作表态发言, and four are called. */
  | { readonly kind: 'speakers'; readonly said: string; readonly told: Misannounced };

interface Misnumbered extends Match {
  readonly fault: AgendaFault;
}

/** 会议进行第一项 … 会议进行第三项: the script of a host numbers the agenda, and a number is missing, comes twice, or is not the one announced. */
export const agenda = defineDocumentRule<Misnumbered>({
  id: 'numbering/agenda',
  since: '0.5.0',
  severity: 'error',
  kinds: { law: 'off' },

  *find(document) {
    for (const run of runsOf(document)) {
      yield* breaksOf(run);
      yield* miscounted(run, document);
    }
    for (const told of misannounced(document)) yield uncalled(told);
  },

  explain({ fault }) {
    switch (fault.kind) {
      case 'break':
        return {
          message: sayBreak(fault.run, fault.broken),
          evidence: evidenceOf(fault.run, fault.broken.at),
        };
      case 'count':
        return {
          message: `称有“${fault.said}”议程，其后进行到“${labelOf(fault.run.at(-1)!)}”`,
          evidence: evidenceOf(fault.run, fault.run.length),
        };
      case 'speakers':
        return saySpeakers(fault.said, fault.told);
    }
  },
});

function saySpeakers(said: string, { ahead, called }: Misannounced) {
  return {
    message: ahead
      ? `称请“${said}”位发言，其后请了 ${called.length} 位`
      : `称“${said}”位发了言，其前请了 ${called.length} 位`,
    evidence: called.map(({ paragraph: { start, index }, speech }) => ({
      start: start + speech.start,
      end: start + speech.end,
      message: `第${index + 1}行`,
    })),
  };
}

/** That fewer are called than announced may be as one is called in other words. */
function uncalled(told: Misannounced): Misnumbered {
  const { paragraph, stated, value, called } = told;
  return {
    start: paragraph.start + stated.start,
    end: paragraph.start + stated.end,
    fault: { kind: 'speakers', said: paragraph.text.slice(stated.start, stated.end), told },
    severity: called.length > value ? 'warning' : 'info',
  };
}

interface Placed {
  readonly paragraph: Paragraph;
  readonly item: Item;
}

type AgendaRun = readonly Placed[];

/** What the host counts from one on; the afternoon begins anew. Runs in which nothing speaks of an agenda are lists of the text. */
function* runsOf(document: Document): Generator<AgendaRun> {
  let run: Placed[] = [];
  for (const paragraph of document.paragraphsWith(items)) {
    for (const item of paragraph.fact(items)) {
      if (item.value === 1 && run.length > 0) {
        yield run;
        run = [];
      }
      run.push({ paragraph, item });
    }
  }
  yield run;
}

function isAgenda(run: AgendaRun): boolean {
  return run.filter(({ item }) => item.sure).length * 2 >= run.length && run.length > 1;
}

/** A gap may be an item that the host leads to without its number: less sure than a number that comes twice. */
function* breaksOf(run: AgendaRun): Generator<Misnumbered> {
  if (!isAgenda(run)) return;
  const values = run.map(({ item }) => item.value);
  const breaks = findBreaks(values, values[0]);
  // So many are no agenda.
  if (breaks.length * 2 > values.length) return;
  for (const broken of breaks) {
    const { paragraph, item } = run[broken.at]!;
    yield {
      start: paragraph.start + item.start,
      end: paragraph.start + item.end,
      fault: { kind: 'break', run, broken },
      ...(broken.how === 'gap' ? { severity: 'warning' as const } : {}),
    };
  }
}

function sayBreak(run: AgendaRun, { at, value, expected, how }: Break): string {
  const label = labelOf(run[at]!);
  const list = run.map(labelOf).join('、');
  if (how === 'swapped') return `“${label}”与“${labelOf(run[at + 1]!)}”次序颠倒：议程现有${list}`;
  const before = labelOf(run[at - 1]!);
  const missing = `第${writeHanNumber(expected)}${/项|个环节/.exec(label)?.[0]}`;
  if (how === 'gap' && value > expected)
    return `“${before}”之后是“${label}”，缺“${missing}”：议程现有${list}`;
  return `“${before}”之后应为“${missing}”，文中是“${label}”：议程现有${list}`;
}

function labelOf({ paragraph, item }: Placed): string {
  return paragraph.text.slice(item.start, item.end);
}

/** The items beside the break. */
function evidenceOf(run: AgendaRun, at: number): Evidence[] {
  return [run[at - 1], run[at + 1]]
    .filter((placed) => placed !== undefined)
    .map((placed) => ({
      start: placed.paragraph.start + placed.item.start,
      end: placed.paragraph.start + placed.item.end,
      message: `“${labelOf(placed)}”`,
    }));
}

/** Lines behind the last item in which the host may go on without a number. */
const GOES_ON_BELOW = /^(?:[^，。；]{0,8}[，。])?(?:下面|接下来|最后|接着|现在|随后)/;
/** 下面进行第四项，请社区代表发言。|最后，请区长讲话。 */
const GOES_ON_BESIDE = /[。；！](?:下面|接下来|最后|接着|现在|随后)，?[请由]/;
const AGENDA_NOUN = /^(?:项(?:议程|议题|程序)|个环节)/;

/** 共有四项议程, of which the host comes to three, or to five. */
function* miscounted(run: AgendaRun, document: Document): Generator<Misnumbered> {
  const [first] = run;
  if (!isAgenda(run) || !first || run.some(({ item }, i) => item.value !== i + 1)) return;
  for (const paragraph of document.paragraphsWith(declaredCounts)) {
    if (paragraph.index > first.paragraph.index) return;
    const claim = paragraph
      .fact(declaredCounts)
      .find(({ measure, noun }) => AGENDA_NOUN.test(measure + noun));
    if (!claim || claim.value === run.length) continue;
    const last = run.at(-1)!;
    const rest = document.paragraphs.slice(last.paragraph.index + 1);
    const goesOn =
      GOES_ON_BESIDE.test(last.paragraph.text.slice(last.item.end)) ||
      rest.some(({ content }) => GOES_ON_BELOW.test(content.slice(0, 16)));
    if (run.length < claim.value && goesOn) return;
    const said = paragraph.text.slice(claim.numberStart, claim.numberEnd + claim.measure.length);
    yield {
      start: paragraph.start + claim.numberStart,
      end: paragraph.start + claim.numberEnd + claim.measure.length,
      fault: { kind: 'count', run, said },
      severity: 'warning',
    };
    return;
  }
}
