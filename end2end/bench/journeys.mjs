// Complete journeys side by side, as forms, against a running demonstration.
// node journeys.mjs BASE COUNT SIDE_BY_SIDE PHOTO
import { readFile } from 'node:fs/promises';
import { performance } from 'node:perf_hooks';

const [base, count, sideBySide, photoFile] = process.argv.slice(2);
const photo = new Blob([await readFile(photoFile)], { type: 'image/jpeg' });
const answer = process.env.SHINSEI_DEMO_CAPTCHA_ANSWER;
const times = {};

/** A browser: its cookies, and forms sent as a page would send them. */
class Browser {
  cookies = new Map();

  async ask(step, path, options = {}) {
    const start = performance.now();
    const response = await fetch(base + path, {
      redirect: 'manual',
      ...options,
      headers: {
        accept: 'text/html',
        'sec-fetch-site': 'same-origin',
        cookie: [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; '),
        ...options.headers,
      },
    });
    for (const cookie of response.headers.getSetCookie()) {
      const [pair] = cookie.split(';');
      const [name, value] = pair.split('=');
      this.cookies.set(name, value);
    }
    const body = await response.text();
    (times[step] ??= []).push(performance.now() - start);
    return { status: response.status, location: response.headers.get('location'), body };
  }

  get(step, path) {
    return this.ask(step, path);
  }

  async send(step, path, fields, next) {
    const answer = await this.ask(step, path, {
      method: 'POST',
      body: fields instanceof FormData ? fields : new URLSearchParams(fields),
    });
    if (answer.status !== 303 || !answer.location.startsWith(next)) {
      throw new Error(`${step}: ${answer.status} to ${answer.location}, not ${next}`);
    }
    return this.ask(`${step} (page)`, answer.location);
  }
}

const hidden = (body, name) =>
  body.match(new RegExp(`name="${name}"[^>]*value="([^"]*)"`))?.[1] ??
  body.match(new RegExp(`value="([^"]*)"[^>]*name="${name}"`))?.[1] ?? '';
const action = (body, part) => {
  const found = [...body.matchAll(/action="([^"]+)"/g)].map((m) => m[1]).find((path) => path.includes(part));
  if (!found) throw new Error(`no form posts to ${part}`);
  return found;
};

async function mailed(address, pattern) {
  for (let tries = 0; tries < 200; tries += 1) {
    const body = await (await fetch(`${base}/demo/mail`)).text();
    const at = body.indexOf(address);
    const found = at >= 0 && body.slice(at).match(pattern);
    if (found) return found[1];
    await new Promise((resolve) => setTimeout(resolve, 25));
  }
  throw new Error('the mail did not come');
}

async function journey(form, number) {
  const browser = new Browser();
  const mail = `bench${number}@example.jp`;
  let page = await browser.get('start', `/apply/${form.id}`);
  page = await browser.send('form', action(page.body, '/start'), { application_id: form.id, by: 'qr' }, '/terms');
  page = await browser.send('terms', action(page.body, '/terms'), {
    adult: 'yes', consent: 'yes', applicant: 'myself', under_one: 'no',
  }, '/mail');
  const contact = {
    contact_name: '番号太郎', mail, mail_again: mail, captcha: answer,
    challenge: hidden(page.body, 'challenge'), nonce: '', website: '',
  };
  page = await browser.send('mail', action(page.body, '/mail/'), contact, '/mail/check');
  page = await browser.send('register', action(page.body, '/mail/'), {}, '/mail/sent');
  const link = await mailed(mail, /(\/open\/[\w-]{43})/);
  page = await browser.get('link', link);
  page = await browser.send('open', action(page.body, '/link/open'), { token: link.slice(6) }, '/photo');
  const upload = new FormData();
  upload.append('photo', photo, 'photo.jpg');
  page = await browser.send('photo', '/photo/upload', upload, '/photo/check');
  page = await browser.send('confirm', action(page.body, '/photo/'), { photo_declaration: 'yes' }, '/details');
  page = await browser.send('details', action(page.body, '/details'), {
    era: '', year: form.birthDate, month: '', day: '',
    certificates: 'issue', braille_wish: 'no', braille: '', details_declaration: 'yes',
  }, '/review');
  page = await browser.send('submit', action(page.body, '/submit'), {
    seen: hidden(page.body, 'seen'), submit_declaration: 'yes',
  }, '/done');
  if (!page.body.includes('受付番号')) throw new Error('no receipt');
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
    await journey(forms[number], number);
  }
}));
const seconds = (performance.now() - start) / 1000;
const at = (list, share) => list.sort((a, b) => a - b)[Math.floor(list.length * share)].toFixed(0);
const steps = Object.fromEntries(Object.entries(times).map(([step, list]) =>
  [step, { p50: at(list, 0.5), p95: at(list, 0.95) }]));
console.log(JSON.stringify({ journeys: Number(count), seconds, perSecond: Number(count) / seconds, steps }, null, 1));
