import { readFileSync } from "node:fs";
import { resolve } from "node:path";

import { expect, test } from "../fixtures/test.ts";

/** A file from a public bug report, and the right answer. */
interface Case {
  readonly file: string;
  readonly expected: string;
}

const FOLDER = resolve(import.meta.dirname, "../../rules/tests/data/field");
const CASES = JSON.parse(readFileSync(resolve(FOLDER, "index.json"), "utf8")) as readonly Case[];
const SOUND = CASES.filter(({ expected }) => expected.startsWith("accept"));
const BROKEN = CASES.filter((one) => !SOUND.includes(one));

test("a photo of which a part is missing is called cut off, and nothing of it is sent", async ({
  applicant,
  page,
  watch,
}) => {
  await applicant.reachPhoto();
  expect(BROKEN.length).toBeGreaterThan(1);
  for (const { file } of BROKEN) {
    await applicant.pick(resolve(FOLDER, file));
    const findings = page.locator("#photo-findings");
    await expect(findings, file).toContainText("写真のファイルが途中で切れています。");
    await expect(findings, file).toHaveAttribute("data-state", "error");
    await applicant.press("アップロード");
    await expect(findings, file).toBeFocused();
  }
  expect(watch.paths()).not.toContain("POST /photo/upload");
});

test("odd files that browsers show whole are taken", async ({ applicant, page }) => {
  test.slow();
  await applicant.reachPhoto();
  for (const { file } of SOUND) {
    // What was said of the file before is gone.
    await page.goto("/photo");
    await applicant.pick(resolve(FOLDER, file));
    await applicant.awaitCheck();
    await expect(page.locator("#photo-findings"), file).not.toHaveAttribute("data-state", "error");
  }
  await applicant.sendChosen();
});
