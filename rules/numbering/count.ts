import type { Document } from '../../engine/document.ts';
import { type Evidence, type Fix, MOST_EVIDENCE } from '../../engine/finding.ts';
import type { Paragraph } from '../../engine/paragraph.ts';
import { defineDocumentRule, type Match } from '../../engine/rule.ts';
import { breaksOff } from '../../language/layout/broken-lines.ts';
import { wordsEnd } from '../../language/structure/announcements.ts';
import {
  type Claim,
  type ClaimGroup,
  contradictions,
  groupClaims,
  type Statement,
} from '../../language/structure/claims.ts';
import type { Series } from '../../language/structure/structure.ts';
import { Characters } from '../../language/text/characters.ts';
import { writeHanCount, writeHanNumber } from '../../language/text/numerals.ts';
import { isHan } from '../../language/text/scan.ts';
import { wideTextOf } from '../../language/text/wide.ts';
import { brokenSeries } from './sequence.ts';
import { listMembers, memberEvidence } from './series/describe.ts';

interface Miscounted extends Match {
  readonly group: ClaimGroup;
  readonly statement: Statement;
}

const fixes = new WeakMap<ClaimGroup, Fix>();

/** A declared number and a list of another length. Every statement of the number is reported; they change together. */
export const count = defineDocumentRule<Miscounted>({
  id: 'numbering/count',
  awaitsMore: true,
  severity: 'error',

  *find(document) {
    const broken = document.model(brokenSeries).found;
    for (const group of groupClaims(document, (claim) => !agrees(document, claim, broken))) {
      for (const statement of group.statements) {
        const { paragraph, count } = statement;
        yield {
          start: paragraph.start + count.start,
          end: paragraph.start + wordsEnd(count),
          group,
          statement,
          // A list of one may be a list just begun.
          ...(group.members.length === 1 || !group.sure ? { severity: 'warning' as const } : {}),
        };
      }
    }
    for (const { claim, statement } of contradictions(document)) {
      const { paragraph, count } = statement;
      const group = { ...claim, anchor: statement, statements: [statement] };
      const place = { start: paragraph.start + count.start, end: paragraph.start + wordsEnd(count) };
      yield { ...place, group, statement, severity: 'warning' };
    }
  },

  explain({ group, statement }) {
    return { message: say(group, statement), evidence: evidenceOf(group, statement) };
  },

  fix({ group }) {
    // One and the same for all statements.
    let fix = fixes.get(group);
    if (!fix) {
      fix = changeNumber(group);
      fixes.set(group, fix);
    }
    return [fix];
  },
});

/** A great number is not so many times the list by a slip. */
const MANY = 20;
const NO_SLIP = 4;

function agrees(
  document: Document,
  { anchor, series, members, whole }: Claim,
  broken: ReadonlyMap<Series, unknown>,
): boolean {
  const { value } = anchor.count;
  if (members.length === value || !whole) return true;
  if (
    members.length < value &&
    (goesOn(members) || goesOnOtherwise(members) || isBrokenOff(document, members))
  )
    return true;
  // 《决定》共15条，一是…、二是…: its articles, and what they say for the most part.
  if (isOfArticles(anchor)) return true;
  // 共实施项目86个： over four kinds of them: the list is of something else.
  if (value >= MANY && members.length * NO_SLIP < value) return true;
  // 首先 其次 of two, and 最后，祝大家…: the close of the speech counts with the list or does not.
  const { mark, paragraph } = series.last;
  const maybeClose = mark.kind === 'first-next' && mark.value === 0 && !isOfList(paragraph, mark, members);
  if (maybeClose && series.members.length === value + 1) return true;
  // 第一、第二、第三, and 第二 of another list behind them.
  if (value > 2 && members[value - 1]?.mark.value === value && members[value]!.mark.value === 2) return true;
  // The last number is the declared one: a member's number is missing, which numbering/sequence says.
  return broken.has(series) && lastNumber(series) === value;
}

/** 首先 再次 最后: the last of them says four. */
function lastNumber({ members, last }: Series): number {
  return last.mark.value || (members.at(-2)?.mark.value ?? 0) + 1;
}

/** ；最后是效率与公平的关系; 首先要…，其次要…，最后要…: one of the list, and not the close of the speech. */
function isOfList({ text }: Paragraph, mark: Series['last']['mark'], members: Claim['members']): boolean {
  const verb = text[mark.end]!;
  // 最后，要感谢大家
  if (verb !== '是' && !(verb === '要' && mark.end === mark.numberEnd)) return false;
  return (
    text[mark.start - 1] === '；' || members.every((one) => one.paragraph.text.startsWith(verb, one.mark.end))
  );
}

