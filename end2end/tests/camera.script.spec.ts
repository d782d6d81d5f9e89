import type { Page } from "@playwright/test";

import { filmed } from "../fixtures/camera.ts";
import { expect } from "../fixtures/test.ts";

const test = filmed("both");

const NOBODY = "顔を枠の中に入れてください";

function hint(page: Page) {
  return page.locator("#camera-hint");
}

/** Whether a camera is on. */
function isOn(page: Page): Promise<boolean> {
  return page
    .locator("#camera-video")
    .evaluate((video: HTMLVideoElement) => video.srcObject instanceof MediaStream && video.srcObject.active);
}

/** Width and height of the chosen file, as a browser shows it. */
function chosen(page: Page): Promise<{ type: string; width: number; height: number } | undefined> {
  return page.locator("input[type=file][name=photo]").evaluate(async (input: HTMLInputElement) => {
    const file = input.files?.[0];
    if (!file) return undefined;
    const { width, height } = await createImageBitmap(file);
    return { type: file.type, width, height };
  });
}

test("the guide follows what the camera sees, and the photo is checked like a chosen one", async ({
  applicant,
  looks,
  page,
  watch,
}) => {
  await applicant.reachPhoto();
  await page.evaluate(() => {
    const shaken: number[] = [];
    navigator.vibrate = (pattern) => shaken.push(Number(pattern)) > 0;
    Object.assign(window, { shaken });
  });
  await expect(page.getByRole("button", { name: "カメラで撮る" })).toBeVisible();
  await applicant.press("カメラで撮る");
  await expect(page.getByRole("dialog", { name: "顔写真を撮る" })).toBeVisible();
  await expect(page.getByRole("button", { name: "撮影する" })).toBeFocused();
  await expect(hint(page)).toHaveText(NOBODY, { timeout: 30_000 });
  await expect(page.locator("#camera-spoken")).toHaveText(NOBODY);
  await looks.at(page, "camera-nobody");
  await expect(hint(page)).not.toHaveText(NOBODY);
  await looks.at(page, "camera-person");
  // The guide looks with the worker that will check the photo.
  expect(page.workers()).toHaveLength(1);
  await page.getByRole("button", { name: "撮影する" }).click();
  await expect(page.getByRole("dialog", { name: "顔写真を撮る" })).toBeHidden();
  await expect.poll(() => isOn(page)).toBe(false);
  expect(await chosen(page)).toEqual({ type: "image/jpeg", width: 720, height: 960 });
  await expect(page.getByRole("img", { name: "選んだ写真" })).toBeVisible();
  await expect(page.getByText("写真を撮りました。確認の結果は、この下に出ます。")).toBeVisible();
  await looks.at(page, "camera-taken");
  expect(watch.paths()).not.toContain("POST /photo/upload");
});

test("the camera is used by keyboard alone", async ({ applicant, page }) => {
  await applicant.reachPhoto();
  await page.getByRole("button", { name: "カメラで撮る" }).focus();
  await page.keyboard.press("Enter");
  await expect(page.getByRole("button", { name: "撮影する" })).toBeFocused();
  await expect.poll(() => isOn(page)).toBe(true);
  await page.keyboard.press("Escape");
  await expect(page.getByRole("dialog", { name: "顔写真を撮る" })).toBeHidden();
  await expect(page.getByRole("button", { name: "カメラで撮る" })).toBeFocused();
  await expect.poll(() => isOn(page)).toBe(false);
  await page.keyboard.press("Enter");
  await expect.poll(() => isOn(page)).toBe(true);
  // A press before the camera's first picture does nothing: one presses again.
  await expect(async () => {
    await page.keyboard.press("Space");
    expect(await chosen(page)).toMatchObject({ width: 720 });
  }).toPass();
});

test("the self-timer counts aloud, can be stopped, and takes the photo", async ({ applicant, page }) => {
  await applicant.reachPhoto();
  await applicant.press("カメラで撮る");
  await expect(page.locator("#camera-window")).toHaveAttribute("data-hint", /./);
  await page.getByLabel("タイマー").selectOption("3秒");
  await applicant.press("撮影する");
  await expect(page.locator("#camera-spoken")).toHaveText("あと3秒で撮影します");
  await applicant.press("撮影を待つ");
  await expect(page.locator("#camera-count")).toHaveText("");
  await applicant.press("撮影する");
  await expect(page.locator("#camera-spoken")).toHaveText("2");
  await expect(page.locator("#camera-count")).toHaveText("1");
  await expect.poll(() => chosen(page)).toMatchObject({ width: 720, height: 960 });
});

test("the photo is not mirrored though the preview is", async ({ applicant, page }) => {
  await applicant.reachPhoto();
  await applicant.press("カメラで撮る");
  await expect(page.locator("#camera-window")).toHaveAttribute("data-hint", /./);
  const video = page.locator("#camera-video");
  await expect(video).toHaveCSS("transform", "matrix(-1, 0, 0, 1, 0, 0)");
  const seen = await video.evaluate(async (video: HTMLVideoElement) => {
    video.pause();
    const canvas = new OffscreenCanvas(8, 8);
    const drawing = canvas.getContext("2d");
    drawing?.drawImage(video, 0, 0, 8, 8);
    return [...(drawing?.getImageData(0, 0, 8, 8).data ?? [])];
  });
  await applicant.press("撮影する");
  await expect.poll(() => chosen(page)).toBeTruthy();
  const taken = await page.locator("input[type=file][name=photo]").evaluate(async (input: HTMLInputElement) => {
    const canvas = new OffscreenCanvas(8, 8);
    const drawing = canvas.getContext("2d");
    const file = input.files?.[0];
    if (file) drawing?.drawImage(await createImageBitmap(file), 0, 0, 8, 8);
    return [...(drawing?.getImageData(0, 0, 8, 8).data ?? [])];
  });
  const apart = seen.map((value, at) => Math.abs(value - (taken[at] ?? 0)));
  expect(Math.max(...apart)).toBeLessThan(24);
});

for (const [name, words] of [
  ["NotAllowedError", /^カメラを使えません。ブラウザーの設定で/],
  ["NotFoundError", /^カメラが見つかりません。/],
  ["NotReadableError", /^ほかのアプリがカメラを使っています。/],
] as const) {
  test(`a camera that fails with ${name} is told in words, and a file can be chosen`, async ({
    applicant,
    looks,
    page,
  }) => {
    await page.addInitScript((name) => {
      navigator.mediaDevices.getUserMedia = () => Promise.reject(new DOMException("", name));
    }, name);
    await applicant.reachPhoto();
    await applicant.press("カメラで撮る");
    await expect(page.getByRole("alert").filter({ hasText: words })).toBeVisible();
    await expect(page.getByRole("button", { name: "もう一度カメラを使う" })).toBeFocused();
    await looks.at(page, `camera-${name}`);
    const chooser = page.waitForEvent("filechooser");
    await applicant.press("写真を選ぶ");
    await chooser;
    await expect(page.getByRole("dialog", { name: "顔写真を撮る" })).toBeHidden();
  });
}

test("a device that cannot run the guide takes the photo all the same", async ({ applicant, page, watch }) => {
  watch.allow(/photo-worker|ERR_FAILED/);
  await page.route("**/photo-worker.js", (route) => route.abort());
  await applicant.reachPhoto();
  await applicant.press("カメラで撮る");
  await expect(hint(page)).toHaveText("枠に合わせて、撮影してください");
  await applicant.press("撮影する");
  await expect.poll(() => chosen(page)).toMatchObject({ width: 720 });
});
