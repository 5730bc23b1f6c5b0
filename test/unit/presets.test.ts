/** How much is told: a preset chooses among remarks; what is wrong is told by each of them. */
import assert from 'node:assert/strict';
import { familyOf, type LeastByRule, PRESET_NAMES, presets, rules } from '../../rules/index.ts';
import { testLinter } from '../support/linter.ts';

/** A blank between Han and digits (hint), and a half-width comma (error). */
const TEXT = '全县新增就业3200 人,完成年度任务。';
const STATUTE = [
  '某某县市容管理办法',
  '第一条　为了加强市容管理,制定本办法。',
  '第二条　本办法自2024年１月1日起施行。',
].join('\n');

const linter = testLinter();
const told = (text: string, settings: Parameters<typeof linter.lint>[1]) =>
  linter.lint(text, settings).map(({ ruleId, severity }) => `${ruleId} ${severity}`);

describe('presets', () => {
  const named = PRESET_NAMES.flatMap((name) => {
    const { rules, kinds }: { rules: LeastByRule; kinds: Record<string, LeastByRule> } = presets[name];
    return [rules, ...Object.values(kinds)].flatMap((least) => Object.entries(least));
  });

  it('name rules that there are', () => {
    const known = new Set(rules.flatMap(({ id }) => [id, familyOf(id)]));
    for (const [name] of named) assert.ok(known.has(name), name);
  });

  it('switch off rules alone that are no more than a matter of style', () => {
    for (const [name, least] of named) {
      if (least !== 'off') continue;
      assert.equal(rules.find(({ id }) => id === name)?.severity, 'hint', name);
    }
  });

  it('recommended leaves habits out, strict tells all', () => {
    assert.deepEqual(told(TEXT, { preset: 'recommended' }), ['punctuation/half-width error']);
    assert.deepEqual(told(TEXT, { preset: 'strict' }), [
      'punctuation/space hint',
      'punctuation/half-width error',
    ]);
  });

  it('differ by kind of document', () => {
    const remarks = (preset: string) =>
      told(STATUTE, { preset, kind: 'law' }).filter((t) => t.endsWith('info'));
    assert.deepEqual(remarks('recommended'), []);
    assert.notDeepEqual(remarks('strict'), []);
  });

  it('give way to what is set for a rule or its family', () => {
    for (const rules of [{ 'punctuation/space': 'on' }, { punctuation: 'on' }] as const)
      assert.ok(told(TEXT, { preset: 'recommended', rules }).includes('punctuation/space hint'));
    assert.deepEqual(told(TEXT, { preset: 'strict', rules: { punctuation: 'off' } }), []);
  });

  it('are those of an open document until it is configured anew', () => {
    const document = linter.open(TEXT, { preset: 'recommended' });
    assert.equal(document.findings().length, 1);
    document.configure({ preset: 'strict' });
    assert.ok(document.findings().length > 1);
  });
});
