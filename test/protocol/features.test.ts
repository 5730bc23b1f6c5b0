import assert from 'node:assert/strict';
import { testWords } from '../support/linter.ts';
import { applyTextEdits, FULL, on, PLAIN, TestClient } from './client.ts';

const A = 'file:///a.txt';

describe('protocol: placeholders', () => {
  let client: TestClient;
  beforeEach(async () => {
    client = await TestClient.start();
  });
  afterEach(() => client.stop());

  it('are listed by group in document order, with what stands around them', async () => {
    client.open(A, '我×市\n仍有2×个，×市×个');
    const { version, groups } = await client.request('gongwen/asks', { uri: A });
    assert.equal(version, 1);
    assert.deepEqual(groups, [
      {
        group: '×市',
        slot: 'place',
        label: '地名（市）',
        phrase: '我【×】市',
        places: [
          { range: on(0, 1, 2), text: '×', before: '我', after: '市' },
          { range: on(1, 6, 7), text: '×', before: '仍有2×个，', after: '市×个' },
        ],
        constraints: [],
        offers: [],
      },
      {
        group: '2×个',
        slot: 'number',
        label: '数字',
        phrase: '仍有【2×】个',
        places: [{ range: on(1, 2, 4), text: '2×', before: '仍有', after: '个，×市×个' }],
        constraints: [{ max: 10, reason: '不大于前文的“10个”' }],
        offers: [],
      },
      {
        group: '×个',
        slot: 'number',
        label: '数字',
        phrase: '×市【×】个',
        places: [{ range: on(1, 8, 9), text: '×', before: '仍有2×个，×市', after: '个' }],
        constraints: [{ max: 10, reason: '不大于前文的“10个”' }],
        offers: [],
      },
    ]);
  });

  it('show some dozens of characters of a long line, none of them halved', async () => {
    client.open(A, `${'𠀃'.repeat(30)}一×${'二'}${'𠀁'.repeat(30)}`);
    const { groups } = await client.request('gongwen/asks', { uri: A });
    const { before, after } = groups[0]!.places[0]!;
    assert.equal(before, `${'𠀃'.repeat(19)}一`);
    assert.equal(after, `二${'𠀁'.repeat(19)}`);
  });

  it('are filled in all their places, mark and digits as a whole', async () => {
    client.open(A, '我×市\n仍有2×个，×市×人');
    const values = [
      { group: '×市', value: '安康' },
      { group: '2×个', value: '25' },
      { group: '没有这组', value: '?' },
    ];
    const { edits, version } = await client.request('gongwen/fillEdits', { uri: A, version: 1, values });
    assert.equal(version, 1);
    assert.equal(applyTextEdits('我×市\n仍有2×个，×市×人', edits), '我安康市\n仍有25个，安康市×人');
  });

  it('keep the unit that stands within the mark behind a bare figure', async () => {
    const text = '增长×%，回落2×%；下辖';
    client.open(A, text);
    const values = [
      { group: '×%，', value: '3.5' },
      { group: '2×%；', value: '21%' },
    ];
    const { edits } = await client.request('gongwen/fillEdits', { uri: A, version: 1, values });
    assert.equal(applyTextEdits(text, edits), '增长3.5%，回落21%；下辖');
  });

  it('tell what speaks against a value, and refuse none', async () => {
    client.open(A, '我×市，仍有2×个');
    const values = [
      { group: '×市', value: '安康市' },
      { group: '2×个', value: '25' },
      { group: '没有这组', value: '?' },
    ];
    const { doubts } = await client.request('gongwen/doubts', { uri: A, values });
    assert.deepEqual(doubts, [
      { group: '×市', messages: ['后面已有“市”，填入后重复'] },
      { group: '2×个', messages: ['不大于前文的“10个”'] },
    ]);
    const { edits } = await client.request('gongwen/fillEdits', { uri: A, version: 1, values });
    assert.equal(applyTextEdits('我×市，仍有2×个', edits), '我安康市市，仍有25个');
  });

  it('are asked from a quick fix as they are in the form: a date as one', async () => {
    client.open(A, '定于2025年×月×日召开');
    const groups = (await client.request('gongwen/asks', { uri: A })).groups.map(({ group }) => group);
    const actions = await client.actions(A, on(0, 9, 10));
    const fill = actions.find(({ command }) => command?.command === 'gongwen.fillPlaceholders');
    assert.deepEqual(fill?.command?.arguments, [A, groups[0]]);
    assert.equal(groups.length, 1);
  });

  it('are not filled in a text of another version', async () => {
    client.open(A, '×市');
    client.change(A, { range: on(0, 0), text: '我' });
    const values = [{ group: '×市', value: '安康' }];
    await assert.rejects(client.request('gongwen/fillEdits', { uri: A, version: 1, values }), {
      code: -32801,
    });
  });
});

