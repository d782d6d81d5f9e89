import type { Page, Route } from "@playwright/test";

import { drawn, WHOLE } from "../fixtures/drawn.ts";
import { ANYWAY, photo } from "../fixtures/photos.ts";
import { expect, test } from "../fixtures/test.ts";

const UPLOAD = "POST /photo/upload";

function findings(page: Page) {
  return page.locator("#photo-findings");
}

function status(page: Page) {
  return page.locator("#photo-status");
}

test("two people are refused on the device, and nothing is sent", async ({ applicant, browser, looks, page, watch }) => {
  await applicant.reachPhoto();
  const two = { width: 1800, height: 1157, places: [...WHOLE, [900, 0, 900, 1157]] as const };
  await applicant.pick(await drawn(browser, two));
  await expect(findings(page)).toContainText("この写真は使えません。");
  await expect(findings(page)).toContainText("2人以上写っている可能性があります。");
  await expect(page.locator("#photo-trim")).toBeHidden();
  await applicant.press("アップロード");
  await expect(findings(page)).toBeFocused();
  await looks.at(page, "photo-two-people");
  expect(watch.paths()).not.toContain(UPLOAD);
});

test("a picture without a face is refused; with a reason it is only advice", async ({ applicant, browser, page }) => {
  await applicant.reachPhoto();
  await applicant.pick(await drawn(browser, { width: 900, height: 1157, places: WHOLE, filter: "blur(80px)" }));
  await expect(findings(page)).toContainText("顔が見つかりませんでした。");
  await expect(findings(page)).toHaveAttribute("data-state", "error");
  await page.getByText("帽子や眼帯などを外せない方、赤ちゃんの写真").click();
  await applicant.choose(applicant.box("赤ちゃんを寝かせて撮っている"));
  await expect(findings(page)).toHaveAttribute("data-state", "warn");
  await expect(page.getByRole("button", { name: ANYWAY })).toBeVisible();
});

test("a dark photo is advice that may be overridden; the part for the card is sent", async ({
  applicant,
  browser,
  looks,
  page,
}) => {
  await applicant.reachPhoto();
  await applicant.pick(await drawn(browser, { width: 900, height: 1157, places: WHOLE, filter: "brightness(0.35)" }));
  await expect(findings(page)).toContainText("気になる点があります。");
  await expect(findings(page)).toContainText("顔が暗い可能性があります。窓の方を向くなど、明るい場所で撮ってください。");
  await looks.at(page, "photo-advised");
  // The browser does not show what is in a form with a file: noted as it is sent.
  await page.evaluate(() => {
    const send = XMLHttpRequest.prototype.send;
    XMLHttpRequest.prototype.send = function (content) {
      if (content instanceof FormData) sessionStorage.setItem("sent", [...content.keys()].join(" "));
      send.call(this, content);
    };
  });
  await applicant.press(ANYWAY);
  await applicant.seesKept();
  expect(await page.evaluate(() => sessionStorage.getItem("sent"))).toBe("about photo turned use_anyway");
  await expect(page.locator(".c-findings")).toContainText("顔が暗い可能性があります。");
  await expect(page.getByRole("img", { name: /^登録した顔写真/ })).toHaveAttribute("alt", /幅84\dピクセル/);
});

test("a small face in a wide picture is trimmed to the card", async ({ applicant, browser, looks, page }) => {
  await applicant.reachPhoto();
  const far = { width: 3000, height: 2000, places: [[1900, 500, 900, 1157]] as const };
  await applicant.pick(await drawn(browser, far));
  await expect(page.locator("#photo-trim-says")).toContainText("カードに合っています。");
  await expect(findings(page)).not.toContainText("顔が小さく");
  await expect(findings(page)).not.toContainText("中央にない");
  await looks.at(page, "photo-trimmed");
});

test("the picture is moved and scaled with keys alone, and put back", async ({ applicant, page }) => {
  await applicant.reachPhoto();
  await applicant.pick(photo("good.jpg"));
  const card = page.getByRole("group", { name: "カードにのる範囲の調整" });
  const says = page.locator("#photo-trim-says");
  await expect(says).toContainText("カードに合っています。");
  const picture = page.getByRole("img", { name: "選んだ写真" });
  const place = () => picture.evaluate((element: HTMLElement) => element.style.cssText);
  const proposed = await place();
  await card.focus();
  for (let times = 0; times < 4; times += 1) await page.keyboard.press("+");
  await expect(says).toContainText("写真を小さくしてください。");
  await page.keyboard.press("ArrowLeft");
  await page.keyboard.press("ArrowDown");
  expect(await place()).not.toBe(proposed);
  await page.keyboard.press("0");
  await expect(says).toContainText("カードに合っています。");
  expect(await place()).toBe(proposed);
  for (let times = 0; times < 4; times += 1) await page.keyboard.press("+");
  await page.getByRole("button", { name: ANYWAY }).press("Enter");
  await applicant.seesKept();
  await expect(page.getByRole("img", { name: /^登録した顔写真/ })).toHaveAttribute("alt", /幅69\dピクセル/);
});

