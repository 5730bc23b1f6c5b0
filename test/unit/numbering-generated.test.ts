/**
 * Correct structures of many shapes are clean; broken in one place, exactly that is found; mended, the text is what it
 * was.
 */
import assert from 'node:assert/strict';
import fc from 'fast-check';
import { writeCircled, writeHanNumber } from '../../language/text/numerals.ts';
import {
  applyEdits,
  type Finding,
  type Linter,
  printOutline,
  renumberDocument,
  type Settings,
} from '../../rules/index.ts';
import { findBreaks } from '../../rules/numbering/series/alignment.ts';
import { testLinter } from '../support/linter.ts';

/** How a level writes its marks. */
interface Style {
  readonly write: (value: number) => string;
  /** In front of the whole list inside a line; headings have a line for each member. */
  readonly inline: boolean;
}

const HEADINGS: readonly Style[] = [
  { write: (n) => `${writeHanNumber(n)}、`, inline: false },
  { write: (n) => `（${writeHanNumber(n)}）`, inline: false },
  { write: (n) => `${n}.`, inline: false },
  { write: (n) => `（${n}）`, inline: false },
  { write: (n) => writeCircled(n), inline: false },
];
const LISTS: readonly Style[] = [
  { write: (n) => `${writeHanNumber(n)}是`, inline: true },
  { write: (n) => `${writeHanNumber(n)}要`, inline: true },
  { write: (n) => `第${writeHanNumber(n)}，`, inline: true },
  { write: (n) => `其${writeHanNumber(n)}，`, inline: true },
  { write: (n) => `（${n}）`, inline: true },
];

/** Text without numbers, and without words that mean a mark. */
const TEXTS = [
  '加强组织领导',
  '完善工作制度',
  '压实各方责任',
  '严格督导检查',
  '营造良好氛围',
  '做好服务保障',
  '推进项目建设',
  '改善群众生活',
];

interface Node {
  readonly style: Style;
  readonly members: readonly (readonly Node[])[];
}

/** Depth-first: headings go down the levels, a list inside a line may stand under any of them. */
function nodes(level: number): fc.Arbitrary<Node> {
  // （1） does not stand inside （1）.
  const list = fc.record({
    style: fc.constantFrom(...(level >= 3 ? LISTS.slice(0, -1) : LISTS)),
    members: fc.array(fc.constant([] as readonly Node[]), { minLength: 2, maxLength: 6 }),
  });
  if (level >= HEADINGS.length) return list;
  const under: fc.Arbitrary<readonly Node[]> = fc.oneof(
    { weight: 2, arbitrary: fc.constant([]) },
    { weight: 1, arbitrary: list.map((n) => [n]) },
    { weight: 1, arbitrary: nodes(level + 1).map((n) => [n]) },
  );
  return fc.record({
    style: fc.constant(HEADINGS[level]!),
    members: fc.array(under, { minLength: 2, maxLength: 5 }),
  });
}

/** A mark in the generated text. */
interface Place {
  readonly start: number;
  readonly end: number;
  readonly value: number;
  readonly node: Node;
}

/** Writes a structure out and notes where its marks stand. */
function write(root: Node): { text: string; places: Place[] } {
  const places: Place[] = [];
  let text = '关于重点任务的安排\n';
  let word = 0;
  const next = () => {
    word++;
    // No heading comes twice: 加强组织领导甲, …
    return TEXTS[word % TEXTS.length]! + String.fromCharCode(0x4f00 + Math.floor(word / TEXTS.length));
  };
  const mark = (node: Node, value: number) => {
    const label = node.style.write(value);
    places.push({ start: text.length, end: text.length + label.length, value, node });
    text += label;
  };
  const putBelow = (child: Node) => {
    if (child.style.inline) text += `${next()}，具体是：`;
    put(child);
    if (child.style.inline) text += '\n';
  };
  const put = (node: Node) => {
    for (const [i, children] of node.members.entries()) {
      mark(node, i + 1);
      text += next();
      if (node.style.inline) {
        text += i + 1 === node.members.length ? '。' : '；';
        continue;
      }
      // A title with nothing under it, where others have something, is a fault of another kind.
      text += children.length === 0 ? '。\n' : '\n';
      children.forEach(putBelow);
    }
  };
  put(root);
  return { text, places };
}

const settings: Settings = { kind: 'report' };

