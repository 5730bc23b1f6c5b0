/** 下降-3%: the verb and the sign say it twice; 上升-3%: they contradict each other; 下降120% leaves less than nothing; 增加1.2万元，下降16% goes both ways. */
import type { Quantity } from '../../../language/quantities/quantities.ts';
import { anyOf } from '../../../language/text/pattern.ts';
import type { Relation } from './relation.ts';
import { between, lead } from './sentences.ts';
import { isDown, oppositeOf } from './verbs.ts';

const FALLS = /(?:下降|减少|降低|回落|下滑|负增长|缩减|下跌)(?=了?(?:为|达)?$)/;
/** 增长−3% is how tables have it; nothing is said to climb by less than nothing. */
const CLIMBS = /(?:上升|提高|提升|上涨)(?=了?(?:为|达)?$)/;
/** A profit may turn into a loss. */
const SIGNED = /利润|盈利|效益|收益|顺差|净/;

const SINCE = anyOf('同比 环比 比上年 比去年 较上年 较去年');
const ROSE = anyOf('增长 增加 上升');
const FELL = anyOf('下降 减少 回落');
/** 同比增长|下降: two verbs of which one was to be put out. */
const COLLIDE = new RegExp(`${SINCE}(?:(?<up>${ROSE})(?<down>${FELL})|(?<fell>${FELL})(?<rose>${ROSE}))了?$`);
const COLLIDE_REACH = 9;

/** The two verbs before a rate that say it went both ways. */
function readCollision(text: string, q: Quantity, found: Relation[]): void {
  const groups = COLLIDE.exec(text.slice(Math.max(0, q.start - COLLIDE_REACH), q.start))?.groups;
  if (!groups) return;
  const [first, second] = [groups.up ?? groups.fell!, groups.down ?? groups.rose!];
  const at = text.lastIndexOf(first + second, q.start);
  const edits = [
    { start: at, end: at + first.length, text: '' },
    { start: at + first.length, end: at + first.length + second.length, text: '' },
  ];
  const rewordings = edits.map((edit) => [edit]);
  found.push(wrongSign(q, { says: { is: 'both ways', first, second, figure: q }, rewordings }));
}

/** 比上年|增加|1.2万元，下降|16% */
const CHANGED_BY = /(?:比|较|同比)[^，。；、\d]{0,12}(?<first>增加|减少|增收|减收|增支|减支|多|少)了?$/;
const CHANGED_AT = /^[，,](?:同比)?(?<second>增长|下降|上升|降低|增幅|降幅)(?:了|为|达)?$/;

/** A difference and the rate right behind it, of which one rises and the other falls. */
function readOpposed(text: string, difference: Quantity, q: Quantity, found: Relation[]): void {
  if (difference.kind === 'percent' || difference.kind === 'point') return;
  const { second } = CHANGED_AT.exec(between(text, difference, q))?.groups ?? {};
  const { first } = (second && CHANGED_BY.exec(lead(text, difference))?.groups) || {};
  if (second === undefined || first === undefined || isDown(first) === isDown(second)) return;
  const other = oppositeOf(second)!;
  const at = text.lastIndexOf(second, q.start);
  const rewordings = [[{ start: at, end: at + second.length, text: other }]];
  const turned = oppositeOf(first);
  const before = text.lastIndexOf(first, difference.start);
  if (turned !== undefined) rewordings.push([{ start: before, end: before + first.length, text: turned }]);
  found.push(wrongSign(q, { says: { is: 'opposed', first, second, difference, figure: q }, rewordings }));
}

/** A rate whose verb or sign is wrong, whatever its amount. */
function wrongSign(claimed: Quantity, fault: Pick<Relation, 'says' | 'rewordings' | 'doubtful'>): Relation {
  return {
    rule: 'growth',
    reading: 'sign',
    claimed,
    members: [],
    expected: { low: 0, high: 100 },
    bound: true,
    holds: false,
    alternatives: [],
    ...fault,
  };
}

/** 下降−3% and 下降120%; 利润下降120% is a loss. */
function readFall(text: string, q: Quantity, found: Relation[]): void {
  const verb = FALLS.exec(text.slice(Math.max(0, q.start - 6), q.start))?.[0];
  if (!verb) return;
  if (q.value > 0 && SIGNED.test(text.slice(Math.max(0, q.start - 24), q.start))) return;
  const said = { verb, figure: q };
  const minus = { start: q.digits.start - 1, end: q.digits.start, text: '' };
  found.push(
    q.value < 0
      ? wrongSign(q, { says: { is: 'negative fall', ...said }, rewordings: [[minus]] })
      : wrongSign(q, { says: { is: 'fall below nothing', ...said }, rewordings: [], doubtful: true }),
  );
}

/** 上升−6.7%: 下降6.7%, or 上升6.7% with a minus too many. */
function readNegativeClimb(text: string, q: Quantity, found: Relation[]): void {
  const verb = CLIMBS.exec(text.slice(Math.max(0, q.start - 6), q.start))?.[0];
  if (!verb) return;
  const minus = { start: q.digits.start - 1, end: q.digits.start, text: '' };
  const at = text.lastIndexOf(verb, q.start);
  const fall = { start: at, end: at + verb.length, text: oppositeOf(verb)! };
  found.push(
    wrongSign(q, {
      says: { is: 'negative climb', verb, figure: q },
      rewordings: [[fall, minus], [minus]],
    }),
  );
}

export function readSigns(text: string, figures: readonly Quantity[], found: Relation[]): void {
  for (const [i, q] of figures.entries()) {
    if (q.kind !== 'percent' && q.kind !== 'point') continue;
    if (q.kind === 'percent') {
      readCollision(text, q, found);
      if (i > 0) readOpposed(text, figures[i - 1]!, q, found);
    }
    if (q.value < 0) readNegativeClimb(text, q, found);
    if (q.value < 0 || (q.kind === 'percent' && q.low > 100)) readFall(text, q, found);
  }
}
