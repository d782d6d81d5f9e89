import { randomBytes } from "node:crypto";

import { Applicant } from "../fixtures/applicant.ts";
import { Portal } from "../fixtures/portal.ts";
import { expect, test } from "../fixtures/test.ts";

/** Registrations at once from one client, as the settings come: half without the hidden work. */
const AT_ONCE = { script: 5, plain: 3 };

test("one registration too many from one client is told to wait", async ({ page, mailbox, javaScriptEnabled }) => {
  test.slow();
  // A slow machine must not give a registration back while the test runs.
  const portal = await Portal.start(["limits.least_form_seconds=0", "limits.registrations_refill_seconds=3600"]);
  const plain = javaScriptEnabled === false;
  const someone = new Applicant(page, portal.url, await portal.issue("1998-03-27"), mailbox, "taro@example.jp");
  await page.goto(`${portal.url}/apply/${someone.form.id}`);
  await someone.press("この申請書で申請を始める");
  await someone.agree();
  const giveContact = async () => {
    await someone.fillContact(`${randomBytes(4).toString("hex")}@example.jp`);
    // The hidden work goes with the picture, which is good for three addresses.
    const asked = await page.locator("#proof-nonce").count();
    if (!plain && asked > 0) await expect(page.getByText("確認できました")).toBeVisible({ timeout: 45_000 });
    await someone.press("確認");
  };
  for (let times = plain ? AT_ONCE.plain : AT_ONCE.script; times > 0; times -= 1) {
    await giveContact();
    await someone.sees("メールアドレスを確認してください");
    await page.getByRole("link", { name: "前の画面に戻る" }).click();
  }
  await giveContact();
  await expect(page.locator(".c-errors")).toContainText(/入力できる回数を超えました。\d+分後に、もう一度お試しください。/);
  await page.goto("about:blank");
  await portal.stop();
});
