/** Relations in Chinese, for whoever reads a finding, a hover or the bounds of a gap. */

import type { Quantity } from '../../../language/quantities/quantities.ts';
import { CHANGE_WRITERS, type Words, type Writers } from './change-words.ts';
import type { Ratio } from './proportions.ts';
import { bare, type Relation, rounded, trimmed, written } from './relation.ts';
import type { Saying } from './saying.ts';
import { addedUp } from './sums.ts';

/** The relation in words; `text` is the paragraph's. */
export function wordsOf(text: string, { says }: Relation): Words {
  return (WRITERS[says.is] as (text: string, says: Saying) => Words)(text, says);
}

/** What a figure counts in: the 亿元 of 50亿元. */
function unitOf(text: string, { digits, unitEnd }: Quantity): string {
  return text.slice(digits.end, unitEnd);
}

function listOf(text: string, parts: readonly Quantity[], total: Quantity): readonly string[] {
  return parts.map((part) => bare(text, part, total));
}

/** More parts than these are only counted. */
const MOST_NAMED = 6;

const WRITERS: Writers = {
  ...CHANGE_WRITERS,
  sum(text, { of, parts, total, among, listed }) {
    const values = listOf(text, parts, total);
    const named =
      listed !== true ? '' : values.length <= MOST_NAMED ? values.join('、') : `共${values.length}项`;
    const items = { parts: '各项', 'shared parts': '各项占比合为100%，其', periods: '各期' }[of];
    const sum = of === 'shared parts' ? '和' : '之和';
    return {
      premise: `${among ? '“其中”' : ''}${items}${named}${sum}`,
      should: '应为',
      formula: values.join('＋'),
    };
  },
  marks(text, { parts }) {
    const sum = addedUp(parts);
    return {
      premise: `满分100分，各项之和为${trimmed(sum)}分；其余各项不变时末项`,
      should: '应为',
      formula: parts.map((part) => bare(text, part)).join('＋'),
    };
  },
  'wrong unit'(text, { parts, total, part, said, right }) {
    const figure = written(text, part);
    return {
      premise: `各项之和与${written(text, total)}不符，“${figure}”如为“${figure.replace(said, right)}”则相符，疑“${said}”“${right}”有误`,
      formula: parts.map((p) => written(text, p)).join('＋'),
    };
  },
  balance(text, { a, b, carried }) {
    const before = carried ? `上年结转${written(text, carried)}、` : '';
    return {
      premise: `${before}收入${written(text, a)}、支出${written(text, b)}，结余`,
      should: '应为',
      formula: `${carried ? `${bare(text, carried, b)}＋` : ''}${bare(text, a, b)}−${bare(text, b, a)}`,
    };
  },
  rest(text, { total, others }) {
    return {
      premise: `${written(text, total)}减去其余各项`,
      should: '应为',
      formula: [total, ...others].map((q) => bare(text, q, total)).join('−'),
    };
  },
  balanced(text, { income, outgo }) {
    if (outgo.length === 0)
      return { premise: '收入总计与支出总计应当相等，支出', should: '应为', formula: '收支总计相等' };
    return {
      premise: '称收支平衡，收入减去其余支出',
      should: '应为',
      formula: [income.map((q) => bare(text, q)).join('＋'), ...outgo.map((q) => bare(text, q))].join('−'),
    };
  },
  'left over'(text, { first, steps, signs }) {
    const sum = steps.map((q, k) => `${signs[k]! > 0 ? '＋' : '−'}${bare(text, q)}`).join('');
    return { premise: '按增减各数推算', should: '应为', formula: `${bare(text, first)}${sum}` };
  },
  saving(text, { asked, paid }) {
    return {
      premise: `${written(text, asked)}减去${written(text, paid)}`,
      should: '应为',
      formula: `${bare(text, asked, paid)}−${bare(text, paid, asked)}`,
    };
  },
  settlement(text, { income, outgo }) {
    return {
      premise: `收入总计${written(text, income)}、支出总计${written(text, outgo)}，收支相抵`,
      should: '应为',
      formula: `${bare(text, income, outgo)}−${bare(text, outgo, income)}`,
    };
  },
  conversion(text, { a, b }) {
    return {
      premise: `${written(text, a)}换算`,
      should: '应为',
      formula: `${written(text, a)}＝${Number((a.value / b.scale).toPrecision(6))}${unitOf(text, b)}`,
    };
  },
  average(text, { total, divisor, claimed }) {
    return {
      premise: `${written(text, total)}由${written(text, divisor)}平均`,
      should: '，应为',
      formula: `${bare(text, total, claimed)}÷${bare(text, divisor)}`,
    };
  },
  'per so many'(text, { count, population, per }) {
    return {
      premise: `${written(text, count)}按${written(text, population)}计，每${per}`,
      should: '应为',
      formula: `${written(text, count)}÷${written(text, population)}×1${per}`,
    };
  },
  'average over time'(text, { total, steps, step }) {
    const unit = { 日: '天', 月: '个月', 季: '个季度', 周: '周', 年: '年' }[step] ?? step;
    return {
      premise: `${written(text, total)}按${steps}${unit}平均`,
      should: '，应为',
      formula: `${bare(text, total)}÷${steps}`,
    };
  },
  price(text, { price, number, months, days }) {
    if (days)
      return {
        premise: `${written(text, price)}乘以${written(text, number)}、${written(text, days)}`,
        should: '应为',
        formula: `${bare(text, price)}×${bare(text, number)}×${bare(text, days)}`,
      };
    return {
      premise: `${written(text, price)}乘以${written(text, number)}${months > 1 ? `、${months}个月` : ''}`,
      should: '应为',
      formula: `${bare(text, price)}×${bare(text, number)}${months > 1 ? `×${months}` : ''}`,
    };
  },
  portion(text, { of, part, whole, name = '' }) {
    const [P, W] = [bare(text, part, whole), bare(text, whole, part)];
    const [shown, all] = [written(text, part), written(text, whole)];
    if (of === 'excess')
      return { premise: `计划${all}、完成${shown}`, should: '，应为超额', formula: `(${P}−${W})÷${W}` };
    return {
      premise: `${shown}${of === 'plan' ? '完成' : '占'}${name}${all}的比例`,
      should: '应为',
      formula: `${P}÷${W}${of === 'ratio' ? '×100' : ''}`,
    };
  },
  'portion without'(text, { part, whole }) {
    const [P, W] = [bare(text, part, whole), bare(text, whole, part)];
    return {
      premise: `${written(text, whole)}除去${written(text, part)}后所占比例`,
      should: '应为',
      formula: `(${W}−${P})÷${W}`,
    };
  },
  'portion of the rest'(text, { part, value }) {
    const whole = `${rounded(value, part)}${unitOf(text, part)}`;
    return {
      premise: `${written(text, part)}占由其余各项推得的总数${whole}的比例`,
      should: '应为',
      formula: `${bare(text, part)}÷${whole}`,
    };
  },
  'over plan'(text, { t, d, over }) {
    return {
      premise: `${written(text, t)}${over ? '超' : '欠'}计划${written(text, d)}`,
      should: '，应为计划的',
      formula: `${bare(text, t, d)}÷(${bare(text, t, d)}${over ? '−' : '＋'}${bare(text, d, t)})`,
    };
  },
  'portion of two'(text, { a, b }) {
    return {
      premise: `${written(text, b)}在${written(text, a)}与${written(text, b)}之和中应占`,
      formula: `${bare(text, b, a)}÷(${bare(text, a, b)}＋${bare(text, b, a)})`,
    };
  },
  'two wholes'(text, { a, share, b, base, wholes }) {
    const first = `${rounded(wholes[0], a)}${unitOf(text, a)}`;
    const second = `${rounded(wholes[1], b)}${unitOf(text, b)}`;
    return {
      premise: `由${written(text, a)}占${written(text, share)}，${base}是${first}，由此处是${second}；如前者不误`,
      should: '，此处应为',
      formula: `${bare(text, b, a)}÷(${bare(text, a, b)}÷${written(text, share)})`,
    };
  },
  'above the whole'(text, { figure }) {
    return { premise: '部分占整体的比例不会超过100%', formula: `${written(text, figure)}＞100%` };
  },
  distribution(text, { shares, sum, fault }) {
    return {
      premise: `各项占比之和为${trimmed(sum)}%，${fault === 'more' ? '超过' : '不足'}100%`,
      formula: shares.map((share) => written(text, share)).join('＋'),
    };
  },
  ratio(text, { counts: [a, b], stated: [x, y], terms: [m, n] }) {
    return {
      premise: `${written(text, a)}与${written(text, b)}之比是${m}∶${n}，文中为${written(text, x)}∶${written(text, y)}`,
      formula: `${trimmed(a.value / b.value)}≠${trimmed(x.value / y.value)}`,
    };
  },
  quotient(text, { of, by }) {
    return {
      premise: `${written(text, of)}与${written(text, by)}之比`,
      should: '应为',
      formula: `${bare(text, of, by)}÷${bare(text, by, of)}`,
    };
  },
  'ratio moves'(text, { from, to, verb, opposite }) {
    const [[x], [y]] = [from, to];
    const more = y.value > x.value;
    const writtenOut = (ratio: Ratio) => ratio.map((term) => written(text, term)).join('∶');
    return {
      premise: `由${writtenOut(from)}到${writtenOut(to)}是${opposite}，文中称“${verb}”`,
      formula: `${written(text, y)}${more ? '＞' : '＜'}${written(text, x)}`,
    };
  },
  structure(text, { others, sum }) {
    return {
      premise: `各项之和为${trimmed(sum)}，不是100`,
      should: '；其余各项不变时末项应为',
      reason: '各项之和为100',
      formula: `100−${others.map((term) => written(text, term)).join('−')}`,
    };
  },
  part(text, { part, whole, among }) {
    return {
      premise: `${among ? '“其中”的' : '所余'}部分不应大于总数${written(text, whole)}`,
      formula: `${written(text, part)}${part.low > whole.high ? '＞' : '≤'}${written(text, whole)}`,
    };
  },
  limit(text, { limit, used, over }) {
    const [top, bottom] = [written(text, limit), written(text, used)];
    if (over)
      return { premise: `称超过${top}`, formula: `${bottom}${used.high > limit.low ? '＞' : '≤'}${top}` };
    return { premise: `称控制在${top}以内`, formula: `${bottom}${used.low > limit.high ? '＞' : '≤'}${top}` };
  },
  'new part'(text, { part, whole }) {
    return {
      premise: `总数不应小于其中新增的${written(text, part)}`,
      formula: `${written(text, whole)}${whole.high < part.low ? '＜' : '≥'}${written(text, part)}`,
    };
  },
  households(text, { households, people }) {
    return {
      premise: '人数不应少于户数',
      formula: `${written(text, people)}${people.high < households.low ? '＜' : '≥'}${written(text, households)}`,
    };
  },
  votes(text, { present, votes, sum, all }) {
    const counted = votes.map((vote) => bare(text, vote)).join('＋');
    const less = sum < present.value && (all || votes.at(-1)!.end < present.start);
    return {
      premise: `${votes.length > 1 ? `各项票数之和${sum}` : written(text, votes[0]!)}${less ? '少于' : '多于'}${written(text, present)}`,
      formula: `${counted}${less ? '＜' : sum > present.value ? '＞' : '≤'}${bare(text, present)}`,
    };
  },
};
