// A patient applicant: goes the whole way by plain forms, asks again when the portal is away,
// and begins anew with the same form when the way was lost.
import { setTimeout as pause } from 'node:timers/promises';

/** What no log, database file or mail's envelope may hold in the clear. */
export const CANARY = '申請太郎';

/** How long one request is repeated while the portal is away, and how often a way is begun. */
const PATIENCE_MS = 30_000;
const WAYS = 12;

class Browser {
  cookies = new Map();

  constructor(world) {
    this.base = world.base;
    this.times = world.times;
    this.answers = world.answers;
  }

  async once(step, path, options) {
    const start = performance.now();
    const response = await fetch(this.base() + path, {
      redirect: 'manual',
      signal: AbortSignal.timeout(20_000),
      ...options,
      headers: {
        accept: 'text/html',
        'sec-fetch-site': 'same-origin',
        cookie: [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; '),
        ...options.headers,
      },
    });
    const body = await response.text();
    this.answers[response.status] = (this.answers[response.status] ?? 0) + 1;
    if (response.status >= 500) throw new Error(`${step}: ${response.status}`);
    for (const cookie of response.headers.getSetCookie()) {
      const [name, value] = cookie.split(';')[0].split('=');
      this.cookies.set(name, value);
    }
    (this.times[step] ??= []).push(performance.now() - start);
    return { status: response.status, location: response.headers.get('location') ?? '', body };
  }

  /** Repeats a request whose answer did not come whole. */
  async ask(step, path, options = {}) {
    const until = performance.now() + PATIENCE_MS;
    for (;;) {
      try {
        return await this.once(step, path, options);
      } catch (problem) {
        if (performance.now() > until) throw problem;
        await pause(100);
      }
    }
  }

  async send(step, path, fields, next) {
    const body = fields instanceof FormData ? fields : new URLSearchParams(fields);
    const answer = await this.ask(step, path, { method: 'POST', body });
    if (answer.status !== 303 || !answer.location.startsWith(next)) {
      throw new Error(`${step}: ${answer.status} to ${answer.location}, not ${next}`);
    }
    return this.ask(`${step} (page)`, answer.location);
  }
}

const hidden = (body, name) =>
  body.match(new RegExp(`name="${name}"[^>]*value="([^"]*)"`))?.[1] ??
  body.match(new RegExp(`value="([^"]*)"[^>]*name="${name}"`))?.[1] ?? '';

function action(body, part) {
  const found = [...body.matchAll(/action="([^"]+)"/g)].map((m) => m[1]).find((path) => path.includes(part));
  if (!found) throw new Error(`no form posts to ${part}`);
  return found;
}

const receiptOn = (page) =>
  page.body.match(/>((?:[2-9A-Z]{4}-){2}[2-9A-Z]{4})</)?.[1].replaceAll('-', '');

/** One way from the form to the receipt. */
async function way(browser, world, form, mail, ledger) {
  let page = await browser.ask('start', `/apply/${form.id}`);
  page = await browser.send('form', action(page.body, '/start'), { application_id: form.id, by: 'qr' }, '/terms');
  page = await browser.send('terms', action(page.body, '/terms'), {
    adult: 'yes', consent: 'yes', applicant: 'myself', under_one: 'no',
  }, '/mail');
  page = await browser.send('mail', action(page.body, '/mail/'), {
    contact_name: CANARY, mail, mail_again: mail, captcha: world.answer,
    challenge: hidden(page.body, 'challenge'), nonce: '', website: '',
  }, '/mail/check');
  await browser.send('register', action(page.body, '/mail/'), {}, '/mail/sent');
  ledger.registered(mail);
  const link = await world.office.link(mail);
  page = await browser.ask('link', link);
  page = await browser.send('open', action(page.body, '/link/open'), { token: link.slice('/open/'.length) }, '/photo');
  const upload = new FormData();
  upload.append('photo', world.photo, 'photo.jpg');
  page = await browser.send('photo', '/photo/upload', upload, '/photo/check');
  page = await browser.send('confirm', action(page.body, '/photo/'), { photo_declaration: 'yes' }, '/details');
  page = await browser.send('details', action(page.body, '/details'), {
    era: '', year: form.birthDate, month: '', day: '',
    certificates: 'issue', braille_wish: 'no', braille: '', details_declaration: 'yes',
  }, '/review');
  const review = page;
  const fields = { seen: hidden(review.body, 'seen'), submit_declaration: 'yes' };
  const click = () => browser.send('submit', action(review.body, '/submit'), fields, '/done');
  const clicks = await Promise.all(Array.from({ length: world.clicks ?? 1 }, click));
  const receipts = new Set(clicks.map(receiptOn));
  if (receipts.size > 1) throw new Error('two receipts for one application');
  const [receipt] = receipts;
  if (!receipt) throw new Error('no receipt');
  return receipt;
}

/** Applies until there is a receipt; what was acknowledged goes into the ledger. */
export async function apply(world, form, number, ledger) {
  for (let tried = 0; tried < WAYS; tried += 1) {
    const mail = `soak${number}w${tried}@example.jp`;
    try {
      const receipt = await way(new Browser(world), world, form, mail, ledger);
      ledger.acknowledged(form.id, mail, receipt);
      return;
    } catch (problem) {
      // Led elsewhere, or away for longer than anybody waits for one page.
      ledger.lost(problem.message);
      await pause(1000);
    }
  }
  ledger.gaveUp(form.id);
}

/** So many applicants side by side, until `isOver` says so or the forms are used up. */
export async function crowd(world, sideBySide, ledger, isOver) {
  const workers = Array.from({ length: sideBySide }, async () => {
    while (!isOver()) {
      const number = world.next++;
      const form = world.forms[number];
      if (!form) return;
      await apply(world, form, number, ledger);
    }
  });
  await Promise.all(workers);
}
