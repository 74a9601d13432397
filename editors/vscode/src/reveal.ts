// Leads to a place of a draft.
import { Position, Range, Selection, TextEditorRevealType, Uri, ViewColumn, window } from 'vscode';
import type { Range as ProtocolRange } from 'vscode-languageclient/node';

/** Shows a place of a draft in the editor and selects it. */
export async function reveal(uri: Uri, place: ProtocolRange): Promise<void> {
  const range = toRange(place);
  // Where the draft is already, not on top of a panel next to it.
  const shown = window.visibleTextEditors.find((editor) => editor.document.uri.toString() === uri.toString());
  const editor = await window.showTextDocument(uri, { preserveFocus: false, viewColumn: shown?.viewColumn ?? ViewColumn.One });
  editor.selection = new Selection(range.start, range.end);
  editor.revealRange(range, TextEditorRevealType.InCenterIfOutsideViewport);
}

export function toRange({ start, end }: ProtocolRange): Range {
  return new Range(new Position(start.line, start.character), new Position(end.line, end.character));
}
