import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import type { Word } from '../../language/text/words.ts';
import { naturalLogarithm } from '../../scripts/words/logarithm.mjs';
import { dictionaries, type Jieba, loadJieba, skipWithReason, words } from './helpers.ts';

/** Official prose of several kinds: speech, report, notice, minutes, reply. */
const PROSE = [
  `关于做好全区防汛抢险工作的紧急通知
各镇人民政府、街道办事处，区政府各工作部门、各直属机构：
据气象部门预报，7月15日至18日，我区将有一次明显降水过程，累计降水量60～90毫米，局地超过120毫米。为切实做好强降雨防范应对工作，
确保人民群众生命财产安全，现就有关事项紧急通知如下。一、提高思想认识，压实防汛责任。各级各部门要坚决克服麻痹思想和侥幸心理，严格落实
“党政同责、一岗双责、失职追责”要求，主要负责同志要靠前指挥，做到守土有责、守土负责、守土尽责。二、突出工作重点，加强隐患排查。要对辖区内
的河道、水库、淤地坝、地质灾害隐患点、低洼易涝区、在建工地、老旧小区、城中村等部位进行拉网式排查，发现问题立即整改；一时难以整改到位的，要落实
专人盯守。三、严格值班值守，畅通信息渠道。坚持24小时值班和领导带班制度，重大险情灾情30分钟内电话报告、1小时内书面报告。`,
  `同志们：
今天我们在这里召开脱贫攻坚工作推进会，主要任务是传达学习上级会议精神，总结前一阶段工作，分析存在问题，安排部署下一步重点任务。刚才，三个镇
作了表态发言，讲得都很好，我完全同意。下面，我再强调三点意见。第一，要看清形势，增强打赢脱贫攻坚战的紧迫感。去年以来，全县累计投入各类资金
3.27亿元，实施产业扶贫项目146个，1.8万名贫困群众稳定实现“两不愁三保障”，贫困发生率由12.6%下降到0.9%。成绩来之不易，但也要清醒地看到，
我们的工作与上级要求、与群众期盼还有不小差距：有的驻村工作队“走读”现象依然存在，有的第一书记情况不熟、底数不清，有的部门等靠要思想严重。
第二，要突出重点，下足“绣花”功夫。要围绕供给侧结构性改革和三农工作大局，因地制宜发展苹果、食用菌、光伏、乡村旅游等产业，实现村有主导产业、
户有增收门路、人有一技之长。第三，要转变作风，用干部的辛苦指数换取群众的幸福指数。`,
  `区政府办公室、经发局、卫健局、城管局要会同督查室成立国卫复审工作专班，对照《国家卫生城市标准》（2021版）八大项60条，逐项建立台账，
销号管理。对占道经营、乱停乱放、背街小巷“脏乱差”等突出问题，实行“五城联创”网格化管理，网格员每日巡查不少于2次。要深化放管服改革，
推行一网通办、双随机一公开监管，持续优化营商环境，推动追赶超越。联系人：办公室，电话：029-8888XXXX，邮箱：office@example.gov.cn；
Excel表格请于6月底前报送，逾期视为“零报告”。GDP增速、R&D投入强度、PM2.5平均浓度、B超设备数量等指标一并填报。`,
  '根据《党政机关公文处理工作条例》（中办发〔2012〕14号）和GB/T 9704—2012，来文收悉，经2023年第5次常务会议研究，原则同意。此复。',
  '研究生命起源；他从马上下来；结婚的和尚未结婚的；南京市长江大桥；乒乓球拍卖完了；这个门把手坏了；工信处女干事每月经过下属科室都要亲口交代',
  '𠮷野家位于𡈽地西侧，𪚥𪚥不息；表情😀与汉字混排，👨‍👩‍👧‍👦家庭；偏旁⺀⺁、注音ㄅㄆㄇ、全角ＡＢＣ１２３、半角abc 123，制表\t换行\r\n结束。',
];

/** End offsets of words, as nodejieba gives words rather than offsets. */
function endsOf(pieces: string[]): number[] {
  let end = 0;
  return pieces.map((piece) => {
    end += piece.length;
    return end;
  });
}

const ends = (cut: Word[]) => cut.map(({ end }) => end);
const cutOf = (text: string) =>
  words()
    .segment(text)
    .map(({ start, end }) => text.slice(start, end));