describe('generated structures', () => {
  let linter: Linter;
  before(() => {
    linter = testLinter();
  });
  const lint = (text: string): Finding[] =>
    linter.lint(text, settings).filter((f) => f.ruleId.startsWith('numbering/'));
  const show = (findings: readonly Finding[]) => findings.map((f) => `${f.ruleId} ${f.start} ${f.message}`);

  it('are clean when correct', () => {
    fc.assert(
      fc.property(fc.nat({ max: 3 }).chain(nodes), (root) => {
        assert.deepEqual(show(lint(write(root).text)), []);
      }),
      { numRuns: 300 },
    );
  });

  it('show exactly the one wrong number, and its fix brings the text back', () => {
    const broken = fc.tuple(fc.nat({ max: 3 }).chain(nodes), fc.nat(), fc.integer({ min: 1, max: 9 }));
    fc.assert(
      fc.property(broken, ([root, which, number]) => {
        const { text, places } = write(root);
        const inner = places.filter(({ value }) => value > 1);
        fc.pre(inner.length > 0);
        const place = inner[which % inner.length]!;
        // A second 一是 in running text opens a list of its own.
        fc.pre(number !== place.value && !(number === 1 && place.node.style.inline));
        const wrong = applyEdits(text, [{ ...place, text: place.node.style.write(number) }]);
        const findings = lint(wrong);
        assert.deepEqual(
          findings.map((f) => f.ruleId),
          ['numbering/sequence'],
          show(findings).join('\n'),
        );
        assert.equal(findings[0]!.start, place.start);
        assert.equal(applyEdits(wrong, findings[0]!.fixes[0]!.edits), text);
      }),
      { numRuns: 300 },
    );
  });

  it('show a member left out, and are clean when numbered anew', () => {
    fc.assert(
      fc.property(nodes(0), fc.nat(), (root, which) => {
        const { text, places } = write(root);
        const candidates = places.filter(
          ({ value, node }) =>
            !node.style.inline &&
            node.members.length > 3 &&
            value > 1 &&
            value < node.members.length &&
            node === root,
        );
        fc.pre(candidates.length > 0);
        const place = candidates[which % candidates.length]!;
        const after = places.find((p) => p.node === root && p.value === place.value + 1)!;
        const wrong = text.slice(0, place.start) + text.slice(after.start);
        const findings = lint(wrong);
        assert.deepEqual(
          findings.map((f) => f.ruleId),
          ['numbering/sequence'],
          show(findings).join('\n'),
        );
        assert.equal(findings[0]!.start, place.start);
        assert.deepEqual(show(lint(applyEdits(wrong, findings[0]!.fixes[0]!.edits))), []);
      }),
      { numRuns: 200 },
    );
  });

  /** How the items of a list stand behind the number that announces them. */
  const listings: Record<string, (items: readonly string[]) => string> = {
    'headings in brackets': (items) =>
      items.map((item, i) => `\n（${writeHanNumber(i + 1)}）${item}\n逐项落实。`).join(''),
    'numbered lines': (items) => items.map((item, i) => `\n${i + 1}.${item}。`).join(''),
    'paragraphs that begin with 一是': (items) =>
      items.map((item, i) => `\n${writeHanNumber(i + 1)}是${item}。\n有关情况另报。`).join(''),
    '一是 in the same paragraph': (items) =>
      items.map((item, i) => `${writeHanNumber(i + 1)}是${item}。`).join(''),
    '第一 in the same paragraph': (items) =>
      items.map((item, i) => `第${writeHanNumber(i + 1)}，${item}。`).join(''),
    dashes: (items) => `${items.map((item) => `\n——${item}。`).join('')}\n各单位要抓紧落实。`,
  };
  /** Sentences that announce a list. */
  const announcements: Record<string, (n: string) => string> = {
    方面工作: (n) => `今年，要重点做好${n}个方面工作。`,
    方面: (n) => `落实中要把握${n}个方面：`,
    方面的工作: (n) => `一年来，我们主要做了${n}方面的工作：`,
    环节: (n) => `调整结构要着重抓好${n}个环节。`,
    体会: (n) => `回顾过去，有${n}点体会：`,
    原因: (n) => `进度偏慢，主要有${n}个原因。`,
    维度: (n) => `观察变化，有${n}个维度值得注意。`,
    条措施: (n) => `重点抓好${n}条措施：`,
    件事: (n) => `当前要办好${n}件事。`,
  };

  for (const [where, list] of Object.entries(listings)) {
    it(`show a number that does not agree with ${where}, whatever is counted`, () => {
      const claim = fc.record({
        length: fc.integer({ min: 2, max: 9 }),
        said: fc.integer({ min: 2, max: 10 }),
        announce: fc.constantFrom(...Object.values(announcements)),
      });
      fc.assert(
        fc.property(claim, ({ length, said, announce }) => {
          fc.pre(said !== length);
          // 有三个维度值得注意。 over headings may be of something else.
          fc.pre(!(where.includes('headings') || where.includes('numbered')) || !/值得/.test(announce('')));
          const count = (n: number) => (n === 2 ? '两' : writeHanNumber(n));
          const items = Array.from({ length }, (_, i) => `${TEXTS[i % 8]}${String.fromCharCode(0x4f00 + i)}`);
          const right = announce(count(length)) + list(items);
          const wrong = announce(count(said)) + list(items);
          assert.deepEqual(show(lint(right)), []);
          const findings = lint(wrong);
          assert.deepEqual(
            findings.map((f) => f.ruleId),
            ['numbering/count'],
            `${wrong}\n${show(findings).join('\n')}`,
          );
          assert.equal(applyEdits(wrong, findings[0]!.fixes[0]!.edits), right);
        }),
        { numRuns: 150 },
      );
    });
  }

  it('renumbered twice are what they were renumbered once', () => {
    const broken = fc.tuple(
      fc.nat({ max: 3 }).chain(nodes),
      fc.array(fc.tuple(fc.nat(), fc.integer({ min: 1, max: 9 }))),
    );
    fc.assert(
      fc.property(broken, ([root, changes]) => {
        const { text, places } = write(root);
        const edits = new Map(
          changes.map(([which, number]) => {
            const place = places[which % places.length]!;
            return [place, { ...place, text: place.node.style.write(number) }];
          }),
        );
        const wrong = applyEdits(text, [...edits.values()]);
        const once = renumberDocument(linter.open(wrong, settings).document);
        if (!once) return;
        const right = applyEdits(wrong, once.edits);
        assert.equal(renumberDocument(linter.open(right, settings).document), undefined, right);
      }),
      { numRuns: 200 },
    );
  });

  it('show a count that does not agree, and its fix brings the text back', () => {
    const claim = fc.record({
      length: fc.integer({ min: 2, max: 9 }),
      said: fc.integer({ min: 2, max: 12 }),
      form: fc.constantFrom(
        (n: string) => `下面，我讲${n}点意见。`,
        (n: string) => `今年重点抓好以下${n}项工作。`,
        (n: string) => `要把握好如下${n}个方面：`,
      ),
      style: fc.constantFrom(HEADINGS[0]!, HEADINGS[1]!),
    });
    fc.assert(
      fc.property(claim, ({ length, said, form, style }) => {
        fc.pre(said !== length);
        const count = (n: number) => (n === 2 ? '两' : writeHanNumber(n));
        const list = Array.from(
          { length },
          (_, i) => `${style.write(i + 1)}${TEXTS[i % 8]}${String.fromCharCode(0x4f00 + i)}`,
        ).join('\n');
        const right = `${form(count(length))}\n${list}\n`;
        const wrong = `${form(count(said))}\n${list}\n`;
        assert.deepEqual(show(lint(right)), []);
        const findings = lint(wrong);
        assert.deepEqual(
          findings.map((f) => f.ruleId),
          ['numbering/count'],
          show(findings).join('\n'),
        );
        assert.equal(applyEdits(wrong, findings[0]!.fixes[0]!.edits), right);
      }),
      { numRuns: 200 },
    );
  });
});

