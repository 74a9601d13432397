// The first minutes: a sample draft to try things on. The walkthrough itself is in the manifest.
import { commands, Disposable, ExtensionContext, Uri } from 'vscode';

import { Sample } from './sample';

export function registerWelcome(context: ExtensionContext): Disposable[] {
  const sample = new Sample(Uri.joinPath(context.extensionUri, 'walkthrough', 'sample.md'));
  return [
    sample,
    commands.registerCommand('copydesk.openSample', () => sample.open()),
    commands.registerCommand('copydesk.openWalkthrough', () =>
      commands.executeCommand('workbench.action.openWalkthrough', `${context.extension.id}#copydesk.start`, false)),
  ];
}
