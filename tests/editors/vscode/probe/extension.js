// For the tests only: runs the functions that a test leaves in a folder, with the API of VS Code, and leaves their answers there.
const { existsSync, readFileSync, renameSync, writeFileSync } = require('node:fs');
const { join } = require('node:path');
const vscode = require('vscode');

exports.activate = () => {
  const folder = process.env.COPYDESK_PROBE;
  // A window that was loaded again goes on where the one before it ended.
  let next = 1;
  while (existsSync(join(folder, `${next}.answer`))) next += 1;
  let isBusy = false;
  const look = async () => {
    const asked = join(folder, `${next}.js`);
    if (isBusy || !existsSync(asked)) return;
    isBusy = true;
    let answer;
    try {
      const task = new Function('vscode', 'given', `return (${readFileSync(asked, 'utf8')})(vscode, ...given)`);
      answer = { value: await task(vscode, JSON.parse(readFileSync(`${asked}on`, 'utf8'))) };
    } catch (error) {
      answer = { error: String(error?.stack ?? error) };
    }
    // In one step, so that no half of it is read.
    writeFileSync(join(folder, 'answer'), JSON.stringify(answer));
    renameSync(join(folder, 'answer'), join(folder, `${next}.answer`));
    next += 1;
    isBusy = false;
  };
  setInterval(look, 25);
};
