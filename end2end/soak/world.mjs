// What a test stands on: real processes of the portal, a real mail server, data of its own.
import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { mkdir, readFile, readdir, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { promisify } from 'node:util';
import { Proxy } from '../fixtures/proxy.mjs';
import { FOR_OTHERS, LIFTED, flags, forms, ordinary } from './settings.mjs';

const run = promisify(execFile);
const { SHINSEI, SITE, PHOTO, PYTHON, SINK, WORK, FAKETIME_LIBRARY } = process.env;
const FORMS = 20_000;

/** Processes of ours; none outlives this one, however it ends. */
const children = new Set();
process.on('exit', () => children.forEach((child) => child.kill('SIGKILL')));
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => process.exit(1));

function child(program, words, options) {
  const started = spawn(program, words, options);
  children.add(started);
  started.once('exit', () => children.delete(started));
  return started;
}

export async function freePort() {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address();
  server.close();
  return port;
}

/** The mail server of the tests, as a process that can be stopped and started again. */
class Office {
  read = new Map();

  constructor(folder, port) {
    this.folder = folder;
    this.port = port;
  }

  async open() {
    this.process = child(PYTHON, [SINK, this.folder, String(this.port)], { stdio: ['pipe', 'pipe', 'inherit'] });
    await once(this.process.stdout, 'data');
  }

  async close() {
    this.process.kill('SIGKILL');
    await once(this.process, 'exit');
    // The next one counts from one again.
    this.folder = `${this.folder}x`;
    await mkdir(this.folder, { recursive: true });
  }

  /** All mails that were taken, in every folder there was. */
  async mails() {
    const all = join(this.folder, '..');
    for (const name of await readdir(all)) {
      const folder = join(all, name);
      for (const file of await readdir(folder)) {
        const path = join(folder, file);
        if (file.endsWith('.json') && !this.read.has(path)) {
          this.read.set(path, JSON.parse(await readFile(path, 'utf8')));
        }
      }
    }
    return [...this.read.values()];
  }

  /** The link that came to an address. */
  link(address, patience) {
    return this.written(address, /\/open\/[\w-]{43}/, patience);
  }

  /** All links that came to an address, once there are so many. */
  async links(address, count, patience = 400_000) {
    const until = performance.now() + patience;
    while (performance.now() < until) {
      const texts = (await this.mails()).filter((mail) => mail.rcpt_to[0] === address).map(({ text }) => text);
      const found = texts.map((text) => text.match(/\/open\/[\w-]{43}/)?.[0]).filter(Boolean);
      if (found.length >= count) return found;
      await pause(50);
    }
    throw new Error(`fewer than ${count} links came to ${address}`);
  }

  /** The device code that came to an address. */
  code(address, patience) {
    return this.written(address, /^\d{6}$/m, patience);
  }

  async written(address, what, patience = 400_000) {
    const until = performance.now() + patience;
    while (performance.now() < until) {
      const texts = (await this.mails()).filter((mail) => mail.rcpt_to[0] === address).map(({ text }) => text);
      const found = texts.map((text) => text.match(what)?.[0]).find(Boolean);
      if (found) return found;
      await pause(50);
    }
    throw new Error(`no mail came to ${address}`);
  }
}

/** One process of the portal. */
export class Portal {
  constructor(world, number) {
    Object.assign(this, { world, number });
  }

  /** Starts the process and waits for nothing; where it is to die, if anywhere (`PLACE:TIME`). */
  spawn(dieAt) {
    const log = createWriteStream(join(this.world.logs, `${this.number}`), { flags: 'a' });
    const settings = [...this.world.settings, '--set', `http.address=127.0.0.1:${this.port}`];
    const env = { ...this.world.environment, ...(dieAt && { SHINSEI_DIE_AT: dieAt }) };
    this.process = child(this.world.program, [...settings, 'serve'], { env, stdio: ['ignore', 'pipe', 'pipe'] });
    this.process.stdout.pipe(log);
    this.process.stderr.pipe(log);
    this.exited = once(this.process, 'exit');
  }

  async start() {
    this.port ??= await freePort();
    const began = performance.now();
    this.spawn();
    while (!(await this.isReady())) {
      if (this.process.exitCode !== null || performance.now() - began > 30_000) {
        throw new Error(`the portal does not become ready: ${this.world.logs}/${this.number}`);
      }
      await pause(25);
    }
    return (performance.now() - began) / 1000;
  }

