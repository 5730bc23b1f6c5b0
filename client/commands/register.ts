/** The commands: by what name each is called, and what it works with. Their titles and places in menus are the manifest's. */
import * as vscode from 'vscode';
import type { DraftInFront } from '../draftState.ts';
import type { FormStore } from '../form/formStore.ts';
import { ruleOf } from '../problems.ts';
import { ResultsView } from '../resultsView.ts';
import type { Server } from '../server.ts';
import { WordEditor } from '../word/editor.ts';
import { exportReview } from '../word/review.ts';
import { fixProblem, ignoreProblem } from './actOnProblem.ts';
import { checkDocument } from './checkDocument.ts';
import { checkSet } from './checkSet.ts';
import type { WorkspaceCheck } from './checkWorkspace.ts';
import { createReport } from './createReport.ts';
import { explainRule } from './explainRule.ts';
import { fillPlaceholders } from './fillPlaceholders.ts';
import { fillSet } from './fillSet.ts';
import { goToFinding } from './goToFinding.ts';
import { makeLedger } from './makeLedger.ts';
import { manageIgnores } from './manageIgnores.ts';
import { openSample } from './openSample.ts';
import { renumber } from './renumber.ts';
import { reopenWithEncoding } from './reopenWithEncoding.ts';
import { applySafeFixes } from './safeFixes.ts';
import { saveFiles } from './saveFiles.ts';
import { setKind } from './setKind.ts';
import { switchPreset } from './switchPreset.ts';
import { restartServer, withServer } from './withServer.ts';

/** The lasting parts of the extension that commands work with. */
export interface Parts {
  readonly context: vscode.ExtensionContext;
  readonly server: Server;
  readonly draft: DraftInFront;
  readonly forms: FormStore;
  readonly results: ResultsView;
  readonly files: WorkspaceCheck;
}

/** What VS Code calls with the arguments of a menu, a link or another command. */
type Command = (...args: never[]) => unknown;
type Commands = Readonly<Record<string, Command>>;

/** Registers all of them, as `gongwen.NAME`. */
export function registerCommands(parts: Parts): vscode.Disposable {
  const commands: Commands = {
    ...forTheDraft(parts),
    ...forFiles(parts),
    ...forTheResults(parts),
    ...forWord(parts),
    ...forTheServer(parts),
    ...forActions(parts),
  };
  const registered = Object.entries(commands).map(([name, run]) =>
    vscode.commands.registerCommand(`gongwen.${name}`, run),
  );
  return vscode.Disposable.from(...registered);
}

function forTheDraft({ context, server, draft, forms }: Parts): Commands {
  return {
    checkDocument: withServer(server, checkDocument),
    clearAdverts: withServer(server, () => applySafeFixes(server, ['advert'])),
    fixAllSafe: withServer(server, () => applySafeFixes(server)),
    fillPlaceholders: withServer(server, (_, uri?: string, group?: string) =>
      fillPlaceholders(server, context, forms, uri, group),
    ),
    nextFinding: () => goToFinding('next'),
    previousFinding: () => goToFinding('previous'),
    renumber: withServer(server, renumber),
    createReport: withServer(server, createReport),
    setKind: withServer(server, () => setKind(server, draft.state?.status?.kind)),
    switchPreset,
    manageIgnores: withServer(server, manageIgnores),
    explainRule: withServer(server, (_, ruleId?: string) => explainRule(server, ruleId)),
    openSample: () => openSample(context),
  };
}

function forFiles({ server, forms, files }: Parts): Commands {
  return {
    checkWorkspace: withServer(server, () => files.run()),
    checkFolder: withServer(server, (_, clicked?: vscode.Uri, selected?: readonly vscode.Uri[]) =>
      files.run(chosen(clicked, selected)),
    ),
    checkSet: withServer(server, (_, clicked?: vscode.Uri) => checkSet(server, files, clicked)),
    clearChecked: () => files.clear(),
    fillSet: withServer(server, (_, clicked?: vscode.Uri, selected?: readonly vscode.Uri[]) =>
      fillSet(server, forms, chosen(clicked, selected)),
    ),
    makeLedger: withServer(server, makeLedger),
  };
}

/** Of the tree 校对结果; they are called with the node they stand at. */
function forTheResults({ server, results }: Parts): Commands {
  return {
    'results.groupBy': () => results.chooseGrouping(),
    'results.filter': () => results.chooseFilter(),
    'results.showAll': () => results.setFilter(''),
    'results.fix': withServer(server, async (_, node: unknown) => {
      const shown = ResultsView.shown(node);
      if (shown) await fixProblem(server, shown);
    }),
    'results.ignore': withServer(server, async (_, node: unknown) => {
      const shown = ResultsView.shown(node);
      if (shown) await ignoreProblem(server, shown, await results.ruleName(ruleOf(shown.problem)));
    }),
    'results.fixAll': withServer(server, async (_, node: unknown) => {
      const subject = ResultsView.subject(node);
      if (subject !== undefined) await applySafeFixes(server, [subject]);
    }),
    'results.explain': withServer(server, (_, node: unknown) =>
      explainRule(server, ResultsView.subject(node)),
    ),
  };
}

function forWord({ server }: Parts): Commands {
  return {
    openWord: (uri: vscode.Uri) =>
      vscode.commands.executeCommand('vscode.openWith', uri, WordEditor.viewType),
    exportReview: withServer(server, (_, uri?: vscode.Uri) => exportReview(server, uri)),
  };
}

function forTheServer({ server }: Parts): Commands {
  return {
    restartServer: () => restartServer(server),
    showLog: () => server.log.show(),
  };
}

/** Not in the palette: code actions call them. */
function forActions({ server }: Parts): Commands {
  return {
    reopenWithEncoding,
    saveFiles: (uris: readonly string[]) => saveFiles(server, uris),
  };
}

/** From the explorer: all that is selected, what was clicked; nothing from the palette. */
function chosen(clicked?: vscode.Uri, selected?: readonly vscode.Uri[]): readonly vscode.Uri[] {
  if (selected && selected.length > 0) return selected;
  return clicked ? [clicked] : [];
}
