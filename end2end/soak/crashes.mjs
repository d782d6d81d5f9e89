// Crashes at the places where the order of things matters: a program built with the feature
// `failpoints` ends itself there (server/src/failpoint.rs).
import { mkdir, readFile, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { crowd } from './applicant.mjs';
import { dice, dumped } from './faults.mjs';
import { Ledger, check } from './ledger.mjs';
import { world } from './world.mjs';

const { DEATHS = '20', PG_URL, FAILPOINTS_PROGRAM, SHINSEI } = process.env;
const SIDE_BY_SIDE = 8;
/** A mail leased by a process that died comes after three minutes; its owner begins anew long before. */
const LINK_PATIENCE_MS = 8000;
const WAYS = 100;
/** How long a process may live before it has come to its place. */
const LONGEST_LIFE_MS = 60_000;

/** Where processes die while people apply, and at which of their visits there: one of so many. */
const PLACES = { 'photo-written': 4, 'before-commit': 60, 'after-commit': 60, 'after-smtp-250': 6 };

const oneOf = (random, most) => 1 + Math.floor(random.next().value * most);

/** The portal is started to die at a place, again and again; how it ended otherwise. */
async function dies(portal, place, deaths, random) {
  const wrong = [];
  for (let death = 0; death < deaths; death += 1) {
    portal.spawn(`${place}:${oneOf(random, PLACES[place])}`);
    const [, signal] = await Promise.race([portal.exited, pause(LONGEST_LIFE_MS, [null, 'nothing'])]);
    if (signal !== 'SIGABRT') {
      wrong.push(`${place}: ended by ${signal}`);
      await portal.end('SIGKILL');
    }
  }
  return wrong;
}

const photosIn = async (made) =>
  (await readdir(join(made.folder, 'photos'), { recursive: true })).filter((name) => name.endsWith('.sealed')).length;

/**
 * All is handed over and long due. `purge` dies between the rows and their photos, one day after the
 * other; the one that does not die must leave no photo and every deletion on record once.
 */
async function cleansUp(made, deaths, random) {
  const wrong = [];
  const office = join(made.folder, '..', `${made.name}-handed-over`);
  await mkdir(office);
  await made.command('applications', 'hand-over', office);
  const before = await photosIn(made);
  for (let death = 0; death < deaths; death += 1) {
    made.under(`+${100 + death}d`);
    made.environment.SHINSEI_DIE_AT = `in-cleanup:${oneOf(random, 2)}`;
    const signal = await made.command('purge').then(() => 'nothing', ({ signal }) => signal);
    if (signal !== 'SIGABRT') wrong.push(`in-cleanup: ended by ${signal}`);
  }
  delete made.environment.SHINSEI_DIE_AT;
  made.under('+200d');
  await made.command('purge');
  await made.command('audit', 'verify');
  await made.command('verify');
  const left = await photosIn(made);
  if (left) wrong.push(`in-cleanup: ${left} photos are left`);
  if ((await made.command('applications', 'list')).trim()) wrong.push('in-cleanup: applications are left');
  const deleted = (await made.command('audit', 'list')).split('\n').map((line) => line.split('\t'))
    .filter(([, , act]) => act === 'deleted').map(([, , , application]) => application);
  if (new Set(deleted).size !== deleted.length) wrong.push('in-cleanup: a deletion is on record twice');
  made.under('');
  return { wrong, facts: { 'photos before': before, 'applications deleted': deleted.length } };
}

/** So many deaths at each place, then the ledger, then the end of all that was kept. */
async function crashes(name, deaths, { database, dump } = {}) {
  const made = await world(name, { database, program: FAILPOINTS_PROGRAM });
  Object.assign(made, { photos: 2, linkPatience: LINK_PATIENCE_MS, ways: WAYS });
  const [ledger, random, [portal]] = [new Ledger(), dice(20261128), made.portals];
  const wrong = [];
  let isOver = false;
  const people = crowd(made, SIDE_BY_SIDE, ledger, () => isOver);
  await portal.end('SIGKILL');
  for (const place of Object.keys(PLACES)) wrong.push(...await dies(portal, place, deaths, random));
  isOver = true;
  await portal.start();
  await people;
  const kept = await check(made, ledger, { dump });
  await portal.end('SIGTERM');
  const cleaned = await cleansUp(made, deaths, random);
  await made.end();
  return {
    wrong: [...wrong, ...kept.wrong, ...cleaned.wrong],
    facts: { 'deaths at each of five places': deaths, ...kept.facts, ...cleaned.facts },
  };
}

export const F2 = {
  what: 'the process dies at named places: photo written, before and after commit, mail taken, in clean-up; SQLite and PostgreSQL',
  pass: 'I1–I7; after the last clean-up no photo is left and each deletion is on record once',
  async run() {
    const deaths = Number(DEATHS);
    const file = await crashes('F2', deaths);
    const server = await crashes('F2-server', Math.min(deaths, 3), {
      database: PG_URL.replace('DATABASE', 'soak_f2'), dump: () => dumped('soak_f2'),
    });
    const released = (await readFile(SHINSEI)).includes('SHINSEI_DIE_AT') ? ['the release can be made to die'] : [];
    return { wrong: [...file.wrong, ...server.wrong, ...released], facts: { SQLite: file.facts, PostgreSQL: server.facts } };
  },
};
