// How does the search stand among others? One run in Chromium over the same articles and the same queries.
//
// node bench.mjs DATA WASM ENGINE…: DATA is what `search --example bench -- --prepare` wrote, WASM the folder of
// wasm-bindgen. Prints a table, and writes all that it measured to DATA/results.json.

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
  '--disable-component-update', '--disable-sync', '--enable-precise-memory-info', '--js-flags=--expose-gc --max-old-space-size=8192'];
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
  await page.exposeFunction('sent', () => ({ ...sent }));
  page.on('console', (message) => process.env.VERBOSE && console.error(name, message.text()));
  page.on('pageerror', (error) => console.error(name, String(error)));
  await page.goto(`${about.origin}/page/page.html`);
  Object.assign(sent, { bytes: 0, requests: 0 });
  const result = await page.evaluate(
    ([name, folder]) => import('/page/page.mjs').then((page) => page.measure(name, folder)),
    [name, about.folder],
  );
  await page.close();
  const { bytes, requests } = result.cold;
  return { ...result, cold: about.folder && `${kilobytes(bytes)} in ${requests} requests cold` };
}

const percent = (share) => (share === undefined ? '–' : `${(share * 100).toFixed(1)}`);
const kilobytes = (bytes) => (bytes === undefined ? '–' : Math.round(bytes / 1000).toLocaleString('en'));
const micro = (time) => (time < 10 ? time.toFixed(1) : Math.round(time).toLocaleString('en'));

/** A line of the README's table. */
function row(result) {
  if (result.refused) return `| ${result.name} | ${result.refused} |${' |'.repeat(9)}`;
  const both = (key) => result.exact.map((own) => percent(own[key])).join(' ');
  const recall = (name) => [2, 3, 4].map((length) => percent(result.recall[`words ${name} ${length}`])).join(' ');
  return `| ${[
    result.name,
    `${both('recall')} / ${both('precision')}`,
    ...['traditional', 'pinyin', 'initials', 'lookalike'].map(recall),
    result.build === undefined ? '–' : result.build.toFixed(1),
    `${kilobytes(result.download)}${result.cold ? ` (${result.cold})` : ''}`,
    Math.round(result.first).toLocaleString('en'),
    `${micro(result.warm.p50)} / ${micro(result.warm.p95)}`,
    result.memory === undefined ? '–' : (result.memory / 1e6).toFixed(1),
  ].join(' | ')} |`;
}

mkdirSync(OUT, { recursive: true });
await new Promise((done) => server.listen(0, '127.0.0.1', done));
const origin = `http://127.0.0.1:${server.address().port}`;
const articles = JSON.parse(readFileSync(join(data, 'articles.json')));
const packed = readFileSync(join(data, 'texts.txt'));
const browser = await chromium.launch({ executablePath: CHROMIUM, args: FLAGS });
console.log(`\n${articles.length} articles, ${packed.length} bytes, ${brotli(packed)} compressed; Chromium ${browser.version()}\n`);
console.log('| engine | recall / precision % of 1 2 3 4 characters | recall@10 of words of 2 3 4: traditional | pinyin | initials | look-alike | build s | download KB | first ms | warm p50 / p95 µs | memory MB |');
console.log(`|${' --- |'.repeat(11)}`);
const results = [];
for (const name of engines) {
  let result = { name };
  try {
    const about = { origin, ...(await made(name, articles)) };
    const measures = about.refused ? {} : await measured(browser, name, about);
    result = { ...result, ...about, origin: undefined, ...measures };
  } catch (error) {
    result.refused = String(error.message ?? error).split('\n')[0];
  }
  results.push(result);
  console.log(row(result));
}
const [ours, scan] = ['banxin', 'includes'].map((name) => results.find((own) => own.name === name));
if (ours?.warm && scan?.warm) {
  const over = (times) => `p50 ${micro(times.p50)}, p95 ${micro(times.p95)}, at most ${micro(times.most)} µs`;
  console.log(`\nthis engine, whole answers: the text itself ${over(ours.warm)}; all tiers ${over(ours.tiers)}`);
  console.log(`p95 is ${(ours.warm.p95 / scan.warm.p95).toFixed(3)} of the scan's; ready in ${ours.ready.toFixed(1)} ms after the bytes are in the wasm (handing them over ${ours.handed.toFixed(1)}), the longest idle slice ${ours.slice.toFixed(1)} ms, memory ${(ours.memory / packed.length).toFixed(2)} × text`);
  for (const [way, times] of Object.entries(ours.byWay)) console.log(`${way}: ${over(times)}`);
}
console.log('');
for (const { name, note } of results) if (note) console.log(`${name}: ${note}`);
writeFileSync(join(data, 'results.json'), JSON.stringify(results, null, 1));
await browser.close();
server.close();
