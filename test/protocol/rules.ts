/** A few rules of every shape, so that the protocol's tests do not move with the product's rules. */
import { defineFact } from '../../engine/facts.ts';
import { names } from '../../engine/names.ts';
import { defineDocumentRule, defineParagraphRule } from '../../engine/rule.ts';
import type { Rule, RulePage } from '../../rules/index.ts';

function* matches(text: string, pattern: RegExp) {
  for (const m of text.matchAll(pattern)) {
    yield { start: m.index, end: m.index + m[0].length, text: m[0], next: text[m.index + m[0].length] ?? '' };
  }
}

const SLOTS: Readonly<Record<string, { slot: string; label: string }>> = {
  市: { slot: 'place', label: '地名（市）' },
  书: { slot: 'surname', label: '姓氏' },
  同: { slot: 'person', label: '姓名' },
  局: { slot: 'organisation', label: '单位' },
  的: { slot: 'place', label: '地名' },
  月: { slot: 'month', label: '月份' },
  日: { slot: 'day', label: '日' },
};

const PERCENT = { slot: 'percent', label: '百分比（连同百分号）', unit: '%' };

/** Asks: a × belongs to the group of the character behind it. */
const blank = defineParagraphRule<{ start: number; end: number; text: string; next: string }>({
  id: 'placeholder/blank',
  severity: 'error',
  find: (p) => matches(p.text, /\d*×+%?/g),
  explain: ({ text }) => ({ message: `“${text}”没有填写` }),
  ask: ({ text, next }) => ({
    ...(text.endsWith('%') ? PERCENT : (SLOTS[next] ?? { slot: 'number', label: '数字' })),
    group: text + next,
    ...(next === '个' ? { constraints: [{ max: 10, reason: '不大于前文的“10个”' }] } : {}),
  }),
});

/** What an input method writes while it composes looks the same. */
const letters = defineParagraphRule<{ start: number; end: number; text: string }>({
  id: 'placeholder/letters',
  severity: 'error',
  find: (p) => matches(p.text, /\d*x['x]+|〔[^〕]*〕/g),
  explain: ({ text }) => ({ message: `“${text}”没有填写` }),
});

/** A safe fix, with a basis. */
const comma = defineParagraphRule({
  id: 'punctuation/comma',
  severity: 'warning',
  basis: 'GB/T 15834—2011 4.4',
  find: (p) => matches(p.text, /,/g),
  explain: () => ({ message: '汉字之间用了半角逗号' }),
  fix: ({ start, end }) => [{ title: '改为全角逗号', edits: [{ start, end, text: '，' }], safe: true }],
});

/** A safe fix that takes several passes: `的的的` loses one at a time. */
const doubled = defineParagraphRule({
  id: 'wording/doubled',
  severity: 'warning',
  find: (p) => matches(p.text, /的的/g),
  explain: () => ({ message: '“的”重复' }),
  fix: ({ start, end }) => [{ title: '删去一个“的”', edits: [{ start, end, text: '的' }], safe: true }],
});

/** Safe; before and after share one half of a surrogate pair. */
const variant = defineParagraphRule<{ start: number; end: number; text: string }>({
  id: 'wording/variant',
  severity: 'warning',
  find: (p) => matches(p.text, /𠀀|𠐁/gu),
  explain: () => ({ message: '异体字' }),
  fix: ({ start, end, text }) => [
    { title: '改为正体', edits: [{ start, end, text: text === '𠀀' ? '𠀁' : '𠀂𠀁' }], safe: true },
  ],
});

/** Two suggestions, neither safe. */
const choice = defineParagraphRule({
  id: 'wording/choice',
  severity: 'info',
  find: (p) => matches(p.text, /其它/g),
  explain: () => ({ message: '“其它”指事物，“其他”指人和事物' }),
  fix: ({ start, end }) =>
    ['其他', '别的'].map((text) => ({ title: `改为“${text}”`, edits: [{ start, end, text }], safe: false })),
});

/** Removes whole lines. */
const advert = defineParagraphRule({
  id: 'advert/line',
  severity: 'error',
  find: (p) => (p.text.includes('公众号') ? [{ start: 0, end: p.source.length, cut: p.break.length }] : []),
  explain: () => ({ message: '广告' }),
  fix: ({ start, end, cut }) => [
    { title: '删去这一行', edits: [{ start, end: end + cut, text: '' }], safe: true },
  ],
});

const headings = defineFact<readonly string[]>('test headings', (p) =>
  /^[一二三四五六七八九]、/.test(p.content) ? [p.content] : [],
);

/** Over the document, with evidence elsewhere. */
const repeated = defineDocumentRule({
  id: 'numbering/repeated',
  severity: 'hint',
  *find(document) {
    const seen = new Map<string, { start: number; end: number }>();
    for (const p of document.paragraphsWith(headings)) {
      const at = { start: p.start, end: p.end };
      const first = seen.get(p.content);
      if (first) yield { ...at, first, before: [...seen.values()] };
      else seen.set(p.content, at);
    }
  },
  explain: ({ first, before }) => ({
    message: '标题重复',
    evidence:
      before.length > 9
        ? before.map((b) => ({ ...b, message: '前面' }))
        : [{ ...first, message: '第一次*出现*' }],
  }),
});

/** Rests on names from outside. */
const leftover = defineDocumentRule({
  id: 'placeholder/leftover',
  severity: 'info',
  *find(document) {
    for (const p of document.paragraphsWith(names)) {
      for (const { start, end, text } of p.fact(names).filter(({ text }) => !p.language.names?.isMeant(text)))
        yield { start: p.start + start, end: p.start + end, text };
    }
  },
  explain: ({ text }) => ({ message: `“${text}”` }),
});

const broken = defineParagraphRule({
  id: 'wording/broken',
  severity: 'info',
  find(p) {
    if (p.text.includes('坏')) throw new Error('坏了');
    return [];
  },
  explain: () => ({ message: '' }),
});

export const testRules: readonly Rule[] = [
  blank,
  letters,
  comma,
  doubled,
  variant,
  choice,
  advert,
  repeated,
  leftover,
  broken,
];

export function testRulePage(ruleId: string): RulePage | undefined {
  if (ruleId !== 'punctuation/comma') return undefined;
  return { ruleId, title: '半角逗号', summary: '汉字之间用全角逗号 [一律]。', markdown: '' };
}
