// The whole check of a photo against the browser's own full decode of the same file, in turn in
// one browser: processor time of all its processes, and the module's memory.
// node photo.mjs FILE… ; ROUNDS=9 how often
import { chromium } from '@playwright/test';
import { readFileSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';

import { cost, median, sleep } from './cpu.mjs';
import { serve } from './serve.mjs';

const files = process.argv.slice(2);
const rounds = Number(process.env.ROUNDS ?? 9);
const IN_A_ROW = 3;
const site = await serve((path) => {
  if (path === '/') return Buffer.from('<!doctype html><title>bench</title>');
  const photo = files.find((file) => `/photos/${basename(file)}` === path);
  return photo ?? join(resolve(import.meta.dirname, '../../style/public'), path);
});
const server = await chromium.launchServer({
  executablePath: '/usr/bin/chromium-headless-shell',
  args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking'],
});
const browser = await chromium.connect(server.wsEndpoint());
const root = server.process().pid;

/** A page that holds a photo and knows both ways. */
async function prepared(name) {
  const page = await browser.newPage();
  await page.goto(site.url);
  await page.evaluate(async (name) => {
    const photo = await (await fetch(`/photos/${name}`)).blob();
    const worker = new Worker('/photo-worker.js', { type: 'module' });
    let id = 0;
    window.check = () => new Promise((done, fail) => {
      id += 1;
      worker.onmessage = ({ data }) => {
        if (data.kind === 'report') done(data.report);
        if (data.kind === 'failed') fail(new Error(data.why));
      };
      worker.postMessage({ id, kind: 'check', file: photo, today: '2026-11-22', exceptions: [] });
    });
    window.decode = async () => {
      const picture = await createImageBitmap(photo);
      const canvas = new OffscreenCanvas(picture.width, picture.height);
      const pen = canvas.getContext('2d', { willReadFrequently: true });
      pen.drawImage(picture, 0, 0);
      picture.close();
      return pen.getImageData(0, 0, canvas.width, canvas.height).data.length;
    };
    window.memory = async () => {
      const { default: load, PhotoChecker } = await import('/modules/photo.js');
      const wasm = await load();
      const checker = new PhotoChecker();
      const bytes = new Uint8Array(await photo.arrayBuffer());
      const checking = checker.begin(bytes, 2026, 11, 22, []);
      while (checking.stage()) checker.step(checking);
      return wasm.memory.buffer.byteLength / 2 ** 20;
    };
  }, name);
  return page;
}

const table = [];
for (const name of files.map((file) => basename(file))) {
  const page = await prepared(name);
  const memory = await page.evaluate(() => window.memory());
  const report = await page.evaluate(() => window.check());
  await page.evaluate(() => window.decode());
  await sleep(1_000);
  const costs = { check: [], decode: [] };
  for (let round = 0; round < rounds; round += 1) {
    for (const act of ['decode', 'check']) {
      costs[act].push(await cost(root, IN_A_ROW, () => page.evaluate((act) => window[act]().then(() => {}), act)));
    }
  }
  await page.close();
  const [check, decode] = [costs.check, costs.decode].map(median);
  const least = [costs.check, costs.decode].map((list) => Math.min(...list));
  table.push({
    photo: name,
    megabytes: Math.round(readFileSync(files.find((file) => basename(file) === name)).length / 1e5) / 10,
    verdict: report.verdict,
    'check, ms': Math.round(check),
    'decode, ms': Math.round(decode),
    'ratio of medians': Math.round((100 * check) / decode) / 100,
    'ratio of least': Math.round((100 * least[0]) / least[1]) / 100,
    'WASM memory, MiB': memory,
  });
}
console.table(table);
await browser.close();
await server.close();
site.end();
