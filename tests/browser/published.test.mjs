// Is what is published sound in the eyes of tools that are not ours? Nu for the pages, EPUBCheck for the book, readers
// of feeds and references, published schemas, and a crawler.

import assert from 'node:assert/strict';
import { execFile, spawn } from 'node:child_process';
import { createRequire } from 'node:module';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { test } from 'node:test';
import { promisify } from 'node:util';
import { runInNewContext } from 'node:vm';
import { Cite } from '@citation-js/core';
import '@citation-js/plugin-csl';
import { parseFeed } from '@rowanmanning/feed-parser';
import Ajv from 'ajv';
import Ajv2020 from 'ajv/dist/2020.js';
import formats from 'ajv-formats';
import { LinkChecker } from 'linkinator';
import { published, PUBLISHED, ROOT } from './published.mjs';
import { COUNT, HEADLINES } from './seed.mjs';

const require = createRequire(import.meta.url);
const run = promisify(execFile);
/** Bytes: what a checker may say of a whole site. */
const MOST = 1 << 26;

const files = await published();
const below = (pattern) => files.filter((name) => pattern.test(name));
const text = (name) => readFile(join(PUBLISHED, name), 'utf8');
const json = async (name) => JSON.parse(await text(name));

test('the book passes EPUBCheck without an error or a warning', async () => {
  const jar = ['-jar', '/usr/share/java/epubcheck.jar'];
  const checked = run('java', [...jar, join(PUBLISHED, 'banxin.epub')], { maxBuffer: MOST });
  const { stdout, stderr } = await checked.catch((failed) => failed);
  assert.match(`${stdout}${stderr}`, /0 fatals \/ 0 errors \/ 0 warnings/);
});

/** What the Nu checker says of these pages and what is meant so. */
const ACCEPTED = [
  // A file has no origin that 'self' could mean; the browser tests hold the policy.
  'Content Security Policy',
  // Its knowledge of CSS ends before container queries and ::highlight(); the one file has its style sheets in it.
  'CSS: ',
  // All articles stand in the page, of which one is shown at a time; its head is the page's, and in the article.
  'Consider using the “h1” element as a top-level heading only',
  'Section lacks heading.',
  // A combobox; of type text it would have no key that says 搜索 on a telephone.
  'Bad value “search” for attribute “type” on element “input”',
];

test('no page has an error or a warning of the Nu checker', async () => {
  const pages = below(/\.html$/);
  for (const own of ['index.html', 'banxin.html', '404.html']) assert(pages.includes(own), `${pages}`);
  assert(pages.length > COUNT + 2, `${pages}`);
  const paths = pages.map((name) => join(PUBLISHED, name));
  const jar = join(require.resolve('vnu-jar/package.json'), '../build/dist/vnu.jar');
  const checked = ['-Xss4m', '-jar', jar, '--format', 'json', '--exit-zero-always', ...paths];
  const { stderr } = await run('java', checked, { maxBuffer: MOST });
  const { messages } = JSON.parse(stderr);
  const said = messages.filter(({ type, subType, message }) => {
    return (type !== 'info' || subType === 'warning') && !ACCEPTED.some((words) => message.includes(words));
  });
  assert.deepEqual(said.map(({ url, message, extract }) => `${url}: ${message} ${extract}`.slice(0, 400)), []);
});

test('the page of an address that is none leads to the front page from wherever it is shown', async () => {
  const [, script] = /<script>(.*?)<\/script>/s.exec(await text('404.html'));
  for (const [pathname, front] of [
    ['/', '/'],
    ['/nothing', '/'],
    ['/a/nothing/', '/'],
    ['/paper/', '/paper/'],
    ['/paper/nothing', '/paper/'],
    ['/paper/i/no-day/', '/paper/'],
    ['/papers/valley/a/nothing/deeper', '/papers/valley/'],
  ]) {
    const link = {};
    runInNewContext(script, { location: { pathname }, document: { getElementById: () => link } });
    assert.equal(link.href, front, pathname);
  }
});

