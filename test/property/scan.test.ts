/** The one pass over the text: tokens and words of any text. */
import assert from 'node:assert/strict';
import fc from 'fast-check';
import { lexicon } from '../../rules/language/lexicon.ts';
import { isHan, scan, Token, tokenOf } from '../../rules/language/scan.ts';
import { texts } from './generators.ts';

describe('scan of any text', () => {
  it('gives tokens in order, apart, not empty, and leaves out nothing but Han', () => {
    fc.assert(
      fc.property(fc.oneof(texts, fc.string({ unit: 'binary' })), (text) => {
        const scanned = scan(text);
        let at = 0;
        for (let i = 0; i < scanned.count; i++) {
          const [kind, start, end] = [scanned.kind(i), scanned.start(i), scanned.end(i)];
          assert.ok(at <= start && start < end && end <= text.length, `${start}–${end} after ${at}`);
          assert.notEqual(kind, Token.Han);
          for (let k = at; k < start; k++) assert.ok(isHan(text.charCodeAt(k)), `unit ${k} in no token`);
          if (kind !== Token.Invisible) {
            for (let k = start; k < end; k++) assert.equal(tokenOf(text.charCodeAt(k)), kind);
          }
          at = end;
        }
        for (let k = at; k < text.length; k++) assert.ok(isHan(text.charCodeAt(k)), `unit ${k} in no token`);
      }),
      { numRuns: 500 },
    );
  });
});

describe('lexicon over any text', () => {
  const folded = (text: string) =>
    text
      .replace(/[\uff01-\uff5e]/g, (c) => String.fromCharCode(c.charCodeAt(0) - 0xfee0))
      .replace(/[A-Z]/g, (c) => c.toLowerCase());

  it('finds what a naive search finds', () => {
    const { entries } = lexicon;
    if (entries.length === 0) return;
    const wordPieces = fc.oneof(
      fc.nat(entries.length - 1).map((i) => entries[i]!.word),
      fc.nat(entries.length - 1).map((i) => entries[i]!.word.slice(1)),
      fc.nat(entries.length - 1).map((i) => entries[i]!.word.toUpperCase()),
      fc.constantFrom('，', '的', '×', 'Ａ', '1'),
    );
    fc.assert(
      fc.property(fc.array(wordPieces, { maxLength: 12, size: 'max' }), (parts) => {
        const text = parts.join('');
        const flat = folded(text);
        const expected: string[] = [];
        for (const [i, { word }] of entries.entries()) {
          for (let at = flat.indexOf(folded(word)); at >= 0; at = flat.indexOf(folded(word), at + 1)) {
            expected.push(`${i} ${at} ${at + word.length}`);
          }
        }
        const found: string[] = [];
        const scanned = scan(text);
        for (const category of new Set(entries.map((entry) => entry.category))) {
          for (const { entry, start, end } of scanned.hits(lexicon.list(category))) {
            found.push(`${entries.indexOf(entry)} ${start} ${end}`);
          }
        }
        assert.deepEqual(found.sort(), expected.sort());
      }),
      { numRuns: 200 },
    );
  });
});
