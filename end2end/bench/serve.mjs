// Serves files as the portal does: compressed with brotli, whole.
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { extname } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants } from 'node:zlib';

const TYPES = { '.html': 'text/html', '.js': 'text/javascript', '.mjs': 'text/javascript', '.wasm': 'application/wasm', '.json': 'application/json', '.jpg': 'image/jpeg' };
const STORED = new Set(['.jpg']);

/** As finely as the portal's own files; large ones a little less, which would take minutes. */
const compressed = (content) =>
  promisify(brotliCompress)(content, {
    params: { [constants.BROTLI_PARAM_QUALITY]: content.length > 2_000_000 ? 9 : 11, [constants.BROTLI_PARAM_LGWIN]: 22 },
  });

/** Serves what `find` makes of a path: a file's path or content, or nothing. `bytes` counts what was sent. */
export async function serve(find) {
  const kept = new Map();
  const answer = async (path) => {
    const found = find(path);
    const content = found instanceof Buffer ? found : await readFile(found);
    const type = extname(path) || '.html';
    return { type, body: STORED.has(type) ? content : await compressed(content) };
  };
  const server = createServer(async (request, response) => {
    const path = new URL(request.url, 'http://localhost').pathname;
    if (!kept.has(path)) kept.set(path, answer(path).catch(() => undefined));
    const file = await kept.get(path);
    if (!file) return response.writeHead(404).end();
    site.bytes += file.body.length;
    site.paths.push(path);
    response.writeHead(200, {
      'content-type': TYPES[file.type] ?? 'application/octet-stream',
      ...(STORED.has(file.type) ? {} : { 'content-encoding': 'br' }),
    });
    response.end(file.body);
  });
  await new Promise((done) => server.listen(0, '127.0.0.1', done));
  const site = { url: `http://localhost:${server.address().port}`, bytes: 0, paths: [], size: async (path) => (await kept.get(path)).body.length, end: () => server.close() };
  return site;
}
