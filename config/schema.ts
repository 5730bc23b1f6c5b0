/** The JSON schema of `gongwen-lint.json`, out of what the rules say of themselves: completion and hover in any editor. */
import {
  DEFAULT_PRESET,
  DOCUMENT_KINDS,
  familyOf,
  type OptionSpec,
  PRESET_NAMES,
  type Rule,
  type RulePage,
} from '../rules/index.ts';
import { LEVELS, type SettableRule } from './model.ts';

/** A rule as the schema tells of it. */
type DescribedRule = SettableRule & Pick<Rule, 'severity' | 'preview'>;

type Json = Readonly<Record<string, unknown>>;

type PageOf = (id: string) => RulePage | undefined;

/** @param pageOf the page of a rule: its Chinese name and summary */
export function configSchema(rules: readonly DescribedRule[], pageOf: PageOf): Json {
  const globs = (description: string) => ({
    type: ['string', 'array'],
    items: { type: 'string' },
    description,
  });
  const settings = {
    kind: { enum: ['auto', ...DOCUMENT_KINDS], default: 'auto', description: '文种；auto 为自动识别' },
    preset: {
      enum: PRESET_NAMES,
      default: DEFAULT_PRESET,
      description: '检查强度：recommended（推荐，安静）、strict（严格，全部）',
    },
    words: globs('本单位的用词：照此写就是对的，词内不报问题，如 ["布署科技"]'),
    preview: { type: 'boolean', default: false, description: '连同尚在预览的规则一起检查' },
    brands: {
      type: 'array',
      items: { type: 'string', minLength: 1 },
      description: '文库、代写网站的名称：凡出现的都视为水印',
    },
    house: globs(
      '本单位资料表（.tsv、.csv、.md）：姓名职务、本地、机构、外地、规范表述、指标台账；路径相对于本文件',
    ),
    rules: rulesSchema(rules, pageOf),
  };
  return {
    $schema: 'http://json-schema.org/draft-07/schema#',
    title: 'gongwen-lint.json',
    description: '公文校对的配置：离文稿最近的一个生效',
    type: 'object',
    allowComments: true,
    allowTrailingCommas: true,
    additionalProperties: false,
    properties: {
      $schema: { type: 'string' },
      extends: globs('先读这些配置文件，再读本文件；路径相对于本文件'),
      ignore: globs('不检查的文件，如 ["归档/**", "*.bak.txt"]'),
      sets: {
        type: 'array',
        description:
          '成套的材料：同一次会议的通知、方案、主持词、讲话稿、报告、附件表，放在一起互相对照；每套一个通配符或一组',
        items: globs('一套材料，如 "全会/**"'),
      },
      userRules: userRulesSchema(familiesOf(rules)),
      rulePacks: globs('自定规则的表（.tsv、.csv、.md）：规则、类型、内容、改为、提示、级别'),
      ...settings,
      overrides: {
        type: 'array',
        description: '对部分文件另作设定，后面的优先',
        items: {
          type: 'object',
          required: ['files'],
          additionalProperties: false,
          properties: { files: globs('适用的文件'), ...settings },
        },
      },
    },
  };
}

/**
 * What VS Code completes and checks `gongwen.rules` and `gongwen.userRules` by, in `settings.json` and in the settings of a `.code-workspace`: the
 * manifest cannot list rules, which come and go with every version.
 */
export function settingsSchema(rules: readonly DescribedRule[], pageOf: PageOf): Json {
  const properties = {
    'gongwen.rules': rulesSchema(rules, pageOf),
    'gongwen.userRules': userRulesSchema(familiesOf(rules)),
  };
  return {
    $schema: 'http://json-schema.org/draft-07/schema#',
    properties: { ...properties, settings: { type: 'object', properties } },
  };
}

function familiesOf(rules: readonly SettableRule[]): readonly string[] {
  return [...new Set(rules.map(({ id }) => familyOf(id)))];
}

