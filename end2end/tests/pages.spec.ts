import { expect, test } from "../fixtures/test.ts";

const OPEN_TO_ALL = [
  ["/", "顔写真付きカードを申請する"],
  ["/status", "申請の状況を確認する"],
  ["/privacy", "個人情報の取扱いについて"],
  ["/accessibility", "アクセシビリティ"],
  ["/help", "ヘルプ"],
  ["/photo-check", "顔写真を確かめる"],
  ["/demo", "デモ用の申請書を選んでください"],
  ["/demo/mail", "デモで届いたメールを読む"],
  ["/gallery", "部品の見本"],
] as const;

for (const [path, heading] of OPEN_TO_ALL) {
  test(`${path} is accessible and fits every screen`, async ({ page, looks }) => {
    await page.goto(path);
    await expect(page.getByRole("heading", { level: 1 })).toHaveText(heading);
    await expect(page.getByText("デモ", { exact: true })).toBeVisible();
    await looks.at(page, path.slice(1).replace("/", "-") || "start");
    for (const closed of await page.locator("main summary:visible").all()) await closed.click();
    await looks.accessible(page, `${path} with everything opened`);
  });
}

test("an address where nothing is says so and leads to the start", async ({ page, looks, watch }) => {
  watch.allow(/status of 404/);
  const answer = await page.goto("/nothing/here");
  expect(answer?.status()).toBe(404);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("お探しの画面が見つかりません");
  await looks.at(page, "not-found");
  await page.getByRole("link", { name: "はじめの画面へ" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("顔写真付きカードを申請する");
});

test("nobody enters a step that is not theirs", async ({ page }) => {
  for (const path of ["/mail", "/mail/check", "/mail/sent", "/device", "/photo", "/photo/check", "/details", "/review", "/done"]) {
    await page.goto(path);
    await expect(page.getByRole("heading", { level: 1 }), path).toHaveText("顔写真付きカードを申請する");
  }
});

test("the terms can be read before anything is given, and lead to the ID", async ({ page, looks }) => {
  await page.goto("/terms");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("利用規約を確認してください");
  await expect(page.getByRole("checkbox")).toHaveCount(0);
  await looks.at(page, "terms-to-read");
  await page.getByRole("link", { name: "申請書IDを入力する" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("顔写真付きカードを申請する");
});
