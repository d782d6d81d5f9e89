import { filmed } from "../fixtures/camera.ts";
import { photo } from "../fixtures/photos.ts";
import { expect } from "../fixtures/test.ts";

const test = filmed("person");

/** Files that are the same for everybody. */
const STATIC = /^GET \/(pkg\/[^/]+|modules\/[^/]+|[a-z-]+\.(svg|js|css))$/;

test("a photo is checked, trimmed and taken without anything leaving the browser", async ({
  looks,
  page,
  watch,
}) => {
  test.slow();
  await page.goto("/");
  await page.getByRole("link", { name: "申請の前に、顔写真を確かめる" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("顔写真を確かめる");
  await expect(page.getByText("写真はどこにも送りません")).toBeVisible();
  await expect(page.getByLabel(/^顔写真※必須/)).toBeVisible();
  await looks.at(page, "checker");
  watch.forget();

  const findings = page.locator("#photo-findings");
  await page.getByLabel(/^顔写真※必須/).setInputFiles(photo("cmyk.jpg"));
  await expect(findings).toContainText("印刷用の色（CMYK）の写真です。");
  await page.getByLabel(/^顔写真※必須/).setInputFiles(photo("good.jpg"));
  await expect(page.locator("#photo-form")).toHaveAttribute("data-check", /usable|advised/, { timeout: 45_000 });
  await looks.at(page, "checker-checked");
  await page.getByRole("button", { name: "大きく" }).click();

  await page.getByRole("button", { name: "カメラで撮る" }).click();
  await expect(page.locator("#camera-window")).toHaveAttribute("data-hint", /./, { timeout: 45_000 });
  await page.getByRole("button", { name: "撮影する" }).click();
  await expect(page.locator("#photo-form")).toHaveAttribute("data-check", /usable|advised/, { timeout: 45_000 });
  await page.locator("#photo-form").evaluate((form: HTMLFormElement) => form.requestSubmit());
  await expect(findings).toBeFocused();
  await page.waitForTimeout(1_000);

  expect(watch.bodies()).toEqual([]);
  expect(watch.paths().filter((path) => !STATIC.test(path))).toEqual([]);
  expect(watch.paths().some((path) => path.endsWith(".wasm"))).toBe(true);
  await expect(page).toHaveURL(/\/photo-check$/);
});

test("a finding stands beside a drawn example of it", async ({ page }) => {
  await page.goto("/photo-check");
  await page.getByRole("button", { name: "カメラで撮る" }).click();
  await expect(page.locator("#camera-window")).toHaveAttribute("data-hint", /./, { timeout: 45_000 });
  await page.getByRole("button", { name: "撮影する" }).click();
  const findings = page.locator("#photo-findings");
  await expect(findings.getByRole("listitem").first()).toBeVisible({ timeout: 45_000 });
  await expect(findings.getByRole("img", { name: /^悪い例：/ }).first()).toBeVisible();
  await expect(findings.getByRole("img", { name: /^良い例：/ }).first()).toBeVisible();
});
