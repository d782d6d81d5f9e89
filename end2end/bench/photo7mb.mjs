// Makes a JPEG of nearly 7 MB from a photo: the same scan data with a long
// comment would prove nothing, so Chromium encodes it large and with noise.
// node photo7mb.mjs PHOTO OUT
import { chromium } from '@playwright/test';
import { readFile, writeFile } from 'node:fs/promises';

const [photo, out] = process.argv.slice(2);
const browser = await chromium.launch({ executablePath: '/usr/bin/chromium-headless-shell', args: ['--no-sandbox', '--disable-gpu'] });
const page = await browser.newPage();
const source = `data:image/jpeg;base64,${(await readFile(photo)).toString('base64')}`;
const encoded = await page.evaluate(async (url) => {
  const picture = await createImageBitmap(await (await fetch(url)).blob());
  const canvas = new OffscreenCanvas(3000, 3857);
  const pen = canvas.getContext('2d');
  pen.drawImage(picture, 0, 0, 3000, 3857);
  const pixels = pen.getImageData(0, 0, 3000, 3857);
  let state = 1;
  for (let at = 0; at < pixels.data.length; at += 1) {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    if (at % 4 !== 3) pixels.data[at] += (state >>> 28) - 8;
  }
  pen.putImageData(pixels, 0, 0);
  let [low, high, best] = [0.5, 1, null];
  for (let step = 0; step < 8; step += 1) {
    const quality = (low + high) / 2;
    const blob = await canvas.convertToBlob({ type: 'image/jpeg', quality });
    if (blob.size <= 7_340_032) { low = quality; best = blob; } else { high = quality; }
  }
  const bytes = new Uint8Array(await best.arrayBuffer());
  let text = '';
  for (let at = 0; at < bytes.length; at += 32768) text += String.fromCharCode(...bytes.subarray(at, at + 32768));
  return btoa(text);
}, source);
const bytes = Buffer.from(encoded, 'base64');
await writeFile(out, bytes);
console.log(`${bytes.length} bytes`);
await browser.close();
