import type { Locator, Page } from "@playwright/test";

import { drawn, WHOLE } from "../fixtures/drawn.ts";
import { ANYWAY, photo } from "../fixtures/photos.ts";
import { expect, test } from "../fixtures/test.ts";

const FITS = "カードに合っています。";
const TILTED = "頭が傾いている可能性があります。";

function says(page: Page) {
  return page.locator("#photo-trim-says");
}

function turned(page: Page) {
  return page.locator("#photo-turned");
}

/** What somebody sees there, coarsely: red, green and blue of 14 by 18 places. */
async function seen(page: Page, place: Locator): Promise<number[]> {
  await place.scrollIntoViewIfNeeded();
  await place.evaluate((element) => (element instanceof HTMLImageElement ? element.decode() : undefined));
  const picture = (await place.screenshot()).toString("base64");
  return page.evaluate(async (picture) => {
    // As bytes: the page's policy lets no picture be loaded from such an address.
    const bytes = Uint8Array.from(atob(picture), (letter) => letter.charCodeAt(0));
    const image = await createImageBitmap(new Blob([bytes]));
    const canvas = document.createElement("canvas");
    [canvas.width, canvas.height] = [14, 18];
    const context = canvas.getContext("2d");
    context?.drawImage(image, 0, 0, canvas.width, canvas.height);
    const pixels = context?.getImageData(0, 0, canvas.width, canvas.height).data ?? [];
    return [...pixels].filter((_, at) => at % 4 !== 3);
  }, picture);
}

/** The mean difference, 0 to 255. */
function difference(one: number[], other: number[]): number {
  const sum = one.reduce((sum, value, at) => sum + Math.abs(value - (other[at] ?? 255)), 0);
  return sum / one.length;
}

for (const quarters of [1, 2, 3]) {
  test(`a photo turned by ${quarters} quarters is shown, trimmed and kept upright, and it is said`, async ({
    applicant,
    browser,
    looks,
    page,
  }) => {
    await applicant.reachPhoto();
    await applicant.pick(photo("good.jpg"));
    await expect(says(page)).toContainText(FITS);
    await expect(turned(page)).toHaveText("");
    const meant = await seen(page, page.locator("#photo-card"));
    await applicant.pick(await drawn(browser, { width: 900, height: 1157, places: WHOLE, quarters }));
    await expect(turned(page)).toContainText("写真の向きを直しました。");
    await expect(says(page)).toContainText(FITS);
    await expect(page.locator("#photo-findings")).not.toContainText(TILTED);
    expect(difference(await seen(page, page.locator("#photo-card")), meant)).toBeLessThan(8);
    await looks.at(page, `photo-turned-${quarters}`);
    await applicant.press(ANYWAY);
    await applicant.seesKept();
    await expect(page.getByText("写真の向きを直しました。")).toBeVisible();
    await expect(page.locator(".c-findings")).not.toContainText(TILTED);
    // The kept one has no lines over it; else it is what was seen.
    expect(difference(await seen(page, page.locator(".c-photo")), meant)).toBeLessThan(20);
  });
}

test("who turns the photo by hand has it checked anew, and turned back if it was wrong", async ({ applicant, looks, page }) => {
  await applicant.reachPhoto();
  await applicant.pick(photo("good.jpg"));
  await expect(says(page)).toContainText(FITS);
  const meant = await seen(page, page.locator("#photo-card"));
  await page.getByRole("button", { name: "右に回す" }).click();
  await expect(turned(page)).toHaveText("写真を右に回しました。");
  await expect(page.locator("#photo-findings")).toContainText(TILTED);
  expect(difference(await seen(page, page.locator("#photo-card")), meant)).toBeGreaterThan(20);
  await looks.at(page, "photo-turned-by-hand");
  await page.getByRole("button", { name: "左に回す" }).press("Enter");
  await expect(turned(page)).toHaveText("写真を左に回しました。");
  await expect(says(page)).toContainText(FITS);
  await expect(page.locator("#photo-findings")).not.toContainText(TILTED);
  expect(difference(await seen(page, page.locator("#photo-card")), meant)).toBeLessThan(4);
});

test("what was turned by hand is kept so, though the face lies on its side, and that is told", async ({ applicant, page }) => {
  await applicant.reachPhoto();
  await applicant.pick(photo("good.jpg"));
  await expect(says(page)).toContainText(FITS);
  await page.getByRole("button", { name: "右に回す" }).click();
  await expect(page.locator("#photo-findings")).toContainText(TILTED);
  const card = await seen(page, page.locator("#photo-card"));
  await applicant.press(ANYWAY);
  await applicant.seesKept();
  await expect(page.locator(".c-findings")).toContainText(TILTED);
  expect(difference(await seen(page, page.locator(".c-photo")), card)).toBeLessThan(20);
});

test("the next photo is turned by its own face again", async ({ applicant, browser, page }) => {
  await applicant.reachPhoto();
  await applicant.pick(photo("good.jpg"));
  await page.getByRole("button", { name: "右に回す" }).click();
  await expect(page.locator("#photo-findings")).toContainText(TILTED);
  await applicant.pick(await drawn(browser, { width: 900, height: 1157, places: WHOLE, quarters: 2 }));
  await expect(turned(page)).toContainText("写真の向きを直しました。");
  await expect(says(page)).toContainText(FITS);
});

test("the kept photo is fetched once, and small", async ({ applicant, page }) => {
  await applicant.reachPhoto();
  await applicant.sendPhoto(photo("good.jpg"));
  const fetched = () =>
    page.evaluate(async () => {
      await document.querySelector<HTMLImageElement>(".c-photo")?.decode();
      const files = performance.getEntriesByType("resource") as PerformanceResourceTiming[];
      return files.filter(({ name }) => name.includes("/photo/current")).map(({ transferSize }) => transferSize);
    });
  const [bytes, ...others] = await fetched();
  expect(others).toEqual([]);
  expect(bytes).toBeGreaterThan(2_000);
  expect(bytes).toBeLessThan(20_000);
  await applicant.confirmPhoto();
  await applicant.typeBirthDate();
  await applicant.giveDetails();
  await expect(page.locator(".c-summary .c-photo")).toBeVisible();
  expect(await fetched()).toEqual([0]);
});