  async isReady() {
    try {
      return (await fetch(`http://127.0.0.1:${this.port}/readyz`, { signal: AbortSignal.timeout(2000) })).ok;
    } catch {
      return false;
    }
  }

  /** Sends a signal and waits for the end; seconds until then. */
  async end(signal) {
    const began = performance.now();
    this.process.kill(signal);
    await this.exited;
    return (performance.now() - began) / 1000;
  }

  /** Resident memory in MB, open files, and CPU seconds. */
  async usage() {
    const status = await readFile(`/proc/${this.process.pid}/status`, 'utf8');
    const stat = (await readFile(`/proc/${this.process.pid}/stat`, 'utf8')).split(') ')[1].split(' ');
    return {
      rss: Number(status.match(/VmRSS:\s+(\d+)/)[1]) / 1024,
      peak: Number(status.match(/VmHWM:\s+(\d+)/)[1]) / 1024,
      files: (await readdir(`/proc/${this.process.pid}/fd`)).length,
      cpu: (Number(stat[11]) + Number(stat[12])) / 100,
    };
  }
}

/** A proxy in front of the first process, which then has its address. */
async function inFront(made, through) {
  const proxy = await Proxy.start(through, made.logs, made.portals[0].port);
  children.add(proxy.process);
  made.proxy = proxy;
  made.base = () => proxy.url;
  return [...FOR_OTHERS, ...flags(`http.base_url=${proxy.url}`)];
}

/**
 * Everything a test needs, with `processes` of the portal running. `asShipped`: with the limits as they
 * come, which are lifted else. `through`: `nginx` or `caddy`, which then stands in front.
 */
export async function world(name, { database, processes = 1, settings = [], folder, program = SHINSEI, asShipped = false, through } = {}) {
  folder ??= join(WORK, name);
  const mails = join(WORK, `${name}-office`, 'mails');
  const logs = join(WORK, `${name}-logs`);
  await mkdir(folder, { recursive: true });
  await mkdir(logs, { recursive: true });
  await mkdir(mails, { recursive: true });
  const office = new Office(mails, await freePort());
  await office.open();
  await writeFile(join(folder, 'key'), '5a'.repeat(32), { mode: 0o600 });
  const made = {
    name, program, folder, logs, office, times: {}, answers: {}, next: 0, answer: 'abc234', database,
    photo: new Blob([await readFile(PHOTO)], { type: 'image/jpeg' }),
    environment: { ...process.env, SHINSEI_DEMO_CAPTCHA_ANSWER: 'abc234' },
    settings: [...ordinary({ site: SITE, office, folder, database }), ...(asShipped ? [] : LIFTED), ...settings],
  };
  // From now on processes start under a clock that is so far ahead ('+31d') or behind ('-1h'), or
  // right (''). Only the time of day differs: what they wait for and what files say is real.
  made.under = (clock) => {
    const { LD_PRELOAD, FAKETIME, ...plain } = made.environment;
    const moved = { LD_PRELOAD: FAKETIME_LIBRARY, FAKETIME: clock, DONT_FAKE_MONOTONIC: '1', NO_FAKE_STAT: '1' };
    made.environment = clock ? { ...plain, ...moved } : plain;
  };
  made.command = async (...words) => {
    const told = await run(program, [...made.settings, ...words], { env: made.environment, maxBuffer: 1 << 28 });
    return told.stdout;
  };
  made.forms = forms(FORMS);
  await writeFile(join(folder, 'forms.csv'), made.forms.map(({ id, birthDate }) => `${id},${birthDate}\n`).join(''));
  made.portals = Array.from({ length: processes }, (_, number) => new Portal(made, number));
  for (const portal of made.portals) portal.port = await freePort();
  let turn = 0;
  made.base = () => `http://127.0.0.1:${made.portals[turn++ % processes].port}`;
  made.settings.push(...(through ? await inFront(made, through) : flags(`http.base_url=${made.base()}`)));
  await made.command('migrate');
  await made.command('forms', 'import', join(folder, 'forms.csv'));
  for (const portal of made.portals) await portal.start();
  made.end = async () => {
    for (const portal of made.portals) {
      if (portal.process.exitCode === null && portal.process.signalCode === null) await portal.end('SIGKILL');
    }
    office.process.kill('SIGKILL');
    await made.proxy?.stop();
  };
  return made;
}
