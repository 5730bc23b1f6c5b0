/** What a finding says is worked out when somebody reads it, and only once. */
import assert from 'node:assert/strict';
import { defineFact } from '../../engine/facts.ts';
import { defineDocumentRule, defineParagraphRule, type Match } from '../../engine/rule.ts';
import { createLinter, type Rule } from '../../rules/index.ts';
import { plain, testLinter, testWords } from '../support/linter.ts';

const marks = ({ text }: { text: string }): Match[] =>
  [...text.matchAll(/×/g)].map(({ index }) => ({ start: index, end: index + 1 }));

const crosses = defineFact<readonly Match[]>('toy crosses', marks);

function open(rules: readonly Rule[], text: string) {
  const errors: string[] = [];
  const linter = createLinter({ rules, words: testWords, onRuleError: (id) => errors.push(id) });
  return { linted: linter.open(text), errors };
}

describe('findings on demand', () => {
  it('are explained when read, once, wherever they move', () => {
    let explained = 0;
    const rule = defineParagraphRule<Match>({
      id: 'toy/mark',
      severity: 'info',
      find: marks,
      explain(match) {
        explained++;
        return { message: '有×', evidence: [{ ...match, message: '此处' }] };
      },
      fix: ({ start, end }) => [{ title: '删', edits: [{ start, end, text: '' }], safe: true }],
      ask: () => ({ slot: 'text', label: '内容', group: '' }),
    });
    const { linted } = open([rule], '甲\n乙×');
    const [before] = linted.findings();
    assert.equal(explained, 0);
    assert.equal(before?.message, '有×');
    linted.update([{ start: 0, end: 0, text: '新' }]);
    const [after] = linted.findings();
    assert.deepEqual(plain([after!]), [
      {
        ruleId: 'toy/mark',
        severity: 'info',
        start: 4,
        end: 5,
        message: '有×',
        evidence: [{ start: 4, end: 5, message: '此处' }],
        fixes: [{ title: '删', edits: [{ start: 4, end: 5, text: '' }], safe: true }],
        ask: { slot: 'text', label: '内容', group: '@4' },
      },
    ]);
    assert.equal(explained, 1);
    // A paragraph's finding of an earlier text still says what it said then.
    assert.deepEqual(before.evidence, [{ start: 3, end: 4, message: '此处' }]);
  });

  it('do not fill the screen with what they quote', () => {
    const rule = defineParagraphRule<Match>({
      id: 'toy/row',
      severity: 'info',
      find: ({ text }) => [{ start: 0, end: text.length }],
      explain: (_, { text }) => ({ message: `“${text}”应删` }),
      fix: ({ start, end }) => [
        { title: `删“${'×'.repeat(end)}”`, edits: [{ start, end, text: '' }], safe: false },
      ],
    });
    const [found] = open([rule], '×'.repeat(1000)).linted.findings();
    assert.equal(found?.message, `“${'×'.repeat(20)}…××××”应删`);
    assert.equal(found.fixes[0]?.title, `删“${'×'.repeat(20)}…××××”`);
    const [shorter] = open([rule], '×'.repeat(300)).linted.findings();
    assert.equal(shorter?.message, `“${'×'.repeat(300)}”应删`);
  });

  it('of a document rule are to be read before the next edit', () => {
    const rule = defineDocumentRule<Match>({
      id: 'toy/document',
      severity: 'info',
      find: ({ paragraphs }) => paragraphs.flatMap(marks),
      explain: (_, document) => ({ message: `${document.paragraphs.length} 段` }),
    });
    const { linted } = open([rule], '×\n×');
    const [read, unread] = linted.findings();
    assert.equal(read?.message, '2 段');
    linted.update([{ start: 0, end: 0, text: '新\n' }]);
    assert.equal(read.message, '2 段');
    assert.throws(() => unread?.message, /toy\/document/);
  });

  it('of a document rule are found and explained once while typing elsewhere moves them', () => {
    const runs: string[] = [];
    const rule = defineDocumentRule<Match>({
      id: 'toy/moving',
      severity: 'info',
      *find(document) {
        runs.push('find');
        for (const p of document.paragraphsWith(crosses)) yield { start: p.start, end: p.end };
      },
      explain({ start, end }) {
        runs.push('explain');
        return { message: '有×', evidence: [{ start, end, message: '此处' }] };
      },
      fix: ({ start, end }) => [{ title: '删', edits: [{ start, end, text: '' }], safe: true }],
    });
    const { linted } = open([rule], '甲\n×');
    assert.equal(linted.findings()[0]!.message, '有×');
    linted.update([{ start: 0, end: 0, text: '新' }]);
    const [moved] = linted.findings();
    assert.deepEqual([moved!.start, moved!.evidence], [3, [{ start: 3, end: 4, message: '此处' }]]);
    assert.deepEqual(runs, ['find', 'explain']);
    // A repair has offsets of its own: for them it is found once more.
    assert.deepEqual(moved!.fixes[0]!.edits, [{ start: 3, end: 4, text: '' }]);
    assert.deepEqual(runs, ['find', 'explain', 'find']);
  });

  it('of a rule that throws keep their place, and the error is told once', () => {
    const broken = (part: 'find' | 'explain' | 'fix' | 'ask') => {
      const fail = () => {
        throw new Error(part);
      };
      const whole = { find: marks, explain: () => ({ message: '有×' }), fix: () => [], ask: () => ASK };
      return defineParagraphRule<Match>({
        id: `toy/${part}`,
        severity: 'info',
        ...whole,
        [part]: fail,
      });
    };
    const { linted, errors } = open((['find', 'explain', 'fix', 'ask'] as const).map(broken), '××');
    const findings = linted.findings();
    assert.deepEqual(errors, ['toy/find']);
    assert.deepEqual(
      findings.map((f) => f.ruleId).filter((id, i, all) => all.indexOf(id) === i),
      ['toy/ask', 'toy/explain', 'toy/fix'],
    );
    for (const finding of findings) {
      assert.notEqual(finding.message, '');
      assert.deepEqual(finding.fixes, []);
      assert.equal(finding.ask === undefined, finding.ruleId === 'toy/ask');
    }
    assert.deepEqual(errors, ['toy/find', 'toy/ask', 'toy/explain', 'toy/fix']);
  });
});

const ASK = { slot: 'text', label: '内容', group: 'g' };

describe('a line longer than is read', () => {
  it('says what of it is not checked', () => {
    const line = `×书记${'好'.repeat(99_996)}𠮷×书记`;
    const findings = testLinter().lint(`${line}\n×书记讲话。\n`);
    assert.deepEqual(
      findings.map(({ ruleId, start }) => [ruleId, start]),
      [
        ['placeholder/unfilled', 0],
        ['limits/long-line', 99_999],
        ['placeholder/unfilled', line.length + 1],
      ],
    );
    assert.match(findings[1]!.message, /^这一行有 100004 个字符，99999 个以后的没有检查/);
    assert.equal(findings[1]!.end, line.length);
  });
});
