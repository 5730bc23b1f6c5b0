import assert from 'node:assert/strict';
import type { Names } from '../../server/host.ts';
import { on, PLAIN, TestClient } from './client.ts';

const A = 'file:///a.txt';
type Found = Awaited<ReturnType<Names['recognise']>>;
type FoundName = Found[number][number];

/** Knows one name; answers when the test says so. */
class FakeNames implements Names {
  available = true;
  unanswered = 0;
  disposed = false;
  readonly asked: (readonly string[])[] = [];
  readonly signals: AbortSignal[] = [];
  readonly #answers: (() => void)[] = [];
  readonly #nothing: (() => void)[] = [];

  recognise(texts: readonly string[], signal?: AbortSignal): Promise<Found> {
    this.asked.push(texts);
    this.signals.push(signal!);
    const found: Found = texts.map((text) => {
      const start = text.indexOf('张猛');
      return start < 0 ? [] : [{ start, end: start + 2, text: '张猛', kind: 'person' }];
    });
    return new Promise((resolve, reject) => {
      signal?.addEventListener('abort', () => reject(signal.reason));
      this.#answers.push(() => resolve(found));
      this.#nothing.push(() => resolve(texts.map(() => [])));
    });
  }

  answer(): void {
    this.#nothing.shift();
    this.#answers.shift()!();
  }

  /** As a service that was too busy to look. */
  answerNothing(): void {
    this.#answers.shift();
    this.#nothing.shift()!();
  }

  async dispose(): Promise<void> {
    this.disposed = true;
  }
}

