// The sample draft of the first steps: a file in memory that saves itself, so that closing it asks nothing. Nothing of it is kept.
import {
  commands, Disposable, EventEmitter, FileChangeEvent, FileChangeType, FileStat, FileSystemError, FileSystemProvider, FileType,
  TextDocument, Uri, workspace,
} from 'vscode';

import { hasTab } from './drafts';
import { SAMPLE_SCHEME } from './languages';

/** How long after the last key the draft is saved. */
const PAUSE = 300;

export class Sample implements Disposable, FileSystemProvider {
  private readonly changed = new EventEmitter<FileChangeEvent[]>();
  readonly onDidChangeFile = this.changed.event;
  private readonly uri = Uri.from({ scheme: SAMPLE_SCHEME, path: '/Sample draft.md' });
  /** What has been made of it, if it is open. */
  private written: Uint8Array | undefined;
  private writtenAt = Date.now();
  private pause: NodeJS.Timeout | undefined;
  private readonly subscriptions = [
    this.changed,
    workspace.registerFileSystemProvider(SAMPLE_SCHEME, this, { isCaseSensitive: true }),
    workspace.onDidChangeTextDocument(({ document }) => this.saveSoon(document)),
  ];

  constructor(private readonly original: Uri) {}

  dispose(): void {
    clearTimeout(this.pause);
    Disposable.from(...this.subscriptions).dispose();
  }

  /** Shows the sample: as it was made if it is open, and else as it was at first. */
  async open(): Promise<void> {
    if (!hasTab(this.uri)) {
      this.keep(undefined);
      this.changed.fire([{ type: FileChangeType.Changed, uri: this.uri }]);
    }
    // Not `showTextDocument`, which keeps the draft for minutes after it is closed, and with it its findings.
    await commands.executeCommand('vscode.open', this.uri, { preview: false });
  }

  async readFile(uri: Uri): Promise<Uint8Array> {
    if (uri.path !== this.uri.path) throw FileSystemError.FileNotFound(uri);
    return this.written ?? workspace.fs.readFile(this.original);
  }

  async stat(uri: Uri): Promise<FileStat> {
    const { length: size } = await this.readFile(uri);
    return { type: FileType.File, ctime: 0, mtime: this.writtenAt, size };
  }

  writeFile(uri: Uri, content: Uint8Array): void {
    if (uri.path !== this.uri.path) throw FileSystemError.NoPermissions(uri);
    this.keep(content);
  }

  watch(): Disposable {
    return new Disposable(() => {});
  }

  readDirectory(): [string, FileType][] {
    return [];
  }

  createDirectory(uri: Uri): void {
    throw FileSystemError.NoPermissions(uri);
  }

  delete(uri: Uri): void {
    throw FileSystemError.NoPermissions(uri);
  }

  rename(uri: Uri): void {
    throw FileSystemError.NoPermissions(uri);
  }

  private keep(content: Uint8Array | undefined): void {
    this.written = content;
    this.writtenAt = Date.now();
  }

  private saveSoon(document: TextDocument): void {
    if (document.uri.scheme !== SAMPLE_SCHEME) return;
    clearTimeout(this.pause);
    this.pause = setTimeout(() => void (document.isDirty && document.save()), PAUSE);
  }
}
