/** Part of the document: `title`, `cover`, `head`, `body`, `tail`, or `inside` a paragraph. */
export type LinePlace = 'title' | 'cover' | 'head' | 'body' | 'tail' | 'inside';
export function random(seed: number): () => number;
export function leftoverTemplates(): { places: LinePlace[]; template: string }[];
export function honestLines(): { places: LinePlace[]; line: string }[];
export function expand(template: string, next: () => number): string;
