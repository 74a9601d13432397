// The command that changes the day a draft is read as of: in the draft, if it gives one there, or else in the settings. It finds
// no date itself.
import {
  commands, ConfigurationTarget, Disposable, l10n, Range, TextDocument, Uri, window, workspace, WorkspaceEdit,
} from 'vscode';
import type { LanguageClient } from 'vscode-languageclient/node';

import { currentDraft } from './drafts';
import { ReadAsOf, timelineRequest } from './protocol';
import { reveal, toRange } from './reveal';
import { isDay } from './status-text';

export function registerDate(client: () => LanguageClient | undefined): Disposable {
  return commands.registerCommand('copydesk.changeDate', () => changeDate(client()));
}

async function changeDate(client: LanguageClient | undefined): Promise<void> {
  const draft = currentDraft();
  const readAsOf = draft && client ? await ask(client, draft) : undefined;
  if (draft && readAsOf?.range) return changeInDraft(draft, readAsOf.date, readAsOf.range);
  if (readAsOf?.source === 'fileName') {
    const name = draft?.uri.path.slice(draft.uri.path.lastIndexOf('/') + 1) ?? '';
    void window.showInformationMessage(
      l10n.t('The date is in the name of the file, “{0}”. Rename the file, or write another date in the draft.', name),
    );
    return;
  }
  await changeInSettings(draft?.uri);
}

async function ask(client: LanguageClient, draft: TextDocument): Promise<ReadAsOf | null | undefined> {
  const params = { textDocument: { uri: client.code2ProtocolConverter.asUri(draft.uri) } };
  const timeline = await timelineRequest.send(client, params).catch(() => undefined);
  return timeline?.readAsOf;
}

/** A date in figures is written anew. Words are the writer's, and so is how they are put: the way there is offered. */
async function changeInDraft(draft: TextDocument, date: string, range: Parameters<typeof toRange>[0]): Promise<void> {
  const place = toRange(range);
  const words = draft.getText(place);
  const at = words.indexOf(date);
  if (at < 0) {
    const go = l10n.t('Go There');
    const answer = await window.showInformationMessage(l10n.t('The draft gives its date as “{0}”. Change it there.', words), go);
    if (answer === go) await reveal(draft.uri, range);
    return;
  }
  const prompt = l10n.t('It is written in the draft, as YYYY-MM-DD.');
  const changed = await askDay(l10n.t('The date of this draft'), prompt, date, isDay);
  if (changed === undefined || changed === date) return;
  const start = draft.offsetAt(place.start) + at;
  const end = start + date.length;
  const edit = new WorkspaceEdit();
  edit.replace(draft.uri, new Range(draft.positionAt(start), draft.positionAt(end)), changed);
  await workspace.applyEdit(edit);
}

/** The day from which days are counted in drafts that give none. */
async function changeInSettings(draft: Uri | undefined): Promise<void> {
  const settings = workspace.getConfiguration('copydesk', draft);
  const prompt = l10n.t('As YYYY-MM-DD; leave it empty to have none. A date in the draft takes precedence.');
  const isFine = (text: string) => text === '' || isDay(text);
  const date = await askDay(l10n.t('The date for drafts that give none'), prompt, settings.get<string>('date', ''), isFine);
  if (date === undefined) return;
  const target = workspace.workspaceFolders ? ConfigurationTarget.Workspace : ConfigurationTarget.Global;
  await settings.update('date', date || undefined, target);
}

function askDay(title: string, prompt: string, value: string, isFine: (text: string) => boolean): Thenable<string | undefined> {
  const problem = l10n.t('Write the date as YYYY-MM-DD, such as 2031-05-05.');
  const validateInput = (text: string) => (isFine(text) ? undefined : problem);
  return window.showInputBox({ title, prompt, value, placeHolder: '2031-05-05', validateInput });
}
