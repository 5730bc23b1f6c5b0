import assert from 'node:assert/strict';
import fc from 'fast-check';
import { strFromU8, unzipSync, zipSync } from 'fflate';
import { DocxError, printText, WordDocument } from '../../docx/index.ts';
import { Zip } from '../../docx/package/zip.ts';
import type { Element } from '../../docx/xml/element.ts';
import { scan } from '../../docx/xml/scan.ts';
import { sourceOffsets } from '../../docx/xml/text.ts';
import { hostileFiles } from './hostile.ts';
import { item, makeDocx, numbering, p, rewritten, run } from './support.ts';

const problemOf = (bytes: Uint8Array): string => {
  try {
    new WordDocument(bytes);
  } catch (error) {
    if (error instanceof DocxError) return error.problem;
    throw error;
  }
  return 'none';
};

describe('Word documents: the archive', () => {
  const entries = fc.dictionary(
    fc.stringMatching(/^[a-z]{1,8}\.xml$/),
    fc.tuple(fc.uint8Array({ maxLength: 300 }), fc.constantFrom(0 as const, 6 as const)),
    { minKeys: 1, maxKeys: 8 },
  );

  it('comes back as the same bytes', () => {
    fc.assert(
      fc.property(entries, (files) => {
        const bytes = zipSync(
          Object.fromEntries(Object.entries(files).map(([n, [b, level]]) => [n, [b, { level }]])),
        );
        assert.deepEqual(new Zip(bytes).write(new Map()), bytes);
      }),
    );
  });

  it('holds what is replaced and what is new, and the packed bytes of all else as they were', () => {
    fc.assert(
      fc.property(entries, fc.uint8Array({ maxLength: 100 }), (files, content) => {
        const names = Object.keys(files);
        const zip = new Zip(zipSync(Object.fromEntries(names.map((name) => [name, files[name]![0]]))));
        const written = zip.write(
          new Map([
            [names[0]!, content],
            ['new.xml', content],
          ]),
        );
        const again = unzipSync(written);
        assert.deepEqual(Object.keys(again), [...names, 'new.xml']);
        for (const name of names)
          assert.deepEqual(again[name], name === names[0] ? content : files[name]![0]);
        assert.deepEqual(again['new.xml'], content);
        assert.deepEqual(new Zip(written).read(names[0]!), content);
      }),
    );
  });

  // How soon is told by bench/word.mjs.
  for (const [name, [problem, bytes]] of hostileFiles()) {
    it(`is refused with a reason: ${name}`, () => {
      assert.equal(problemOf(bytes), problem);
    });
  }

  it('costs no more than its size, whatever refers to what in it', () => {
    const many = (count: number, write: (i: number) => string) =>
      Array.from({ length: count }, (_, i) => write(i)).join('');
    const style = (i: number) =>
      `<w:style w:type="paragraph" w:styleId="s${i}"><w:basedOn w:val="s${i + 1}"/></w:style>`;
    const opened = (i: number) =>
      `<w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>REF a${i}</w:instrText></w:r>${run('甲')}</w:p>`;
    const declaring = many(20_000, (i) => `<w:p xmlns:b="u${i}"/>`);
    const made: Record<string, Uint8Array> = {
      'styles based on each other': makeDocx({
        body: many(1000, (i) => p('会议', `<w:pStyle w:val="s${i * 40}"/>`)),
        parts: { styles: many(50_000, style) },
      }),
      'fields without an end': makeDocx({ body: many(20_000, opened) }),
      'a pattern of numbers without end': makeDocx({
        body: many(5000, () => item('甲')),
        parts: { numbering: numbering([['decimal', '%1'.repeat(20_000)]]) },
      }),
      'a prefix for each element': rewritten(makeDocx({ body: declaring }), (text) =>
        text.replace('<w:document ', `<w:document ${many(900, (i) => `xmlns:a${i}="u${i}" `)}`),
      ),
    };
    for (const [name, bytes] of Object.entries(made)) {
      const start = performance.now();
      printText(new WordDocument(bytes));
      const seconds = (performance.now() - start) / 1000;
      assert.ok(seconds < 4, `${name}: ${seconds.toFixed(1)} s`);
    }
  }).timeout(60_000);

  it('is refused when a byte of it has changed', () => {
    const good = makeDocx({ body: p('正文') });
    assert.equal(problemOf(good), 'none');
    const changed = good.slice();
    const at = strFromU8(good, true).indexOf('word/document.xml') + 60;
    changed[at] = changed[at]! ^ 0xff;
    assert.equal(problemOf(changed), 'damaged');
  });
});

describe('Word documents: places in the source', () => {
  const leaf = fc.constantFrom(
    '甲',
    'a &amp; b',
    '&#x20000;',
    '𠀀',
    '\r\n',
    '<!-- <x> -->',
    '<![CDATA[<]]>',
    '<?p i?>',
  );
  const tree = fc.letrec<{ node: string }>((tie) => ({
    node: fc.oneof(
      { depthSize: 'small' },
      leaf,
      fc
        .tuple(
          fc.constantFrom('w:t', 'w:p', 'x'),
          fc.constantFrom('', ' a="&lt;>"', " b = '\n'"),
          fc.array(tie('node'), { maxLength: 4 }),
        )
        .map(([name, attributes, content]) =>
          content.length === 0
            ? `<${name}${attributes}/>`
            : `<${name}${attributes}>${content.join('')}</${name} >`,
        ),
    ),
  })).node;

  it('of elements rebuild the part', () => {
    fc.assert(
      fc.property(fc.array(tree, { maxLength: 5 }), fc.boolean(), (content, declared) => {
        const source = `${declared ? '<?xml version="1.0"?>\r\n' : ''}<root>${content.join('')}</root>\n`;
        const root = scan(source, { name: 'part' });
        assert.equal(source.slice(0, root.start) + rebuild(root, source) + source.slice(root.end), source);
      }),
    );
  });

  it('of characters lead into the raw text', () => {
    fc.assert(
      fc.property(fc.array(leaf), (parts) => {
        const raw = parts.join('');
        const source = `<w:t>${raw}</w:t>`;
        const { text } = scan(source, { name: 'part' });
        const offsets = sourceOffsets(raw) ?? Array.from({ length: raw.length + 1 }, (_, i) => i);
        assert.equal(offsets.length, text.length + 1);
        for (let i = 0; i < text.length; i++) {
          if (!/[&\r<]/.test(raw[offsets[i]!]!)) assert.equal(raw[offsets[i]!], text[i]);
        }
      }),
    );
  });

  /** Tags must stand where their names are; what is between them is copied. */
  function rebuild(element: Element, source: string): string {
    const { start, openEnd, closeStart, end, rawName, children } = element;
    assert.ok(source.startsWith(`<${rawName}`, start) && source[openEnd - 1] === '>');
    if (element.selfClosed) return source.slice(start, end);
    assert.ok(source.startsWith(`</${rawName}`, closeStart) && source[end - 1] === '>');
    let out = source.slice(start, openEnd);
    let at = openEnd;
    for (const child of children) {
      out += source.slice(at, child.start) + rebuild(child, source);
      at = child.end;
    }
    return out + source.slice(at, closeStart) + source.slice(closeStart, end);
  }
});
