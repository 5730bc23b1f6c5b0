import type { FormatReader } from './format.ts';
import { markdown } from './markdown.ts';
import { plain } from './plain.ts';

export { type LineState, MASK, type Role } from './format.ts';

/** The formats by name. */
export const FORMATS = { plain, markdown } satisfies Record<string, FormatReader>;

export type Format = keyof typeof FORMATS;
