/** Facts say where they begin: a paragraph without any of it is not read, so it must hold none of them. */
import assert from 'node:assert/strict';
import fc from 'fast-check';
import { ANYWHERE, facts } from '../../engine/facts.ts';
import { lexicon } from '../../language/text/lexicon.ts';
import { type Format, type Paragraph, rulePages } from '../../rules/index.ts';
import { testDocument } from '../support/linter.ts';
import { texts } from './generators.ts';

const limited = facts.filter(({ beginnings }) => beginnings !== ANYWHERE);

function assertNoneElsewhere(text: string, format: Format): void {
  for (const paragraph of testDocument(text, format).paragraphs) {
    for (const { name, beginnings, read } of limited) {
      if (paragraph.scan.hasAny(beginnings.kinds, beginnings.lists)) continue;
      assert.deepEqual(read(paragraph), [], `${name} in ${JSON.stringify(paragraph.text)}`);
    }
  }
}

function assertNone(paragraph: Paragraph, text: string): void {
  for (const { name, read } of facts) {
    const value = read(paragraph);
    if (Array.isArray(value)) assert.deepEqual(value, [], `${name} in ${JSON.stringify(text)}`);
  }
}

describe('facts where nothing stands that they begin with', () => {
  it('are none in the examples of all rules, whole and cut off anywhere', function () {
    // Half a million beginnings of lines, and more with each rule.
    this.timeout(180_000);
    assert.ok(limited.length > 10);
    for (const { markdown } of rulePages()) {
      for (const line of markdown.replace(/[⟦⟧]/g, '').split('\n')) {
        for (let from = 0; from < line.length; from++) assertNoneElsewhere(line.slice(from), 'plain');
      }
    }
  });

  it('are none in an empty line, wherever it stands', () => {
    const around = [
      '\n\n',
      '一、工作\n\n二、要求\n',
      '```\n\n```\n',
      '| 项目 | 数 |\n|---|---|\n\n',
      '联系人：\n\n',
    ];
    for (const text of around) {
      const documents = [testDocument(text, 'plain'), testDocument(text, 'markdown')];
      const empty = documents.flatMap(({ paragraphs }) => paragraphs).filter(({ source }) => source === '');
      for (const paragraph of empty) assertNone(paragraph, text);
    }
  });

  it('are none in any text', () => {
    const pieces = fc.oneof(
      fc.nat(lexicon.entries.length - 1).map((i) => lexicon.entries[i]!.word),
      fc.constantFrom(
        ...'，。；：、“”（）〔〕《》【】×○*_ \u3000\t0127年月日第一二三个项章条%．.-—/=<>{}A某市书记不增长',
      ),
    );
    const lines = fc.array(pieces, { maxLength: 12, size: 'max' }).map((parts) => parts.join(''));
    const formats = fc.constantFrom<Format>('plain', 'markdown');
    fc.assert(fc.property(fc.oneof(texts, lines), formats, assertNoneElsewhere), { numRuns: 1000 });
  });
});