test("buttons and a drag move the picture", async ({ applicant, page }) => {
  await applicant.reachPhoto();
  await applicant.pick(photo("good.jpg"));
  const card = page.locator("#photo-card");
  await expect(card).toHaveAttribute("data-trim", "true");
  const left = () => page.locator("#photo-picture").evaluate((element: HTMLElement) => parseFloat(element.style.left));
  await page.getByRole("button", { name: "大きく", exact: true }).click();
  await page.getByRole("button", { name: "大きく", exact: true }).click();
  const before = await left();
  await page.getByRole("button", { name: "右へ", exact: true }).click();
  expect(await left()).toBeGreaterThan(before);
  await card.scrollIntoViewIfNeeded();
  const box = await card.boundingBox();
  if (!box) throw new Error("the card is not shown");
  const middle = { x: box.x + box.width / 2, y: box.y + box.height / 2 };
  const moved = await left();
  await page.mouse.move(middle.x, middle.y);
  await page.mouse.down();
  await page.mouse.move(middle.x - 8, middle.y, { steps: 4 });
  await page.mouse.up();
  expect(await left()).toBeLessThan(moved);
});

for (const type of ["image/png", "image/webp"] as const) {
  test(`a photo in ${type} is made a JPEG and sent`, async ({ applicant, browser, page }) => {
    await applicant.reachPhoto();
    await applicant.pick(await drawn(browser, { width: 900, height: 1157, places: WHOLE, type }));
    await expect(page.locator("#photo-note")).toHaveText("JPEG形式に変換しました。");
    await applicant.sendChosen();
  });
}

test("a reason is sent with the photo, and the review says it", async ({ applicant, page }) => {
  await applicant.reachPhoto();
  await page.getByText("帽子や眼帯などを外せない方、赤ちゃんの写真").click();
  await applicant.choose(applicant.box("車いすや医療機器が写る"));
  await applicant.pick(photo("good.jpg"));
  // The wall is the only thing that is wrong with it, and that reason explains it.
  await expect(status(page)).toHaveText("選んだ理由に合わせて、確認する項目を減らしました。");
  await expect(findings(page)).toHaveText("");
  await applicant.press("アップロード");
  await applicant.seesKept();
  await applicant.confirmPhoto();
  await applicant.typeBirthDate();
  await applicant.giveDetails();
  await expect(applicant.row("写真のきまりに合わない理由")).toContainText("車いすや医療機器が写る");
});

test("the module of the check is fetched on the photo page and nowhere before", async ({ applicant, page, watch }) => {
  const module = "GET /modules/photo_bg.wasm";
  for (const path of ["/", "/status", "/help"]) await page.goto(path);
  expect(watch.paths()).not.toContain(module);
  await applicant.reachPhoto();
  await expect.poll(() => watch.paths()).toContain(module);
});

for (const part of ["photo-worker.js", "modules/photo.js", "modules/photo_bg.wasm"]) {
  test(`where /${part} cannot be loaded the photo is sent and checked by the server`, async ({
    applicant,
    page,
    watch,
  }) => {
    watch.allow(/ERR_FAILED/);
    await page.route(`**/${part}`, (route) => route.abort());
    await applicant.reachPhoto();
    await applicant.pick(photo("good.jpg"));
    await expect(status(page)).toContainText("この端末では、写真の写り方を確認できません。");
    await applicant.press("アップロード");
    await applicant.seesKept();
  });
}

for (const [how, answer] of [
  ["is out of reach", (route: Route) => route.abort()],
  ["is no more", (route: Route) => route.fulfill({ status: 404 })],
] as const) {
  test(`where the camera's code ${how} the page says so, files are checked, and the next press tries again`, async ({
    applicant,
    looks,
    page,
    watch,
  }) => {
    watch.allow(/split_open_camera|Failed to fetch|TypeError/);
    const code = "**/split_open_camera*.wasm";
    await page.route(code, answer);
    await applicant.reachPhoto();
    await applicant.press("カメラで撮る");
    await expect(page.locator("#camera-status")).toHaveText(/^カメラの準備ができませんでした。/);
    await looks.at(page, "camera-unloaded");
    await applicant.pick(photo("good.jpg"));
    await applicant.awaitCheck();
    await page.unroute(code);
    await applicant.press("カメラで撮る");
    await expect(page.getByRole("dialog", { name: "顔写真を撮る" })).toBeVisible();
    await expect(page.locator("#camera-status")).toHaveText("");
  });
}

test("the check can be called off and is taken up again by the button", async ({ applicant, looks, page }) => {
  let arrive = () => {};
  const late = new Promise<void>((done) => (arrive = done));
  await page.route("**/modules/photo_bg.wasm", async (route) => {
    await late;
    await route.continue();
  });
  await applicant.reachPhoto();
  await applicant.pick(photo("good.jpg"));
  await expect(page.getByRole("progressbar", { name: "写真を確認する進みぐあい" })).toBeVisible();
  await looks.at(page, "photo-checking");
  await page.getByRole("button", { name: "確認をやめる" }).click();
  arrive();
  await expect(status(page)).toContainText("確認をやめました。");
  await applicant.press("アップロード");
  await expect(page.getByRole("button", { name: ANYWAY })).toBeVisible();
});
