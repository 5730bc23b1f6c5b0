import { defineDocumentRule, type Match } from '../../engine/rule.ts';
import { isNameOf } from '../../language/house/house-index.ts';
import { ownPlace } from '../../language/names/own-names.ts';
import { ownNames, type Slip, slips } from './words/own-names.ts';

interface SlipMatch extends Match {
  readonly name: string;
  readonly slip: Slip;
}

/** 清河县 in a draft that is about 青河县. */
export const ownName = defineDocumentRule<SlipMatch>({
  id: 'terms/own-name',
  severity: 'info',
  kinds: { law: 'off' },

  *find(document) {
    const found = document.model(slips);
    if (found.size === 0) return;
    const own = document.model(ownPlace)?.place;
    for (const paragraph of document.paragraphsWith(ownNames)) {
      for (const { start, end, name } of paragraph.fact(ownNames)) {
        const slip = found.get(name);
        // Names of the house are for terms/house-name, that of the title or the signature is for placeholder/own-name.
        if (slip && slip.meant !== own && !isNameOf(document.house, slip.meant))
          yield { start: paragraph.start + start, end: paragraph.start + end, name, slip };
      }
    }
  },

  explain: ({ name, slip: { meant, count, often } }) => ({
    message: `“${name}”是否“${meant}”之误：全文“${meant}”${often}处，“${name}”${count}处`,
  }),

  fix: ({ start, end, slip: { meant } }) => [
    { title: `改为“${meant}”`, edits: [{ start, end, text: meant }], safe: false },
  ],
});
