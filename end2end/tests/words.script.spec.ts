import { photo } from "../fixtures/photos.ts";
import { expect, test } from "../fixtures/test.ts";

// As in words.spec.ts: nothing of it is Japanese.
test.use({ language: "ar-XB" });

/** Kana, kanji and the signs of their width. */
const JAPANESE = /[\u3000-\u30ff\u3400-\u9fff\uff00-\uffef]+/g;

test("what the parts of the photo page say comes from the page, too", async ({ page, applicant }) => {
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
