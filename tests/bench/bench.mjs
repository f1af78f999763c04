// How does the search stand among others? One run in Chromium over the same articles and the same queries.
//
// node bench.mjs DATA WASM ENGINE…: DATA is what `search --example bench -- --prepare` wrote, WASM the folder of
// wasm-bindgen. Prints one JSON object an engine.

import { build } from 'esbuild';
import { createServer } from 'node:http';
import { existsSync, mkdirSync, readFileSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { dirname, extname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { brotliCompressSync, constants } from 'node:zlib';
import { chromium } from 'playwright-core';

const HERE = dirname(fileURLToPath(import.meta.url));
const [data, wasm, ...engines] = process.argv.slice(2);
const OUT = resolve(data, 'engines');
const CHROMIUM = process.env.BANXIN_CHROMIUM ?? '/usr/bin/chromium';
const FLAGS = ['--no-sandbox', '--disable-gpu', '--no-first-run', '--disable-background-networking',
  '--disable-component-update', '--disable-sync', '--js-flags=--expose-gc --max-old-space-size=8192'];
const TYPES = { '.html': 'text/html', '.js': 'text/javascript', '.mjs': 'text/javascript',
  '.json': 'application/json', '.wasm': 'application/wasm', '.txt': 'text/plain' };

/** Small files as a host would send them; large ones a little worse, in seconds instead of minutes. */
function brotli(bytes) {
  const quality = bytes.length > 4e6 ? 9 : 11;
  const params = { [constants.BROTLI_PARAM_QUALITY]: quality, [constants.BROTLI_PARAM_LGWIN]: 24 };
  return brotliCompressSync(bytes, { params }).length;
}

/** What the server has sent since it was last asked. */
const sent = { bytes: 0, requests: 0 };
const server = createServer((request, response) => {
  const path = decodeURIComponent(new URL(request.url, 'http://x').pathname);
  const roots = { '/data/': resolve(data), '/wasm/': resolve(wasm), '/page/': HERE };
  const root = Object.keys(roots).find((root) => path.startsWith(root));
  const file = root && join(roots[root], path.slice(root.length));
  if (!file || !existsSync(file) || !statSync(file).isFile()) return response.writeHead(404).end();
  const bytes = readFileSync(file);
  sent.bytes += bytes.length;
  sent.requests += 1;
  // Isolated, a page gets a clock of five microseconds instead of a hundred.
  response.writeHead(200, {
    'content-type': TYPES[extname(file)] ?? 'application/octet-stream',
    'cross-origin-opener-policy': 'same-origin',
    'cross-origin-embedder-policy': 'require-corp',
    'cross-origin-resource-policy': 'same-origin',
  });
  response.end(bytes);
});

const size = (path) =>
  statSync(path).isFile()
    ? statSync(path).size
    : readdirSync(path).reduce((sum, name) => sum + size(join(path, name)), 0);

/** Builds the library and the index of one engine; what a visitor downloads of both. */
async function made(name, articles) {
  const engine = await import(`./engines/${name}.mjs`);
  if (articles.length > (engine.most ?? Infinity)) return { refused: `not above ${engine.most} articles` };
  const library = join(OUT, `${name}.js`);
  await build({
    entryPoints: [join(HERE, `engines/${name}.mjs`)],
    outfile: library, bundle: true, minify: true, format: 'esm', target: 'es2022',
    external: ['node:*', 'pagefind'], logLevel: 'error',
  });
  const start = performance.now();
  if (engine.files) {
    const folder = join(OUT, `${name}-files`);
    const ids = await engine.files(articles, folder);
    const seconds = (performance.now() - start) / 1000;
    writeFileSync(join(OUT, `${name}.index`), JSON.stringify(ids));
    return { note: engine.note, build: seconds, folder: `/data/engines/${name}-files`, download: size(folder) };
  }
  const index = await engine.build(articles);
  const seconds = (performance.now() - start) / 1000;
  const bytes = index === null ? Buffer.alloc(0) : Buffer.from(index);
  writeFileSync(join(OUT, `${name}.index`), bytes);
  const own = ['bench_bg.wasm', 'bench.js'].map((file) => readFileSync(join(wasm, file)));
  const parts = name === 'banxin'
    ? [...own, readFileSync(join(data, 'tables.bin'))]
    : name === 'includes' ? [] : [readFileSync(library), bytes];
  const download = parts.reduce((sum, part) => sum + brotli(part), 0);
  return { note: engine.note, build: index === null ? undefined : seconds, download };
}

async function measured(browser, name, about) {
  const page = await browser.newPage();
  page.on('console', (message) => process.env.VERBOSE && console.error(name, message.text()));
  page.on('pageerror', (error) => console.error(name, String(error)));
  await page.goto(`${about.origin}/page/page.html`);
  Object.assign(sent, { bytes: 0, requests: 0 });
  const result = await page.evaluate(
    ([name, folder]) => import('/page/page.mjs').then((page) => page.measure(name, folder)),
    [name, about.folder],
  );
  await page.close();
  return result;
}

mkdirSync(OUT, { recursive: true });
await new Promise((done) => server.listen(0, '127.0.0.1', done));
const origin = `http://127.0.0.1:${server.address().port}`;
const articles = JSON.parse(readFileSync(join(data, 'articles.json')));
const texts = brotli(readFileSync(join(data, 'texts.txt')));
console.log(JSON.stringify({ articles: articles.length, texts }));
const browser = await chromium.launch({ executablePath: CHROMIUM, args: FLAGS });
console.error(`Chromium ${browser.version()}, ${articles.length} articles`);
for (const name of engines) {
  try {
    const about = { origin, ...(await made(name, articles)) };
    const result = about.refused ? {} : await measured(browser, name, about);
    console.log(JSON.stringify({ name, ...about, origin: undefined, ...result }));
  } catch (error) {
    console.log(JSON.stringify({ name, refused: String(error.message ?? error).split('\n')[0] }));
  }
}
await browser.close();
server.close();
