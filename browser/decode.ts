import { TextFileError } from '../host/text-file-error.ts';

/** By the marks that some files begin with. */
const MARKED = [
  { encoding: 'utf-16le', mark: [0xff, 0xfe] },
  { encoding: 'utf-16be', mark: [0xfe, 0xff] },
];

/**
 * The text of a file in one of the encodings that Chinese drafts come in.
 * @throws TextFileError `damaged`
 */
export function decode(bytes: Uint8Array): string {
  const marked = MARKED.find(({ mark }) => mark.every((byte, i) => bytes[i] === byte));
  for (const encoding of marked ? [marked.encoding] : ['utf-8', 'gb18030']) {
    try {
      return new TextDecoder(encoding, { fatal: true }).decode(bytes);
    } catch {
      // Another encoding, or none.
    }
  }
  throw new TextFileError('damaged');
}
