import type { Locator, Page } from "@playwright/test";

import type { Applicant } from "../fixtures/applicant.ts";
import { expect, test } from "../fixtures/test.ts";

const WRONG = "認証番号を確認できませんでした。最も新しいメールの番号を入力してください。";
const OVER =
  "この認証番号は、入力できる回数か時間を過ぎたため使えません。「認証番号をもう一度送る」を押して、新しい番号を受け取ってください。";

/** Another code than this one. */
function otherThan(code: string): string {
  return code === "123456" ? "654321" : "123456";
}

/** The device sees nothing of the application on any page. */
async function seesNothing(page: Page, someone: Applicant): Promise<void> {
  for (const path of ["/photo", "/photo/check", "/details", "/review", "/done", "/terms", "/mail"]) {
    await page.goto(path);
    await expect(page).toHaveURL(/\/device$/);
    const text = await page.content();
    for (const secret of [someone.mail, someone.name, someone.form.id, someone.form.id.slice(-4)]) {
      expect(text, path).not.toContain(secret);
    }
  }
  const photo = await page.request.get("/photo/current");
  expect(photo.status()).toBe(404);
}

/** Copies what stands in the mail and pastes it. */
async function paste(field: Locator, text: string): Promise<void> {
  await field.fill(text);
  await field.press("Control+A");
  await field.press("Control+X");
  await expect(field).toHaveValue("");
  await field.press("Control+V");
}

test("a second device at the photo: nothing before the code, wrong code, pasted code", async ({
  applicant,
  device,
  looks,
}) => {
  test.slow();
  await applicant.reachSent();
  const other = applicant.at(await device());
  await other.page.goto(await applicant.mailbox.link(applicant.mail));
  await other.press("申請を続ける");
  await other.sees("認証番号を入力してください");
  await expect(other.page.getByText(/^.\*+@example\.jp に認証番号を送りました。$/)).toBeVisible();
  await looks.at(other.page, "device");
  await seesNothing(other.page, applicant);

  const code = await applicant.mailbox.code(applicant.mail);
  await other.typeCode("12");
  await other.isTold("認証番号は6桁の数字です。今は2桁です。");
  await other.typeCode(otherThan(code));
  await other.isTold(WRONG);
  await expect(other.field("認証番号")).toHaveValue("");
  await looks.at(other.page, "device-errors");

  await paste(other.field("認証番号"), ` ${code.slice(0, 3)} ${code.slice(3)} `);
  await other.press("認証する");
  await other.sees("顔写真を登録してください");
});

test("a second device at the review sees the application after the code only", async ({ applicant, device }) => {
  test.slow();
  await applicant.reachReview();
  const other = applicant.at(await device());
  await other.page.goto(await applicant.mailbox.link(applicant.mail));
  await other.press("申請を続ける");
  await other.sees("認証番号を入力してください");
  await seesNothing(other.page, applicant);
  await other.typeCode(await applicant.mailbox.code(applicant.mail));
  await other.sees("申請する内容を確認してください");
  await expect(other.row("メールアドレス")).toHaveText(applicant.mail);
  await expect(other.page.getByRole("img", { name: "登録した顔写真" })).toBeVisible();
  await other.submit();
});

test("a code sent again replaces the one before; five wrong codes end it", async ({ applicant, device }) => {
  test.slow();
  await applicant.reachSent();
  const other = applicant.at(await device());
  await other.page.goto(await applicant.mailbox.link(applicant.mail));
  await other.press("申請を続ける");
  const first = await applicant.mailbox.code(applicant.mail);
  await other.page.getByText("認証番号が届かないとき").click();
  await other.press("認証番号をもう一度送る");
  await expect(other.page.getByRole("status").filter({ hasText: "認証番号をもう一度送りました" })).toBeVisible();
  const second = await applicant.mailbox.code(applicant.mail, 2);
  expect(second).not.toBe(first);
  for (let tries = 0; tries < 5; tries += 1) {
    await other.typeCode(otherThan(second));
    await other.isTold(WRONG);
  }
  await other.typeCode(second);
  await other.isTold(OVER);
  await other.press("認証番号をもう一度送る");
  await other.typeCode(await applicant.mailbox.code(applicant.mail, 3));
  await other.sees("顔写真を登録してください");
});