describe('words: the cut', function () {
  this.timeout(60_000);

  before(() => void words());

  it('cuts a plain sentence and tags it', () => {
    const text = '我们在北京召开会议。';
    assert.deepEqual(cutOf(text), ['我们', '在', '北京', '召开', '会议', '。']);
    assert.deepEqual(
      words()
        .segment(text)
        .map(({ tag }) => tag),
      ['r', 'p', 'ns', 'v', 'n', 'x'],
    );
  });

  it('keeps every one of our words whole, standing alone', () => {
    const rows = readFileSync(new URL('../../language/text/data/user-words.tsv', import.meta.url), 'utf8')
      .split('\n')
      .filter((line) => line && !line.startsWith('#'))
      .slice(1)
      .map((line) => line.split('\t'));
    assert.ok(rows.length >= 300, `${rows.length} rows`);
    for (const [word, tag] of rows as [string, string][]) {
      assert.deepEqual(cutOf(word), [word]);
      assert.equal(words().tagOf(word), tag);
    }
  });

  it('keeps our words whole in a sentence', () => {
    const cut = cutOf('继续做好国卫复审、五城联创和驻村工作队管理，深化供给侧结构性改革，推行一网通办。');
    for (const word of ['国卫复审', '五城联创', '驻村工作队', '供给侧结构性改革', '一网通办']) {
      assert.ok(cut.includes(word), `${word} in ${cut.join('|')}`);
    }
  });

  it('counts a surrogate pair as one character and never cuts it', () => {
    assert.deepEqual(cutOf('𠮷😀的'), ['𠮷', '😀', '的']);
    assert.deepEqual(cutOf('\ud842的\udfb7'), ['\ud842', '的', '\udfb7']);
  });

  it('has nothing to cut in an empty text', () => {
    assert.deepEqual(words().segment(''), []);
    assert.equal(words().boundaries('', new Int32Array(0)), 0);
  });

  it('covers any text without gaps, in both forms', () => {
    const anyText = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.string({ unit: 'grapheme' }),
      fc.constantFrom(...PROSE),
    );
    fc.assert(
      fc.property(anyText, (text) => {
        const cut = words().segment(text);
        let at = 0;
        for (const { start, end, tag } of cut) {
          assert.equal(start, at);
          assert.ok(end > start);
          assert.ok(tag.length > 0);
          at = end;
        }
        assert.equal(at, text.length);
        const out = new Int32Array(text.length);
        const count = words().boundaries(text, out);
        assert.deepEqual([...out.subarray(0, count)], ends(cut));
      }),
    );
  });

  it('refuses an array that is too short', () => {
    assert.throws(() => words().boundaries('公文校对', new Int32Array(3)), RangeError);
  });

  it('survives a clause of a million characters', () => {
    const text = '发展'.repeat(500_000);
    assert.equal(words().segment(text).length, 500_000);
    assert.equal(words().isBoundary(text, 999_999), false);
  });
});

describe('words: questions', function () {
  this.timeout(60_000);

  it('knows its words and nothing else', () => {
    assert.ok(words().has('改革'));
    assert.equal(words().tagOf('北京'), 'ns');
    for (const none of ['', '改革改', 'zz', '，', '\ud842']) {
      assert.equal(words().has(none), false, none);
      assert.equal(words().tagOf(none), undefined, none);
    }
    assert.ok(words().size > 340_000);
  });

  it('answers boundaries as the full cut does, whatever was asked before', () => {
    const wanted = PROSE.map((text) => new Set([0, ...ends(words().segment(text))]));
    fc.assert(
      fc.property(fc.nat(PROSE.length - 1), fc.nat(400), (index, offset) => {
        const text = PROSE[index] as string;
        const inside = offset < text.length;
        assert.equal(words().isBoundary(text, offset), inside ? wanted[index]?.has(offset) : true);
      }),
      { numRuns: 2000 },
    );
  });

  it('tells a word by its place as it tells the word, as far as that lies inside the text', () => {
    const text = '要坚持改革𠮷开放。';
    for (let start = -2; start < text.length + 2; start++) {
      for (let end = start; end < text.length + 4; end++) {
        const cut = text.slice(Math.max(0, start), Math.max(0, end));
        assert.equal(words().hasAt(text, start, end), words().has(cut), `${start}–${end}`);
      }
    }
  });

  it('tells a match that cuts through words', () => {
    const text = '我们是发展中国家，要加快发展。';
    const range = (part: string, from = 0): [number, number] => {
      const start = text.indexOf(part, from);
      return [start, start + part.length];
    };
    assert.equal(words().straddles(text, ...range('发展')), true);
    assert.equal(words().straddles(text, ...range('中国')), true);
    assert.equal(words().straddles(text, ...range('发展', 10)), false);
    assert.equal(words().straddles(text, ...range('发展中国家')), false);
  });
});

