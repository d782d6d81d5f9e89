import type { Page } from "@playwright/test";

import type { Applicant } from "../fixtures/applicant.ts";
import { expect, test } from "../fixtures/test.ts";

// Accented, 40 % longer and from right to left: made of the Japanese sentences by the program.
test.use({ language: "ar-XB" });

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
