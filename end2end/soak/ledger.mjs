// The ledger: what was sent and what was acknowledged; and whether the portal has kept to it.
import { readFile, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { CONTACT_NAME as CANARY } from '../fixtures/journey.mjs';

/** Mails must be out so long after everything is up again. */
const MAILS_OUT_MS = 420_000;

export class Ledger {
  registrations = new Set();
  receipts = new Map();
  losses = {};
  givenUp = [];

  registered(mail) { this.registrations.add(mail); }

  acknowledged(form, mail, receipt) { this.receipts.set(receipt, { form, mail }); }

  /** A way that led elsewhere and was begun anew: no fault, but worth a look. */
  lost(why) {
    const what = why.replaceAll(/[\w-]{20,}|soak\d+w\d+@/g, '…');
    this.losses[what] = (this.losses[what] ?? 0) + 1;
  }

  gaveUp(form) { this.givenUp.push(form); }
}

async function files(folder) {
  const entries = await readdir(folder, { withFileTypes: true, recursive: true });
  return entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath ?? entry.path, entry.name));
}

/** Every place where a canary stands in the clear. */
async function inTheClear(folders, more) {
  const found = [];
  const address = /soak\d+w\d+@example\.jp/;
  const look = (name, bytes) => {
    const text = bytes.toString('latin1');
    if (bytes.includes(CANARY) || address.test(text)) found.push(name);
  };
  for (const file of (await Promise.all(folders.map(files))).flat()) {
    if (!file.endsWith('forms.csv')) look(file, await readFile(file));
  }
  for (const [name, bytes] of more) look(name, bytes);
  return found;
}

/** Whether a mail waits to be sent. Removals of photos wait for the next housekeeping, mails for nothing. */
export const doMailsWait = async (world) =>
  /^waiting +(?!discard_photo| )/m.test(await world.command('mail', 'list', '--at-most', '10000'));

/** Compares with applications, mails, audit chain and files; returns what is wrong. */
export async function check(world, ledger, { dump } = {}) {
  const wrong = [];
  const until = performance.now() + MAILS_OUT_MS;
  while (await doMailsWait(world)) {
    if (performance.now() > until) {
      wrong.push('I3 mails still wait');
      break;
    }
    await pause(500);
  }
  const list = (await world.command('applications', 'list')).trim().split('\n').filter(Boolean)
    .map((line) => line.split('\t')[0]);
  const kept = new Set(list);
  const acknowledged = [...ledger.receipts.keys()];
  const missing = acknowledged.filter((receipt) => !kept.has(receipt));
  if (missing.length) wrong.push(`I1 ${missing.length} acknowledged applications are missing`);
  const forms = [...ledger.receipts.values()].map(({ form }) => form);
  if (new Set(forms).size !== forms.length || kept.size !== list.length) wrong.push('I2 a form has two applications');
  const mails = await world.office.mails();
  const to = Map.groupBy ? Map.groupBy(mails, (mail) => mail.rcpt_to[0]) : grouped(mails);
  let repeats = 0;
  for (const [, letters] of to) {
    const bySubject = new Map();
    for (const letter of letters) {
      const names = bySubject.get(letter.subject) ?? [];
      names.push(letter.headers['Message-ID']);
      bySubject.set(letter.subject, names);
    }
    for (const names of bySubject.values()) {
      repeats += names.length - 1;
      if (new Set(names).size > 1) wrong.push('I3 a mail came twice under two names');
    }
  }
  const received = mails.filter((mail) => mail.subject.includes('申請受付完了'));
  const told = new Set(received.map((mail) => mail.rcpt_to[0]));
  const untold = [...ledger.receipts.values()].filter(({ mail }) => !told.has(mail));
  if (untold.length) wrong.push(`I3 ${untold.length} applicants got no mail of their receipt`);
  const unheard = [...ledger.registrations].filter((mail) => !to.has(mail));
  if (unheard.length) wrong.push(`I3 ${unheard.length} registrations got no link`);
  const strange = received.filter((mail) => {
    const receipt = mail.text.match(/(?:[2-9A-Z]{4}-){2}[2-9A-Z]{4}/)?.[0].replaceAll('-', '');
    return !kept.has(receipt);
  });
  if (strange.length) wrong.push(`I4 ${strange.length} mails speak of applications that are not there`);
  for (const [name, words] of [['I5', ['audit', 'verify']], ['I6', ['verify']]]) {
    try {
      await world.command(...words);
    } catch (problem) {
      wrong.push(`${name} ${words.join(' ')}: ${problem.stderr || problem.message}`.slice(0, 300));
    }
  }
  const clear = await inTheClear([world.folder, world.logs], dump ? [['dump', await dump()]] : []);
  if (clear.length) wrong.push(`I7 in the clear: ${clear.slice(0, 3).join(', ')}`);
  if (ledger.givenUp.length) wrong.push(`${ledger.givenUp.length} applicants gave up`);
  const facts = { applications: list.length, acknowledged: acknowledged.length, repeats, begunAnew: ledger.losses };
  return { wrong, facts };
}

function grouped(mails) {
  const to = new Map();
  for (const mail of mails) to.set(mail.rcpt_to[0], [...(to.get(mail.rcpt_to[0]) ?? []), mail]);
  return to;
}
