// Text in, facts and findings out. The module has no imports: it reaches no file, no network and no clock.

/**
 * Makes the function that reads drafts, from the module in copydesk.wasm: its bytes, a compiled module, or a response of `fetch`.
 * Without an argument the file beside this one is read.
 */
export async function load(source) {
  const { memory, copydesk_reserve, copydesk_release, copydesk_analyse } = (await instance(source)).exports;

  /** Writes a text into the memory of the module; what it was given is a start and a length. */
  const put = (text) => {
    const bytes = new TextEncoder().encode(text);
    const start = copydesk_reserve(bytes.length) >>> 0;
    new Uint8Array(memory.buffer, start, bytes.length).set(bytes);
    return [start, bytes.length];
  };

  return function analyse(text, settings = {}) {
    const answer = copydesk_analyse(...put(text), ...put(JSON.stringify(settings)));
    const start = Number(BigInt.asUintN(32, answer >> 32n));
    const length = Number(BigInt.asUintN(32, answer));
    const json = new TextDecoder().decode(new Uint8Array(memory.buffer, start, length));
    copydesk_release(start, length);
    const { facts, error } = JSON.parse(json);
    if (error !== undefined) throw new Error(error);
    return facts;
  };
}

async function instance(source) {
  if (source instanceof WebAssembly.Module) return WebAssembly.instantiate(source);
  const bytes = source === undefined ? await beside() : source;
  if (typeof Response === 'function' && bytes instanceof Response) return (await WebAssembly.instantiate(await bytes.arrayBuffer())).instance;
  return (await WebAssembly.instantiate(bytes)).instance;
}

async function beside() {
  const url = new URL('copydesk.wasm', import.meta.url);
  if (url.protocol !== 'file:') return (await fetch(url)).arrayBuffer();
  const { readFile } = await import('node:fs/promises');
  return readFile(url);
}
