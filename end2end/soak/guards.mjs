// What stops those who register again and again, and tells nobody who registered before.
import { createHash, randomBytes } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { action, Browser, begin, contact, register } from '../fixtures/journey.mjs';
import { doMailsWait } from './ledger.mjs';
import { percentile } from './loads.mjs';
import { FOR_OTHERS, flags } from './settings.mjs';
import { world } from './world.mjs';

const { REGISTRATIONS = '10000', PAIRS = '400' } = process.env;
const SIDE_BY_SIDE = 16;
/** So few that each of them tries ten times. */
export const ADDRESSES = Math.min(1000, Math.ceil(Number(REGISTRATIONS) / 10));
/** The limits as they come (server/src/config/limits.rs), which `world` lifts for most tests. */
const WITH_WORK = { burst: 5, refillSeconds: 60 };
export const WITHOUT_WORK = { burst: 3, refillSeconds: 120 };
const OF_AN_ADDRESS = { burst: 3, refillSeconds: 3600 };

/** The hidden work of a page, done. */
function worked({ body }) {
  const [, bits, text] = body.match(/data-challenge="(\d+)-([0-9a-f]{32})"/);
  const begun = createHash('sha256').update(Buffer.from(text, 'hex'));
  for (let nonce = 0; ; nonce += 1) {
    const number = Buffer.alloc(8);
    number.writeUInt32BE(nonce, 4);
    if (Math.clz32(begun.copy().update(number).digest().readUInt32BE()) >= Number(bits)) return String(nonce);
  }
}

/**
 * A program that answers every picture and registers again and again, from these addresses in turn, as
 * proxies name them (or with other headers); how many came through and how long it took. `works`: whether
 * the hidden work is done, `form`: which one is given, for each try.
 */
async function assault(made, tries, { from, headers = (number) => ({ 'x-forwarded-for': from(number) }), mail, form, works = () => false }) {
  const group = made.assaults = (made.assaults ?? 0) + 1;
  mail ??= (number) => `soak${number}w${group}@example.jp`;
  // Others each time, as a form has an allowance too.
  form ??= (number) => number + group * 3000;
  const took = { through: 0, refused: 0, began: performance.now() };
  const waiting = [];
  let number = 0;
  await Promise.all(Array.from({ length: SIDE_BY_SIDE }, async () => {
    while (number < tries) {
      const mine = number++;
      // Whoever was refused tries on with the same session and another address.
      const { browser, page } = waiting.pop() ?? await atTheMail(made, form(mine), headers(mine));
      browser.headers = headers(mine);
      const nonce = works(mine) ? worked(page) : '';
      const answer = await browser.post('mail', action(page.body, '/mail/'), contact(page, mail(mine), made.answer, nonce));
      const next = await browser.ask('page', answer.location);
      if (answer.location === '/mail/check') {
        const sent = await browser.post('register', action(next.body, '/mail/'), {});
        took[sent.location === '/mail/sent' ? 'through' : 'refused'] += 1;
      } else {
        took.refused += 1;
        waiting.push({ browser, page: next });
      }
    }
  }));
  took.seconds = (performance.now() - took.began) / 1000;
  return took;
}

async function atTheMail(made, number, headers = {}) {
  const browser = new Browser(made.base, { headers });
  const page = await begin(browser, made.forms[number % made.forms.length]);
  return { browser, page };
}

/** Waits until no mail waits; how many came since the last look. */
async function mailsSince(made, before) {
  while (await doMailsWait(made)) await pause(200);
  return (await made.office.mails()).length - before;
}

/** At least what is allowed at once, at most what is allowed in the time it took. */
function within(what, mails, { burst, refillSeconds }, seconds, networks = 1) {
  const most = networks * (burst + Math.floor(seconds / refillSeconds));
  return mails >= networks * burst && mails <= most ? [] : [`${what}: ${mails} mails, not ${networks * burst} to ${most}`];
}

/** Addresses in turn, below 10.1 or another second number. */
export const inTurn = (second) => (number) => `10.${second}.${(number % ADDRESSES) >> 8}.${number % ADDRESSES & 255}`;
const inOneNetwork = (number) => `2001:db8:0:1:${(number % ADDRESSES).toString(16)}::1`;

/** Who assaults, of how many networks, what is allowed to each, and how it is done. */
const ASSAULTS = [
  ['one address', 1, WITHOUT_WORK, { from: () => '198.51.100.7' }],
  ['one address, with the hidden work and without', 1, WITH_WORK,
    { from: () => '198.51.100.8', works: (number) => number % 2 === 0 }],
  [`${ADDRESSES} addresses`, ADDRESSES, WITHOUT_WORK, { from: inTurn(1) }],
  [`${ADDRESSES} addresses of one IPv6 network`, 1, WITHOUT_WORK, { from: inOneNetwork }],
  [`${ADDRESSES} addresses, to one mail address`, 1, OF_AN_ADDRESS,
    { from: inTurn(2), mail: () => 'soak0w0@example.jp' }],
];
const UNBELIEVED = [[`${ADDRESSES} addresses named by nobody who is trusted`, 1, WITHOUT_WORK, { from: inTurn(1) }]];

