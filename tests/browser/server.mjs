// How does an ordinary static host serve the built folder? Under a sub-folder, with the right types.

import { createServer } from 'node:http';
import { readFile } from 'node:fs/promises';
import { extname, join, normalize } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';

const TYPES = {
  '.css': 'text/css',
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.wasm': 'application/wasm',
};

/** Old enough that a browser may keep the files by itself, as with most hosts, which say nothing about it. */
const CHANGED = 'Wed, 01 Jan 2025 00:00:00 GMT';

/** Where the site stands on its host: not at the root, as most papers will not. */
const PATH = '/paper/yuncheng/';
/** Another paper may stand on the same host, even above. */
const NEIGHBOUR = '/paper/';

/** As the CDNs do it: brotli to whoever takes it, gzip to others; each file once. */
const ENCODERS = {
  br: (bytes) => promisify(brotliCompress)(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } }),
  gzip: (bytes) => promisify(gzip)(bytes, { level: 9 }),
};
const packed = new Map();

function pack(encoding, file, bytes) {
  const key = `${encoding} ${file} ${bytes.length}`;
  if (!packed.has(key)) packed.set(key, ENCODERS[encoding](bytes));
  return packed.get(key);
}

/**
 * A host of `folder`. `answer(file)` may be replaced to spoil single files: it gives bytes, `null` for a 404, or
 * a promise that takes as long as a bad network. With `compress` it sends what browsers take compressed.
 */
export async function host(folder, { compress = false } = {}) {
  const site = {
    folder,
    neighbour: { path: NEIGHBOUR, folder: null },
    /** Names that were asked for, in order. */
    asked: [],
    answer: (file) => read(site.folder, file),
    /** What the second half of a page waits for. */
    halfway: null,
    /** Nobody answers at this address any more, until `start`. */
    stop() {
      return new Promise((resolve) => {
        server.close(resolve);
        server.closeAllConnections();
      });
    },
    start: () => listen(server, port),
  };
  const server = createServer(async (request, response) => {
    const path = normalize(decodeURIComponent(new URL(request.url, 'http://host').pathname));
    const below = (folder) => path.startsWith(folder) && path.slice(folder.length).replace(/(^|\/)$/, '$1index.html');
    const file = below(PATH) || below(NEIGHBOUR) || path;
    site.asked.push(file);
    let bytes = null;
    if (below(PATH)) bytes = await site.answer(file);
    else if (below(NEIGHBOUR) && site.neighbour.folder) bytes = await read(site.neighbour.folder, file);
    if (bytes === null) {
      response.writeHead(404).end();
    } else {
      const type = TYPES[extname(file)] ?? 'application/octet-stream';
      const headers = { 'content-type': type, 'last-modified': CHANGED };
      const taken = request.headers['accept-encoding'] ?? '';
      const encoding = compress && Object.keys(ENCODERS).find((name) => taken.includes(name));
      if (!encoding) {
        response.writeHead(200, headers);
        const half = site.halfway && file.endsWith('.html') ? Math.ceil(bytes.length / 2) : 0;
        if (half > 0) {
          response.write(bytes.subarray(0, half));
          await site.halfway;
        }
        response.end(bytes.subarray(half));
        return;
      }
      const body = await pack(encoding, file, bytes);
      response.writeHead(200, { ...headers, 'content-encoding': encoding, vary: 'accept-encoding' }).end(body);
    }
  });
  const port = await listen(server, 0);
  site.origin = `http://127.0.0.1:${port}`;
  site.url = site.origin + PATH;
  return site;
}

function read(folder, file) {
  return readFile(join(folder, file)).catch(() => null);
}

function listen(server, port) {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', () => resolve(server.address().port));
  });
}
