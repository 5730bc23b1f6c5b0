/** What the placeholders of a draft ask for, how they are grouped, and what names do to them. */
import assert from 'node:assert/strict';
import type { Finding, Name } from '../../rules/index.ts';
import { testLinter } from '../support/linter.ts';

const linter = testLinter();

function unfilled(text: string): Finding[] {
  return linter.lint(text).filter((f) => f.ruleId === 'placeholder/unfilled');
}

/** The slots of a text in order, each as `mark slot`. */
function slots(text: string): string[] {
  return unfilled(text).map((f) => `${text.slice(f.start, f.end)} ${f.ask!.slot}`);
}

describe('slots', () => {
  const cases: [text: string, ...expected: string[]][] = [
    ['×书记和××同志出席', '× surname', '×× person'],
    ['×市委、×县政府、×镇党委、×村', '× place', '× place', '× place', '× place'],
    ['全面贯通×路南延、×路、×大道', '× road', '× road', '× road'],
    ['×国道改线', '× road-number'],
    ['报××局备案', '×× organisation'],
    ['依托××公司建设××项目', '×× organisation', '×× name'],
    ['用好“×大讲堂”', '× name'],
    ['仍有×个村、××户未达标', '× number', '×× number'],
    ['还剩×项目标没有完成', '× number'],
    ['增长×%、×0%，提高×个百分点', '× percent', '×0% percent', '× percent'],
    ['投资×亿元，补助××万元，人均1XX32元', '× money', '×× money', '1XX32 money'],
    ['20××年×月×日', '20×× year', '× month', '× day'],
    ['第×位，第×季度', '× ordinal', '× ordinal'],
    ['第×届人大×次会议', '× session', '× session'],
    ['×政发〔20××〕×号', '× issuer', '20×× year', '× document-number'],
    ['由×牵头', '× subject'],
    ['×指出，要抓紧', '× subject'],
    ['以×等腐败分子为反面典型', '× person'],
    ['对我们×来说', '× place'],
    ['为建设×而努力', '× target'],
    ['审判员　×××', '××× person'],
    ['×××任县长', '××× person'],
    ['县委×××书记', '××× person'],
    ['×月×日至×日', '× month', '× day', '× day'],
    ['关于××××的请示', '×××× name'],
  ];
  for (const [text, ...expected] of cases) {
    it(text, () => assert.deepEqual(slots(text), expected));
  }

  it('a name withheld beside what tells of a case is withheld to the end of its paragraph', () => {
    const between = '众人在村东头的水渠旁边等了大约半个小时，其间又借来一辆三轮车，商量许久也没有结果，';
    const text = `被告人进屋后将任XX惊醒，${between}${between}天亮以前才把任XX家的羊牵走。`;
    assert.deepEqual(
      unfilled(text).map(({ severity }) => severity),
      ['info', 'info'],
    );
  });

  it('what a judgment has masked is withheld, names, places and days alike', () => {
    const text = '公诉机关指控，×年×月×日，被告人将苏A××××1号车停在×××路一处仓库门前，被害人报案。';
    const one = '被告人王某2在高X镇金X公寓3号楼旁窃得电瓶1组，又在×××路口销赃。';
    const card = '他说办成需要6000元，陈某给他的银行卡（卡号为62×××32）存了6000元。';
    for (const line of [text, one, card])
      assert.deepEqual(new Set(unfilled(line).map(({ severity }) => severity)), new Set(['info']), line);
  });

  it('a head that is half of a word tells nothing', () => {
    assert.deepEqual(slots('要让×人民满意'), ['× place']);
  });
});

describe('groups', () => {
  const groups = (text: string) => unfilled(text).map((f) => f.ask!.group);

  it('the same mark in the same slot is filled together, across paragraphs', () => {
    const [a, b, c] = groups('×书记讲话。\n请×书记讲话，×市长作报告。');
    assert.equal(a, b);
    assert.notEqual(a, c);
  });

  it('the city above and one’s own place are two groups', () => {
    const [city, own] = groups('×市委高度重视，对我们×来说是机遇。');
    assert.notEqual(city, own);
  });

  it('two offices are two people', () => {
    const [city, county] = groups('市委×书记和县委×书记到会。');
    assert.notEqual(city, county);
  });

  it('XX县, xx县 and ＸＸ县 are one', () => {
    assert.equal(new Set(groups('XX县、xx县、ＸＸ县')).size, 1);
  });

  it('every figure has a group of its own, wherever it stands', () => {
    const text = '增长×%、×%。\n增长×%、×%。';
    assert.equal(new Set(groups(text)).size, 4);
    const linted = linter.open(text);
    linted.findings();
    linted.update([{ start: 0, end: 0, text: '同志们：\n' }]);
    const edited = linted.findings().filter((f) => f.ask);
    assert.deepEqual(
      edited.map((f) => f.ask!.group),
      edited.map((f) => `@${f.start}`),
    );
  });
});

