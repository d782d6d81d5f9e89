// Photos whose headers are made to be dear to read, from several real sessions at once.
import { once } from 'node:events';
import { readFile, readdir } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { begin, open, register, upload } from '../fixtures/journey.mjs';
import { PatientBrowser } from './applicant.mjs';
import { percentile } from './loads.mjs';
import { world } from './world.mjs';

/** Files of each kind, made by `.make/soak.sh`; one of an accepted size each. */
const { HOSTILE_PHOTOS } = process.env;
const SIDE_BY_SIDE = 4;
/** How often each of them sends a file of each kind. */
const TIMES = 3;
/** CPU seconds of an upload. A sound photo of 288 KB takes 0.05, the largest there is 1. */
const MOST_CPU = 2;

async function atThePhoto(made, number) {
  const browser = new PatientBrowser(made);
  const mail = `soak${number}w0@example.jp`;
  await register(browser, await begin(browser, made.forms[number]), mail, made.answer);
  await open(browser, await made.office.link(mail));
  return browser;
}

/** The form with the photo, made once: the driver's work is in nobody's times. */
async function inAForm(bytes) {
  const form = new Response(upload(new Blob([bytes], { type: 'image/jpeg' })));
  const headers = { accept: 'application/json', 'content-type': form.headers.get('content-type') };
  return { method: 'POST', headers, body: Buffer.from(await form.arrayBuffer()) };
}

/** All send files of one kind side by side; the answers, and the CPU seconds of each upload. */
async function sendAll(made, browsers, sent) {
  const before = (await made.portals[0].usage()).cpu;
  const answers = await Promise.all(browsers.map(async (browser) => {
    const told = [];
    for (let time = 0; time < TIMES; time += 1) {
      told.push(await browser.askOnce('photo', '/photo/upload', { ...sent, signal: AbortSignal.timeout(60_000) }));
    }
    return told;
  }));
  const cpu = ((await made.portals[0].usage()).cpu - before) / (SIDE_BY_SIDE * TIMES);
  return { answers: answers.flat(), cpu };
}

export const A1 = {
  what: `photos of every hostile kind (EXIF, profiles, tables, comments, scans, restarts, fill), ${SIDE_BY_SIDE} side by side, over HTTP`,
  pass: `taken, or refused with findings, or told to come back; ≤ ${MOST_CPU} CPU seconds an upload; /healthz p99 ≤ 300 ms`,
  async run() {
    const made = await world('A1');
    const browsers = await Promise.all(Array.from({ length: SIDE_BY_SIDE }, (_, number) => atThePhoto(made, number)));
    const health = new Worker(new URL('./pages.mjs', import.meta.url), {
      workerData: { base: made.base(), cookie: '', paths: ['/healthz'] },
    });
    const [wrong, statuses, cpus] = [[], {}, {}];
    for (const file of (await readdir(HOSTILE_PHOTOS)).sort()) {
      const kind = basename(file, '.jpg');
      const { answers, cpu } = await sendAll(made, browsers, await inAForm(await readFile(join(HOSTILE_PHOTOS, file))));
      for (const { status } of answers) statuses[status] = (statuses[status] ?? 0) + 1;
      const odd = answers.find(({ status }) => ![200, 422, 503].includes(status));
      if (odd) wrong.push(`${kind}: ${odd.status} ${odd.body.slice(0, 100)}`);
      if (cpu > MOST_CPU) wrong.push(`${kind}: ${cpu.toFixed(1)} CPU seconds`);
      cpus[kind] = Number(cpu.toFixed(3));
    }
    health.postMessage('stop');
    const [times] = await once(health, 'message');
    const { peak } = await made.portals[0].usage();
    await made.end();
    const p99 = percentile(times, 0.99);
    if (!times.length || p99 > 300) wrong.push(`/healthz waits ${p99.toFixed(0)} ms`);
    return {
      wrong,
      facts: { answers: statuses, 'CPU seconds an upload': cpus, '/healthz p99, ms': p99.toFixed(0), 'memory at most, MB': peak.toFixed(0) },
    };
  },
};
