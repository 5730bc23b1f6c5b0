import type { Document } from '../../engine/document.ts';
import type { Paragraph } from '../../engine/paragraph.ts';
import { defineDocumentRule, type Match } from '../../engine/rule.ts';
import { writeHanCount } from '../../language/text/numerals.ts';
import {
  conferralsOf,
  type Roster,
  type RosterCount,
  type RosterEntry,
  rosterBelow,
  rosterHeads,
} from './lists/rosters.ts';

type RosterProblem =
  /** 优秀共产党员（15名） over fourteen names; `by`: 授予…等15名 where the text says it. */
  | {
      readonly is: 'length';
      readonly says: RosterCount;
      readonly by: 'heading' | 'text';
      readonly roster: Roster;
    }
  | { readonly is: 'repeated'; readonly entry: RosterEntry; readonly earlier: RosterEntry };

interface RosterMatch extends Match {
  readonly problem: RosterProblem;
}

/** 优秀共产党员（15名） over fourteen names, or over one name twice. */
export const roster = defineDocumentRule<RosterMatch>({
  id: 'figures/roster',
  severity: 'warning',
  awaitsMore: true,
  since: '0.14.0',

  *find(document) {
    for (const paragraph of document.paragraphsWith(rosterHeads)) {
      const below = rosterBelow(document, paragraph);
      if (!below) continue;
      yield* lengths(document, paragraph, below);
      yield* repeated(below);
    }
  },

  explain({ problem }) {
    if (problem.is === 'repeated') {
      const { entry, earlier } = problem;
      return {
        message: `“${entry.name}”在名单中列了两次${entry.post ? '' : '，如是同名的两人，可注明单位'}`,
        evidence: [{ start: earlier.start, end: earlier.end, message: `前一处“${earlier.name}”` }],
      };
    }
    const { says, by, roster } = problem;
    const listed = `${roster.entries.length}${says.measure}`;
    const lead = by === 'heading' ? '标题写明' : '正文称';
    const place = by === 'heading' ? '其下名单' : '所附名单';
    return {
      message: `${lead}${says.count}${says.measure}，${place}列出${listed}`,
      evidence: [{ ...contentOf(roster.first), end: contentOf(roster.last).end, message: `列出${listed}` }],
    };
  },

  fix({ start, end, problem }) {
    // Which of the two is meant to be another, or nobody, only the writer knows.
    if (problem.is === 'repeated') return [];
    const { says, roster } = problem;
    const count = roster.entries.length;
    const text = (/\d/.test(says.digits) ? `${count}` : writeHanCount(count)) + says.measure;
    return [{ title: `改为“${text}”`, edits: [{ start, end, text }], safe: false }];
  },
});

function* lengths(document: Document, head: Paragraph, below: Roster): Generator<RosterMatch> {
  const [title] = head.fact(rosterHeads);
  const said = [
    ...(title!.says ? [{ paragraph: head, says: title!.says, by: 'heading' as const }] : []),
    ...Array.from(conferralsOf(document, head, title!), (one) => ({ ...one, by: 'text' as const })),
  ];
  for (const { paragraph, says, by } of said) {
    if (says.count === below.entries.length) continue;
    const { start, end } = says;
    const problem = { is: 'length', says, by, roster: below } as const;
    yield { start: paragraph.start + start, end: paragraph.start + end, problem };
  }
}

/** A name that stands alone may be that of two persons. */
function* repeated({ entries }: Roster): Generator<RosterMatch> {
  const known = new Map<string, RosterEntry>();
  for (const entry of entries) {
    const key = `${entry.name} ${entry.post}`;
    const earlier = known.get(key);
    known.set(key, entry);
    if (!earlier) continue;
    const isSure = entry.post !== '' || entry.name.length > LONGEST_NAME;
    const { start, end } = entry;
    yield {
      start,
      end,
      problem: { is: 'repeated', entry, earlier },
      ...(isSure ? {} : { severity: 'info' }),
    };
  }
}
const LONGEST_NAME = 3;

function contentOf({ start, contentStart, contentEnd }: Paragraph): { start: number; end: number } {
  return { start: start + contentStart, end: start + contentEnd };
}
