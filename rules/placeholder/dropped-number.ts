import { defineFact } from '../engine/facts.ts';
import { defineParagraphRule, type Match } from '../engine/rule.ts';
import { type Hit, wordList } from '../language/lexicon.ts';

const FRAMES = wordList('placeholder.dropped');

interface Dropped extends Match {
  /** The word the number belongs to: 面积. Empty at the beginning of a clause. */
  readonly frame: string;
  /** The measure word that stands there without its number. */
  readonly measure: string;
}

const DIVISION =
  '(?:行政村|自然村|自然屯|村|社区|居委会|居民委员会|乡镇|乡|镇|街道|县|区|市|村民小组|村组|小组|党支部|党委|党总支|单位|站所|部门)';

/**
 * What must follow a frame at once to be a bare measure word. The text behind the measure decides (人 in 总人口人，not in
 * 人口人均): each pattern says what may stand there.
 */
const MEASURES: Readonly<Record<string, RegExp>> = {
  area: /(?:万?平方公里|平方千米|万?平方米|万?公顷|万?亩)(?=[，。；、（）(),;\s]|左右|以上|其中|$)/y,
  length: /(?:公里|千米)(?=[，。；、（）(),;\s]|处|左右|$)/y,
  divisions: new RegExp(`个(?=${DIVISION}(?:[，。；、（）(),;和及]|$))|(?:户|名)(?=[，。；,;])`, 'y'),
  people: /(?:万余?人|余?人|万名|名|户)(?=[，。；（(,;]|$)/y,
  casualties: /人(?=[，。；、,;]|以上|以下|$)/y,
  money: /(?:亿元|万元|元)(?=[，。；、（(,;]|$)/y,
  share: /(?:[%％]|个百分点)(?=[，。；、,;]|以上|左右|$)/y,
  members: /个(?=[，。；：:,;]|$)|支(?=[，。；,;]|$)|户(?=[，。；,;]|$)/y,
};

const dropped = defineFact<readonly Dropped[]>('dropped-numbers', { words: [FRAMES] }, (paragraph) => {
  const found: Dropped[] = [];
  let end = 0;
  for (const hit of paragraph.hits(FRAMES)) {
    const match = readDropped(paragraph.text, hit);
    if (!match || match.start < end) continue;
    end = match.end;
    found.push(match);
  }
  return found;
});

function readDropped(text: string, { start, end, entry }: Hit): Dropped | undefined {
  if (entry.value === 'clause') {
    // ，个行政村，: the measure word opens the clause.
    return { start: start + 1, end: start + 2, frame: '', measure: text[start + 1]! };
  }
  const measure = MEASURES[entry.value]!;
  measure.lastIndex = end;
  const m = measure.exec(text);
  if (!m) return undefined;
  // 单位　2023年　增长％: a line without a comma that ends there is the head of a table.
  if (end + m[0].length >= text.length && !/[，。；]/.test(text.slice(Math.max(0, start - 60), start)))
    return undefined;
  // 单位：平方公里 heads a table; 占地面积（亩） is a label.
  return { start: end, end: end + m[0].length, frame: entry.word, measure: m[0] };
}

/** 距县城公里，下辖个行政村: a measure word whose number has been lost. */
export const droppedNumber = defineParagraphRule<Dropped>({
  id: 'placeholder/dropped-number',
  severity: 'warning',

  reads: dropped,
  find: (paragraph) => paragraph.fact(dropped),

  explain({ frame, measure }) {
    const where = frame === '' ? '' : `“${frame}”之后的`;
    return { message: `${where}“${measure}”前缺少数字：原文的数字可能已丢失` };
  },

  ask({ frame, measure }) {
    return { slot: 'number', label: `数字连同“${measure}”${frame === '' ? '' : `（${frame}）`}`, group: '' };
  },
});
