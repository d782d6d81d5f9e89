import { expect, test } from "../fixtures/test.ts";
import { photo } from "../fixtures/photos.ts";

const BORN = /（(\d{4})年(\d{1,2})月(\d{1,2})日）/;

test("from the QR code on the form to the status of the application", async ({ page, portal, person, looks }) => {
  test.slow();
  // The newest lies on top: of a grown-up, and not used by another test.
  await portal.issue("1998-03-27");
  await page.goto("/demo");
  await looks.at(page, "demo");
  const paper = page.locator("section").first();
  const text = await paper.innerText();
  const id = /[\d ]{28}/.exec(text)?.[0].replaceAll(" ", "") ?? "";
  const [, year = "", month = "", day = ""] = BORN.exec(text) ?? [];
  const someone = person({ id, born: `${year}-${month}-${day}` });
  const { mailbox, mail } = someone;

  await test.step("① the form", async () => {
    await paper.getByRole("link", { name: "この申請書で始める" }).click();
    await expect(page).toHaveURL(`${portal.url}/apply/${id}`);
    await someone.sees("この申請書で申請しますか");
    await expect(page.getByText(id.replace(/(\d{4})(?=\d)/g, "$1 "), { exact: true })).toBeVisible();
    await looks.at(page, "apply");
    await someone.press("この申請書で申請を始める");
  });

  await test.step("② the terms", async () => {
    await someone.sees("利用規約を確認してください");
    await expect(page.getByText("ステップ 2／9")).toBeVisible();
    await looks.at(page, "terms");
    await someone.say("本人");
    await looks.accessible(page, "terms filled in");
    await someone.press("確認");
  });

  await test.step("③ the mail address", async () => {
    await someone.sees("メールアドレスを登録してください");
    await looks.at(page, "mail");
    await someone.fillContact();
    await looks.accessible(page, "mail filled in");
    await someone.press("確認");
    await someone.sees("メールアドレスを確認してください");
    await expect(page.getByText(mail)).toBeVisible();
    await expect(page.getByText(someone.name)).toBeVisible();
    await looks.at(page, "mail-check");
    await someone.register();
  });

  await test.step("④ the mail", async () => {
    await expect(page.getByText(`${mail} にメールを送りました。`)).toBeVisible();
    await looks.at(page, "mail-sent");
    await page.goto(await mailbox.link(mail));
    await someone.sees("申請を続けますか");
    await expect(page.getByText(`申請書IDの末尾が${id.slice(-4)}の申請です。`)).toBeVisible();
    await looks.at(page, "open");
    await someone.press("申請を続ける");
  });

  await test.step("⑥ the photo (⑤ is for other devices)", async () => {
    await someone.sees("顔写真を登録してください");
    await looks.at(page, "photo");
    await someone.pick(photo("good.jpg"));
    await someone.awaitCheck();
    await looks.at(page, "photo-chosen");
    await someone.sendChosen();
    const kept = page.getByRole("img", { name: /^登録した顔写真/ });
    await expect(kept).toBeVisible();
    await expect.poll(() => kept.evaluate((image: HTMLImageElement) => image.naturalWidth)).toBe(400);
    await looks.at(page, "photo-check");
    await someone.confirmPhoto();
  });

  await test.step("⑦ the details", async () => {
    await someone.sees("申請情報を入力してください");
    await looks.at(page, "details");
    await someone.typeBirthDate();
    await looks.accessible(page, "details filled in");
    await someone.giveDetails();
  });

  await test.step("⑧ the review", async () => {
    await someone.sees("申請する内容を確認してください");
    await expect(someone.row("申請する方")).toHaveText("本人");
    await expect(someone.row("メールアドレス")).toHaveText(mail);
    await expect(someone.row("生年月日")).toContainText(`（${year}年${month}月${day}日）、満`);
    await expect(someone.row("電子証明書")).toHaveText("署名用と利用者証明用を発行する");
    await expect(someone.row("氏名の点字表記")).toHaveText("希望しない");
    await looks.at(page, "review");
    await someone.submit();
  });

  const receipt = await test.step("⑨ the receipt", async () => {
    await expect(page.getByText("申請から約1か月後に、交付通知書を郵送します。")).toBeVisible();
    await looks.at(page, "done");
    const number = await someone.receipt();
    expect(await mailbox.completion(mail)).toContain(number);
    return number;
  });

  await test.step("the status", async () => {
    await page.getByRole("main").getByRole("link", { name: "申請の状況を確認する" }).click();
    await someone.sees("申請の状況を確認する");
    await someone.field("受付番号").fill(receipt.toLowerCase());
    await someone.typeBirthDate();
    await someone.press("状況を確認する");
    await someone.sees("申請の状況");
    await expect(someone.row("受付番号")).toHaveText(receipt);
    await expect(someone.row("状況")).toHaveText("受付済み");
    await expect(page).toHaveURL(`${portal.url}/status`);
    await looks.at(page, "status-answer");
  });
});

test("a session can be ended on a shared device", async ({ page, applicant, watch }) => {
  await applicant.reachReview();
  await applicant.submit();
  await applicant.press("終わる");
  await applicant.sees("顔写真付きカードを申請する");
  watch.allow(/404/);
  await page.goBack();
  await expect(page.getByText(applicant.mail)).toHaveCount(0);
  await page.goto("/done");
  await applicant.sees("顔写真付きカードを申請する");
});
