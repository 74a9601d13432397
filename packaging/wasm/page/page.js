// Shows what is said in the draft. What a draft says is set as text and never as markup; the reading is done in worker.js.
const [draft, format, date, state, findings, speakers] = ['draft', 'format', 'date', 'state', 'findings', 'speakers']
  .map((id) => document.getElementById(id));

/** So long after the last key the draft is read. */
const PAUSE = 300;

const worker = new Worker('worker.js', { type: 'module' });
let asked = 0;
let timer;

worker.onmessage = ({ data: { number, ready, facts, error } }) => {
  if (ready) {
    state.textContent = 'Paste a draft, or write one.';
    if (draft.value) ask();
  } else if (number === asked) {
    if (error) state.textContent = error;
    else show(facts);
  }
};
worker.onerror = () => {
  state.textContent = 'The program could not be started. This page must come from a web server: run “python3 -m http.server” in its folder.';
};

function ask() {
  asked += 1;
  const settings = { format: format.value, offsets: 'utf16', fields: ['quotes', 'findings'] };
  if (date.value) settings.reference_date = date.value;
  worker.postMessage({ number: asked, text: draft.value, settings });
}

for (const [field, event] of [[draft, 'input'], [format, 'change'], [date, 'change']]) {
  field.addEventListener(event, () => {
    clearTimeout(timer);
    timer = setTimeout(ask, PAUSE);
  });
}

/** An element with a text, which a click or Enter leads from to the words in the draft. */
function leading(tag, className, text, { start, end }) {
  const button = document.createElement('button');
  button.type = 'button';
  button.textContent = text;
  button.addEventListener('click', () => {
    draft.focus();
    draft.setSelectionRange(start, end);
  });
  const element = document.createElement(tag);
  element.className = className;
  element.append(button);
  return element;
}

function plain(tag, text) {
  const element = document.createElement(tag);
  element.textContent = text;
  return element;
}

const counted = (count, one, many) => `${count} ${count === 1 ? one : many}`;

function show(facts) {
  const quoted = facts.quotes.filter(({ kind }) => kind === 'direct' || kind === 'mixed');
  state.textContent = `${counted(facts.findings.length, 'finding', 'findings')}, ${counted(quoted.length, 'quotation', 'quotations')}`;
  findings.replaceChildren(...facts.findings.map((one) => leading('li', one.level, one.message, one)));
  const said = new Map();
  for (const quote of quoted) {
    const who = quote.speaker?.resolved ?? quote.speaker?.text ?? 'Nobody is named';
    said.set(who, [...(said.get(who) ?? []), quote]);
  }
  speakers.replaceChildren(...[...said].flatMap(([who, quotes]) => {
    const list = document.createElement('ul');
    list.append(...quotes.map((quote) => leading('li', 'quote', quote.text, quote)));
    return [plain('h3', who), list];
  }));
}
