/** What the pages cannot show: line breaks, the ends of a document, and adverts strewn over a text at random. */
import assert from 'node:assert/strict';
import fc from 'fast-check';
import { type Finding, fixText, type Linter } from '../../rules/index.ts';
import { plain, testLinter } from '../support/linter.ts';

const FAMILY = { placeholder: 'off', numbering: 'off', figures: 'off' } as const;
const isAdvert = (finding: Finding) => finding.ruleId.startsWith('advert/');

/** A speech without adverts, one string a paragraph. */
const SPEECH = [
  '在全市重点项目推进会上的讲话',
  '同志们：',
  '今天召开这次会议，主要任务是分析形势、明确任务，动员全市上下再鼓干劲，奋力冲刺全年目标。下面，我讲三点意见。',
  '一、认清形势，增强紧迫感。要密切关注经济运行中的苗头性问题，用好官方微信公众号，及时回应群众关切。',
  '二、突出重点，打好攻坚战。要整理好项目档案，抓好党报党刊征订，发挥商会会员企业作用，推广扫码办事。',
  '三、加强领导，确保完成任务。各级各部门要主动认领任务，倒排工期、挂图作战，以钉钉子精神抓好落实。',
  '同志们，使命重在担当，实干铸就辉煌。让我们携起手来，为实现全年目标任务而努力奋斗！',
];

/** Lines that are adverts wherever they stand. */
const ADVERTS = [
  '墨香文苑整理，咨询QQ102938475',
  '更多材料请关注公众号：墨香文苑',
  '会员群：          免费QQ群：         ',
  '　　本文来源于网络，侵删',
  '扫码入群，领取更多范文',
  '请点击👉 abcd8888 👈联系老师',
];

function clean(linter: Linter, text: string): string {
  return fixText(linter, text, { rules: FAMILY }, isAdvert).text;
}

