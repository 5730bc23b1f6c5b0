/** gongwen-lint.json: what is read, what is told of what is not, and which setting wins. */
import assert from 'node:assert/strict';
import { faultInChinese, faultInEnglish } from '../../config/messages.ts';
import { parseConfig } from '../../config/parse.ts';
import { ConfigFiles } from '../../config/resolve.ts';
import { configSchema, settingsSchema } from '../../config/schema.ts';
import { rulePage, rules } from '../../rules/index.ts';
import { testLinter } from '../support/linter.ts';

const parse = (text: string) => parseConfig('/稿/gongwen-lint.json', text, rules);

/** Files by path, as a front end would read them. */
const files = (byPath: Record<string, unknown>) => {
  const texts = new Map(
    Object.entries(byPath).map(([path, content]) => [
      path,
      typeof content === 'string' ? content : JSON.stringify(content),
    ]),
  );
  return new ConfigFiles((path) => texts.get(path), rules);
};

describe('configuration: a file', () => {
  it('is JSON with comments and trailing commas', () => {
    const { config, problems } = parse(`{
      // 本单位的设定
      "kind": "report", "preset": "strict", "preview": true,
      "ignore": "归档/**",
      "rules": { "advert": "off", "placeholder/leftover-name": { "level": "warning", "options": { "most": 5 } }, },
      "overrides": [{ "files": ["通知/*.txt"], "kind": "official" }],
    }`);
    assert.deepEqual(problems, []);
    assert.deepEqual(config, {
      path: '/稿/gongwen-lint.json',
      extends: [],
      ignore: ['归档/**'],
      sets: [],
      userRules: [],
      rulePacks: [],
      kind: 'report',
      preset: 'strict',
      preview: true,
      rules: { advert: 'off', 'placeholder/leftover-name': { level: 'warning', options: { most: 5 } } },
      overrides: [{ files: ['通知/*.txt'], kind: 'official' }],
    });
  });

  for (const [what, text, said, at] of [
    ['a wrong key', '{ "rulez": {} }', /没有“rulez”这一项；可用：/, '"rulez"'],
    ['a wrong kind', '{ "kind": "poem" }', /“kind”应为 auto \| speech/, '"poem"'],
    ['a wrong preset', '{ "preset": "loud" }', /“preset”应为 recommended \| strict/, '"loud"'],
    ['a wrong level', '{ "rules": { "advert": "fatal" } }', /“advert”应为 error/, '"fatal"'],
    [
      'an unknown rule',
      '{ "rules": { "advert/watermak": "off" } }',
      /是否指 advert\/watermark/,
      '"advert/watermak"',
    ],
    [
      'a value out of range',
      '{ "rules": { "placeholder/leftover-name": { "options": { "most": 0 } } } }',
      /“most”应为 1–99/,
      '0',
    ],
    [
      'an option that a rule has not',
      '{ "rules": { "placeholder/leftover-name": { "options": { "least": 1 } } } }',
      /没有“least”这一项；可用：most/,
      '"least"',
    ],
    [
      'an override of nothing',
      '{ "overrides": [{ "kind": "law" }] }',
      /“overrides”应为/,
      '{ "kind": "law" }',
    ],
    ['no object', '[]', /“gongwen-lint\.json”应为/, '[]'],
  ] as const) {
    it(`tells of ${what}, and where`, () => {
      const { problems } = parse(text);
      assert.equal(problems.length, 1);
      const { start, end, fault } = problems[0]!;
      assert.match(faultInChinese(fault), said);
      assert.doesNotMatch(faultInEnglish(fault), /[\u4e00-\u9fff]/);
      assert.equal(text.slice(start, end), at);
    });
  }

  it('that is broken keeps what can be understood', () => {
    const { config, problems } = parse('{ "kind": "law", "rules": { "advert": "off", "figures": 3 ');
    assert.equal(config.kind, 'law');
    assert.deepEqual(config.rules, { advert: 'off' });
    assert.ok(problems.length >= 2);
    const said = problems.map(({ fault }) => faultInChinese(fault));
    assert.ok(said.includes('不是正确的 JSON：缺少与 { 成对的 }'), said.join('\n'));
  });
});

