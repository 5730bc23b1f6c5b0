import type { Rule } from '../../engine/rule.ts';
import { addressees } from './addressees.ts';
import { attachmentNote } from './attachment-note.ts';
import { citation } from './citation.ts';
import { closing } from './closing.ts';
import { copies } from './copies.ts';
import { documentNumber } from './document-number.ts';
import { issueDate } from './issue-date.ts';
import { issuedTitle } from './issued-title.ts';
import { meetingNumber } from './meeting-number.ts';
import { obsolete } from './obsolete.ts';
import { oneMatter } from './one-matter.ts';
import { ownGenre } from './own-genre.ts';
import { reply } from './reply.ts';
import { signature } from './signature.ts';
import { signer } from './signer.ts';
import { title } from './title.ts';

export const rules: readonly Rule[] = [
  documentNumber,
  citation,
  title,
  addressees,
  attachmentNote,
  issueDate,
  issuedTitle,
  meetingNumber,
  copies,
  closing,
  oneMatter,
  ownGenre,
  reply,
  signature,
  signer,
  obsolete,
];