describe('adverts', () => {
  let linter: Linter;
  before(() => {
    linter = testLinter();
  });
  const lint = (text: string) => linter.lint(text, { rules: FAMILY }).filter(isAdvert);

  it('finds nothing in a speech that speaks of 公众号, 会员, 订阅, 整理 and 扫码', () => {
    assert.deepEqual(lint(SPEECH.join('\n')), []);
  });

  for (const [name, eol] of [
    ['LF', '\n'],
    ['CRLF', '\r\n'],
  ] as const) {
    for (const gap of [eol, eol + eol]) {
      const spaced = gap === eol ? 'without blank lines' : 'with blank lines';
      it(`restores a speech strewn with adverts, ${name}, ${spaced}`, () => {
        const advert = fc.array(fc.constantFrom(...ADVERTS), { minLength: 0, maxLength: 3 });
        const places = fc.array(advert, { minLength: SPEECH.length + 1, maxLength: SPEECH.length + 1 });
        fc.assert(
          fc.property(places, fc.boolean(), (inserted, lastBreak) => {
            const parts = SPEECH.flatMap((paragraph, i) => [...inserted[i]!, paragraph]);
            parts.push(...inserted[SPEECH.length]!);
            const end = lastBreak ? eol : '';
            assert.equal(clean(linter, parts.join(gap) + end), SPEECH.join(gap) + end);
          }),
          { numRuns: 60 },
        );
      });
    }
  }

  it('takes no mark of an office upon its own papers, nor a sentence that says nothing of a page', () => {
    const [title, address, ...rest] = SPEECH;
    for (const line of ['（内部交流材料，请勿外传，仅供参阅）', '内部资料，注意保存。'])
      assert.ok(clean(linter, [title, line, address, ...rest].join('\n')).includes(line), line);
  });

  it('leaves the lines around an advert as they are, whatever their blanks', () => {
    const around = ['　　第一段讲形势。  ', '\t第二段讲任务。　'];
    for (const advert of ADVERTS) {
      const text = `${around[0]}\r\n${advert}\r\n${around[1]}`;
      assert.equal(clean(linter, text), around.join('\r\n'));
    }
  });

  it('brings the title to the first line and ends the text as it ended', () => {
    const cover = `\n\n墨香文苑\n实时更新、全年无休\n\n${ADVERTS[0]}\n\n\n\n`;
    const text = SPEECH.join('\n');
    assert.equal(clean(linter, `${cover}${text}\n\n${ADVERTS[0]}`), text);
    assert.equal(clean(linter, `${cover}${text}\n\n${ADVERTS[0]}\n\n\n`), `${text}\n`);
  });

  it('takes no title away whose words a site uses as well, nor the marks and numbers that garbage is glued to', () => {
    const titles = [
      '网站管理员岗位职责',
      '小编培训班结业致辞',
      '国旗下讲话稿【精品】',
      '学习心得体会（原创）',
      '致企业家的一封信（样本，供参考）',
      '公文写作常见错误汇编',
    ];
    for (const title of titles) {
      const text = [title, ...SPEECH.slice(1)].join('\n');
      assert.ok(clean(linter, text).startsWith(title.replace(/[【（].*/, '')), title);
    }
    const glued = '注意两点:7 s# K* e4 v2 P! ~5 d) M9 y\n8 q& Z3 w. 6 T( n1 r! H^2.报送材料';
    assert.equal(clean(linter, glued), '注意两点:\n2.报送材料');
  });

  it('never reports a line twice as watermark and block', () => {
    const text = [...ADVERTS, SPEECH[0], ADVERTS[0], ...SPEECH.slice(1), ...ADVERTS].join('\n');
    const found = lint(text);
    for (const a of found) {
      for (const b of found)
        assert.ok(a === b || a.end <= b.start || b.end <= a.start, `${a.message} / ${b.message}`);
    }
    assert.equal(found.filter((f) => f.ruleId === 'advert/block').length, 2);
  });

  it('gives the first lines of a block as evidence', () => {
    const text = `${ADVERTS[0]}\n\n${ADVERTS[1]}\n${ADVERTS.slice(0, 2).join('\n')}\n${SPEECH.join('\n')}`;
    const [block] = lint(text);
    assert.deepEqual(
      block?.evidence.map((e) => text.slice(e.start, e.end)),
      [ADVERTS[0], ADVERTS[1], ADVERTS[0]],
    );
  });

  it('knows where the text ends when the line it ended with has been joined with another', () => {
    const gone = '要打好这一仗。\n\n会议强调，要认真贯彻落实上级各项决策部署，把各项工作做得';
    const text = `${ADVERTS[0]}\n${gone}更细更实，确保完成任务。\n首页 > 公文 > 讲话稿 > 正文\n下面，请发言。\n`;
    const open = linter.open(text, { rules: FAMILY });
    open.findings();
    const start = text.indexOf(gone);
    open.update([{ start, end: start + gone.length, text: '' }]);
    const fresh = linter.lint(open.document.text, { rules: FAMILY });
    assert.deepEqual(plain(open.findings()), plain(fresh));
  });

  it('finds after edits what it finds in a fresh document', () => {
    const piece = fc.constantFrom(
      ...ADVERTS,
      ...SPEECH,
      '墨香文苑',
      '2025-03-31',
      '\n',
      '：',
      '【',
      '**',
      '[1]',
      '\u200b',
    );
    const edit = fc.record({ at: fc.nat(), remove: fc.nat(60), insert: fc.array(piece, { maxLength: 3 }) });
    fc.assert(
      fc.property(fc.array(edit, { maxLength: 8 }), (edits) => {
        const open = linter.open([ADVERTS[0], ...SPEECH, '墨香文苑'].join('\n'), { rules: FAMILY });
        open.findings();
        for (const { at, remove, insert } of edits) {
          const start = at % (open.document.length + 1);
          const end = Math.min(open.document.length, start + remove);
          open.update([{ start, end, text: insert.join('\n') }]);
          const fresh = linter.lint(open.document.text, { rules: FAMILY });
          assert.deepEqual(plain(open.findings()), plain(fresh));
        }
      }),
      { numRuns: 60 },
    );
  });
});
