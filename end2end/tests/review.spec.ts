import { photo } from "../fixtures/photos.ts";
import { expect, test } from "../fixtures/test.ts";

test("details are changed from the review, with the answers still there", async ({ page, applicant }) => {
  await applicant.reachReview();
  await applicant.change("電子証明書");
  await applicant.sees("申請情報を入力してください");
  await expect(page.getByLabel("年", { exact: true })).toHaveValue("10");
  await applicant.unfold("電子証明書の発行を希望しない場合");
  await applicant.choose(applicant.answer("発行しないものがある"));
  await applicant.choose(applicant.box("署名用を発行しない"));
  await applicant.choose(applicant.box("利用者証明用を発行しない"));
  await applicant.giveDetails();
  await applicant.sees("申請する内容を確認してください");
  await expect(applicant.row("電子証明書")).toHaveText("発行しない");
});

test("the photo is changed from the review, and the details are kept", async ({ page, applicant }) => {
  await applicant.reachReview();
  await applicant.change("顔写真");
  await applicant.sees("顔写真を登録してください");
  await expect(page.getByText("写真は登録されています")).toBeVisible();
  await applicant.sendPhoto(photo("turned.jpg"));
  await applicant.confirmPhoto();
  await applicant.sees("申請する内容を確認してください");
  await expect(applicant.row("生年月日")).toContainText("1998年3月27日");
});

test("a look at what could be changed leads back without changing it", async ({ page, applicant }) => {
  await applicant.reachReview();
  for (const [key, heading] of [
    ["申請する方", "利用規約を確認してください"],
    ["顔写真", "顔写真を登録してください"],
    ["生年月日", "申請情報を入力してください"],
  ] as const) {
    await applicant.change(key);
    await applicant.sees(heading);
    await page.getByRole("link", { name: "前の画面に戻る" }).click();
    await applicant.sees("申請する内容を確認してください");
  }
});

test("who applies is changed from the review", async ({ page, applicant }) => {
  await applicant.reachReview();
  await applicant.change("申請する方");
  await expect(page.getByText("申請する方を変えられます")).toBeVisible();
  await expect(applicant.answer("本人")).toBeChecked();
  await applicant.agree("成年被後見人等");
  await applicant.sees("申請する内容を確認してください");
  await expect(applicant.row("申請する方")).toHaveText("成年被後見人等");
});
