import { defineDocumentRule, type Match } from '../../engine/rule.ts';
import { saidElsewhere } from '../../language/occasion/evidence.ts';
import { type Aspect, type Discord, discords } from '../../language/occasion/meeting-facts.ts';

interface DiscordMatch extends Match {
  readonly discord: Discord;
}

const CALLED: Readonly<Record<Aspect, string>> = {
  day: '会议日期',
  hour: '会议时间',
  place: '会议地点',
  ordinal: '会议次数',
  year: '会议年度',
  leader: '',
};

/** One meeting with two dates, places, numbers or names, in two documents of a set. */
export const setMeeting = defineDocumentRule<DiscordMatch>({
  id: 'terms/set-meeting',
  since: '0.3.0',
  severity: 'warning',

  *find(document) {
    if (document.companions.length === 0) return;
    for (const discord of discords(document)) yield { start: discord.start, end: discord.end, discord };
  },

  explain(match, document) {
    const { aspect, of, other } = match.discord;
    const what = aspect === 'leader' ? `${of}的姓名` : CALLED[aspect];
    return saidElsewhere({ document, here: match, companion: other.companion, there: other.said }, what);
  },

  fix({ start, end, discord }) {
    const { companion, said } = discord.other;
    const text = companion.document.slice(said.start, said.end);
    return [{ title: `改为“${text}”`, edits: [{ start, end, text }], safe: false }];
  },
});
