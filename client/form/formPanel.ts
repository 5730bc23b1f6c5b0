import * as vscode from 'vscode';
import { newNonce } from '../nonce.ts';
import type { Server } from '../server.ts';
import { fillIn, questionsOf } from './asking.ts';
import {
  answered,
  answersToKeep,
  EMPTY,
  edited,
  type Form,
  opened,
  prefilled,
  renewed,
  valuesOf,
} from './form.ts';
import type { FormStore } from './formStore.ts';
import { Marks } from './marks.ts';
import type { FromPage, ToPage } from './messages.ts';
import { formPage } from './page.ts';
import { VALUES_NAME, valuesFor } from './values.ts';
import { saveValues, valuesOfDraft } from './valuesFile.ts';
import { frameWords, pageWords, viewOf } from './view.ts';

export const FORM_VIEW = 'gongwen.form';

/** Quiet after an edit of the draft before the server is asked what is still open, in ms. */
const QUIET = 150;

/**
 * 填写占位符: the form for one draft, beside it. It lists what is asked, shows answers in the draft, and fills all in as one step to undo.
 * The draft may be edited meanwhile; what is answered and not filled in is there again when the form is opened the next time.
 */
export class FormPanel {
  static readonly #open = new Map<string, FormPanel>();

  readonly #server: Server;
  readonly #store: FormStore;
  readonly #document: vscode.TextDocument;
  readonly #panel: vscode.WebviewPanel;
  readonly #marks = new Marks();
  readonly #subscriptions: vscode.Disposable[] = [];
  #form: Form = EMPTY;
  #doubts: ReadonlyMap<string, readonly string[]> = new Map();
  /** The question that the writer is at, and which of its places was looked at last. */
  #current: number | undefined;
  #place = 0;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #filling = false;

