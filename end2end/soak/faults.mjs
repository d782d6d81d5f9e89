// Faults while people apply: processes die, the disk fills, servers go away.
import { execFile } from 'node:child_process';
import { rm, stat, statfs, writeFile } from 'node:fs/promises';
import { request } from 'node:http';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { promisify } from 'node:util';
import { apply, crowd } from './applicant.mjs';
import { Ledger, check } from './ledger.mjs';
import { percentile } from './loads.mjs';
import { world } from './world.mjs';

const run = promisify(execFile);
const { KILLS = '200', FAULT_SECONDS = '300', PG_URL, PG_RESTART, PYTHON, TMPFS } = process.env;
const seconds = Number(FAULT_SECONDS);
const SIDE_BY_SIDE = 8;

/** A crowd while `during` happens; then the ledger is compared. */
async function whilePeopleApply(made, during, more = {}) {
  const ledger = new Ledger();
  let isOver = false;
  const people = crowd(made, SIDE_BY_SIDE, ledger, () => isOver);
  let told;
  try {
    told = await during(ledger);
  } finally {
    isOver = true;
    await people;
  }
  const { wrong, facts } = await check(made, ledger, more);
  return { wrong: [...wrong, ...(told.wrong ?? [])], facts: { ...facts, ...told.facts } };
}

/** Numbers that look random and are the same in each run. */
export function* dice(seed) {
  for (let state = seed; ;) {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    yield state / 2 ** 32;
  }
}

export const F1 = {
  what: 'kill -9 at random moments',
  pass: 'I1–I7; ready within 3 s',
  async run() {
    const made = await world('F1');
    const random = dice(20261127);
    const result = await whilePeopleApply(made, async () => {
      const ready = [];
      for (let kill = 0; kill < Number(KILLS); kill += 1) {
        await pause(300 + 1700 * random.next().value);
        await made.portals[0].end('SIGKILL');
        ready.push(await made.portals[0].start());
      }
      const slowest = Math.max(...ready);
      return { wrong: slowest > 3 ? ['slow to become ready'] : [], facts: { kills: ready.length, 'slowest start, s': slowest.toFixed(2) } };
    });
    await made.end();
    return result;
  },
};

export const F4 = {
  what: 'the disk is full, then there is room again',
  pass: 'I1–I6; red while it is full, well within 10 s of room',
  async run() {
    const made = await world('F4', { folder: TMPFS });
    const filler = join(TMPFS, 'filler');
    const result = await whilePeopleApply(made, async (ledger) => {
      while (ledger.receipts.size < 20) await pause(100);
      const { bavail, bsize } = await statfs(TMPFS);
      // People fill it at the same time: whoever is first.
      await writeFile(filler, Buffer.alloc(Math.max(0, bavail * bsize - 2 * 1048576))).catch(() => {});
      const before = ledger.receipts.size;
      let still = 0;
      for (let last = -1; still < 30; ) {
        await pause(100);
        still = ledger.receipts.size === last ? still + 1 : 0;
        last = ledger.receipts.size;
      }
      const full = ledger.receipts.size;
      const began = performance.now();
      await rm(filler);
      while (ledger.receipts.size === full && performance.now() - began < 60_000) await pause(50);
      const back = (performance.now() - began) / 1000;
      return {
        wrong: back > 10 ? [`took ${back.toFixed(1)} s to recover`] : [],
        facts: { 'applications before, in the full state': `${before}, ${full - before}`, 'recovered after, s': back.toFixed(1) },
      };
    });
    await made.end();
    return result;
  },
};

export const F5 = {
  what: 'the mail server is down',
  pass: 'registration p95 ≤ 300 ms meanwhile; all mails out within 5 min of its return; I1–I7',
  async run() {
    const made = await world('F5');
    const down = Math.min(seconds, 600) * 1000;
    const result = await whilePeopleApply(made, async (ledger) => {
      while (ledger.receipts.size < 20) await pause(100);
      await made.office.close();
      made.times.register = [];
      const others = new Ledger();
      let isOver = false;
      const people = crowd(made, 4, others, () => isOver);
      await pause(down);
      const p95 = percentile(made.times.register, 0.95);
      await made.office.open();
      const began = performance.now();
      isOver = true;
      await people;
      const back = (performance.now() - began) / 1000;
      for (const mail of others.registrations) ledger.registrations.add(mail);
      for (const [receipt, what] of others.receipts) ledger.receipts.set(receipt, what);
      return {
        wrong: [...(made.times.register.length ? [] : ['nobody registered']), ...(p95 > 300 ? [`registration p95 ${p95.toFixed(0)} ms`] : []), ...(back > 300 ? ['mails late'] : [])],
        facts: { 'down, s': down / 1000, 'registration p95, ms': p95.toFixed(0), 'last waiting applicant done after, s': back.toFixed(0) },
      };
    });
    await made.end();
    return result;
  },
};

export const F6 = {
  what: 'PostgreSQL restarts at once (-m immediate) every 20 s, two processes',
  pass: 'I1–I7; nobody gives up',
  async run() {
    const made = await world('F6', { database: PG_URL.replace('DATABASE', 'soak_f6'), processes: 2 });
    const result = await whilePeopleApply(made, async () => {
      let restarts = 0;
      for (const until = performance.now() + seconds * 1000; performance.now() < until; restarts += 1) {
        await pause(20_000);
        await run('bash', ['-c', PG_RESTART]);
      }
      return { facts: { restarts } };
    }, { dump: () => dumped('soak_f6') });
    await made.end();
    return result;
  },
};

export const dumped = async (database) =>
  (await run('pg_dump', [PG_URL.replace('DATABASE', database)], { encoding: 'buffer', maxBuffer: 1 << 30 })).stdout;

