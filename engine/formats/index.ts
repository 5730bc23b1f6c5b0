import type { FormatReader } from './format.ts';
import { markdown } from './markdown.ts';
import { plain } from './plain.ts';

export { type FormatReader, type LineState, MASK, type Role } from './format.ts';
export { headed } from './headed.ts';

/** The formats by name. */
export const FORMATS = { plain, markdown } satisfies Record<string, FormatReader>;

export type Format = keyof typeof FORMATS;
