import { expect, test } from "../fixtures/test.ts";

/** Full-width digits, ideographic spaces, hyphens of two kinds. */
function asPeopleType(id: string): string {
  const wide = id.slice(0, 8).replace(/\d/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0));
  return `${wide}　${id.slice(8, 12)}-${id.slice(12, 16)}‐${id.slice(16, 20)} ${id.slice(20)}`;
}

test("the ID is typed with spaces, hyphens and full-width digits", async ({ page, applicant }) => {
  await page.goto("/");
  await applicant.field("申請書ID").fill(asPeopleType(applicant.form.id));
  await applicant.press("この申請書で申請を始める");
  await applicant.sees("利用規約を確認してください");
});

test("letters that look like digits are read as such, and it is said", async ({ page, applicant }) => {
  const { id } = applicant.form;
  expect(id).toMatch(/[01]/);
  await page.goto("/");
  await applicant.field("申請書ID").fill(id.replaceAll("0", "O").replaceAll("1", "l"));
  await applicant.press("この申請書で申請を始める");
  await applicant.sees("利用規約を確認してください");
  await expect(page.getByRole("status")).toContainText("申請書IDの英字を数字として読みました");
});

test("an ID of another length is shown in groups, to be compared", async ({ page, applicant }) => {
  await page.goto("/");
  await applicant.field("申請書ID").fill(applicant.form.id.slice(0, 22));
  await applicant.press("この申請書で申請を始める");
  await expect(applicant.field("申請書ID")).toHaveValue(/^(\d{4} ){5}\d{2}$/);
});

test("the ID that came by QR code is locked, and another form can be typed", async ({ page, applicant }) => {
  await applicant.scan();
  await page.goto("/");
  await expect(page.getByText(applicant.form.id.replace(/(\d{4})(?=\d)/g, "$1 "), { exact: true })).toBeVisible();
  await expect(applicant.field("申請書ID")).toBeHidden();
  await page.getByText("別の申請書で申請するとき").click();
  await expect(applicant.field("申請書ID")).toBeEditable();
});

test("an address of the QR code without an ID leads to typing it", async ({ page, applicant }) => {
  await page.goto("/apply/1234");
  await applicant.sees("申請書IDを読み取れませんでした");
  await page.getByRole("link", { name: "申請書IDを入力する" }).click();
  await expect(applicant.field("申請書ID")).toBeVisible();
});

test("a form nobody issued is not found, and what was typed stays", async ({ page, applicant }) => {
  const unknown = applicant.form.id.split("").reverse().join("");
  await page.goto("/");
  await applicant.field("申請書ID").fill(unknown);
  await applicant.press("この申請書で申請を始める");
  await applicant.isTold("この申請書IDは見つかりませんでした。交付申請書の番号と見比べてください。");
  await expect(applicant.field("申請書ID")).toHaveValue(unknown.replace(/(\d{4})(?=\d)/g, "$1 "));
});

test("a form whose application was received cannot be used again", async ({ page, applicant, device }) => {
  await applicant.reachReview();
  await applicant.submit();
  const other = applicant.at(await device());
  await other.page.goto(`/apply/${applicant.form.id}`);
  await other.press("この申請書で申請を始める");
  await expect(other.page.getByRole("alert")).toContainText("この申請書IDでは、すでに申請を受け付けています");
  await expect(page).toHaveURL(/\/done$/);
});
