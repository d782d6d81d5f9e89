// Floods of requests without a cookie, from one address and from many.
import { execFile } from 'node:child_process';
import { once } from 'node:events';
import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { Worker } from 'node:worker_threads';
import { apply } from './applicant.mjs';
import { Ledger, check } from './ledger.mjs';
import { percentile } from './loads.mjs';
import { FOR_OTHERS, flags } from './settings.mjs';
import { freePort, world } from './world.mjs';

const run = promisify(execFile);
const { FLOOD_SECONDS = '20', PYTHON } = process.env;
const seconds = Number(FLOOD_SECONDS);
/** More than newcomers of one network may be at once. */
const SIDE_BY_SIDE = 64;
const MANY = 256;
/** `limits.sessions_per_client` and its refill, as they come. */
const SESSIONS = { burst: 60, refillSeconds: 10 };

/** What may be answered to each kind, beside 503 where a network has its share. */
const EXPECTED = {
  'GET /mail': [303],
  'unknown forms': [303, 422, 429],
  'stuffed forms': [303, 413],
  'forms that are on record': [303],
  'unknown links': [200, 303, 429],
  'pictures nobody was shown': [404],
  'no such page': [404],
  'odd methods': [405],
  'odd targets': [200, 303, 400, 404, 405, 414],
};
/** Megabytes that the second round may add. */
const MOST_GROWTH = 50;
/** Rows that a network may leave: what it is counted by, and one entry each in the log. */
const COUNTED_ROWS = 6;

/** How many rows there are in all tables together. */
async function rows(made) {
  const count = 'import sqlite3,sys\nc=sqlite3.connect(sys.argv[1],timeout=60)\n'
    + 'names=[n for n, in c.execute("select name from sqlite_master where type=\'table\'")]\n'
    + 'print(sum(c.execute(f"select count(*) from {n}").fetchone()[0] for n in names))';
  return Number((await run(PYTHON, ['-c', count, join(made.folder, 'shinsei.db')])).stdout);
}

/** What the database has on the disk, its log with it. */
async function kilobytes(made) {
  const files = (await readdir(made.folder)).filter((name) => name.startsWith('shinsei.db'));
  const sizes = await Promise.all(files.map(async (name) => (await stat(join(made.folder, name))).size));
  return sizes.reduce((all, size) => all + size, 0) / 1024;
}

/** As many requests of these kinds as go, from addresses that were not there before; what was answered. */
async function flood(made, kinds, networks) {
  made.floods = (made.floods ?? 0) + 1;
  const workerData = {
    port: made.portals[0].port, kinds, second: 20 + made.floods, networks, seconds, sideBySide: SIDE_BY_SIDE,
    known: made.forms.slice(-1000).map(({ id }) => id),
  };
  const [told] = await once(new Worker(new URL('./flooding.mjs', import.meta.url), { workerData }), 'message');
  return told;
}

const strange = (statuses) => Object.entries(statuses).flatMap(([kind, told]) =>
  Object.entries(told).filter(([status]) => status !== '503' && !EXPECTED[kind].includes(Number(status)))
    .map(([status, times]) => `${kind}: ${times} × ${status}`));

/** One kind alone, and the rows it leaves. */
async function alone(made, kind, networks) {
  const [rowsBefore, sizeBefore] = [await rows(made), await kilobytes(made)];
  const { sent, statuses } = await flood(made, [kind], networks);
  const left = await rows(made) - rowsBefore;
  const sessions = kind === 'forms that are on record' ? SESSIONS.burst + Math.ceil(seconds / SESSIONS.refillSeconds) : 0;
  const most = networks * (COUNTED_ROWS + sessions);
  const wrong = strange(statuses);
  if (left > most) wrong.push(`${kind} from ${networks}: ${left} rows, more than ${most}`);
  const grown = await kilobytes(made) - sizeBefore;
  return { wrong, told: `${(sent / seconds).toFixed(0)}/s, ${JSON.stringify(statuses[kind])}, ${left} rows, ${grown.toFixed(0)} KB` };
}

