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

form.addEventListener("submit", (event) => {
  if (form.dataset.awake) return;
  event.preventDefault();
  if (pressed) return;
  pressed = true;
  status.textContent = form.dataset.readying;
  setTimeout(press, PATIENCE);
});

new MutationObserver(press).observe(form, { attributeFilter: ["data-awake"] });
