/** Files that are no Word documents, or made to do harm, each with what is said of it. */
import { strToU8, zipSync } from 'fflate';
import { XML_UNITS } from '../../docx/package/limits.ts';
import type { DocxProblem } from '../../docx/problem.ts';
import { makeDocx, p } from './support.ts';

const OLD = '\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1';
const latin = (text: string) => strToU8(text, true);
const withXml = (xml: string) => makeDocx({ body: '', files: { 'word/document.xml': xml } });
const W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';
const links = (target: string, more = '') =>
  `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId90" Type="x/${more || 'officeDocument'}" Target="${target}"${/^\w+:/.test(target) ? ' TargetMode="External"' : ''}/></Relationships>`;
const good = makeDocx({ body: p('正文') });

export function hostileFiles(): ReadonlyMap<string, readonly [DocxProblem, Uint8Array]> {
  const big = new Uint8Array(60_000_000);
  const header = `<w:document ${W} xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><w:body><w:sectPr><w:headerReference r:id="rId90"/></w:sectPr></w:body></w:document>`;
  return new Map<string, readonly [DocxProblem, Uint8Array]>([
    ['empty', ['empty', new Uint8Array()]],
    ['old', ['old-word', latin(`${OLD} WordDocument`)]],
    ['encrypted', ['encrypted', latin(`${OLD}${[...'EncryptedPackage'].map((c) => `${c}\0`).join('')}`)]],
    ['pdf', ['pdf', latin('%PDF-1.7')]],
    ['rtf', ['rtf', latin('{\\rtf1')]],
    ['page', ['web-page', latin('<html>')]],
    ['text', ['not-zip', strToU8('会议纪要')]],
    ['odt', ['open-document', zipSync({ mimetype: latin('application/vnd.oasis.opendocument.text') })]],
    ['no text', ['no-document', makeDocx({ body: '', files: { '_rels/.rels': links('word/none.xml') } })]],
    ['truncated', ['truncated', good.subarray(0, good.length - 40)]],
    ['locked', ['zip-encrypted', changed(good, [0x50, 0x4b, 1, 2], 8, 1)]],
    ['declared bomb', ['bomb', makeDocx({ body: '', files: { 'word/a.xml': big } })]],
    ['hidden bomb', ['damaged', lying(big)]],
    ['bomb in many parts', ['bomb', swollen()]],
    [
      'doctype',
      ['doctype', withXml('<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;">]><x>&b;</x>')],
    ],
    ['entity', ['malformed', withXml('<x>&undefined;</x>')]],
    ['deep', ['too-deep', withXml('<a>'.repeat(200_000))]],
    [
      'wide',
      [
        'too-many-elements',
        withXml(
          `<a>${Array.from({ length: 700_000 }, (_, i) => `<b${(i * 7919) % 100_003}/>`).join('')}</a>`,
        ),
      ],
    ],
    [
      'attributes',
      [
        'too-many-elements',
        withXml(`<a ${Array.from({ length: 50_000 }, (_, i) => `a${i}=""`).join(' ')}/>`),
      ],
    ],
    ['spread', ['too-many-elements', spread()]],
    [
      'many attributes',
      [
        'too-many-elements',
        withXml(
          `<a ${Array.from({ length: 2_000_000 }, (_, i) => `a${(i * 7919) % 2_000_003}=""`).join(' ')}/>`,
        ),
      ],
    ],
    [
      'instructions',
      [
        'too-many-elements',
        withXml(
          `<a>${Array.from({ length: 900_000 }, (_, i) => `<?a ${(i * 7919) % 100_003}?>`).join('')}</a>`,
        ),
      ],
    ],
    ['long', ['too-big', withXml(`<a>${noise(XML_UNITS)}</a>`)]],
    ['cut off', ['malformed', withXml('<w:document')]],
    ['path', ['bad-path', makeDocx({ body: '', files: { '../../etc/cron.d/x': '' } })]],
    ['absolute', ['bad-path', makeDocx({ body: '', files: { '/etc/x': '' } })]],
    ['twice', ['duplicate-part', makeDocx({ body: '', files: { 'WORD/document.xml': '' } })]],
    ['outside', ['outside', makeDocx({ body: '', files: { '_rels/.rels': links('../../etc/passwd') } })]],
    ['remote', ['outside', makeDocx({ body: '', files: { '_rels/.rels': links('http://a.example/x') } })]],
    [
      'remote header',
      [
        'outside',
        makeDocx({
          body: '',
          files: {
            'word/document.xml': header,
            'word/_rels/document.xml.rels': links('http://a.example/h', 'header'),
          },
        }),
      ],
    ],
    [
      'many',
      [
        'too-many-parts',
        makeDocx({
          body: '',
          files: Object.fromEntries(Array.from({ length: 5000 }, (_, i) => [`a${i}`, ''])),
        }),
      ],
    ],
    ['large', ['too-big', withTail(good, 51 * 1024 * 1024)]],
  ]);
}

/** Many headers, none of which has too much in it. */
function spread(): Uint8Array {
  const ids = Array.from({ length: 30 }, (_, i) => `rId${100 + i}`);
  const section = (id: string) =>
    `<w:p><w:pPr><w:sectPr><w:headerReference r:id="${id}"/></w:sectPr></w:pPr></w:p>`;
  const content = Array.from({ length: 20_000 }, (_, i) => `<w:p w:rsidR="${(i * 7919) % 100_003}"/>`).join(
    '',
  );
  return makeDocx({
    body: ids.map(section).join(''),
    margins: Object.fromEntries(ids.map((id) => [id, ['hdr', content] as const])),
  });
}

/** Text that cannot be packed into next to nothing. */
function noise(length: number): string {
  let state = 1;
  const block = Array.from({ length: 4096 }, () => {
    state = (state * 48271) % 0x7fffffff;
    return 'abcdefghijklmnopqrstuvwxyz'[state % 26];
  }).join('');
  let text = '';
  for (let i = 0; text.length <= length; i++) text += block.slice(i % 3500, (i % 3500) + 40 + (i % 29));
  return text;
}

/** An archive that says of its body of 20 MB that it has 1,000 bytes. */
function lying(content: Uint8Array): Uint8Array {
  const size = 20_000_000;
  const files = { 'word/document.xml': content.subarray(0, size) };
  return resized(makeDocx({ body: '', files }), size, 1000);
}

/** None of its parts is too big by itself, and all together are. */
function swollen(): Uint8Array {
  const size = 4321;
  const files = Array.from({ length: 300 }, (_, i) => [`word/a${i}.xml`, new Uint8Array(size)]);
  return resized(makeDocx({ body: '', files: Object.fromEntries(files) }), size, 1_000_000);
}

/** With another number wherever the archive says that something has this size. */
function resized(bytes: Uint8Array, size: number, told: number): Uint8Array {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  for (let at = 0; at + 4 < bytes.length; at++) {
    if (view.getUint32(at, true) === size) view.setUint32(at, told, true);
  }
  return bytes;
}

/** With another byte behind each signature. */
function changed(bytes: Uint8Array, signature: readonly number[], offset: number, value: number): Uint8Array {
  const copy = bytes.slice();
  for (let at = 0; at + offset < copy.length; at++) {
    if (signature.every((byte, i) => copy[at + i] === byte)) copy[at + offset] = value;
  }
  return copy;
}

function withTail(bytes: Uint8Array, length: number): Uint8Array {
  const long = new Uint8Array(length);
  long.set(bytes);
  return long;
}
