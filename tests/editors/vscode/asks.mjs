// What a test asks of VS Code's API, run in the extension host by the probe. Each function knows only what it is given.

/** The findings of a file that is opened, once there are any, as “code at line”. */
export async function findings(vscode, path, least = 1) {
  const uri = vscode.Uri.file(path);
  await vscode.workspace.openTextDocument(uri);
  for (let left = 300; ; left--) {
    const found = vscode.languages.getDiagnostics(uri).filter(({ source }) => source === 'copydesk');
    if (found.length >= least || left === 0) {
      return found.map(({ code, range }) => `${typeof code === 'object' ? code.value : code ?? 'file'} at ${range.start.line + 1}`).sort();
    }
    await new Promise((done) => setTimeout(done, 100));
  }
}

/** The same of the draft in front, once it has no finding of a code any more. */
export async function without(vscode, code) {
  const { uri } = vscode.window.activeTextEditor.document;
  for (let left = 200; ; left--) {
    const codes = vscode.languages.getDiagnostics(uri).map((one) => one.code?.value ?? one.code);
    if (!codes.includes(code) || left === 0) return codes.sort();
    await new Promise((done) => setTimeout(done, 100));
  }
}

/** Opens a file and puts the cursor on the first place of some words. */
export async function pointAt(vscode, path, words) {
  const document = path ? await vscode.workspace.openTextDocument(vscode.Uri.file(path)) : vscode.window.activeTextEditor.document;
  const editor = await vscode.window.showTextDocument(document, vscode.ViewColumn.One);
  const at = document.positionAt(document.getText().indexOf(words) + 1);
  editor.selection = new vscode.Selection(at, at);
  editor.revealRange(editor.selection);
  return document.getText().includes(words);
}

/** The titles of the code actions at the cursor. */
export async function actions(vscode, kind) {
  const { document, selection } = vscode.window.activeTextEditor;
  const found = await vscode.commands.executeCommand('vscode.executeCodeActionProvider', document.uri, selection, kind);
  return found.map(({ title }) => title);
}

/** Applies the code action at the cursor whose title begins so. */
export async function apply(vscode, title) {
  const { document, selection } = vscode.window.activeTextEditor;
  const found = await vscode.commands.executeCommand('vscode.executeCodeActionProvider', document.uri, selection, undefined, 50);
  const action = found.find((one) => one.title.startsWith(title));
  if (!action) return found.map((one) => one.title).join('; ');
  if (action.edit) await vscode.workspace.applyEdit(action.edit);
  if (action.command) await vscode.commands.executeCommand(action.command.command, ...(action.command.arguments ?? []));
  return 'applied';
}

/** Runs a command and waits for it. */
export async function run(vscode, command, ...rest) {
  const answer = await vscode.commands.executeCommand(command, ...rest);
  return typeof answer === 'string' ? answer : null;
}

/** The text of the draft in front. */
export async function draftText(vscode) {
  return vscode.window.activeTextEditor.document.getText();
}

/** Takes the last edit of the draft in front back. */
export async function undo(vscode) {
  await vscode.commands.executeCommand('undo');
  return vscode.window.activeTextEditor.document.getText();
}

/** What can be written at the cursor. */
export async function completions(vscode) {
  const { document, selection } = vscode.window.activeTextEditor;
  const list = await vscode.commands.executeCommand('vscode.executeCompletionItemProvider', document.uri, selection.active);
  return list.items.map(({ label }) => (typeof label === 'string' ? label : label.label));
}

/** Asks for everything that an editor can ask of a place of the draft in front; gives which questions had an answer. */
export async function everything(vscode) {
  const { document: { uri }, selection: { active } } = vscode.window.activeTextEditor;
  const whole = new vscode.Range(0, 0, 999, 0);
  const questions = {
    Hover: [uri, active], Definition: [uri, active], Declaration: [uri, active], Reference: [uri, active], DocumentHighlights: [uri, active],
    DocumentSymbol: [uri], WorkspaceSymbol: ['Ferranti'], CompletionItem: [uri, active], CodeAction: [uri, whole], CodeLens: [uri],
    InlayHint: [uri, whole], FoldingRange: [uri], SelectionRange: [uri, [active]], DocumentSemanticTokens: [uri],
    DocumentRangeSemanticTokens: [uri, whole], Link: [uri], DocumentRename: [uri, active, 'Ferrante'],
  };
  const names = {
    DocumentHighlights: 'executeDocumentHighlights', DocumentSemanticTokens: 'provideDocumentSemanticTokens',
    DocumentRangeSemanticTokens: 'provideDocumentRangeSemanticTokens',
  };
  const answered = [];
  for (const [name, given] of Object.entries(questions)) {
    const answer = await vscode.commands.executeCommand(`vscode.${names[name] ?? `execute${name}Provider`}`, ...given);
    if (answer) answered.push(name);
  }
  for (const what of ['sources', 'timeline']) {
    const text = await vscode.commands.executeCommand('copydesk.export', { what, format: 'markdown', uris: [uri.toString()] });
    if (text) answered.push(`export ${what}`);
  }
  return answered;
}

/** Changes a setting for the user; with no value it is cleared. */
export async function set(vscode, key, value) {
  await vscode.workspace.getConfiguration().update(key, value ?? undefined, vscode.ConfigurationTarget.Global);
}

/** The codes of the findings of the draft in front in the line of some words; none once the words are gone. */
export async function codesAt(vscode, words) {
  const { document } = vscode.window.activeTextEditor;
  const at = document.getText().indexOf(words);
  if (at < 0) return [];
  const { line } = document.positionAt(at);
  return vscode.languages.getDiagnostics(document.uri).filter(({ range }) => range.start.line === line).map(({ code }) => code?.value ?? code);
}

/** Types something in place of some words of the draft in front. */
export async function replace(vscode, words, now) {
  const editor = vscode.window.activeTextEditor;
  const at = editor.document.getText().indexOf(words);
  if (at < 0) return false;
  const range = new vscode.Range(editor.document.positionAt(at), editor.document.positionAt(at + words.length));
  return editor.edit((edit) => edit.replace(range, now));
}
