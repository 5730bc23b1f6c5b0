/** Incremental equals full: whatever is typed, the document is what a fresh one of the same text would be. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { defineDocumentRule, defineParagraphRule } from '../../engine/rule.ts';
import { seriesMarks } from '../../language/structure/series-marks.ts';
import { applyEdits, createLinter, type Format, type LintedDocument, rules } from '../../rules/index.ts';
import { Dice } from '../support/dice.ts';
import { plain, testWords } from '../support/linter.ts';
import { edits, place, texts } from './generators.ts';

// Rules that look at everything the engine hands out, so that nothing stale can hide behind what the real ones ignore.
const everyParagraph = defineParagraphRule<{ start: number; end: number }>({
  id: 'toy/paragraph',
  severity: 'info',
  *find(paragraph) {
    if (!paragraph.blank) yield { start: paragraph.contentStart, end: paragraph.contentEnd };
  },
  explain: (match, paragraph) => ({
    message: `${paragraph.role} ${paragraph.text.slice(match.start, match.end)}`,
  }),
});
const everyDocument = defineDocumentRule<{ start: number; end: number; index: number }>({
  id: 'toy/document',
  severity: 'info',
  *find({ paragraphs, length }) {
    for (const { index, start, end } of paragraphs) if (index % 3 === 2) yield { start, end, index };
    yield { start: 0, end: length, index: -1 };
  },
  explain: ({ index }, document) => ({ message: `${index} of ${document.paragraphs.length}` }),
});

/** Looks only at lines beside those that a fact is read from. */
const everyNeighbour = defineDocumentRule<{ start: number; end: number; beside: string }>({
  id: 'toy/neighbour',
  severity: 'info',
  *find(document) {
    for (const line of document.paragraphsWith(seriesMarks)) {
      const { start, end, index } = line;
      const lines = [
        document.lineBefore(line),
        document.lineBehind(line),
        ...document.linesIn(index - 2, index),
      ];
      yield { start, end, beside: lines.map((one) => `${one?.index} ${one?.text}`).join('|') };
    }
  },
  explain: ({ beside }) => ({ message: beside }),
});

const words = testWords();
const linter = createLinter({
  rules: [...rules, everyParagraph, everyDocument, everyNeighbour],
  words,
  onRuleError(ruleId, error) {
    throw new Error(`rule ${ruleId} threw`, { cause: error });
  },
});

function state(linted: LintedDocument) {
  const { document } = linted;
  return {
    text: document.text,
    length: document.length,
    paragraphs: document.paragraphs.map((p) => ({
      index: p.index,
      start: p.start,
      role: p.role,
      text: p.text,
      break: p.break,
    })),
    kind: linted.kind,
    findings: plain(linted.findings()),
  };
}

const SAMPLES = ['讲话稿.txt', '通知.txt', '工作总结.md'];

/** A key, an Enter, a line joined to the next, a piece deleted, lines pasted somewhere else, a figure changed. */
function writersEdit(text: string, dice: Dice): { start: number; end: number; text: string } {
  const at = dice.int(0, text.length);
  const lineStart = text.lastIndexOf('\n', at - 1) + 1;
  const lineEnd = text.indexOf('\n', at) < 0 ? text.length : text.indexOf('\n', at);
  switch (dice.int(0, 6)) {
    case 0:
      return { start: at, end: at, text: dice.pick([...'好。，3×一二要是年月县']) };
    case 1:
      return { start: at, end: at, text: '\n' };
    case 2:
      return { start: lineEnd, end: Math.min(lineEnd + 1, text.length), text: '' };
    case 3:
      return { start: at, end: Math.min(text.length, at + dice.int(1, 12)), text: '' };
    case 4: {
      const from = text.indexOf('\n', dice.int(0, text.length)) + 1;
      return { start: lineStart, end: lineStart, text: text.slice(from, from + dice.int(1, 400)) };
    }
    case 5:
      return { start: lineStart, end: Math.min(lineEnd + 1, text.length), text: '' };
    default: {
      const digit = text.slice(at).search(/\d/);
      const start = digit < 0 ? at : at + digit;
      return { start, end: Math.min(text.length, start + 1), text: String(dice.int(0, 9)) };
    }
  }
}