describe('constraints', () => {
  const bounds = (text: string) =>
    unfilled(text).map((f) => f.ask!.constraints?.map(({ min, max }) => ({ min, max })));

  it('parts are at most their total', () => {
    const most = [{ min: undefined, max: 12 }];
    assert.deepEqual(bounds('全县12个项目，仍有×个没有开工，×个没有完工。'), [most, most]);
  });

  it('totals in Chinese numerals too', () => {
    for (const [written, max] of [
      ['十二', 12],
      ['二十', 20],
      ['二十三', 23],
    ] as const)
      assert.match(
        linter.lint(`${written}个村，已有××个通过验收。`).find((f) => f.ruleId === 'placeholder/constraint')!
          .message,
        new RegExp(`不大于${max}$`),
      );
  });

  it('what is said of the others is taken off', () => {
    const most = (max: number, min?: number) => [[{ min, max }]];
    assert.deepEqual(bounds('全市30个项目中，已有7个建成，还有×个没有开工。'), most(23));
    assert.deepEqual(bounds('共查出隐患120处，已整改80处，其余×处正在整改。'), most(40, 40));
    assert.deepEqual(bounds('全县50个村，已通自来水40个，其中×个是山区村。'), most(40));
    assert.deepEqual(bounds('全县50个村，有×个是山区村。'), most(50));
  });

  it('a list with 等 is at least its members', () => {
    assert.deepEqual(bounds('产值、税收、就业和外贸等×项指标'), [[{ min: 4, max: undefined }]]);
  });

  it('the other figures of a relation determine the one left blank', () => {
    const [[rate]] = bounds('固定资产投资由50亿元增至60亿元，增长×%。') as [[{ min: number; max: number }]];
    assert.ok(rate.min <= 20 && rate.max >= 20 && rate.max - rate.min < 5, JSON.stringify(rate));
  });

  it('another unit or another sentence is no total', () => {
    assert.deepEqual(bounds('全县12个项目，仍有×户没有搬迁。还有×个未建。'), [undefined, undefined]);
  });
});

describe('names', () => {
  const text = '×书记、×县长出席会议。\n县委副书记刘大山同志主持会议。';
  const line = text.split('\n')[1]!;
  const name: Name = { start: 5, end: 8, text: '刘大山', kind: 'person' };
  const leftovers = (findings: readonly Finding[]) =>
    findings.filter((f) => f.ruleId === 'placeholder/leftover-name').map((f) => f.start);

  it('are wanted only where something is masked, and each line once', () => {
    assert.deepEqual(linter.open(line).namesWanted(), []);
    assert.deepEqual(linter.open(`${text}\n${line}`).namesWanted(), text.split('\n'));
  });

  it('change the judgement when they arrive, and keep it through edits elsewhere', () => {
    const linted = linter.open(text);
    assert.deepEqual(leftovers(linted.findings()), []);
    linted.provideNames(
      new Map(linted.namesWanted().map((source) => [source, source === line ? [name] : []])),
    );
    const at = text.indexOf('刘大山');
    assert.deepEqual(leftovers(linted.findings()), [at]);
    assert.deepEqual(linted.namesWanted(), []);
    linted.update([{ start: 0, end: 0, text: '同志们：\n' }]);
    assert.deepEqual(leftovers(linted.findings()), [at + 5]);
    // Who is named in one line tells who is meant in another: all are looked at again, for the same text to have the same names.
    assert.deepEqual(linted.namesWanted(), ['同志们：', ...text.split('\n')]);
  });

  it('of a line that was changed are asked for anew', () => {
    const linted = linter.open(text);
    linted.provideNames(new Map([[line, [name]]]));
    linted.update([{ start: text.length - 1, end: text.length, text: '！' }]);
    assert.deepEqual(leftovers(linted.findings()), []);
    assert.ok(linted.namesWanted().includes(`${line.slice(0, -1)}！`));
  });
});

describe('placeholders: quotations that are spoken of', () => {
  it('are spoken of together where they stand side by side', () => {
    for (const text of [
      '柜台上贴着“××流程”“××守则”，却没人照办。',
      '柜台上贴着“××流程”、“××守则”，却没人照办。',
    ])
      assert.deepEqual(
        unfilled(text).map(({ severity }) => severity),
        ['info', 'info'],
      );
  });
});
