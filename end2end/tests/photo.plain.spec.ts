import { drawn, WHOLE } from "../fixtures/drawn.ts";
import { greyscaleIsTaken, wide } from "../fixtures/pictures.ts";
import { OTHER_FORMATS, photo, REFUSED, TOO_LONG, TOO_WIDE, tooLong } from "../fixtures/photos.ts";
import { expect, test } from "../fixtures/test.ts";

test("every refused photo is answered by the server with what it is and its remedy", async ({
  applicant,
  browser,
  looks,
  page,
}) => {
  test.slow();
  await applicant.reachPhoto();
  const files = [
    ...[...REFUSED, ...OTHER_FORMATS].map(({ file, what, remedy }) => ({ file: photo(file), words: what + remedy })),
    { file: await tooLong(1), words: TOO_LONG.what + TOO_LONG.remedy },
    { file: await wide(browser), words: TOO_WIDE.what + TOO_WIDE.remedy },
  ];
  for (const { file, words } of files) {
    await applicant.pick(file);
    await applicant.press("アップロード");
    await applicant.isTold(words);
  }
  await looks.at(page, "photo-errors");
  await page.getByRole("link", { name: TOO_WIDE.what }).click();
  await expect(page.getByLabel(/^顔写真※必須/)).toBeFocused();
});

test("a photo far over the limit is answered in words too", async ({ applicant }) => {
  await applicant.reachPhoto();
  await applicant.pick(await tooLong(5_000_000));
  await applicant.press("アップロード");
  await expect(applicant.page).toHaveTitle(/^エラー：/);
  await expect(applicant.page.locator(".c-errors")).toContainText(TOO_LONG.remedy);
});

test("no photo chosen is told as such", async ({ applicant }) => {
  await applicant.reachPhoto();
  await applicant.press("アップロード");
  await applicant.isTold("顔写真を選んでください。");
});

test("what the check finds is shown after the upload, with drawings and both ways on", async ({ applicant, browser, looks, page }) => {
  await applicant.reachPhoto();
  await applicant.pick(await drawn(browser, { width: 900, height: 1157, places: WHOLE, filter: "brightness(0.35)" }));
  await applicant.press("アップロード");
  await applicant.sees("写真に気になる点があります");
  const found = page.locator(".c-findings");
  await expect(found).toContainText("顔が暗い可能性があります。窓の方を向くなど、明るい場所で撮ってください。");
  await expect(found.getByRole("img", { name: /^悪い例：/ }).first()).toBeVisible();
  await looks.at(page, "photo-concerns");
  await expect(page.getByRole("link", { name: "撮り直す" })).toBeVisible();
  await applicant.confirmPhoto();
  await applicant.sees("申請情報を入力してください");
});

for (const quarters of [1, 2, 3]) {
  test(`a photo turned by ${quarters} quarters is kept upright, and the page says so`, async ({ applicant, browser, page }) => {
    await applicant.reachPhoto();
    await applicant.pick(await drawn(browser, { width: 900, height: 1157, places: WHOLE, quarters }));
    await applicant.press("アップロード");
    await expect(page.getByText("写真の向きを直しました。")).toBeVisible();
    const alt = "登録した顔写真（幅900ピクセル、高さ1157ピクセル）";
    await expect(page.getByRole("img", { name: alt })).toBeVisible();
    await expect(page.locator(".c-findings")).not.toContainText("頭が傾いている");
  });
}

test("a black-and-white photo is taken", ({ applicant }) => greyscaleIsTaken(applicant));
