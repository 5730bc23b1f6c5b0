/** The one pass over the text: tokens and words of any text. */
import assert from 'node:assert/strict';
import fc from 'fast-check';
import { lexicon } from '../../language/text/lexicon.ts';
import { isHan, kindSet, scan, Token, tokenOf } from '../../language/text/scan.ts';
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

describe('scans that are kept', () => {
  const read = (scanned: ReturnType<typeof scan>) => {
    const tokens: number[] = [];
    for (let i = 0; i < scanned.count; i++) tokens.push(scanned.kind(i), scanned.start(i), scanned.end(i));
    const lists = new Set(lexicon.entries.map(({ category }) => category));
    const hits = [...lists].flatMap((name) => scanned.hits(lexicon.list(name)));
    return JSON.stringify([tokens, hits]);
  };

  it('stay what they were while others are made, also one that fills several blocks', () => {
    const line = '一是3项，二是×市（仅供学习）…… ';
    const texts = Array.from({ length: 3000 }, (_, i) => line.repeat((i % 7) + 1).slice(i % 5));
    texts[1500] = line.repeat(5000);
    const kept = texts.map((text) => scan(text));
    const first = kept.map(read);
    assert.ok(kept[0]!.count > 5 && kept[0]!.hits(lexicon.list('advert.signal')).length > 0);
    assert.deepEqual(texts.map((text) => scan(text)).map(read), first);
    assert.deepEqual(kept.map(read), first);
    // What is in the long one is in each of its parts.
    assert.equal(kept[1500]!.count, scan(line).count * 5000);
  });

  it('give the next token of some kinds', () => {
    const scanned = scan('共3项，×市5个。');
    const found: number[] = [];
    const kinds = kindSet(Token.Digits, Token.Blank);
    for (let i = scanned.next(kinds, 0); i < scanned.count; i = scanned.next(kinds, i + 1))
      found.push(scanned.start(i));
    assert.deepEqual(found, [1, 4, 6]);
    assert.equal(scanned.next(kindSet(Token.Space), 0), scanned.count);
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
