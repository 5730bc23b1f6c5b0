/**
 * A copy of a document with its gaps filled in (填写占位符): plain edits, no tracked changes, each run keeping its formatting. What cannot
 * be written (the result of a field, an automatic number) stays open, and is told.
 */
import { type Edit, gapsOf, type Question, questionsOf } from '../rules/index.ts';
import type { CheckedDocument, CheckedStory } from './check.ts';
import type { Part } from './package/package.ts';
import { writeChange } from './review/changes.ts';
import { PartEditor } from './review/part-editor.ts';
import { operationsOf, type Refusal } from './review/place.ts';

/** A place that stays open, in {@link CheckedDocument.text}, and why. */
export interface OpenPlace extends Edit {
  readonly why: Refusal;
}

export interface Filled {
  readonly bytes: Uint8Array;
  /** Places that were filled. */
  readonly filled: number;
  readonly open: readonly OpenPlace[];
}

/** What is asked for in all stories together, in the order of the text; places are those of {@link CheckedDocument.text}. */
export function wordQuestions(checked: CheckedDocument): Question[] {
  return questionsOf(checked.document, gapsOf(checked.findings()));
}

/** @param values by the group of the question; those without one stay open */
export function fillDocument(checked: CheckedDocument, values: ReadonlyMap<string, string>): Filled {
  const editors = new Map<Part, PartEditor>();
  const editorOf = (part: Part) => {
    let editor = editors.get(part);
    if (!editor) {
      editor = new PartEditor(part, undefined, noIds);
      editors.set(part, editor);
    }
    return editor;
  };
  const edits = wordQuestions(checked).flatMap(({ group, fill }) => {
    const value = values.get(group);
    return value === undefined ? [] : fill(value);
  });
  const open: OpenPlace[] = [];
  let filled = 0;
  for (const edit of edits) {
    const operations = operationsIn(checked, edit);
    if (typeof operations === 'string') open.push({ ...edit, why: operations });
    else {
      for (const operation of operations) writeChange(operation, ({ part }) => editorOf(part));
      filled++;
    }
  }
  const changes = new Map([...editors].map(([part, editor]) => [part.name, editor.result()]));
  return { bytes: checked.word.package.write(changes), filled, open };
}

/** Changes for good have no ids, but for halves of somebody's change that is parted; nothing is parted here. */
const noIds = () => 0;

/** An edit of the whole text as operations on the paragraphs of its story. */
function operationsIn({ stories }: CheckedDocument, edit: Edit) {
  const isIn = ({ offset, story }: CheckedStory) =>
    edit.start >= offset && edit.end <= offset + story.reading.text.length;
  const { offset, story } = stories.find(isIn)!;
  return operationsOf(story.reading, { ...edit, start: edit.start - offset, end: edit.end - offset });
}
