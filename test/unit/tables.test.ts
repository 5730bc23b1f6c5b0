/** A mistake in a word list or fact table is told with its file and line, and fails the build. */
import assert from 'node:assert/strict';
import { among, lexicon, maybe, oneOf, readTable, table, text, year } from '../../scripts/tables.mjs';

const PLANS = table({ name: text, first: year, source: maybe(text) });
const faults = (content: string, schema = PLANS) => {
  try {
    readTable('x.tsv', content, schema);
    return [];
  } catch (error) {
    return (error as Error).message.split('\n');
  }
};

describe('tables', () => {
  it('are rows by the names of their columns', () => {
    assert.deepEqual(
      readTable('x.tsv', '# 注\nname\tfirst\tsource\n一五\t1953\t文献\n\n二五\t1958\n', PLANS),
      [
        { name: '一五', first: '1953', source: '文献' },
        { name: '二五', first: '1958', source: '' },
      ],
    );
  });

  for (const [what, content, expected] of [
    [
      'a value that is not allowed',
      'name\tfirst\tsource\n一五\t53\t',
      /^x\.tsv:2: first is “53”, not a year$/,
    ],
    ['spaces for a tab', 'name\tfirst\tsource\n一五  1953\n', /^x\.tsv:2: spaces where a tab belongs\?$/],
    ['a space for a tab', 'name\tfirst\tsource\n一五 1953\n', /^x\.tsv:2: spaces where a tab belongs\?$/],
    ['an empty cell', 'name\tfirst\tsource\n\t1953\t', /^x\.tsv:2: name is empty$/],
    ['a blank at an end', 'name\tfirst\tsource\n一五 \t1953\t', /^x\.tsv:2: name has blanks at an end$/],
    [
      'a row that is there already',
      'name\tfirst\tsource\n一五\t1953\n一五\t1958',
      /^x\.tsv:3: “一五” stands in line 2 already$/,
    ],
    ['too many cells', 'name\tfirst\tsource\n一五\t1953\t\t', /^x\.tsv:2: 4 cells for 3 columns$/],
    ['another header', 'name\tsource\n', /^x\.tsv:1: the header must be name ⇥ first ⇥ source/],
    ['no header', '# 只有注\n', /^x\.tsv: has no header$/],
  ] as const) {
    it(`tell of ${what}`, () => {
      assert.match(faults(content)[0]!, expected);
    });
  }

  it('tell of a value that no row of the table beside it has', () => {
    const schema = lexicon(among('weights.tsv', 'trait'), {});
    const beside = (name: string, column: string) =>
      new Set(name === 'weights.tsv' && column === 'trait' ? ['crumb'] : []);
    assert.deepEqual(readTable('x.tsv', 'word\tvalue\n首页\tcrumb\n', schema, beside), [
      { word: '首页', value: 'crumb' },
    ]);
    assert.throws(
      () => readTable('x.tsv', 'word\tvalue\n首页\tcrmub\n', schema, beside),
      /^TableError: x\.tsv:2: value is “crmub”, which is no trait of weights\.tsv$/,
    );
  });

  it('a misspelt category of a word list is one', () => {
    const schema = lexicon(oneOf('area', 'length'), {});
    assert.deepEqual(faults('word\tvalue\n幅员\tarea', schema), []);
    assert.match(faults('word\tvalue\n幅员\taera', schema)[0]!, /value is “aera”, not one of area, length/);
  });
});
