// Slow uploads of people who were let in, while others send their photos.
import { setTimeout as pause } from 'node:timers/promises';
import { begin, open, register } from '../fixtures/journey.mjs';
import { PatientBrowser, apply } from './applicant.mjs';
import { Ledger, check } from './ledger.mjs';
import { percentile } from './loads.mjs';
import { FOR_OTHERS, flags } from './settings.mjs';
import { slowUpload } from './sockets.mjs';
import { freePort, world } from './world.mjs';

const { PLACES_SECONDS = '340' } = process.env;
/** A little more than is asked of an upload (`limits.upload_bytes_per_second`). */
const BYTES_PER_SECOND = 1100;
/** As they come (server/src/config/http.rs). */
const SHARE = { network: 8, application: 2 };
const PLACES = 128;
const UPLOAD_SECONDS = 300;
/** The rest of a refused body is heard out for so long at most (server/src/http/linger.rs). */
const HEARD_OUT_SECONDS = 25;
const ORDINARY_AT_ONCE = 2;

/** Who uploads slowly: from how many addresses, applications at each, uploads of each; for how long. */
const ONE = { networks: 1, applications: 13, uploads: 10, seconds: Number(PLACES_SECONDS) };
const MANY = { networks: 16, applications: 4, uploads: 2, seconds: Math.min(60, Number(PLACES_SECONDS)) };

/** Somebody at the page for the photo, who began at an address of his own. */
async function inside(made, number) {
  const browser = new PatientBrowser(made, { 'x-forwarded-for': `10.3.${number >> 8}.${number & 255}` });
  const mail = `soak${number}w90@example.jp`;
  await register(browser, await begin(browser, made.forms[number]), mail, made.answer);
  await open(browser, await made.office.link(mail));
  return browser.cookie();
}

/** Keeps so many uploads under way until told to stop; every answer with its time. */
function slowOnes(made, cookies, { networks, applications, uploads }) {
  const [answers, held] = [[], new Set()];
  let isOver = false;
  const senders = cookies.flatMap((cookie, application) => Array.from({ length: uploads }, async () => {
    const from = `198.51.100.${1 + Math.floor(application / applications) % networks}`;
    while (!isOver) {
      const upload = slowUpload(made.portals[0].port, { cookie, from, bytesPerSecond: BYTES_PER_SECOND });
      held.add(upload);
      answers.push(await upload.answered);
      held.delete(upload);
      await pause(1000);
    }
  }));
  return async () => {
    isOver = true;
    held.forEach((upload) => upload.giveUp());
    await Promise.all(senders);
    return answers.filter(({ isGivenUp }) => !isGivenUp);
  };
}

/** How many places are held, looked at often. */
function placesHeld(metrics) {
  const seen = [];
  let isOver = false;
  const looking = (async () => {
    while (!isOver) {
      const told = await (await fetch(`http://127.0.0.1:${metrics}/metrics`)).text();
      seen.push(Number(told.match(/^shinsei_requests_inside\{who="upload"\} (\d+)/m)?.[1] ?? 0));
      await pause(100);
    }
  })();
  return async () => {
    isOver = true;
    await looking;
    return percentile(seen, 1);
  };
}

/** Others apply, each from an address of his own, until it is over; how long their steps took. */
async function othersApply(made, ledger, isOver) {
  await Promise.all(Array.from({ length: ORDINARY_AT_ONCE }, async () => {
    while (!isOver()) {
      const number = made.next++;
      const headers = { 'x-forwarded-for': `10.4.${number >> 8}.${number & 255}` };
      await apply(made, made.forms[number], number, ledger, headers);
      await pause(500);
    }
  }));
}

/** One way of sending slowly; what came of it and of the others. */
async function whileSlow(made, ledger, metrics, how) {
  const count = how.networks * how.applications;
  const cookies = await Promise.all(Array.from({ length: count }, () => inside(made, made.next++)));
  Object.assign(made, { times: {}, answers: {} });
  const slow = slowOnes(made, cookies, how);
  const held = placesHeld(metrics);
  await pause(6000);
  const before = ledger.receipts.size;
  const until = performance.now() + how.seconds * 1000;
  await othersApply(made, ledger, () => performance.now() > until);
  const most = await held();
  const answers = await slow();
  const { photo, ...steps } = made.times;
  return { most, answers, served: ledger.receipts.size - before, photo: percentile(photo, 0.95),
    steps: percentile(Object.values(steps).flat(), 0.95), others: made.answers };
}

function told({ answers, most, served, photo, steps, others }, how) {
  const [statuses, longest] = [{}, percentile(answers.map(({ seconds }) => seconds), 1)];
  for (const { status } of answers) statuses[status] = (statuses[status] ?? 0) + 1;
  const share = how.networks * Math.min(SHARE.network, SHARE.application * how.applications);
  const wrong = [];
  if (!served) wrong.push('nobody else was served');
  if (photo > 2500) wrong.push(`the photos of others take ${photo.toFixed(0)} ms`);
  if (steps > 200) wrong.push(`the steps of others take ${steps.toFixed(0)} ms`);
  if (most > Math.min(PLACES, share + ORDINARY_AT_ONCE)) wrong.push(`${most} places are held`);
  if (longest > UPLOAD_SECONDS + HEARD_OUT_SECONDS) wrong.push(`an upload ended after ${longest.toFixed(0)} s`);
  const strange = Object.keys(statuses).filter((status) => !['408', '429', '503'].includes(status));
  if (strange.length) wrong.push(`slow ones are answered ${strange.join(', ')}`);
  return { wrong, facts: {
    'slow at once': how.networks * how.applications * how.uploads, 'places held at most': most, 'answers to slow ones': statuses,
    'the longest, s': longest.toFixed(0), 'others served': served, 'their photo p95, ms': photo.toFixed(0),
    'their other steps p95, ms': steps.toFixed(0), 'answers to others': others,
  } };
}

export const A2 = {
  what: `slow uploads in real sessions (${BYTES_PER_SECOND} bytes a second, limits as they come) while others apply: 13 applications with 10 each from one address for ${ONE.seconds} s; 64 with 2 each from 16, which is all places, for ${MANY.seconds} s`,
  pass: 'one address holds 8 places; all others are served, photo p95 ≤ 2.5 s, steps ≤ 200 ms; each slow one ended within 325 s; I1–I7',
  async run() {
    const metrics = await freePort();
    const made = await world('A2', { asShipped: true, settings: [...FOR_OTHERS, ...flags(`telemetry.metrics_address=127.0.0.1:${metrics}`)] });
    const ledger = new Ledger();
    const one = told(await whileSlow(made, ledger, metrics, ONE), ONE);
    const many = told(await whileSlow(made, ledger, metrics, MANY), MANY);
    const kept = await check(made, ledger);
    await made.end();
    const begunAnew = Object.entries(ledger.losses).map(([why, times]) => `${times} × ${why}`);
    return {
      wrong: [...one.wrong, ...many.wrong, ...begunAnew, ...kept.wrong],
      facts: { 'one address': one.facts, 'sixteen addresses': many.facts, ...kept.facts },
    };
  },
};
