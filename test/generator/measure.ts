/** Plants faults in generated drafts, one at a time, and counts which are found. */
import type { Finding, Linter } from '../../rules/index.ts';
import { draftOf, officialOf } from './drafts.ts';

/** The family that ought to report a kind, or those of which one ought to, and the kind's name in words. */
export const KINDS: Readonly<Record<string, { readonly family: string; readonly label: string }>> = {
  placeholder: { family: 'placeholder', label: '占位符' },
  'dropped-number': { family: 'placeholder', label: '脱落的数字' },
  reminder: { family: 'placeholder', label: '写作提示' },
  'template-field': { family: 'placeholder', label: '模板字段' },
  advert: { family: 'advert', label: '网站广告行' },
  'numbering-gap': { family: 'numbering', label: '序号跳号' },
  'numbering-repeat': { family: 'numbering', label: '序号重复' },
  'numbering-count': { family: 'numbering', label: '称数与列举不符' },
  'mark-form': { family: 'numbering', label: '序号写法' },
  growth: { family: 'figures', label: '增长、差额、完成率' },
  sum: { family: 'figures', label: '分项与合计' },
  share: { family: 'figures', label: '占比' },
  enumeration: { family: 'figures', label: '列举与数目' },
  'fixed-count': { family: 'figures', label: '固定表述的数目' },
  subset: { family: 'figures', label: '部分大于整体' },
  average: { family: 'figures', label: '平均与单价' },
  direction: { family: 'figures', label: '大小与数字不符' },
  conflict: { family: 'figures', label: '前后不一' },
  'point-or-percent': { family: 'figures', label: '百分点与百分比' },
  'range-unit': { family: 'figures', label: '范围的单位' },
  approximation: { family: 'figures', label: '概数重复' },
  multiple: { family: 'figures', label: '减少几倍' },
  date: { family: 'figures', label: '日期、届次、规划' },
  period: { family: 'figures', label: '年份与标题' },
  docket: { family: 'format', label: '发文字号' },
  'title-about': { family: 'format', label: '标题缺“关于”' },
  addressees: { family: 'format', label: '主送机关后的冒号' },
  'no-addressees': { family: 'format', label: '没有主送机关' },
  'attachment-mark': { family: 'format', label: '附件说明的序号' },
  'attachment-end': { family: 'format', label: '附件名称后的标点' },
  'attachment-title': { family: 'numbering', label: '附件说明与附件不符' },
  'own-genre': { family: 'format', label: '自称与文种不符' },
  closing: { family: 'format', label: '结语与文种不符' },
  'signature-order': { family: 'format', label: '署名与日期颠倒' },
  'issue-date': { family: 'numerals format figures', label: '成文日期' },
  copies: { family: 'format', label: '抄送' },
  meeting: { family: 'figures numerals', label: '党代会、全会名称' },
  'law-title': { family: 'terms', label: '法律名称' },
  'square-mark': { family: 'numbering', label: '六角括号的序次语' },
};

/** A planted fault that was not found, or a finding elsewhere than at the fault. */
export interface Miss {
  readonly seed: number;
  readonly kind: string;
  readonly wrong: string;
  readonly sentence: string;
  readonly said: readonly string[];
}

export interface Recall {
  readonly planted: Map<string, number>;
  readonly found: Map<string, number>;
  readonly missed: readonly Miss[];
  /** Findings that the fault brought about elsewhere. */
  readonly strays: readonly Miss[];
  /** Findings of errors and warnings on clean twins, with their place. */
  readonly alarms: readonly Miss[];
  readonly drafts: number;
  readonly characters: number;
}

/** How far around a site a finding of it may begin or end: the clause that the site stands in. */
const NEAR = 24;

const isHeard = ({ severity }: Finding) => severity !== 'hint';
const isAlarm = ({ severity }: Finding) => severity === 'error' || severity === 'warning';

/** What tells one finding from another whatever stands before it. */
const nameOf = ({ ruleId, message }: Finding) => `${ruleId} ${message}`;

export function measure(linter: Linter, seeds: readonly number[]): Recall {
  const planted = new Map<string, number>();
  const found = new Map<string, number>();
  const missed: Miss[] = [];
  const strays: Miss[] = [];
  const alarms: Miss[] = [];
  let characters = 0;
  const count = (map: Map<string, number>, kind: string) => map.set(kind, (map.get(kind) ?? 0) + 1);
  const drafts = seeds.flatMap((seed) => [draftOf(seed), officialOf(seed)].map((draft) => ({ seed, draft })));
  for (const { seed, draft } of drafts) {
    const twin = draft.read();
    characters += twin.text.length;
    const clean = linter.open(twin.text).findings();
    for (const finding of clean.filter(isAlarm)) {
      const sentence = sentenceAt(twin.text, finding.start);
      alarms.push({ seed, kind: finding.ruleId, wrong: '', sentence, said: [finding.message] });
    }
    const before = new Set(clean.map(nameOf));
    for (const [i, { kind, wrong }] of draft.sites.entries()) {
      const { text, start, end } = draft.read(i);
      const news = linter
        .open(text)
        .findings()
        .filter((f) => isHeard(f) && !before.has(nameOf(f)));
      const { family } = KINDS[kind]!;
      const at = news.filter((f) => touches(f, start, end));
      const miss = { seed, kind, wrong, sentence: sentenceAt(text, start), said: news.map(nameOf) };
      count(planted, kind);
      if (at.some((f) => family.split(' ').includes(f.ruleId.split('/')[0]!))) count(found, kind);
      else missed.push(miss);
      const elsewhere = news.filter((f) => isAlarm(f) && !touches(f, start, end));
      if (elsewhere.length > 0) strays.push({ ...miss, said: elsewhere.map(nameOf) });
    }
  }
  return { planted, found, missed, strays, alarms, drafts: drafts.length, characters };
}

/** Whether the finding, or what it gives as evidence, stands where the fault was planted. */
function touches(finding: Finding, start: number, end: number): boolean {
  return [finding, ...finding.evidence].some(
    (range) => range.start <= end + NEAR && range.end >= start - NEAR,
  );
}

function sentenceAt(text: string, at: number): string {
  const from = Math.max(text.lastIndexOf('。', at - 1), text.lastIndexOf('\n', at - 1)) + 1;
  const to = text.slice(at).search(/[。\n]/);
  return text.slice(from, to < 0 ? text.length : at + to + 1);
}
