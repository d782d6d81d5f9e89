import { expect, test } from "../fixtures/test.ts";

test("a picture of the form fills the ID in; the reader is loaded only when asked for", async ({
  page,
  looks,
  person,
  portal,
  watch,
}) => {
  await portal.issue("1998-03-27");
  await page.goto("/demo");
  const paper = page.locator("section").first();
  const id = /[\d ]{28}/.exec(await paper.innerText())?.[0].replaceAll(" ", "") ?? "";
  const picture = await paper.screenshot();

  const someone = person({ id, born: "" });
  await page.goto("/");
  const opener = page.getByRole("button", { name: "カメラやファイルで申請書のQRコードを読み取る" });
  await expect(opener).toBeVisible();
  expect(watch.paths()).not.toContain("GET /qr-reader.js");
  await opener.click();
  const file = page.getByLabel("QRコードが写った写真を選ぶ");
  await expect(file).toBeVisible();
  await looks.at(page, "qr-reader");
  await file.setInputFiles({ name: "form.png", mimeType: "image/png", buffer: picture });
  await expect(page.getByText(/^申請書IDを読み取りました。/)).toBeVisible();
  await expect(someone.field("申請書ID")).toHaveValue(id);
  await expect(someone.field("申請書ID")).toBeFocused();
  await someone.press("この申請書で申請を始める");
  await someone.sees("利用規約を確認してください");
});

test("a picture without a code is told as such", async ({ page }) => {
  await page.goto("/");
  const picture = await page.screenshot();
  await page.getByRole("button", { name: "カメラやファイルで申請書のQRコードを読み取る" }).click();
  const file = page.getByLabel("QRコードが写った写真を選ぶ");
  await expect(file).toBeVisible();
  await file.setInputFiles({ name: "no-code.png", mimeType: "image/png", buffer: picture });
  await expect(page.getByText(/^QRコードを読み取れませんでした。/)).toBeVisible();
});
