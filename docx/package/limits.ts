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

/** Elements inside each other, and attributes of one. */
export const DEPTH = 256;
export const ATTRIBUTES = 1000;
/** Tags and UTF-16 units of all parts that are read: what takes time and memory, however it is spread. */
export const TAGS = 500_000;
export const XML_UNITS = 32 * 1024 * 1024;
