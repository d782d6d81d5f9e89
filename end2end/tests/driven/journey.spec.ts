import { expect, test } from "../../fixtures/driven/engines.ts";
import { ECHO, field, row } from "../../fixtures/driven/visitor.ts";

test("from the form to the status of the application", async ({ javaScriptEnabled, mailbox, visitor }) => {
  const { session, mail } = visitor;
  const scripting = javaScriptEnabled !== false;
  await visitor.reachPhoto();
  await visitor.pick();
  await visitor.sendChosen(scripting);
  await visitor.confirmPhoto();

  await visitor.sees("申請情報を入力してください");
  await visitor.typeBirthDate();
  // It moves what is under it.
  if (scripting) await session.shows(ECHO, /^平成10年3月27日（1998年3月27日）、満\d+歳$/);
  await visitor.giveDetails();

  await visitor.sees("申請する内容を確認してください");
  expect(await session.text(row("申請する方"))).toBe("本人");
  expect(await session.text(row("メールアドレス"))).toBe(mail);
  expect(await session.text(row("生年月日"))).toContain("1998年3月27日");
  const receipt = await visitor.submit();
  expect(await mailbox.completion(mail)).toContain(receipt);

  await session.click("//main//a[normalize-space(.)='申請の状況を確認する']");
  await visitor.sees("申請の状況を確認する");
  await session.type(field("受付番号"), receipt.toLowerCase());
  await visitor.typeBirthDate();
  await visitor.press("状況を確認する");
  await session.shows(row("状況"), "受付済み");
});
