// What is done about a finding besides correcting it: ignoring it, turning its rule off, taking a name up into the actor file, and
// leaving out a draft. The server makes every edit; here it is only asked, and the edit can be undone like any other.
import {
  CodeAction, commands, Diagnostic, Disposable, l10n, languages, QuickPickItem, Range, TextEditor, window, workspace,
} from 'vscode';
import type { LanguageClient } from 'vscode-languageclient/node';

import { isDraft } from './drafts';
import { NewsroomFiles } from './newsroom-files';
import { ActorChoices, actorChoicesRequest } from './protocol';

/** The kind of the action that applies all safe fixes. */
const FIX_ALL = 'source.fixAll.copydesk';

type Client = () => LanguageClient | undefined;
type Scope = 'here' | 'draft' | 'project' | 'rule';

export function registerDismissing(client: Client, files: NewsroomFiles): Disposable[] {
  const ignore = (scope: Scope) => () => ignoreHere(client, files, scope);
  return [
    commands.registerCommand('copydesk.ignoreHere', ignore('here')),
    commands.registerCommand('copydesk.ignoreInDraft', ignore('draft')),
    commands.registerCommand('copydesk.ignoreInProject', ignore('project')),
    commands.registerCommand('copydesk.turnOffRule', ignore('rule')),
    commands.registerCommand('copydesk.fixAll', fixAll),
    commands.registerCommand('copydesk.addToActors', () => addToActors(client, files)),
    commands.registerCommand('copydesk.excludeFile', () => excludeFile(client, files)),
  ];
}

function draftEditor(): TextEditor | undefined {
  const editor = window.activeTextEditor;
  return editor && isDraft(editor.document) ? editor : undefined;
}

/** Has the server do something, and says in its words why it could not. */
async function ask(command: string, argument: object): Promise<void> {
  try {
    await commands.executeCommand(command, argument);
  } catch (error) {
    void window.showWarningMessage(`copydesk: ${error instanceof Error ? error.message : String(error)}`);
  }
}

async function ignoreHere(client: Client, files: NewsroomFiles, scope: Scope): Promise<void> {
  const editor = draftEditor();
  const running = client();
  if (!editor || !running) return;
  const finding = await findingAt(editor);
  if (!finding) return;
  if (scope === 'project' || scope === 'rule') files.expect();
  const convert = running.code2ProtocolConverter;
  await ask('copydesk.ignore', {
    uri: convert.asUri(editor.document.uri), range: convert.asRange(finding.range), code: codeOf(finding), scope,
  });
}

/** The finding at the cursor, or else in its line; if there are several, the one that is chosen. */
async function findingAt(editor: TextEditor): Promise<Diagnostic | undefined> {
  const all = languages.getDiagnostics(editor.document.uri).filter(({ source }) => source === 'copydesk');
  const exact = all.filter(({ range }) => range.intersection(editor.selection));
  const line = editor.document.lineAt(editor.selection.active.line).range;
  const here = exact.length ? exact : all.filter(({ range }) => range.intersection(line));
  if (!here.length) {
    void window.showInformationMessage(l10n.t('There is no finding at the cursor.'));
    return undefined;
  }
  if (here.length === 1) return here[0];
  const items = here.map((finding) => ({ label: finding.message, description: codeOf(finding), finding }));
  return (await window.showQuickPick(items, { placeHolder: l10n.t('Which finding?') }))?.finding;
}

function codeOf(finding: Diagnostic): string {
  return String(typeof finding.code === 'object' ? finding.code.value : finding.code);
}

async function fixAll(): Promise<void> {
  const document = draftEditor()?.document;
  if (!document) return;
  const whole = new Range(0, 0, document.lineCount, 0);
  const found = await commands.executeCommand<CodeAction[]>('vscode.executeCodeActionProvider', document.uri, whole, FIX_ALL, 1);
  const edit = found.find(({ kind }) => kind?.value === FIX_ALL)?.edit;
  if (edit) await workspace.applyEdit(edit);
  else void window.showInformationMessage(l10n.t('There is nothing in the draft that can be fixed safely.'));
}

/** Takes the name at the cursor up into actors.toml, as what the user says it is. */
async function addToActors(client: Client, files: NewsroomFiles): Promise<void> {
  const editor = draftEditor();
  const running = client();
  if (!editor || !running) return;
  const convert = running.code2ProtocolConverter;
  const uri = convert.asUri(editor.document.uri);
  const position = convert.asPosition(editor.selection.active);
  const choices = await actorChoicesRequest.send(running, { textDocument: { uri }, position }).catch(() => null);
  if (!choices) {
    void window.showInformationMessage(l10n.t('There is no new name at the cursor.'));
    return;
  }
  const chosen = await chooseRole(choices);
  if (!chosen) return;
  const entry = chosen.as === 'new' ? undefined : chosen.entry ?? await chooseEntry(choices, chosen.label);
  if (chosen.as !== 'new' && !entry) return;
  files.expect();
  await ask('copydesk.addActor', { uri, position, as: chosen.as, ...(entry ? { entry } : {}) });
}

type Role = QuickPickItem & { as: 'new' | 'alias' | 'misspelling'; entry?: string };

async function chooseRole({ name, newEntry, entries }: ActorChoices): Promise<Role | undefined> {
  const roles: Role[] = [];
  if (newEntry) roles.push({ label: `$(person-add) ${l10n.t('New entry')}`, description: newEntry.description, as: 'new' });
  for (const { id, label, description } of entries.filter(({ isNear }) => isNear).slice(0, 3)) {
    roles.push(
      { label: `$(tag) ${l10n.t('Another name of {0}', label)}`, description, as: 'alias', entry: id },
      { label: `$(whole-word) ${l10n.t('A misspelling of {0}', label)}`, description, as: 'misspelling', entry: id },
    );
  }
  if (entries.length) {
    roles.push(
      { label: `$(tag) ${l10n.t('Another name of somebody in the file…')}`, as: 'alias' },
      { label: `$(whole-word) ${l10n.t('A misspelling of somebody in the file…')}`, as: 'misspelling' },
    );
  }
  return window.showQuickPick(roles, { title: l10n.t('Add “{0}” to actors.toml', name), placeHolder: l10n.t('Who is it?'), matchOnDescription: true });
}

async function chooseEntry({ name, entries }: ActorChoices, title: string): Promise<string | undefined> {
  const items = entries.map(({ id, label, description }) => ({ label, description, id }));
  const placeHolder = l10n.t('Who is “{0}”?', name);
  return (await window.showQuickPick(items, { title: title.replace(/\$\([^)]*\) /, ''), placeHolder, matchOnDescription: true }))?.id;
}

async function excludeFile(client: Client, files: NewsroomFiles): Promise<void> {
  const editor = draftEditor();
  const running = client();
  if (!editor || !running) return;
  files.expect();
  await ask('copydesk.exclude', { uri: running.code2ProtocolConverter.asUri(editor.document.uri) });
}
