import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { loadWords, verifyWords, WordsFormatError } from '../../language/text/words.ts';
import { dictionaries } from './helpers.ts';

describe('words: the file', function () {
  this.timeout(60_000);
  let bytes: Uint8Array;

  before(() => {
    bytes = new Uint8Array(readFileSync(dictionaries().outFile));
  });

  const damagedBy = (change: (copy: Uint8Array) => Uint8Array | undefined) => {
    const copy = bytes.slice();
    const changed = change(copy) ?? copy;
    return () => {
      loadWords(changed);
      verifyWords(changed);
    };
  };
  const fails = (message: RegExp) => (error: unknown) =>
    error instanceof WordsFormatError && message.test(error.message);

  it('is as the build wrote it', () => verifyWords(bytes));

  it('is small', () => assert.ok(bytes.length < 8e6, `${bytes.length} bytes`));

  it('is refused when empty, cut off or lengthened', () => {
    assert.throws(() => loadWords(new Uint8Array(0)), fails(/0 bytes/));
    assert.throws(
      damagedBy((copy) => copy.subarray(0, 63)),
      fails(/header/),
    );
    assert.throws(
      damagedBy((copy) => copy.subarray(0, copy.length - 8)),
      fails(/bytes of/),
    );
    assert.throws(
      damagedBy((copy) => new Uint8Array([...copy.subarray(0, 1000)])),
      fails(/1000 bytes of/),
    );
  });

  it('is refused when it is another kind of file or another version', () => {
    assert.throws(
      damagedBy((copy) => void copy.set([0x50, 0x4b])),
      fails(/some other kind/),
    );
    assert.throws(
      damagedBy((copy) => void copy.set([9], 8)),
      fails(/version is 9, expected 1/),
    );
  });

  it('is refused when a byte of a table or a count differs', () => {
    for (const at of [64, 1_000_000, bytes.length - 9]) {
      assert.throws(
        damagedBy((copy) => void copy.set([copy[at]! ^ 1], at)),
        fails(/checksum/),
        `byte ${at}`,
      );
    }
    for (const at of [24, 28, 32, 36]) {
      assert.throws(
        damagedBy((copy) => void copy.set([copy[at]! ^ 0x80], at)),
        fails(/parts|checksum/),
        `byte ${at}`,
      );
    }
  });

  it('loads from any place in a buffer', () => {
    for (const shift of [0, 1, 8]) {
      const buffer = new Uint8Array(bytes.length + shift);
      buffer.set(bytes, shift);
      assert.equal(loadWords(buffer.subarray(shift)).tagOf('北京'), 'ns');
    }
  });
});
