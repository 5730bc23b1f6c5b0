/** What a notice of a meeting says line by line, and where one of its lines says nothing: 时间： above 地点：三楼会议室. */
import type { Document } from '../../../engine/document.ts';
import { defineFact } from '../../../engine/facts.ts';
import type { Paragraph } from '../../../engine/paragraph.ts';
import { Characters } from '../../../language/text/characters.ts';
import { ONE_TO_NINE } from '../../../language/text/numerals.ts';
import { anyOf } from '../../../language/text/pattern.ts';

const MATTERS = '时间 地点 主持 主持人 参加人员 参会人员 出席人员 参加范围 参会范围 会议议程 主要议程 会期';
/** 一、, 1., （一） */
const NUMBER = `(?:[${ONE_TO_NINE}]、|\\d[.．、]|（[${ONE_TO_NINE}]）)`;
/** 一、会议时间：, 地点：三楼会议室: what a notice of a meeting says line by line. */
const MATTER = new RegExp(`^${NUMBER}?(?:会议|活动|培训|比赛|集合|报到)?${anyOf(MATTERS)}[：:]`);
/** A label has no more units. */
export const LONGEST_LABEL = 12;
const LABELLED = new Characters('：:');
const SIGN: readonly true[] = [true];

/** 二、主讲人：, （三）讲座对象：: what else a numbered line may say. */
const NUMBERED_LABEL = new RegExp(`^${NUMBER}[\\u4e00-\\u9fff]{2,6}[：:]`);
const saysMatter = (content: string) => MATTER.test(content) || NUMBERED_LABEL.test(content);

/** 时间： with nothing behind it. */
const emptyMatters = defineFact<readonly true[]>(
  'empty matters',
  ({ contentStart, contentEnd, text, content }) =>
    contentEnd - contentStart <= LONGEST_LABEL && LABELLED.at(text, contentEnd - 1) && saysMatter(content)
      ? SIGN
      : [],
);

/**
 * Lines that say nothing behind their label, where the next says something: what stands on lines of its own, 时间：⏎5月6日, is there. Of
 * numbered lines both neighbours are labels.
 */
export function* unansweredMatters(document: Document): Generator<Paragraph> {
  for (const paragraph of document.paragraphsWith(emptyMatters)) {
    const next = document.lineBehind(paragraph);
    if (!next || next.fact(emptyMatters).length > 0 || !saysMatter(next.content)) continue;
    const isKnown = MATTER.test(paragraph.content) && MATTER.test(next.content);
    if (isKnown || NUMBERED_LABEL.test(document.lineBefore(paragraph)?.content ?? '')) yield paragraph;
  }
}
