/**
 * Wholes that are named, and stand farther back: 公共预算收入完成15.8亿元，增长7.8%；其中税收收入11.2亿元，占公共预算收入的71%.
 */
import { isPlain, type Quantity } from '../../../language/quantities/quantities.ts';
import { Characters } from '../../../language/text/characters.ts';
import { areComplete } from './complements.ts';
import { labelOf } from './labels.ts';
import { partsBehind, pushParts } from './parts.ts';
import { isCalled } from './portions.ts';
import { isClaimed, type Relation } from './relation.ts';
import { between, lead, leadStart } from './sentences.ts';
import { SHARE_IS, shareOf } from './shapes.ts';
import { adds } from './sums.ts';

const TAKES = new RegExp(
  String.raw`^[，、,（(](?:仅|只|约)?占到?(?:全[省市县区镇乡校])?(?<whole>[\u4e00-\u9fff]{4,14}?|总(?:投资|收入|支出|面积|人口)|[\u4e00-\u9fff]{2}(?=总[人户件]))(?:总[数量额]|总[人户件][数次])?的${SHARE_IS}`,
);
const TAKES_BEGINS = new Characters('占仅只约');
/** So many figures back the whole is looked for. */
const REACH = 120;
/** Before the whole, of the same name: of another place or time. */
const OTHER = /增|减|同比|目标|预期|计划|上年|去年|比|较/;

export function readNamedShares(text: string, figures: readonly Quantity[], found: Relation[]): void {
  for (let i = 2; i < figures.length; i++) {
    const r = figures[i]!;
    if (r.kind !== 'percent' || !isPlain(r) || !TAKES_BEGINS.at(text, leadStart(text, r))) continue;
    const part = figures[i - 1]!;
    const name = TAKES.exec(between(text, part, r))?.groups?.whole;
    if (name === undefined || !adds(part)) continue;
    if (isClaimed(found, r, 'share')) continue;
    const wholes = figures
      .slice(Math.max(0, i - REACH), i - 1)
      .filter((q) => q.dimension === part.dimension && adds(q) && isCalled(lead(text, q), name));
    const [whole] = wholes;
    // Two of one name are of two places or times.
    if (!whole || !areOne(wholes) || whole.value < part.value || OTHER.test(lead(text, whole))) continue;
    const relation = shareOf({ part, whole, share: r, name });
    if (relation) found.push(relation);
  }
}

/** One figure, told once or again. */
const areOne = (wholes: readonly Quantity[]) => wholes.every(({ value }) => value === wholes[0]!.value);

/** 专任教师中，|本科以上学历的2352人，占|: what the share is of is named before the part. */
const WITHIN = /(?:^|[。；）])(?<name>[\u4e00-\u9fff]{3,8})中，[^。；\d]{2,20}$/;
const SHARE = new RegExp(String.raw`^[^，。；、\d]{0,6}[，,](?:占比?|[\u4e00-\u9fff]{2,3}率)${SHARE_IS}`);
const WITHIN_REACH = 40;

/** 专任教师2430人…。专任教师中，本科以上学历的2352人，占96.8%: of the one figure that is called so. */
export function readSharesWithinNamed(text: string, figures: readonly Quantity[], found: Relation[]): void {
  for (let i = 2; i < figures.length; i++) {
    const [part, share] = [figures[i - 1]!, figures[i]!];
    if (share.kind !== 'percent' || !isPlain(share) || !adds(part) || !SHARE.test(between(text, part, share)))
      continue;
    if (isClaimed(found, share)) continue;
    const head = text.slice(Math.max(0, part.start - WITHIN_REACH), part.start);
    const name = WITHIN.exec(head)?.groups?.name?.replace(/^(?:全[省市县区镇乡校]|已)/, '');
    if (name === undefined || name.length < 3) continue;
    const wholes = figures
      .slice(Math.max(0, i - REACH), i - 1)
      .filter((q) => q.dimension === part.dimension && adds(q) && isCalled(lead(text, q), name));
    const [whole] = wholes;
    if (!whole || !areOne(wholes) || whole.value < part.value || OTHER.test(lead(text, whole))) continue;
    const relation = shareOf({ part, whole, share, name });
    if (relation) found.push({ ...relation, doubtful: true });
  }
}

/** 税收收入|占|一般公共预算收入|的比重为: both named, neither told again. */
const BOTH_NAMED = new RegExp(
  [
    String.raw`^(?<part>[\u4e00-\u9fff]{3,10})占(?<whole>[\u4e00-\u9fff]{4,14}?)`,
    '的?(?:比重|比例)(?:为|达到?)?$',
  ].join(''),
);
const OF_OTHER_TIME = /比|较|同比|目标|预期|计划|上年|去年|增/;

/** 税收收入16.5亿元…税收收入占一般公共预算收入的比重为65%: each by the one figure of its name. */
export function readBothNamed(text: string, figures: readonly Quantity[], found: Relation[]): void {
  for (let i = 2; i < figures.length; i++) {
    const r = figures[i]!;
    if (r.kind !== 'percent' || !isPlain(r)) continue;
    const groups = BOTH_NAMED.exec(lead(text, r))?.groups;
    if (!groups || isClaimed(found, r, 'share')) continue;
    const before = figures.slice(Math.max(0, i - REACH), i).filter(adds);
    const [parts, wholes] = [groups.part!, groups.whole!].map((name) =>
      before.filter((q) => isCalled(lead(text, q), name) && !OF_OTHER_TIME.test(lead(text, q))),
    ) as [Quantity[], Quantity[]];
    const [part, whole] = [parts[0], wholes[0]];
    if (!part || !whole || parts.length > 1 || wholes.length > 1 || part.dimension !== whole.dimension)
      continue;
    const relation = shareOf({ part, whole, share: r, name: groups.whole! });
    if (relation) found.push(relation);
  }
}

/** 税收收入中，|增值税: what follows is all there is of something named before. */
const IN_WHICH = /(?:^|[。；])(?<name>[\u4e00-\u9fff]{2,10})中，[^，。；、\d]{2,16}$/;
const NAME_REACH = 34;

/** 税收收入完成11.2亿元，增长6.5%。税收收入中，增值税3.9亿元，企业所得税1.5亿元，其他各税5.8亿元. */
export function readNamedSums(text: string, figures: readonly Quantity[], found: Relation[]): void {
  for (let i = 1; i < figures.length - 1; i++) {
    const first = figures[i]!;
    if (!text.startsWith('中', leadStart(text, first) - 2)) continue;
    const name = IN_WHICH.exec(text.slice(Math.max(0, first.start - NAME_REACH), first.start))?.groups?.name;
    if (name === undefined) continue;
    const total = figures
      .slice(Math.max(0, i - REACH), i)
      .findLast((q) => q.dimension === first.dimension && adds(q) && isCalled(lead(text, q), name));
    const parts = total && partsBehind(text, { figures, start: leadStart(text, first) }, i, 'among');
    if (!total || !parts) continue;
    const labels = parts.map((part, k) => labelOf(text, parts[k - 1]?.end ?? first.start - NAME_REACH, part));
    if (areComplete(labels)) pushParts(text, { total, parts, tie: 'among' }, found);
  }
}