describe('protocol: hover', () => {
  let client: TestClient;
  afterEach(() => client.stop());

  it('explains the rule in Markdown, with nothing of the text turned into markup', async () => {
    client = await TestClient.start();
    client.open(A, '甲,乙\n一、总结\n一、总结');
    assert.deepEqual(await client.hover(A, { line: 0, character: 2 }), {
      contents: {
        kind: 'markdown',
        value:
          '**半角逗号** `punctuation/comma`\n\n汉字之间用全角逗号 \\[一律\\]。\n\n依据：GB/T 15834—2011 4\\.4',
      },
      range: on(0, 1, 2),
    });
    assert.deepEqual(await client.hover(A, { line: 2, character: 3 }), {
      contents: {
        kind: 'markdown',
        value: '**numbering/repeated** `numbering/repeated`',
      },
      range: on(2, 0, 4),
    });
    assert.equal(await client.hover(A, { line: 0, character: 3 }), null);
  });

  it('tells the evidence to a client that shows no related places, the first of very much of it', async () => {
    client = await TestClient.start({ capabilities: PLAIN });
    client.open(A, Array.from({ length: 31 }, (_, i) => `一、第${i % 30}`).join('\n'));
    const hover = await client.hover(A, { line: 30, character: 1 });
    assert.match((hover!.contents as { value: string }).value, /- 第 6 行：前面\n- …（另有 24 处）$/);
  });

  it('is plain text for a client that shows no Markdown', async () => {
    client = await TestClient.start({ capabilities: PLAIN });
    client.open(A, '甲,乙');
    assert.deepEqual((await client.hover(A, { line: 0, character: 1 }))?.contents, {
      kind: 'plaintext',
      value: '半角逗号 punctuation/comma\n汉字之间用全角逗号 [一律]。\n依据：GB/T 15834—2011 4.4',
    });
  });
});

describe('protocol: hover on a figure', () => {
  let client: TestClient;
  afterEach(() => client.stop());

  const value = async (character: number) =>
    ((await client.hover(A, { line: 0, character }))?.contents as { value: string } | undefined)?.value;

  it('shows how it was read', async () => {
    client = await TestClient.start({
      host: { loadWords: testWords },
      configuration: () => ({ readings: true }),
    });
    client.open(A, '增长7.5%，打好四场攻坚战，2024年3月');
    const hover = await client.hover(A, { line: 0, character: 4 });
    assert.deepEqual(hover!.range, on(0, 2, 6));
    assert.match((hover!.contents as { value: string }).value, /^\*\*“7\\\.5%”读作\*\*\n\n- 百分数：7\\\.5%/);
    assert.match((await value(9))!, /^\*\*“四场”读作\*\*\n\n- 数目：4场/);
    assert.match((await value(20))!, /“3月”/, 'of two that touch, the one under the pointer');
    assert.match((await value(19))!, /“2024年”/);
    assert.match((await value(22))!, /“3月”/, 'the end of the line is the caret behind it');
    assert.equal(await value(0), undefined);
  });

  it('comes below the finding at the same place', async () => {
    client = await TestClient.start({
      capabilities: PLAIN,
      host: { loadWords: testWords },
      initialize: { initializationOptions: { readings: true } },
    });
    client.open(A, '5,其他');
    assert.equal(
      await value(1),
      '半角逗号 punctuation/comma\n汉字之间用全角逗号 [一律]。\n依据：GB/T 15834—2011 4.4\n\n“5”读作\n- 数（未写单位）：5',
    );
  });

  it('is not shown unless asked for', async () => {
    client = await TestClient.start({ host: { loadWords: testWords } });
    client.open(A, '增长7.5%');
    assert.equal(await value(3), undefined);
  });

  it('is as silent as the checks where they are switched off', async () => {
    client = await TestClient.start({ configuration: () => ({ enable: false, readings: true }) });
    client.open(A, '增长7.5%');
    assert.equal(await value(3), undefined);
  });
});

