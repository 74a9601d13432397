#!/usr/bin/env node
// Starts the program that came with the package for this platform. It downloads nothing.
"use strict";

const { spawnSync } = require("node:child_process");

const platform = `${process.platform}-${process.arch}`;
const name = process.platform === "win32" ? "copydesk.exe" : "copydesk";

let program;
try {
  program = require.resolve(`@copydesk/cli-${platform}/bin/${name}`);
} catch {
  console.error(
    `copydesk: there is no program for ${platform} here. Install @copydesk/cli-${platform}; ` +
      "npm leaves it out if optional dependencies are turned off.",
  );
  process.exit(2);
}

const done = spawnSync(program, process.argv.slice(2), { stdio: "inherit", windowsHide: true });
if (done.error) {
  console.error(`copydesk: ${done.error.message}`);
  process.exit(2);
}
if (done.signal) process.kill(process.pid, done.signal);
process.exit(done.status ?? 2);
