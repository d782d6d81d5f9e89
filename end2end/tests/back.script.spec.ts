import type { Page } from "@playwright/test";

import { photo, UNABLE } from "../fixtures/photos.ts";
import { expect, test } from "../fixtures/test.ts";

/** What stands in the controls of the birth date. */
async function shown(page: Page): Promise<string> {
  const controls = [page.getByLabel("元号または西暦"), ...["年", "月", "日"].map((part) => page.getByLabel(part, { exact: true }))];
  return (await Promise.all(controls.map((control) => control.inputValue()))).join(" ");
}

test("back from the review the birth date is as it was typed, and is taken again", async ({ applicant, page }) => {
  await applicant.reachDetails();
  await applicant.typeDate({ year: "1998", month: "3", day: "27" });
  const echo = page.locator("#birth-date-echo");
  await expect(echo).toContainText("（1998年3月27日）");
  await applicant.giveDetails();
  await applicant.sees("申請する内容を確認してください");
  await page.goBack();
  await applicant.sees("申請情報を入力してください");
  // All controls as they were typed, or all as the server has them; never a year of one with an era of the other.
  await expect.poll(() => shown(page)).toMatch(/^(AD 1998|H 10) 3 27$/);
  await expect(echo).toContainText("（1998年3月27日）");
  await applicant.giveDetails();
  await applicant.sees("申請する内容を確認してください");
  await expect(applicant.row("生年月日")).toContainText("1998年3月27日");
});

test("back from the photo that was sent, the page takes another", async ({ applicant, page }) => {
  await applicant.reachPhoto();
  await applicant.sendPhoto();
  await page.goBack();
  await applicant.sees("顔写真を登録してください");
  await expect(page.locator("#photo-status")).not.toContainText("写真を送りました。");
  await applicant.sendPhoto(photo("turned.jpg"));
});

test.describe("without WebAssembly", () => {
  test.beforeEach(({ page }) => page.addInitScript(() => Reflect.deleteProperty(globalThis, "WebAssembly")));

  test("the public check says that it cannot work", async ({ page }) => {
    await page.goto("/photo-check");
    await expect(page.getByRole("status").filter({ hasText: UNABLE })).toBeVisible({ timeout: 5_000 });
  });

  test("a press on the photo's page is not held back", async ({ applicant, page }) => {
    await applicant.reachPhoto();
    await applicant.pick(photo("good.jpg"));
    await applicant.press("アップロード");
    await expect(page.getByText("写真を確認する準備をしています…")).toBeHidden();
    await applicant.seesKept();
  });
});

test("leaving while modules load is no error", async ({ applicant, page }) => {
  await applicant.reachMail();
  const asked = new Promise<void>((held) => page.route("**/split_work_on_proof*.wasm", () => held()));
  await page.reload();
  await asked;
  await page.getByRole("link", { name: "前の画面に戻る" }).click();
  await applicant.sees("利用規約を確認してください");
});

test("a page whose module does not come stays as it is", async ({ applicant, page, watch }) => {
  watch.allow(/ERR_FAILED|__wasm_split|^page error: (Failed to fetch|NetworkError)/);
  await page.route("**/split_read_birth_date_back*.wasm", (route) => route.abort());
  await applicant.reachDetails();
  await applicant.typeBirthDate();
  await applicant.giveDetails();
  await applicant.sees("申請する内容を確認してください");
});
