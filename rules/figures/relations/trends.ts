/** A series and the way it is said to go: 信访总量连续三年下降，2022年为523件，2023年为487件，2024年为436件. */
import { isPlain, type Quantity } from '../../../language/quantities/quantities.ts';
import { anyOf } from '../../../language/text/pattern.ts';
import { wrongWay } from './change.ts';
import type { Relation } from './relation.ts';
import { lead, type Sentence } from './sentences.ts';
import { DOWN, isDown, UP } from './verbs.ts';

const TREND = new RegExp(
  String.raw`(?:连续[两三四五六七八九十\d]{1,2}年|逐年|逐步|持续|不断|年年|稳步)(?:保持|实现|呈现?|大幅|稳步|小幅)?(?<how>${UP}|${DOWN})`,
);
const OF_YEAR = /^(?:其中)?(?<year>\d{4})年(?:度|底|末)?[\u4e00-\u9fff]{0,10}$/;
/** How fast a thing moves may fall while it rises. */
const OTHER = new RegExp(anyOf('增速 增幅 降幅 涨幅 目标 预计 力争 计划 其中'));
const LEAST = 3;

/** The figures of three years or more in a sentence that says where they went. */
export function readTrend(text: string, { figures, start, end, years }: Sentence, found: Relation[]): void {
  if (years.length < LEAST || figures.length < LEAST) return;
  const said = text.slice(start, end);
  const how = TREND.exec(said)?.groups?.how;
  if (how === undefined || OTHER.test(said)) return;
  const series: { readonly q: Quantity; readonly year: number }[] = [];
  for (const q of figures) {
    const year = OF_YEAR.exec(lead(text, q))?.groups?.year;
    if (year !== undefined && isPlain(q) && q.approximation === 'exact')
      series.push({ q, year: Number(year) });
  }
  const [first] = series;
  if (series.length < LEAST || series.some(({ q }) => q.unit !== first!.q.unit)) return;
  if (series.some(({ year }, k) => k > 0 && year !== series[k - 1]!.year + 1)) return;
  const falls = isDown(how);
  for (let k = 1; k < series.length; k++) {
    const [a, b] = [series[k - 1]!, series[k]!];
    if (falls ? b.q.low <= a.q.high : b.q.high >= a.q.low) continue;
    const way = { by: 'years', first: `${a.year}年`, second: `${b.year}年` } as const;
    found.push({
      ...wrongWay(text, {
        reading: 'years',
        a: a.q,
        b: b.q,
        claimed: b.q,
        way,
        called: how,
        verbs: [],
        claims: [],
      }),
      doubtful: true,
    });
    return;
  }
}
