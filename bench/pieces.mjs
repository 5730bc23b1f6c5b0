/** What hostile lines are made of: the words that rules look for, and what they ask of the text around them. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { globSync } from 'tinyglobby';

/** Marks, figures, blanks and phrases of every family. */
export const PIECES = [
  // Markdown, brackets, quotation marks
  ...[
    '*甲 ',
    '甲* ',
    '_甲',
    '**甲 ',
    '**a',
    '* ',
    '_ ',
    '~~甲 ',
    '`',
    '`` `',
    '<!--',
    '<a ',
    '](',
    '[',
    '\\',
    '> ',
  ],
  ...['（', '“', '《', '【', '{{', '${', '（公众号', '“×”', '（　）', '（待', '[1]', '&lt;', '<br a'],
  // Marks and numbers of series, references
  ...[
    '一是',
    '（一）',
    '1.',
    '1、',
    '一、',
    '①',
    '首先',
    '其次',
    '第一，',
    '第一条 ',
    '第（',
    '附件1',
    '以上三点',
    '一方面',
  ],
  // Blanks
  ...[
    '×',
    '×个、',
    'X个',
    '20××年',
    '等×项、',
    '10个，仍有×个',
    'N项',
    '某',
    '某某',
    '○○',
    '〇〇',
    '×市',
    '×书记，',
    '？',
    '？家',
    '，个行政村',
    '____',
    '${ ',
    '« ',
    '{{ ',
  ],
  // Figures, dates, counts
  ...[
    '1',
    '1：',
    '1:',
    '1、',
    '1.5%',
    '增长1.5%、',
    '增长×%，',
    '3亿元，',
    '其中',
    '其中3个，',
    '占50%，',
    '由1增至2，',
  ],
  ...[
    '一',
    '一二三四五六七八九十百千万亿',
    '十',
    '万',
    '百分之',
    '2024年',
    '3月5日',
    '2024年3月5日至',
    '十四五',
    '近三年',
  ],
  ...[
    '四场攻坚战，',
    '三个方面：',
    '三个',
    '比上年',
    '同比',
    '分别',
    '翻一番',
    '约1左右',
    '|1',
    '|',
    '和',
    '甲和乙、',
  ],
  // Adverts
  ...[
    'QQ1002003',
    '微信abcde',
    '加微信',
    '墨香整理',
    '整理',
    '希望以上内容',
    '省略',
    '打印',
    '第1页共2页',
    'www.abc.com',
    '13900000000',
  ],
  // Nothing in particular
  ...[
    '、',
    '，',
    '。',
    '　',
    ' ',
    '\t',
    '\u200b',
    '\ud800',
    '甲',
    '同志们：',
    '会议',
    '第二十届',
    '党的二十大',
    '<!-- gongwen-disable ',
    '‹!--',
    '~',
    '\u2028',
    '甲\u200b',
    '会员</b>',
    '1、分别',
    '达到',
  ],
];

/** {@link PIECES}, and all words of the lists and of the patterns in the sources. */
export function vocabulary(root) {
  const words = new Set(PIECES);
  for (const file of globSync(['{language,rules}/**/*.lexicon.tsv'], { cwd: root })) {
    for (const row of read(root, file).split('\n').slice(1)) words.add(row.split('\t')[0]);
  }
  for (const file of globSync(['{engine,language,rules}/**/*.ts'], { cwd: root })) {
    const code = read(root, file).replace(/\/\*.*?\*\/|^\s*\/\/[^\n]*$/gms, '');
    for (const [word] of code.matchAll(/[\u4e00-\u9fff]{1,6}/g)) words.add(word);
  }
  words.delete('');
  return [...words];
}

function read(root, file) {
  return readFileSync(join(root, file), 'utf8');
}

/**
 * Lines that repeat pairs and triples of the words, and lines that repeat one between two others, the same for a seed.
 * @returns {Generator<(length: number) => string>} each gives its line at any length
 */
export function* hostileLines(words, count, seed) {
  let state = seed;
  const next = (limit) => {
    // Small, deterministic, spread enough.
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * limit);
  };
  // Half of the words are of the patterns: what is special about a mark would be rare among them.
  const word = () => (next(2) === 0 ? PIECES[next(PIECES.length)] : words[next(words.length)]);
  for (let i = 0; i < count; i++) {
    const [a, b, c] = [word(), word(), word()];
    const shape = next(4);
    yield (length) => {
      const repeat = (unit) => unit.repeat(Math.ceil(length / unit.length));
      if (shape === 0) return repeat(a + b);
      if (shape === 1) return repeat(a + b + c);
      if (shape === 2) return a + repeat(b) + c;
      return a + repeat(b + c) + a;
    };
  }
}
