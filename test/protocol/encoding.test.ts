/** A draft that was opened in an encoding that it is not written in. */
import assert from 'node:assert/strict';
import { on, TestClient } from './client.ts';

const A = 'file:///稿/讲话.txt';
/** 刚才，×书记作了重要讲话。会后，各县作了表态发言。 in GB18030, read as UTF-8. */
const GARBLED = new TextDecoder().decode(
  Buffer.from(
    'b8d5b2c5a3aca1c1cae9bcc7d7f7c1cbd6d8d2aabdb2bbb0a1a3bbe1baf3a3acb8f7cfd8d7f7c1cbb1edccacb7a2d1d4a1a3',
    'hex',
  ),
);

describe('protocol: a draft in another encoding', () => {
  let client: TestClient;
  beforeEach(async () => {
    client = await TestClient.start({
      initialize: { initializationOptions: { gongwen: { status: true, reopenWithEncoding: true } } },
    });
  });
  afterEach(() => client.stop());

  it('has one finding, which leads to its own encoding', async () => {
    client.open(A, GARBLED);
    const shown = await client.diagnostics(A);
    assert.equal(shown.length, 1);
    assert.match(shown[0]!.message as string, /GB18030/);
    const [action, ...others] = await client.actions(A, on(0, 0), { diagnostics: shown });
    assert.deepEqual(others, []);
    assert.deepEqual(action!.command!.arguments, [A]);
    const { ours, counts } = client.statuses.at(-1)!;
    assert.deepEqual([ours, counts.error], [true, 1]);
  });

  it('is not one that has lost a few characters, nor one that speaks of them', async () => {
    client.open(A, `刚才，×书记作了${'\ufffd'.repeat(3)}讲话。`);
    assert.doesNotMatch((await client.diagnostics(A)).map(({ message }) => message).join(), /GB18030/);
    client.open('untitled:b', `${'今天的会议很重要。'.repeat(30)}${'\ufffd'.repeat(9)}`);
    assert.doesNotMatch(
      (await client.diagnostics('untitled:b')).map(({ message }) => message).join(),
      /GB18030/,
    );
  });
});
