import assert from 'node:assert/strict';
import fc from 'fast-check';
import { createLinter, fixText } from '../../rules/index.ts';
import { applyTextEdits, on, PLAIN, TestClient } from './client.ts';
import { testRules } from './rules.ts';

const A = 'file:///a.txt';
const linter = createLinter({
  rules: testRules,
  words: () => {
    throw new Error('the test rules ask for no words');
  },
});

describe('protocol: code actions', () => {
  let client: TestClient;
  beforeEach(async () => {
    client = await TestClient.start();
  });
  afterEach(() => client.stop());

  const titled = async (line: number, character: number) =>
    (await client.actions(A, on(line, character))).map((a) => a.title);

  it('offer a safe fix as preferred, with the diagnostic it is for', async () => {
    client.open(A, '甲,乙');
    const diagnostics = await client.diagnostics(A);
    const [action, ...rest] = await client.actions(A, on(0, 1, 2), { diagnostics });
    assert.equal(rest.length, 0);
    assert.equal(action!.title, '改为全角逗号');
    assert.equal(action!.kind, 'quickfix');
    assert.equal(action!.isPreferred, true);
    assert.deepEqual(action!.diagnostics, diagnostics);
    assert.equal(client.applied(A, action!.edit), '甲，乙');
  });

  it('find the diagnostic of an older revision again by rule and range', async () => {
    client.open(A, '甲,乙');
    const diagnostics = await client.diagnostics(A);
    client.change(A, { range: on(0, 3), text: '丙' });
    const [action] = await client.actions(A, on(0, 1, 2), { diagnostics });
    assert.deepEqual(action!.diagnostics, diagnostics);
  });

  it('offer suggestions one by one, none preferred', async () => {
    client.open(A, '及其它');
    const actions = await client.actions(A, on(0, 2));
    assert.deepEqual(
      actions.map((a) => [a.title, a.isPreferred, client.applied(A, a.edit)]),
      [
        ['改为“其他”', undefined, '及其他'],
        ['改为“别的”', undefined, '及别的'],
      ],
    );
  });

  it('are for the findings at the place, edges included', async () => {
    client.open(A, '甲,乙\n丙其它');
    assert.deepEqual(await titled(0, 0), []);
    assert.deepEqual(await titled(0, 1), ['改为全角逗号']);
    assert.deepEqual(await titled(0, 2), ['改为全角逗号']);
    assert.deepEqual(await titled(0, 3), []);
    assert.equal((await client.actions(A, { start: on(0, 0).start, end: on(9, 0).end })).length, 3);
  });

  it('are not those of a neighbour: of the finding that begins at the caret, or of all that is selected', async () => {
    client.open(A, '甲,其它,乙');
    assert.deepEqual(await titled(0, 2), ['改为“其他”', '改为“别的”']);
    assert.deepEqual(await titled(0, 3), ['改为“其他”', '改为“别的”']);
    assert.deepEqual((await titled(0, 4))[0], '改为全角逗号');
    assert.deepEqual((await titled(0, 5))[0], '改为全角逗号');
    const selected = await client.actions(A, on(0, 2, 4));
    assert.deepEqual(
      selected.map(({ title }) => title),
      ['改为“其他”', '改为“别的”'],
    );
  });

  it('name rules and gaps by words of English for who reads English', async () => {
    await client.stop();
    client = await TestClient.start({ initialize: { locale: 'en' } });
    client.open(A, '甲,乙,×市');
    assert.deepEqual((await titled(0, 1)).slice(1), ['Fix all “punctuation/comma” in this document (2)']);
    assert.deepEqual(await titled(0, 4), ['Fill in Place…']);
  });

  it('send the writer to the form for what only the writer knows', async () => {
    client.open(A, '×市有2×个');
    const [action] = await client.actions(A, on(0, 0));
    assert.deepEqual(action!.command, {
      title: '填写地名（市）…',
      command: 'gongwen.fillPlaceholders',
      arguments: [A, '×市'],
    });
    assert.equal(action!.edit, undefined);
  });

  it('lead to the page of the rule, last of all, where the client shows pages', async () => {
    await client.stop();
    client = await TestClient.start({
      initialize: { initializationOptions: { gongwen: { explainRule: true } } },
    });
    client.open(A, '甲,乙');
    const action = (await client.actions(A, on(0, 1))).at(-1)!;
    assert.equal(action.title, '查看“半角逗号”的说明');
    assert.deepEqual(action.command!.arguments, ['punctuation/comma']);
    const page = await client.request('gongwen/rulePage', { ruleId: 'punctuation/comma' });
    assert.equal(page.title, '半角逗号');
    const { rules } = await client.request('gongwen/rulePages', {});
    assert.ok(rules.some(({ ruleId }) => ruleId === 'punctuation/comma'));
    await assert.rejects(client.request('gongwen/rulePage', { ruleId: 'no/rule' }));
  });

  it('fix all of a rule in the document when chosen', async () => {
    client.open(A, '甲,乙\n丙,丁的的,其它');
    const [, all] = await client.actions(A, on(0, 1));
    assert.equal(all!.title, '修复全文所有“半角逗号”（3 处）');
    assert.equal(all!.edit, undefined);
    const resolved = await client.resolve(all!);
    assert.equal(client.applied(A, resolved.edit), '甲，乙\n丙，丁的的，其它');
  });

  it('refuse to resolve for a text that has moved on', async () => {
    client.open(A, '甲,乙,');
    const [, all] = await client.actions(A, on(0, 1));
    client.change(A, { range: on(0, 0), text: '×' });
    await assert.rejects(client.resolve(all!), { code: -32801 });
    client.close(A);
    await assert.rejects(client.resolve(all!), { code: -32803 });
    client.open(A, '丙,丁,', { version: 1 });
    await assert.rejects(client.resolve(all!), { code: -32801 }, 'same version, another document');
  });

  it('give the edit at once, without version, to a client that can neither wait nor check', async () => {
    await client.stop();
    client = await TestClient.start({ capabilities: PLAIN });
    client.open(A, '甲,乙,');
    const [one, all] = await client.actions(A, on(0, 1));
    assert.equal(one!.isPreferred, undefined);
    assert.deepEqual(one!.edit, { changes: { [A]: [{ range: on(0, 1, 2), newText: '，' }] } });
    assert.equal(client.applied(A, all!.edit), '甲，乙，');
  });

  it('fix everything safe only when asked for it', async () => {
    client.open(A, '甲,乙的的的的\n关注公众号\n其它×');
    const kinds = (await client.actions(A, on(0, 1))).map((a) => a.kind);
    assert.deepEqual([...new Set(kinds)], ['quickfix']);
    for (const only of ['source', 'source.fixAll', 'source.fixAll.gongwen']) {
      const [action, ...rest] = await client.actions(A, on(0, 0), { only: [only] });
      assert.equal(rest.length, 0);
      assert.equal(action!.kind, 'source.fixAll.gongwen');
      assert.equal(client.applied(A, action!.edit), '甲，乙的\n其它×');
    }
    assert.deepEqual(await client.actions(A, on(0, 1), { only: ['refactor'] }), []);
    assert.deepEqual(await client.actions(A, on(0, 1), { only: ['source.fixAll.other'] }), []);
    client.change(A, { text: '其它×' });
    assert.deepEqual(await client.actions(A, on(0, 0), { only: ['source.fixAll'] }), []);
  });
});

