import { defineFact } from '../../engine/facts.ts';
import { defineParagraphRule, type Match } from '../../engine/rule.ts';
import { wordList } from '../../language/text/lexicon.ts';

const PLACES = wordList('terms.places');

interface PlaceMatch extends Match {
  /** The province as written, and the city behind it. */
  readonly province: string;
  readonly city: string;
  /** The province that the city belongs to; `直辖` for a municipality, which belongs to none. */
  readonly belongsTo: string;
}

/** Provinces and autonomous regions by the names that the list uses. */
const FULL: ReadonlyMap<string, string> = new Map(
  '河北省 山西省 辽宁省 吉林省 黑龙江省 江苏省 浙江省 安徽省 福建省 江西省 山东省 河南省 湖北省 湖南省 广东省 海南省 四川省 贵州省 云南省 陕西省 甘肃省 青海省 内蒙古自治区 广西壮族自治区 西藏自治区 宁夏回族自治区 新疆维吾尔自治区'
    .split(' ')
    .map((full) => [full.replace(/省$|(?:壮族|回族|维吾尔)?自治区$/, ''), full]),
);
const MUNICIPALITY = '直辖';

const misplaced = defineFact<readonly PlaceMatch[]>('misplaced cities', { words: [PLACES] }, (paragraph) => {
  const { text } = paragraph;
  return paragraph.hits(PLACES).flatMap(({ start, end, entry: { word: city, value: belongsTo } }) => {
    for (const [name, full] of FULL) {
      if (name === belongsTo || !text.startsWith(full, start - full.length)) continue;
      return start < full.length
        ? []
        : [{ start: start - full.length, end, province: full, city, belongsTo }];
    }
    return [];
  });
});

/** 湖北省张家界市: a city behind the name of a province that it does not belong to. */
export const geography = defineParagraphRule<PlaceMatch>({
  id: 'terms/geography',
  severity: 'error',

  reads: misplaced,
  find: (paragraph) => paragraph.fact(misplaced),

  explain({ province, city, belongsTo }) {
    const where =
      belongsTo === MUNICIPALITY ? '是直辖市，不属任何省' : `属${FULL.get(belongsTo)}，不属${province}`;
    return { message: `“${province}${city}”：${city}${where}` };
  },

  fix({ start, province, belongsTo }) {
    const text = belongsTo === MUNICIPALITY ? '' : FULL.get(belongsTo)!;
    const edit = { start, end: start + province.length, text };
    return [{ title: text === '' ? `删去“${province}”` : `改为“${text}”`, edits: [edit], safe: false }];
  },
});
