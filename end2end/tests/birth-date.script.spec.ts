import { expect, test } from "../fixtures/test.ts";

test("the birth date is read back as it is typed, and the meant era is offered", async ({ page, applicant, looks }) => {
  await applicant.reachDetails();
  const echo = page.locator("#birth-date-echo");
  await applicant.typeDate({ era: "平成", year: "10", month: "3" });
  await expect(echo).toHaveText("");
  await page.getByLabel("日", { exact: true }).pressSequentially("27");
  await expect(echo).toHaveText(/^平成10年3月27日（1998年3月27日）、満\d+歳$/);
  await looks.accessible(page, "birth date read back");

  await page.getByLabel("元号または西暦").selectOption("西暦");
  await page.getByLabel("年", { exact: true }).fill("1998");
  await expect(echo).toHaveText(/^平成10年3月27日（1998年3月27日）、満\d+歳$/);

  await applicant.typeDate({ era: "昭和", year: "64", month: "1", day: "8" });
  await page.getByLabel("日", { exact: true }).blur();
  await expect(echo).toHaveText("平成元年1月8日のことではありませんか。");
  await looks.at(page, "birth-date-offered");
  await page.getByRole("button", { name: "この日付にする" }).click();
  await expect(echo).toHaveText(/^平成元年1月8日（1989年1月8日）、満\d+歳$/);
  await expect(page.getByLabel("元号または西暦")).toHaveValue("H");
});

test("a date pasted into the year is read back at once", async ({ page, applicant }) => {
  await applicant.reachDetails();
  await page.getByLabel("年", { exact: true }).focus();
  await page.keyboard.insertText("H10.3.27");
  await expect(page.locator("#birth-date-echo")).toHaveText(/^平成10年3月27日（1998年3月27日）、満\d+歳$/);
});
