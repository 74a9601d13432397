// Finds the copydesk program: by setting, in the extension, on PATH. It never starts it and never asks the workspace.
import { accessSync, constants, statSync } from 'node:fs';
import { delimiter, isAbsolute, join } from 'node:path';

/** Where to look. All of it is passed in, so that a test can say what the machine looks like. */
export interface Places {
  /** The setting `copydesk.server.path` as it is written, empty where it is not set. */
  setting: string;
  /** The folder of the extension; a bundled copy is in its `bin/`. */
  extensionFolder: string;
  /** The value of the environment variable PATH. */
  path: string;
  homeFolder: string;
  windows: boolean;
}

/** A problem is a word for the one who tells it, and knows the language of the user. */
export type Located =
  | { found: true; program: string; from: 'setting' | 'bundled' | 'path' }
  | { found: false; problem: 'missing' | 'relative' | 'no program'; setting: string };

/**
 * The program to start. A setting that leads nowhere is reported, not ignored: whoever wrote it wants that
 * program and no other.
 */
export function locate(places: Places): Located {
  const setting = places.setting.trim();
  if (setting !== '') return fromSetting(setting, places.homeFolder);

  const name = places.windows ? 'copydesk.exe' : 'copydesk';
  const bundled = join(places.extensionFolder, 'bin', name);
  if (isProgram(bundled)) return { found: true, program: bundled, from: 'bundled' };

  // Relative folders on PATH would be read from the folder of the workspace, which is not to be trusted.
  for (const folder of places.path.split(delimiter).filter(isAbsolute)) {
    const program = join(folder, name);
    if (isProgram(program)) return { found: true, program, from: 'path' };
  }
  return { found: false, problem: 'missing', setting };
}

function fromSetting(setting: string, homeFolder: string): Located {
  const program = /^~[/\\]/.test(setting) ? join(homeFolder, setting.slice(2)) : setting;
  if (!isAbsolute(program)) return { found: false, problem: 'relative', setting };
  if (!isProgram(program)) return { found: false, problem: 'no program', setting };
  return { found: true, program, from: 'setting' };
}

function isProgram(file: string): boolean {
  try {
    accessSync(file, constants.X_OK);
    return statSync(file).isFile();
  } catch {
    return false;
  }
}
