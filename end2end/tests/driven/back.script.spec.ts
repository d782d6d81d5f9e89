import { test } from "../../fixtures/driven/engines.ts";
import { ECHO, field, PHOTO_STATUS } from "../../fixtures/driven/visitor.ts";

test("back from the review the birth date is as it was typed, and is taken again", async ({ visitor }) => {
  const { session } = visitor;
  await visitor.reachDetails();
  await visitor.typeBirthDate();
  await session.shows(ECHO, "（1998年3月27日）");
  await visitor.giveDetails();
  await visitor.sees("申請する内容を確認してください");
  await session.back();
  await visitor.sees("申請情報を入力してください");
  for (const [label, typed] of Object.entries({ 元号または西暦: "AD", 年: "1998", 月: "3", 日: "27" })) {
    await session.comesTo(field(label), "value", typed);
  }
  await session.shows(ECHO, "（1998年3月27日）");
  await visitor.giveDetails();
  await visitor.sees("申請する内容を確認してください");
  await session.shows("//main", "1998年3月27日");
});

test("back from the photo that was sent, the page takes another", async ({ visitor }) => {
  const { session } = visitor;
  await visitor.reachPhoto();
  await visitor.pick();
  await visitor.sendChosen(true);
  await session.back();
  await visitor.sees("顔写真を登録してください");
  await session.shows(PHOTO_STATUS, /^(?!写真を送りました。)/);
  await visitor.pick("turned.jpg");
  await visitor.sendChosen(true);
});
