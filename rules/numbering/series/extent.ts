/** What a statute says of its own extent, 本办法共五章三十二条, held against its chapters and articles. */
import type { Document } from '../../../engine/document.ts';
import { defineFact } from '../../../engine/facts.ts';
import type { Range } from '../../../engine/finding.ts';
import { type Member, structure } from '../../../language/structure/structure.ts';
import { HAN_DIGITS, readNumber } from '../../../language/text/numerals.ts';
import { anyOf } from '../../../language/text/pattern.ts';
import type { Part, PartFault } from './part-faults.ts';

/** 共五章三十二条, as stated. Relative to the paragraph. */
interface Extent extends Range {
  readonly chapters: number;
  readonly articles: number;
}

const OWN = anyOf('全文 正文 全篇 通篇 本(?:办法|条例|规定|细则|制度|章程|规则|方案|规程|准则|公约|法)');
const NUMBER = `([${HAN_DIGITS}十百]{1,5}|\\d{1,3})`;
const EXTENT = new RegExp(
  `${OWN}[，]?(?:共计?|分为?|包括|由|总共|合计|一共){1,2}${NUMBER}个?章、?(?:共计?)?${NUMBER}条`,
);
const LONGEST = 40;

const extents = defineFact<readonly Extent[]>('stated extents', ({ text }) => {
  const at = text.indexOf('章');
  if (at < 0 || !text.includes('条', at)) return [];
  const from = Math.max(0, at - LONGEST);
  const m = EXTENT.exec(text.slice(from, at + LONGEST));
  if (!m) return [];
  const start = from + m.index;
  const chapters = readNumber(m[1]!);
  const articles = readNumber(m[2]!);
  if (chapters === undefined || articles === undefined) return [];
  return [{ start, end: start + m[0].length, chapters, articles }];
});

interface Misstated extends Range {
  readonly label: string;
  readonly fault: PartFault;
  readonly shown: readonly Part[];
}

/** @param articles of a text that is one whole statute, none of another */
export function* misstatedExtents(
  document: Document,
  articles: () => readonly Member[],
): Generator<Misstated> {
  const stated = document.paragraphsWith(extents);
  if (stated.length === 0) return;
  const chapters = document
    .model(structure)
    .series.filter(({ kind }) => kind === 'chapter')
    .flatMap(({ members }) => members);
  const all = articles();
  const last = all.at(-1);
  // A text that only speaks of a statute, or shows a part of it.
  if (!last || chapters.length < 2 || all.length !== last.mark.value) return;
  for (const paragraph of stated) {
    for (const { start, end, ...said } of paragraph.fact(extents)) {
      if (said.chapters === chapters.length && said.articles === all.length) continue;
      yield {
        start: paragraph.start + start,
        end: paragraph.start + end,
        label: paragraph.text.slice(start, end),
        fault: { kind: 'extent', chapters: chapters.length, articles: all.length },
        shown: [lastOf(chapters.at(-1)!, 'chapter'), lastOf(last, 'article')],
      };
    }
  }
}

function lastOf({ start, markEnd, mark, label }: Member, last: 'chapter' | 'article'): Part {
  return { start, end: markEnd, value: mark.value, label, last };
}