const OF_A_LAW = /(?:》|条例|办法|规定|决定|细则|章程)共(?:有)?$/;
function isOfArticles({ paragraph: { text }, count: { start, numberEnd } }: Statement): boolean {
  return text[numberEnd] === '条' && OF_A_LAW.test(text.slice(Math.max(0, start - 6), start));
}

/** Whether the line of the last member was broken for the page's sake: the list may go on below. */
function isBrokenOff(document: Document, members: Claim['members']): boolean {
  const { paragraph, mark } = members[members.length - 1]!;
  return !mark.lead && breaksOff(document, paragraph);
}

/** 一看合同，二看账户，|三打电话: the next number, with a verb of its own behind it, in the clauses that follow. */
function goesOn(members: Claim['members']): boolean {
  const { paragraph, mark } = members[members.length - 1]!;
  if (members.length < 2) return false;
  const text = wideTextOf(paragraph);
  const end = Math.min(text.length, mark.end + NEXT_CLAUSE);
  const at = PAUSES.next(text, mark.end, end);
  if (at >= end || text[at] === '。') return false;
  const next = writeHanNumber(members.length + 1);
  return (
    text.startsWith(next, at + 1) &&
    isHan(text.charCodeAt(at + 1 + next.length)) &&
    !COUNTED.at(text, at + 1 + next.length)
  );
}
/** A clause with a verb and what it is done to is no longer. */
const NEXT_CLAUSE = 24;
const PAUSES = new Characters('，；。');
/** 三个方面, 三是: no verbs. */
const COUNTED = new Characters('个项件次年月点条名位家种类大是要者则来');

/** 一是临床检查；二是影像检查；|最重要的是病理检查。: another of them, behind a semicolon of the same sentence, that words and no number begin. */
function goesOnOtherwise(members: Claim['members']): boolean {
  const { paragraph, mark } = members[members.length - 1]!;
  const text = wideTextOf(paragraph);
  const at = text.indexOf('；', mark.end);
  return (
    at >= 0 && text.indexOf('。', mark.end) > at && ANOTHER.test(text.slice(at + 1, at + 1 + NEXT_CLAUSE))
  );
}
const ANOTHER = /^(?:最[^，。；]{1,8}是|还有|另外|另有|另一|再就是|再有|此外)/;

function quote({ paragraph, count }: Statement): string {
  return paragraph.text.slice(count.start, wordsEnd(count));
}

function say({ members, anchor, statements }: ClaimGroup, statement: Statement): string {
  const back = statement.paragraph.start + statement.count.start > members[0]!.start;
  const many = members.length > anchor.count.value ? '列出了' : '只列出';
  const list = listMembers(members, statement.paragraph);
  const others = statements.length > 1 ? `；全文 ${statements.length} 处称“${quote(anchor)}”，须一并改` : '';
  return `${back ? '此处' : '前文'}称“${quote(statement)}”，${back ? '前面' : '其后'}${many} ${members.length} 项${list.startsWith('（') ? `：${list}` : `（${list}）`}${others}`;
}

function evidenceOf({ members, statements }: ClaimGroup, statement: Statement): Evidence[] {
  const evidence = memberEvidence(members);
  let left = MOST_EVIDENCE;
  for (const s of statements) {
    if (s === statement) continue;
    // A number stated n times has n findings: none of them may go over all n.
    if (left-- === 0) break;
    evidence.push({
      start: s.paragraph.start + s.count.start,
      end: s.paragraph.start + wordsEnd(s.count),
      message: `同一说法“${quote(s)}”`,
    });
  }
  return evidence;
}

function changeNumber({ anchor, members, statements }: ClaimGroup): Fix {
  const actual = members.length;
  const write = ({ count }: Statement) => (count.arabic ? String(actual) : writeHanCount(actual));
  const after = write(anchor) + anchor.paragraph.text.slice(anchor.count.numberEnd, wordsEnd(anchor.count));
  return {
    title: statements.length > 1 ? `${statements.length} 处一并改为“${after}”` : `改为“${after}”`,
    edits: statements.map((s) => ({
      start: s.paragraph.start + s.count.numberStart,
      end: s.paragraph.start + s.count.numberEnd,
      text: write(s),
    })),
    safe: false,
  };
}
