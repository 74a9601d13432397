// The servers that a window has started, as Linux shows them in /proc. It ends one only if a test says which.
import { readdirSync, readFileSync, readlinkSync, realpathSync } from 'node:fs';

/** The processes that run a program and descend from a process, by number. */
export function running(program, ancestor) {
  const real = realpathSync(program);
  const numbers = readdirSync('/proc').filter((name) => /^\d+$/.test(name)).map(Number);
  return numbers.filter((pid) => attempt(() => readlinkSync(`/proc/${pid}/exe`)) === real && descends(pid, ancestor));
}

function descends(pid, ancestor) {
  for (let at = pid; at > 1; ) {
    if (at === ancestor) return true;
    const parent = /^PPid:\s*(\d+)/m.exec(attempt(() => readFileSync(`/proc/${at}/status`, 'utf8')) ?? '')?.[1];
    at = Number(parent ?? 0);
  }
  return false;
}

/** The network sockets that a process has open, as lines of /proc/net; pipes to whoever started it are none. */
export function networkSockets(pid) {
  const open = readdirSync(`/proc/${pid}/fd`).map((name) => attempt(() => readlinkSync(`/proc/${pid}/fd/${name}`)) ?? '');
  const own = new Set(open.map((name) => /^socket:\[(\d+)\]/.exec(name)?.[1]).filter(Boolean));
  const tables = ['tcp', 'tcp6', 'udp', 'udp6', 'raw', 'raw6'].flatMap((name) =>
    (attempt(() => readFileSync(`/proc/${pid}/net/${name}`, 'utf8')) ?? '').split('\n').slice(1));
  return tables.filter((line) => own.has(line.trim().split(/\s+/)[9]));
}

/**
 * Looks all the time at the network sockets of a program that a process has started, until `stop`, which gives what was seen and how
 * often somebody looked.
 */
export function watchSockets(program, ancestor) {
  const seen = new Set();
  let looks = 0;
  let pids = [];
  const find = () => { pids = running(program, ancestor); };
  const look = () => {
    for (const pid of pids) {
      const sockets = attempt(() => networkSockets(pid));
      if (!sockets) continue;
      looks += 1;
      for (const line of sockets) seen.add(line.trim());
    }
  };
  find();
  const timers = [setInterval(find, 1000), setInterval(look, 20)];
  return {
    looks: () => looks,
    stop() {
      timers.forEach(clearInterval);
      return { seen: [...seen], looks };
    },
  };
}

function attempt(task) {
  try {
    return task();
  } catch {
    // It may have ended in the meantime.
    return undefined;
  }
}