describe('incremental equals full', () => {
  for (const format of ['plain', 'markdown'] as Format[]) {
    it(`after every edit, in ${format} text`, function () {
      this.timeout(120_000);
      fc.assert(
        fc.property(
          texts,
          fc.array(edits, { minLength: 1, maxLength: 8, size: 'max' }),
          (initial, sequence) => {
            const linted = linter.open(initial, { format });
            linted.findings();
            let text = initial;
            for (const edit of sequence) {
              const placed = place(edit, text);
              text = applyEdits(text, [placed]);
              linted.update([placed]);
              assert.equal(linted.document.text, text);
              assert.deepEqual(state(linted), state(linter.open(text, { format })));
            }
          },
        ),
        { numRuns: 300 },
      );
    });

    it(`after several edits at once and no look between, in ${format} text`, function () {
      this.timeout(120_000);
      fc.assert(
        fc.property(
          texts,
          fc.array(fc.array(edits, { minLength: 1, maxLength: 5 }), { maxLength: 4 }),
          (initial, batches) => {
            const linted = linter.open(initial, { format });
            linted.findings();
            let text = initial;
            for (const batch of batches) {
              let free = 0;
              const placed = batch
                .map((edit) => place(edit, text))
                .sort((a, b) => a.start - b.start || a.end - b.end)
                .filter((edit) => {
                  if (edit.start < free) return false;
                  // Two insertions at one place have no order.
                  free = edit.end + 1;
                  return true;
                });
              text = applyEdits(text, placed);
              linted.update(placed);
            }
            assert.deepEqual(state(linted), state(linter.open(text, { format })));
          },
        ),
        { numRuns: 200 },
      );
    });
  }

  // In whole drafts rules see more than in lines put together by chance, and what a writer does is mostly not what they look at.
  for (const name of SAMPLES) {
    it(`in ${name}, as writers edit`, function () {
      this.timeout(120_000);
      const dice = new Dice(name.length);
      let text = readFileSync(new URL(`../../samples/${name}`, import.meta.url), 'utf8');
      const format: Format = name.endsWith('.md') ? 'markdown' : 'plain';
      const linted = linter.open(text, { format });
      linted.findings();
      for (let i = 0; i < 80; i++) {
        const edit = writersEdit(text, dice);
        text = applyEdits(text, [edit]);
        linted.update([edit]);
        // Not everybody looks after every key.
        if (dice.int(0, 3) === 0) continue;
        assert.deepEqual(
          plain(linted.findings()),
          plain(linter.open(text, { format }).findings()),
          JSON.stringify(edit),
        );
      }
    });
  }

  it('in a document with a form that comes again, as what is meant by it comes and goes', () => {
    let text = '要坚持挂图作站。\n各部门要挂图作站。\n\n请抓好落实。\n会议结束。\n';
    const linted = linter.open(text);
    const told = () => linted.findings().filter(({ ruleId }) => ruleId === 'wording/near-miss').length;
    const type = (before: string, typed: string, removed = 0) => {
      const start = text.indexOf(before);
      const edit = { start, end: start + removed, text: typed };
      text = applyEdits(text, [edit]);
      linted.update([edit]);
      assert.deepEqual(state(linted), state(linter.open(text)));
      return told();
    };
    assert.equal(told(), 0);
    assert.equal(type('请抓好', '要挂图作战，'), 2);
    assert.equal(type('会议', '\n'), 2);
    assert.equal(type('会议', '再挂图作战。'), 2);
    assert.equal(type('要挂图作战，', '', 6), 2);
    assert.equal(type('再挂图作战。', '', 6), 0);
    assert.equal(type('各部门', '', 9), 1);
  });

  // Shrunk from failures, of the engine or of its mutants, too rare to meet again by chance.
  for (const [name, text, edit] of [
    ['a line becomes the first, and front matter', 'x\n---\n×\n', { start: 0, end: 2, text: '' }],
    ['front matter is no longer first', '---\n×\n---\n×', { start: 0, end: 0, text: '\n' }],
    ['\\r and \\n meet', 'a\rX\nb', { start: 2, end: 3, text: '' }],
    ['\\r\\n is torn', 'a\r\nb', { start: 2, end: 2, text: 'X' }],
    ['\\r is put before \\n', 'a\nb', { start: 1, end: 1, text: '\r' }],
    ['\\n is put behind the last \\r', 'a\r', { start: 2, end: 2, text: '\n' }],
    ['a fence opens', '甲\n×\n```\n×', { start: 0, end: 1, text: '```' }],
    ['a comment closes later on its line', '<!--\n-->×\n×', { start: 5, end: 5, text: '×' }],
    [
      'the words before a mark part from it',
      '附件：1.操作指引.pdf\n填报说明\n附件：1.操作指引.pdf\n以上\n',
      { start: 21, end: 22, text: '—、总则\n' },
    ],
    [
      'a line leaves a list of attachments',
      '附件：1.操作指引.pdf\n2.申报目录\n3.范文资料下载.docx\n',
      { start: 14, end: 16, text: '' },
    ],
    [
      'a line parts headings that come again',
      '二、提高认识\n二、提高认识\n\n三、提高认识\n',
      { start: 14, end: 14, text: '\n' },
    ],
    [
      'a caption is put below a number',
      '今年实施两大行动。\n文明素质行动\n评议。\n平安守护行动\n探头。\n',
      { start: 31, end: 31, text: '便民服务行动\n代办。\n' },
    ],
    [
      'text is put between items that had none',
      '1.采血\n2.测压\n3.彩超\n以上两项均需空腹。',
      { start: 5, end: 5, text: '早八点开始。\n' },
    ],
    ['all is deleted', '×\n×', { start: 0, end: 3, text: '' }],
  ] as const) {
    it(`when ${name}`, () => {
      for (const format of ['plain', 'markdown'] as const) {
        const linted = linter.open(text, { format });
        linted.findings();
        linted.update([edit]);
        assert.deepEqual(state(linted), state(linter.open(applyEdits(text, [edit]), { format })));
      }
    });
  }

  it('edits outside the text or overlapping are refused and change nothing', () => {
    const linted = linter.open('一\r\n二');
    const before = state(linted);
    for (const bad of [
      [{ start: 0, end: 5, text: '' }],
      [{ start: -1, end: 0, text: '' }],
      [{ start: 2, end: 1, text: '' }],
      [{ start: Number.NaN, end: 1, text: '' }],
      [
        { start: 0, end: 2, text: 'a' },
        { start: 1, end: 3, text: 'b' },
      ],
    ]) {
      assert.throws(() => linted.update(bad), RangeError);
      assert.deepEqual(state(linted), before);
    }
  });
});
