/** The file words.bin: its bytes, and the mark by which a build knows that it was made from the same inputs. */

/** Layout of words.bin; language/text/words.ts reads the same numbers. */
const MAGIC = 'GWWORDS1';
const FORMAT_VERSION = 1;
const HEADER_BYTES = 64;

/** Whether `bytes` are a words.bin made from the inputs with this digest. */
export function isMadeFrom(bytes, digest) {
  return bytes.subarray(48, 64).equals(digest.subarray(0, 16));
}

/** The bytes of words.bin; the layout is described in docs/development/words-and-names.md. */
export function encode({ words, values, tags }, { alphabet, cells, slots }, digest) {
  const tagNames = Buffer.from(tags.join('\n'), 'latin1');
  const weightsAt = HEADER_BYTES;
  const cellsAt = weightsAt + 8 * values.length;
  const alphabetAt = cellsAt + 8 * slots;
  const valueTagsAt = alphabetAt + 2 * alphabet.length;
  const tagNamesAt = valueTagsAt + values.length;
  const size = Math.ceil((tagNamesAt + tagNames.length) / 8) * 8;

  const bytes = Buffer.alloc(size);
  bytes.write(MAGIC, 0, 'latin1');
  const fields = [
    FORMAT_VERSION,
    0,
    size,
    words.length,
    values.length,
    slots,
    alphabet.length,
    tagNames.length,
  ];
  fields.forEach((field, index) => {
    bytes.writeUInt32LE(field, 8 + 4 * index);
  });
  digest.copy(bytes, 48, 0, 16);

  values.forEach(({ weight, tag }, index) => {
    bytes.writeDoubleLE(weight, weightsAt + 8 * index);
    bytes[valueTagsAt + index] = tag;
  });
  for (let i = 0; i < cells.length; i++) bytes.writeInt32LE(cells[i], cellsAt + 4 * i);
  alphabet.forEach((unit, index) => {
    bytes.writeUInt16LE(unit, alphabetAt + 2 * index);
  });
  tagNames.copy(bytes, tagNamesAt);
  bytes.writeUInt32LE(checksum(bytes), 12);
  return bytes;
}

/** FNV-1a over the 32-bit numbers after the header. */
function checksum(bytes) {
  let sum = 0x811c9dc5;
  for (let at = HEADER_BYTES; at < bytes.length; at += 4)
    sum = Math.imul(sum ^ bytes.readInt32LE(at), 0x01000193);
  return sum >>> 0;
}
