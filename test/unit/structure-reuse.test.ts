/** A tree built anew keeps the series that the edit left alone. */
import assert from 'node:assert/strict';
import { structure } from '../../language/structure/structure.ts';
import type { Document } from '../../rules/index.ts';
import { testDocument } from '../support/linter.ts';

const TEXT = [
  '一、加强领导',
  '要做到三点：一是抓早。二是抓小。三是抓实。',
  '二、强化落实',
  '一要建机制。二要建队伍。',
  '三、严格督查',
].join('\n');

/** Each series as the labels of its members, and of the one that it stands in. */
function drawn(document: Document): string[] {
  return document
    .model(structure)
    .series.map(
      ({ members, parent }) => `${parent?.label ?? ''} ⊃ ${members.map(({ label }) => label).join(' ')}`,
    );
}

function insert(document: Document, before: string, text: string): void {
  const start = document.text.indexOf(before);
  document.edit([{ start, end: start, text }]);
}

describe('a tree built anew', () => {
  it('keeps the series around a line with marks that was put in', () => {
    const document = testDocument(TEXT, 'plain');
    const before = document.model(structure);
    const [parts, points, means] = before.series;
    insert(document, '二、强化', '首先，压实责任。其次，严格考核。\n');
    const after = document.model(structure);
    assert.deepEqual(drawn(document), drawn(testDocument(document.text, 'plain')));
    assert.deepEqual([after.series[0], after.series[1], after.series[3]], [parts, points, means]);
    const added = after.series[2]!;
    assert.ok(after.touched.has(added) && after.touched.has(parts!));
    assert.equal(after.gone.size, 0);
  });

  it('lets go of a series that has another member, and places what stands in it', () => {
    const document = testDocument(TEXT, 'plain');
    const [parts, points] = document.model(structure).series;
    insert(document, '三、严格', '三、再加一项\n');
    const after = document.model(structure);
    assert.deepEqual(drawn(document), drawn(testDocument(document.text, 'plain')));
    assert.deepEqual([...after.gone], [parts]);
    assert.equal(after.series[1], points);
    assert.equal(points!.parent!.series, after.series[0]);
  });
});
