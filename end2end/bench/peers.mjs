// The photo check beside packages that find faces in a browser. Cold: a new browser context, bytes
// fetched (brotli, without the photo) and time from the page's start to the first verdict. Warm:
// processor time of all the browser's processes for each photo.
// node peers.mjs PHOTO ; ROUNDS=7 how often
import { chromium } from '@playwright/test';
import { join, resolve } from 'node:path';

import { cost, median, sleep } from './cpu.mjs';
import { serve } from './serve.mjs';

const photo = resolve(process.argv[2]);
const rounds = Number(process.env.ROUNDS ?? 7);
const here = import.meta.dirname;

/** For each, a script that sets `again`, a function to a verdict on `photo`. */
const PAGES = {
  ours: `
    const worker = new Worker('/photo-worker.js', { type: 'module' });
    const again = () => new Promise((done, fail) => {
      worker.onmessage = ({ data }) => {
        if (data.kind === 'report') done(data.report.faces.length);
        if (data.kind === 'failed') fail(new Error(data.why));
      };
      worker.postMessage({ id: 1, kind: 'check', file: photo, today: '2026-11-22', exceptions: [] });
    });`,
  'tasks-vision': `
    const { FaceDetector, FilesetResolver, ImageSegmenter } = await import('/peers/@mediapipe/tasks-vision/vision_bundle.mjs');
    const wasm = await FilesetResolver.forVisionTasks('/peers/@mediapipe/tasks-vision/wasm');
    const model = (modelAssetPath) => ({ baseOptions: { modelAssetPath, delegate: 'CPU' }, runningMode: 'IMAGE' });
    const again = await Promise.all([
      FaceDetector.createFromOptions(wasm, model('/peers/@mediapipe/face_detection/face_detection_short_range.tflite')),
      ImageSegmenter.createFromOptions(wasm, { ...model('/peers/@mediapipe/selfie_segmentation/selfie_segmentation.tflite'), outputConfidenceMasks: true }),
    ]).then(
      ([faces, person]) => async () => {
        const picture = await createImageBitmap(photo);
        const found = faces.detect(picture).detections.length;
        person.segment(picture).close();
        picture.close();
        return found;
      },
      // The models of the registry lack what this package asks of them: then only its start is timed.
      (refusal) => async () => 'none: ' + refusal.message.slice(0, 60),
    );`,
  'face-api': `
    const api = await import('/peers/@vladmandic/face-api/dist/face-api.esm.js');
    await Promise.all([api.nets.tinyFaceDetector.loadFromUri('/peers/@vladmandic/face-api/model'), api.nets.faceLandmark68TinyNet.loadFromUri('/peers/@vladmandic/face-api/model')]);
    const again = async () => {
      const picture = await createImageBitmap(photo);
      const canvas = Object.assign(document.createElement('canvas'), { width: picture.width, height: picture.height });
      canvas.getContext('2d').drawImage(picture, 0, 0);
      picture.close();
      const found = await api.detectAllFaces(canvas, new api.TinyFaceDetectorOptions()).withFaceLandmarks(true);
      return found.length;
    };`,
};
const html = (script) => `<!doctype html><link rel="icon" href="data:,"><title>bench</title><script type="module">
  try {
    const photo = await (await fetch('/photos/photo.jpg')).blob();
    ${script}
    const faces = await again();
    Object.assign(window, { again, first: { faces, ms: performance.now() } });
  } catch (error) { window.first = { failed: String(error.message ?? error).slice(0, 300) }; }
</script>`;

const site = await serve((path) => {
  const name = decodeURIComponent(path.slice(1));
  if (name in PAGES) return Buffer.from(html(PAGES[name]));
  if (path === '/photos/photo.jpg') return photo;
  if (path.startsWith('/peers/')) return join(here, 'peers/node_modules', path.slice(7));
  return join(resolve(here, '../../style/public'), path);
});
const server = await chromium.launchServer({
  executablePath: '/usr/bin/chromium-headless-shell',
  args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking'],
});
const browser = await chromium.connect(server.wsEndpoint());
const root = server.process().pid;

async function opened(name) {
  const context = await browser.newContext();
  const page = await context.newPage();
  const said = [];
  page.on('console', (message) => said.push(message.text()));
  const before = { bytes: site.bytes, paths: site.paths.length };
  await page.goto(`${site.url}/${encodeURIComponent(name)}`);
  const first = await page
    .waitForFunction(() => window.first, undefined, { timeout: 60_000 })
    .then((found) => found.jsonValue())
    .catch(() => ({ failed: `no verdict within a minute: ${said.at(-1) ?? ''}`.slice(0, 200) }));
  const paths = site.paths.slice(before.paths);
  return { context, page, first, paths, bytes: site.bytes - before.bytes - (await site.size('/photos/photo.jpg')) };
}

const rows = [];
const failed = new Map();
const cold = new Map(Object.keys(PAGES).map((name) => [name, []]));
const warm = new Map(Object.keys(PAGES).map((name) => [name, []]));
// Once before, so that everything is compressed and in the server's memory.
for (let round = 0; round <= rounds; round += 1) {
  for (const name of Object.keys(PAGES)) {
    if (failed.has(name)) continue;
    const { context, page, first, bytes, paths } = await opened(name);
    if (first.failed) failed.set(name, first.failed);
    else if (round > 0) {
      cold.get(name).push({ ...first, bytes, files: paths.length - 2 });
      await sleep(300);
      warm.get(name).push(await cost(root, 3, () => page.evaluate(() => window.again().then(() => {}))));
    }
    await context.close();
  }
}
for (const name of Object.keys(PAGES)) {
  if (failed.has(name)) rows.push({ name, failed: failed.get(name) });
  else {
    const runs = cold.get(name);
    rows.push({
      name,
      'fetched, KB': Math.round(runs[0].bytes / 1000),
      files: runs[0].files,
      'first verdict, ms': Math.round(median(runs.map((run) => run.ms))),
      'least, ms': Math.round(Math.min(...runs.map((run) => run.ms))),
      'warm CPU, ms': Math.round(median(warm.get(name))),
      faces: runs[0].faces,
    });
  }
}
console.table(rows);
await browser.close();
await server.close();
site.end();
