// Does the one file do all that the site does, from a disk, with no network at all? In Chromium.

import { after, before, test } from 'node:test';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { DESKTOP, launch } from './browser.mjs';
import { assert, eventually, filter, headlines, lists, openArticle, PHONE, running, searchBox } from './harness.mjs';
import { PUBLISHED } from './published.mjs';
import { HEADLINES } from './seed.mjs';
import { host } from './server.mjs';

/** Milliseconds: half a megabyte of page is unpacked anew in each scenario, on a machine that may be busy. */
const PATIENCE = 30_000;

let browser;
let folder;

before(async () => {
  browser = await launch();
  folder = await mkdtemp(join(tmpdir(), 'banxin-single-'));
});

after(async () => {
  await browser?.close();
  await rm(folder, { recursive: true, force: true });
});

const whole = () => readFile(join(PUBLISHED, 'banxin.html'), 'utf8');

let count = 0;

/** Writes a page under a name as chats give it, and says its address. */
async function saved(html) {
  count += 1;
  const file = join(folder, `版心 一版(${count}).html`);
  await writeFile(file, html);
  return pathToFileURL(file).href;
}

/**
 * Plays `run({ page, context, url })` with the file open. Afterwards nothing but the file may have been asked for, and
 * the console is empty unless `complaints` are expected.
 */
function scenario(name, run, { viewport = DESKTOP, scripts = true, html, prepare, complaints = [] } = {}) {
  test(name, async () => {
    const url = await saved(html ? await html() : await whole());
    const context = await browser.newContext({ viewport, locale: 'zh-CN', javaScriptEnabled: scripts });
    context.setDefaultTimeout(PATIENCE);
    const [asked, said] = [[], []];
    context.on('request', (request) => asked.push(request.url()));
    context.on('console', (message) => said.push(`${message.type()}: ${message.text()}`));
    context.on('weberror', (error) => said.push(`uncaught: ${error.error()}`));
    try {
      await prepare?.(context);
      const page = await context.newPage();
      await page.goto(url);
      await run({ page, context, url });
      const foreign = asked.filter((each) => !each.startsWith('data:') && each.split('#')[0] !== url);
      assert.deepEqual(foreign, [], 'something else was asked for');
      assert(asked.length > 0, 'no request was seen at all');
      assert.equal(said.length, complaints.length, `${said}`);
      complaints.forEach((complaint, index) => assert.match(said[index], complaint));
    } finally {
      await context.close();
    }
  });
}

