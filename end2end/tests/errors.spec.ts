import { expect, test } from "../fixtures/test.ts";
import { CAPTCHA } from "../fixtures/portal.ts";

test("an ID of the wrong length: summary, title, focus, link and typed value", async ({ page, applicant, looks }) => {
  await page.goto("/");
  await applicant.field("申請書ID").fill("1234 5678");
  await applicant.press("この申請書で申請を始める");
  await applicant.isTold("申請書IDは23桁の数字です。今は8桁です。");
  await expect(applicant.field("申請書ID")).toHaveValue("1234 5678");
  await expect(applicant.field("申請書ID")).toHaveAttribute("aria-invalid", "true");
  await expect(applicant.field("申請書ID")).toHaveAccessibleDescription(/申請書IDは23桁の数字です。今は8桁です。/);
  await looks.at(page, "start-errors");
  await page.getByRole("link", { name: "申請書IDは23桁の数字です。今は8桁です。" }).click();
  await expect(applicant.field("申請書ID")).toBeFocused();
});

test("nothing agreed to: every missing answer is named at once", async ({ page, applicant, looks }) => {
  await applicant.scan();
  await applicant.press("確認");
  await applicant.isTold(
    "年齢または法定代理人について確認し、チェックを入れてください。",
    "申請するには、利用規約と個人情報の取扱いへの同意が必要です。内容を読み、同意する場合はチェックを入れてください。",
    "どなたの申請かを選んでください。",
  );
  await looks.at(page, "terms-errors");
  await page.getByRole("link", { name: "どなたの申請かを選んでください。" }).click();
  await expect(applicant.answer("本人")).toBeFocused();
});

test("ticks that were made stay when another answer is missing", async ({ applicant }) => {
  await applicant.scan();
  await applicant.choose(applicant.box(/^私は15歳以上です/));
  await applicant.choose(applicant.answer("1歳未満の子ども"));
  await applicant.press("確認");
  await applicant.isTold(
    "申請するには、利用規約と個人情報の取扱いへの同意が必要です。内容を読み、同意する場合はチェックを入れてください。",
  );
  await expect(applicant.box(/^私は15歳以上です/)).toBeChecked();
  await expect(applicant.answer("1歳未満の子ども")).toBeChecked();
});

test("wrong contact: all problems at once, values kept, nothing typed in any address", async ({
  page,
  applicant,
  looks,
  watch,
}) => {
  await applicant.reachMail();
  await applicant.field("メール連絡用氏名").fill("番号𠀋郎😀");
  await applicant.field("メールアドレス").fill("taro.example.jp");
  await applicant.field("メールアドレス（もう一度）").fill("taro.example.jp");
  await applicant.field("画像に表示された文字").fill(CAPTCHA.slice(1));
  await applicant.press("確認");
  await applicant.isTold(
    "メール連絡用氏名に「😀」は使えません。取り除いてください。",
    "メールアドレスに「@」がありません。「@」を含めて入力してください。",
    "画像の文字は6文字です。今は5文字です。",
  );
  await expect(applicant.field("メール連絡用氏名")).toHaveValue("番号𠀋郎😀");
  await expect(applicant.field("メールアドレス")).toHaveValue("taro.example.jp");
  await expect(applicant.field("画像に表示された文字")).toHaveValue("");
  await looks.at(page, "mail-errors");
  await page.getByRole("link", { name: "画像の文字は6文字です。今は5文字です。" }).click();
  await expect(applicant.field("画像に表示された文字")).toBeFocused();
  for (const address of watch.addresses()) {
    // A file that is kept is named by the digest of what it holds.
    expect(decodeURIComponent(address)).not.toMatch(/taro|番号|\?(?![0-9a-f]{16}$)/);
  }
});

test("a wrong picture and then two different addresses are told in turn", async ({ applicant }) => {
  await applicant.reachMail();
  await applicant.fillContact();
  await applicant.field("画像に表示された文字").fill("zzz999");
  await applicant.press("確認");
  await applicant.isTold("画像の文字と一致しませんでした。新しい画像の文字を入力してください。");
  await applicant.fillContact();
  await applicant.field("メールアドレス（もう一度）").fill(`x${applicant.mail}`);
  await applicant.press("確認");
  await applicant.isTold("2つのメールアドレスが違います。見比べて、同じものを入力してください。");
});

test("nothing is confirmed without its tick", async ({ page, applicant, looks }) => {
  test.slow();
  await applicant.reachPhoto();
  await applicant.sendPhoto();
  await applicant.press("この写真を使う");
  await applicant.isTold("写真を確認し、チェックを入れてください。");
  await looks.at(page, "photo-check-errors");
  await applicant.confirmPhoto();

  await applicant.press("確認");
  await applicant.isTold("生年月日を入力してください。", "入力した内容を確認し、チェックを入れてください。");
  await looks.at(page, "details-errors");
  await page.getByRole("link", { name: "生年月日を入力してください。" }).click();
  await expect(page.getByLabel("元号または西暦")).toBeFocused();
  await applicant.typeBirthDate();
  await applicant.giveDetails();

  await applicant.press("登録");
  await applicant.isTold("申請する内容を確認し、チェックを入れてください。");
  await looks.at(page, "review-errors");
});

test("a status that is asked for wrongly", async ({ page, applicant, looks }) => {
  await page.goto("/status");
  await applicant.press("状況を確認する");
  await applicant.isTold("受付番号を入力してください。", "生年月日を入力してください。");
  await looks.at(page, "status-errors");
  await applicant.field("受付番号").fill("CDFH-JKMN-PRT");
  await applicant.typeDate({ era: "平成", year: "10", month: "13", day: "1" });
  await applicant.press("状況を確認する");
  await applicant.isTold("受付番号は12文字です。今は11文字です。", "月は1から12までの数字で入力してください。");
  await expect(applicant.field("受付番号")).toHaveValue("CDFH-JKMN-PRT");
  await page.getByRole("link", { name: "月は1から12までの数字で入力してください。" }).click();
  await expect(page.getByLabel("月", { exact: true })).toBeFocused();
});
