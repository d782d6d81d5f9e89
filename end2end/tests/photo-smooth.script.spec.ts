import { writeFile } from "node:fs/promises";

import type { Page } from "@playwright/test";

import { drawn } from "../fixtures/drawn.ts";
import { expect, test } from "../fixtures/test.ts";

/** Other programs make a task long now and then; the page's own work would each time. */
const TRIES = 3;

/** Lengths of the page's tasks of 50 ms and more, from now on. */
async function longTasks(page: Page): Promise<() => Promise<number[]>> {
  const lengths = await page.evaluateHandle(() => {
    const seen: number[] = [];
    const observer = new PerformanceObserver((list) => seen.push(...list.getEntries().map((task) => task.duration)));
    observer.observe({ type: "longtask" });
    return seen;
  });
  return () => lengths.jsonValue();
}

test("the page answers while a photo of twelve megapixels is checked", async ({ browser, page }, testInfo) => {
  test.slow();
  // By its path: a file's content would come through the page's own thread.
  const large = testInfo.outputPath("large.jpg");
  const { buffer } = await drawn(browser, { width: 3000, height: 4000, places: [[0, 0, 3000, 3857]] });
  await writeFile(large, buffer);
  const blocked: number[][] = [];
  for (let tries = 0; tries < TRIES && !blocked.some((lengths) => lengths.length === 0); tries += 1) {
    await page.goto("/photo-check", { waitUntil: "networkidle" });
    const control = await page.getByLabel(/^顔写真※必須/).elementHandle();
    const form = page.locator("#photo-form");
    await expect(form).not.toHaveAttribute("data-check", /usable|advised/);
    const lengths = await longTasks(page);
    await control?.setInputFiles(large);
    await expect(form).toHaveAttribute("data-check", /usable|advised/, { timeout: 45_000 });
    blocked.push(await lengths());
  }
  expect(blocked, "tasks of 50 ms and more, in ms").toContainEqual([]);
});