scenario('counties filter, the search finds, an article opens and Back leads back', async ({ page, url }) => {
  await running(page);
  await lists(page, [...Object.values(HEADLINES), (await headlines(page)).at(-1)]);
  await filter(page, '绛县').check();
  await lists(page, [HEADLINES.basketball]);
  await filter(page, '绛县').uncheck();
  await searchBox(page).fill('lanqiu');
  // The item stands in the list before the query is answered, too.
  await eventually(async () => assert.match(page.url(), /#\/\?q=lanqiu$/));
  await eventually(async () => assert((await headlines(page)).includes(HEADLINES.basketball)));
  await openArticle(page, HEADLINES.basketball);
  await page.goBack();
  await eventually(async () => assert.equal(await searchBox(page).inputValue(), 'lanqiu'));
  await page.goto('about:blank');
  await page.goto(`${url}#/?q=${encodeURIComponent('冻水')}`);
  await running(page);
  await lists(page, [HEADLINES.market]);
  assert(await page.evaluate(() => window.banxin.search('新绛').total > 0));
});

scenario(
  'a telephone shows it without scrolling sideways',
  async ({ page }) => {
    await running(page);
    await openArticle(page, HEADLINES.park);
    assert(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth));
  },
  { viewport: PHONE },
);

scenario('an address leads to its article, before and after the reader runs', async ({ page, url }) => {
  const href = await page.locator('main a', { hasText: HEADLINES.forest }).first().getAttribute('href');
  await page.goto('about:blank');
  await page.goto(url + href, { waitUntil: 'commit' });
  await page.getByRole('heading', { level: 1, name: HEADLINES.forest }).waitFor();
  await running(page);
  await page.getByRole('heading', { level: 1, name: HEADLINES.forest }).waitFor();
});

scenario(
  'without JavaScript every article can be read, in its type',
  async ({ page }) => {
    await page.getByRole('main').getByRole('link', { name: HEADLINES.market, exact: true }).click();
    await page.getByText('面对自发集市带来的烦恼').filter({ visible: true }).waitFor();
    const family = await page.locator('h1:visible').last().evaluate((it) => getComputedStyle(it).fontFamily);
    assert.match(family, /Song|Serif/);
  },
  { scripts: false },
);

scenario(
  'where the browser keeps nothing, everything else works',
  async ({ page }) => {
    await running(page);
    await page.getByRole('button', { name: '长辈模式' }).click();
    await openArticle(page, HEADLINES.village);
    await page.getByRole('button', { name: /收藏/ }).first().click();
    await page.getByRole('heading', { level: 1, name: HEADLINES.village }).waitFor();
  },
  {
    prepare: (context) =>
      context.addInitScript(() => {
        for (const name of ['localStorage', 'sessionStorage', 'indexedDB', 'caches']) {
          Object.defineProperty(window, name, {
            get() {
              throw new DOMException('refused', 'SecurityError');
            },
          });
        }
      }),
  },
);

scenario(
  'a file that was damaged on its way says so and can still be read',
  async ({ page }) => {
    await page.getByRole('alert').getByText('文件在传送中损坏').waitFor();
    await openArticle(page, HEADLINES.village);
  },
  {
    html: async () => {
      const html = await whole();
      const at = html.indexOf('data-sizes') + 100_000;
      return html.slice(0, at) + (html[at] === 'A' ? 'B' : 'A') + html.slice(at + 1);
    },
  },
);

scenario(
  'a file of which only half arrived can be read',
  async ({ page }) => {
    await openArticle(page, HEADLINES.village);
    assert.equal(await page.getByRole('alert').count(), 0);
  },
  { html: async () => (await whole()).slice(0, (await whole()).indexOf('data-sizes') + 100_000) },
);

scenario(
  'what a browser saved of it opens again',
  async ({ page }) => {
    await page.waitForFunction(() => window.banxin);
    await searchBox(page).fill('冻水');
    await lists(page, [HEADLINES.market]);
    assert.equal(await page.getByRole('main').count(), 1, 'what was drawn before is gone');
  },
  {
    html: async () => {
      const page = await browser.newPage();
      await page.goto(await saved(await whole()));
      await running(page);
      await openArticle(page, HEADLINES.park);
      const html = await page.evaluate(() => `<!doctype html>${document.documentElement.outerHTML}`);
      await page.close();
      assert.doesNotMatch(html, /id="prerendered"/, 'the reader has drawn');
      // What was drawn stands behind the program, and may be read from the disk long after it.
      const end = html.lastIndexOf('</script>') + '</script>'.length;
      return `${html.slice(0, end)}<!--${' '.repeat(30e6)}-->${html.slice(end)}`;
    },
  },
);

scenario(
  'lines that a mail program broke anew do no harm',
  async ({ page }) => {
    await running(page);
    await searchBox(page).fill('冻水');
    await lists(page, [HEADLINES.market]);
  },
  {
    html: async () => {
      const html = await whole();
      const [, text] = html.match(/data-sizes="[\d ]+">\n([^<]+)<\/script>/);
      return html.replace(text, () => text.replaceAll('\n', '').replace(/.{76}/g, '$&\r\n'));
    },
  },
);

scenario('sharing and citing say what a file can not', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await running(page);
  await openArticle(page, HEADLINES.park);
  await page.getByRole('button', { name: '分享', exact: true }).click();
  const share = page.getByRole('dialog', { name: '分享' });
  await share.getByText('链接在别处打不开').waitFor();
  assert.equal(await share.getByRole('img').count(), 0, 'a code that leads nowhere');
  await share.getByRole('button', { name: '复制文字' }).click();
  await share.getByText('已复制').waitFor();
  const text = await page.evaluate(() => navigator.clipboard.readText());
  assert(text.startsWith(HEADLINES.park));
  assert(!text.includes('file:'), 'an address of this device');
  assert.equal(await share.getByRole('button', { name: '复制链接' }).count(), 0, 'a link that leads nowhere');
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: '引用', exact: true }).click();
  const cite = page.getByRole('dialog', { name: '引用' });
  await cite.waitFor();
  const references = await cite.locator('textarea, input, pre').evaluateAll((all) => all.map((it) => it.value ?? it.textContent));
  assert(references.some((each) => each.includes(HEADLINES.park)), `${references}`);
  assert(references.every((each) => !each.includes('file:')), `${references}`);
});

test('on a host it is one file, too: no worker is registered, nothing else is asked for', async () => {
  const site = await host(PUBLISHED);
  const context = await browser.newContext({ locale: 'zh-CN' });
  try {
    const page = await context.newPage();
    await page.goto(`${site.url}banxin.html`);
    await running(page);
    await searchBox(page).fill('新绛');
    await eventually(async () => assert((await headlines(page)).includes(HEADLINES.community)));
    const workers = await page.evaluate(async () => {
      // The page hides it from the reader.
      const container = Reflect.get(Navigator.prototype, 'serviceWorker', navigator);
      return (await container.getRegistrations()).length;
    });
    assert.equal(workers, 0);
    assert.deepEqual(site.asked, ['banxin.html']);
  } finally {
    await context.close();
    await site.stop();
  }
});

test('the policy lets it ask for nothing, even where a script would', async () => {
  const site = await host(PUBLISHED);
  const context = await browser.newContext();
  try {
    const page = await context.newPage();
    await page.goto(await saved(await whole()));
    await running(page);
    const refused = await page.evaluate((url) => fetch(url).then(() => false, () => true), `${site.url}index.html`);
    const picture = await page.evaluate((url) => new Promise((resolve) => {
      const picture = new Image();
      picture.onerror = () => resolve(true);
      picture.onload = () => resolve(false);
      picture.src = url;
    }), `${site.url}icon-192.png`);
    await page.evaluate(() => {
      const script = document.createElement('script');
      script.append('window.ran = true');
      document.body.append(script);
    });
    assert.deepEqual([refused, picture, await page.evaluate(() => window.ran ?? false)], [true, true, false]);
    assert.deepEqual(site.asked, []);
  } finally {
    await context.close();
    await site.stop();
  }
});
