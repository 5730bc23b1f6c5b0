import { defineFact } from '../../engine/facts.ts';
import { defineParagraphRule } from '../../engine/rule.ts';
import { type WrongParticle, wrongParticles } from '../../language/wording/particles.ts';
import { explainFault, type Fault, faults, faultsOf, fixFault } from './words/faults.ts';
import { gotForOf } from './words/got-for-of.ts';

const found = defineFact<readonly (Fault | WrongParticle)[]>(
  'particles and what is wrong with them',
  { facts: [wrongParticles, faults, gotForOf] },
  (paragraph) => {
    const known = [...paragraph.fact(wrongParticles), ...paragraph.fact(faults)];
    const isKnown = ({ at }: WrongParticle) => known.some(({ start, end }) => start <= at && at < end);
    return [
      ...paragraph.fact(wrongParticles),
      ...faultsOf(paragraph, 'particle'),
      ...paragraph.fact(gotForOf).filter((wrong) => !isKnown(wrong)),
    ];
  },
);

const USES = { 的: '修饰名词用“的”', 地: '修饰动词用“地”', 得: '补语前用“得”' };

/** 修的再宽 for 修得再宽: 的, 地 and 得 where the words around leave no choice. */
export const particle = defineParagraphRule<Fault | WrongParticle>({
  id: 'wording/particle',
  severity: 'warning',

  reads: found,
  find: (paragraph) => paragraph.fact(found),

  explain(fault, { text }) {
    if ('row' in fault) return { message: explainFault(fault, text) };
    const { start, end, at, right } = fault;
    return { message: `“${text.slice(start, end)}”的“${text[at]}”应作“${right}”：${USES[right]}` };
  },

  fix(fault, paragraph) {
    if ('row' in fault) return fixFault(fault, true);
    const { at, right } = fault;
    const safe = !paragraph.fact(gotForOf).includes(fault);
    return [{ title: `改为“${right}”`, edits: [{ start: at, end: at + 1, text: right }], safe }];
  },
});
