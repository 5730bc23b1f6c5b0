/** A first table of the house from a finished document's own figures: 指标 口径 时期 数值 单位, tab-separated, for somebody to look through. */
import type { Document } from '../../../engine/document.ts';
import { nameOf, type Stated, statedFigures } from './stated.ts';

const HEAD = '# 由文稿中的数字生成，请核对后使用\n指标\t口径\t时期\t数值\t单位';

/** Each indicator once for each owner and time, in text order; ends in a line break. Only the head where nothing is stated plainly. */
export function ledgerTable(document: Document): string {
  const rows = new Map<string, string>();
  for (const stated of document.model(statedFigures)) {
    const { level, span } = stated;
    const thing = [nameOf(stated), level && `全${level}`, span === undefined ? '' : periodOf(span)].join(
      '\t',
    );
    if (!rows.has(thing)) rows.set(thing, `${thing}\t${figureOf(stated)}`);
  }
  return `${[HEAD, ...rows.values()].join('\n')}\n`;
}

function periodOf(span: string): string {
  const [year, months] = span.split(' ');
  return `${year}年${months === undefined ? '' : `${months.replace('-', '—')}月`}`;
}

function figureOf({ placed, high }: Stated): string {
  const { paragraph, statement } = placed;
  const { digits, unitEnd } = statement.figure;
  const number = paragraph.text.slice(digits.start, digits.end).replace(/[,，\s]/g, '');
  const unit = statement.unit ?? paragraph.text.slice(digits.end, unitEnd).trim();
  return `${high < 0 ? '-' : ''}${number}\t${unit}`;
}
