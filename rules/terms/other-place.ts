import type { Stranger } from '../../engine/house.ts';
import { defineDocumentRule, type Match } from '../../engine/rule.ts';
import { tableSays } from '../../language/house/evidence.ts';
import { strangersNamed } from '../../language/house/names.ts';

interface StrangerMatch extends Match {
  readonly stranger: Stranger;
}

/** A place that the house's table says has no business in its drafts: left over from the draft that this one was made of. */
export const otherPlace = defineDocumentRule<StrangerMatch>({
  id: 'terms/other-place',
  since: '0.3.0',
  severity: 'warning',

  *find(document) {
    for (const [{ start: by }, hits] of strangersNamed(document))
      for (const { start, end, stranger } of hits) yield { start: by + start, end: by + end, stranger };
  },

  explain(match) {
    const { name, at } = match.stranger;
    return {
      message: `“${name}”是外地名称，疑为旧稿或范文的残留`,
      evidence: [tableSays(match, at, `${name}不得出现`)],
    };
  },

  /** The own place of the same level, where there is one. */
  fix({ start, end, stranger: { name } }, { house }) {
    const level = name.at(-1)!;
    const own = '省市县区州旗镇乡村'.includes(level)
      ? (house?.places.filter(({ full }) => full.endsWith(level)) ?? [])
      : [];
    const full = own.length === 1 ? own[0]!.full : undefined;
    if (full === undefined) return [];
    return [{ title: `改为“${full}”`, edits: [{ start, end, text: full }], safe: false }];
  },
});
