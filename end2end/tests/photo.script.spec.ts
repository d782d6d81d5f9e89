import type { Page } from "@playwright/test";

import { greyscaleIsTaken, wide } from "../fixtures/pictures.ts";
import { ANYWAY, NO_FACE, REFUSED, photo, tooLong } from "../fixtures/photos.ts";
import { expect, test } from "../fixtures/test.ts";

const UPLOAD = "POST /photo/upload";

function findings(page: Page) {
  return page.locator("#photo-findings");
}

test("a refused photo is named before anything is sent, and no upload leaves the browser", async ({
  applicant,
  browser,
  looks,
  page,
  watch,
}) => {
  test.slow();
  // Firefox says so itself of a picture that it cannot preview.
  watch.allow(/^page error: Image corrupt or truncated\.$/);
  await applicant.reachPhoto();
  const files = [
    ...REFUSED.map(({ file, what, remedy }) => ({ file: photo(file), what, remedy })),
    // Its width would be mended by trimming.
    { file: await wide(browser), ...NO_FACE },
  ];
  for (const { file, what, remedy } of files) {
    await applicant.pick(file);
    await expect(findings(page)).toContainText("この写真は使えません。次のことを直してください。");
    await expect(findings(page).getByRole("listitem")).toContainText([what + remedy]);
    await applicant.press("アップロード");
    await expect(findings(page)).toBeFocused();
  }
  await looks.at(page, "photo-refused");
  expect(watch.paths()).not.toContain(UPLOAD);
  await expect(page).toHaveURL(/\/photo$/);
});

test("a photo sent off before the page can check it waits for the check", async ({ applicant, page, watch }) => {
  let wake = () => {};
  const asleep = new Promise<void>((done) => (wake = done));
  await page.route("**/*.wasm", async (route) => {
    await asleep;
    await route.continue();
  });
  await applicant.reachPhoto();
  await applicant.pick(photo("cmyk.jpg"));
  await applicant.press("アップロード");
  await expect(page.getByText("写真を確認する準備をしています…")).toBeVisible();
  wake();
  await expect(findings(page)).toContainText("CMYK");
  await expect(findings(page)).toBeFocused();
  expect(watch.paths()).not.toContain(UPLOAD);
});

test("no photo chosen is told as such, and nothing is sent", async ({ applicant, page, watch }) => {
  await applicant.reachPhoto();
  await applicant.press("アップロード");
  await expect(findings(page)).toHaveText("顔写真を選んでください。");
  await expect(findings(page)).toBeFocused();
  expect(watch.paths()).not.toContain(UPLOAD);
});

test("a good photo is shown with its size; a better one takes its place", async ({ applicant, page }) => {
  await applicant.reachPhoto();
  await applicant.pick(photo("cmyk.jpg"));
  await expect(findings(page)).toContainText("CMYK");
  await applicant.pick(photo("good.jpg"));
  await applicant.awaitCheck();
  await expect(findings(page)).not.toContainText("CMYK");
  await expect(page.getByRole("img", { name: "選んだ写真" })).toBeVisible();
  await expect(page.locator("#photo-facts")).toHaveText(/^幅\d+ピクセル、高さ\d+ピクセル、287KB$/);
});

test("a black-and-white photo is taken, and said to be", async ({ applicant, page }) => {
  await greyscaleIsTaken(applicant);
  await page.goto("/photo");
  await applicant.pick(photo("grey.jpg"));
  await expect(findings(page)).toContainText("白黒の写真です。白黒の写真でも申請できます。");
});

test("the upload shows how far it is", { tag: "@chromium" }, async ({ applicant, looks, page }) => {
  await applicant.reachPhoto();
  const network = await page.context().newCDPSession(page);
  await network.send("Network.enable");
  await network.send("Network.emulateNetworkConditions", {
    offline: false,
    latency: 0,
    downloadThroughput: -1,
    uploadThroughput: 40_000,
  });
  await applicant.pick(photo("good.jpg"));
  await applicant.awaitCheck();
  await applicant.press(ANYWAY);
  const bar = page.getByRole("progressbar", { name: "写真を送る進みぐあい" });
  await expect(bar).toBeVisible();
  await expect(page.getByText(/^写真を送っています（\d+%）$/)).toBeVisible();
  await expect(page.getByRole("button", { name: "送るのをやめる" })).toBeFocused();
  const percent = () => bar.evaluate((element: HTMLProgressElement) => element.value);
  await expect.poll(percent, { intervals: [50] }).toBeGreaterThan(0);
  expect(await percent()).toBeLessThan(100);
  await page.getByRole("button", { name: "送るのをやめる" }).click();
  await expect(page.getByText(/^送るのをやめました。/)).toBeVisible();
  await looks.accessible(page, "upload broken off");
  await network.send("Network.emulateNetworkConditions", {
    offline: false,
    latency: 0,
    downloadThroughput: -1,
    uploadThroughput: -1,
  });
  await applicant.press("もう一度送る");
  await applicant.seesKept();
});

test("after a failed network the same picture is sent again without choosing it anew", async ({
  applicant,
  looks,
  page,
  watch,
}) => {
  await applicant.reachPhoto();
  watch.allow(/ERR_(FAILED|INTERNET_DISCONNECTED)/);
  await page.route(/\/photo\/upload/, (route) => route.abort(), { times: 1 });
  await applicant.pick(photo("good.jpg"));
  await applicant.awaitCheck();
  await applicant.press(ANYWAY);
  await expect(page.getByText(/^写真を送れませんでした。/)).toBeVisible();
  await expect(page.getByRole("img", { name: "選んだ写真" })).toBeVisible();
  await expect(page.getByRole("button", { name: "もう一度送る" })).toBeFocused();
  await looks.at(page, "photo-unsent");
  await applicant.press("もう一度送る");
  await applicant.seesKept();
  expect(watch.paths().filter((path) => path === UPLOAD)).toHaveLength(2);
});

test("a file over the limit is trimmed rather than refused", async ({ applicant, page }) => {
  await applicant.reachPhoto();
  await applicant.pick(await tooLong(1));
  await applicant.awaitCheck();
  await expect(findings(page)).not.toContainText("大きすぎます");
  await applicant.sendChosen();
});
