/** Organisations: a place in front and a body word behind, the body of a level of government, or a name in the dictionary. */

import { anyOf } from '../../text/pattern.ts';
import { type Found, HAN, type NameLexicon, set, type Token } from './tokens.ts';

const BODIES = [
  '人民政府 政府 委员会 管委会 人民法院 法院 检察院 公安局 分局 支队 大队 总队 办公室 办事处 指挥部 派出所 党委 党组 党校 人大 政协 大学',
  '学院 中学 小学 幼儿园 医院 研究院 研究所 设计院 博物馆 图书馆 银行 分行 支行 公司 集团 协会 学会 联合会 基金会 总工会 红十字会 供销社',
  '合作社 报社 电视台 (?<![布格结当全大时僵])局 厅 海关',
];
/** The word in which the name of an organisation ends … */
const BODY = new RegExp(`${anyOf(BODIES)}$`, 'u');

/** … and words too general for that unless a service is named before them (大数据管理中心). */
const CENTRE =
  /^(?:服务|管理|指挥|监测|检测|交易|保障|研究|评价|执法|救助|培训|宣传|信息|融媒体|接待)?中心$/u;

const CENTRE_SERVICES = set(
  '服务 管理 指挥 监测 检测 交易 保障 研究 评价 执法 救助 培训 宣传 信息 融媒体 接待',
);

/** The branches that stand behind a whole name and a place (中国农业银行榆林分行). */
const BRANCH = /^(?:分局|分行|支行|分公司|支公司|支队|大队|分院|分校)$/u;

/** Nouns of all kinds, of which the middle of an organisation’s name is made. */
const MIDDLE_TAGS = set('n vn nz j b l an nt');

/** Other words usual there that jieba tags as verbs, adverbs or adjectives. */
export const MIDDLE_WORDS = set(
  '和 与 发展 改革 健康 自然 应急 统计 退役 建设 规划 监督 管理 执法 审批 服务 保障 建工 监察 检查 审计 信访 招商 扶贫 投资 交通 运输 旅游 体育 城乡 住房',
);

/** Nouns that end a phrase rather than stand within a name. */
const NOT_MIDDLE = set('领导 干部 工作 会议 问题 同志 全体 各级 有关 相关 时候 情况 人民群众 群众');

/** Names of organisations in the dictionary that begin thus need no place in front. */
const NATIONAL = /^(?:中国|中华|中共|全国|国家|最高人民)/u;

const KNOWN_BODIES = set(
  '国务院 党中央 中共中央 新华社 人民日报 中央军委 中央纪委 联合国 外交部 国防部 财政部 商务部 司法部 铁道部 卫生部',
);

export function findOrganisations(
  tokens: readonly Token[],
  places: readonly Found[],
  lexicon: NameLexicon,
): Found[] {
  const placeAt = new Map(places.map((place) => [place.from, place]));
  const found: Found[] = [];
  for (let i = 0; i < tokens.length; ) {
    const to = organisationEnd(tokens, i, placeAt, lexicon);
    if (to > i) found.push({ from: i, to, end: tokens[to - 1]!.end, kind: 'organisation' });
    i = Math.max(to, i + 1);
  }
  return found;
}

/** Behind the organisation that begins with token `i`; `i` where none does. */
function organisationEnd(
  tokens: readonly Token[],
  i: number,
  placeAt: ReadonlyMap<number, Found>,
  lexicon: NameLexicon,
): number {
  const { text } = tokens[i]!;
  if (lexicon.isNotName(text)) return i;
  if (isNamed(tokens[i]!, lexicon)) return branchEnd(tokens, i + 1);
  // 市教育局: the body of a level of government, which the document itself makes definite
  if (/^[省市县区州]$/u.test(text)) return isBodyOfLevel(tokens[i + 1]) ? i + 2 : i;
  let middle = i;
  for (let place = placeAt.get(middle); place; place = placeAt.get(middle)) middle = place.to;
  const end = middle === i ? i : bodyEnd(tokens, i, middle);
  return end > i ? branchEnd(tokens, end) : i;
}

/** 西安交通大学, 国务院: names of their own in the dictionary */
function isNamed({ text, tag }: Token, lexicon: NameLexicon): boolean {
  if (tag !== 'nt' || text.length <= 2) return false;
  if (KNOWN_BODIES.has(text)) return true;
  return (NATIONAL.test(text) || beginsWithPlace(text, lexicon)) && BODY.test(text);
}

/** 教育局 */
function isBodyOfLevel(token: Token | undefined): boolean {
  return token !== undefined && /^n/u.test(token.tag) && /^\p{Script=Han}{2,}(?:局|厅|委)$/u.test(token.text);
}

/** 陕西省榆林市|公安局: behind the places (which end before token `middle`), what it does, then what it is. `i` where no body follows. */
function bodyEnd(tokens: readonly Token[], i: number, middle: number): number {
  let end = i;
  for (let at = middle; at < tokens.length && at - middle < LONGEST_MIDDLE; at++) {
    const token = tokens[at]!;
    const conjunction = token.text === '和' || token.text === '与';
    if (conjunction && at === middle) break;
    if (isBodyWord(tokens, at, middle)) end = at + 1;
    else if (end > i) break;
    if (!isMiddle(token) || NOT_MIDDLE.has(token.text)) break;
  }
  return end;
}

/** What a body does and is takes no more tokens. */
const LONGEST_MIDDLE = 7;

/** Whether an organisation may end in the token at `at`, with its middle beginning at `middle`. */
function isBodyWord(tokens: readonly Token[], at: number, middle: number): boolean {
  const { text } = tokens[at]!;
  // 局 or 厅 alone needs something that it is the office of: 水利|局.
  if (BODY.test(text)) return text.length > 1 || at > middle;
  if (!CENTRE.test(text)) return false;
  return text !== '中心' || (at > middle && CENTRE_SERVICES.has(tokens[at - 1]!.text));
}

const isMiddle = ({ text, tag }: Token) =>
  HAN.test(text) && (MIDDLE_WORDS.has(text) || (MIDDLE_TAGS.has(tag) && text.length > 1) || BODY.test(text));

/** Takes a branch behind a whole name in: 雁塔|分局, 榆林|分行. */
function branchEnd(tokens: readonly Token[], at: number): number {
  const [place, branch] = [tokens[at], tokens[at + 1]];
  if (place && BRANCH.test(place.text)) return at + 1;
  if (!place || !branch || !BRANCH.test(branch.text)) return at;
  return HAN.test(place.text) && /^(?:ns|nr|x)/u.test(place.tag) ? at + 2 : at;
}

function beginsWithPlace(text: string, lexicon: NameLexicon): boolean {
  for (let length = 2; length <= 5 && length < text.length; length++) {
    if (lexicon.isPlace(text.slice(0, length))) return true;
  }
  return false;
}
