import * as assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { apply, closeEditors, codeActions, untitled, waitForFindings, waitForText } from './support';

const ADVERT = '更多材料请关注公众号酷乐文行';
const OPENING = '同志们：\n今天的会议很重要。\n';
const CLOSING = '下面，我讲三点意见。\n';

describe('Quick fixes', () => {
  afterEach(closeEditors);

  it('delete exactly the advert and the blank line it leaves', async () => {
    const draft = await untitled(`${OPENING}\n${ADVERT}\n\n${CLOSING}`);
    const [advert] = await waitForFindings(draft, /^advert\//, [ADVERT]);
    assert.ok(advert);

    const actions = await codeActions(draft, advert.range, vscode.CodeActionKind.QuickFix);
    // The first is what Enter chooses.
    const fix = actions.find((action) => action.edit);
    assert.ok(fix, `offered: ${actions.map((action) => action.title).join('; ')}`);
    await apply(fix);
    await waitForText(draft, `${OPENING}\n${CLOSING}`);
  });

  it('never guess what only the writer knows', async () => {
    const draft = await untitled('刚才，×书记作了重要讲话。\n');
    const [blank] = await waitForFindings(draft, 'placeholder/unfilled', ['×']);
    assert.ok(blank);
    const actions = await codeActions(draft, blank.range, vscode.CodeActionKind.QuickFix);
    assert.ok(actions.length > 0, 'something is offered');
    assert.deepEqual(
      actions.filter((action) => action.edit?.has(draft.uri)).map((action) => action.title),
      [],
    );
  });
});

describe('Fix all (source.fixAll.gongwen)', () => {
  afterEach(closeEditors);

  it('changes safe things only', async () => {
    const draft = await untitled(`${OPENING}${ADVERT}\n刚才，×书记作了重要讲话。\n`);
    await waitForFindings(draft, /^advert\//, [ADVERT]);
    const wholeText = new vscode.Range(0, 0, draft.lineCount, 0);
    const kind = vscode.CodeActionKind.SourceFixAll.append('gongwen');
    const [fixAll, ...others] = await codeActions(draft, wholeText, kind);
    assert.ok(fixAll);
    assert.deepEqual(others, []);
    await apply(fixAll);
    await waitForText(draft, `${OPENING}刚才，×书记作了重要讲话。\n`);
  });
});