/** Each assault after the other at one portal; what was wrong, and the mails. */
export async function assaults(made, list, tries, mails = 0) {
  const [wrong, facts] = [[], {}];
  for (const [what, networks, allowance, how] of list) {
    const took = await assault(made, tries, how);
    const came = await mailsSince(made, mails);
    mails += came;
    if (came !== took.through) wrong.push(`${what}: ${took.through} came through and ${came} mails were sent`);
    wrong.push(...within(what, came, allowance, took.seconds, networks));
    facts[what] = `${came} mails of ${tries} tries in ${took.seconds.toFixed(0)} s`;
  }
  return { wrong, facts };
}

export const F12 = {
  what: `${REGISTRATIONS} registrations by a program that answers every picture: from one address, ${ADDRESSES}, one IPv6 network; named by a proxy that is trusted, and by one that is not`,
  pass: 'mails exactly within the limits; memory grows by ≤ 50 MB',
  async run() {
    const tries = Number(REGISTRATIONS);
    const made = await world('F12', { asShipped: true, settings: [...FOR_OTHERS, ...flags('limits.proof_bits=4')] });
    await assault(made, 50, { from: () => '192.0.2.1' });
    const warm = await mailsSince(made, 0);
    const before = (await made.portals[0].usage()).rss;
    const { wrong, facts } = await assaults(made, ASSAULTS, tries, warm);
    const growth = (await made.portals[0].usage()).peak - before;
    await made.end();
    const untrusting = await world('F12-untrusting', { asShipped: true });
    const alone = await assaults(untrusting, UNBELIEVED, tries);
    await untrusting.end();
    if (growth > 50) wrong.push(`memory grows by ${growth.toFixed(0)} MB`);
    return { wrong: [...wrong, ...alone.wrong], facts: { ...facts, ...alone.facts, 'memory growth, MB': growth.toFixed(1) } };
  },
};

/** An answer without what differs each time anyway. */
const told = ({ status, location }) => `${status} ${location.replace(/[\w-]{43}/, '…')}`;

/** Registers an address; how long both answers took, and what they were. */
async function registers(made, number, mail) {
  const { browser, page } = await atTheMail(made, number);
  const given = await browser.post('mail', action(page.body, '/mail/'), contact(page, mail, made.answer));
  const next = await browser.ask('page', given.location);
  const sent = await browser.post('register', action(next.body, '/mail/'), {});
  const shown = await browser.ask('page', sent.location);
  return {
    milliseconds: given.milliseconds + sent.milliseconds,
    answer: `${told(given)}, ${told(sent)}, ${shown.body.length} characters`,
  };
}

/** Opens a link that opens nothing any more, or nothing ever. */
async function follows(made, token) {
  const browser = new Browser(made.base);
  const answer = await browser.post('open', '/api/link/open', { token });
  return { milliseconds: answer.milliseconds, answer: told(answer) };
}

/** Known and unknown ones by turns, each first as often as second. */
async function compared(what, known, unknown) {
  const times = { known: [], unknown: [] };
  const answers = { known: new Set(), unknown: new Set() };
  const look = async (kind, one) => {
    const { milliseconds, answer } = await one();
    times[kind].push(milliseconds);
    answers[kind].add(answer);
  };
  for (let pair = 0; pair < Number(PAIRS); pair += 1) {
    const turns = [() => look('known', () => known(pair)), () => look('unknown', () => unknown(pair))];
    if (pair % 2) turns.reverse();
    for (const turn of turns) await turn();
  }
  const [one, other] = [percentile(times.known, 0.5), percentile(times.unknown, 0.5)];
  const wrong = [];
  if (Math.abs(one - other) >= 5) wrong.push(`${what}: known ${one.toFixed(1)} ms, unknown ${other.toFixed(1)} ms`);
  const all = new Set([...answers.known, ...answers.unknown]);
  if (all.size !== 1) wrong.push(`${what}: answers differ: ${[...all].join(' | ')}`);
  return { wrong, facts: { [`${what}, known and unknown, ms`]: `${one.toFixed(2)}, ${other.toFixed(2)}` } };
}

export const S7 = {
  what: `${PAIRS} registrations of known and of unknown addresses by turns, and ${PAIRS} replaced and never sent links`,
  pass: 'the same answers; medians differ by < 5 ms',
  async run() {
    const made = await world('S7');
    const pairs = Number(PAIRS);
    const name = (kind, number) => `soak${kind}${String(number).padStart(4, '0')}w0@example.jp`;
    const replaced = [];
    for (let number = 0; number < pairs; number += 1) {
      const browser = new Browser(made.base);
      const sent = await register(browser, await begin(browser, made.forms[number]), name(1, number), made.answer);
      const link = await made.office.link(name(1, number));
      await browser.send('resend', action(sent.body, '/mail/resend'), {}, '/mail/sent');
      await made.office.links(name(1, number), 2);
      replaced.push(link.slice('/open/'.length));
    }
    const addresses = await compared('addresses',
      (pair) => registers(made, pairs + pair, name(1, pair)), (pair) => registers(made, pairs + pair, name(2, pair)));
    const links = await compared('links',
      (pair) => follows(made, replaced[pair]), () => follows(made, randomBytes(32).toString('base64url')));
    await made.end();
    return { wrong: [...addresses.wrong, ...links.wrong], facts: { ...addresses.facts, ...links.facts } };
  },
};
