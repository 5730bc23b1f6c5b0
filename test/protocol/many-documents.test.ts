/** Ten thousand open documents: whoever looks at one does not wait for the others. */
import assert from 'node:assert/strict';
import { defineParagraphRule } from '../../engine/rule.ts';
import { createLinter } from '../../rules/index.ts';
import { on, PLAIN, TestClient } from './client.ts';
import { testRules } from './rules.ts';

const MANY = 10_000;
const uriOf = (i: number) => `untitled:${i}`;

describe('protocol: ten thousand open documents', function () {
  this.timeout(60_000);
  let client: TestClient;
  afterEach(() => client.stop());

  it('pulled, only the one that is asked about is checked', async () => {
    let checked = 0;
    const counting = defineParagraphRule({
      id: 'wording/counting',
      severity: 'hint',
      find() {
        checked++;
        return [];
      },
      explain: () => ({ message: '' }),
    });
    client = await TestClient.start({
      host: { createLinter: (options) => createLinter({ rules: [...testRules, counting], ...options }) },
    });
    for (let i = 0; i < MANY; i++) client.open(uriOf(i), '甲,乙');
    assert.equal((await client.diagnostics(uriOf(0))).length, 1);
    assert.equal(checked, 1);
    client.change(uriOf(1), { range: on(0, 0), text: '×' });
    assert.equal((await client.diagnostics(uriOf(1))).length, 2);
    assert.equal(checked, 2);
  });

  it('pushed, the one that is opened or edited last comes before those that wait', async () => {
    client = await TestClient.start({ capabilities: PLAIN });
    for (let i = 0; i < MANY; i++) client.open(uriOf(i), '甲,乙');
    await client.until(() => client.published[0]);
    client.open('untitled:now', '甲,乙');
    const place = () => client.published.findIndex(({ uri }) => uri === 'untitled:now');
    await client.until(() => place() >= 0);
    const before = place();
    // What has arrived is heard before anything is answered, and it comes in parts: one document at most goes out between two of them.
    assert.ok(before < MANY / 20, `${before} were published before it`);
    await client.until(() => client.published.length === MANY + 1);
  });
});
