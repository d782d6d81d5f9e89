import { expect, test } from "../fixtures/test.ts";

const MISMATCH = "申請書IDと生年月日が一致しませんでした。もう一度確認してください。";

test("a whole date pasted into the year is understood", async ({ page, applicant }) => {
  await applicant.reachDetails();
  await page.getByLabel("年", { exact: true }).focus();
  await page.keyboard.insertText("平成１０年３月２７日");
  await applicant.giveDetails();
  await applicant.sees("申請する内容を確認してください");
  await expect(applicant.row("生年月日")).toContainText("平成10年3月27日（1998年3月27日）、満");
});

test("a date after the end of its era comes back with the one that was meant", async ({ page, applicant }) => {
  await applicant.reachDetails();
  await applicant.typeDate({ era: "昭和", year: "64", month: "1", day: "8" });
  await applicant.giveDetails();
  await applicant.isTold("昭和は元年12月25日から64年1月7日までです。平成元年1月8日ではありませんか。確認してください。");
  await expect(page.getByLabel("年", { exact: true })).toHaveValue("64");
});

test("a wrong birth date is counted down to a wait that never says which part is wrong", async ({
  applicant,
  looks,
  page,
}) => {
  test.slow();
  await applicant.reachDetails();
  await applicant.typeDate({ year: "1998", month: "3", day: "28" });
  for (const left of [4, 3, 2, 1]) {
    await applicant.giveDetails();
    await applicant.isTold(`${MISMATCH}あと${left}回入力できます。`);
    await expect(page.getByLabel("日", { exact: true })).toHaveValue("28");
  }
  await applicant.giveDetails();
  await applicant.isTold(MISMATCH);
  await applicant.typeBirthDate();
  await applicant.giveDetails();
  await expect(page.locator(".c-errors")).toContainText(
    /^.*入力できる回数を超えました。\d+分後に、もう一度お試しください。$/,
  );
  await looks.at(page, "details-wait");
});

test("a birth date with unknown parts is typed as the register has it", async ({ page, portal, person }) => {
  const old = person(await portal.issue("1935-04-00"));
  await old.reachDetails();
  await old.typeDate({ era: "昭和", year: "10", month: "4", day: "不詳" });
  await old.giveDetails();
  await old.sees("申請する内容を確認してください");
  await expect(old.row("生年月日")).toContainText("昭和10年4月");
  await expect(page).toHaveTitle(/^申請する内容を確認してください｜ステップ 8／9/);
  await expect(page.getByText("年齢は担当者が確認します")).toBeHidden();
});

test("unknown parts are ticked where the phone has no letters", async ({ page, portal, person, looks }) => {
  const old = person(await portal.issue("1935-00-00"));
  await old.reachDetails();
  await old.unfold("生まれた月や日が分からない方");
  await old.typeDate({ era: "昭和", year: "10", month: "4", day: "" });
  await old.choose(old.box("日が分からない"));
  await old.choose(old.box("月も分からない"));
  await old.giveDetails();
  await old.isTold("「月も分からない」にチェックがあり、月も入力されています。どちらかにしてください。");
  await expect(old.box("日が分からない")).toBeChecked();
  await looks.at(page, "details-unknown");
  await page.getByLabel("月", { exact: true }).fill("");
  await old.giveDetails();
  await old.sees("申請する内容を確認してください");
  await expect(old.row("生年月日")).toContainText("昭和10年月日不詳");
  await old.change("生年月日");
  await expect(old.box("月も分からない")).toBeChecked();
});

test("an age that the known parts leave open is left to a person", async ({ page, portal, person }) => {
  const year = new Date().getFullYear() - 18;
  const someone = person(await portal.issue(`${year}-00-00`));
  await someone.reachDetails();
  await someone.typeDate({ year: String(year), month: "不詳", day: "不詳" });
  await someone.giveDetails();
  await someone.sees("申請する内容を確認してください");
  await expect(page.getByText("年齢は担当者が確認します")).toBeVisible();
});
