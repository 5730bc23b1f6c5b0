import assert from 'node:assert/strict';
import { execFileSync, spawn } from 'node:child_process';
import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { MOST_UNITS, type NamesService } from '../../names/protocol.ts';
import { createNamesService, MOST_WAITING, type NamesServiceOptions } from '../../names/service.ts';
import type { Name } from '../../rules/index.ts';
import { buildWords } from '../../scripts/build-words.mjs';
import { skipWithReason } from '../words/helpers.ts';

const workerFile = fileURLToPath(new URL('../../names/worker.ts', import.meta.url));
const serviceUrl = new URL('../../names/service.ts', import.meta.url).href;
const execArgv = ['--import', import.meta.resolve('tsx')];

/** Whether a process with this id exists. */
function lives(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}

describe('names: the service', function () {
  this.timeout(60_000);
  let dictionaryDir: string;
  let logged: string[];
  const started: NamesService[] = [];
  const folders: string[] = [];

  const service = (options: Partial<NamesServiceOptions> = {}): NamesService => {
    const created = createNamesService({
      workerFile,
      dictionaryDir,
      execArgv,
      log: (line) => void logged.push(line),
      ...options,
    });
    started.push(created);
    return created;
  };

  /** A copy of the dictionaries with some files replaced. */
  const dictionariesWith = (files: Record<string, string>): string => {
    const folder = mkdtempSync(join(tmpdir(), 'gongwen-names-'));
    folders.push(folder);
    cpSync(dictionaryDir, folder, { recursive: true });
    for (const [name, content] of Object.entries(files)) writeFileSync(join(folder, name), content);
    return folder;
  };

  before(() => {
    dictionaryDir = buildWords().namesDir;
  });

  beforeEach(() => {
    logged = [];
  });

  afterEach(async () => {
    await Promise.all(started.splice(0).map((each) => each.dispose()));
  });

  after(() => {
    for (const folder of folders) rmSync(folder, { recursive: true, force: true });
  });

  /** The process id of the worker started last. */
  const workerPid = () =>
    Number(/process (\d+)/.exec(logged.findLast((line) => line.includes('started')) ?? '')?.[1]);

  const gone = async (pid: number) => {
    for (let waited = 0; lives(pid) && waited < 10_000; waited += 20)
      await new Promise((done) => setTimeout(done, 20));
    return !lives(pid);
  };

  const said = (names: Name[] | undefined) => names?.map(({ kind, text }) => `${kind} ${text}`);

  it('starts nothing before the first request and for texts without letters', async () => {
    const idle = service();
    assert.deepEqual(await idle.recognise([]), []);
    assert.deepEqual(await idle.recognise(['', '']), [[], []]);
    assert.deepEqual(logged, []);
    assert.equal(idle.available, true);
  });

  it('is unavailable at once, without further attempts, when nodejieba or a dictionary is missing', async () => {
    for (const options of [{ bindingFile: '/nowhere/nodejieba.node' }, { dictionaryDir: '/nowhere' }]) {
      logged = [];
      const without = service(options);
      assert.deepEqual(await without.recognise(['区委书记张猛同志', '']), [[], []]);
      assert.equal(without.available, false);
      assert.match(without.unavailableReason ?? '', /nowhere/);
      assert.deepEqual(await without.recognise(['区委书记张猛同志']), [[]]);
      assert.equal(logged.filter((line) => line.includes('worker started')).length, 1);
    }
  });

  describe('with nodejieba', () => {
    before(function () {
      try {
        createRequire(import.meta.url)('nodejieba/build/Release/nodejieba.node');
      } catch (error) {
        skipWithReason(this, `nodejieba does not load here: ${(error as Error).message.split('\n')[0]}`);
      }
    });

    it('recognises people, places and organisations', async () => {
      const [speech, flood, office] = await service().recognise([
        '区委书记张猛同志主持会议并讲话。',
        '要深刻吸取发生在我省陕北地区的洪水灾害教训。',
        '由陕西省发展和改革委员会牵头，榆林市水利局配合。',
      ]);
      assert.deepEqual(said(speech), ['person 张猛']);
      assert.deepEqual(said(flood), ['place 陕北地区']);
      assert.deepEqual(said(office), ['organisation 陕西省发展和改革委员会', 'organisation 榆林市水利局']);
    });

    it('gives UTF-16 offsets, behind surrogate pairs and halves of them too', async () => {
      const texts = ['😀𠮷，区委书记张猛同志到了榆林市。', '\ud842：区长李明华同志', '\u0000县长李明华同志'];
      const found = await service().recognise(texts);
      found.forEach((names, index) => {
        assert.ok(names.length > 0, texts[index]);
        for (const { start, end, text } of names) assert.equal(texts[index]?.slice(start, end), text);
      });
      assert.equal(found[0]?.[0]?.start, texts[0]?.indexOf('张猛'));
    });

    it('knows a person whom another text introduces', async () => {
      const [, names] = await service().recognise(['县长李明华同志出席。', '会上，李明华指出了问题。']);
      assert.deepEqual(said(names), ['person 李明华']);
    });

    it('answers requests in order, and takes back those that are cancelled', async () => {
      const busy = service();
      const cancelled = new AbortController();
      const first = busy.recognise(['区委书记张猛同志']);
      const second = busy.recognise(['县长李明华同志'], cancelled.signal);
      const third = busy.recognise(['局长王建国同志']);
      cancelled.abort();
      await assert.rejects(second, { name: 'AbortError' });
      assert.deepEqual((await first).map(said), [['person 张猛']]);
      assert.deepEqual((await third).map(said), [['person 王建国']]);
      await assert.rejects(busy.recognise(['县长'], AbortSignal.abort()), { name: 'AbortError' });
    });

    it('takes back a request that the worker has already', async () => {
      const busy = service();
      const cancelled = new AbortController();
      const first = busy.recognise(['区委书记张猛同志'], cancelled.signal);
      setTimeout(() => cancelled.abort(), 5);
      await assert.rejects(first, { name: 'AbortError' });
      assert.deepEqual((await busy.recognise(['县长李明华同志'])).map(said), [['person 李明华']]);
    });

    it('bounds what it takes on', async () => {
      const busy = service();
      assert.deepEqual(await busy.recognise(['区'.repeat(MOST_UNITS + 1)]), [[]]);
      const requests = Array.from({ length: MOST_WAITING + 2 }, () => busy.recognise(['区委书记张猛同志']));
      assert.deepEqual(await requests.at(-1), [[]]);
      assert.deepEqual((await requests[0])?.map(said), [['person 张猛']]);
    });

    it('survives a dictionary at which cppjieba aborts, and says once that names are unavailable', async () => {
      const broken = service({ dictionaryDir: dictionariesWith({ 'idf.utf8': '' }) });
      const text = ['区委书记张猛同志'];
      for (let i = 0; i < 5; i++) assert.deepEqual(await broken.recognise(text), [[]]);
      assert.equal(broken.available, false);
      assert.match(broken.unavailableReason ?? '', /SIGABRT|code/);
      assert.equal(logged.filter((line) => line.includes('worker started')).length, 3);
      assert.equal(logged.filter((line) => line.includes('unavailable')).length, 1);
    });

    for (const reply of [
      'null',
      '7',
      '{}',
      '{ kind: "names", id: 1 }',
      '{ kind: "names", id: 1, names: [] }',
    ]) {
      it(`takes a worker that answers ${reply}`, async () => {
        const folder = mkdtempSync(join(tmpdir(), 'gongwen-names-'));
        folders.push(folder);
        const mad = join(folder, 'mad.cjs');
        writeFileSync(mad, `process.on('message', () => process.send(${reply}));`);
        const names = service({ workerFile: mad, execArgv: [], timeoutMs: 500 });
        assert.deepEqual(await names.recognise(['张国庆同志']), [[]]);
        assert.equal(names.unanswered, 1);
      });
    }

    it('loses one request, not the service, when its worker is killed or hangs', async () => {
      const killed = service();
      const lost = killed.recognise(['区委书记张猛同志']);
      process.kill(workerPid(), 'SIGKILL');
      assert.deepEqual(await lost, [[]]);
      assert.deepEqual((await killed.recognise(['区委书记张猛同志'])).map(said), [['person 张猛']]);
      assert.equal(killed.available, true);

      const slow = service({ timeoutMs: 1 });
      assert.deepEqual(await slow.recognise(['区委书记张猛同志']), [[]]);
      assert.equal(slow.available, true);
    });

    it('stops an idle worker and starts it again', async () => {
      const idle = service({ idleMs: 20 });
      const pending = idle.recognise(['区委书记张猛同志']);
      const pid = workerPid();
      await pending;
      assert.ok(await gone(pid));
      assert.deepEqual((await idle.recognise(['区委书记张猛同志'])).map(said), [['person 张猛']]);
    });

    it('leaves no process behind when disposed, and answers what waited', async () => {
      const disposed = service();
      const pending = disposed.recognise(['区委书记张猛同志']);
      const waiting = disposed.recognise(['县长李明华同志']);
      const pid = workerPid();
      assert.ok(lives(pid));
      await disposed.dispose();
      assert.equal(lives(pid), false);
      assert.deepEqual([await pending, await waiting], [[[]], [[]]]);
      assert.deepEqual(await disposed.recognise(['区委书记张猛同志']), [[]]);
    });

    it('leaves no process behind when its own process is killed', async () => {
      const script = `
      import { createNamesService } from ${JSON.stringify(serviceUrl)};
      const log = (line) => console.log(line);
      const options = ${JSON.stringify({ workerFile, dictionaryDir, execArgv })};
      const names = await createNamesService({ ...options, log }).recognise(['县长李明华同志']);
      console.log(names[0][0].text);
      setInterval(() => {}, 1000);`;
      const host = spawn(process.execPath, [...execArgv, '--input-type=module', '-e', script], {
        stdio: ['ignore', 'pipe', 'inherit'],
      });
      for await (const chunk of host.stdout) {
        logged.push(...String(chunk).split('\n'));
        if (logged.includes('李明华')) break;
      }
      const pid = workerPid();
      assert.ok(lives(pid));
      host.kill('SIGKILL');
      assert.ok(await gone(pid));
    });

    it('does not keep a process alive that has its answers', () => {
      const script = `
      import { createNamesService } from ${JSON.stringify(serviceUrl)};
      const options = ${JSON.stringify({ workerFile, dictionaryDir, execArgv })};
      const names = await createNamesService({ ...options, log() {} }).recognise(['县长李明华同志']);
      console.log(names[0][0].text);`;
      const output = execFileSync(process.execPath, [...execArgv, '--input-type=module', '-e', script], {
        encoding: 'utf8',
        timeout: 20_000, // far below the idle time
      });
      assert.equal(output.trim(), '李明华');
    });
  });
});
