import { groupBy } from '../../engine/lists.ts';
import { defineDocumentRule, type Match } from '../../engine/rule.ts';
import { type NamedPost, namedPosts } from './words/posts.ts';

interface PostMatch extends Match {
  readonly post: NamedPost;
  /** The same one elsewhere, with the other post; `by` is where its paragraph begins. */
  readonly other: NamedPost;
  readonly by: number;
}

/** 市委书记张伟 where the text has 市委副书记张伟: the head of an office in one place, the deputy in another. */
export const post = defineDocumentRule<PostMatch>({
  id: 'terms/post',
  severity: 'warning',
  kinds: { law: 'off' },
  since: '0.7.0',

  *find(document) {
    const named = document
      .paragraphsWith(namedPosts)
      .flatMap((paragraph) => paragraph.fact(namedPosts).map((post) => ({ post, by: paragraph.start })));
    const byOffice = groupBy(named, ({ post: { name, key } }) => `${name} ${key}`);
    for (const mentions of byOffice.values()) {
      const deputies = mentions.filter(({ post }) => post.deputy);
      const heads = mentions.filter(({ post }) => !post.deputy);
      if (deputies.length === 0 || heads.length === 0) continue;
      // What is said oftener is right; of two that are said as often, the first.
      const isFirstDeputy = mentions[0]!.post.deputy;
      const [right, wrong] =
        deputies.length > heads.length || (deputies.length === heads.length && isFirstDeputy)
          ? [deputies, heads]
          : [heads, deputies];
      const { post: other, by } = right[0]!;
      for (const { post, by: at } of wrong)
        yield { start: at + post.start, end: at + post.end, post, other, by };
    }
  },

  explain: ({ post, other, by }) => ({
    message: `${post.name}的职务前后不一：此处为“${post.written}”，另一处为“${other.written}”，请核对`,
    evidence: [{ start: by + other.start, end: by + other.end, message: `另一处为“${other.written}”` }],
  }),

  fix: ({ start, end, other }) => [
    { title: `改为“${other.written}”`, edits: [{ start, end, text: other.written }], safe: false },
  ],
});
