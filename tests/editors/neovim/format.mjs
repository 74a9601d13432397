// Formats Lua files as StyLua does, or says which are not formatted; the program itself is in no package that can be installed
// here, its library is. Prints PASS or ERROR at the end.
//   node format.mjs [--write] FOLDER...     (FOLDER/.stylua.toml of the first has the settings)
import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createRequire } from 'node:module';

const require = createRequire(join(process.cwd(), 'package.json'));
const { formatCode, Config, IndentType, LuaVersion, OutputVerification, QuoteStyle } = require('@johnnymorganz/stylua');

const writes = process.argv[2] === '--write';
const folders = process.argv.slice(writes ? 3 : 2);

function settings(file) {
  const config = Config.new();
  const known = { Spaces: IndentType.Spaces, AutoPreferSingle: QuoteStyle.AutoPreferSingle };
  for (const [, key, value] of readFileSync(file, 'utf8').matchAll(/^(\w+) = (.+)$/gm)) {
    config[key] = value.startsWith('"') ? known[JSON.parse(value)] : Number(value);
  }
  config.syntax = LuaVersion.LuaJIT;
  return config;
}

function luaFiles(folder) {
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith('.lua'))
    .map((entry) => join(entry.parentPath ?? entry.path, entry.name));
}

let wrong = 0;
const files = folders.flatMap(luaFiles);
for (const file of files) {
  const text = readFileSync(file, 'utf8');
  const formatted = formatCode(text, settings(join(folders[0], '.stylua.toml')), undefined, OutputVerification.Full);
  if (formatted === text) continue;
  if (writes) writeFileSync(file, formatted);
  else {
    wrong += 1;
    console.log(`not formatted: ${file}`);
  }
}
console.log(wrong ? `ERROR: ${wrong} of ${files.length} files are not formatted` : `PASS: ${files.length} files`);
process.exitCode = wrong ? 1 : 0;
