// Which documents are drafts, by what they are called. It is the one list of languages; a test compares package.json with it.

/** The languages that drafts are written in, as VS Code calls them. */
export const LANGUAGES = ['archieml', 'html', 'markdown', 'mdx', 'plaintext', 'quarto'];

/** Where the sample draft is. */
export const SAMPLE_SCHEME = 'copydesk-sample';

/** Where drafts may be. Of other documents, such as one side of a comparison, the server would read a second copy. */
export const SCHEMES = ['file', 'untitled', 'vscode-vfs', SAMPLE_SCHEME];

/** The newsroom's own files, which the server checks and completes; without a TOML extension they are plain text. */
export const NEWSROOM_FILES = ['copydesk.toml', 'actors.toml'];

/**
 * Whether a document is a draft. A TOML file is plain text where no extension knows better, and still no draft; neither are the notes
 * of one, `story.notes.txt`.
 */
export function isDraftNamed(language: string, scheme: string, path: string): boolean {
  return LANGUAGES.includes(language) && SCHEMES.includes(scheme) && !/\.toml$|\.notes\.\w+$/i.test(path);
}
