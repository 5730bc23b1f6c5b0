/**
 * `node bench/hostile.mjs [--size N] [--piece 一是] [--all]`: lines unlike prose, one piece over and over, in a line of N
 * units and in one eight times as long. Where the time is linear the ratio is about 8, where it is quadratic 64. Prints
 * the slowest; with `--all` all.
 */
import { parseArgs } from 'node:util';
import { loadEngine } from './engine.mjs';

const { values } = parseArgs({
  options: {
    size: { type: 'string', default: '6000' },
    piece: { type: 'string' },
    all: { type: 'boolean', default: false },
  },
});
const size = Number(values.size);
const TIMES = 8;
/** Ratios above this are marked; the collector and a busy machine account for some. */
const SUSPECT = 20;
/** Below this many milliseconds a ratio says nothing. */
const NEGLIGIBLE = 100;
const SHOWN = 25;

const PIECES = [
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
  ],
];

const { linter: linterOf } = await loadEngine();
const linter = linterOf();

function cost(text, format) {
  const from = process.cpuUsage();
  // All that the findings say is read too.
  for (const finding of linter.lint(text, { format })) finding.toJSON();
  const { user, system } = process.cpuUsage(from);
  return (user + system) / 1000;
}

const rows = [];
for (const format of ['plain', 'markdown']) {
  for (const piece of values.piece ? [values.piece] : new Set(PIECES)) {
    const line = (length) => piece.repeat(Math.ceil(length / piece.length));
    const small = Math.min(...[1, 2, 3].map(() => cost(line(size), format)));
    const large = cost(line(size * TIMES), format);
    rows.push({ format, piece, small, large, ratio: large / small });
  }
}
rows.sort((a, b) => b.large - a.large);
const suspect = ({ ratio, large }) => large > NEGLIGIBLE && ratio > SUSPECT;
console.log(`CPU time of one line: ${size} units, ${size * TIMES} units, ratio (linear: ${TIMES})`);
for (const [i, row] of rows.entries()) {
  if (!values.all && i >= SHOWN && !suspect(row)) continue;
  const { format, piece, small, large, ratio } = row;
  console.log(
    `${format.padEnd(8)} ${small.toFixed(1).padStart(9)} ms ${large.toFixed(1).padStart(9)} ms ${ratio.toFixed(1).padStart(6)}` +
      `${suspect(row) ? ' !' : '  '} ${JSON.stringify(piece)}`,
  );
}
console.log(`${rows.length} lines, ${rows.filter(suspect).length} that grow faster than they should`);
