import { expect, test } from "../fixtures/test.ts";

test("each of two tabs goes on with its own application", async ({
  page,
  context,
  portal,
  person,
  applicant,
  looks,
}) => {
  const other = person(await portal.issue("1990-01-08")).at(await context.newPage());
  await applicant.reachMail();
  await applicant.fillContact();
  await applicant.field("メールアドレス（もう一度）").fill("");
  await other.scan();
  // The form of the first tab acts on the application of the first tab.
  await applicant.press("確認");
  await applicant.sees("メールアドレスを登録してください");
  await expect(applicant.field("メールアドレス")).toHaveValue(applicant.mail);
  await expect(page.getByText(/^申請書IDの末尾 \d{4} の申請です。$/)).toBeVisible();
  // And that of the second tab on its own.
  await other.agree();
  await expect(applicant.at(other.page).field("メール連絡用氏名")).toHaveValue("");
  // From one to the other.
  await other.page.getByRole("link", { name: "別の申請に切り替える" }).click();
  await other.sees("どの申請を続けますか");
  await looks.at(other.page, "other");
  const choices = other.page.getByRole("button", { name: /^申請を続ける（申請書IDの末尾 / });
  await expect(choices).toHaveCount(2);
  await choices.nth(1).click();
  await expect(applicant.at(other.page).field("メールアドレス")).toHaveValue(applicant.mail);
});
