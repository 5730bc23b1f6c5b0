/** What the rules of figures say, offer and show, beside the examples of their pages. */
import assert from 'node:assert/strict';
import { countedLists, verdict } from '../../rules/figures/lists/counted.ts';
import { constraintsAt } from '../../rules/figures/relations/constraints.ts';
import { relations } from '../../rules/figures/relations/fact.ts';
import { applyEdits, describeFigure, type Finding, printReadings } from '../../rules/index.ts';
import { testDocument, testLinter, testWords } from '../support/linter.ts';

const words = testWords();
const linter = testLinter({ words });

function figures(text: string): readonly Finding[] {
  return linter.lint(text).filter((f) => f.ruleId.startsWith('figures/'));
}
const open = (text: string) => testDocument(text);

describe('figures: messages show the sum', () => {
  const cases: [text: string, message: string][] = [
    ['投资由50亿元增至60亿元，增长25%。', '由50亿元增至60亿元应为增长20%，文中为25%（(60−50)÷50）'],
    ['投资由50亿元增加到60亿元，增加15亿元。', '由50亿元增加到60亿元应为增加10亿元，文中为15亿元（60−50）'],
    ['户数从80户减少到60户，下降30%。', '由80户减少到60户应为下降25%，文中为30%（(80−60)÷80）'],
    [
      '由2020年的100万吨增加到2025年的200万吨，年均增长20%。',
      '由100万吨增加到200万吨年均应为增长15%，文中为20%（(200÷100)^(1/5)−1）',
    ],
    [
      '投入38.4亿元，比上年增加6.4亿元，增长25%。',
      '38.4亿元比上期增加6.4亿元，应为增长20%，文中为25%（6.4÷(38.4−6.4)）',
    ],
    ['办结776件，占862件的95.8%。', '776件占862件的比例应为90.0%，文中为95.8%（776÷862）'],
    [
      '收入86.5亿元，支出80.2亿元，结余5.3亿元。',
      '收入86.5亿元、支出80.2亿元，结余应为6.3亿元，文中为5.3亿元（86.5−80.2）',
    ],
    ['产能由100万件增至150万件，翻了两番。', '由100万件增至150万件是原来的1.5倍，翻2番应为4倍（150÷100）'],
    ['先在东坪、西冲、南坳四个村试点。', '称“四个村试点”，其前列出 3 项（先在东坪、西冲、南坳）'],
  ];
  for (const [text, message] of cases) {
    it(text, () =>
      assert.deepEqual(
        figures(text).map((f) => f.message),
        [message],
      ),
    );
  }
});

describe('figures: a suggestion for each figure that may be wrong', () => {
  const offers = (text: string) =>
    figures(text)[0]!.fixes.map((fix) => {
      assert.equal(fix.safe, false);
      return applyEdits(text, fix.edits);
    });

  it('of a rate: the rate, the end, the beginning', () => {
    assert.deepEqual(offers('投资由50亿元增至60亿元，增长25%。'), [
      '投资由50亿元增至60亿元，增长20%。',
      '投资由50亿元增至63亿元，增长25%。',
      '投资由48亿元增至60亿元，增长25%。',
    ]);
  });
  it('every suggestion makes the statement true', () => {
    for (const text of [
      '投资由50.0亿元增至60.0亿元，增长25.0%。',
      '面积由120亩增加到150亩，增加40亩。',
      '覆盖面由62.5%提高到70%，提高6.5个百分点。',
      '修渠30公里、修路25公里，合计65公里。',
      '共48人，分为甲组20人、乙组15人、丙组12人。',
      '办结776件，占862件的95.8%。',
      '先在东坪、西冲、南坳四个村试点。',
      '三次产业比例为8.3∶41.4∶51.3。',
      '泊位由60个增加到50个，减少10个。',
      '培训工人达到900人，比上年的750人减少150人，下降20%。',
      '2024年预算执行数为300.00万元，2025年预算安排240.00万元，比2024年预算执行数增加20.00%。',
      '2023年接诊8000人次，2024年接诊10000人次，增长20%。',
      '产能由100万件增至150万件，翻了两番。',
      '本次送检水样220批次，合格196批次，不合格34批次。',
      '抽查的400份病历中，书写规范的260份，占75%。',
      '整治鱼塘2400亩，惠及养殖户400户，户均8亩。',
      '购置水泵15台，单价3600元，合计64800.00元，已付清。',
      '男女比例为3∶2，其中男职工80人，女职工60人。',
      '按学历分，本科占32.5%，大专占41.7%，高中以下占35.8%。',
      '文化支出年初预算为120.50万元，支出决算为98.40万元，决算数大于预算数。',
      '工程款为人民币860000元（大写：捌拾陆万伍仟元整）。',
    ]) {
      const all = offers(text);
      assert.ok(all.length > 0, text);
      for (const repaired of all)
        assert.deepEqual(
          figures(repaired).map((f) => f.message),
          [],
          `${text} → ${repaired}`,
        );
    }
  });
});

