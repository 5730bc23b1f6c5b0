/**
 * 校对结果: the problems of the draft in front as a tree, by family, by rule or in the order of the text, all or those with some words. It shows what the server has
 * told the editor, and is in step with it while one types.
 */
import * as vscode from 'vscode';
import { draftEditor } from './commands/activeDraft.ts';
import type { Shown } from './commands/actOnProblem.ts';
import { plainText } from './plainText.ts';
import { problemsOf, ruleOf } from './problems.ts';
import type { Server } from './server.ts';

/** How the tree is grouped: by family and in it by rule, by rule, or in the order of the text. */
type Grouping = 'family' | 'rule' | 'place';

interface RuleNode {
  readonly is: 'rule';
  readonly ruleId: string;
  readonly problems: readonly vscode.Diagnostic[];
}

interface FamilyNode {
  readonly is: 'family';
  readonly family: string;
  readonly rules: readonly RuleNode[];
}

interface PlaceNode {
  readonly is: 'place';
  readonly uri: vscode.Uri;
  readonly problem: vscode.Diagnostic;
}

type Node = FamilyNode | RuleNode | PlaceNode;

/** A burst of diagnostics (typing) draws the tree once. */
const QUIET = 150;

const GROUPING = 'gongwen.results.grouping';
/** Whether only some of the problems are shown, for the manifest. */
const FILTERED = 'gongwen.results.filtered';

