// Load without faults: how much, how quickly, and what it costs.
import { execFile } from 'node:child_process';
import { readdir, stat } from 'node:fs/promises';
import { connect } from 'node:net';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { promisify } from 'node:util';
import { crowd } from './applicant.mjs';
import { Ledger, check } from './ledger.mjs';
import { world } from './world.mjs';

const run = promisify(execFile);
const { LOAD_SECONDS = '600', PG_URL } = process.env;
const seconds = Number(LOAD_SECONDS);

export const percentile = (list = [], share) =>
  [...list].sort((a, b) => a - b)[Math.min(list.length - 1, Math.floor(list.length * share))] ?? 0;

/** People apply for so long; the portal's memory, files and log are looked at each second. */
async function applied(made, length, more) {
  const ledger = new Ledger();
  const until = performance.now() + length * 1000;
  const people = crowd(made, 8, ledger, () => performance.now() > until);
  const seen = [];
  while (performance.now() < until) {
    await pause(1000);
    const usage = await Promise.all(made.portals.map((portal) => portal.usage()));
    const logs = (await readdir(made.folder)).filter((name) => name.endsWith('-wal'));
    const sizes = await Promise.all(logs.map(async (name) => (await stat(join(made.folder, name))).size / 1048576));
    seen.push({ rss: sum(usage, 'rss'), files: sum(usage, 'files'), cpu: sum(usage, 'cpu'), wal: Math.max(0, ...sizes) });
  }
  await people;
  const { wrong, facts } = await check(made, ledger, more);
  const slow = Object.entries(made.times).filter(([step]) => step !== 'photo')
    .map(([step, list]) => [step, percentile(list, 0.95)]).sort((a, b) => b[1] - a[1])[0];
  const rate = ledger.receipts.size / length;
  return {
    wrong, rate, slow, photo: percentile(made.times.photo, 0.95), seen,
    facts: {
      ...facts, 'journeys a second': rate.toFixed(1), 'slowest step but the photo, p95': `${slow[0]} ${slow[1].toFixed(0)} ms`,
      'photo p95, ms': percentile(made.times.photo, 0.95).toFixed(0), 'memory, MB': Math.max(...seen.map(({ rss }) => rss)).toFixed(0),
    },
  };
}

const sum = (list, name) => list.reduce((total, one) => total + one[name], 0);

export const L1 = {
  what: 'wrk -c64 -t2 on the terms page',
  pass: '≥ 500 a second, p99 ≤ 150 ms, all 2xx',
  async run() {
    const made = await world('L1');
    const { stdout } = await run('wrk', ['-c64', '-t2', `-d${Math.min(60, seconds)}s`, '--latency', `${made.base()}/terms`]);
    await made.end();
    const rate = Number(stdout.match(/Requests\/sec:\s+([\d.]+)/)[1]);
    const [, number, unit] = stdout.match(/99%\s+([\d.]+)(us|ms|s)/);
    const p99 = Number(number) * { us: 0.001, ms: 1, s: 1000 }[unit];
    const wrong = [];
    if (rate < 500) wrong.push('too few');
    if (p99 > 150) wrong.push('too slow');
    if (/Non-2xx/.test(stdout)) wrong.push('answers that are no 2xx');
    return { wrong, facts: { 'a second': rate.toFixed(0), 'p99, ms': p99.toFixed(1) } };
  },
};

function judged(result) {
  if (result.rate < 3) result.wrong.push('fewer than 3 journeys a second');
  if (result.slow[1] > 200) result.wrong.push(`${result.slow[0]} takes ${result.slow[1].toFixed(0)} ms`);
  if (result.photo > 2500) result.wrong.push(`the photo takes ${result.photo.toFixed(0)} ms`);
  return result;
}

export const L2 = {
  what: 'eight apply side by side, SQLite; memory, files and WAL are watched (L5)',
  pass: '≥ 3/s, p95 ≤ 200 ms, photo ≤ 2.5 s; memory grows ≤ 5 % in the last half, WAL ≤ 64 MB; I1–I7',
  async run() {
    const made = await world('L2');
    const result = judged(await applied(made, seconds));
    const half = result.seen.slice(result.seen.length / 2);
    const third = Math.ceil(half.length / 3);
    const mean = (list) => sum(list, 'rss') / list.length;
    const growth = mean(half.slice(-third)) / mean(half.slice(0, third)) - 1;
    const wal = Math.max(...half.map(({ wal }) => wal));
    const files = half.at(-1).files - half[0].files;
    if (growth > 0.05) result.wrong.push(`memory grows by ${(growth * 100).toFixed(1)} %`);
    if (wal > 64) result.wrong.push('the WAL grows');
    if (files > 16) result.wrong.push(`${files} more files are open`);
    Object.assign(result.facts, { 'memory growth, %': (growth * 100).toFixed(1), 'WAL, MB': wal.toFixed(1), 'more files': files });
    await made.end();
    return result;
  },
};

