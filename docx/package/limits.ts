/** What a document may cost. Far above any real one: a thousand pages are some 10 MB of XML in 1 MB of file. */

/** Bytes of the file. */
export const FILE_BYTES = 50 * 1024 * 1024;
export const ENTRIES = 4096;
/** Bytes of one part, unpacked; and of all parts together, as the archive declares them. */
export const PART_BYTES = 64 * 1024 * 1024;
export const TOTAL_BYTES = 256 * 1024 * 1024;
/** How much more a part may be than what it is packed in, once it is longer than {@link RATIO_FROM}. */
export const RATIO = 200;
export const RATIO_FROM = 1024 * 1024;

/** Elements inside each other, attributes of one, and elements of one part. */
export const DEPTH = 256;
export const ATTRIBUTES = 1000;
export const ELEMENTS = 500_000;
