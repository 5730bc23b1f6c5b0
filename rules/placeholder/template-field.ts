import type { Document } from '../../engine/document.ts';
import { defineModel } from '../../engine/facts.ts';
import { defineDocumentRule, type Match } from '../../engine/rule.ts';
import { choices } from './template/choices.ts';
import { type Field, fields } from './template/fields.ts';
import { namedValues } from './template/named-values.ts';
import { partLabels } from './template/part-labels.ts';

/** What a template has left in the text. */
type Left = Match &
  (
    | { readonly what: 'field'; readonly name: string }
    | { readonly what: 'choice'; readonly name: string; readonly options: readonly string[] }
    | { readonly what: 'label'; readonly name: string }
  );

/** A draft made from a template shows it by a field in a sentence; then 【日期】 alone on a line is one too. */
const isTemplate = defineModel<boolean>('template', (document: Document) =>
  document.paragraphsWith(fields).some((p) => p.fact(fields).some(isSure)),
);

/** More questions with （是/否） are a form. */
const ANSWERS = 2;

const isSure = ({ doubted }: Field) => !doubted;

/** {{单位}} ${name} <姓名> «姓名»: a field that the merge did not replace, a choice not made, the label of a part. */
export const templateField = defineDocumentRule<Left>({
  id: 'placeholder/template-field',
  severity: 'error',

  *find(document) {
    for (const paragraph of document.paragraphsWith(fields)) {
      for (const { start, end, name, doubted } of paragraph.fact(fields)) {
        if (doubted && !document.model(isTemplate)) continue;
        yield { start: paragraph.start + start, end: paragraph.start + end, what: 'field', name };
      }
    }
    for (const paragraph of document.paragraphsWith(namedValues)) {
      for (const { start, end, name } of paragraph.fact(namedValues))
        yield { start: paragraph.start + start, end: paragraph.start + end, what: 'field', name };
    }
    const chosen = document.paragraphsWith(choices);
    const isForm = chosen.flatMap((p) => p.fact(choices)).filter((c) => c.isAnswer).length > ANSWERS;
    for (const paragraph of chosen) {
      for (const { start, end, options, isAnswer } of paragraph.fact(choices)) {
        if (isAnswer && isForm) continue;
        const name = paragraph.text.slice(start, end);
        const at = { start: paragraph.start + start, end: paragraph.start + end };
        yield { ...at, severity: 'warning', what: 'choice', name, options };
      }
    }
    for (const { paragraph, label } of document.model(partLabels)) {
      const start = paragraph.start + label.start;
      yield { start, end: paragraph.start + label.end, severity: 'warning', what: 'label', name: label.name };
    }
  },

  explain(left) {
    switch (left.what) {
      case 'field':
        return { message: `模板字段“${left.name}”没有替换成实际内容` };
      case 'choice':
        return { message: `“${left.name}”是模板留下的选项，应只留其一` };
      case 'label':
        return { message: `“${left.name}：”是模板各部分的标签，成文时应删去` };
    }
  },

  fix({ start, end, ...left }) {
    if (left.what !== 'choice') return [];
    return left.options.map((text) => ({
      title: `只留“${text}”`,
      edits: [{ start, end, text }],
      safe: false,
    }));
  },

  ask(left) {
    // A field stands for one value wherever it appears.
    const { name } = left;
    return left.what === 'field'
      ? { slot: 'field', label: name, group: `field:${name}` }
      : {
          slot: 'text',
          label: left.what === 'choice' ? `选定的说法（${name}）` : `内容（${name}）`,
          group: '',
        };
  },
});
