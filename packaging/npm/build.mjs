// Makes npm packages from programs that were built: one for each platform, and the one that chooses among them.
//
//   node packaging/npm/build.mjs OUT PLATFORM=PROGRAM...
//   node packaging/npm/build.mjs target/npm linux-x64=target/release/copydesk
//
// PLATFORM is process.platform and process.arch of Node. Nothing is published and nothing is downloaded.
import { chmodSync, copyFileSync, cpSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const here = dirname(fileURLToPath(import.meta.url));
const [out, ...programs] = process.argv.slice(2);
if (!out || programs.length === 0) {
  console.error("usage: build.mjs OUT PLATFORM=PROGRAM...");
  process.exit(2);
}

const cargo = readFileSync(join(here, "../../Cargo.toml"), "utf8");
const version = /^version = "([^"]+)"/m.exec(cargo)[1];
const main = JSON.parse(readFileSync(join(here, "copydesk/package.json"), "utf8"));
main.version = version;
main.optionalDependencies = {};

for (const argument of programs) {
  const [platform, program] = argument.split("=");
  const [os, cpu] = platform.split("-");
  const name = `@copydesk/cli-${platform}`;
  const file = os === "win32" ? "copydesk.exe" : "copydesk";
  const folder = join(out, `cli-${platform}`);
  mkdirSync(join(folder, "bin"), { recursive: true });
  copyFileSync(program, join(folder, "bin", file));
  chmodSync(join(folder, "bin", file), 0o755);
  const manifest = {
    name,
    version,
    description: `copydesk for ${platform}`,
    license: main.license,
    os: [os],
    cpu: [cpu],
    files: ["bin"],
  };
  writeFileSync(join(folder, "package.json"), `${JSON.stringify(manifest, null, 2)}\n`);
  main.optionalDependencies[name] = version;
}

const folder = join(out, "copydesk");
cpSync(join(here, "copydesk"), folder, { recursive: true });
chmodSync(join(folder, "bin/copydesk.js"), 0o755);
writeFileSync(join(folder, "package.json"), `${JSON.stringify(main, null, 2)}\n`);
