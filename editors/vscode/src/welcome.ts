// The first minutes: a sample draft to try things on. The walkthrough itself is in the manifest.
import { commands, Disposable, ExtensionContext, Uri, window, workspace } from 'vscode';

export function registerWelcome(context: ExtensionContext): Disposable[] {
  return [
    commands.registerCommand('copydesk.openSample', () => openSample(context.extensionUri)),
    commands.registerCommand('copydesk.openWalkthrough', () =>
      commands.executeCommand('workbench.action.openWalkthrough', `${context.extension.id}#copydesk.start`, false)),
  ];
}

/** Opens the sample as a new, unsaved draft: nothing that is done to it needs to be taken back. */
async function openSample(extension: Uri): Promise<void> {
  const bytes = await workspace.fs.readFile(Uri.joinPath(extension, 'walkthrough', 'sample.md'));
  const draft = await workspace.openTextDocument({ language: 'markdown', content: Buffer.from(bytes).toString('utf8') });
  await window.showTextDocument(draft);
}
