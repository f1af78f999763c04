// Does it work in another engine, too? In Firefox: the site, also without its host, and the one file by double click
// as it were, which asks nobody.

import assert from 'node:assert/strict';
import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { pathToFileURL } from 'node:url';
import { DESKTOP, DIST } from './browser.mjs';
import { launchFirefox } from './firefox.mjs';
import { PUBLISHED } from './published.mjs';
import { HEADLINES } from './seed.mjs';
import { host } from './server.mjs';

/** Milliseconds: Firefox starts anew, on a machine that may be busy. */
const PATIENCE = 60_000;

let browser;
let folder;
let site;
/** Where it is opened, and which requests it may make. */
const ways = {
  file: { url: null, may: (asked) => asked.split('#')[0] === ways.file.url },
  site: { url: null, may: (asked) => asked.startsWith(ways.site.url) },
};

before(async () => {
  browser = await launchFirefox();
  folder = await mkdtemp(join(tmpdir(), 'banxin-firefox-'));
  const file = join(folder, '版心 (1).html');
  await cp(join(PUBLISHED, 'banxin.html'), file);
  ways.file.url = pathToFileURL(file).href;
  site = await host(DIST);
  ways.site.url = site.url;
});

after(async () => {
  await browser?.close();
  await site?.stop();
  if (folder) await rm(folder, { recursive: true, force: true });
});

function scenario(name, run, only = Object.keys(ways)) {
  for (const way of only) test(`${way}: ${name}`, () => watched(ways[way], run));
}

async function watched({ url, may }, run) {
  const page = await browser.newPage();
  page.setDefaultTimeout(PATIENCE);
  await page.setViewport(DESKTOP);
  const [asked, said] = [[], []];
  page.on('request', (request) => asked.push(request.url()));
  page.on('console', (message) => said.push(message.text()));
  page.on('pageerror', (error) => said.push(`${error}`));
  try {
    await run(page, url);
    assert.deepEqual(asked.filter((each) => !/^(data|about):/.test(each) && !may(each)), []);
    assert(asked.length > 0, 'no request was seen at all');
    assert.deepEqual(said, []);
  } finally {
    await page.close();
  }
}

const running = (page) => page.waitForFunction(() => !document.querySelector('#prerendered'));
const lists = (page, expected) =>
  page.waitForFunction(
    (expected) => JSON.stringify([...document.querySelectorAll('main article :is(h1, h2, h3)')].map((it) => it.textContent)) === expected,
    {},
    JSON.stringify(expected),
  );

scenario('counties filter and the search finds', async (page, url) => {
  await page.goto(url);
  await running(page);
  const [county] = await page.$$('xpath/.//label[starts-with(normalize-space(.), "绛县")]');
  assert(county, 'no filter of that county');
  await county.click();
  await lists(page, [HEADLINES.basketball]);
  await county.click();
  await page.locator('input[type=search]').fill('冻水');
  await lists(page, [HEADLINES.market]);
  await page.waitForFunction(() => decodeURIComponent(location.href).endsWith('#/?q=冻水'));
});

scenario('an article opens by its link and by its address', async (page, url) => {
  const opened = () =>
    page.waitForFunction(
      (name) => [...document.querySelectorAll('h1')].some((it) => it.textContent === name && it.checkVisibility()),
      {},
      HEADLINES.basketball,
    );
  await page.goto(url);
  await running(page);
  const link = await page.waitForSelector('xpath/.//main//a[contains(., "篮球比赛")]');
  const href = await link.evaluate((it) => it.getAttribute('href'));
  await link.click();
  await opened();
  await page.goto('about:blank');
  await page.goto(url + href);
  await running(page);
  await opened();
});

scenario(
  'it opens and finds when its host is gone',
  async (page, url) => {
    await page.goto(url);
    await page.waitForFunction(() => document.body.innerText.includes('离线可读'));
    await site.stop();
    try {
      await page.goto('about:blank');
      await page.goto(url);
      await running(page);
      await page.locator('input[type=search]').fill('冻水');
      await lists(page, [HEADLINES.market]);
    } finally {
      await site.start();
    }
  },
  ['site'],
);