describe('protocol: names', () => {
  let client: TestClient;
  let names: FakeNames;
  let starts = 0;
  const host = {
    startNames() {
      starts++;
      names = new FakeNames();
      return names;
    },
  };
  beforeEach(() => {
    starts = 0;
  });

  it('come after the first findings, and have the client ask again when they change what is found', async () => {
    client = await TestClient.start({ host });
    client.open(A, '×书记\n张猛同志\n张猛同志');
    const first = await client.pull(A);
    assert.equal(first.kind === 'full' && first.items.length, 1);
    assert.equal(starts, 0, 'nothing is started before the first findings are out');
    await client.until(() => starts === 1 && names.asked.length === 1);
    assert.deepEqual(names.asked[0], ['×书记', '张猛同志']);
    // The text moves on while the names are looked for.
    client.change(A, { range: on(1, 0), text: '区' });
    names.answer();
    await client.until(() => client.refreshes === 1);
    assert.deepEqual(
      (await client.diagnostics(A)).map((d) => d.range),
      [on(0, 0, 1), on(2, 0, 2)],
    );
    await client.until(() => names.asked.length === 2);
    assert.deepEqual(names.asked[1], ['×书记', '区张猛同志', '张猛同志'], 'one line may tell of another');
    names.answer();
    await client.until(() => client.refreshes === 2);
    assert.equal((await client.diagnostics(A)).length, 3);
    await client.stop();
    assert.equal(names.disposed, true);
  });

  it('that nobody could look for are asked for again, and are not taken for none', async () => {
    client = await TestClient.start({ host: { ...host, delays: { names: 20 } } });
    client.open(A, '×书记\n张猛同志');
    await client.pull(A);
    await client.until(() => starts === 1 && names.asked.length === 1);
    names.unanswered++;
    names.answerNothing();
    await client.until(() => names.asked.length === 2);
    names.answer();
    await client.until(() => client.refreshes === 1);
    assert.equal((await client.diagnostics(A)).length, 2);
    await client.stop();
  });

  it('that cannot be looked for at all are told to be missing', async () => {
    client = await TestClient.start({ host });
    client.open(A, '×书记\n张猛同志');
    await client.pull(A);
    await client.until(() => starts === 1 && names.asked.length === 1);
    names.unanswered++;
    names.available = false;
    names.answerNothing();
    await client.until(() => client.logs.some((line) => line.includes('未能识别')));
    await client.until(() => client.statuses.at(-1)?.namesMissing === true);
    await client.stop();
  });

  it('that the writer has filled in are his, also in a document opened later', async () => {
    client = await TestClient.start({ host, capabilities: PLAIN });
    const B = 'file:///b.txt';
    const meant = (uri: string) => client.notify('gongwen/meantNames', { uri, values: ['张猛'] });
    client.open(A, '×书记\n张猛同志');
    await client.until(() => starts === 1 && names.asked.length === 1);
    names.answer();
    await client.until(() => client.published.at(-1)?.diagnostics.length === 2);
    meant(A);
    await client.until(() => client.published.at(-1)?.diagnostics.length === 1);
    meant(B);
    client.open(B, '×书记\n张猛同志');
    await client.until(() => names.asked.length === 2);
    names.answer();
    await client.quiet(100);
    assert.deepEqual(
      client.published.filter(({ uri }) => uri === B).map(({ diagnostics }) => diagnostics.length),
      [1],
    );
    await client.stop();
  });

  it('that change nothing disturb nobody', async () => {
    client = await TestClient.start({ host, capabilities: PLAIN });
    client.open(A, '×书记');
    await client.until(() => starts === 1 && names.asked.length === 1);
    names.answer();
    await client.quiet(100);
    assert.equal(client.published.length, 1);
    await client.stop();
  });

  it('are not asked for where no rule wants them, and given up with the document', async () => {
    client = await TestClient.start({ host, capabilities: PLAIN });
    client.open(A, '张猛同志');
    await client.quiet(600);
    assert.equal(starts, 0);
    client.change(A, { range: on(0, 0), text: '×书记\n' });
    await client.until(() => starts === 1 && names.asked.length === 1);
    client.close(A);
    await client.until(() => names.signals[0]!.aborted);
    assert.deepEqual(client.logs, []);
    await client.stop();
  });

  it('are offered for the gaps they fit, most frequent first', async () => {
    const known: Record<string, FoundName['kind']> = {
      张猛: 'person',
      欧阳雪: 'person',
      张兰: 'person',
      王强: 'person',
      阿里·买买提: 'person',
      习近平: 'person',
      榆林市: 'place',
      陕西省: 'place',
      延安: 'place',
      市教育局: 'organisation',
      兴安集团: 'organisation',
    };
    const recognise = (text: string): Found[number] =>
      [...text.matchAll(new RegExp(Object.keys(known).join('|'), 'g'))].map(({ 0: name, index }) => ({
        start: index,
        end: index + name.length,
        text: name,
        kind: known[name]!,
      }));
    client = await TestClient.start({
      host: {
        startNames: () => ({
          available: true,
          unanswered: 0,
          recognise: async (texts) => texts.map(recognise),
          async dispose() {},
        }),
      },
    });
    // Whom drafts quote is none of those they speak of.
    const named =
      '习近平、习近平、欧阳雪、张猛、王强、张兰、王强、王强和阿里·买买提从陕西省延安到榆林市，市教育局、兴安集团';
    client.open(A, `×书记、×同志\n×市×局×个\n全×的，全×市\n${named}`);
    const groups = async () => (await client.request('gongwen/asks', { uri: A })).groups;
    assert.ok((await groups()).every(({ offers }) => offers.length === 0));
    await client.until(() => client.refreshes === 1);
    assert.deepEqual(
      (await groups()).map(({ slot, offers }) => [slot, offers]),
      [
        ['surname', ['王', '张', '欧阳']],
        ['person', ['王强', '欧阳雪', '张猛', '张兰', '阿里·买买提']],
        // 市 stands there already; 陕西省 is none.
        ['place', ['延安', '榆林']],
        ['organisation', ['市教育']],
        ['number', []],
        ['place', []],
      ],
    );
    await client.stop();
  });

  it('that cannot be had cost a warning at most', async () => {
    client = await TestClient.start({
      host: {
        startNames() {
          throw new Error('no add-on here');
        },
      },
    });
    client.open(A, '×书记');
    assert.equal((await client.diagnostics(A)).length, 1);
    await client.until(() => client.logs[0]?.startsWith('人名地名识别不可用，其他检查不受影响。'));
    assert.equal((await client.diagnostics(A)).length, 1);
    await client.stop();
  });
});