describe('figures: a slip of the pen', () => {
  const offers = (text: string) => figures(text)[0]!.fixes.map((fix) => applyEdits(text, fix.edits));

  it('offers the digits that were meant where one too many was typed', () => {
    const text = '2024年预算执行数为52418.6万元，2025年预算安排2844.6万元，比2024年预算执行数增加17.61%。';
    assert.ok(offers(text).includes(text.replace('52418.6', '2418.6')), offers(text).join('\n'));
  });
  it('offers two digits the other way round', () => {
    const text = '面积由4512亩增加到5514亩，增加1200亩。';
    assert.ok(offers('面积由4152亩增加到5400亩，增加888亩。').some((t) => t.includes('4512')));
    assert.ok(offers(text).length > 0);
  });
  it('turns the verbs round together with the rate', () => {
    const text = '培训工人达到900人，比上年的750人减少150人，下降30%。';
    assert.equal(offers(text)[0], '培训工人达到900人，比上年的750人增加150人，增长20%。');
  });
});

describe('figures: tolerance follows from the digits', () => {
  const quiet = (text: string) =>
    assert.deepEqual(
      figures(text).map((f) => f.message),
      [],
    );
  const found = (text: string) => assert.equal(figures(text).length, 1, text);
  it('coarse ends allow more than fine ones', () => {
    quiet('投资由5亿元增至6亿元，增长25%。');
    found('投资由5.00亿元增至6.00亿元，增长25%。');
  });
  it('a rate may be rounded or cut off', () => {
    quiet('投资由300.0亿元增至350.0亿元，增长16.6%。');
    quiet('投资由300.0亿元增至350.0亿元，增长16.7%。');
    found('投资由300.0亿元增至350.0亿元，增长16.9%。');
  });
  it('what is counted is exact, what is measured is not', () => {
    found('共48户，分为东片20户、西片27户。');
    quiet('修渠3.04公里、修路2.53公里，合计5.6公里。');
  });
  it('guesses are not computed with', () => {
    quiet('投资由约50亿元增至60亿元，增长25%。');
    quiet('投资由50亿元增至超过60亿元，增长45%。');
    quiet('投资由50亿元增至60多亿元，增长30%。');
  });
});

describe('figures: lists and their number', () => {
  const read = (text: string) =>
    open(text)
      .paragraphs[0]!.fact(countedLists)
      .map((c) => {
        const { min, max, open: more } = c.list;
        return `${c.tie} ${c.count}:${min === max ? min : `${min}-${max}`}${more ? '+' : ''} ${verdict(c, text)}`;
      });
  const cases: [text: string, reading: string][] = [
    ['整合护林队、驻村医生、第一书记和村“两委”成员四支力量。', 'apposition 4:3-4 agrees'],
    ['守好“入口管理、过程管理、出口管理、台账管理”四个环节。', 'apposition 4:4 agrees'],
    ['产值、税收、就业分别增长2%、3%、4%，这三项指标分别只有1%、2%、3%。', 'respectively 3:3 agrees'],
    [
      '用好三个“看”，即看账本，问收支；看现场，问进度；看群众，问冷暖；让漏洞无处可藏。',
      'colon 3:3-4 agrees',
    ],
    ['土（土壤）、肥（肥料）、水（水利）三个方面。', 'apposition 3:3 agrees'],
    ['会同水务、林业等五个部门。', 'summed 5:2+ agrees'],
    ['选取三个片村（东坪、西冲、南坳）。', 'bracket 3:3 agrees'],
    ['印发《护林》《防汛》《巡河》三个办法。', 'apposition 3:3 agrees'],
    ['“护林”“防汛”“巡河”三个专班。', 'apposition 3:3 agrees'],
    ['落实和平村、与时俱进班、普及站三个试点。', 'apposition 3:3 agrees'],
  ];
  for (const [text, reading] of cases) {
    it(text, () => assert.ok(read(text).includes(reading), read(text).join(' | ')));
  }
});

