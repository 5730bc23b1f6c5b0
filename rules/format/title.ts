import { defineDocumentRule, type Match } from '../../engine/rule.ts';
import { official } from '../../language/layout/official.ts';

interface TitleMatch extends Match {
  readonly fault: keyof typeof SAID;
  readonly seen: string;
}

const SAID = {
  doubled: (seen: string) => `标题里“${seen}”重复`,
  notice: () => '标题层叠成“的通知的通知”，转发、印发时可省去前一个“的通知”',
  request: (seen: string) => `“${seen}”不是法定文种，请求事项用“请示”，陈述情况用“报告”`,
  asked: (seen: string) => `“${seen}”与文种“请示”意思重复，删去前面的动词`,
  reported: (seen: string) => `“${seen}”与文种“报告”意思重复，删去前面的动词`,
  joined: (seen: string) => `文种“${seen}”前缺“的”：“关于……的${seen}”`,
  genre: (seen: string) => `“${seen}”不是党政机关公文的文种，请求事项用“请示”，商请用“函”`,
} as const;

/** What a title may not have, or not if it ends so; the first that fits is reported. */
const FAULTS: readonly (readonly [fault: keyof typeof SAID, pattern: RegExp, end?: string])[] = [
  ['doubled', /关于关于|的的(?=通知|请示|报告|函|意见|批复)|通知通知$|请示请示$/],
  ['notice', /的通知》?的通知$/],
  ['request', /请示报告$/],
  ['asked', /关于(?:请求|申请|请示)/, '的请示'],
  ['reported', /关于(?:上报|汇报|报告)/, '的报告'],
  ['genre', /(?:申请|申请书|情况说明)$/],
  // 紧急通知, 会议通知: the word before goes with the genre.
  [
    'joined',
    /(?<!紧急|补充|联合|重要|会议|预备|催办|更正|任免|活动|培训|处分|表扬|的)(?:通知|请示|批复|通告|通报)$/,
  ],
];

/** The title of an official document: words doubled, genres that there are not (文种). */
export const title = defineDocumentRule<TitleMatch>({
  id: 'format/title',
  severity: 'warning',
  kinds: { speech: 'off', law: 'off', general: 'off' },
  basis: '《党政机关公文处理工作条例》第八条、第九条（七）',

  *find(document) {
    const { title: lines, titleText } = document.model(official);
    const first = lines[0];
    if (!first || !titleText.includes('关于')) return;
    for (const [fault, pattern, end = ''] of FAULTS) {
      const seen = pattern.exec(titleText);
      if (!seen || !titleText.endsWith(end)) continue;
      // A title that runs over lines is marked whole.
      const last = lines[lines.length - 1]!;
      const range =
        lines.length === 1
          ? { start: first.start + first.contentStart + seen.index, length: seen[0].length }
          : {
              start: first.start + first.contentStart,
              length: last.start + last.contentEnd - first.start - first.contentStart,
            };
      yield { start: range.start, end: range.start + range.length, fault, seen: seen[0] };
      return;
    }
  },

  explain: ({ fault, seen }) => ({ message: SAID[fault](seen) }),
});
