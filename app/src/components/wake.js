(js, wasm) => {
  // Lockdown Mode, a browser of an office: the page stays plain HTML.
  if (typeof WebAssembly !== "object") return;
  // The loader of the islands' files waits for one after the other. One that fails before it is
  // waited for, as in Firefox when the page is left, is no error: whoever waits for it hears of it.
  const { fetch } = window;
  window.fetch = (...asked) => {
    const answer = fetch(...asked);
    answer.catch(() => {});
    return answer;
  };
  // Asked for here and not by a link: WebKit fetches what a link preloads a second time.
  const code = window.fetch(wasm);
  const load = async () => {
    const module = await import(js);
    await module.default({ module_or_path: code });
    return module;
  };
  const wake = async () => {
    // What is not had, as on a line that broke, leaves the page plain HTML.
    const module = await load().catch((cause) => console.warn(cause));
    if (!module) return;
    module.hydrate();
    for (const island of document.querySelectorAll("leptos-island")) module[island.dataset.component](island);
  };
  // Soon, where a slow or busy phone is never idle.
  if (window.requestIdleCallback) requestIdleCallback(wake, { timeout: 300 });
  else wake();
}
