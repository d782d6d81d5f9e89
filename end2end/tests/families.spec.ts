import { expect, test } from "../fixtures/test.ts";

/** The day so many years and days ago, in Japan. */
function ago(years: number, days = 0): string {
  const then = new Date(Date.now() + 9 * 3_600_000);
  then.setUTCFullYear(then.getUTCFullYear() - years, then.getUTCMonth(), then.getUTCDate() - days);
  return then.toISOString().slice(0, 10);
}

test("an infant's card carries no photo, so none is asked for", async ({ page, portal, person, looks }) => {
  const infant = person(await portal.issue(ago(0, 90)));
  await infant.reachSent("1歳未満の子ども");
  await infant.openLink();
  await infant.sees("申請情報を入力してください");
  await expect(page.getByText("1歳未満の方のカードには、顔写真が載りません。写真の登録は必要ありません。")).toBeVisible();
  await looks.at(page, "details-infant");
  await infant.typeBirthDate();
  await infant.giveDetails();
  await infant.sees("申請する内容を確認してください");
  await expect(infant.row("申請する方")).toHaveText("1歳未満の子ども");
  await expect(infant.row("顔写真")).toHaveText("なし（1歳未満のため）");
  await expect(infant.row("電子証明書")).toHaveText("利用者証明用だけ発行する");
  await infant.submit();
});

test("a parent applies for a child: no 署名用 unless it is asked for", async ({ page, portal, person }) => {
  const child = person(await portal.issue(ago(10)));
  await child.reachDetails("1歳以上15歳未満の子ども");
  await expect(page.getByText("署名用電子証明書について")).toBeVisible();
  await expect(child.answer("発行しないものがある")).toBeChecked();
  await expect(child.box("署名用を発行しない")).toBeChecked();
  await expect(child.box("利用者証明用を発行しない")).not.toBeChecked();
  await child.typeBirthDate();
  await child.giveDetails();
  await child.sees("申請する内容を確認してください");
  await expect(child.row("申請する方")).toHaveText("1歳以上15歳未満の子ども");
  await expect(child.row("電子証明書")).toHaveText("利用者証明用だけ発行する");
});

test("a birth date that shows an infant changes who applies, and says so", async ({ page, portal, person, looks }) => {
  const child = person(await portal.issue(ago(0, 90)));
  await child.reachDetails("1歳以上15歳未満の子ども");
  await child.typeBirthDate();
  await child.giveDetails();
  await child.sees("申請する内容を確認してください");
  const said = page.getByRole("status").filter({ hasText: "「申請する方」を「1歳未満の子ども」に変えました" });
  await expect(said).toContainText("登録した写真は削除しました");
  await looks.at(page, "review-infant");
  await expect(child.row("顔写真")).toHaveText("なし（1歳未満のため）");
});

test("a child who applies alone is told to leave it to a parent, and can change who applies", async ({
  portal,
  person,
}) => {
  const child = person(await portal.issue(ago(14, 300)));
  await child.reachDetails();
  await child.typeBirthDate();
  await child.giveDetails();
  await child.isTold(
    "15歳未満の方の申請は、法定代理人が行います。生年月日を確認するか、申請する方を選び直してください。",
  );
});

test("somebody of 15 is no child to apply for", async ({ portal, person }) => {
  const grown = person(await portal.issue(ago(15)));
  await grown.reachDetails("1歳以上15歳未満の子ども");
  await grown.typeBirthDate();
  await grown.giveDetails();
  await grown.isTold(
    "この生年月日の方は15歳以上です。生年月日を確認するか、申請する方を選び直してください。",
  );
});

test("somebody of one year is no infant", async ({ portal, person }) => {
  const child = person(await portal.issue(ago(1)));
  await child.reachSent("1歳未満の子ども");
  await child.openLink();
  await child.sees("申請情報を入力してください");
  await child.typeBirthDate();
  await child.giveDetails();
  await child.isTold("この生年月日の方は1歳以上です。生年月日を確認するか、申請する方を選び直してください。");
});

test("each certificate is declined by itself, and a contradiction is asked about", async ({ applicant }) => {
  await applicant.reachDetails();
  await expect(applicant.answer("発行する")).toBeHidden();
  await applicant.unfold("電子証明書の発行を希望しない場合");
  await expect(applicant.answer("発行する")).toBeChecked();
  await applicant.choose(applicant.box("利用者証明用を発行しない"));
  await applicant.typeBirthDate();
  await applicant.giveDetails();
  await applicant.isTold(
    "「発行する」か「発行しないものがある」の、どちらかを選んでください。発行しないものがあるときだけ、その電子証明書にチェックを入れてください。",
  );
  await applicant.choose(applicant.answer("発行しないものがある"));
  await applicant.unfold("氏名の点字表記を希望する場合");
  await applicant.choose(applicant.answer("希望する", /^氏名の点字表記/));
  await applicant.field("点字にする氏名のよみ").fill("ばんごう たろう");
  await applicant.giveDetails();
  await applicant.sees("申請する内容を確認してください");
  await expect(applicant.row("電子証明書")).toHaveText("署名用だけ発行する");
  await expect(applicant.row("氏名の点字表記")).toHaveText("ばんごう たろう");
});