describe('configuration: what holds for a document', () => {
  it('is the nearest file upward, and nothing of those further up', () => {
    const config = files({
      '/稿/gongwen-lint.json': { kind: 'report', rules: { advert: 'off' } },
      '/稿/讲话/gongwen-lint.json': { kind: 'speech' },
    });
    assert.deepEqual(config.effective('/稿/讲话/一/稿.txt').settings, { kind: 'speech' });
    assert.deepEqual(config.effective('/稿/报告.txt').settings, { kind: 'report', rules: { advert: 'off' } });
    assert.equal(config.effective('/别处/稿.txt').file, undefined);
  });

  it('comes from extended files, the file, its overrides, in this order', () => {
    const config = files({
      '/队/team.json': { kind: 'report', rules: { advert: 'off', 'figures/growth': 'info' } },
      '/稿/gongwen-lint.json': {
        extends: ['../队/team.json'],
        rules: { 'figures/growth': 'warning' },
        overrides: [
          { files: ['*.md'], kind: 'general' },
          { files: ['通知/**'], kind: 'official' },
        ],
      },
    });
    const { settings, origins } = config.effective('/稿/通知/关于.md');
    assert.deepEqual(settings, { kind: 'official', rules: { advert: 'off', 'figures/growth': 'warning' } });
    assert.deepEqual(
      [...origins],
      [
        ['kind', '/稿/gongwen-lint.json (通知/**)'],
        ['advert', '/队/team.json'],
        ['figures/growth', '/稿/gongwen-lint.json'],
      ],
    );
    assert.equal(config.effective('/稿/关于.md').settings.kind, 'general');
    assert.equal(config.effective('/稿/关于.txt').settings.kind, 'report');
  });

  it('wins over what the client sets; a level leaves options as they are', () => {
    const config = files({
      '/稿/gongwen-lint.json': { rules: { 'placeholder/leftover-name': 'error', advert: 'hint' } },
    });
    const text = JSON.stringify({
      kind: 'law',
      rules: { 'placeholder/leftover-name': { options: { most: 7 } }, 'advert/contact': 'error' },
    });
    const client = { path: '/稿/gongwen.*', text };
    assert.deepEqual(config.effective('/稿/稿.txt', { client }).settings, {
      kind: 'law',
      rules: {
        'placeholder/leftover-name': { options: { most: 7 }, level: 'error' },
        'advert/contact': 'hint',
        advert: 'hint',
      },
    });
  });

  it('may be to be left out', () => {
    const config = files({ '/稿/gongwen-lint.json': { ignore: ['归档/**', '*.bak.txt'] } });
    const ignored = (path: string) => config.effective(path).ignored;
    assert.deepEqual(['/稿/归档/旧.txt', '/稿/a/b.bak.txt', '/稿/新.txt'].map(ignored), [true, true, false]);
  });

  it('survives files that are missing, broken, or go round in a circle', () => {
    const config = files({
      '/稿/gongwen-lint.json': { extends: ['无.json', 'b.json'], kind: 'law' },
      '/稿/b.json': { extends: ['gongwen-lint.json'], rules: { advert: 'off' } },
    });
    assert.deepEqual(config.effective('/稿/稿.txt').settings, { rules: { advert: 'off' }, kind: 'law' });
    assert.deepEqual(
      config.problems('/稿/gongwen-lint.json').map(({ path, fault }) => [path, faultInChinese(fault)]),
      [
        ['/稿/gongwen-lint.json', '读不到 /稿/无.json（没有这个文件，请核对名称和位置）'],
        ['/稿/b.json', 'extends 绕回了 /稿/gongwen-lint.json'],
      ],
    );
  });
});

describe('configuration: words and brands', () => {
  const lint = (config: unknown, text: string) => {
    const { settings } = files({ '/稿/gongwen-lint.json': config }).effective('/稿/讲话.txt');
    return testLinter()
      .lint(text, settings)
      .map(({ ruleId, start, end }) => `${ruleId} ${text.slice(start, end)}`);
  };

  it('what is found within a word of the house is left alone, elsewhere it is not', () => {
    const text = '会议布署了“布署通”平台建设。\n';
    assert.deepEqual(lint({}, text), ['wording/typo 布署', 'wording/typo 布署']);
    assert.deepEqual(lint({ words: ['布署通'] }, text), ['wording/typo 布署']);
    assert.deepEqual(lint({ words: ['全市', '会议布署'] }, text), ['wording/typo 布署']);
  });

  it('a brand is a watermark wherever it stands; options of the rule stay', () => {
    const text = '会议强调要抓好落实。\n云起公文网\n各级要抓紧办理，云起公文网各部门要配合。\n';
    assert.deepEqual(lint({ brands: ['云起公文网'] }, text), [
      'advert/watermark 云起公文网',
      'advert/watermark 云起公文网',
    ]);
    const { settings, origins } = files({
      '/稿/gongwen-lint.json': { brands: ['云起公文网'], rules: { 'advert/watermark': 'warning' } },
    }).effective('/稿/讲话.txt');
    assert.deepEqual(settings.rules, {
      'advert/watermark': { level: 'warning', options: { brands: ['云起公文网'] } },
    });
    assert.equal(origins.get('advert/watermark'), '/稿/gongwen-lint.json');
  });

  it('of one file a rule stands above its family, whichever is written first', () => {
    const { settings } = files({
      '/稿/gongwen-lint.json': '{ "rules": { "wording/typo": "off", "wording": "info" } }',
    }).effective('/稿/讲话.txt');
    assert.deepEqual(settings.rules, { wording: 'info', 'wording/typo': 'off' });
  });
});

describe('configuration: the schema', () => {
  const schema = JSON.parse(JSON.stringify(configSchema(rules, rulePage)));
  it('names every rule, with its title, default and options', () => {
    const known = schema.properties.rules.properties;
    for (const { id, severity, preview } of rules) {
      assert.ok(known[id].description.includes(rulePage(id)!.title), id);
      assert.ok(known[id].description.includes(preview ? 'off' : severity), id);
    }
    const { options } = known['placeholder/leftover-name'].anyOf[1].properties;
    assert.deepEqual(options.properties.most.default, 2);
    assert.equal(options.properties.most.type, 'integer');
  });

  it('is what the rules in settings.json are completed and checked by', () => {
    const { properties } = JSON.parse(JSON.stringify(settingsSchema(rules, rulePage)));
    assert.deepEqual(properties['gongwen.rules'], schema.properties.rules);
    assert.deepEqual(properties.settings.properties['gongwen.rules'], schema.properties.rules);
  });

  it('knows the keys that are read, and no others', () => {
    const { problems } = parse(
      JSON.stringify(Object.fromEntries(Object.keys(schema.properties).map((k) => [k, 0]))),
    );
    assert.deepEqual(
      problems.filter(({ fault }) => fault.is === 'unknown-key'),
      [],
    );
  });
});
