// Behind the proxies whose configurations are shipped: whether answers arrive that are made before all was sent.
import { readFile } from 'node:fs/promises';
import { connect } from 'node:http2';
import { Agent, request } from 'node:https';
import { setTimeout as pause } from 'node:timers/promises';
import { begin, open, register } from '../fixtures/journey.mjs';
import { PatientBrowser } from './applicant.mjs';
import { WITHOUT_WORK, assaults, inTurn } from './guards.mjs';
import { flags } from './settings.mjs';
import { slowUpload } from './sockets.mjs';
import { world } from './world.mjs';

const { PHOTO } = process.env;
const TIMES = 20;
const REGISTRATIONS = 200;
const AT_HOME = '198.51.100.20';
const SCRIPT = { accept: 'application/json', 'sec-fetch-site': 'same-origin' };
const FORM = { accept: 'text/html', 'sec-fetch-site': 'same-origin' };
const FOREIGN = { accept: 'text/html', 'sec-fetch-site': 'cross-site' };
const noPhoto = (bytes) => Buffer.alloc(bytes, 0xff);

/** A form with this file. */
const inAForm = (file) => Buffer.concat([
  Buffer.from('--x\r\ncontent-disposition: form-data; name="photo"; filename="p.jpg"\r\ncontent-type: image/jpeg\r\n\r\n'),
  file, Buffer.from('\r\n--x--\r\n'),
]);

const TYPE = { 'content-type': 'multipart/form-data; boundary=x' };

/** Sends it to the proxy over a connection that is kept; the status that arrives, or how it broke. */
const overHttp1 = (made) => {
  const agent = new Agent({ keepAlive: true });
  const send = (headers, body) => new Promise((resolve) => {
    const all = { ...TYPE, 'content-length': body.length, ...headers };
    const asked = request(`${made.base()}/photo/upload`, { method: 'POST', agent, rejectUnauthorized: false, headers: all },
      (answer) => answer.resume().on('end', () => resolve(answer.statusCode)).on('error', ({ code }) => resolve(code)));
    asked.on('error', ({ code }) => resolve(code));
    asked.end(body);
  });
  return { send, end: () => agent.destroy() };
};

/** The same as browsers do it: over HTTP/2. */
const overHttp2 = (made) => {
  const session = connect(made.base(), { rejectUnauthorized: false });
  session.on('error', () => {});
  const send = (headers, body) => new Promise((resolve) => {
    const asked = session.request({ ':method': 'POST', ':path': '/photo/upload', ...TYPE, ...headers });
    let status = 'no answer';
    asked.on('response', (head) => { status = head[':status']; });
    asked.on('error', ({ code }) => { status = code; });
    asked.on('close', () => resolve(status));
    asked.resume();
    asked.end(body);
  });
  return { send, end: () => session.destroy() };
};

/** Somebody at the page for the photo, who came there without the proxy. */
async function inside(made) {
  const browser = new PatientBrowser({ ...made, base: () => `http://127.0.0.1:${made.portals[0].port}` }, { 'x-forwarded-for': AT_HOME });
  await register(browser, await begin(browser, made.forms[0]), 'soak0w0@example.jp', made.answer);
  await open(browser, await made.office.link('soak0w0@example.jp'));
  return browser.cookie();
}

/** What is sent, by whom, and the answer that must arrive. */
const early = (cookie, photo) => [
  ['no session, script', SCRIPT, noPhoto(7_000_000), 409],
  ['no session, form', FORM, noPhoto(7_000_000), 303],
  ['another site\'s form', FOREIGN, noPhoto(7_000_000), 403],
  ['too large', { ...SCRIPT, cookie }, noPhoto(12_000_000), 413],
  ['too large, form', { ...FORM, cookie }, noPhoto(12_000_000), 303],
  ['no photo', { ...SCRIPT, cookie }, noPhoto(6_900_000), 422],
  ['a photo', { ...SCRIPT, cookie }, photo, 200],
];

/** Each of them so often and over both; how many arrived. */
async function tried(made, name, kinds) {
  const wrong = [];
  let [arrived, sent] = [0, 0];
  for (const [way, over] of [['HTTP/1.1', overHttp1], ['HTTP/2', overHttp2]]) {
    const { send, end } = over(made);
    for (const [what, headers, file, expected] of kinds) {
      const answers = [];
      for (let time = 0; time < TIMES; time += 1) answers.push(await send(headers, inAForm(file)));
      const others = answers.filter((status) => status !== expected);
      if (others.length) wrong.push(`${what}, ${way}: ${others.length} of ${TIMES} are ${[...new Set(others)].join(', ')}`);
      [arrived, sent] = [arrived + TIMES - others.length, sent + TIMES];
    }
    end();
  }
  return { wrong, facts: { [name]: `${arrived} of ${sent} answers arrived` } };
}

/** While two photos of the application are on their way, a third is refused. */
async function whileTwoCome(made, cookie) {
  const slow = Array.from({ length: 2 }, () => slowUpload(made.portals[0].port, { cookie, from: AT_HOME, bytesPerSecond: 1100 }));
  await pause(1000);
  const told = await tried(made, 'a third upload', [['a third at once', { ...SCRIPT, cookie }, noPhoto(7_000_000), 429]]);
  slow.forEach(({ giveUp }) => giveUp());
  return told;
}

async function behind(through) {
  const made = await world(`A5-${through}`, { asShipped: true, through, settings: flags('limits.uploads_per_application=1000') });
  const cookie = await inside(made);
  const mails = (await made.office.mails()).length;
  const results = [
    await tried(made, 'other uploads', early(cookie, await readFile(PHOTO))),
    await whileTwoCome(made, cookie),
    await assaults(made, [['addresses made up for the proxy', 1, WITHOUT_WORK, { from: inTurn(1) }]], REGISTRATIONS, mails),
  ];
  await made.end();
  return {
    wrong: results.flatMap(({ wrong }) => wrong.map((what) => `${through}: ${what}`)),
    facts: Object.assign({}, ...results.map(({ facts }) => facts)),
  };
}

export const A5 = {
  what: `behind nginx and behind Caddy, as they are shipped: uploads that are answered before they were sent, ${TIMES} of each kind over HTTP/1.1 and over HTTP/2; ${REGISTRATIONS} registrations with addresses made up`,
  pass: 'every answer arrives; mails within the limits of one network',
  async run() {
    // Their certificates are their own.
    process.env.NODE_TLS_REJECT_UNAUTHORIZED = '0';
    try {
      const [nginx, caddy] = [await behind('nginx'), await behind('caddy')];
      return { wrong: [...nginx.wrong, ...caddy.wrong], facts: { nginx: nginx.facts, caddy: caddy.facts } };
    } finally {
      delete process.env.NODE_TLS_REJECT_UNAUTHORIZED;
    }
  },
};