export class ResultsView implements vscode.TreeDataProvider<Node>, vscode.Disposable {
  readonly #server: Server;
  readonly #state: vscode.Memento;
  readonly #view: vscode.TreeView<Node>;
  readonly #changed = new vscode.EventEmitter<undefined>();
  readonly onDidChangeTreeData = this.#changed.event;
  readonly #subscriptions: vscode.Disposable[];
  /** Chinese names of the rules; asked for once. */
  #titles: Promise<ReadonlyMap<string, string>> | undefined;
  /** Words that a problem must have to be shown; `''` for all. */
  #filter = '';
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(server: Server, state: vscode.Memento) {
    this.#server = server;
    this.#state = state;
    this.#view = vscode.window.createTreeView<Node>('gongwen.results', {
      treeDataProvider: this,
      showCollapseAll: true,
    });
    const later = () => this.#later();
    this.#subscriptions = [
      this.#view,
      this.#changed,
      vscode.languages.onDidChangeDiagnostics(later),
      vscode.window.onDidChangeActiveTextEditor(later),
      vscode.window.tabGroups.onDidChangeTabs(later),
    ];
    this.#refresh();
  }

  dispose(): void {
    clearTimeout(this.#timer);
    for (const subscription of this.#subscriptions) subscription.dispose();
  }

  get #grouping(): Grouping {
    return this.#state.get<Grouping>(GROUPING, 'family');
  }

  /** Asks how the problems are to be listed. */
  async chooseGrouping(): Promise<void> {
    const labels: Readonly<Record<Grouping, string>> = {
      family: vscode.l10n.t('By family'),
      rule: vscode.l10n.t('By rule'),
      place: vscode.l10n.t('In the order of the text'),
    };
    const items = (['family', 'rule', 'place'] as const).map((grouping) => ({
      label: labels[grouping],
      description: grouping === this.#grouping ? vscode.l10n.t('now') : '',
      grouping,
    }));
    const picked = await vscode.window.showQuickPick(items, { title: vscode.l10n.t('List the problems') });
    if (!picked) return;
    await this.#state.update(GROUPING, picked.grouping);
    this.#refresh();
  }

  /** Asks for the words of the problems to be shown; without any all are. */
  async chooseFilter(): Promise<void> {
    const filter = await vscode.window.showInputBox({
      title: vscode.l10n.t('Show only problems with these words'),
      prompt: vscode.l10n.t('Words of the message or of the rule; nothing shows all'),
      value: this.#filter,
    });
    if (filter !== undefined) await this.setFilter(filter);
  }

  async setFilter(filter: string): Promise<void> {
    this.#filter = filter.trim().toLowerCase();
    await vscode.commands.executeCommand('setContext', FILTERED, this.#filter !== '');
    this.#refresh();
  }

  /** What the server calls a rule. */
  async ruleName(ruleId: string): Promise<string> {
    return (await this.#ruleTitles()).get(ruleId) ?? ruleId;
  }

  async getChildren(node?: Node): Promise<Node[]> {
    if (node?.is === 'family') return [...node.rules];
    const document = draftEditor()?.document;
    if (!document || node?.is === 'place') return [];
    const place = (problem: vscode.Diagnostic): PlaceNode => ({ is: 'place', uri: document.uri, problem });
    if (node) return node.problems.map(place);
    const problems = await this.#filtered(problemsOf(document.uri));
    switch (this.#grouping) {
      case 'place':
        return problems.map(place);
      case 'rule':
        return byRule(problems);
      case 'family':
        return byFamily(problems);
    }
  }

  async getTreeItem(node: Node): Promise<vscode.TreeItem> {
    const { Expanded, Collapsed } = vscode.TreeItemCollapsibleState;
    switch (node.is) {
      case 'family': {
        const item = new vscode.TreeItem(familyName(node.family), Expanded);
        const count = node.rules.reduce((sum, { problems }) => sum + problems.length, 0);
        return Object.assign(item, { description: String(count), contextValue: 'gongwen.family' });
      }
      case 'rule': {
        const name = await this.ruleName(node.ruleId);
        const item = new vscode.TreeItem(name, Collapsed);
        const [gravest] = [...node.problems].sort((a, b) => a.severity - b.severity);
        return Object.assign(item, {
          description: `${node.problems.length}`,
          tooltip: node.ruleId,
          // Else the tooltip is read out.
          accessibilityInformation: { label: `${name} ${node.problems.length}` },
          iconPath: ICONS[gravest!.severity],
          contextValue: 'gongwen.rule',
        });
      }
      case 'place': {
        const { uri, problem } = node;
        const item = new vscode.TreeItem(plainText(problem.message));
        return Object.assign(item, {
          description: vscode.l10n.t('line {line}', { line: problem.range.start.line + 1 }),
          tooltip: plainText(problem.message),
          iconPath: ICONS[problem.severity],
          contextValue: 'gongwen.place',
          command: {
            command: 'vscode.open',
            title: '',
            arguments: [uri, { selection: problem.range, preview: false }],
          } satisfies vscode.Command,
        });
      }
    }
  }

  /** What the tree's own actions are about: a rule id or a family. */
  static subject(node: unknown): string | undefined {
    const { is, ruleId, family } = (node ?? {}) as Partial<RuleNode & FamilyNode>;
    return is === undefined ? undefined : (ruleId ?? family);
  }

  /** The place that a node of the tree is about: for a rule the first of its places. */
  static shown(node: unknown): Shown | undefined {
    const { is, uri, problem, problems } = (node ?? {}) as Partial<PlaceNode & RuleNode>;
    if (is === undefined) return undefined;
    const first = problem ?? problems?.[0];
    const at = uri ?? draftEditor()?.document.uri;
    return first && at && { uri: at, problem: first };
  }

  async #filtered(problems: readonly vscode.Diagnostic[]): Promise<readonly vscode.Diagnostic[]> {
    if (this.#filter === '') return problems;
    const titles = await this.#ruleTitles();
    return problems.filter((problem) => {
      const ruleId = ruleOf(problem);
      const said = `${problem.message} ${ruleId} ${titles.get(ruleId) ?? ''}`;
      return said.toLowerCase().includes(this.#filter);
    });
  }

  #later(): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#refresh(), QUIET);
  }

  #refresh(): void {
    const document = draftEditor()?.document;
    const count = document ? problemsOf(document.uri).length : 0;
    this.#view.badge =
      count > 0 ? { value: count, tooltip: vscode.l10n.t('{count} problems', { count }) } : undefined;
    this.#view.message =
      document && count === 0
        ? vscode.l10n.t('Nothing found in this document.')
        : this.#filter === ''
          ? ''
          : vscode.l10n.t('Only those with “{words}”', { words: plainText(this.#filter) });
    this.#changed.fire(undefined);
  }

  #ruleTitles(): Promise<ReadonlyMap<string, string>> {
    this.#titles ??= this.#server
      .request('gongwen/rulePages', {})
      .then(({ rules }) => new Map(rules.map(({ ruleId, title }) => [ruleId, title])))
      .catch(() => {
        // No server: asked again with the next drawing.
        this.#titles = undefined;
        return new Map();
      });
    return this.#titles;
  }
}

/** In the order in which they are first met. */
function byRule(problems: readonly vscode.Diagnostic[]): RuleNode[] {
  const rules = new Map<string, vscode.Diagnostic[]>();
  for (const problem of problems) {
    const ruleId = ruleOf(problem);
    rules.set(ruleId, [...(rules.get(ruleId) ?? []), problem]);
  }
  return [...rules].map(([ruleId, found]) => ({ is: 'rule', ruleId, problems: found }));
}

function byFamily(problems: readonly vscode.Diagnostic[]): FamilyNode[] {
  const families = new Map<string, RuleNode[]>();
  for (const rule of byRule(problems)) {
    const family = rule.ruleId.slice(0, rule.ruleId.indexOf('/'));
    families.set(family, [...(families.get(family) ?? []), rule]);
  }
  return [...families].map(([family, found]) => ({ is: 'family', family, rules: found }));
}

function familyName(family: string): string {
  switch (family) {
    case 'placeholder':
      return vscode.l10n.t('Placeholders');
    case 'numbering':
      return vscode.l10n.t('Numbering');
    case 'advert':
      return vscode.l10n.t('Adverts and watermarks');
    case 'figures':
      return vscode.l10n.t('Figures');
    case 'punctuation':
      return vscode.l10n.t('Punctuation');
    case 'numerals':
      return vscode.l10n.t('Numerals');
    case 'wording':
      return vscode.l10n.t('Wording');
    case 'terms':
      return vscode.l10n.t('Terms');
    case 'format':
      return vscode.l10n.t('Document form');
    default:
      return family;
  }
}

const ICONS: Readonly<Record<vscode.DiagnosticSeverity, vscode.ThemeIcon>> = {
  [vscode.DiagnosticSeverity.Error]: new vscode.ThemeIcon(
    'error',
    new vscode.ThemeColor('problemsErrorIcon.foreground'),
  ),
  [vscode.DiagnosticSeverity.Warning]: new vscode.ThemeIcon(
    'warning',
    new vscode.ThemeColor('problemsWarningIcon.foreground'),
  ),
  [vscode.DiagnosticSeverity.Information]: new vscode.ThemeIcon(
    'info',
    new vscode.ThemeColor('problemsInfoIcon.foreground'),
  ),
  [vscode.DiagnosticSeverity.Hint]: new vscode.ThemeIcon('lightbulb'),
};
