/** What a file is that is not a zip archive. */
import { DocxError, type DocxProblem } from '../problem.ts';

/**
 * By its first bytes, for files that are handed in as Word documents.
 * @throws DocxError that says what it is, unless it may be a zip archive
 */
export function refuseOtherFiles(bytes: Uint8Array): void {
  if (bytes.length === 0) throw new DocxError('empty');
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, 1024));
  const problem = problemOf(bytes, head);
  if (problem) throw new DocxError(problem);
}

function problemOf(bytes: Uint8Array, head: string): DocxProblem | undefined {
  if (head.startsWith('\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1')) {
    // An encrypted .docx is wrapped in the container of the old formats.
    return holds(bytes, 'EncryptedPackage') ? 'encrypted' : 'old-word';
  }
  if (head.startsWith('%PDF-')) return 'pdf';
  if (/^(?:\xef\xbb\xbf)?\s*\{\\rtf/.test(head)) return 'rtf';
  if (/^(?:\xef\xbb\xbf)?\s*<(?:!DOCTYPE html|html|\?xml)|^MIME-Version:/i.test(head)) return 'web-page';
  return undefined;
}

/** Whether the name of a stream stands in the container, in UTF-16. */
function holds(bytes: Uint8Array, name: string): boolean {
  const wanted = Uint8Array.from([...name].flatMap((char) => [char.charCodeAt(0), 0]));
  for (let at = bytes.indexOf(wanted[0]!); at >= 0; at = bytes.indexOf(wanted[0]!, at + 1)) {
    if (wanted.every((byte, i) => bytes[at + i] === byte)) return true;
  }
  return false;
}

const WORD_NAMES = /\.(?:docx|docm|dotx|dotm|doc|dot|wps|wpt|odt|ott|rtf|pdf)$/i;
/** Zip, the old formats' container, PDF, RTF. */
const SIGNATURES = ['PK\x03\x04', '\xd0\xcf\x11\xe0', '%PDF-', '{\\rtf'];

/** Whether a file is one that only a word processor makes: to be read as a Word document, or refused with advice. */
export function isWordFile(name: string, bytes: Uint8Array): boolean {
  if (WORD_NAMES.test(name)) return true;
  const head = String.fromCharCode(...bytes.subarray(0, 5));
  return SIGNATURES.some((signature) => head.startsWith(signature));
}
