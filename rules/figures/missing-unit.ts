import { defineParagraphRule } from '../../engine/rule.ts';
import { type Quantity, quantities } from '../../language/quantities/quantities.ts';
import { Characters } from '../../language/text/characters.ts';

interface UnitMatch {
  readonly start: number;
  readonly end: number;
  readonly figure: Quantity;
  readonly indicator: string;
}

/** Sums of money by name: what they come to is told in 元. */
const MONEY =
  /(?:投资|资金|产值|税收|总额|贷款|补贴|支出|利润|营收|收入|金额|罚款|捐款|赔偿|预算|借款|欠款|货值)(?:总额)?(?:共计|合计|累计|总计|达到|超过|突破|增至|降至|共|达|为|是|约|超|近)*$/;

/** Behind a sum that lacks its 元. At the end of a line the 元 may stand on the next one. */
const PAUSES = new Characters('，。；、）)');

const NONE: readonly UnitMatch[] = [];

/** 投资3亿，: the sum lacks its 元. */
export const missingUnit = defineParagraphRule<UnitMatch>({
  id: 'figures/missing-unit',
  severity: 'warning',

  reads: quantities,
  find(paragraph) {
    const { text } = paragraph;
    let found: UnitMatch[] | undefined;
    for (const figure of paragraph.fact(quantities)) {
      if (figure.kind !== 'number' || figure.scale < 1e4 || figure.rangeWith !== undefined || figure.han)
        continue;
      if (!PAUSES.at(text, figure.end)) continue;
      const indicator = MONEY.exec(text.slice(Math.max(0, figure.start - 14), figure.start))?.[0];
      if (!indicator) continue;
      found ??= [];
      found.push({ start: figure.digits.start, end: figure.numberEnd, figure, indicator });
    }
    return found ?? NONE;
  },

  explain({ start, end, indicator }, { text }) {
    return { message: `“${indicator}”是金额，“${text.slice(start, end)}”之后漏“元”` };
  },

  fix({ figure }) {
    const at = figure.numberEnd;
    return [{ title: '补“元”', edits: [{ start: at, end: at, text: '元' }], safe: false }];
  },
});