describe('breaks in a list of numbers', () => {
  const cases: [number[], string[]][] = [
    [[1, 2, 3], []],
    [[1, 2, 4, 5, 6], ['2 gap 3']],
    [[1, 2, 7, 4, 5], ['2 wrong 3']],
    [[1, 2, 2, 3, 4], ['2 repeat 3']],
    [[1, 2, 2, 4, 5], ['2 wrong 3']],
    [[1, 3, 2, 4], ['1 swapped 2']],
    [[2, 3, 4], ['0 gap 1']],
    [[3, 2, 3, 4], ['0 wrong 1']],
    [[1, 2, 0], []],
    [[1, 2, 5], ['2 gap 3']],
    [
      [1, 2, 4, 5, 5, 6],
      ['2 gap 3', '4 repeat 6'],
    ],
  ];
  for (const [values, expected] of cases) {
    it(`reads ${values.join(' ')}`, () => {
      const breaks = findBreaks(values).map(({ at, how, expected: number }) => `${at} ${how} ${number}`);
      assert.deepEqual(breaks, expected);
    });
  }

  it('is quiet for any run, wherever it begins', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 50 }), fc.integer({ min: 1, max: 60 }), (first, length) => {
        const values = Array.from({ length }, (_, i) => first + i);
        assert.deepEqual(findBreaks(values, first), []);
      }),
    );
  });
});

describe('numbering in hostile text', () => {
  const LENGTH = 50_000;
  const units: Record<string, string> = {
    'one mark over and over': '一、甲\n',
    'the second mark over and over': '二、甲\n',
    'levels upside down': '（一）甲\n一、乙\n',
    'words in one line': '一是甲，三是乙，',
    'pairs in one line': '一是甲，',
    'figures behind points': '1.2亿元\n',
    'dashes under numbers': '三个方面：\n——甲\n',
    'quotation marks never closed': '“一是',
    'quotation after quotation': '“一是甲”',
    'claims without lists': '以上三点，抓好以下三项工作：',
    'references to nothing': '图1　甲\n见图9。\n',
    'articles that restart': '第一条　依照本法第九十条。\n',
  };
  for (const [name, unit] of Object.entries(units)) {
    it(`comes to an end on ${name}`, () => {
      const linter = testLinter();
      const text = unit.repeat(LENGTH / unit.length);
      linter.lint(text.slice(0, 100));
      const document = linter.open(text);
      document.findings();
      printOutline(document.document);
      renumberDocument(document.document);
      // Quadratic work takes minutes here, which mocha does not wait for; bench/hostile.mjs has the ratios.
    });
  }
});