describe('protocol: configuration', () => {
  let client: TestClient;
  afterEach(() => client.stop());

  const codes = async (uri: string) => (await client.diagnostics(uri)).map((d) => [d.code, d.severity]);

  it('is asked for by document', async () => {
    client = await TestClient.start({
      configuration: (uri) =>
        uri === A ? { enable: false } : { rules: { wording: 'off', 'wording/choice': 'error' } },
    });
    client.open(A, '甲,其它的的');
    client.open('file:///b.txt', '甲,其它的的');
    assert.deepEqual(await codes(A), []);
    assert.deepEqual(await codes('file:///b.txt'), [
      ['punctuation/comma', 2],
      ['wording/choice', 1],
    ]);
    const status = client.statuses.find((s) => s.uri === A)!;
    assert.equal(status.enabled, false);
  });

  it('changes on the fly: the client is asked to ask again, and is not told that nothing changed', async () => {
    client = await TestClient.start({ configuration: () => ({ kind: 'auto' }) });
    client.open(A, '甲,其它');
    const before = await client.pull(A);
    client.configuration = () => ({ kind: 'law', rules: { punctuation: 'hint' } });
    client.configure(null);
    await client.until(() => client.refreshes === 1);
    const after = await client.pull(A, before.resultId);
    assert.equal(after.kind, 'full');
    assert.deepEqual(after.kind === 'full' && after.items.map((d) => d.severity), [4, 3]);
    assert.equal(client.statuses.at(-1)!.kind, 'law');
    // Settings that say the same again cost nobody anything.
    client.configure(null);
    assert.equal((await client.pull(A, after.resultId)).kind, 'unchanged');
    assert.equal(client.refreshes, 1);
  });

  it('is pushed anew to a client that takes pushes', async () => {
    client = await TestClient.start({
      capabilities: PLAIN,
      initialize: { initializationOptions: { rules: { 'punctuation/comma': 'error' } } },
    });
    client.open(A, '甲,乙');
    await client.until(() => client.published[0]);
    assert.equal(client.published[0]!.diagnostics[0]!.severity, 1);
    client.configure({ gongwen: { rules: { punctuation: 'off' } } });
    await client.until(() => client.published[1]);
    assert.deepEqual(client.published[1], { uri: A, version: 1, diagnostics: [] });
  });

  it('costs one warning for each malformed value, and nothing else', async () => {
    client = await TestClient.start({
      configuration: () => ({
        enable: 'yes',
        kind: 'poem',
        rules: { punctuation: 'loud', wordings: 'off', 'wording/choice': 'off', __proto__: null },
      }),
    });
    client.open(A, '甲,其它');
    client.open('file:///b.txt', '甲,其它');
    assert.deepEqual(await codes(A), [['punctuation/comma', 2]]);
    assert.deepEqual(await codes('file:///b.txt'), [['punctuation/comma', 2]]);
    assert.deepEqual(client.logs, [
      '设置 gongwen.enable 的值 "yes" 无效，已忽略；应为 true | false',
      '设置 gongwen.kind 的值 "poem" 无效，已忽略；应为 auto | speech | report | official | law | general',
      '设置 gongwen.rules["punctuation"] 的值 "loud" 无效，已忽略；应为 error | warning | info | hint | off | on',
      '设置 gongwen.rules["wordings"] 不是任何规则或规则族，已忽略；是否指 wording',
    ]);
    // Whoever mistypes does not look into the log. All at once, and once.
    await client.until(() => client.said.length > 0);
    assert.equal(client.said.length, 1);
    assert.match(client.said[0]!, /wordings.*是否指/);
  });

  it('falls back on the settings of the start when the client fails to answer', async () => {
    client = await TestClient.start({
      initialize: { initializationOptions: { rules: { punctuation: 'off' } } },
      configuration: () => {
        throw new Error('no settings today');
      },
    });
    client.open(A, '甲,其它');
    assert.deepEqual(await codes(A), [['wording/choice', 3]]);
    assert.ok(client.logs[0]!.startsWith('读取设置失败'));
  });

  it('that arrives late is overtaken by what was asked for later', async () => {
    const answers: ((settings: unknown) => void)[] = [];
    client = await TestClient.start({
      configuration: () => new Promise((resolve) => answers.push(resolve)),
    });
    client.open(A, '甲,乙');
    await client.until(() => answers.length === 1);
    const waiting = client.diagnostics(A);
    client.configure(null);
    await client.until(() => answers.length === 2);
    answers[0]!({ rules: { punctuation: 'error' } });
    // The first answer is old news: whoever waits goes on waiting for the second.
    await client.quiet(30);
    assert.equal(client.statuses.length, 0);
    answers[1]!({ rules: { punctuation: 'hint' } });
    assert.deepEqual(
      (await waiting).map((d) => d.severity),
      [4],
    );
    client.configure(null);
    client.configure(null);
    await client.until(() => answers.length === 4);
    answers[3]!({ rules: { punctuation: 'info' } });
    await client.until(() => client.refreshes === 1);
    answers[2]!({ rules: { punctuation: 'error' } });
    await client.quiet(30);
    assert.deepEqual(await codes(A), [['punctuation/comma', 3]]);
    assert.equal(client.refreshes, 1);
  });

  it('that does not arrive delays the first findings a while; what arrives later counts', async () => {
    const answers: ((settings: unknown) => void)[] = [];
    client = await TestClient.start({
      host: { delays: { settings: 50 } },
      initialize: { initializationOptions: { rules: { punctuation: 'error' } } },
      configuration: () => new Promise((resolve) => answers.push(resolve)),
    });
    client.open(A, '甲,乙');
    client.open('file:///b.txt', '甲,乙');
    assert.deepEqual(await codes(A), [['punctuation/comma', 1]]);
    await codes('file:///b.txt');
    assert.deepEqual(client.logs, ['客户端迟迟没有回答设置，先沿用启动时的设置。']);
    answers[0]!({ rules: { punctuation: 'hint' } });
    await client.until(() => client.refreshes === 1);
    assert.deepEqual(await codes(A), [['punctuation/comma', 4]]);
    assert.deepEqual(await codes('file:///b.txt'), [['punctuation/comma', 1]]);
    assert.equal(answers.length, 2, 'nobody is asked again');
    // Settings that have changed meanwhile are not overtaken by what was asked for before.
    client.configuration = () => ({ rules: { punctuation: 'info' } });
    client.configure(null);
    await client.until(() => client.refreshes === 2);
    answers[1]!({ rules: { punctuation: 'off' } });
    await client.quiet(30);
    assert.deepEqual(await codes('file:///b.txt'), [['punctuation/comma', 3]]);
  });

  it('that changes before it was ever known delays the first findings, and does not lose them', async () => {
    const answers: ((settings: unknown) => void)[] = [];
    const { textDocument } = PLAIN;
    client = await TestClient.start({
      capabilities: { workspace: { configuration: true }, ...(textDocument ? { textDocument } : {}) },
      configuration: () => new Promise((resolve) => answers.push(resolve)),
    });
    client.open(A, '甲,乙');
    await client.until(() => answers.length === 1);
    client.configure(null);
    await client.until(() => answers.length === 2);
    for (const answer of answers) answer(null);
    await client.until(() => client.published.length === 1);
    assert.equal(client.published[0]!.diagnostics.length, 1);
  });

  it('that arrives after the document has been closed harms nobody', async () => {
    client = await TestClient.start({ capabilities: FULL });
    client.open(A, '甲,乙');
    client.close(A);
    client.open(A, '丙,', { version: 1 });
    client.close(A);
    assert.deepEqual(await client.diagnostics(A), []);
  });
});
