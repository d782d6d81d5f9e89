// Makes a JPEG as large as a phone's from a photo: the same scan data with a long
// comment would prove nothing, so Chromium encodes it large and with noise, as
// finely as the bytes allow.
// node large_photo.mjs PHOTO OUT WIDTH HEIGHT BYTES
import { chromium } from '@playwright/test';
import { readFile, writeFile } from 'node:fs/promises';

const [photo, out, ...numbers] = process.argv.slice(2);
const [width, height, most] = numbers.map(Number);
const browser = await chromium.launch({ executablePath: '/usr/bin/chromium-headless-shell', args: ['--no-sandbox', '--disable-gpu'] });
const page = await browser.newPage();
const source = `data:image/jpeg;base64,${(await readFile(photo)).toString('base64')}`;
const encoded = await page.evaluate(async ({ source, width, height, most }) => {
  const picture = await createImageBitmap(await (await fetch(source)).blob());
  const canvas = new OffscreenCanvas(width, height);
  const pen = canvas.getContext('2d');
  const scale = Math.max(width / picture.width, height / picture.height);
  pen.drawImage(picture, (width - picture.width * scale) / 2, 0, picture.width * scale, picture.height * scale);
  const pixels = pen.getImageData(0, 0, width, height);
  let state = 1;
  for (let at = 0; at < pixels.data.length; at += 1) {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    if (at % 4 !== 3) pixels.data[at] += (state >>> 28) - 8;
  }
  pen.putImageData(pixels, 0, 0);
  let [low, high, best] = [0.3, 1, null];
  for (let step = 0; step < 8; step += 1) {
    const quality = (low + high) / 2;
    const blob = await canvas.convertToBlob({ type: 'image/jpeg', quality });
    if (blob.size <= most) { low = quality; best = blob; } else { high = quality; }
  }
  const bytes = new Uint8Array(await best.arrayBuffer());
  let text = '';
  for (let at = 0; at < bytes.length; at += 32768) text += String.fromCharCode(...bytes.subarray(at, at + 32768));
  return btoa(text);
}, { source, width, height, most });
const bytes = Buffer.from(encoded, 'base64');
await writeFile(out, bytes);
console.log(`${out}: ${width} x ${height}, ${bytes.length} bytes`);
await browser.close();
