import { expect, test } from "../fixtures/test.ts";

test("without scripting the public check says what it needs and offers nothing that cannot work", async ({
  looks,
  page,
}) => {
  const answer = await page.goto("/photo-check");
  expect(answer?.headers()["set-cookie"]).toBeUndefined();
  await expect(page.getByText(/^この画面で確かめるには、ブラウザーのJavaScriptを有効にしてください。/)).toBeVisible();
  await expect(page.locator("input:visible, button:visible")).toHaveCount(0);
  await expect(page.getByRole("img", { name: /^悪い例：/ })).toHaveCount(8);
  await looks.at(page, "checker-plain");
});