export const F7 = {
  what: 'another process holds the lock of the SQLite file for 4 s, ten times',
  pass: 'I1–I7; no answer of 500',
  async run() {
    const made = await world('F7');
    const hold = 'import sqlite3,sys,time\nc=sqlite3.connect(sys.argv[1],timeout=60,isolation_level=None)\n'
      + 'c.execute("begin immediate")\ntime.sleep(4)\nc.execute("rollback")';
    const result = await whilePeopleApply(made, async () => {
      for (let time = 0; time < 10; time += 1) {
        await run(PYTHON, ['-c', hold, join(made.folder, 'shinsei.db')]);
        await pause(1000);
      }
      const faults = Object.keys(made.answers ?? {}).filter((status) => status === '500');
      return { wrong: faults.length ? ['answers of 500'] : [], facts: { answers: made.answers } };
    });
    await made.end();
    return result;
  },
};

/** A photo of which half is sent, then, when told, the rest; the status of the answer. */
function halfSent(portal, cookie, bytes) {
  let finish;
  const answered = new Promise((resolve) => {
    const head = { 'content-type': 'multipart/form-data; boundary=x', 'sec-fetch-site': 'same-origin', accept: 'text/html', cookie, 'content-length': bytes.length };
    const sent = request({ port: portal.port, host: '127.0.0.1', method: 'POST', path: '/photo/upload', headers: head, agent: false },
      (answer) => answer.resume().on('end', () => resolve(answer.statusCode)));
    sent.on('error', (problem) => resolve(problem.code));
    sent.write(bytes.subarray(0, bytes.length / 2));
    finish = () => sent.end(bytes.subarray(bytes.length / 2));
  });
  return { answered, finish: () => finish() };
}

export const F8 = {
  what: 'SIGTERM while photos are on their way; SIGTERM twice',
  pass: 'all of them answered, gone within 30 s; the second ends at once',
  async run() {
    const made = await world('F8');
    const photo = Buffer.from(await made.photo.arrayBuffer());
    const body = Buffer.concat([
      Buffer.from('--x\r\ncontent-disposition: form-data; name="photo"; filename="p.jpg"\r\ncontent-type: image/jpeg\r\n\r\n'),
      photo, Buffer.from('\r\n--x--\r\n'),
    ]);
    const result = await whilePeopleApply(made, async () => {
      const half = Array.from({ length: 16 }, () => halfSent(made.portals[0], '', body));
      await pause(500);
      const ending = made.portals[0].end('SIGTERM');
      await pause(500);
      for (const { finish } of half) finish();
      const answers = await Promise.all(half.map(({ answered }) => answered));
      const took = await ending;
      await made.portals[0].start();
      const stuck = halfSent(made.portals[0], '', body);
      await pause(300);
      const twice = made.portals[0].end('SIGTERM');
      await pause(300);
      made.portals[0].process.kill('SIGTERM');
      const second = await twice;
      stuck.finish();
      await made.portals[0].start();
      const cut = answers.filter((answer) => typeof answer !== 'number');
      return {
        wrong: [
          ...(cut.length ? [`${cut.length} requests cut: ${cut[0]}`] : []),
          ...(took > 30 ? ['took too long'] : []),
          ...(second > 3 ? [`the second SIGTERM took ${second.toFixed(1)} s`] : []),
        ],
        facts: { answered: answers.length, 'gone after, s': took.toFixed(1), 'second SIGTERM, s': second.toFixed(1) },
      };
    });
    await made.end();
    return result;
  },
};

export const F9 = {
  what: 'backup while people apply, restored elsewhere',
  pass: 'everything acknowledged before is in it; it verifies; unreadable without the key',
  async run() {
    const made = await world('F9');
    let before = [];
    const backup = join(made.folder, '..', 'F9-backup');
    const result = await whilePeopleApply(made, async (ledger) => {
      while (ledger.receipts.size < 30) await pause(100);
      before = [...ledger.receipts.keys()];
      const began = performance.now();
      await made.command('backup', backup);
      return { facts: { 'acknowledged before': before.length, 'backup, s': ((performance.now() - began) / 1000).toFixed(1) } };
    });
    await made.end();
    const other = join(made.folder, '..', 'F9-restored');
    await run('mkdir', ['-p', other]);
    const there = ['--set', `database.url=sqlite://${other}/shinsei.db`, '--set', `photos.folder=${other}/photos`];
    const began = performance.now();
    await made.command(...there, 'restore', backup);
    await made.command(...there, 'verify');
    result.facts['restore and verify, s'] = ((performance.now() - began) / 1000).toFixed(1);
    const list = await made.command(...there, 'applications', 'list');
    const missing = before.filter((receipt) => !list.includes(receipt));
    if (missing.length) result.wrong.push(`${missing.length} acknowledged applications are not in the backup`);
    await writeFile(join(other, 'other'), '77'.repeat(32), { mode: 0o600 });
    const locked = await made.command(...there, '--set', `secrets.key_file=${other}/other`, 'verify').then(() => false, () => true);
    if (!locked) result.wrong.push('the backup opens with another key');
    result.facts['size, MB'] = ((await stat(join(other, 'shinsei.db'))).size / 1048576).toFixed(1);
    return result;
  },
};

export const F3 = {
  what: '「登録」 is pressed 20 times at once',
  pass: 'one application, the same receipt each time',
  async run() {
    const made = await world('F3');
    made.clicks = 20;
    const ledger = new Ledger();
    for (let number = 0; number < 20; number += 1) await apply(made, made.forms[made.next++], number, ledger);
    const { wrong, facts } = await check(made, ledger);
    if (facts.applications !== 20) wrong.push(`${facts.applications} applications of 20`);
    await made.end();
    return { wrong, facts };
  },
};
