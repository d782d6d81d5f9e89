import type { Page } from "@playwright/test";

import { CAPTCHA } from "../fixtures/portal.ts";
import { expect, test } from "../fixtures/test.ts";

/** Presses Tab until this is focused. */
async function tabTo(page: Page, role: "button" | "checkbox" | "link" | "radio" | "textbox", name: RegExp) {
  const target = page.getByRole(role, { name }).first();
  for (let presses = 0; presses < 60; presses += 1) {
    if (await target.evaluate((element) => element === document.activeElement)) return;
    await page.keyboard.press("Tab");
  }
  await expect(target).toBeFocused();
}

test("from the start to the sent mail by keyboard alone", async ({ page, applicant }) => {
  await page.goto("/");
  await page.keyboard.press("Tab");
  await expect(page.getByRole("link", { name: "本文へ移動" })).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(page.locator("main")).toBeFocused();
  await tabTo(page, "textbox", /^申請書ID/);
  await page.keyboard.type(applicant.form.id);
  await page.keyboard.press("Enter");

  await applicant.sees("利用規約を確認してください");
  await tabTo(page, "checkbox", /^私は15歳以上です/);
  await page.keyboard.press("Space");
  await tabTo(page, "checkbox", /利用規約、および/);
  await page.keyboard.press("Space");
  await tabTo(page, "radio", /^本人$/);
  await page.keyboard.press("Space");
  await tabTo(page, "button", /^確認$/);
  await page.keyboard.press("Enter");

  await applicant.sees("メールアドレスを登録してください");
  await tabTo(page, "textbox", /^メール連絡用氏名/);
  await page.keyboard.type("Bangou Tarou");
  await page.keyboard.press("Tab");
  await page.keyboard.type(applicant.mail);
  await page.keyboard.press("Tab");
  await page.keyboard.type(applicant.mail);
  await tabTo(page, "textbox", /^画像に表示された文字/);
  await page.keyboard.type(CAPTCHA);
  await tabTo(page, "button", /^確認$/);
  await page.keyboard.press("Enter");

  await applicant.sees("メールアドレスを確認してください");
  await tabTo(page, "button", /^登録$/);
  await page.keyboard.press("Space");
  await applicant.sees("メールを確認してください");
});
