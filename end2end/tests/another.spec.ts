import { expect, test } from "../fixtures/test.ts";

test("a form of the first tab never lands on the application of the second", async ({
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
  await applicant.press("確認");
  await applicant.sees("別のタブで、別の申請が始まっています");
  await looks.at(page, "other");
  const choice = (what: string) => new RegExp(`^${what}（申請書IDの末尾 `);
  await page.getByRole("button", { name: choice("前の申請に戻る") }).click();
  await applicant.sees("メールアドレスを登録してください");
  await expect(applicant.field("メールアドレス")).toHaveValue(applicant.mail);
  // Now it is the second tab whose form belongs to the other one.
  await other.agree();
  await other.sees("別のタブで、別の申請が始まっています");
  await other.page.getByRole("link", { name: choice("後から始めた申請を続ける") }).click();
  await expect(applicant.at(other.page).field("メール連絡用氏名")).toBeVisible();
});
