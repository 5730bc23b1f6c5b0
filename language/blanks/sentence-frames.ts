/**
 * What belongs into a blank that no known word follows, by what the sentence does with it: 由×牵头, ×指出, 为建设×作出贡献. The first
 * frame that fits is taken.
 */
import { ONE_TO_TEN } from '../text/numerals.ts';
import { anyOf } from '../text/pattern.ts';
import type { Slot, SlotReading } from './slots.ts';

/** What stands on either side of the blank; one that is left out may be anything. */
interface Frame {
  readonly before?: RegExp;
  readonly behind?: RegExp;
  readonly slot: Slot;
  readonly label: string;
  readonly key?: string;
}

const endsIn = (words: string) => new RegExp(`${anyOf(words)}$`);
const beginsWith = (words: string) => new RegExp(`^${anyOf(words)}`);

/** Before what an office or an organ does: 又×明确指出. */
const SOMEHOW = '(?:同志)?(?:又|还|也|再次|多次|反复|明确|专门|亲自|先后|分别|代表|主持|出席)?';
const DOES =
  '安排|部署|指出|强调|要求|主持|出席|宣布|讲话|传达|宣读|通报|批示|指示|致辞|作了|提出|带队|率队|深入';
const RANKED = `排名|排位|倒数|名列|位居|位列|居|前[${ONE_TO_TEN}\\d]|第[${ONE_TO_TEN}\\d]|领先|率先`;
/** What one party to a contract does. */
export const BEARING = '承担 支付 赔偿 负担 缴纳';
const LOCAL = '地名（本地）';

const FRAMES: readonly Frame[] = [
  {
    before: endsIn('由'),
    behind: /^.{0,10}?(?:牵头|负责|主持|担任|组织|带队)/,
    slot: 'subject',
    label: '牵头的人或单位',
  },
  {
    before: endsIn('由'),
    behind: beginsWith(BEARING),
    slot: 'subject',
    label: '承担的一方',
  },
  {
    behind: /^等(?:人|同志|领导|腐败|违纪|干部|专家)/,
    slot: 'person',
    label: '姓名（可多人，用顿号分隔）',
  },
  { behind: /^(?:担?任[^务何意职]|，[男女]，)/, slot: 'person', label: '姓名' },
  { before: endsIn('我叫 名叫 姓名'), slot: 'person', label: '姓名' },
  { before: endsIn('关于'), slot: 'name', label: '事由' },
  // 关于召开____的通知
  {
    before: endsIn('召开 举办 举行 开展 组织'),
    behind: beginsWith('的通知 的请示 的函 的报告 的公告 的方案'),
    slot: 'name',
    label: '会议、活动名称',
  },
  { behind: new RegExp(`^${SOMEHOW}(?:${DOES})`), slot: 'subject', label: '姓氏加职务，或机关名称' },
  // 为建设×作出贡献
  {
    before: endsIn('建设 打造 建成 加快实现 为实现'),
    behind: /^(?:$|作出|做出|贡献|努力|不懈|而|[，。；！])/,
    slot: 'target',
    label: '奋斗目标（或地名）',
  },
  { before: endsIn('全'), slot: 'place', label: '地名、级别（全×）', key: '全' },
  {
    behind: new RegExp(`^(?:综合)?(?:${RANKED})`),
    slot: 'place',
    label: '地名（排名所在的范围）',
    key: '范围',
  },
  // 我们×, 心系×
  {
    before: endsIn(
      '我 我们 咱们 对 对于 在 到 来 赴 于 为 成为 把 让 使 给 称 是 从 向 离开 关心 关注 心系 情系 走进 支持 热爱 振兴 找准 突破 彰显 彰显了 充分肯定 充分肯定了',
    ),
    slot: 'place',
    label: LOCAL,
    key: '本地',
  },
  // ×干部, ×来说
  {
    behind: beginsWith(
      '干部 人民 群众 儿女 大地 发展 经济 社会 特色 作为 来说 而言 一家 的 在 举行 召开 籍 实际 实践 样板 经验 力量 篇章 现象 速度 已 正',
    ),
    slot: 'place',
    label: LOCAL,
    key: '本地',
  },
];

/** 责任单位：　　，: the label says what is missing. */
const LABELLED = /([\u4e00-\u9fff]{2,6})[：:]$/;

/** 一是|……二是……三是……|: what the items of a list say. */
const ITEMS = /^[….]+.?[二其]/;

/** Reads the blank `mark` between `left` and `right`; undefined where no frame fits. */
export function readFrame(left: string, right: string, mark: string): SlotReading | undefined {
  const label = mark.trim() === '' ? LABELLED.exec(left)?.[1] : undefined;
  if (label !== undefined) return { slot: 'text', label, key: '', head: '' };
  if (ITEMS.test(mark)) return { slot: 'text', label: '各项的内容', key: '', head: '' };
  const frame = FRAMES.find(
    ({ before, behind }) => (!before || before.test(left)) && (!behind || behind.test(right)),
  );
  if (!frame) return undefined;
  const { slot, label: said, key = '' } = frame;
  if (said === LOCAL) {
    if (/^[（(【《［]/.test(mark)) return undefined;
    // Three crosses are as many as a full name has characters.
    if (/^[×xX○]{3}$/.test(mark)) return { slot: 'person', label: '姓名（或名称）', key: '', head: '' };
  }
  return { slot, label: said, key, head: '' };
}
