/** Votes and attendance: more votes than voters, more present than invited. */
import type { Quantity } from '../../../language/quantities/quantities.ts';
import { Characters } from '../../../language/text/characters.ts';
import { sumOf } from '../../../language/text/interval.ts';
import { anyOf } from '../../../language/text/pattern.ts';
import type { Relation } from './relation.ts';
import type { Saying } from './saying.ts';
import { lead, type Sentence } from './sentences.ts';
import { restOf } from './shapes.ts';
import { adds } from './sums.ts';
import { pushSubset } from './wholes.ts';

const VOTE = /(?:赞成票?|同意票?|反对票?|不同意票?|弃权票?)(?:为|有|共|数)?$/;
const PRESENCES = [
  '实到 到会 出席 参会 参加(?:会议|表决|投票) 有表决权的?',
  '收回(?:有效)?(?:选票|表决票|票)? 发出(?:选票|表决票|票)? 投票',
];
const PRESENT = new RegExp(String.raw`${anyOf(PRESENCES)}[^，。；、\d]{0,8}$`);
const INVITED = /应(?:到|出席)[^，。；、\d]{0,8}$/;
const GIVEN_OUT = /(?:发出|发放|印发)(?:选票|表决票|测评票|票|问卷)[^，。；、\d]{0,4}$/;
const TAKEN_IN = /收回(?:有效)?(?:选票|表决票|测评票|票|问卷)?[^，。；、\d]{0,4}$/;
const VALID = /^(?:其中)?有效(?:选票|表决票|测评票|票|问卷)(?:为|有|共)?$/;
const ABSENT = /(?:请假|缺席|未到|缺勤)的?[^，。；、\d]{0,4}$/;

/** 应到212名，请假9名，实到203名 */
function pushAttendance(invited: Quantity, absent: Quantity, present: Quantity, found: Relation[]): void {
  found.push({
    ...restOf(invited, absent, present),
    alternatives: [{ figure: absent, value: invited.value - present.value }],
    doubtful: true,
  });
}

/** 票, and what 实到 and 应到 end with, so far before a figure: 应到会|代表158名. */
const ATTENDS = new Characters('到票卷席');
const ATTENDS_REACH = 6;

/** 实到28名，赞成27票，反对2票，弃权1票 · 应到32名，实到35名 */
export function readVotes(text: string, { figures }: Sentence, found: Relation[]): void {
  if (!figures.some((q) => q.unit === '票' || ATTENDS.isIn(text, q.start - ATTENDS_REACH, q.start))) return;
  const invited = figures.find((q) => INVITED.test(lead(text, q)));
  const present = figures.filter((q) => PRESENT.test(lead(text, q)) && adds(q)).at(-1);
  const votes = figures.filter((q) => isVote(text, q) && q.scale === 1 && q.approximation === 'exact');
  if (invited && present && present.start > invited.end && invited.kind === present.kind)
    pushSubset({ whole: invited, part: present, among: true }, found);
  const absent = figures.find((q) => ABSENT.test(lead(text, q)) && adds(q));
  if (invited && absent && present && absent.start > invited.end && present.start > absent.end)
    pushAttendance(invited, absent, present, found);
  const [out, back] = [GIVEN_OUT, TAKEN_IN].map((w) => figures.find((q) => w.test(lead(text, q)) && adds(q)));
  if (out && back && out.end < back.start && out.unit === back.unit)
    pushSubset({ whole: out, part: back, among: true }, found);
  const valid = figures.find((q) => VALID.test(lead(text, q)) && adds(q));
  if (back && valid && valid.start > back.end && valid.unit === back.unit)
    pushSubset({ whole: back, part: valid, among: true }, found);
  // 同意41票、弃权2票，出席会议的45名代表全部参加投票
  if ((!present || present.start > (votes[0]?.start ?? 0)) && votes.length > 1)
    readVoters(text, figures, votes, found);
  if (present && votes.length > 1 && present.start > votes.at(-1)!.end && areOfOneVote(text, votes))
    found.push({ ...votesOf(present, votes), doubtful: true });
  if (!present || votes.length === 0 || votes[0]!.start < present.end) return;
  if (votes.length === 1) {
    // 收回有效票142张，某同志得赞成票145票
    pushSubset({ whole: present, part: votes[0]!, among: true }, found);
    return;
  }
  const cast = votesOf(present, votes);
  const isShort = sumOf(votes).high < present.value && areAllCast(text, present, votes);
  found.push(isShort ? { ...cast, says: { ...cast.says, all: true }, holds: false, doubtful: true } : cast);
}

/** 赞成|26票, |26票|赞成. */
function isVote(text: string, q: Quantity): boolean {
  if (VOTE.test(lead(text, q))) return true;
  return q.unit === '票' && VOTE_BEHIND.test(text.slice(q.unitEnd, q.unitEnd + 4));
}
const VOTE_BEHIND = /^(?:赞成|同意|反对|不同意|弃权)(?![\d票])/;

const KINDS_OF_VOTES = [/赞成|(?<!不)同意/, /反对|不同意/, /弃权/];
/** Ballots that count for none of them. */
const NOT_CAST = /无效|废票|空白|未投|未参加|未按|另选|其他/;

/** 赞成41票、反对3票、弃权2票: each kind told once. */
function areOfOneVote(text: string, votes: readonly Quantity[]): boolean {
  const kinds = votes.map((vote) => KINDS_OF_VOTES.findIndex((kind) => kind.test(lead(text, vote))));
  return !kinds.includes(-1) && new Set(kinds).size === kinds.length;
}

