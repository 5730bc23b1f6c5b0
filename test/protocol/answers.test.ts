/** A client that types fast, asks for everything and takes half of it back: each request is answered, and what is told last is of the text as it stands. */
import assert from 'node:assert/strict';
import { CancellationTokenSource, type ResponseError } from 'vscode-languageserver/node';
import { createLinter, rulePage } from '../../rules/index.ts';
import { Dice } from '../support/dice.ts';
import { testWords } from '../support/linter.ts';
import { on, TestClient } from './client.ts';

const A = 'file:///a.txt';
const FRESH = 'file:///fresh.txt';
const DRAFT =
  '关于做好工作的讲话\n同志们：\n今年收入由50亿元增至60亿元，增长25%。全市×个项目开工,×市长讲话。\n抓好三项任务：一要抓项目；二要抓招商。\n';
const PIECES = ['×', ',', '甲', '一、总结', '\n', '增长25%', '三要抓环境。', '“', '的的', ''];

/** Everything that is asked of an open document, by its method. */
const ASKED: Readonly<Record<string, object>> = {
  'textDocument/diagnostic': {},
  'textDocument/hover': { position: on(2, 8).start },
  'textDocument/codeAction': { range: on(2, 0, 40), context: { diagnostics: [] } },
  'textDocument/documentSymbol': {},
  'textDocument/foldingRange': {},
  'textDocument/selectionRange': { positions: [on(2, 8).start] },
  'gongwen/asks': {},
  'gongwen/doubts': { values: [] },
  'gongwen/fixAll': {},
  'gongwen/renumber': { range: on(3, 0) },
  'gongwen/report': { format: 'markdown' },
  'gongwen/ledger': {},
  'gongwen/checkFile': { content: btoa('a') },
  'gongwen/nobody-knows': {},
};

describe('protocol: answers', () => {
  let client: TestClient;
  beforeEach(async () => {
    client = await TestClient.start({
      host: {
        createLinter: (options) => createLinter({ ...options, words: testWords }),
        rulePage,
        delays: { writing: 10, composition: 10 },
      },
    });
  });
  afterEach(() => client.stop());

  for (const seed of [1, 2, 3]) {
    it(`come to each request while somebody types, whatever is cancelled (${seed})`, async () => {
      const dice = new Dice(seed);
      client.open(A, DRAFT);
      const asked: Promise<string>[] = [];
      for (let step = 0; step < 40; step++) {
        const line = dice.int(0, 4);
        const from = dice.int(0, 20);
        client.change(A, { range: on(line, from, from + dice.int(0, 3)), text: dice.pick(PIECES) });
        for (const method of dice.some(Object.keys(ASKED), 3)) asked.push(ask(method, dice.int(0, 1) === 1));
        // A key now and then comes after the answers to those before.
        if (step % 8 === 0) await client.pull(A);
      }
      const answers = await Promise.all(asked);
      const unknown = answers.filter(
        (answer) => !/^(?:answered|refused -32(?:600|601|800|801|802|803))$/.test(answer),
      );
      assert.deepEqual(unknown, []);
      assert.ok(answers.filter((answer) => answer === 'answered').length > answers.length / 4);

      const { text } = client.texts.get(A)!;
      client.open(FRESH, text);
      // What is held back while one writes comes out with the pause.
      const told = async (uri: string) =>
        (await client.diagnostics(uri)).map(({ code, range, message }) => [code, range, message]);
      const whole = await told(FRESH);
      let last: unknown[] = [];
      for (let tries = 0; tries < 200 && last.length !== whole.length; tries++) {
        last = await told(A);
        if (last.length !== whole.length) await new Promise((resolve) => setTimeout(resolve, 20));
      }
      assert.deepEqual(last, whole);
    });
  }

  async function ask(method: string, cancel: boolean): Promise<string> {
    const source = new CancellationTokenSource();
    const params = { textDocument: { uri: A }, uri: A, ...ASKED[method] };
    const answer = client.connection.sendRequest(method, params, source.token).then(
      () => 'answered',
      (error: ResponseError) => `refused ${error.code}`,
    );
    if (cancel) source.cancel();
    return answer;
  }
});
