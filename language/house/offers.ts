/** Values for gaps: what the house's table knows first, then what the draft itself says. */
import type { Ask } from '../../engine/finding.ts';
import type { House, HouseFigure, HousePerson } from '../../engine/house.ts';
import { spanOf } from '../dates/spans.ts';
import {
  beforeTail,
  MAX_OFFERS,
  type NameCounts,
  ORGANISATION_TAIL,
  offersFor as offersOfDraft,
  PLACE_TAIL,
  surnameOf,
} from '../names/offers.ts';
import { unitCalled } from '../quantities/units.ts';

interface Around {
  readonly before: string;
  readonly after: string;
}

/**
 * At most five, the likeliest first.
 * @param around the text before and behind the gap: what it already says of the value is left out of it
 * @param house of the document, where it has one
 */
export function offersFor(ask: Ask, around: Around, counts: NameCounts, house: House | undefined): string[] {
  const known = house ? offersOfHouse(ask, around, house) : [];
  return [...new Set([...known, ...offersOfDraft(ask, around, counts)])].slice(0, MAX_OFFERS);
}

function offersOfHouse({ slot }: Ask, around: Around, house: House): string[] {
  const { after } = around;
  switch (slot) {
    case 'surname':
      return holdersOf(around, house).flatMap(({ name }) => surnameOf(name) ?? []);
    case 'person': {
      const holders = holdersOf(around, house);
      return (holders.length > 0 ? holders : house.people).map(({ name }) => name);
    }
    case 'place':
      return house.places.flatMap(({ full }) => beforeTail(after, full, PLACE_TAIL) ?? []);
    case 'organisation':
      return house.bodies
        .flatMap(({ full, short }) => [full, ...short])
        .flatMap((name) => beforeTail(after, name, ORGANISATION_TAIL) ?? []);
    case 'number':
    case 'percent':
    case 'money':
      return figuresFor(around, house);
    default:
      return [];
  }
}

/** Whose post stands around the gap: 县委|×|书记, 县长|×××|同志; those of whom it says most first. */
function holdersOf({ before, after }: Around, { people }: House): HousePerson[] {
  const said = ({ posts }: HousePerson) =>
    Math.max(
      ...posts.map((post) => {
        if (before.endsWith(post)) return post.length;
        for (let cut = 0; cut <= post.length - 2; cut++) {
          // 副县长 is not whom ×县长 means.
          if (!after.startsWith(post.slice(cut)) || post[cut - 1] === '副') continue;
          const organ = post.slice(0, cut);
          return post.length - cut + (organ !== '' && before.endsWith(organ) ? organ.length : 0);
        }
        return 0;
      }),
    );
  return people
    .map((person) => ({ person, said: said(person) }))
    .filter(({ said: length }) => length > 0)
    .sort((a, b) => b.said - a.said)
    .map(({ person }) => person);
}

/** What stands between an indicator and its figure. */
const LINK = /^(?:已|共|累计|达|为|是|有|完成|实现|至|到|了|约|超|近)*$/;
const MOVES = /(?:同比|比上年|较上年)?(?:增长|增|提高|上升|下降|减少|降低|减|降)了?$/;
const RATE = /(?:增速|增长率|增幅|增长)$/;

/** The ledger's figures of the indicator that stands before the gap, of the time that is said, if any is. */
function figuresFor({ before, after }: Around, { figures }: House): string[] {
  const moves = MOVES.exec(before)?.[0] ?? '';
  const led = before.slice(0, before.length - moves.length);
  const fits = ({ indicator }: HouseFigure) => {
    const isRate = RATE.test(indicator);
    if (isRate !== (moves !== '')) return false;
    const name = isRate ? indicator.replace(RATE, '') : indicator;
    const at = led.lastIndexOf(name);
    const between = at < 0 ? undefined : led.slice(at + name.length);
    // The level may stand between an indicator and how it has moved.
    return between !== undefined && (isRate ? !/[。；]/.test(between) : LINK.test(between));
  };
  const span = spanOf(before, undefined);
  return figures
    .filter((row) => fits(row) && (span === undefined || spanOf(row.period, undefined) === span))
    .flatMap(({ figure }) => withoutUnit(figure, after) ?? []);
}

/** The figure as it goes before the unit that stands there already; undefined where that is of something else. */
function withoutUnit(figure: string, after: string): string | undefined {
  const [, number = '', unit = ''] = /^(-?\d{1,16}(?:\.\d{1,8})?)(\D{0,12})$/.exec(figure) ?? [];
  if (unit === '' || after.startsWith(unit)) return number;
  const own = unitCalled(unit);
  for (let length = 4; length > 0; length--) {
    const there = after.length >= length ? unitCalled(after.slice(0, length)) : undefined;
    if (!there) continue;
    if (there.dimension !== own?.dimension) return undefined;
    return String(Number(((Number(number) * own.factor) / there.factor).toPrecision(12)));
  }
  return figure;
}
