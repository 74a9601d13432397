// Reads drafts beside the page, so that typing never waits. Only the newest draft is read.
import { load } from './index.js';

const analyse = await load();
postMessage({ ready: true });

let waiting;
onmessage = ({ data }) => {
  const isIdle = waiting === undefined;
  waiting = data;
  if (isIdle) setTimeout(read, 0);
};

function read() {
  const { number, text, settings } = waiting;
  waiting = undefined;
  try {
    postMessage({ number, facts: analyse(text, settings) });
  } catch (error) {
    postMessage({ number, error: String(error.message ?? error) });
  }
}
