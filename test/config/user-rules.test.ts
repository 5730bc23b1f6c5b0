/** Rules without code, in the configuration and in a table: what they find, how they are set and left alone, what is refused. */
import assert from 'node:assert/strict';
import { faultInChinese } from '../../config/messages.ts';
import { ConfigFiles } from '../../config/resolve.ts';
import { applyEdits, contextOf, fixText, rules } from '../../rules/index.ts';
import { testLinter } from '../support/linter.ts';

const PACK = `规则	类型	内容	改为	提示	级别
terms/our-names	用词	老城管委会	古城管委会	2025年更名	error
terms/our-names	用词	古城管理办	古城管委会
wording/no-slogan	禁用	撸起袖子
wording/too-often	次数	进一步	最多2
placeholder/no-such	模式	第(\\d+)期	第$1号
format/closing-words	必用	特此通知		少了结语	info
`;

const CONFIG = {
  rulePacks: '规则.tsv',
  userRules: {
    'wording/plain': { find: '予以办理', right: '办理', safe: true, message: '啰唆', note: '公文贵简' },
    'terms/only-speech': { find: '撰稿', kinds: ['speech'] },
    'terms/safety-first': { require: ['安全第一', '人民至上'], when: '安全生产', level: 'hint' },
    'numerals/code': { pattern: '〔(\\d{2})〕', right: '〔20$1〕' },
  },
};

const files = (byPath: Record<string, unknown>) =>
  new ConfigFiles((path) => {
    const content = byPath[path];
    return content === undefined || typeof content === 'string' ? content : JSON.stringify(content);
  }, rules);
const settingsOf = (config: unknown) =>
  files({ '/稿/gongwen-lint.json': config, '/稿/规则.tsv': PACK }).effective('/稿/通知.txt').settings;

const linter = testLinter({ rules: [] });
const TEXT =
  '关于抓好安全生产的通知\n老城管委会、古城管委会予以办理。要进一步，再进一步，进一步。撸起袖子，第3期，见〔25〕。\n';
const told = (settings: object, text = TEXT) =>
  linter
    .lint(text, settings)
    .map(({ ruleId, severity, start, end }) => `${severity} ${ruleId} ${text.slice(start, end)}`);

