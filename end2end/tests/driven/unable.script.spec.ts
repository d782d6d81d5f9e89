import { test } from "../../fixtures/driven/engines.ts";
import { UNABLE } from "../../fixtures/photos.ts";

test("without WebAssembly the public check says that it cannot work", async ({ portal, start }) => {
  const session = await start({ wasm: false });
  await session.open(`${portal.url}/photo-check`);
  await session.shows("//*[@id='photo-unable']", UNABLE);
});
