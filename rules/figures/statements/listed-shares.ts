/**
 * Shares told in a line of their own, with their whole in a line before: 新建公园40个。⏎其中社区公园18个，占比45% · 总投资4680万元，…。⏎累计完成投资3276万元，占总投资的70%. Only where one figure can be the
 * whole: behind 其中 the only one of its kind in the line before, else the only one that is called as the share says.
 */
import type { Document } from '../../../engine/document.ts';
import { defineFact } from '../../../engine/facts.ts';
import type { Paragraph } from '../../../engine/paragraph.ts';
import { isPlain, measures, type Quantity } from '../../../language/quantities/quantities.ts';
import { Characters } from '../../../language/text/characters.ts';
import { divide, type Interval, meets, scale } from '../../../language/text/interval.ts';
import { ONE_TO_TEN } from '../../../language/text/numerals.ts';
import { asRounded, sharpened } from '../relations/change.ts';
import { relations } from '../relations/fact.ts';
import { between, lead } from '../relations/sentences.ts';
import { SHARE_IS } from '../relations/shapes.ts';
import { adds } from '../relations/sums.ts';
import type { Place } from './listed-sums.ts';

interface OpenShare {
  readonly part: Quantity;
  readonly share: Quantity;
  /** What the share is of, as far as it says: 企业 of 占全部企业的; empty for a bare 占. */
  readonly base: string;
  /** 总投资 of 占总投资的: the whole is called so, whatever other figures stand beside it. */
  readonly called: string | undefined;
  /** The line begins with 其中. */
  readonly among: boolean;
}

export interface ListedShare {
  readonly whole: Place;
  readonly part: Place;
  readonly share: Place;
  readonly expected: Interval;
}

const TAKES = new RegExp(
  String.raw`^[^，。；、\d]{0,4}[，、,](?:占比|占)(?<base>[^，。；、：:\d]{0,14}?)的?${SHARE_IS}`,
);
const TAKES_BEGINS = new Characters('占');
const TAKES_REACH = 8;
const AMONG = new RegExp(String.raw`^(?:[（(]?[${ONE_TO_TEN}\d]{1,3}[）)、.．]|——)?\s?其中`);
/** Words of a base that say no more than that it is all there is. */
const ALL = /^全(?:部|[市县区省镇乡村])|总(?:数|量|额|户数|人数|面积|投资)?$/g;
/** Sums that are told once. */
const CALLED = /总投资|总预算|总造价|总概算/;
const OTHER_BASE = /计划|(?<!公共)预算|任务|目标|上年|去年|同期|其|该|各|应/;

/** Shares whose whole is not in their own line. */
const openShares = defineFact<readonly OpenShare[]>(
  'shares without their whole',
  { facts: [measures] },
  (paragraph) => {
    const figures = paragraph.fact(measures);
    const { text } = paragraph;
    const at = figures.findIndex(
      (q, i) =>
        q.kind === 'percent' &&
        i > 0 &&
        TAKES_BEGINS.isIn(text, figures[i - 1]!.end, figures[i - 1]!.end + TAKES_REACH),
    );
    if (at < 1) return [];
    const [part, share] = [figures[at - 1]!, figures[at]!];
    const base = TAKES.exec(between(text, part, share))?.groups?.base;
    if (base === undefined || OTHER_BASE.test(base) || !adds(part) || !isPlain(share) || part.value <= 0)
      return [];
    if (part.approximation !== 'exact' || share.approximation !== 'exact') return [];
    if (figures.slice(0, at - 1).some((q) => q.dimension === part.dimension)) return [];
    if (paragraph.fact(relations).some(({ claimed }) => claimed === share)) return [];
    const called = CALLED.exec(base)?.[0];
    return [{ part, share, base: base.replace(ALL, ''), called, among: AMONG.test(paragraph.content) }];
  },
);

/** How many lines back the whole may stand, the blank ones left out. */
const REACH = 3;
/** A figure that is no whole of what is there: a change, a goal, an average. */
const NO_WHOLE = /增|减|同比|目标|预期|计划|上年|去年|比|较|每|均|其中|累计/;
/** How far behind a figure its noun goes. */
const NOUN = 10;

export function* wrongListedShares(document: Document): Generator<ListedShare> {
  for (const paragraph of document.paragraphsWith(openShares)) {
    for (const open of paragraph.fact(openShares)) {
      const whole = wholeBefore(document, paragraph, open);
      if (!whole) continue;
      const ratio = divide(...sharpened(open.part, whole.figure));
      if (!ratio) continue;
      const expected = scale(ratio, 100);
      if (meets(expected, asRounded(open.share))) continue;
      yield {
        whole,
        part: { paragraph, figure: open.part },
        share: { paragraph, figure: open.share },
        expected,
      };
    }
  }
}

/** The one figure in the lines before that the share can be of. */
function wholeBefore(
  document: Document,
  line: Paragraph,
  { part, base, called, among }: OpenShare,
): Place | undefined {
  if (!among && base.length < 2 && called === undefined) return undefined;
  let paragraph = document.lineBefore(line);
  for (let seen = 0; paragraph && seen < REACH; seen++, paragraph = document.lineBefore(paragraph)) {
    const { text } = paragraph;
    const alike = paragraph
      .fact(measures)
      .filter(
        (q) => q.dimension === part.dimension && (called === undefined || lead(text, q).includes(called)),
      );
    const [figure, more] = alike;
    if (!figure) {
      if (among) return undefined;
      continue;
    }
    const named =
      base === '' ||
      `${lead(text, figure)}${text.slice(figure.unitEnd, figure.unitEnd + NOUN)}`.includes(base);
    if (more || !adds(figure) || figure.approximation !== 'exact' || figure.value <= part.value)
      return undefined;
    return named && !NO_WHOLE.test(lead(text, figure)) ? { paragraph, figure } : undefined;
  }
  return undefined;
}
