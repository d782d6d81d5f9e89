// Takes pictures of every page and its important states, on a phone of 360 pixels and
// on a desk of 1,280, of a demonstration with nothing in it yet.
// The demonstration needs `--set limits.least_form_seconds=0`: nobody is as quick as this.
// SHINSEI_DEMO_CAPTCHA_ANSWER=… node screens.mjs BASE FOLDER
import { mkdir, readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';

import { chromium } from '@playwright/test';

import { film } from '../fixtures/film.mjs';

const [base, folder] = process.argv.slice(2);
const answer = process.env.SHINSEI_DEMO_CAPTCHA_ANSWER;
const photos = resolve(import.meta.dirname, '../../rules/tests/data/photos');
const good = join(photos, 'good.jpg');
await mkdir(folder, { recursive: true });

const quiet = { executablePath: '/usr/bin/chromium-headless-shell', args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking'] };
const video = await film(quiet, good, 'both');
const camera = ['--use-fake-device-for-media-stream', '--use-fake-ui-for-media-stream', `--use-file-for-fake-video-capture=${video}`];
const browser = await chromium.launch({ ...quiet, args: [...quiet.args, ...camera] });
const someone = () => browser.newContext({ locale: 'ja-JP', timezoneId: 'Asia/Tokyo', viewport: { width: 360, height: 740 } });
const context = await someone();
const page = await context.newPage();

let count = 0;
/** A picture of the whole page at both widths; with `isWindow` of the window only. */
async function shoot(name, on = page, isWindow = false) {
  count += 1;
  for (const [width, height] of [[1280, 800], [360, 740]]) {
    await on.setViewportSize({ width, height });
    await on.screenshot({ path: `${folder}/${String(count).padStart(2, '0')}-${name}-${width}.png`, fullPage: !isWindow });
  }
}
const go = (path, on = page) => on.goto(base + path);
const press = (name, on = page) => on.getByRole('button', { name, exact: true }).click();
const tick = (id, on = page) => on.check(id, { force: true });
const seen = async (path, name) => {
  await go(path);
  await shoot(name);
};
/** A JPEG, drawn by the browser: the good photo through a filter, so many times side by side. */
async function drawn(filter, times = 1, width = 900) {
  const source = (await readFile(good)).toString('base64');
  const draw = async ({ source, filter, times, width }) => {
    const image = new Image();
    image.src = `data:image/jpeg;base64,${source}`;
    await image.decode();
    const canvas = Object.assign(document.createElement('canvas'), { width: Math.max(width, 900 * times), height: 1157 });
    const drawing = canvas.getContext('2d');
    drawing.fillStyle = '#dde';
    drawing.fillRect(0, 0, canvas.width, canvas.height);
    drawing.filter = filter;
    for (let place = 0; place < times; place += 1) drawing.drawImage(image, place * 900, 0, 900, 1157);
    return canvas.toDataURL('image/jpeg', 0.92);
  };
  const easel = await context.newPage();
  const address = await easel.evaluate(draw, { source, filter, times, width });
  await easel.close();
  return { name: 'photo.jpg', mimeType: 'image/jpeg', buffer: Buffer.from(address.split(',')[1], 'base64') };
}
/** The first that matches in the newest mail to this address. */
async function mailed(to, pattern) {
  for (let tries = 0; tries < 200; tries += 1) {
    const mails = await (await fetch(`${base}/demo/mail`)).text();
    const mine = mails.split('<section').filter((mail) => mail.includes(to));
    const found = mine.map((mail) => mail.replace(/<\/p>/g, '\n').replace(/<[^>]*>/g, '').match(pattern)?.[0]);
    const [first] = found.filter(Boolean);
    if (first) return first;
    await new Promise((done) => setTimeout(done, 100));
  }
  throw new Error(`no mail to ${to}`);
}
const pick = async (file, on = page) => {
  await on.setInputFiles('input[type=file]', file);
  await on.waitForSelector('#photo-form:is([data-check=usable], [data-check=advised], [data-check=refused])');
};

for (const [path, name] of [
  ['/', 'start'], ['/demo', 'demo'], ['/demo/mail', 'mails-none'], ['/help', 'help'], ['/privacy', 'privacy'],
  ['/accessibility', 'accessibility'], ['/gallery', 'gallery'], ['/nothing', 'not-found'], ['/status', 'status'],
  ['/terms', 'terms-to-read'], ['/photo-check', 'checker'],
]) await seen(path, name);
const forms = [...(await (await fetch(`${base}/demo`)).text()).matchAll(/\/apply\/(\d{23})/g)].map(([, id]) => id);

// ①
await go('/');
await page.fill('#application_id', '1234 5678');
await press('この申請書で申請を始める');
await shoot('start-error');
await page.fill('#application_id', '9'.repeat(23));
await press('この申請書で申請を始める');
await shoot('start-unknown');
await seen(`/apply/${forms[0]}`, 'apply');
await page.locator('form[action*="/start"] button[type=submit]').first().click();
await page.waitForURL(/\/terms(\?cookie)?$/);
await shoot('terms');
// ②
await press('確認');
await shoot('terms-errors');
await page.getByText('15歳未満の子ども', { exact: true }).click();
await shoot('terms-child');
await tick('#adult');
await tick('#consent');
await page.locator('input[name=applicant][value=myself]').check({ force: true });
await press('確認');
await page.waitForURL('**/mail');
await shoot('mail');
// ③
await page.fill('#contact_name', '番号𠀋郎😀');
await page.fill('#mail', 'taro.example.jp');
await page.fill('#mail_again', 'tar.example.jp');
await press('確認');
await shoot('mail-errors');
const mail = 'shots-taro@gmial.com';
await page.fill('#contact_name', '番号　太郎');
await page.fill('#mail', mail);
await page.fill('#mail_again', mail);
await page.fill('#captcha', answer);
await press('確認');
await shoot('mail-slip');
if (!page.url().endsWith('/check')) {
  await page.fill('#captcha', answer);
  await press('確認');
}
await page.waitForURL('**/mail/check');
await shoot('mail-check');
await press('登録');
await page.waitForURL('**/mail/sent');
await shoot('mail-sent');
// ④ and ⑤, also at another device
const link = await mailed(mail, /https?:\/\/\S+\/open\/[\w-]{43}/);
await seen('/demo/mail', 'mails');
const other = await (await someone()).newPage();
await other.goto(link);
await shoot('open-link', other);
await press('申請を続ける', other);
await other.waitForURL('**/device');
await shoot('device', other);
const code = await mailed(mail, /^\d{6}$/m);
await other.fill('#device_code', code === '123456' ? '654321' : '123456');
await press('認証する', other);
await shoot('device-error', other);
await page.goto(link);
await shoot('link-used');
await other.fill('#device_code', code);
await press('認証する', other);
await other.waitForURL('**/photo');
await shoot('photo', other);
await go('/open/' + 'a'.repeat(43));
await shoot('link-unknown');
// ⑥
await press('アップロード', other);
await shoot('photo-missing', other);
await pick(join(photos, 'small_side.jpg'), other);
await shoot('photo-refused-file', other);
await pick(await drawn('none', 2), other);
await shoot('photo-refused-people', other);
await pick(await drawn('brightness(0.35)'), other);
await shoot('photo-advised', other);
await pick(await drawn('none', 1, 2400), other);
await shoot('photo-trimmed', other);
await other.getByText('帽子や眼帯などを外せない方、赤ちゃんの写真').click();
await shoot('photo-reasons', other);
await press('カメラで撮る', other);
await other.waitForSelector('#camera-window[data-hint]');
await shoot('camera', other, true);
await other.waitForSelector('#camera-window:not([data-hint=show_face])');
await shoot('camera-person', other, true);
await press('カメラを止める', other);
await pick(good, other);
await other.click('#photo-press');
await other.waitForURL('**/photo/check');
await shoot('photo-check', other);
await press(/^(確認|この写真を使う)$/, other);
await shoot('photo-check-error', other);
await tick('#photo_declaration', other);
await press(/^(確認|この写真を使う)$/, other);
await other.waitForURL('**/details');
await shoot('details', other);
// ⑦
await other.fill('input[name=year]', '平成11');
await other.fill('input[name=month]', '2');
await other.fill('input[name=day]', '30');
await shoot('details-echo', other);
await press('確認', other);
await shoot('details-errors', other);
for (const closed of await other.locator('main details:not([open]) summary:visible').all()) await closed.click();
await shoot('details-opened', other);
await other.fill('input[name=year]', '1998-03-28');
await other.fill('input[name=month]', '');
await other.fill('input[name=day]', '');
await tick('#details_declaration', other);
await press('確認', other);
await shoot('details-mismatch', other);
await other.fill('input[name=year]', '1998-03-27');
await tick('#details_declaration', other);
await press('確認', other);
await other.waitForURL('**/review');
await shoot('review', other);
// ⑧ and ⑨
await press('登録', other);
await shoot('review-error', other);
await tick('#submit_declaration', other);
await press('登録', other);
await other.waitForURL('**/done');
await shoot('done', other);
await other.emulateMedia({ media: 'print' });
await shoot('done-printed', other);
await other.emulateMedia({ media: 'screen' });
const receipt = (await other.getByText(/^[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}$/).innerText()).trim();
await go('/status');
await page.locator('form input:visible').first().fill('AAAA');
await page.locator('main form button[type=submit]').first().click();
await shoot('status-error');
await page.locator('form input:visible').first().fill(receipt);
const birth = page.locator('input[name=year]');
if (await birth.count()) await birth.fill('1998-03-27');
await page.locator('main form button[type=submit]').first().click();
await shoot('status-known');
await other.context().clearCookies();
await other.goto(`${base}/photo`);
await shoot('session-over', other);
await page.goto(`${base}/apply/${forms[0]}`);
await press('この申請書で申請を始める').catch(() => {});
await shoot('form-used');
await browser.close();
console.log(`${count} pages and states`);
