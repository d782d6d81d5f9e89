import { expect, test } from "../fixtures/test.ts";

test("the hidden work is done on the mail page", async ({ page, applicant, watch }) => {
  await applicant.reachMail();
  // Chance decides how long the work takes.
  await expect(page.getByText("確認できました")).toBeVisible({ timeout: 45_000 });
  await expect(page.locator("#proof-nonce")).toHaveValue(/^\d+$/);
  expect(watch.paths().some((path) => path.endsWith(".wasm"))).toBe(true);
});

test("Enter in a field goes on rather than asking for another picture", async ({ applicant }) => {
  await applicant.reachMail();
  await applicant.fillContact();
  await applicant.field("画像に表示された文字").press("Enter");
  await applicant.sees("メールアドレスを確認してください");
});

test("islands wake also on a page that is never idle", async ({ page, applicant }) => {
  await page.addInitScript(() => {
    window.requestIdleCallback = (wake, options) =>
      options?.timeout === undefined
        ? 0
        : window.setTimeout(() => wake({ didTimeout: true, timeRemaining: () => 0 }), options.timeout);
  });
  await applicant.reachPhoto();
  await expect(page.locator("#photo-form")).toHaveAttribute("data-awake", "true");
});
