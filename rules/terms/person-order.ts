import { defineDocumentRule, type Match } from '../../engine/rule.ts';
import { tableSays } from '../../language/house/evidence.ts';
import { isUnordered, type Misordered, misordered } from '../../language/house/people.ts';

interface OrderMatch extends Match {
  readonly list: Misordered;
  readonly by: number;
}

/** 李明、王强 where the house names 王强 before 李明. */
export const personOrder = defineDocumentRule<OrderMatch>({
  id: 'terms/person-order',
  since: '0.3.0',
  severity: 'warning',

  *find(document) {
    for (const [paragraph, lists] of misordered(document)) {
      // The line itself, or the one that introduces the list.
      const above = document.paragraphs[paragraph.index - 1];
      if (isUnordered(paragraph.text) || (above && isUnordered(above.text))) continue;
      const { start: by } = paragraph;
      for (const list of lists) yield { start: by + list.start, end: by + list.end, list, by };
    }
  },

  explain(match) {
    const { people } = match.list;
    const order = people.map(({ name }) => name).join('、');
    return {
      message: `排名次序与本单位的不一致，应为${order}`,
      evidence: people.map(({ name, posts, at }, i) =>
        tableSays(match, at, `第${i + 1}位：${posts.join('、')}${name}`),
      ),
    };
  },

  fix({ list, by }, document) {
    const edits = list.units.map(({ start, end }, i) => {
      const right = list.ordered[i]!;
      return { start: by + start, end: by + end, text: document.slice(by + right.start, by + right.end) };
    });
    return [{ title: `改为${list.people.map(({ name }) => name).join('、')}的次序`, edits, safe: false }];
  },
});
