/** Lines that announce who is named below them: 组成人员如下：, 介绍出席会议的各位领导：, 主任正式候选人：. */
import { defineFact } from '../../../engine/facts.ts';
import { Characters } from '../../../language/text/characters.ts';
import { anyOf } from '../../../language/text/pattern.ts';
import { Token } from '../../../language/text/scan.ts';

const LABELLED = new Characters('：:');
const ANNOUNCED: readonly true[] = [true];

const NAMED = '组成人员 成员名单 人员名单 成员 名单 领导 嘉宾 来宾';
/** 组成人员如下：, 介绍出席会议的各位领导：: who they are stands on the lines below. */
const ANNOUNCES = new RegExp(
  `(?:${anyOf(NAMED)}(?:及(?:其)?(?:分工|职责))?(?:如下|有|是)|正式候选人|(?:执行主席|监票人|计票人|主席团成员|获奖者?名单)(?:是|有|为|如下)|介绍[^，。；：]{0,16}${anyOf(NAMED)})[：:]$`,
);

export const announcements = defineFact<readonly true[]>(
  'announcements of names',
  { tokens: [Token.Comma] },
  (paragraph) => {
    const { text, contentEnd } = paragraph;
    return LABELLED.at(text, contentEnd - 1) && ANNOUNCES.test(text.slice(-40)) ? ANNOUNCED : [];
  },
);
const CANDIDATES = /^[\u4e00-\u9fff]{2,10}候选人[：:]/;
/** The text goes on with its next part, or its next sentence, and nobody was named. */
const GOES_ON =
  /^(?:[二三四五六七八九十]{1,3}、|（[二三四五六七八九十]{1,3}）|此外|下面|现在|同志们|本次|会议|大会|请大家|对他们|让我们|今天)/;

/** Whether what stands below an announcement names nobody: the next part, the next sentence, 委员正式候选人：. */
export const leavesUnnamed = (content: string): boolean => GOES_ON.test(content) || CANDIDATES.test(content);