/** All kinds at once while somebody applies, each time from another address. */
async function together(made, ledger, networks) {
  Object.assign(made, { times: {}, answers: {} });
  let isOver = false;
  const applying = (async () => {
    while (!isOver) {
      const number = made.next++;
      await apply(made, made.forms[number], number, ledger, { 'x-forwarded-for': `10.6.${number >> 8}.${number & 255}` });
    }
  })();
  const before = ledger.receipts.size;
  const { sent, statuses } = await flood(made, Object.keys(EXPECTED), networks);
  isOver = true;
  await applying;
  const served = ledger.receipts.size - before;
  const [photo, steps] = [made.times.photo, Object.entries(made.times).filter(([step]) => step !== 'photo').flatMap(([, list]) => list)];
  const wrong = strange(statuses);
  if (!served) wrong.push(`nobody gets through a flood from ${networks}`);
  return { wrong, facts: {
    'requests a second': (sent / seconds).toFixed(0), 'others served': served, 'their steps p95, ms': percentile(steps, 0.95).toFixed(0),
    'their photo p95, ms': percentile(photo, 0.95).toFixed(0), 'answers to them': made.answers,
  } };
}

/** Each kind alone and then all at once, from so many addresses. */
async function round(made, ledger, networks) {
  const [wrong, facts] = [[], {}];
  for (const kind of Object.keys(EXPECTED)) {
    const one = await alone(made, kind, networks);
    wrong.push(...one.wrong);
    facts[kind] = one.told;
  }
  const mixed = await together(made, ledger, networks);
  return { wrong: [...wrong, ...mixed.wrong], facts: { ...facts, 'all at once': mixed.facts } };
}

/** Both rounds; how much memory the second one takes beyond the first, and how much is counted. */
async function rounds(made, ledger, metrics) {
  const one = await round(made, ledger, 1);
  const before = (await made.portals[0].usage()).rss;
  const many = await round(made, ledger, MANY);
  const { rss, peak } = await made.portals[0].usage();
  const counted = (await (await fetch(`http://127.0.0.1:${metrics}/metrics`)).text()).length / 1024;
  const wrong = [...one.wrong, ...many.wrong];
  if (counted > 256) wrong.push(`/metrics has ${counted.toFixed(0)} KB`);
  if (rss - before > MOST_GROWTH) wrong.push(`memory grows by ${(rss - before).toFixed(0)} MB in the second round`);
  return { wrong, facts: {
    'from one address': one.facts, [`from ${MANY}`]: many.facts, '/metrics, KB': counted.toFixed(0),
    'memory at most, MB': peak.toFixed(0), 'growth in the second round, MB': (rss - before).toFixed(0),
  } };
}

export const A3 = {
  what: `floods without a cookie, limits as they come, ${seconds} s each, from one address and from ${MANY}: ${Object.keys(EXPECTED).join(', ')}; then all at once while others apply`,
  pass: 'rows for each network bounded; answers only of the expected kind, else 503; others apply; /healthz p99 ≤ 300 ms; in the second round memory grows by ≤ 50 MB; I1–I7',
  async run() {
    const metrics = await freePort();
    const made = await world('A3', { asShipped: true, settings: [...FOR_OTHERS, ...flags(`telemetry.metrics_address=127.0.0.1:${metrics}`)] });
    const ledger = new Ledger();
    const health = new Worker(new URL('./pages.mjs', import.meta.url), {
      workerData: { base: made.base(), cookie: '', paths: ['/healthz'] },
    });
    const { wrong, facts } = await rounds(made, ledger, metrics);
    health.postMessage('stop');
    const [times] = await once(health, 'message');
    const kept = await check(made, ledger);
    await made.end();
    const p99 = percentile(times, 0.99);
    if (!times.length || p99 > 300) wrong.push(`/healthz waits ${p99.toFixed(0)} ms`);
    const begunAnew = Object.entries(ledger.losses).map(([why, times]) => `${times} × ${why}`);
    return {
      wrong: [...wrong, ...begunAnew, ...kept.wrong],
      facts: { ...facts, '/healthz p99, ms': p99.toFixed(0), ...kept.facts },
    };
  },
};
