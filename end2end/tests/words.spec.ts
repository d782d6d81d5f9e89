import type { Page } from "@playwright/test";

import type { Applicant } from "../fixtures/applicant.ts";
import { photo } from "../fixtures/photos.ts";
import { expect, test } from "../fixtures/test.ts";

// Accented, 40 % longer and from right to left: made of the Japanese sentences by the program.
test.use({ language: "ar-XB" });

/** Kana, kanji and the signs of their width. */
const JAPANESE = /[\u3000-\u30ff\u3400-\u9fff\uff00-\uffef]+/g;

const OPEN_TO_ALL = ["/", "/status", "/privacy", "/accessibility", "/help", "/photo-check", "/gallery", "/no/such/page"];

const STEPS: Record<string, (applicant: Applicant) => Promise<unknown>> = {
  mail: (applicant) => applicant.reachMail(),
  "mail-check": (applicant) => applicant.reachCheck(),
  "mail-sent": (applicant) => applicant.reachSent(),
  photo: (applicant) => applicant.reachPhoto(),
  details: (applicant) => applicant.reachDetails(),
  review: (applicant) => applicant.reachReview(),
};

/** Every fold opened: what is in it has to fit, too. */
async function unfolded(page: Page): Promise<void> {
  await page.evaluate(() => {
    for (const fold of document.querySelectorAll("details")) fold.open = true;
  });
}

for (const path of OPEN_TO_ALL) {
  test(`${path} fits a narrow screen in a longer language from right to left`, async ({ page, looks, watch }) => {
    watch.allow(/status of 404/);
    await page.goto(path);
    await expect(page.locator("html")).toHaveAttribute("dir", "rtl");
    await unfolded(page);
    await looks.reflows(page, path);
  });
}

for (const [name, reach] of Object.entries(STEPS)) {
  test(`${name} fits a narrow screen in a longer language from right to left`, async ({ page, applicant, looks }) => {
    await reach(applicant);
    await expect(page.locator("html")).toHaveAttribute("lang", "ar-XB");
    await unfolded(page);
    await looks.reflows(page, `${name} in the language of the tests`);
  });
}

test("what the parts of the photo page say comes from the page, too", async ({ page, applicant, javaScriptEnabled }) => {
  test.skip(javaScriptEnabled === false, "nothing is said without scripts");
  await applicant.reachPhoto();
  const form = page.locator("#photo-form");
  await expect(form).toHaveAttribute("data-awake", "true");
  await page.locator("input[type=file][name=photo]").setInputFiles(photo("good.jpg"));
  await expect(form).toHaveAttribute("data-check", /^(usable|advised)$/);
  const said = await page.locator("#photo-status, #photo-facts, #photo-trim-says, #photo-findings").allInnerTexts();
  expect(said.join("").length).toBeGreaterThan(20);
  expect(said.join("").match(JAPANESE)).toBeNull();
  await page.locator("input[type=file][name=photo]").setInputFiles({
    name: "photo.gif",
    mimeType: "image/jpeg",
    buffer: Buffer.from("GIF89a and nothing more"),
  });
  const refused = page.locator("#photo-findings");
  await expect(refused).toContainText("GIF");
  expect((await refused.innerText()).match(JAPANESE)).toBeNull();
});
