import { expect, test } from "../fixtures/test.ts";

const LOST = "入力中でまだ送っていなかった内容は、この端末を使うほかの方に見られないように、残していません。";

test("the script that warns is fetched once", async ({ page, applicant }) => {
  await applicant.reachMail();
  const script = page.locator('script[src^="/session.js"]');
  const address = (await script.getAttribute("src")) ?? "";
  expect(address).toMatch(/^\/session\.js\?[0-9a-f]{16}$/);
  const kept = (await page.request.get(address)).headers()["cache-control"];
  expect(kept).toBe("public, max-age=31536000, immutable");
  await page.goto("/terms");
  await expect(script).toHaveAttribute("src", address);
  const fetched = await page.evaluate((name) => {
    const [entry] = performance.getEntriesByName(new URL(name, location.href).href);
    return (entry as PerformanceResourceTiming).transferSize;
  }, address);
  expect(fetched, "bytes from the portal").toBe(0);
});

test("the warning says what is lost, and the page after the end how to go on", async ({
  page,
  applicant,
  looks,
  watch,
}) => {
  watch.allow(/403/);
  await page.clock.install();
  await applicant.reachMail();
  await applicant.field("メール連絡用氏名").fill("番号　花子");
  await page.clock.fastForward("26:00");
  const warning = page.getByRole("dialog");
  await expect(warning).toContainText("この画面に入力中の内容は消えます");
  await expect(warning).toContainText("メールの申請専用URLから続けられます");
  await looks.at(page, "session-warning");
  // The portal's session ends with its cookie here, as its clock goes on.
  await page.context().addCookies([
    { name: "shinsei", value: "A".repeat(43), url: new URL(page.url()).origin },
  ]);
  await page.clock.fastForward("05:00");
  await applicant.sees("安全のため、画面を閉じました");
  await expect(page.getByText(LOST)).toBeVisible();
  await looks.at(page, "session-over");
  expect(await page.content()).not.toContain("番号　花子");
});
