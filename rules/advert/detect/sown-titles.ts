/** The title of the page among the sentences, where a site sows it so that search engines find the text by it: …任务过半，农业局上半年工作总结。 */
import { defineModel } from '../../../engine/facts.ts';
import type { Range } from '../../../engine/finding.ts';
import type { Paragraph } from '../../../engine/paragraph.ts';
import { look } from '../../../language/layout/layout.ts';
import { Characters } from '../../../language/text/characters.ts';

export interface SownTitle {
  readonly paragraph: Paragraph;
  /** From the mark before it to the last character before the mark behind it, relative to the paragraph. */
  readonly range: Range;
  readonly title: string;
}

/** Shorter titles may be what a sentence is about. */
const SHORTEST = 8;
const LONGEST = 60;
/** Sites sow in the first paragraphs. */
const LINES = 100;
/** Of what is sold: a piece of news may well say in its first sentence what its title says. */
const SOLD = /(?:总结|计划|报告|讲话|讲话稿|发言|发言稿|汇报|方案|要点|材料|体会|致辞|主持词|范文)$/;
const BEFORE = new Characters('，。！；');
const BEHIND = new Characters('。！');
/** 工作总结《…》: with what the site calls the kind of its texts. */
const NAMED = /[，。！；](?:[\u4e00-\u9fff]{2,4}《)$/;
const REACH = 6;

export const sownTitles = defineModel<readonly SownTitle[]>('sown titles', (document) => {
  const line = document.paragraphsWith(look).find((p) => p.fact(look)[0]!.is === 'title');
  if (!line) return [];
  const title = line.content;
  if (title.length < SHORTEST || title.length > LONGEST || !SOLD.test(title)) return [];
  const found: SownTitle[] = [];
  for (const paragraph of document.paragraphs.slice(line.index + 1, line.index + LINES)) {
    const range = sownAt(paragraph.text, title);
    if (range) found.push({ paragraph, range, title });
  }
  return found;
});

/** Where a title is a clause of its own, or set in 《》 behind the name of its kind. */
function sownAt(text: string, title: string): Range | undefined {
  const at = text.indexOf(title);
  if (at <= 0) return undefined;
  const end = at + title.length;
  if (BEFORE.at(text, at - 1)) return BEHIND.at(text, end) ? { start: at - 1, end } : undefined;
  const named = NAMED.exec(text.slice(Math.max(0, at - REACH), at))?.[0];
  return named !== undefined && text[end] === '》' && BEHIND.at(text, end + 1)
    ? { start: at - named.length, end: end + 1 }
    : undefined;
}
