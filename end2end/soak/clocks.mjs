// The machine's clock is wrong, or far ahead: libfaketime under the real program.
import { mkdir, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { action, begin, fillIn, open, register, sendPhoto, submit } from '../fixtures/journey.mjs';
import { PatientBrowser, apply } from './applicant.mjs';
import { Ledger, check } from './ledger.mjs';
import { world } from './world.mjs';

/** Somebody who registered an address; the way further is the test's. */
async function registered(made, ledger) {
  const number = made.next++;
  const person = { browser: new PatientBrowser(made), form: made.forms[number], mail: `soak${number}w0@example.jp` };
  await register(person.browser, await begin(person.browser, person.form), person.mail, made.answer);
  ledger.registered(person.mail);
  person.link = await made.office.link(person.mail);
  return person;
}

async function atThePhoto(made, ledger) {
  const person = await registered(made, ledger);
  await open(person.browser, person.link);
  return person;
}

async function pictured(made, ledger) {
  const person = await atThePhoto(made, ledger);
  person.shown = await sendPhoto(person.browser, made.photo);
  return person;
}

async function sentIn(made, ledger) {
  const person = await pictured(made, ledger);
  const receipt = await submit(person.browser, await fillIn(person.browser, person.shown, person.form));
  ledger.acknowledged(person.form.id, person.mail, receipt);
}

/** Somebody who opened the link elsewhere and waits with the code that came by mail. */
async function withCode(made, ledger) {
  const person = await registered(made, ledger);
  person.browser = new PatientBrowser(made);
  person.page = await open(person.browser, person.link, '/device');
  person.code = await made.office.code(person.mail);
  return person;
}

const isInside = async ({ browser }) => (await browser.ask('page', '/photo')).body.includes('action="/photo/upload"');
/** Whether the link opens in a browser nobody knows; then a code goes out too, and has to come. */
const opens = (made, { link, mail }) => open(new PatientBrowser(made), link, '/device')
  .then(() => made.office.code(mail)).then(() => true, () => false);
const provesItself = ({ browser, page, code }) =>
  browser.send('prove', action(page.body, '/device/prove'), { device_code: code }, '/photo').then(() => true, () => false);

/** What `purge` says: applications never opened, not sent in, handed over. */
async function purged(made, ...words) {
  const lines = (await made.command('purge', ...words)).trim().split('\n').filter((line) => /^\d+\t/.test(line));
  return lines.slice(0, 3).map((line) => Number(line.split('\t')[0])).join(', ');
}

/** All that is noted wrong. */
class Doubts {
  wrong = [];

  expect(what, found, expected) {
    if (found !== expected) this.wrong.push(`${what}: ${found}, not ${expected}`);
  }
}

/** The portal goes on under another clock. */
async function goOn(made, clock) {
  await made.portals[0].end('SIGTERM');
  made.under(clock);
  await made.portals[0].start();
}

/** Lives of codes, sessions (half an hour without a request, an hour at most here) and links. */
async function lives(made, doubts, { codes, unopened, inside }) {
  await goOn(made, '+9m');
  doubts.expect('a code after 9 minutes is right', await provesItself(codes[0]), true);
  await goOn(made, '+11m');
  doubts.expect('a code after 11 minutes is right', await provesItself(codes[1]), false);
  await goOn(made, '+25m');
  doubts.expect('a session after 25 minutes lives', await isInside(inside[0]), true);
  await goOn(made, '+50m');
  doubts.expect('a session used after 25 minutes lives after 50', await isInside(inside[0]), true);
  doubts.expect('a session not used for 50 minutes lives', await isInside(inside[1]), false);
  await goOn(made, '+62m');
  doubts.expect('a session lives for longer than an hour', await isInside(inside[0]), false);
  await goOn(made, '+23h');
  doubts.expect('a link opens after 23 hours', await opens(made, unopened[0]), true);
  await goOn(made, '+25h');
  doubts.expect('a link opens after 25 hours', await opens(made, unopened[1]), false);
}

/** What is due, and only that, is deleted; and each deletion is on record. */
async function retention(made, doubts) {
  const photos = async () => (await readdir(join(made.folder, 'photos'), { recursive: true })).filter((name) => name.endsWith('.sealed')).length;
  const deletions = async () => (await made.command('audit', 'list')).split('\n').filter((line) => line.split('\t')[2] === 'deleted').length;
  const facts = [];
  let gone = 0;
  for (const [clock, due, left] of [
    ['+47h', '0, 0, 0', 7], ['+49h', '2, 0, 0', 7], ['+29d', '0, 0, 0', 7], ['+31d', '0, 5, 0', 5],
    ['+89d', '0, 0, 0', 5], ['+91d', '0, 0, 2', 3], ['-1h', '0, 0, 0', 3],
  ]) {
    made.under(clock);
    doubts.expect(`due at ${clock}`, await purged(made, '--dry-run'), due);
    doubts.expect(`deleted before ${clock}`, await deletions(), gone);
    doubts.expect(`deleted at ${clock}`, await purged(made), due);
    gone += due.split(', ').reduce((sum, count) => sum + Number(count), 0);
    await made.command('audit', 'verify');
    await made.command('verify');
    doubts.expect(`deletions on record at ${clock}`, await deletions(), gone);
    doubts.expect(`photos left at ${clock}`, await photos(), left);
    facts.push(`${clock}: ${due}`);
  }
  return facts.join('; ');
}

export const F10 = {
  what: 'restarts under a clock an hour back, and minutes to 91 days ahead (libfaketime)',
  pass: 'no code after 10 min, session after 30 min or its end, link after 24 h; exactly what is due is deleted and on record; verifies; I1–I7',
  async run() {
    const made = await world('F10', { settings: ['--set', 'journey.session_hours=1'] });
    const [ledger, doubts] = [new Ledger(), new Doubts()];
    const several = (count, begun) => Promise.all(Array.from({ length: count }, () => begun(made, ledger)));
    await several(2, sentIn);
    const office = join(made.folder, '..', 'F10-handed-over');
    await mkdir(office);
    await made.command('applications', 'hand-over', office);
    const people = { codes: await several(2, withCode), unopened: await several(3, registered), inside: await several(2, pictured) };
    await several(2, sentIn);
    await goOn(made, '-1h');
    await apply(made, made.forms[made.next], made.next++, ledger);
    await lives(made, doubts, people);
    await goOn(made, '');
    const { wrong, facts } = await check(made, ledger);
    await made.portals[0].end('SIGTERM');
    facts['never opened, not sent in, handed over'] = await retention(made, doubts);
    made.under('');
    const later = new Ledger();
    await made.portals[0].start();
    await apply(made, made.forms[made.next], made.next++, later);
    doubts.expect('applications after the clock came back', later.receipts.size, 1);
    doubts.expect('applications kept', (await made.command('applications', 'list')).trim().split('\n').length, 4);
    await made.end();
    return { wrong: [...wrong, ...doubts.wrong], facts };
  },
};
