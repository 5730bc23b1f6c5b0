/** What `figures/date` says of faults against what is known: meetings, plans, anniversaries, days that are kept. */
import type { Meeting } from '../../../language/dates/meetings.ts';
import { writeHanNumber } from '../../../language/text/numerals.ts';
import type { Words } from './messages.ts';
import { type Alternative, rangeOf, renumber, span, write } from './rewrites.ts';
import { saySource } from './sources.ts';
import { UNVERIFIED } from './verified.ts';

/** Kinds that are held against facts. */
type Known =
  | 'form'
  | 'counter'
  | 'committee'
  | 'count'
  | 'meeting-year'
  | 'plan-span'
  | 'plan-outside'
  | 'plan-edge'
  | 'plan-proposal'
  | 'awaited'
  | 'plan-over'
  | 'anniversary'
  | 'observance'
  | 'session'
  | 'festival';

export const KNOWN: { readonly [K in Known]: Words<K> } = {
  form: {
    explain({ meeting }, text) {
      const right = formOf(meeting, text);
      const reason =
        meeting.kind === 'npc'
          ? '全国人民代表大会以“第×届”计，每届每年一次会议'
          : meeting.kind === 'plenum'
            ? '中央全会以中央委员会的届次称“×届×中全会”，“×大”是党的全国代表大会的简称'
            : '党的全国代表大会称“第×次”，中央委员会才称“第×届”';
      return { message: `“${text.slice(meeting.start, meeting.end)}”应作“${right}”：${reason}` };
    },
    fixes({ meeting }, text) {
      const { start, end } = meeting.counter;
      const edit = { start, end, text: counterOf(meeting) };
      return [{ title: `改为“${formOf(meeting, text)}”`, edits: [edit] }];
    },
  },

  counter: {
    explain: ({ start, end, edit }, text) => ({
      message: `“${text.slice(start, end)}”之后缺“${edit.text}”，应作“${text.slice(start, end)}${edit.text}”`,
    }),
    fixes: ({ edit }) => [{ title: `补“${edit.text}”`, edits: [edit] }],
  },

  committee: {
    explain({ start, end, edit }, text) {
      const right = text.slice(start, edit.start) + text.slice(edit.end, end);
      return { message: `党代会是一地党员的代表大会，不是党委的：“${text.slice(start, end)}”应作“${right}”` };
    },
    fixes: ({ edit }) => [{ title: '删去“委”', edits: [edit] }],
  },

  count: {
    explain({ meeting }, text) {
      return {
        message: `“${text.slice(meeting.start, meeting.end)}”：一届中央委员会至今最多召开七次全体会议`,
      };
    },
  },

  'meeting-year': {
    explain({ meeting, year, right, fact, source }, text) {
      const name = text.slice(meeting.start, meeting.end);
      const unsure = fact === UNVERIFIED;
      const doubt = unsure ? '（年份尚未对照原始文件，请核实）' : '';
      const reason = source ? `${saySource(source)}，` : '';
      return {
        message: `${reason}“${name}”于${right}年召开，不是${year}年${doubt}`,
        ...(unsure ? {} : { basis: fact }),
      };
    },
    fixes({ meeting, figure, right, session }) {
      const fixes: Alternative[] = [];
      if (figure) {
        fixes.push({ title: `年份改为“${right}年”`, edits: [{ ...rangeOf(figure), text: String(right) }] });
      }
      if (session !== undefined) fixes.push(...resession(meeting, session));
      return fixes;
    },
  },

  'plan-span': {
    explain({ plan, first, last, right }) {
      return { message: `“${plan}”是${right[0]}—${right[1]}年，此处作${first.value}—${last.value}年` };
    },
    fixes: ({ first, last, right }) => [span(first, last, right, `改为“${right[0]}—${right[1]}年”`)],
  },

  'plan-proposal': {
    explain({ meeting, plan, right }, text) {
      const name = text.slice(meeting.start, meeting.end);
      return { message: `“${name}”审议通过的是“${right}”规划的建议，不是“${plan}”` };
    },
    fixes: ({ right, edit }) => [{ title: `改为“${right}”`, edits: [edit] }],
  },

  'plan-outside': {
    explain: ({ plan, figure }) => ({
      message: `“${plan.name}”是${plan.first}—${plan.last}年，${figure.value}年不在其中`,
    }),
    fixes({ start, end, plan, running }, text) {
      const at = start + text.slice(start, end).indexOf(plan.name);
      if (!running) return [];
      const edit = { start: at, end: at + plan.name.length, text: running.name };
      return [{ title: `改为“${running.name}”`, edits: [edit] }];
    },
  },

  'plan-edge': {
    explain({ plan, edge, year, right, source }) {
      const reason = source ? `${saySource(source)}，` : '';
      return { message: `${reason}“${plan}”${edge}之年是${right}年，不是${year}年` };
    },
    fixes: ({ figure, right }) =>
      figure ? [{ title: `改为“${right}年”`, edits: [{ ...rangeOf(figure), text: String(right) }] }] : [],
  },

  awaited: {
    explain({ start, end, year, source }, text) {
      return { message: `${saySource(source)}，“${text.slice(start, end)}”是${year}年的事，疑为旧稿残留` };
    },
    fixes: () => [],
  },

  'plan-over': {
    explain({ plan: { name, first, last }, opens, source }) {
      const when = opens ? `“${name}”${first}年开局` : `“${name}”是${first}—${last}年`;
      return { message: `${saySource(source)}，${when}，疑为旧稿残留` };
    },
    fixes: ({ running, start, end }) =>
      running ? [{ title: `改为“${running.name}”`, edits: [{ start, end, text: running.name }] }] : [],
  },

  anniversary: {
    explain({ event, base, stated, year, source }) {
      const reason = source ? `${saySource(source)}，` : '';
      return {
        message: `${reason}${event}从${base}年算起，${year}年是${year - base}周年，此处作${stated.value}周年`,
      };
    },
    fixes: ({ stated, base, year }) =>
      year > base ? [renumber(stated, year - base, `改为“${write(stated, year - base)}周年”`)] : [],
  },

  observance: {
    explain: ({ name, first, stated, right, year, fact, source }) => ({
      message: `${source ? `${saySource(source)}，` : ''}${name}从${first}年算起，${year}年是第${right}个，此处作第${stated.value}个`,
      basis: fact,
    }),
    fixes: ({ stated, right }) => [renumber(stated, right, `改为“第${write(stated, right)}个”`)],
  },

  session: {
    explain: ({ source, stated }, text) => ({
      message: `${saySource(source)}，此处作“${text.slice(stated.start, stated.end)}”，两处不一`,
    }),
    fixes: ({ stated, right }) => [renumber(stated, right, `改为“${write(stated, right)}”`)],
  },

  festival: {
    explain({ name, right, fact }) {
      return { message: `${name}是${right[0]}月${right[1]}日`, basis: fact };
    },
    fixes: ({ month, day, right }) => [span(month, day, right, `改为“${right[0]}月${right[1]}日”`)],
  },
};

/** The text of the name with its counter put right. */
function formOf(meeting: Meeting, text: string): string {
  const { counter, start, end } = meeting;
  return text.slice(start, counter.start) + counterOf(meeting) + text.slice(counter.end, end);
}

/** Congresses of the Party are counted by 次, committees and the People's Congress by 届. */
function counterOf({ kind }: Meeting): string {
  return kind === 'congress' ? '次' : '届';
}

/** The session that met in the year written, where the meeting's own number stands in Chinese characters. */
function resession({ number }: Meeting, session: number): Alternative[] {
  if (!number) return [];
  const text = number.han ? writeHanNumber(session) : String(session);
  return [{ title: `会次改为“${text}”`, edits: [{ start: number.start, end: number.end, text }] }];
}