describe('user rules', () => {
  it('words, forbidden and required wording, counts, patterns, from both places', () => {
    assert.deepEqual(told(settingsOf(CONFIG)), [
      'info format/closing-words 关于抓好安全生产的通知',
      'hint terms/safety-first 关于抓好安全生产的通知',
      'error terms/our-names 老城管委会',
      'warning wording/plain 予以办理',
      'warning wording/too-often 进一步',
      'warning wording/no-slogan 撸起袖子',
      'warning placeholder/no-such 第3期',
      'warning numerals/code 〔25〕',
    ]);
    assert.deepEqual(told(settingsOf(CONFIG), '人民至上，特此通知。\n'), []);
    assert.deepEqual(told({ ...settingsOf(CONFIG), kind: 'speech' }, '特此通知，撰稿。\n'), [
      'warning terms/only-speech 撰稿',
    ]);
  });

  it('say what their writer has them say, and fix what they can', () => {
    const settings = settingsOf(CONFIG);
    const found = new Map(linter.lint(TEXT, settings).map((finding) => [finding.ruleId, finding]));
    assert.equal(found.get('wording/plain')!.message, '啰唆：公文贵简');
    assert.equal(found.get('terms/our-names')!.message, '“老城管委会”应为“古城管委会”：2025年更名');
    assert.equal(found.get('wording/too-often')!.message, '“进一步”最多 2 处，全文有 3 处');
    assert.equal(found.get('terms/safety-first')!.message, '全文没有“安全第一”或“人民至上”');
    const fixed = (id: string) => applyEdits(TEXT, found.get(id)!.fixes[0]!.edits);
    assert.ok(fixed('placeholder/no-such').includes('第3号'));
    assert.ok(fixed('numerals/code').includes('〔2025〕'));
    const { text } = fixText(linter, TEXT, settings);
    assert.equal(text, TEXT.replace('予以办理', '办理'));
  });

  it('are switched, graded and left alone like ours', () => {
    const set = { ...CONFIG, rules: { 'wording/plain': 'off', 'terms/our-names': 'hint', wording: 'info' } };
    assert.deepEqual(
      files({ '/稿/gongwen-lint.json': set, '/稿/规则.tsv': PACK }).problems('/稿/gongwen-lint.json'),
      [],
    );
    const now = told(settingsOf(set));
    assert.ok(now.includes('hint terms/our-names 老城管委会'));
    assert.ok(now.includes('info wording/no-slogan 撸起袖子'));
    assert.ok(!now.some((line) => line.includes('wording/plain')));
    const linted = linter.open(TEXT, settingsOf(CONFIG));
    const first = linted.findings()[2]!;
    const ignores = [{ ruleId: first.ruleId, context: contextOf(linted.document, first) }];
    assert.ok(!told({ ...settingsOf(CONFIG), ignores }).some((line) => line.includes(first.ruleId)));
  });

  it('leave alone what stands within other words, by definition or by setting', () => {
    const only = (config: object) => told(settingsOf(config)).filter((line) => line.includes('terms/office'));
    const userRules = { 'terms/office': { find: '管委会', except: '古城管委会' } };
    assert.deepEqual(only({ userRules }), ['warning terms/office 管委会']);
    const rules = { 'terms/office': { options: { except: ['老城管委会'] } } };
    const set = { '/稿/gongwen-lint.json': { userRules, rules } };
    assert.deepEqual(only({ userRules, rules }), ['warning terms/office 管委会'], 'the setting stands above');
    assert.deepEqual(files(set).problems('/稿/gongwen-lint.json'), []);
    const both = { 'terms/office': { options: { except: ['老城管委会', '古城管委会'] } } };
    assert.deepEqual(only({ userRules, rules: both }), []);
  });

  it('have options that other files may set otherwise, as ours have; options that they have not are told', () => {
    const often = { 'wording/often': { find: '进一步', most: 2 } };
    const most = (is: unknown) => ({ 'wording/often': { level: 'hint', options: { most: is } } });
    const config = {
      userRules: often,
      overrides: [{ files: '*通知*', rules: most(3) }],
      rules: { 'terms/none': 'off' },
    };
    assert.deepEqual(told(settingsOf({ userRules: often })), ['warning wording/often 进一步']);
    assert.deepEqual(told(settingsOf(config)), []);
    assert.deepEqual(told(settingsOf({ userRules: often, rules: most(0) })).length, 3);
    const wrong = (rules: object, userRules: object = often) =>
      files({ '/稿/gongwen-lint.json': { userRules, rules } })
        .problems('/稿/gongwen-lint.json')
        .map(({ fault }) => faultInChinese(fault));
    assert.deepEqual(wrong(most(-1)), ['“most”应为 0–9999']);
    assert.deepEqual(wrong({ 'wording/often': { options: { more: 1 } } }), [
      '没有“more”这一项；可用：except、least、most',
    ]);
    assert.deepEqual(wrong({ 'wording/oftn': 'off' }), ['没有规则“wording/oftn”，是否指 wording/often']);
    assert.deepEqual(wrong({}, { 'terms/a': { find: '甲', kinds: ['poem'] } }).length, 1);
  });

  it('are told by what their names may not be', () => {
    const told = (name: string) =>
      files({ '/稿/gongwen-lint.json': { userRules: { [name]: { find: '甲' } } } })
        .problems('/稿/gongwen-lint.json')
        .map(({ fault }) => faultInChinese(fault));
    assert.match(told('terms/name2')[0]!, /“terms\/name2”不能作规则的名称，应是/);
    assert.match(told('mine/other')[0]!, /没有这一类；可用：.*terms/);
    assert.deepEqual(told('figures/growth'), ['“figures/growth”是自带的规则，自定的规则要另起名称']);
    assert.deepEqual(told('terms/name'), []);
  });

  it('a table says the same of a rule as the file can', () => {
    const pack =
      '规则\t类型\t内容\t改为\t例外\t文种\t自动修复\nterms/office\t用词\t管委会\t园区办\t古城管委会、新城管委会\treport、official\t是\nterms/b\t禁用\t甲\t\t\tpoem\t或许\n';
    const all = files({ '/稿/gongwen-lint.json': { rulePacks: '规则.tsv' }, '/稿/规则.tsv': pack });
    const { ownRules } = all.effective('/稿/通知.txt').settings;
    const text = '老城管委会、古城管委会负责。\n';
    const fixed = (kind: 'report' | 'speech') => fixText(linter, text, { ownRules: ownRules!, kind }).text;
    assert.equal(fixed('report'), '老城园区办、古城管委会负责。\n');
    assert.equal(fixed('speech'), text);
    assert.deepEqual(
      all.problems('/稿/gongwen-lint.json').map(({ fault }) => faultInChinese(fault)),
      ['“自动修复”应为 是 | 否', '“文种”应为 speech | report | official | law | general'],
    );
  });

  it('what is wrong is told with its place, and the rest holds', () => {
    const config = `{
      "userRules": {
        "terms/back": { "pattern": "(甲)\\\\1" },
        "terms/ahead": { "pattern": "甲(?=乙)" },
        "terms/two": { "find": "甲", "pattern": "乙" },
        "mine/other": { "find": "甲" },
        "figures/growth": { "find": "甲" },
        "terms/good": { "find": "撸起袖子", "levle": "info" }
      },
      "rulePacks": ["规则.tsv", "没有.tsv"]
    }`;
    const pack =
      '规则\t类型\t内容\t改为\nterms/a\t模式\t(?<!甲)乙\nterms/b\t怎么\t甲\nterms/c\t次数\t甲\t三个\nterms/d\t禁用\t第3期\n';
    const all = files({ '/稿/gongwen-lint.json': config, '/稿/规则.tsv': pack });
    const { settings } = all.effective('/稿/通知.txt');
    const problems = all.problems('/稿/gongwen-lint.json').map(({ path, start, end, fault }) => {
      const text = path.endsWith('.json') ? config : pack;
      return `${text.slice(start, end).slice(0, 24)}: ${faultInChinese(fault).slice(0, 26)}`;
    });
    assert.deepEqual(
      problems.map((line) => line.split(': ')[0]),
      [
        '(?<!甲)乙',
        '怎么',
        '三个',
        '"没有.tsv"',
        '"(甲)\\\\1"',
        '"甲(?=乙)"',
        '{ "find"',
        '"mine/other"',
        '"figures/growth"',
        '"levle"',
      ],
    );
    assert.match(problems[0]!, /这个模式不能用（只支持能在线性时间内匹配/);
    assert.deepEqual(told(settings), ['warning terms/good 撸起袖子', 'warning terms/d 第3期']);
  });

  it('a pattern that would hang others is matched in linear time', () => {
    const { settings } = files({
      '/稿/gongwen-lint.json': { userRules: { 'terms/slow': { pattern: '(甲+)+乙' } } },
    }).effective('/稿/通知.txt');
    const from = performance.now();
    assert.deepEqual(told(settings, `${'甲'.repeat(50_000)}\n`), []);
    assert.ok(performance.now() - from < 5000);
  });
});
