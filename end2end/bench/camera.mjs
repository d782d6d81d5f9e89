// How many verdicts a second the guide of the camera gives.
// taskset -c 0 node camera.mjs BASE [SECONDS]
import { resolve } from "node:path";

import { chromium } from "@playwright/test";

import { film } from "../fixtures/film.mjs";

const [base, seconds = "10"] = process.argv.slice(2);
const photo = process.env.PHOTO ?? resolve(import.meta.dirname, "../../rules/tests/data/photos/good.jpg");
const options = {
  executablePath: "/usr/bin/chromium-headless-shell",
  args: ["--no-sandbox", "--disable-gpu", "--disable-background-networking"],
};
const table = [];
for (const scene of ["wall", "person"]) {
  const path = await film(options, photo, scene);
  const flags = ["--use-fake-device-for-media-stream", "--use-fake-ui-for-media-stream"];
  const args = [...options.args, ...flags, `--use-file-for-fake-video-capture=${path}`];
  const browser = await chromium.launch({ ...options, args });
  const page = await browser.newPage({ locale: "ja-JP", viewport: { width: 360, height: 740 } });
  await page.addInitScript(() => {
    const looks = [];
    window.looks = looks;
    window.Worker = class extends Worker {
      constructor(...given) {
        super(...given);
        this.addEventListener("message", ({ data }) => data.kind === "look" && looks.push([performance.now(), data.look.hint]));
      }
    };
  });
  await page.goto(`${base}/photo-check`);
  await page.getByRole("button", { name: "カメラで撮る" }).click();
  const begun = Date.now();
  await page.waitForFunction(() => window.looks.length > 0, undefined, { timeout: 60_000 });
  const first = Date.now() - begun;
  await page.waitForTimeout(2_000);
  const counted = () => page.evaluate(() => ({ count: window.looks.length, at: performance.now(), hint: window.looks.at(-1)?.[1] }));
  const from = await counted();
  await page.waitForTimeout(1_000 * Number(seconds));
  const to = await counted();
  table.push({
    scene,
    "first verdict, ms": first,
    "verdicts a second": Math.round((10_000 * (to.count - from.count)) / (to.at - from.at)) / 10,
    hint: to.hint,
  });
  await browser.close();
}
console.table(table);
