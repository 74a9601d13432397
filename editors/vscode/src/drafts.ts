// The drafts among the documents that are open. Which ones they are is in `languages`.
import { DocumentFilter, TabInputText, TextDocument, Uri, window } from 'vscode';

import { isDraftNamed, LANGUAGES, NEWSROOM_FILES, SCHEMES } from './languages';

/** Drafts, for whatever VS Code offers in them. */
export const drafts: DocumentFilter[] = LANGUAGES.flatMap((language) => SCHEMES.map((scheme) => ({ scheme, language })));

/** What the server is sent. */
export const selector: DocumentFilter[] = [
  ...drafts,
  ...NEWSROOM_FILES.map((name) => ({ scheme: 'file', pattern: `**/${name}` })),
];

/** Whether a document is a draft that the server reads. */
export function isDraft(document: TextDocument): boolean {
  return isDraftNamed(document.languageId, document.uri.scheme, document.uri.path);
}

/** The draft in front of the user. */
export function currentDraft(): TextDocument | undefined {
  const document = window.activeTextEditor?.document;
  return document && isDraft(document) ? document : undefined;
}

/** Whether a document has a tab. VS Code keeps it for a while when its last one is closed. */
export function hasTab(uri: Uri): boolean {
  const inputs = window.tabGroups.all.flatMap(({ tabs }) => tabs.map(({ input }) => input));
  return inputs.some((input) => input instanceof TabInputText && input.uri.toString() === uri.toString());
}