/** Complaints of a schema about a value. */
function complaints(ajv, schema, value) {
  const validate = ajv.compile(schema);
  validate(value);
  return validate.errors ?? [];
}

test('the JSON feeds are what the schema of JSON Feed 1.1 says', async () => {
  const path = join(require.resolve('jsonfeed-schema/package.json'), '../schema-v1.1.json');
  // Its own draft is one that this library does not load; the words in it are the same since.
  const { $schema, ...schema } = JSON.parse(await readFile(path, 'utf8'));
  assert($schema);
  const feeds = below(/^(feed|feeds\/\d+)\.json$/);
  assert(feeds.length > 1, `${feeds}`);
  const ajv = formats(new Ajv({ strict: false }));
  const validate = ajv.compile(schema);
  for (const name of feeds) {
    validate(await json(name));
    assert.deepEqual(validate.errors, null, name);
  }
  assert(!validate({ version: 'https://jsonfeed.org/version/1.1', title: 'x' }), 'it finds what is wrong');
});

test('a reader of feeds finds every article in the Atom feed as in the JSON feed', async () => {
  const feeds = below(/^(feed|feeds\/\d+)\.xml$/);
  assert(feeds.length > 1, `${feeds}`);
  for (const name of feeds) {
    const atom = parseFeed(await text(name));
    const { title, items } = await json(name.replace(/xml$/, 'json'));
    assert.deepEqual([atom.meta.type, atom.meta.version, atom.title], ['atom', '1.0', title], name);
    assert(atom.items.length > 0 && atom.items.every((item) => item.updated instanceof Date && item.content), name);
    assert.deepEqual(atom.items.map((item) => [item.id, item.title]), items.map((item) => [item.id, item.title]), name);
  }
  assert.equal((await json('feed.json')).items.length, COUNT);
});

test('the data is what its own schemas say', async () => {
  const ajv = formats(new Ajv2020({ strict: false }));
  const [edition, article] = await Promise.all(['edition', 'article'].map((name) => json(`data/${name}.schema.json`)));
  ajv.addSchema(edition, 'edition.schema.json');
  assert.deepEqual(complaints(ajv, edition, await json('data/edition.json')), []);
  const lines = (await text('data/articles.jsonl')).trim().split('\n').map((line) => JSON.parse(line));
  assert.equal(lines.length, COUNT);
  for (const line of lines) assert.deepEqual(complaints(ajv, article, line), []);
  assert.notDeepEqual(complaints(ajv, article, { ...lines[0], id: '?' }), [], 'it finds what is wrong');
});

test('a citation processor reads the references and sets them', async () => {
  const cited = new Cite(await json('data/references.csl.json'), { strict: true });
  assert.equal(cited.data.length, COUNT);
  const list = cited.format('bibliography', { format: 'text', template: 'apa', lang: 'zh-CN' });
  for (const headline of Object.values(HEADLINES)) assert(list.includes(headline.slice(2, 8)), `${headline}: ${list}`);
});

test('the references are what the schema of CSL-JSON from its makers says', async () => {
  // Its source stands in the README. Of two kinds of dates it takes both for one where they are not told apart.
  const schema = JSON.parse(await readFile(join(ROOT, 'src/press/tests/schema/csl-data.json'), 'utf8'));
  const ajv = new Ajv({ strict: false });
  const references = await json('data/references.csl.json');
  assert.equal(references.length, COUNT);
  assert.deepEqual(complaints(ajv, schema, references), []);
  const [one] = references;
  for (const wrong of [{ ...one, dateline: 'x' }, { ...one, issued: { day: 1 } }, { ...one, author: [{ name: 'x' }] }]) {
    ajv.removeSchema();
    assert.notDeepEqual(complaints(ajv, schema, [wrong]), [], 'it finds what is wrong');
  }
});

