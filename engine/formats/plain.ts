import type { FormatReader, LineState } from './format.ts';

const PROSE: LineState = {
  role: 'prose',
  prose: true,
  contentStart: 0,
  headingLevel: 0,
  open: '',
  closedAt: 0,
};

/** Plain text is all prose. */
export const plain: FormatReader = { read: () => PROSE, mask: (line) => line, carries: false };
