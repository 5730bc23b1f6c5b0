/**
 * A share whose whole is told behind it: 税收18亿元，占一般公共预算收入的72%，一般公共预算收入完成25亿元 · 35岁以下12人，占20%，总数60人 ·
 * 完成投资386亿元，占年度计划的102.5%（年度计划380亿元）.
 */
import { isPlain } from '../../../language/quantities/quantities.ts';
import { Characters } from '../../../language/text/characters.ts';
import type { Relation } from './relation.ts';
import { between, lead, type Sentence } from './sentences.ts';
import { SHARE_IS, shareOf } from './shapes.ts';
import { adds } from './sums.ts';

const TAKES = new RegExp(
  String.raw`^[^，。；、\d]{0,4}[、，,（(](?:占比|占|完成|为)(?<name>[\u4e00-\u9fffA-Z]{0,12}?)的?${SHARE_IS}`,
);
const WHOLE = new RegExp(
  [
    '^(?:[）)]?[，,；]|[（(])(?:(?:全[市县区省镇乡]|我[市县区省])的?)?',
    '(?<name>[\\u4e00-\\u9fffA-Z]{2,14}?)(?:共|为|完成|实现|达到?|是)*$',
  ].join(''),
);
const TAKES_BEGINS = new Characters('占成为');
/** What may be more than done. */
const PLANNED = /(?:计划|任务|目标|预算)(?:数|额)?$/;
const TAKES_REACH = 6;
/** 总数, 总人数: of what the share was taken from, without its name. */
const IN_ALL = /^总[人户件个]?[数量额]$/;
/** The name of a whole ends with what it is counted as: GDP|总量. */
const COUNTED_AS = /(?:总[数量额计]?)$/;

/** 签约|12.6万人，|签约|率为|42%|（常住人口|30万人|）: a rate of what was done, and of how many behind it. */
const RATE = new RegExp(
  [
    String.raw`^[^，。；、\d]{0,4}[，、,][\u4e00-\u9fff]{0,6}?`,
    String.raw`(?<what>[\u4e00-\u9fff]{2})率(?:为|达到?)?$`,
  ].join(''),
);
const OF_ALL = /^[（(](?:(?:全[市县区省镇乡年])|总|共|应|以|按)?[\u4e00-\u9fff]{0,8}$/;

/** The part is figure `i`, its rate and what it is a rate of the two behind it. */
export function readRateOfLater(text: string, { figures }: Sentence, i: number, found: Relation[]): void {
  const [part, r, whole] = figures.slice(i, i + 3);
  if (!whole || r!.kind !== 'percent' || whole.unit !== part!.unit || !isPlain(r!)) return;
  if (!isPlain(part!) || !isPlain(whole) || part!.value <= 0 || whole.value <= part!.value) return;
  const what = RATE.exec(between(text, part!, r!))?.groups?.what;
  if (what === undefined || !lead(text, part!).includes(what) || !OF_ALL.test(between(text, r!, whole)))
    return;
  if (text[whole.end] !== '）' && text[whole.end] !== ')') return;
  if (/增|减|上年|去年|同期|未|不/.test(between(text, r!, whole) + lead(text, part!))) return;
  const relation = shareOf({ part: part!, whole, share: r! });
  if (relation) found.push({ ...relation, doubtful: true });
}

/** The part is figure `i`, the share and the whole the two behind it. */
export function readLaterWhole(text: string, { figures }: Sentence, i: number, found: Relation[]): void {
  const [part, r, whole] = figures.slice(i, i + 3);
  if (!whole || r!.kind !== 'percent' || whole.dimension !== part!.dimension) return;
  if (!TAKES_BEGINS.isIn(text, part!.end, part!.end + TAKES_REACH) || !adds(part!) || !adds(whole)) return;
  if (!isPlain(r!) || part!.value <= 0) return;
  const name = TAKES.exec(between(text, part!, r!))?.groups?.name;
  const called = name === undefined ? undefined : WHOLE.exec(between(text, r!, whole))?.groups?.name;
  if (name === undefined || called === undefined || /增|减|比上|同比|其中/.test(lead(text, whole))) return;
  if (whole.value <= part!.value && !PLANNED.test(name)) return;
  const short = called.replace(COUNTED_AS, '');
  if (
    IN_ALL.test(called)
      ? !IN_ALL.test(name) && name !== ''
      : name === '' || short !== name.replace(COUNTED_AS, '')
  )
    return;
  const relation = shareOf({ part: part!, whole, share: r! });
  if (relation) found.push(relation);
}
