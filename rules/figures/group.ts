import { defineDocumentRule, type Match } from '../../engine/rule.ts';
import { writeHanCount } from '../../language/text/numerals.ts';
import { type Group, groupAt, memberHeads, type Named, type Said } from './lists/groups.ts';

type GroupProblem =
  | { readonly is: 'length'; readonly said: Said; readonly group: Group }
  | { readonly is: 'repeated'; readonly first: Named; readonly name: string };

interface GroupMatch extends Match {
  readonly problem: GroupProblem;
}

/** 由7人组成 with six names; one name twice in a group. */
export const group = defineDocumentRule<GroupMatch>({
  id: 'figures/group',
  severity: 'warning',
  awaitsMore: true,
  since: '0.15.0',

  *find(document) {
    for (const paragraph of document.paragraphsWith(memberHeads)) {
      const found = groupAt(document, paragraph);
      if (!found) continue;
      yield* repeated(found);
      if (found.said && !agrees(found, found.said)) {
        const { start, end } = found.said;
        yield { start, end, problem: { is: 'length', said: found.said, group: found } };
      }
    }
  },

  explain({ problem }) {
    if (problem.is === 'repeated') {
      const { start, end } = problem.first;
      return {
        message: `“${problem.name}”在同一份名单里出现两次`,
        evidence: [{ start, end, message: '前面已列' }],
      };
    }
    const { said, group } = problem;
    const [first] = group.names as [Named];
    const listed = `列出${group.names.length}人`;
    return {
      message: `称由${said.count}人组成，名单${listed}`,
      evidence: [{ start: first.start, end: group.names.at(-1)!.end, message: listed }],
    };
  },

  fix({ problem }) {
    if (problem.is === 'repeated') return [];
    const { said, group } = problem;
    const { length } = group.names;
    const number = /\d/.test(said.digits) ? String(length) : writeHanCount(length);
    const edits = [{ start: said.start, end: said.end - 1, text: number }];
    return [{ title: `改为“${number}”`, edits, safe: false }];
  },
});

/** Whether all are so many, or those behind 成员; a number far off is of something else. */
function agrees({ names, members }: Group, { count }: Said): boolean {
  return (
    count === names.length || count === members || Math.abs(names.length - count) > Math.max(2, count / 3)
  );
}

/** 李明（县委办） and 李明（税务局） are two. */
function* repeated({ names }: Group): Generator<GroupMatch> {
  const before = new Map<string, Named>();
  for (const one of names) {
    const first = before.get(one.name);
    if (!first) before.set(one.name, one);
    else if (first.note === one.note || first.note === '' || one.note === '')
      yield { start: one.start, end: one.end, problem: { is: 'repeated', first, name: one.name } };
  }
}
