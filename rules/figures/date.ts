import type { Document } from '../../engine/document.ts';
import { defineFact } from '../../engine/facts.ts';
import type { Severity } from '../../engine/finding.ts';
import type { Paragraph } from '../../engine/paragraph.ts';
import { defineDocumentRule } from '../../engine/rule.ts';
import { dates, dateWords } from '../../language/dates/dates.ts';
import { accountYearFaults } from './dates/account-year.ts';
import { agendaFaults } from './dates/agendas.ts';
import { anniversaryFaults } from './dates/anniversaries.ts';
import { arrangedYearFaults } from './dates/arranged-year.ts';
import { awaitedFaults } from './dates/awaited.ts';
import { calendarFaults } from './dates/calendar.ts';
import { citedYearFaults } from './dates/cited-year.ts';
import { clockFaults, clocks, hoursFaults } from './dates/clock.ts';
import { countedYearFaults, passedYearFaults } from './dates/counted-years.ts';
import { deadlineFaults } from './dates/deadlines.ts';
import { documentFaults } from './dates/document.ts';
import { elapsedFaults } from './dates/elapsed.ts';
import type { DateFault, Placed } from './dates/faults.ts';
import { festivalFaults } from './dates/festivals.ts';
import { foundingFaults } from './dates/foundings.ts';
import { headingYearFaults } from './dates/heading-year.ts';
import { bracketedYears, lifeFaults } from './dates/lives.ts';
import { nameFaults } from './dates/meeting-names.ts';
import { meetingFaults } from './dates/meetings.ts';
import { explain, fixesOf, sourceOf } from './dates/messages.ts';
import { minutesDayFaults } from './dates/minutes-day.ts';
import { observanceFaults } from './dates/observances.ts';
import { expiryFaults, openDayFaults } from './dates/open-days.ts';
import { staleYears } from './dates/period-years.ts';
import { planOverFaults } from './dates/plan-over.ts';
import { planFaults } from './dates/plans.ts';
import { punishmentFaults } from './dates/punishments.ts';
import { scheduleYearFaults } from './dates/schedule-year.ts';
import { sessionFaults } from './dates/sessions.ts';
import { signedEarlyFaults } from './dates/signed-early.ts';
import { stageFaults } from './dates/stages.ts';
import { reportFaults, stepFaults } from './dates/steps.ts';
import { titleYearFaults } from './dates/title-year.ts';
import { toldLaterFaults } from './dates/told-later.ts';
import { weekdayFaults } from './dates/weekdays.ts';

/** What a paragraph shows to be wrong by itself. */
const dateFaults = defineFact<readonly DateFault[]>(
  'date faults',
  { facts: [dates, dateWords, bracketedYears, clocks] },
  (paragraph) => {
    const found: DateFault[] = [];
    const words = paragraph.fact(dateWords).length > 0;
    if (words || paragraph.fact(dates).length > 0) calendarFaults(paragraph, found);
    if (words) {
      meetingFaults(paragraph, found);
      nameFaults(paragraph, found);
      planFaults(paragraph, found);
      anniversaryFaults(paragraph, found);
      festivalFaults(paragraph, found);
    }
    if (paragraph.fact(clocks).length > 0) {
      clockFaults(paragraph, found);
      hoursFaults(paragraph, found);
    }
    observanceFaults(paragraph, found);
    countedYearFaults(paragraph, found);
    passedYearFaults(paragraph, found);
    lifeFaults(paragraph, found);
    elapsedFaults(paragraph, found);
    punishmentFaults(paragraph, found);
    return found;
  },
);

/** What only the document shows to be wrong. */
const OF_DOCUMENT: readonly ((document: Document) => Iterable<Placed>)[] = [
  documentFaults,
  deadlineFaults,
  openDayFaults,
  expiryFaults,
  minutesDayFaults,
  agendaFaults,
  stageFaults,
  stepFaults,
  reportFaults,
  titleYearFaults,
  scheduleYearFaults,
  arrangedYearFaults,
  planOverFaults,
  awaitedFaults,
  sessionFaults,
  foundingFaults,
  toldLaterFaults,
  signedEarlyFaults,
  citedYearFaults,
];
/** The same, of places that their own paragraphs may have shown to be wrong. */
const UNLESS_TOLD: typeof OF_DOCUMENT = [weekdayFaults, headingYearFaults, accountYearFaults];

interface DateMatch {
  readonly start: number;
  readonly end: number;
  readonly severity: Severity;
  readonly paragraph: Paragraph;
  readonly fault: DateFault;
}

/** Dates that do not exist or contradict the calendar, each other, the document's own date, or known facts. */
export const date = defineDocumentRule<DateMatch>({
  id: 'figures/date',
  severity: 'error',

  *find(document) {
    for (const paragraph of document.paragraphsWith(dateFaults)) {
      for (const fault of paragraph.fact(dateFaults)) yield matchOf({ paragraph, fault });
    }
    // What figures/period tells of is not told again.
    const told = new Set(
      document.model(staleYears).flatMap(({ places }) => places.map(({ start }) => start)),
    );
    for (const faults of [...OF_DOCUMENT, ...UNLESS_TOLD])
      for (const placed of faults(document)) {
        const match = matchOf(placed);
        if (told.has(match.start) || (UNLESS_TOLD.includes(faults) && isFaulty(placed))) continue;
        if (placed.fault.kind === 'title-year') told.add(match.start);
        yield match;
      }
  },

  explain({ paragraph, fault }) {
    const said = explain(fault, paragraph.text);
    const source = sourceOf(fault);
    const evidence = (said.evidence ?? []).map((e) => ({ ...e, ...shifted(e, paragraph) }));
    if (source) evidence.push(source);
    return { ...said, evidence };
  },

  fix({ paragraph, fault }, _document: Document) {
    return fixesOf(fault, paragraph.text).map(({ title, edits }) => ({
      title,
      edits: edits.map((edit) => ({ ...shifted(edit, paragraph), text: edit.text })),
      safe: false,
    }));
  },
});

/** Whether the place is wrong already for what its own paragraph says. */
function isFaulty({ paragraph, fault }: Placed): boolean {
  return paragraph.fact(dateFaults).some(({ start, end }) => start < fault.end && fault.start < end);
}

function matchOf({ paragraph, fault }: Placed): DateMatch {
  const { start } = paragraph;
  return { start: start + fault.start, end: start + fault.end, severity: fault.severity, paragraph, fault };
}

function shifted({ start, end }: { start: number; end: number }, paragraph: Paragraph) {
  return { start: paragraph.start + start, end: paragraph.start + end };
}