/** By rule id or family, each with its name and default. */
function rulesSchema(rules: readonly DescribedRule[], pageOf: PageOf): Json {
  const families = familiesOf(rules);
  return {
    type: 'object',
    description: '按规则或按类设定级别和选项',
    additionalProperties: false,
    patternProperties: { [userRuleName(families)]: userRuleSchema() },
    properties: Object.fromEntries([
      ...families.map((family) => [
        family,
        { enum: LEVELS, default: 'on', description: `${family} 类的全部规则` },
      ]),
      ...rules.map((rule) => [rule.id, ruleSchema(rule, pageOf(rule.id))]),
    ]),
  };
}

function ruleSchema({ id, severity, preview, options }: DescribedRule, page: RulePage | undefined): Json {
  const own = preview ? 'off' : severity;
  const description = `${page?.title ?? id}（默认 ${own}）\n${page?.summary ?? ''}`;
  if (!options) return { enum: LEVELS, default: own, description };
  return {
    description,
    default: own,
    anyOf: [
      { enum: LEVELS },
      {
        type: 'object',
        additionalProperties: false,
        properties: {
          level: { enum: LEVELS },
          options: {
            type: 'object',
            additionalProperties: false,
            properties: Object.fromEntries(
              Object.entries(options as Record<string, OptionSpec>).map(([name, spec]) => [
                name,
                optionSchema(spec),
              ]),
            ),
          },
        },
      },
    ],
  };
}

/** A name that none of our rules has: the user's, if he defines one; that is told by the linter itself. */
function userRuleName(families: readonly string[]): string {
  return `^(?:${families.join('|')})/[a-z]+(?:-[a-z]+)*$`;
}

function optionSchema(spec: OptionSpec): Json {
  const { type, ...rest } = spec;
  return type === 'strings'
    ? { type: 'array', items: { type: 'string', minLength: 1 }, ...rest }
    : { type, ...rest };
}

/** How a rule of the user's may be set: which there are, and which options fit, the linter itself tells. */
function userRuleSchema(): Json {
  const count = (description: string) => ({ type: 'integer', minimum: 0, description });
  const options = {
    except: { type: 'array', items: { type: 'string', minLength: 1 }, description: '写在这些字词里的不算' },
    least: count('至少几处（计次数的规则）'),
    most: count('最多几处（计次数的规则）'),
  };
  return {
    anyOf: [
      { enum: LEVELS },
      {
        type: 'object',
        properties: { level: { enum: LEVELS }, options: { type: 'object', properties: options } },
      },
    ],
  };
}

/** A name of a family that ends as it likes, and one of `find`, `pattern` and `require`. */
function userRulesSchema(families: readonly string[]): Json {
  const words = (description: string) => ({
    type: ['string', 'array'],
    items: { type: 'string' },
    description,
  });
  return {
    type: 'object',
    description: '自定规则，名称如 "terms/old-name"；find、pattern、require 三者取一',
    additionalProperties: false,
    patternProperties: {
      [userRuleName(families)]: {
        type: 'object',
        additionalProperties: false,
        properties: {
          find: words('要找的字词；有 right 的改为 right，没有的就是不用'),
          pattern: { type: 'string', description: '要找的模式：RE2 语法，不能用环视和反向引用' },
          require: words('必须有的字词，有其一即可'),
          right: { type: 'string', description: '改为什么；模式中 $1 是第一个括号' },
          when: words('require 只在文中有这些字词之一时要求'),
          least: { type: 'integer', minimum: 0, description: 'find 的字词至少几处' },
          most: { type: 'integer', minimum: 0, description: 'find 的字词最多几处' },
          message: { type: 'string', description: '报告时怎么说；不写则自动' },
          note: { type: 'string', description: '为什么、怎么改，附在后面' },
          level: { enum: ['error', 'warning', 'info', 'hint'], default: 'warning' },
          except: words('写在这些字词里的不算'),
          safe: { type: 'boolean', default: false, description: '可以一并自动修复' },
          kinds: {
            type: ['string', 'array'],
            items: { enum: DOCUMENT_KINDS },
            description: '只用于这些文种',
          },
        },
      },
    },
  };
}