describe('words: the same as nodejieba without HMM', function () {
  this.timeout(120_000);
  let jieba: Jieba;

  before(function () {
    const result = loadJieba();
    if (typeof result === 'string') skipWithReason(this, result);
    jieba = result;
    dictionaries();
  });

  const same = (text: string) =>
    assert.deepEqual(ends(words().segment(text)), endsOf(jieba.cut(text, false)), text);

  it('on official prose, whole and in every suffix', () => {
    for (const text of PROSE) {
      same(text);
      for (let from = 1; from < text.length; from += 7) same(text.slice(from));
    }
  });

  it('on random runs of dictionary words, common characters, Latin, digits and marks', () => {
    // Joining words at random makes far more overlaps and ties than prose does.
    const vocabulary = [...new Set(PROSE.flatMap((text) => jieba.cut(text, true)))];
    const characters = [...new Set(PROSE.join(''))];
    const piece = fc.oneof(
      { weight: 5, arbitrary: fc.constantFrom(...vocabulary) },
      { weight: 3, arbitrary: fc.constantFrom(...characters) },
      {
        weight: 1,
        arbitrary: fc.constantFrom('B超', 'AT&T', 'c++', 'T恤', '2023', 'GDP', '3.5%', '〔2020〕', ' ', '\t'),
      },
      {
        weight: 1,
        arbitrary: fc.integer({ min: 0x4e00, max: 0x9fff }).map((code) => String.fromCharCode(code)),
      },
      { weight: 1, arbitrary: fc.constantFrom('𠮷', '😀', '\ud842', '\udfb7', '\u0000', '\ufffd') },
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 60, size: 'max' }), (pieces) => same(pieces.join(''))),
      { numRuns: 3000 },
    );
  });

  it('on texts whose best cuts weigh exactly the same', () => {
    const rows = readFileSync(
      new URL('../../node_modules/nodejieba/submodules/cppjieba/dict/jieba.dict.utf8', import.meta.url),
      'utf8',
    )
      .split('\n')
      .filter(Boolean)
      .map((line) => line.split(' '));
    const frequency = new Map(rows.map(([word, count]) => [word as string, count]));
    // Of 党政工|团 and 党政|工团, say, with the same two frequencies, cppjieba takes the one that begins shorter.
    const byFirst = new Map<string, string[]>();
    const rare = [...frequency]
      .filter(([word, count]) => count === '3' && word.length === 3)
      .map(([word]) => word);
    for (const word of rare)
      byFirst.set(word[0] as string, [...(byFirst.get(word[0] as string) ?? []), word]);
    const ties = rare.flatMap((word) => {
      const head = word.slice(0, 2);
      const joint = word[2] as string;
      return (byFirst.get(joint) ?? [])
        .filter((other) => frequency.has(head) && frequency.get(other.slice(1)) === frequency.get(head))
        .map((other) => head + other);
    });
    assert.ok(ties.length > 300, `${ties.length} ties`);
    for (const text of ties) same(text);
  });
});

describe('words: the logarithm of the build', () => {
  it('is within one unit in the last place of the engine’s, and exact where that is known', () => {
    assert.equal(naturalLogarithm(1), 0);
    assert.equal(naturalLogarithm(0.5), -Math.LN2);
    fc.assert(
      fc.property(fc.double({ min: 1e-9, max: 1e6, noNaN: true }), (x) => {
        const own = naturalLogarithm(x);
        assert.ok(Math.abs(own - Math.log(x)) <= Math.abs(own) * 2 ** -52, `${x}`);
      }),
    );
  });
});
