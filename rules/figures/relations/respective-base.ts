/**
 * Levels that fell or rose 分别, and those of the year before in a bracket behind: 事故19起、死亡9人，同比分别下降17.4%、25%（去年同期为23起、12人）.
 */
import { isPlain, type Quantity } from '../../../language/quantities/quantities.ts';
import { changeOf } from './change.ts';
import { pushIncrease } from './increases.ts';
import type { Relation } from './relation.ts';
import { between, JOINED, type Sentence } from './sentences.ts';
import { DOWN, isDown, UP } from './verbs.ts';

/** ，同比分别|下降 */
const CLAIMS = new RegExp(
  `^[，,](?:同比|比上年(?:同期)?|比去年(?:同期)?|较上年(?:同期)?|较去年(?:同期)?)?分别(?<how>${UP}|${DOWN})了?$`,
);
/** （去年同期为| */
const WAS = /^[（(，,；](?:上年|去年)(?:同期)?(?:分别)?(?:为|是)?(?:事故|发生)?$/;
/** 、死亡|9人 */
const NEXT = /^(?:[、，]|和|及)[^，。；、\d]{0,8}$/;

/** The first of two rates is figure `i`. */
export function readRespectiveBase(text: string, { figures }: Sentence, i: number, found: Relation[]): void {
  const [x, y, p, q, a, b] = figures.slice(Math.max(0, i - 2), i + 4);
  if (i < 2 || !b || p!.kind !== 'percent' || q!.kind !== 'percent') return;
  const how = CLAIMS.exec(between(text, y!, p!))?.groups?.how;
  if (how === undefined || !JOINED.test(between(text, p!, q!)) || !WAS.test(between(text, q!, a!))) return;
  if (!NEXT.test(between(text, x!, y!)) || !NEXT.test(between(text, a!, b))) return;
  const pairs: readonly (readonly [Quantity, Quantity, Quantity])[] = [
    [a!, x!, p!],
    [b, y!, q!],
  ];
  for (const [before, now, c] of pairs) pushChange(before, now, c, how, found);
}

/** A level of last year's, this year's, and the rate between them. */
function pushChange(a: Quantity, b: Quantity, c: Quantity, how: string, found: Relation[]): void {
  if (a.dimension !== b.dimension || !isPlain(a) || !isPlain(b)) return;
  const way = { by: 'comparison', base: 'same-period' } as const;
  const relation = changeOf({ reading: 'beside', a, b, c, rises: !isDown(how), years: 1, way, how });
  if (relation) found.push(relation);
}

/** 死亡21人|，比上年同期分别减少|5起 */
const BY = /^[，,](?:同比|(?:比|较)(?:上年|去年)(?:同期)?)(?:分别)?(?<how>增加|减少|多|少)(?:了)?$/;
/** 6人|，分别下降|20% */
const RATED = /^[，,](?:同比)?(?:分别)?(?<how>增长|上升|下降)(?:了)?$/;

/** 事故20起、死亡21人，比上年分别减少5起、6人，分别下降20%、22.2%. The first of the two rates is figure `i`. */
export function readRespectiveDifferences(
  text: string,
  { figures }: Sentence,
  i: number,
  found: Relation[],
): void {
  if (i < 4 || figures[i]!.kind !== 'percent' || figures[i + 1]?.kind !== 'percent') return;
  const [x, y, d, e, p, q] = figures.slice(i - 4, i + 2);
  const added = BY.exec(between(text, y!, d!))?.groups?.how;
  const rated = RATED.exec(between(text, e!, p!))?.groups?.how;
  if (added === undefined || rated === undefined || isDown(added) !== isDown(rated)) return;
  if (
    !JOINED.test(between(text, p!, q!)) ||
    !NEXT.test(between(text, x!, y!)) ||
    !NEXT.test(between(text, d!, e!))
  )
    return;
  const triples: readonly (readonly [Quantity, Quantity, Quantity])[] = [
    [x!, d!, p!],
    [y!, e!, q!],
  ];
  for (const [t, change, r] of triples) {
    if (t.dimension !== change.dimension || ![t, change, r].every(isPlain) || change.value <= 0) continue;
    pushIncrease(text, { reading: 'increase', t, d: change, r, added, rated }, found);
  }
}

/** 受伤65人|，与去年同期的|118起 */
const THAN = /^[，,](?:与|比|较|同)(?:上年|去年)(?:同期)?(?:的)?(?:事故)?$/;
/** 106人|相比，分别下降|34.7% */
const FELL = new RegExp(`^(?:相比)?[，,]?(?:同比)?分别(?<how>${UP}|${DOWN})(?:了)?$`);

/** 事故77起、死亡44人、受伤65人，与去年同期的118起、62人、106人相比，分别下降34.7%、29.0%和38.7%. The first of the rates is figure `i`. */
export function readRespectiveThan(text: string, { figures }: Sentence, i: number, found: Relation[]): void {
  const [last, r] = [figures[i - 1], figures[i]!];
  if (i < 4 || r.kind !== 'percent') return;
  const how = FELL.exec(between(text, last!, r))?.groups?.how;
  if (how === undefined) return;
  let n = 1;
  while (
    figures[i + n]?.kind === 'percent' &&
    JOINED.test(between(text, figures[i + n - 1]!, figures[i + n]!))
  )
    n++;
  const levels = figures.slice(i - 2 * n, i - n);
  const bases = figures.slice(i - n, i);
  if (i < 2 * n || n < 2 || !THAN.test(between(text, levels.at(-1)!, bases[0]!))) return;
  if (
    ![levels, bases].every((row) => row.every((q, k) => k === 0 || NEXT.test(between(text, row[k - 1]!, q))))
  )
    return;
  for (const [k, level] of levels.entries()) pushChange(bases[k]!, level, figures[i + k]!, how, found);
}
