// Sends requests of one kind after the other in a thread of its own, so that the driver's work is in
// nobody's times; tells how often each status came for each kind, and how long it took.
import { randomBytes } from 'node:crypto';
import { Agent, request } from 'node:http';
import { parentPort, workerData } from 'node:worker_threads';

/** `second`: the second number of the addresses it comes from. */
const { port, kinds, second, networks, seconds, sideBySide, known } = workerData;
const agent = new Agent({ keepAlive: true, maxSockets: sideBySide });
const text = (bytes) => randomBytes(bytes).toString('base64url');
const letters = (count) => text(count).replaceAll(/[^A-Za-z]/g, 'x').slice(0, count).toUpperCase();
const form = { 'content-type': 'application/x-www-form-urlencoded' };
const post = (path, fields, headers) => (
  { method: 'POST', path, body: new URLSearchParams(fields).toString(), headers: { ...form, ...headers } });
const digits = () => `2${String(randomBytes(6).readUIntBE(0, 6)).padStart(22, '1')}`;

const METHODS = ['PUT', 'DELETE', 'OPTIONS', 'TRACE', 'PATCH', 'PROPFIND'];
const TARGETS = [
  '*', 'terms', 'http://evil.example/', 'https://evil.example:99999/', '//evil.example/terms', '/%', '/%00', '/%ff%fe',
  '/..%2f..%2fetc', '/./../terms', '/open/%2e%2e', '/api/../terms', '/terms;x=1', '/?', '/#', `/${'a'.repeat(9_000)}`,
  `/${'%41'.repeat(3_000)}`, '/\\..\\', '/pkg/../../key', '/photo/current/..', '/captcha/x.wav', '/status?receipt=1',
];

/** A request of each kind without a cookie; `number` counts them. */
const MADE = {
  'GET /mail': () => ({ path: '/mail' }),
  'unknown forms': (number) => post('/api/start/give', { application_id: digits(), by: 'qr' },
    number % 2 ? { accept: 'application/json' } : {}),
  'stuffed forms': (number) => post(['/api/mail/give', '/api/details/give', '/api/submit', '/api/status/look'][number % 4],
    { contact_name: 'x'.repeat(number % 8 ? 7_000 : 17_000), mail: 'x'.repeat(7_000), receipt_number: text(6) }),
  'forms that are on record': (number) => post('/api/start/give', { application_id: known[number % known.length], by: 'qr' }),
  'unknown links': (number) => (number % 2 ? { path: `/open/${text(32)}` } : post('/api/link/open', { token: text(32) })),
  'pictures nobody was shown': (number) => ({ path: `/captcha/${randomBytes(16).toString('hex')}.${number % 2 ? 'wav' : 'png'}` }),
  'no such page': () => ({ path: `/${text(12)}/${text(12)}` }),
  'odd methods': (number) => ({ method: number % 2 ? METHODS[number % METHODS.length] : letters(number % 10 ? 8 : 4_000), path: '/terms' }),
  'odd targets': (number) => ({ path: TARGETS[number % TARGETS.length] }),
};

/** Sends one; its status, or what went wrong. */
const send = ({ method = 'GET', path, headers = {}, body = '' }, from) => new Promise((resolve) => {
  const own = { 'x-forwarded-for': from, 'sec-fetch-site': 'same-origin', accept: 'text/html', 'content-length': Buffer.byteLength(body) };
  const asked = request({ host: '127.0.0.1', port, agent, method, path, headers: { ...own, ...headers } }, (answer) => {
    answer.resume().on('end', () => resolve(answer.statusCode)).on('error', () => resolve('cut'));
  });
  asked.on('error', ({ code }) => resolve(code));
  asked.end(body);
});

const statuses = Object.fromEntries(kinds.map((kind) => [kind, {}]));
const until = performance.now() + seconds * 1000;
let number = 0;
await Promise.all(Array.from({ length: sideBySide }, async () => {
  while (performance.now() < until) {
    const mine = number++;
    const kind = kinds[mine % kinds.length];
    const network = mine % networks;
    const status = await send(MADE[kind](Math.floor(mine / kinds.length)), `10.${second}.${network >> 8}.${network & 255}`);
    statuses[kind][status] = (statuses[kind][status] ?? 0) + 1;
  }
}));
agent.destroy();
parentPort.postMessage({ sent: number, statuses });
