import * as vscode from 'vscode';
import type { Server } from '../server.ts';

const SCHEME = 'gongwen-rule';

/** 打开规则说明: the page of a rule, rendered inside the editor; without a rule it is chosen from the list. */
export async function explainRule(server: Server, ruleId?: string): Promise<void> {
  const chosen = ruleId ?? (await chooseRule(server));
  if (chosen === undefined) return;
  const uri = vscode.Uri.from({ scheme: SCHEME, path: `/${chosen}.md` });
  await vscode.commands.executeCommand('markdown.showPreview', uri);
}

/** Pages are documents of a scheme of their own: nothing is written, nothing is fetched. */
export function provideRulePages(server: Server): vscode.Disposable {
  // The link behind a problem opens the page as a text; it is there to be read, not as its source.
  const rendering = vscode.window.tabGroups.onDidChangeTabs(async ({ opened }) => {
    for (const tab of opened) {
      if (!(tab.input instanceof vscode.TabInputText) || tab.input.uri.scheme !== SCHEME) continue;
      await vscode.commands.executeCommand('markdown.showPreview', tab.input.uri);
      await vscode.window.tabGroups.close(tab);
    }
  });
  const pages = vscode.workspace.registerTextDocumentContentProvider(SCHEME, {
    async provideTextDocumentContent({ path }) {
      const ruleId = path.slice(1, -'.md'.length);
      const { markdown } = await server.request('gongwen/rulePage', { ruleId });
      return markdown;
    },
  });
  return vscode.Disposable.from(rendering, pages);
}

async function chooseRule(server: Server): Promise<string | undefined> {
  const { rules } = await server.request('gongwen/rulePages', {});
  const picked = await vscode.window.showQuickPick(
    rules.map(({ ruleId, title }) => ({ label: title, description: ruleId })),
    { placeHolder: vscode.l10n.t('Which rule?'), matchOnDescription: true },
  );
  return picked?.description;
}
