// Runs the photo check (frontend/photo) off the page's thread. It exists because a worker must
// begin with a script. Each message in has an `id`, which the answers carry:
//   {kind: "check", file: Blob, today: "2026-11-22", exceptions: ["head_covering", …], turn}
//       -> {kind: "stage", stage} before each stage, then {kind: "report", report}
//       `turn` is how a person turned the picture ("none", "right", "half", "left"), if one did
//   {kind: "look", pixels: ArrayBuffer of RGBA, width, height, care: "quick" | "thorough"}
//       -> {kind: "look", look}
//   {kind: "fit", file: Blob, turn, crop: {left, top, width, height}}; of the turned picture, the
//       width follows from the height
//       -> {kind: "fitted", jpeg: ArrayBuffer, width, height}
//   {kind: "cancel"} with the id of a check: it stops before its next stage
// Instead of an answer: {kind: "failed", why}. `why` is "cancelled", "unreadable" (the file),
// "damaged", "outside", "uncoded" (fit), "bad_request", "unsupported" (the module cannot be loaded
// or run here) or "broken" (it broke off: start another worker).
// `report` and `look` have the shape of the JSON of `photo_check::Report` and `photo_check::Look`.
import load, { PhotoChecker, cut } from "/modules/photo.js";

/** The checker, once the module is here; refused where the browser cannot run it. */
const ready = load().then(() => new PhotoChecker());
// Told with the answer to each message.
ready.catch(() => {});

/** Ids of what is being done, and of what is to stop. */
const running = new Set();
const cancelled = new Set();

const bytes = async (file) => {
  try {
    return new Uint8Array(await file.arrayBuffer());
  } catch {
    throw "unreadable";
  }
};

/** Lets messages in that have come meanwhile. */
const pause = () => new Promise((done) => setTimeout(done));

const check = async (checker, { id, file, today, exceptions, turn }) => {
  const [year, month, day] = today.split("-").map(Number);
  const checking = checker.begin(await bytes(file), year, month, day, exceptions ?? [], turn);
  if (!checking) throw "bad_request";
  try {
    for (let stage = checking.stage(); stage; stage = checking.stage()) {
      postMessage({ id, kind: "stage", stage });
      await pause();
      if (cancelled.delete(id)) throw "cancelled";
      checker.step(checking);
    }
    postMessage({ id, kind: "report", report: checking.report() });
  } finally {
    checking.free();
  }
};

const look = async (checker, { id, pixels, width, height, care }) => {
  const seen = checker.look(new Uint8Array(pixels), width, height, care === "quick");
  if (!seen) throw "bad_request";
  postMessage({ id, kind: "look", look: seen });
};

const fit = async (checker, { id, file, turn, crop }) => {
  const done = cut(await bytes(file), turn ?? "none", crop.left, crop.top, crop.height);
  const jpeg = done.jpeg().buffer;
  postMessage({ id, kind: "fitted", jpeg, width: done.width(), height: done.height() }, [jpeg]);
  done.free();
};

const acts = { check, look, fit };

const act = async (message) => {
  const checker = await ready.catch(() => {
    throw "unsupported";
  });
  if (!(message.kind in acts)) throw "bad_request";
  await acts[message.kind](checker, message);
};

/** What went wrong, in a word; a module that broke off in the middle cannot go on. */
const why = (error) => (typeof error === "string" ? error : "broken");

addEventListener("message", async ({ data }) => {
  if (data.kind === "cancel") {
    if (running.has(data.id)) cancelled.add(data.id);
    return;
  }
  running.add(data.id);
  try {
    await act(data);
  } catch (error) {
    postMessage({ id: data.id, kind: "failed", why: why(error) });
  } finally {
    running.delete(data.id);
    cancelled.delete(data.id);
  }
});
