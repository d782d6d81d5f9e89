import { test } from "../../fixtures/driven/engines.ts";
import { OTHER_FORMATS, REFUSED } from "../../fixtures/photos.ts";

test("every refused photo is answered by the server with what it is and its remedy", async ({ visitor }) => {
  await visitor.reachPhoto();
  for (const { file, what, remedy } of [...REFUSED, ...OTHER_FORMATS]) {
    await visitor.pick(file);
    await visitor.press("アップロード");
    await visitor.isTold(what + remedy);
  }
});
