import { defineFact } from '../../engine/facts.ts';
import { defineParagraphRule } from '../../engine/rule.ts';
import { type WrongParticle, wrongParticles } from '../../language/wording/particles.ts';
import { explainFault, type Fault, faults, faultsOf, fixFault } from './words/faults.ts';

const found = defineFact<readonly (Fault | WrongParticle)[]>(
  'particles and what is wrong with them',
  { facts: [wrongParticles, faults] },
  (paragraph) => [...paragraph.fact(wrongParticles), ...faultsOf(paragraph, 'particle')],
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

  fix(fault) {
    if ('row' in fault) return fixFault(fault, true);
    const { at, right } = fault;
    return [{ title: `改为“${right}”`, edits: [{ start: at, end: at + 1, text: right }], safe: true }];
  },
});