  /** The draft whose form is in front, where the tab in front is one. */
  static inFront(): vscode.TextDocument | undefined {
    const { input } = vscode.window.tabGroups.activeTabGroup.activeTab ?? {};
    if (!(input instanceof vscode.TabInputWebview) || !input.viewType.endsWith(FORM_VIEW)) return undefined;
    const panels = [...FormPanel.#open.values()];
    // That a panel is active is told a moment after its tab is.
    for (const panel of panels) if (panels.length === 1 || panel.#panel.active) return panel.#document;
    return undefined;
  }

  /** Brings the draft's form to the front, a new one if there is none. Says so when nothing is asked. */
  static async open(
    server: Server,
    context: vscode.ExtensionContext,
    store: FormStore,
    document: vscode.TextDocument,
    restored?: vscode.WebviewPanel,
  ): Promise<void> {
    const uri = document.uri.toString();
    const known = FormPanel.#open.get(uri);
    if (known) {
      restored?.dispose();
      known.#panel.reveal();
      return;
    }
    const questions = await questionsNow(server, document);
    if (questions.length === 0) {
      restored?.dispose();
      void vscode.window.showInformationMessage(vscode.l10n.t('There are no placeholders to fill in.'));
      return;
    }
    const form = opened(questions, store.halfFilled(uri));
    const values = await valuesOfDraft(document.uri);
    const told = valuesFor(form, values);
    // The draft is to be seen beside it.
    if (!restored && !vscode.window.visibleTextEditors.some((editor) => editor.document === document))
      await vscode.window.showTextDocument(document, { preview: false });
    const panel =
      restored ??
      vscode.window.createWebviewPanel(FORM_VIEW, frameWords(document).title, vscode.ViewColumn.Beside);
    new FormPanel(
      server,
      context,
      store,
      document,
      panel,
      prefilled(form, (entry) => told.get(entry)),
    );
  }

  private constructor(
    server: Server,
    { extensionUri }: vscode.ExtensionContext,
    store: FormStore,
    document: vscode.TextDocument,
    panel: vscode.WebviewPanel,
    form: Form,
  ) {
    this.#server = server;
    this.#store = store;
    this.#document = document;
    this.#panel = panel;
    FormPanel.#open.set(document.uri.toString(), this);
    this.#subscriptions.push(
      this.#marks,
      panel.onDidDispose(() => this.#close()),
      panel.webview.onDidReceiveMessage((message: FromPage) => this.#hear(message)),
      vscode.workspace.onDidChangeTextDocument((event) => this.#follow(event)),
      vscode.workspace.onDidCloseTextDocument((closed) => {
        if (closed === document) panel.dispose();
      }),
      vscode.window.onDidChangeVisibleTextEditors(() => this.#mark()),
    );
    this.#set(form);
    const dist = vscode.Uri.joinPath(extensionUri, 'dist');
    const script = panel.webview.asWebviewUri(vscode.Uri.joinPath(dist, 'form.js')).toString();
    panel.webview.options = { enableScripts: true, localResourceRoots: [dist] };
    const nonce = newNonce();
    panel.webview.html = formPage(frameWords(document), pageWords(document), script, nonce);
  }

  #hear(message: FromPage): void {
    switch (message.type) {
      case 'ready':
        this.#show();
        void this.#doubt();
        break;
      case 'answer':
        this.#set(answered(this.#form, message.id, message.value));
        this.#show();
        void this.#doubt();
        break;
      case 'look':
        this.#look(message.id);
        break;
      case 'jump':
        void this.#report(this.#jump(message.id));
        break;
      case 'apply':
        void this.#report(this.#apply());
        break;
      case 'save':
        void this.#report(this.#save());
        break;
      case 'close':
        void this.#report(this.#leave());
    }
  }

  /** Fills in what is answered; what is not stays asked. */
  async #apply(): Promise<void> {
    if (this.#filling) return;
    this.#filling = true;
    try {
      const filled = await fillIn(this.#server, this.#store, this.#document, (questions) => {
        this.#set(renewed(this.#form, questions));
        return valuesOf(this.#form);
      });
      if (filled === 0) return;
      await this.#renew();
      const left = this.#form.entries.length;
      const said =
        left === 0
          ? vscode.l10n.t('{places} places filled in. One undo brings the text back.', { places: filled })
          : vscode.l10n.t('{places} places filled in; {left} questions left open.', { places: filled, left });
      void vscode.window.showInformationMessage(said);
      this.#post({ type: 'say', text: said });
      if (left === 0) await this.#leave();
    } finally {
      this.#filling = false;
    }
  }

  async #save(): Promise<void> {
    const file = await saveValues(this.#document.uri, this.#form);
    this.#post({
      type: 'say',
      text: file
        ? vscode.l10n.t('Values saved in {file}. Other drafts of the folder are filled from it.', {
            file: vscode.workspace.asRelativePath(file),
          })
        : vscode.l10n.t('Save the draft or open a folder first: {file} is kept beside it.', {
            file: VALUES_NAME,
          }),
    });
  }

  /** Whatever goes wrong is told on the page; answers stay. */
  async #report(work: Promise<void>): Promise<void> {
    try {
      await work;
    } catch (error) {
      this.#server.log.error(error instanceof Error ? (error.stack ?? error.message) : String(error));
      this.#post({
        type: 'say',
        text: vscode.l10n.t('That did not work; your answers are kept. See the log for details.'),
      });
    }
  }

  #look(id: number): void {
    this.#current = id;
    this.#place = 0;
    this.#mark();
    const at = this.#rangeOf(id, 0);
    if (!at) return;
    // What is in sight is left where it is: revealing would also scroll sideways, since a preview makes lines longer.
    for (const editor of vscode.window.visibleTextEditors)
      if (editor.document === this.#document && !editor.visibleRanges.some((seen) => seen.contains(at)))
        editor.revealRange(at, vscode.TextEditorRevealType.InCenterIfOutsideViewport);
  }

  /** Each time to the next place of the question, round and round. */
  async #jump(id: number): Promise<void> {
    const places = this.#form.entries.find((entry) => entry.id === id)?.places.length ?? 0;
    const at = this.#rangeOf(id, this.#place % Math.max(1, places));
    if (!at) return;
    this.#place = (this.#place + 1) % places;
    const editor = await this.#showDraft();
    editor.selection = new vscode.Selection(at.start, at.end);
    editor.revealRange(at, vscode.TextEditorRevealType.InCenterIfOutsideViewport);
  }

  /** Back to the draft, where it is shown already: VS Code would open it once more in the column of the form. */
  async #showDraft(): Promise<vscode.TextEditor> {
    const shown = vscode.window.visibleTextEditors.find((editor) => editor.document === this.#document);
    return vscode.window.showTextDocument(this.#document, {
      preview: false,
      viewColumn: shown?.viewColumn ?? vscode.ViewColumn.One,
    });
  }

  async #leave(): Promise<void> {
    await this.#showDraft();
    this.#panel.dispose();
  }

  #rangeOf(id: number, nth: number): vscode.Range | undefined {
    const place = this.#form.entries.find((entry) => entry.id === id)?.places[nth];
    if (!place) return undefined;
    const { start, end } = place;
    return new vscode.Range(this.#document.positionAt(start), this.#document.positionAt(end));
  }

  #follow({ document, contentChanges }: vscode.TextDocumentChangeEvent): void {
    if (document !== this.#document || contentChanges.length === 0) return;
    const changes = contentChanges.map(({ rangeOffset, rangeLength, text }) => ({
      start: rangeOffset,
      end: rangeOffset + rangeLength,
      text,
    }));
    this.#form = edited(this.#form, changes);
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.#report(this.#renew()), QUIET);
  }

  async #renew(): Promise<void> {
    const questions = await questionsOf(this.#server, this.#document);
    // Edited meanwhile: that edit asks again.
    if (!questions) return;
    this.#set(renewed(this.#form, questions));
    await this.#doubt();
    this.#show();
  }

  async #doubt(): Promise<void> {
    const values = valuesOf(this.#form);
    const asked = this.#form;
    const { doubts } = await this.#server
      .request('gongwen/doubts', { uri: this.#document.uri.toString(), values })
      .catch(() => ({ doubts: [] }));
    // Typed on: the next answer asks for its own.
    if (asked !== this.#form) return;
    this.#doubts = new Map(doubts.map(({ group, messages }) => [group, messages]));
    this.#show();
  }

  #set(form: Form): void {
    this.#form = form;
    this.#store.keep(this.#document.uri.toString(), answersToKeep(form));
    this.#mark();
  }

  #show(): void {
    this.#post({ type: 'show', view: viewOf(this.#form, this.#doubts, this.#document) });
  }

  #mark(): void {
    this.#marks.show(this.#document, this.#form, this.#current);
  }

  #post(message: ToPage): void {
    void this.#panel.webview.postMessage(message);
  }

  #close(): void {
    clearTimeout(this.#timer);
    FormPanel.#open.delete(this.#document.uri.toString());
    for (const subscription of this.#subscriptions) subscription.dispose();
  }
}

/** Asked until the answer is about the text as it stands. */
async function questionsNow(server: Server, document: vscode.TextDocument) {
  for (;;) {
    const questions = await questionsOf(server, document);
    if (questions || document.isClosed) return questions ?? [];
  }
}
