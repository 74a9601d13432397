// The inside of the story panel: shows what the extension sends and says where somebody clicked. It asks for nothing else.
(() => {
  const editor = acquireVsCodeApi();
  const page = document.querySelector('main');
  let shown = '';
  window.addEventListener('message', ({ data }) => {
    if (typeof data.html !== 'string' || data.html === shown) return;
    // Whoever is in the middle of the page with the keyboard stays there.
    const focused = document.activeElement?.id;
    page.innerHTML = shown = data.html;
    if (focused) document.getElementById(focused)?.focus();
  });
  page.addEventListener('click', ({ target }) => {
    const range = target.closest('[data-range]')?.dataset.range;
    if (range) editor.postMessage({ reveal: JSON.parse(range) });
  });
  editor.postMessage({ ready: true });
})();
