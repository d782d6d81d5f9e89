import { expect, test } from "../fixtures/test.ts";

const COMPLETION = "申請受付完了のお知らせ";

test("the back button after the receipt shows the receipt, not the review", async ({ page, applicant }) => {
  await applicant.reachReview();
  await applicant.submit();
  const receipt = await applicant.receipt();
  await page.goBack();
  await applicant.sees("申請を受け付けました");
  expect(await applicant.receipt()).toBe(receipt);
  await page.goto("/review");
  await applicant.sees("申請を受け付けました");
});

test("a double click on 登録 makes one application and one receipt", async ({ page, applicant }) => {
  await applicant.reachReview();
  await applicant.tick();
  await page.getByRole("button", { name: "登録" }).dblclick();
  await applicant.sees("申請を受け付けました");
  const receipt = await applicant.receipt();
  expect(await applicant.mailbox.completion(applicant.mail)).toContain(receipt);
  expect(await applicant.mailbox.count(applicant.mail, COMPLETION)).toBe(1);
});

test("two tabs on the review come to the same receipt", async ({ context, applicant }) => {
  await applicant.reachReview();
  const second = applicant.at(await context.newPage());
  await second.page.goto("/review");
  await second.tick();
  await applicant.submit();
  await second.press("登録");
  await second.sees("申請を受け付けました");
  expect(await second.receipt()).toBe(await applicant.receipt());
  expect(await applicant.mailbox.completion(applicant.mail)).toContain(await applicant.receipt());
  expect(await applicant.mailbox.count(applicant.mail, COMPLETION)).toBe(1);
});

test("a review that was changed in another tab must be looked at anew", async ({ context, applicant, looks, page }) => {
  test.slow();
  await applicant.reachReview();
  await applicant.tick();
  const second = applicant.at(await context.newPage());
  await second.page.goto("/review");
  await second.change("氏名の点字表記");
  await second.unfold("氏名の点字表記を希望する場合");
  await second.choose(second.answer("希望する", /^氏名の点字表記/));
  await second.field("点字にする氏名のよみ").fill("ばんごう たろう");
  await second.giveDetails();
  await second.sees("申請する内容を確認してください");

  await applicant.press("登録");
  await expect(page.getByRole("alert")).toContainText("別の画面で内容が変更されました");
  await expect(applicant.row("氏名の点字表記")).toHaveText("ばんごう たろう");
  await looks.at(page, "review-changed");
  await applicant.submit();
});
