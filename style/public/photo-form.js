// Holds a press of the button back until the photo can be checked on this device.
const form = document.getElementById("photo-form");
const status = document.getElementById("photo-status");

/** Milliseconds after which a photo is sent unchecked: the server checks it too. */
const PATIENCE = 15_000;

let pressed = false;

const press = () => {
  if (!pressed) return;
  pressed = false;
  status.textContent = "";
  if (form.dataset.awake) form.requestSubmit();
  else form.submit();
};

/** Without it nothing on this page ever wakes up: Lockdown Mode, a browser of an office. */
const wakes = typeof WebAssembly === "object";

form.addEventListener("submit", (event) => {
  if (form.dataset.awake || !wakes) return;
  event.preventDefault();
  if (pressed) return;
  pressed = true;
  status.textContent = form.dataset.readying;
  setTimeout(press, PATIENCE);
});

new MutationObserver(press).observe(form, { attributeFilter: ["data-awake"] });

// Where the check is all there is, its absence is said.
const tellUnable = () => {
  if (form.dataset.awake) return;
  const unable = document.getElementById("photo-unable");
  if (unable) unable.hidden = false;
};
if (wakes) setTimeout(tellUnable, PATIENCE);
else tellUnable();

// A page that comes back from the browser's memory would still say "sending".
addEventListener("pageshow", ({ persisted }) => persisted && location.reload());
