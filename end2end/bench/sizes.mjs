// What each page loads, in bytes as sent (brotli): HTML, CSS, JS, WASM; the headers
// of the answers and pictures apart.
// node sizes.mjs BASE FORM_ID BIRTH_DATE
import { chromium } from '@playwright/test';

const [base, id, birthDate] = process.argv.slice(2);
const answer = process.env.SHINSEI_DEMO_CAPTCHA_ANSWER;
const browser = await chromium.launch({
  executablePath: '/usr/bin/chromium-headless-shell',
  args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking'],
});
const table = [];
const LATE = {
  '/mail': 'split_work_on_proof',
  '/photo': 'split_wake_photo_picker',
  '/details': 'split_read_birth_date_back',
};

/** Loads an address in a browser without a cache and adds up what came. */
async function measured(context, name, path) {
  const page = await context.newPage();
  const session = await context.newCDPSession(page);
  await session.send('Network.enable');
  await session.send('Network.setCacheDisabled', { cacheDisabled: true });
  const answers = new Map();
  const sums = { html: 0, css: 0, js: 0, wasm: 0, other: 0, headers: 0 };
  session.on('Network.responseReceived', ({ requestId, response }) => {
    const kind = { 'text/html': 'html', 'text/css': 'css', 'text/javascript': 'js', 'application/javascript': 'js', 'application/wasm': 'wasm' }[response.mimeType] ?? 'other';
    answers.set(requestId, { kind, headers: response.encodedDataLength });
  });
  session.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
    const { kind, headers } = answers.get(requestId);
    sums[kind] += encodedDataLength - headers;
    sums.headers += headers;
  });
  // An island's own code comes after the page's.
  const late = LATE[path];
  const own = late && page.waitForEvent('requestfinished', (request) => request.url().includes(late));
  await page.goto(base + path, { waitUntil: 'load' });
  await own;
  await page.waitForLoadState('networkidle');
  await page.close();
  table.push({ page: name, ...sums, total: sums.html + sums.css + sums.js + sums.wasm });
}

const context = await browser.newContext({ locale: 'ja-JP' });
const page = await context.newPage();
const press = (name) => page.getByRole('button', { name }).click();
await measured(context, '/', '/');
await page.goto(`${base}/apply/${id}`);
await measured(context, '/apply/…', `/apply/${id}`);
await page.locator('form[action*="/start"] button[type=submit]').first().click();
// The first act of a browser is answered with a mark, to see whether it keeps cookies.
await page.waitForURL('**/terms?cookie');
await measured(context, '/terms', '/terms');
await page.check('#adult', { force: true });
await page.check('#consent', { force: true });
await page.locator('input[name=applicant][value=myself]').check({ force: true });
await press('確認');
await page.waitForURL('**/mail');
await measured(context, '/mail', '/mail');
await page.fill('#contact_name', '番号太郎');
await page.fill('#mail', 'sizes@example.jp');
await page.fill('#mail_again', 'sizes@example.jp');
await page.fill('#captcha', answer);
await press('確認');
await page.waitForURL('**/mail/check');
await measured(context, '/mail/check', '/mail/check');
await press('登録');
await page.waitForURL('**/mail/sent');
await measured(context, '/mail/sent', '/mail/sent');
let link;
while (!link) {
  const mails = await (await fetch(`${base}/demo/mail`)).text();
  link = mails.slice(mails.indexOf('sizes@example.jp')).match(/\/open\/[\w-]{43}/)?.[0];
}
await page.goto(base + link);
await press('申請を続ける');
await page.waitForURL('**/photo');
await measured(context, '/photo', '/photo');
await page.setInputFiles('input[type=file]', process.env.PHOTO);
// Once the advice is there, the press takes it as read.
await page.waitForSelector('#photo-form[data-check=usable], #photo-form[data-check=advised]');
await page.click('#photo-press');
await page.waitForURL('**/photo/check');
await measured(context, '/photo/check', '/photo/check');
await page.check('#photo_declaration', { force: true });
await press(/^(確認|この写真を使う)$/);
await page.waitForURL('**/details');
await measured(context, '/details', '/details');
await page.fill('input[name=year]', birthDate);
await page.check('#details_declaration', { force: true });
await press('確認');
await page.waitForURL('**/review');
await measured(context, '/review', '/review');
await page.check('#submit_declaration', { force: true });
await press('登録');
await page.waitForURL('**/done');
await measured(context, '/done', '/done');
console.table(table);
await browser.close();
