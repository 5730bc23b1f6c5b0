/** Whether a text is Chinese at all: README.md, lists of packages and English letters are none of ours. */
import type { Document } from '../../engine/document.ts';
import { defineModel } from '../../engine/facts.ts';
import { isCommonHan } from '../text/characters.ts';

/** So many letters are looked at: a Chinese text shows itself in its first lines. */
const SAMPLE = 4000;
/** A text with fewer Latin letters says too little to be left alone. */
const FEW = 12;
/** A line by itself may have been cut out of anything. */
const LINES = 2;
/** In a Chinese text six Latin letters have one Han character beside them, web addresses left out. */
const SHARE = 6;
/** With so many Han characters at its head a text is taken for Chinese without a further look. */
const PLENTY = 200;

export const isChinese = defineModel<boolean>('chinese', (document: Document) => {
  let han = 0;
  let latin = 0;
  let lines = 0;
  for (const { text, blank } of document.paragraphs) {
    if (!blank) lines++;
    for (let i = 0; i < text.length && han + latin < SAMPLE; i++) {
      const code = text.charCodeAt(i);
      if (isCommonHan(code)) han++;
      else if ((code | 0x20) >= 0x61 && (code | 0x20) <= 0x7a) latin++;
    }
    if (han + latin >= SAMPLE || (han >= PLENTY && han > latin)) break;
  }
  return lines < LINES || latin < FEW || han * SHARE >= latin;
});
