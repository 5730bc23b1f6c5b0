import type { Rule } from '../../engine/rule.ts';
import { doubledLevel } from './doubled-level.ts';
import { expression } from './expression.ts';
import { garbled } from './garbled.ts';
import { geography } from './geography.ts';
import { houseName } from './house-name.ts';
import { houseTerm } from './house-term.ts';
import { lawTitle } from './law-title.ts';
import { otherPlace } from './other-place.ts';
import { outdated } from './outdated.ts';
import { ownName } from './own-name.ts';
import { person } from './person.ts';
import { personName } from './person-name.ts';
import { personOrder } from './person-order.ts';
import { post } from './post.ts';
import { season } from './season.ts';
import { setMeeting } from './set-meeting.ts';
import { strayPlace } from './stray-place.ts';

export const rules: readonly Rule[] = [
  expression,
  doubledLevel,
  outdated,
  lawTitle,
  garbled,
  geography,
  ownName,
  strayPlace,
  person,
  personName,
  personOrder,
  houseName,
  otherPlace,
  houseTerm,
  setMeeting,
  post,
  season,
];
