// Complete journeys side by side, as forms, against a running demonstration.
// node journeys.mjs BASE COUNT SIDE_BY_SIDE PHOTO
import { readFile } from 'node:fs/promises';
import { performance } from 'node:perf_hooks';
import { setTimeout as pause } from 'node:timers/promises';
import { Browser, journey } from '../fixtures/journey.mjs';

const [base, count, sideBySide, photoFile] = process.argv.slice(2);
const photo = new Blob([await readFile(photoFile)], { type: 'image/jpeg' });
const captcha = process.env.SHINSEI_DEMO_CAPTCHA_ANSWER;
const times = {};

/** The link in the mail, as the demonstration shows it. */
async function link(address) {
  for (let tries = 0; tries < 200; tries += 1) {
    const body = await (await fetch(`${base}/demo/mail`)).text();
    const at = body.indexOf(address);
    const found = at >= 0 && body.slice(at).match(/\/open\/[\w-]{43}/);
    if (found) return found[0];
    await pause(25);
  }
  throw new Error('the mail did not come');
}

const forms = (await readFile(process.env.FORMS, 'utf8')).trim().split('\n').map((line) => {
  const [id, birthDate] = line.split(',');
  return { id, birthDate };
});
let next = 0;
const start = performance.now();
await Promise.all(Array.from({ length: Number(sideBySide) }, async () => {
  while (next < Number(count)) {
    const number = next;
    next += 1;
    const person = { form: forms[number], mail: `bench${number}@example.jp`, captcha, photo };
    await journey(new Browser(() => base, { times }), person, { link });
  }
}));
const seconds = (performance.now() - start) / 1000;
const at = (list, share) => list.sort((a, b) => a - b)[Math.floor(list.length * share)].toFixed(0);
const steps = Object.fromEntries(Object.entries(times).map(([step, list]) =>
  [step, { p50: at(list, 0.5), p95: at(list, 0.95) }]));
console.log(JSON.stringify({ journeys: Number(count), seconds, perSecond: Number(count) / seconds, steps }, null, 1));