/** 收回206张，其中赞成193票，反对9票，弃权4票: right behind them. */
function areAllCast(text: string, ballots: Quantity, votes: readonly Quantity[]): boolean {
  return (
    TAKEN_IN.test(lead(text, ballots)) &&
    votes[0]!.start - ballots.end < NEXT_TO &&
    areAllKinds(text, ballots, votes)
  );
}
const NEXT_TO = 16;

type Votes = Extract<Saying, { readonly is: 'votes' }>;

/** No more votes than voters. */
function votesOf(voters: Quantity, votes: readonly Quantity[]): Relation & { readonly says: Votes } {
  const sum = sumOf(votes).low;
  return {
    rule: 'subset',
    reading: 'votes',
    claimed: voters,
    members: votes,
    expected: { low: sum, high: Infinity },
    bound: true,
    says: { is: 'votes', present: voters, votes, sum },
    holds: sum <= voters.value,
    alternatives: [{ figure: voters, value: sum }],
  };
}

/** So far before the votes it is told how many there could be. */
const TOLD_BEFORE = 1200;
const FIGURES_BACK = 40;

/**
 * 实到62名。…收回62张，全部有效。赞成58票，反对3票，弃权2票: who was there, or how many ballots, told in a sentence before; of each of those who were voted on. And as many
 * ballots as persons: 实到53名。…发出选票55张.
 */
export function readVotesBelow(text: string, figures: readonly Quantity[], found: Relation[]): void {
  if (!text.includes('票')) return;
  readBallots(text, figures, found);
  for (let i = 1; i < figures.length; i++) {
    const votes = votesFrom(text, figures, i);
    if (votes.length < 2 || found.some(({ says }) => says.is === 'votes' && says.votes.includes(votes[0]!)))
      continue;
    const before = figures.slice(Math.max(0, i - FIGURES_BACK), i);
    const cast = before.findLast((q) => adds(q) && isBallots(text, q));
    const present = cast ?? before.findLast((q) => PRESENT.test(lead(text, q)) && adds(q));
    if (!present || votes[0]!.start - present.end > TOLD_BEFORE) continue;
    const relation = votesOf(present, votes);
    const all = cast !== undefined && areAllKinds(text, cast, votes);
    const isShort = all && sumOf(votes).high < present.value;
    const short = { ...relation, says: { ...relation.says, all: true as const }, holds: false };
    found.push({ ...(isShort ? short : relation), doubtful: true });
    i += votes.length - 1;
  }
}
const NEXT_VOTE = 8;

/** 收回|62张: one way to say how many were cast. */
const isBallots = (text: string, q: Quantity) => TAKEN_IN.test(lead(text, q)) && q.kind !== 'money';

/** 赞成58票，反对3票，弃权2票, beginning with figure `i`; of each another vote. */
function votesFrom(text: string, figures: readonly Quantity[], i: number): readonly Quantity[] {
  const votes: Quantity[] = [];
  const kinds = new Set<string>();
  for (const q of figures.slice(i, i + KINDS_OF_VOTES.length)) {
    const last = votes.at(-1);
    if (q.unit !== '票' || q.scale !== 1 || q.approximation !== 'exact') break;
    if (last && (q.start - last.end > NEXT_VOTE || /[。；]/.test(text.slice(last.end, q.start)))) break;
    const kind = VOTE.exec(lead(text, q))?.[0][0];
    // 同意甲任主任58票，同意乙任委员60票
    if (kind === undefined || kinds.has(kind)) break;
    kinds.add(kind);
    votes.push(q);
  }
  return votes;
}

/** All that may be voted, and of nothing is it said that it did not count. */
function areAllKinds(text: string, ballots: Quantity, votes: readonly Quantity[]): boolean {
  return (
    votes.length === KINDS_OF_VOTES.length &&
    KINDS_OF_VOTES.every((kind) => votes.some((vote) => kind.test(lead(text, vote)))) &&
    !NOT_CAST.test(text.slice(ballots.end, votes.at(-1)!.unitEnd + NEXT_TO))
  );
}

/** 实到53名。…发出选票55张: each has one. */
function readBallots(text: string, figures: readonly Quantity[], found: Relation[]): void {
  for (const [i, out] of figures.entries()) {
    if (!GIVEN_OUT.test(lead(text, out)) || /问卷|测评/.test(lead(text, out)) || !adds(out)) continue;
    const present = figures
      .slice(Math.max(0, i - FIGURES_BACK), i)
      .findLast((q) => /实到/.test(lead(text, q)) && adds(q) && q.kind === 'people');
    if (!present || out.start - present.end > TOLD_BEFORE) continue;
    found.push({ ...votesOf(present, [out]), doubtful: true });
  }
}

/** 赞成28票、反对2票、弃权3票，|33名|委员参加了表决: how many voted, told behind their votes. */
const VOTED = /^[\u4e00-\u9fff]{0,12}(?:参加|参与|出席)了?(?:会议)?(?:了)?(?:表决|投票)/;

function readVoters(
  text: string,
  figures: readonly Quantity[],
  votes: readonly Quantity[],
  found: Relation[],
): void {
  const last = votes.at(-1)!;
  const voters = figures.find(
    (q) => q.start > last.end && q.kind === 'people' && VOTED.test(text.slice(q.unitEnd, q.unitEnd + 20)),
  );
  if (!voters || !adds(voters)) return;
  const cast = votesOf(voters, votes);
  // With those who abstained all of them are told.
  const holds = sumOf(votes).low === voters.value || !text.includes('弃权');
  found.push({ ...cast, holds, doubtful: true });
}
