// Photos as large as a phone's, more of them at once than the portal develops.
import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { setTimeout as pause } from 'node:timers/promises';
import { Worker } from 'node:worker_threads';
import { begin, fillIn, open, register, submit, upload } from '../fixtures/journey.mjs';
import { PatientBrowser } from './applicant.mjs';
import { Ledger, check } from './ledger.mjs';
import { percentile } from './loads.mjs';
import { freePort, world } from './world.mjs';

const { LOAD_SECONDS = '600', LARGE_PHOTO } = process.env;
const SIDE_BY_SIDE = 16;
/** `photos.at_once` as it comes. */
const AT_ONCE = 2;
/** Whoever is told to come back hears so within this time, his own sending with it. */
const TOLD_SECONDS = 5;
const seconds = Math.min(Number(LOAD_SECONDS), 300);

/** Somebody whose link is opened: a browser at the page for the photo. */
async function atThePhoto(made, form, mail, ledger) {
  const browser = new PatientBrowser(made);
  await register(browser, await begin(browser, form), mail, made.answer);
  ledger.registered(mail);
  await open(browser, await made.office.link(mail));
  return { browser, form, mail };
}

/** The form with the photo, made once: the driver's work is in nobody's times. */
async function inAForm(photo) {
  const form = new Response(upload(photo));
  const headers = { accept: 'application/json', 'content-type': form.headers.get('content-type') };
  return { method: 'POST', headers, body: Buffer.from(await form.arrayBuffer()) };
}

/** Sends it as the page's script does. No answer is repeated: it is what is looked at. */
const sendOnce = ({ browser }, sent) =>
  browser.askOnce('photo', '/photo/upload', { ...sent, signal: AbortSignal.timeout(60_000) });

/** Looks at something over and over until told to stop. */
async function meanwhile(look, rest, isOver) {
  while (!isOver()) {
    await look();
    await pause(rest);
  }
}

/** Everybody sends, again and again; what was answered, judged. */
async function sendAll(people, sent, length) {
  const answers = [];
  const until = performance.now() + length * 1000;
  await Promise.all(people.map(async (person) => {
    while (performance.now() < until) answers.push(await sendOnce(person, sent));
  }));
  const taken = answers.filter(({ status }) => status === 200);
  const excess = answers.filter(({ status }) => status === 503);
  const others = answers.filter((answer) => !taken.includes(answer) && !excess.includes(answer));
  const slowest = Math.max(0, ...excess.map(({ milliseconds }) => milliseconds)) / 1000;
  const wrong = [];
  if (!taken.length) wrong.push('no photo was taken');
  if (others.length) wrong.push(`${others.length} answers of ${others[0].status}: ${others[0].body.slice(0, 100)}`);
  if (excess.some(({ retryAfter }) => !(Number(retryAfter) > 0))) wrong.push('an excess without Retry-After');
  if (slowest > TOLD_SECONDS) wrong.push(`an excess was told after ${slowest.toFixed(1)} s`);
  const facts = {
    'a second': (taken.length / length).toFixed(1), 'photos taken': taken.length, 'taken p95, ms': percentile(taken.map(({ milliseconds }) => milliseconds), 0.95).toFixed(0),
    'told to come back': excess.length, 'slowest of these, s': slowest.toFixed(1),
  };
  return { wrong, facts, excess: excess.length };
}

/** Sixteen send for so long under these settings; memory, pages and the room are looked at. */
async function sixteen(name, length, settings) {
  const metrics = await freePort();
  const made = await world(name, { settings: ['--set', `telemetry.metrics_address=127.0.0.1:${metrics}`, ...settings] });
  const ledger = new Ledger();
  const sent = await inAForm(new Blob([await readFile(LARGE_PHOTO)], { type: 'image/jpeg' }));
  const people = await Promise.all(Array.from({ length: SIDE_BY_SIDE }, (_, number) =>
    atThePhoto(made, made.forms[number], `soak${number}w0@example.jp`, ledger)));
  const pages = new Worker(new URL('./pages.mjs', import.meta.url), {
    workerData: { base: made.base(), cookie: people[0].browser.cookie(), paths: ['/terms', '/photo'] },
  });
  let atOnce = 0;
  let isOver = false;
  const looking = meanwhile(async () => {
    const told = await (await fetch(`http://127.0.0.1:${metrics}/metrics`)).text();
    atOnce = Math.max(atOnce, Number(told.match(/^shinsei_photos_developing (\d+)/m)?.[1] ?? 0));
  }, 10, () => isOver);
  const { wrong, facts, excess } = await sendAll(people, sent, length);
  isOver = true;
  await looking;
  pages.postMessage('stop');
  const [times] = await once(pages, 'message');
  const { peak } = await made.portals[0].usage();
  for (const { browser, form, mail } of people) {
    const shown = await browser.send('photo', '/photo/upload', upload(made.photo), '/photo/check');
    ledger.acknowledged(form.id, mail, await submit(browser, await fillIn(browser, shown, form)));
  }
  const kept = await check(made, ledger);
  await made.end();
  const p99 = percentile(times, 0.99);
  if (peak > 600) wrong.push(`${peak.toFixed(0)} MB`);
  if (atOnce < 1 || atOnce > AT_ONCE) wrong.push(`${atOnce} were developed at once`);
  if (p99 > 300) wrong.push(`other pages wait ${p99.toFixed(0)} ms`);
  return {
    wrong: [...wrong, ...kept.wrong], excess,
    facts: { ...facts, 'memory at most, MB': peak.toFixed(0), 'developed at once': atOnce, 'other pages p99, ms': p99.toFixed(0), ...kept.facts },
  };
}

export const L4 = {
  what: 'sixteen send photos of 12 megapixels side by side; then where nobody waits longer than a second',
  pass: '≤ 600 MB; two are developed at once; excess gets 503 with Retry-After within 5 s; other pages p99 ≤ 300 ms; I1–I7',
  async run() {
    const patient = await sixteen('L4', seconds, []);
    const hurried = await sixteen('L4-hurried', Math.max(10, seconds / 5), ['--set', 'photos.wait_seconds=1']);
    const wrong = [...patient.wrong, ...hurried.wrong];
    if (!hurried.excess) wrong.push('nobody was too many');
    return { wrong, facts: { 'as it comes': patient.facts, hurried: hurried.facts } };
  },
};