export const L3 = {
  what: 'the same with PostgreSQL and two processes',
  pass: '≥ 3/s a core, p95 ≤ 200 ms; I1–I7, no mail twice',
  async run() {
    const database = PG_URL.replace('DATABASE', 'soak_l3');
    const made = await world('L3', { database, processes: 2 });
    const dump = async () => (await run('pg_dump', [database], { encoding: 'buffer', maxBuffer: 1 << 30 })).stdout;
    const result = judged(await applied(made, Math.min(seconds, 300), { dump }));
    if (result.facts.repeats) result.wrong.push(`${result.facts.repeats} mails came twice`);
    await made.end();
    return result;
  },
};

/** Pages while something else happens: p99 in ms, and how many were not answered with 200. */
async function othersMeanwhile(made, length) {
  const times = [];
  let refused = 0;
  for (const until = performance.now() + length; performance.now() < until;) {
    const start = performance.now();
    const answer = await fetch(`${made.base()}/terms`, { headers: { accept: 'text/html' } });
    await answer.text();
    if (answer.ok) times.push(performance.now() - start);
    else refused += 1;
    await pause(20);
  }
  return { p99: percentile(times, 0.99), refused };
}

/** What a request may take (`http.body_seconds`), and its rest being heard out twice (server/src/http/linger.rs). */
const SLOW_SECONDS = 30 + 2 * 3;

export const L6 = {
  what: '500 connections that send a byte a second, heads and bodies',
  pass: 'others p99 ≤ 300 ms; the slow ones are closed within 36 s',
  async run() {
    const made = await world('L6');
    const began = performance.now();
    const closed = [];
    const port = made.portals[0].port;
    for (let number = 0; number < 500; number += 1) {
      const socket = connect(port, '127.0.0.1');
      const head = number % 2
        ? 'GET /terms HTTP/1.1\r\nHost: x\r\nX-Slow: '
        : 'POST /api/start/give HTTP/1.1\r\nHost: x\r\nSec-Fetch-Site: same-origin\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: 1000\r\n\r\n';
      socket.write(head);
      const drip = setInterval(() => socket.write('a'), 1000);
      socket.on('error', () => {});
      socket.on('close', () => { clearInterval(drip); closed.push((performance.now() - began) / 1000); });
      socket.resume();
    }
    const { p99, refused } = await othersMeanwhile(made, 20_000);
    for (const until = performance.now() + 20_000; closed.length < 500 && performance.now() < until;) await pause(100);
    await made.end();
    const wrong = [];
    const last = Math.max(0, ...closed);
    if (p99 > 300) wrong.push(`others wait ${p99.toFixed(0)} ms`);
    if (refused) wrong.push(`${refused} others were refused`);
    if (closed.length < 500 || last > SLOW_SECONDS + 3) wrong.push(`${500 - closed.length} stay, the last closed after ${last.toFixed(0)} s`);
    return { wrong, facts: { 'others p99, ms': p99.toFixed(0), 'last closed after, s': last.toFixed(1) } };
  },
};

/** Sends without end until the other side has had enough; status and bytes sent. */
function endless(port, path, type) {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1');
    const chunk = Buffer.concat([Buffer.from('10000\r\n'), Buffer.alloc(65536, 97), Buffer.from('\r\n')]);
    let sent = 0;
    let told = '';
    socket.write(`POST ${path} HTTP/1.1\r\nHost: x\r\nSec-Fetch-Site: same-origin\r\nContent-Type: ${type}\r\nTransfer-Encoding: chunked\r\n\r\n`);
    const more = () => {
      if (told || sent > 100 * 1048576) return;
      sent += 65536;
      if (socket.write(chunk)) setImmediate(more); else socket.once('drain', more);
    };
    socket.on('data', (data) => { told += data; });
    socket.on('error', () => {});
    socket.on('close', () => resolve({ path, status: Number(told.split(' ')[1]) || 0, sent }));
    setTimeout(() => socket.destroy(), 40_000).unref();
    more();
  });
}

export const L7 = {
  what: 'bodies of 100 MB without a length, to every act',
  pass: 'refused; memory grows by ≤ 10 MB for each',
  async run() {
    const made = await world('L7');
    await othersMeanwhile(made, 2000);
    const before = (await made.portals[0].usage()).peak;
    const form = 'application/x-www-form-urlencoded';
    const paths = ['/api/start/give', '/api/terms/agree', '/api/mail/give', '/api/link/open', '/api/details/give', '/api/submit'];
    const answers = [];
    for (const path of paths) answers.push(await endless(made.portals[0].port, path, form));
    answers.push(await endless(made.portals[0].port, '/photo/upload', 'multipart/form-data; boundary=x'));
    const growth = (await made.portals[0].usage()).peak - before;
    await made.end();
    const wrong = answers.filter(({ status }) => status !== 0 && (status < 400 || status >= 500))
      .map(({ path, status }) => `${path}: ${status}`);
    if (growth > 10 * answers.length) wrong.push(`memory grows by ${growth.toFixed(0)} MB`);
    const told = answers.map(({ status, sent }) => `${status || 'cut'} after ${(sent / 1048576).toFixed(1)} MB`);
    return { wrong, facts: { answers: [...new Set(told)].join(', '), 'memory growth in all, MB': growth.toFixed(1) } };
  },
};
