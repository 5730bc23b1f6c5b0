/** A rate of what was to be done, told sentences before: 全年计划新增就业6000人。…上半年，新增就业3300人，完成率55%. */
import { isPlain, type Quantity } from '../../../language/quantities/quantities.ts';
import { Characters } from '../../../language/text/characters.ts';
import { anyOf } from '../../../language/text/pattern.ts';
import { names } from './compared.ts';
import type { Relation } from './relation.ts';
import { between, lead } from './sentences.ts';
import { shareOf } from './shapes.ts';
import { adds } from './sums.ts';

/** What the name of such a rate ends with. */
const ENDS = new Characters('率的度为达到');
const RATE = new RegExp(
  `^(?:(?:目标|任务|计划)?完成[率度]|(?:完成|占|达到?)(?:了)?(?:年度|全年|年初|年初既定)?${anyOf('目标 任务 计划')}(?:任务|数)?的)(?:为|达到?)?$`,
);
const PLANNED = '计划 目标 任务 确定 下达 安排 力争 要求 拟';
/** Who plans, and how much of what: 县委确定全年新增就业|6000人. */
const GOAL = new RegExp(`${anyOf(PLANNED)}[^，。；、\\d]{2,16}$`);
/** What is told of the part before what it counts. */
const DONE = /^(?:截至[^，]{0,8}|目前|现|全[县市区镇乡])?(?:已|累计|共|实际)*(?:完成|实现)?/;
/** Between the part and its rate. */
const NEXT = /^[^，。；、\d]{0,4}[，,]/;
/** So many figures back the goal may stand. */
const FARTHEST = 24;
/** What was counted is called by so many characters. */
const LEAST_NAME = 2;
const LONGEST_NAME = 6;

export function readRateOfGoal(text: string, figures: readonly Quantity[], found: Relation[]): void {
  for (let i = 2; i < figures.length; i++) {
    const r = figures[i]!;
    if (r.kind !== 'percent' || !isPlain(r) || !ENDS.at(text, r.start - 1) || !RATE.test(lead(text, r)))
      continue;
    const part = figures[i - 1]!;
    if (!adds(part) || !NEXT.test(between(text, part, r)) || found.some(({ claimed }) => claimed === r))
      continue;
    const name = lead(text, part).replace(DONE, '').slice(-LONGEST_NAME);
    if (name.length < LEAST_NAME) continue;
    const goals = figures
      .slice(Math.max(0, i - FARTHEST), i - 1)
      .filter((q) => q.unit === part.unit && adds(q) && isGoalOf(lead(text, q), name));
    const [whole] = goals;
    if (!whole || goals.length > 1) continue;
    const relation = shareOf({ part, whole, share: r });
    if (relation) found.push({ ...relation, doubtful: true });
  }
}

const isGoalOf = (said: string, name: string) => GOAL.test(said) && names(said, name);
