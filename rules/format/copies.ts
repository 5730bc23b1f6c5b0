import { cutsCharacter } from '../../engine/characters.ts';
import { defineDocumentRule, type Match } from '../../engine/rule.ts';
import { labelledLine, official } from '../../language/layout/official.ts';

interface CopyMatch extends Match {
  readonly fault: 'end' | 'repeated' | 'downward';
  readonly organ?: string;
}

/** 抄送: a full stop at its end, and nobody to whom the document is addressed already. */
export const copies = defineDocumentRule<CopyMatch>({
  id: 'format/copies',
  severity: 'warning',
  kinds: { speech: 'off', report: 'off', law: 'off', general: 'off' },
  basis: 'GB/T 9704—2012 7.4.2',

  *find(document) {
    const { addressees, genre, titleText } = document.model(official);
    const addressed = new Set(organs(addressees?.content ?? ''));
    const ofCounty = COUNTY.test(titleText);
    const goesUp = genre === '请示' || genre === '报告';
    for (const paragraph of document.paragraphsWith(labelledLine)) {
      const { label, end } = paragraph.fact(labelledLine)[0]!;
      if (label !== 'copy') continue;
      const { text, start, contentEnd } = paragraph;
      const faultOf = (organ: string) => {
        if (addressed.has(organ)) return 'repeated';
        return goesUp && (BELOW.test(organ) || (ofCounty && OF_TOWN.test(organ))) ? 'downward' : undefined;
      };
      for (const organ of organs(text.slice(end, contentEnd))) {
        const fault = faultOf(organ);
        const at = start + text.indexOf(organ, end);
        if (fault) yield { start: at, end: at + organ.length, fault, organ };
      }
      const next = document.paragraphs[paragraph.index + 1];
      // A list that runs over lines ends on a later one.
      const goesOn = next !== undefined && !next.blank && /^[　 ]{3,}/.test(next.source);
      const last = contentEnd - (cutsCharacter(text, contentEnd - 1) ? 2 : 1);
      if (text[last] !== '。' && !goesOn && contentEnd > end)
        yield { start: start + last, end: start + contentEnd, fault: 'end' };
    }
  },

  explain({ fault, organ }) {
    if (fault === 'end') return { message: '抄送机关的最后一个之后用句号' };
    if (fault === 'repeated') return { message: `“${organ}”已是主送机关，不再抄送` };
    return {
      message: `“${organ}”是下级机关：请示、报告不得抄送下级机关`,
      basis: '《党政机关公文处理工作条例》第十五条（一）',
    };
  },

  fix: ({ fault, end }, document) => {
    if (fault !== 'end') return [];
    const replaced = /[，、；,;.]/.test(document.slice(end - 1, end));
    return [{ title: '加句号', edits: [{ start: replaced ? end - 1 : end, end, text: '。' }], safe: true }];
  },
});

/** 各乡镇人民政府, 局属各单位: below whoever writes to them. */
const BELOW = /^(?:各(?:乡镇|镇|乡|街道|村|科室|股室|站所|学校|中小学|基层|下属|直属)|[局委厅校院]属)/;

/** 双桥镇水管站: of a town, below who writes for a county or a city. */
const OF_TOWN = /^[^省市县区]{2,4}[乡镇](?:人民政府|政府|党委|[^市县区]{2,6}[站所])$/;
const COUNTY = /^[^关]{2,5}[市县区旗](?!.{0,4}[乡镇街])/;

/** The organs of a list; what brackets add to one is cut off with them. */
function organs(list: string): string[] {
  return list.split(/[、，,；;。：:（）\s]/).filter((name) => name.length > 1);
}