describe('figures: what is shown', () => {
  it('describes a figure with its value, indicator and relation', () => {
    const text = '2025年，全县茶叶加工投资由50亿元增至60亿元，增长20%。';
    const reading = describeFigure(open(text), text.indexOf('60') + 1)!;
    assert.equal(reading.text, '60亿元');
    assert.deepEqual(text.slice(reading.start, reading.end), '60亿元');
    assert.ok(reading.lines.includes('金额：60亿元，可指59.5亿—60.5亿'), reading.lines.join('\n'));
    assert.ok(reading.lines.includes('时期：2025年'));
    assert.ok(reading.lines.includes('范围：全县'));
    assert.ok(reading.lines.includes('关系：由50亿元增至60亿元应为增长20%，文中为20%，相符（(60−50)÷50）'));
  });
  it('has nothing to say of codes and words', () => {
    assert.equal(describeFigure(open('C919大型客机'), 2), undefined);
    assert.equal(describeFigure(open('认真落实'), 1), undefined);
  });
  it('prints a line for every figure, with line and column', () => {
    const lines = [...printReadings(open('一行\n投资50亿元，增长4.8%。'))];
    assert.equal(lines.length, 2);
    assert.match(lines[0]!, /^2:3 50亿元 — 金额：50亿元/);
    assert.match(lines[1]!, /指标：投资（增减）/);
  });
  it('reads relations only where figures stand close', () => {
    assert.equal(open('由50亿元起步。后来增至60亿元，增长25%。').paragraphs[0]!.fact(relations).length, 0);
  });
});

describe('figures: what the others say of a blank', () => {
  const cases: [text: string, min: number | undefined, max: number | undefined][] = [
    ['投资由50亿元增至60亿元，增长×%。', 17.82, 22.22],
    ['投资由50亿元增至×亿元，增长20%。', 60, 60],
    ['投资由×亿元增至60亿元，增长20%。', 50, 50],
    ['全镇10个重点工段，仍有×个未开工。', undefined, 10],
    ['共48人，分为甲组20人、乙组15人、丙组×人。', 13, 13],
    ['收入×亿元，支出80亿元，结余6亿元。', 86, 86],
    ['三次产业比例为8.3∶41.4∶×。', 50.2, 50.4],
    ['会同水务站、林业站、气象站等×个单位。', 3, undefined],
    ['先在东坪、西冲、南坳×个村试点。', 3, 3],
  ];
  for (const [text, min, max] of cases) {
    it(text, () => {
      const at = text.indexOf('×');
      const [found] = constraintsAt(open(text).paragraphs[0]!, at, at + 1);
      assert.deepEqual([found?.min, found?.max], [min, max]);
      assert.doesNotMatch(found!.reason, /99999999/);
    });
  }
  it('nothing where nothing is determined', () => {
    assert.deepEqual(constraintsAt(open('认真落实×项任务。').paragraphs[0]!, 4, 5), []);
  });
});

describe('figures: hostile lines', () => {
  const lines: Record<string, string> = {
    counts: '甲、乙、丙三个单位、'.repeat(10_000),
    colons: '三个单位：'.repeat(20_000),
    parts: '共10个，其中1个、2个、'.repeat(8_000),
    owners: '全市10个重点项目'.repeat(10_000),
    quotes: `${'“甲、'.repeat(30_000)}三个单位`,
    shares: '分别占1%、2%、3%'.repeat(8_000),
    moves: '由1亿元增至2亿元，增长3%，'.repeat(6_000),
    cells: '1\t'.repeat(50_000),
    ratios: '1∶'.repeat(50_000),
  };
  for (const [name, line] of Object.entries(lines)) {
    it(`${name}: ${line.length} characters without a full stop`, () => {
      // Quadratic work takes minutes here, which mocha does not wait for; bench/hostile.mjs has the ratios.
      assert.ok(figures(line).every((finding) => finding.end <= line.length));
    });
  }
});

describe('figures: an edit costs no more than the text says', () => {
  it('findings after edits are those of the whole text', () => {
    const text =
      '全镇10个重点工程开工。\n投资由50亿元增至60亿元，增长20%。\n片区\t户数\n东坪\t12\n西冲\t13\n合计\t25\n';
    const document = linter.open(text);
    document.findings();
    let now = text;
    const edit = (from: string, to: string) => {
      const start = now.indexOf(from);
      document.update([{ start, end: start + from.length, text: to }]);
      now = now.replace(from, to);
      assert.deepEqual(document.findings(), linter.lint(now));
    };
    edit('20%', '25%');
    edit('合计\t25', '合计\t27');
    edit('开工。', '开工。全镇12个重点工程都要挂图。');
    edit('12个', '10个');
    edit('25%', '20%');
    edit('27', '25');
    assert.deepEqual(
      document.findings().filter((f) => f.ruleId.startsWith('figures/')),
      [],
    );
  });
});