describe('protocol: gongwen/fixAll', () => {
  let client: TestClient;
  before(async () => {
    client = await TestClient.start();
  });
  after(() => client.stop());
  afterEach(() => client.close(A));

  it('is limited to rules and families', async () => {
    client.open(A, '甲,乙的的\n关注公众号\n完', { version: 3 });
    const adverts = await client.request('gongwen/fixAll', { uri: A, only: ['advert'] });
    assert.deepEqual(adverts, {
      version: 3,
      fixed: 1,
      edits: [{ range: { start: on(1, 0).start, end: on(2, 0).end }, newText: '' }],
    });
    const doubled = await client.request('gongwen/fixAll', { uri: A, only: ['wording/doubled'] });
    assert.deepEqual(doubled.edits, [{ range: on(0, 4, 5), newText: '' }]);
    const none = await client.request('gongwen/fixAll', { uri: A, only: [] });
    assert.deepEqual(none, { version: 3, fixed: 0, edits: [] });
  });

  it('leads to what the engine’s fixText makes, by edits that touch nothing that stays', async () => {
    const part = fc.constantFrom(',', '的', '的的', '公众号', '甲', '𠀀', '𠐁', '其它', '\n', '\r\n', '×');
    const text = fc.array(part, { maxLength: 30 }).map((parts) => parts.join(''));
    await fc.assert(
      fc.asyncProperty(text, async (start) => {
        client.open(A, start);
        const { edits, fixed } = await client.request('gongwen/fixAll', { uri: A });
        const expected = fixText(linter, start);
        assert.equal(applyTextEdits(start, edits), expected.text);
        assert.equal(fixed, expected.fixed);
        for (const { range, newText } of edits) {
          assert.ok(isWhole(newText), 'surrogate pairs are replaced as a whole');
          assert.ok(
            newText !== '' ||
              range.start.line !== range.end.line ||
              range.start.character < range.end.character,
          );
        }
        client.close(A);
      }),
      { numRuns: 300 },
    );
    client.open(A, '');
  });
});

/** Holds no half of a surrogate pair. */
function isWhole(text: string): boolean {
  return !/\p{Surrogate}/u.test(text);
}