/** What the TypeScript compiler says of this text, which may import what the tests have installed. */
async function compiled(source) {
  const folder = await mkdtemp(join(ROOT, 'tests/browser/node_modules/banxin-types-'));
  try {
    await writeFile(join(folder, 'package.json'), '{ "type": "module" }');
    await writeFile(join(folder, 'data.ts'), source);
    const tsc = require.resolve('typescript/bin/tsc');
    const flags = ['--noEmit', '--strict', '--skipLibCheck', '--module', 'nodenext', '--typeRoots', folder];
    const said = await run(process.execPath, [tsc, ...flags, join(folder, 'data.ts')]).catch((failed) => failed);
    return said.stdout;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

test('what search engines read of an article is what the list of schema.org has', async () => {
  // schema-dts is made of that list: each type with its properties and what they may hold.
  const declared = (name, value) => `export const ${name}: WithContext<NewsArticle> = ${JSON.stringify(value)};\n`;
  const pages = below(/^a\/[^/]+\/index\.html$/);
  const found = [];
  for (const page of pages) {
    const [, data] = (await text(page)).match(/<script type="application\/ld\+json">([^]*?)<\/script>/) ?? [];
    if (data) found.push(JSON.parse(data));
  }
  assert.equal(found.length, COUNT);
  const import_ = "import type { NewsArticle, WithContext } from 'schema-dts';\n";
  const all = found.map((value, at) => declared(`article${at}`, value));
  assert.equal(await compiled(import_ + all.join('')), '');
  const bad = [{ ...found[0], sectionOfPaper: 'x' }, { ...found[0], printPage: {} }];
  const said = await compiled(import_ + bad.map((value, at) => declared(`bad${at}`, value)).join(''));
  // A line each behind that of the import.
  for (const line of [2, 3]) assert(said.includes(`data.ts(${line},`), said);
});

/** `press serve` of the folder; gives its address, and how to end it. */
async function served() {
  const press = ['run', '--quiet', '--package', 'press', '--', 'serve', PUBLISHED, '--port', '0', '--under', 'paper'];
  const child = spawn('cargo', press, { cwd: ROOT, stdio: ['ignore', 'ignore', 'pipe'] });
  for await (const line of createInterface({ input: child.stderr })) {
    const [url] = line.match(/http:\S+/) ?? [];
    if (url) return { url, stop: () => child.kill('SIGINT') };
  }
  throw new Error('press serve ended');
}

test('a crawler finds no broken link', async () => {
  const site = await served();
  try {
    const pages = below(/\.html$/).filter((name) => name !== '404.html');
    const path = pages.map((name) => site.url + name.replace(/index\.html$/, ''));
    const { links } = await new LinkChecker().check({ path, recurse: true, checkFragments: true, checkCss: true });
    // An article's address is a place in the page; other views are drawn by the reader alone.
    const isView = ({ url }) => /#\/(?!a\/)/.test(url);
    const broken = links.filter((link) => link.state === 'BROKEN' && !isView(link));
    assert.deepEqual(broken.map(({ url, parent, status }) => `${url} on ${parent}: ${status}`), []);
    // No page leads, or asks, anywhere else.
    const elsewhere = links.filter(({ url }) => !url.startsWith(site.url) && !url.startsWith('data:'));
    assert.deepEqual(elsewhere.map(({ url, parent }) => `${url} on ${parent}`), []);
    assert(links.some((link) => link.state === 'BROKEN' && isView(link)), 'places in a page are looked for');
    const articles = links.filter(({ url, state }) => state === 'OK' && url.startsWith(`${site.url}a/`));
    assert(articles.length >= COUNT, `${articles.length} of ${links.length} links`);
  } finally {
    site.stop();
  }
});

test('the same reader and seeds give the same bytes', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'banxin-again-'));
  try {
    const reader = process.env.BANXIN_READER ?? join(ROOT, 'dist');
    const again = ['build', '--reader', reader, '--out', join(folder, 'again')];
    await run('cargo', ['run', '--quiet', '--package', 'press', '--', ...again], { cwd: ROOT });
    assert.deepEqual(await published(join(folder, 'again')), files);
    for (const name of files) {
      const [one, other] = await Promise.all([PUBLISHED, join(folder, 'again')].map((each) => readFile(join(each, name))));
      assert(one.equals(other), `${name} differs`);
    }
    assert(below(/\.wasm$/).length === 1 && files.includes('banxin.html'));
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
});
