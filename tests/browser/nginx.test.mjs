// Does Debian's nginx, set up as the README says, serve the published folder as it should be?

import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { published, PUBLISHED, ROOT } from './published.mjs';

/** Milliseconds that a server may take to start. */
const PATIENCE = 10_000;
const files = await published();
const below = (pattern) => files.filter((name) => pattern.test(name));

let nginx;
let folder;
let origin;

before(async () => {
  folder = await mkdtemp(join(tmpdir(), 'banxin-nginx-'));
  const readme = await readFile(join(ROOT, 'README.md'), 'utf8');
  const [, recipe] = readme.match(/```nginx\n([^]*?)```/);
  const port = await freePort();
  const site = recipe.replace('listen 80;', `listen 127.0.0.1:${port};`).replaceAll('/srv/paper/', `${PUBLISHED}/`);
  assert(site.includes(`127.0.0.1:${port}`) && site.includes(PUBLISHED), site);
  const temporary = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'];
  // What Debian's own nginx.conf says around it, without its log, its user and its folders.
  const config = `
    load_module /usr/lib/nginx/modules/ngx_http_brotli_static_module.so;
    daemon off; master_process off; pid ${folder}/pid; error_log ${folder}/error.log;
    events {}
    http {
      include /etc/nginx/mime.types; default_type application/octet-stream; access_log off;
      ${temporary.map((name) => `${name}_temp_path ${folder}/${name};`).join('\n')}
      ${site}
    }`;
  await writeFile(join(folder, 'nginx.conf'), config);
  nginx = spawn('/usr/sbin/nginx', ['-c', join(folder, 'nginx.conf'), '-p', folder, '-e', join(folder, 'error.log')]);
  origin = `http://127.0.0.1:${port}`;
  const end = Date.now() + PATIENCE;
  while (!(await fetch(origin).catch(() => null))) {
    if (Date.now() > end) throw new Error(await readFile(join(folder, 'error.log'), 'utf8'));
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
});

after(async () => {
  if (nginx && nginx.exitCode === null) {
    nginx.kill();
    await once(nginx, 'exit');
  }
  if (folder) await rm(folder, { recursive: true, force: true });
});

function freePort() {
  return new Promise((resolve) => {
    const server = createServer();
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });
}

const ask = (path, headers = {}) => fetch(`${origin}/paper/${path}`, { headers, redirect: 'manual' });

test('the front page comes as it is, asked for each time, with what only headers can say', async () => {
  const front = await ask('');
  assert.equal(front.status, 200);
  assert.equal(await front.text(), await readFile(join(PUBLISHED, 'index.html'), 'utf8'));
  const headers = {
    'cache-control': 'no-cache',
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'no-referrer',
    'content-security-policy': "frame-ancestors 'self'",
  };
  for (const [name, value] of Object.entries(headers)) assert.equal(front.headers.get(name), value, name);
  assert.equal((await ask('sw.js')).headers.get('cache-control'), 'no-cache');
});

test('what has a hash in its name is kept for ever and comes compressed', async () => {
  const hashed = below(/-[0-9a-f]{12,}[._].*(js|css|wasm)$/);
  assert(hashed.length >= 3, `${hashed}`);
  for (const name of hashed) {
    const small = await ask(name, { 'accept-encoding': 'br' });
    assert.equal(small.headers.get('content-encoding'), 'br', name);
    assert.match(small.headers.get('cache-control'), /max-age=31536000, immutable/, name);
    assert(Buffer.from(await small.arrayBuffer()).equals(await readFile(join(PUBLISHED, name))), name);
    assert.equal((await ask(name, { 'accept-encoding': 'gzip' })).headers.get('content-encoding'), 'gzip', name);
  }
});

test('every file has its type', async () => {
  const types = {
    'feed.json': 'application/feed+json',
    'feed.xml': 'application/atom+xml',
    'banxin.epub': 'application/epub+zip',
    'banxin.html': 'text/html',
    'data/edition.json': 'application/json',
    'icon-192.png': 'image/png',
    'manifest.webmanifest': 'application/manifest+json',
    [below(/\.wasm$/)[0]]: 'application/wasm',
    [below(/\.js$/)[0]]: /^(text|application)\/javascript$/,
    [below(/^feeds\/\d+\.json$/)[0]]: 'application/feed+json',
  };
  for (const [name, type] of Object.entries(types)) {
    const found = (await ask(name)).headers.get('content-type').split(';')[0];
    if (type instanceof RegExp) assert.match(found, type, name);
    else assert.equal(found, type, name);
  }
});

test('an article has its folder, and what is not there a page that says so', async () => {
  const [article] = below(/^a\/[^/]+\/index\.html$/);
  const page = await ask(article.replace('index.html', ''));
  assert.equal(page.status, 200);
  assert.match(await page.text(), /<article/);
  const nowhere = await ask('a/nothing/');
  assert.equal(nowhere.status, 404);
  assert.equal(await nowhere.text(), await readFile(join(PUBLISHED, '404.html'), 'utf8'));
  for (const path of ['..%2f..%2fetc/passwd', 'a/..%2f..%2f..%2fetc/passwd']) {
    assert.match(`${(await ask(path)).status}`, /^4/, path);
  }
});
