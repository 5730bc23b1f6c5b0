/** Titles in book-title marks that hold what is no title, or that leave a part of the title outside. */
import { defineFact } from '../../engine/facts.ts';
import type { Range } from '../../engine/finding.ts';
import { Characters, lastOf } from '../text/characters.ts';
import { kindSet, Token } from '../text/scan.ts';

export interface TitleSpan extends Range {
  /** （试行） right behind the closing mark. */
  readonly edition: Range | undefined;
  /** By its last word it is the name of a meeting, a campaign, a certificate … */
  readonly misused: boolean;
}

const CLOSES = kindSet(Token.Close);
const EDITIONS = ['（试行）', '（草案）', '（暂行）', '（修订草案）', '（送审稿）'];
/** What is named so is no work and no document. */
const NO_TITLES = [
  '会议',
  '研讨会',
  '论坛',
  '座谈会',
  '活动',
  '专项行动',
  '学习班',
  '培训班',
  '许可证',
  '合格证',
  '资格证',
  '身份证',
  '残疾人证',
  '居住证',
  '营运证',
  '上岗证',
  '健康证',
  '生产月',
  '宣传月',
  '宣传周',
  '活动月',
  '营业执照',
  '称号',
  '推进会',
  '动员会',
  '部署会',
  '现场会',
  '表彰会',
  '交流会',
  '推介会',
  '洽谈会',
];
/** Behind the closing mark: an honour, which is no work either. */
const HONOURS = ['称号', '荣誉称号', '奖牌'];
const HONOUR = new Characters(HONOURS.map((word) => word[0]).join(''));
const ENDINGS = new Characters(lastOf(NO_TITLES));
const OPEN = new Characters('《');
const LONGEST = 60;

export const titleSpans = defineFact<readonly TitleSpan[]>(
  'doubtful titles',
  { tokens: [Token.Close] },
  ({ scan, text }) => {
    const found: TitleSpan[] = [];
    for (let i = scan.next(CLOSES, 0), n = scan.count; i < n; i = scan.next(CLOSES, i + 1)) {
      const at = scan.start(i);
      if (text[at] !== '》') continue;
      const end = at + 1;
      const edition = text[end] === '（' ? EDITIONS.find((word) => text.startsWith(word, end)) : undefined;
      const isHonour = HONOUR.at(text, end) && HONOURS.some((word) => text.startsWith(word, end));
      const doubtful = isHonour || ENDINGS.at(text, at - 1);
      if (edition === undefined && !doubtful) continue;
      const start = OPEN.behindLast(text, Math.max(0, at - LONGEST), at) - 1;
      if (text[start] !== '《') continue;
      const misused =
        isHonour || (doubtful && NO_TITLES.some((word) => text.startsWith(word, at - word.length)));
      if (edition === undefined && !misused) continue;
      found.push({
        start,
        end,
        misused,
        edition: edition === undefined ? undefined : { start: end, end: end + edition.length },
      });
    }
    return found;
  },
);
