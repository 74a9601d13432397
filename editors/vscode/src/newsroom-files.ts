// The newsroom's files, copydesk.toml and actors.toml, after an action changed one: it is saved, so that the action has an effect, and
// can be taken back. Files that somebody has in front of them are left alone, and so is what changes for any other reason.
import { CodeAction, commands, Disposable, l10n, TextDocument, Uri, window, workspace } from 'vscode';

import { NEWSROOM_FILES } from './languages';

/** How long after an action a change is taken for its own. */
const PATIENCE = 10_000;

export class NewsroomFiles implements Disposable {
  private expected = 0;
  private readonly subscriptions = [
    workspace.onDidOpenTextDocument((document) => this.noticed(document)),
    workspace.onDidChangeTextDocument(({ document }) => this.noticed(document)),
  ];

  dispose(): void {
    Disposable.from(...this.subscriptions).dispose();
  }

  /** An action is about to change one of the files. */
  expect(): void {
    this.expected = Date.now();
  }

  /** The same, of a code action that was chosen, if it does. */
  expectOf(action: CodeAction | null | undefined): void {
    if (action?.edit?.entries().some(([uri]) => nameOf(uri))) this.expect();
  }

  private noticed(document: TextDocument): void {
    if (Date.now() - this.expected > PATIENCE || !nameOf(document.uri) || isVisible(document)) return;
    this.expected = 0;
    // A new file is opened first and written to then.
    setTimeout(() => void keep(document), 200);
  }
}

function nameOf(uri: Uri): string | undefined {
  return uri.scheme === 'file' ? NEWSROOM_FILES.find((name) => uri.path.endsWith(`/${name}`)) : undefined;
}

function isVisible(document: TextDocument): boolean {
  return window.visibleTextEditors.some((editor) => editor.document === document);
}

async function keep(document: TextDocument): Promise<void> {
  const draft = window.activeTextEditor;
  await document.save();
  const undo = l10n.t('Undo');
  const open = l10n.t('Open');
  const choice = await window.showInformationMessage(l10n.t('{0} was changed and saved.', nameOf(document.uri) ?? ''), undo, open);
  if (!choice) return;
  await window.showTextDocument(document);
  if (choice === open) return;
  await commands.executeCommand('undo');
  // A file that was made for it is gone again.
  if (document.isDirty) await document.save();
  await commands.executeCommand('workbench.action.closeActiveEditor');
  if (draft) await window.showTextDocument(draft.document, draft.viewColumn);
}
