import { defineDocumentRule, type Match } from '../../engine/rule.ts';
import { tableSays } from '../../language/house/evidence.ts';
import { type PersonFault, personFaults } from '../../language/house/people.ts';

interface PersonMatch extends Match {
  /** Its ranges are relative to the paragraph, which begins at `by`. */
  readonly fault: PersonFault;
  readonly by: number;
}

/** 张健国 where the house has 张建国; 县长王强 where 王强 is 县委书记: held against the house's table of people. */
export const person = defineDocumentRule<PersonMatch>({
  id: 'terms/person',
  since: '0.3.0',
  severity: 'warning',

  *find(document) {
    for (const [{ start: by }, faults] of personFaults(document))
      for (const fault of faults) yield { start: by + fault.start, end: by + fault.end, fault, by };
  },

  explain(match) {
    const { is, written, person: meant, holder, post } = match.fault;
    const known = `${meant.posts.join('、')}${meant.name}`;
    const evidence = [tableSays(match, meant.at, known)];
    if (holder) evidence.push(tableSays(match, holder.at, `${holder.posts.join('、')}${holder.name}`));
    switch (is) {
      case 'name':
        return {
          message: `姓名“${written}”与${post ?? meant.posts[0]}“${meant.name}”差一字，请核对`,
          evidence,
        };
      case 'holder':
        return {
          message: `${post}应为“${meant.name}”，文中写作“${written}”，疑为旧稿或他处的残留`,
          evidence,
        };
      case 'post':
        return {
          message: `${meant.name}的职务是${meant.posts.join('、')}，文中写作“${written}”${holder ? `（${written}是${holder.name}）` : ''}`,
          evidence,
        };
    }
  },

  fix({ start, end, fault, by }) {
    const { is, written, person: meant, holder, named } = fault;
    if (is !== 'post')
      return [
        { title: `“${written}”改为“${meant.name}”`, edits: [{ start, end, text: meant.name }], safe: false },
      ];
    const posts = meant.posts.map((post) => ({
      title: `职务改为“${post}”`,
      edits: [{ start, end, text: post }],
      safe: false,
    }));
    if (!holder || !named) return posts;
    const edit = { start: by + named.start, end: by + named.end, text: holder.name };
    return [...posts, { title: `姓名改为“${holder.name}”`, edits: [edit], safe: false }];
  },
});
