// Does a link lead to the article, to the very sentence, and does a phone's camera read it?

import jsqr from 'jsqr';
import { PNG } from 'pngjs';
import { assert, eventually, openArticle, scenario } from './harness.mjs';
import { HEADLINES } from './seed.mjs';

const dialog = (page) => page.getByRole('dialog', { name: '分享' });
const link = (page) => dialog(page).getByRole('textbox', { name: '链接' });
const what = (page) => dialog(page).getByRole('combobox', { name: '分享哪一部分' });

const open = (page, headline = HEADLINES.park) => openArticle(page, headline);

async function share(page) {
  await page.getByRole('button', { name: '分享', exact: true }).click();
  await dialog(page).waitFor();
}

/** Selects these words of a paragraph, as a finger would. */
function select(page, words) {
  return page.evaluate((words) => {
    const walker = document.createTreeWalker(document.querySelector('.text'), NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) {
      const at = walker.currentNode.data.indexOf(words);
      if (at < 0) continue;
      const range = document.createRange();
      range.setStart(walker.currentNode, at);
      range.setEnd(walker.currentNode, at + words.length);
      getSelection().removeAllRanges();
      getSelection().addRange(range);
      return;
    }
    throw new Error(`no ${words}`);
  }, words);
}

/** What a camera reads in the picture of the code. */
async function scanned(page) {
  const picture = PNG.sync.read(await dialog(page).getByRole('img', { name: '链接的二维码' }).screenshot());
  return jsqr(new Uint8ClampedArray(picture.data), picture.width, picture.height)?.data;
}

/** Where the site has been published each article has a page of its own, whose headline a chat shows. */
const isPublished = async (page) => (await page.locator('link[rel=alternate]').count()) > 0;

scenario('the dialog closes with a tap beside it, and its way out is in sight', async ({ page }) => {
  await page.setViewportSize({ width: 360, height: 500 });
  await open(page);
  await share(page);
  const box = await dialog(page).getByRole('button', { name: '关闭' }).boundingBox();
  assert(box.y + box.height <= 500, JSON.stringify(box));
  await page.mouse.click(4, 250);
  await dialog(page).waitFor({ state: 'detached' });
});

scenario('the link of an article leaves the query behind', async ({ page, site }) => {
  await page.goto(`${site.url}#/?q=荷&county=稷山县`);
  await open(page);
  await share(page);
  const way = (await isPublished(page)) ? 'a/\\w{8}/' : '#/a/\\w{8}';
  const url = await link(page).inputValue();
  assert.match(url, new RegExp(`^${site.url}${way}$`));
  // Whoever follows it reads the same article.
  await page.goto(url, { waitUntil: 'load' });
  await page.getByRole('heading', { level: 1, name: HEADLINES.park }).waitFor();
});

scenario('a selected sentence is marked and brought into view for whoever opens its link', async ({ page, context }) => {
  await open(page);
  const last = page.locator('.text p').last();
  const words = (await last.textContent()).match(/[^，。“”]{12,}/)[0];
  await select(page, words);
  await share(page);
  assert.match(await what(page).evaluate((it) => it.selectedOptions[0].textContent), /^选中的/);
  const url = await link(page).inputValue();
  assert(url.length < 400, url);
  const other = await context.newPage();
  await other.setViewportSize({ width: 400, height: 500 });
  await other.goto(url);
  const mark = other.locator('mark').first();
  await mark.waitFor();
  assert.equal((await other.locator('mark').allTextContents()).join(''), words);
  await eventually(async () => {
    const { top, bottom } = await mark.evaluate((it) => it.getBoundingClientRect().toJSON());
    assert(top >= 0 && bottom <= 500, `${top} to ${bottom}`);
  });
  assert.match(await other.getByRole('status').filter({ hasText: '标出的是' }).textContent(), /链接所指/);
});

scenario('whoever cannot select chooses a paragraph', async ({ page }) => {
  await open(page);
  await share(page);
  const options = await what(page).locator('option').allTextContents();
  assert.equal(options[0], '整篇文章');
  const paragraphs = page.locator('.text :not(.byline, .signoff, .subhead) > [data-part]');
  assert.equal(options.length, 1 + (await paragraphs.count()));
  await what(page).selectOption({ index: 2 });
  await eventually(async () => assert.match(await link(page).inputValue(), /quote=/));
  const url = await link(page).inputValue();
  const paragraph = (await paragraphs.nth(1).textContent()).replace(/\s/g, '');
  await page.goto(url);
  await page.reload();
  await eventually(async () => assert.equal((await page.locator('mark').allTextContents()).join('').replace(/\s/g, ''), paragraph));
});

scenario('words that have quotation marks at an end get no others, and a byline is no paragraph', async ({ page }) => {
  await open(page, HEADLINES.market);
  // The names with which the text opens stand with the facts.
  const names = page.locator('.facts .who [data-part]');
  assert.equal(await page.locator('.text .byline').count(), 0);
  await share(page);
  const choices = await what(page).locator('option').allTextContents();
  const text = () => dialog(page).locator('#share-text').inputValue();
  const byline = await names.first().textContent();
  let before = '';
  for (const index of choices.keys()) {
    if (index === 0) continue;
    await what(page).selectOption({ index });
    await eventually(async () => {
      assert.match(await text(), /\n——/);
      assert.notEqual(await text(), before);
    });
    before = await text();
    const quoted = (await text()).split('\n——')[0];
    assert.doesNotMatch(quoted, /““|””/);
    assert(!quoted.includes(byline), quoted);
  }
});

scenario('a link whose words are gone opens the article and says so', async ({ page, site }) => {
  await open(page);
  const id = new URL(page.url()).hash.match(/\w{8}/)[0];
  await page.goto(`${site.url}#/a/${id}?quote=${encodeURIComponent('本文从来没有的一句话')}`);
  await page.getByText('链接所指的文字不在这里了').waitFor();
  assert.equal(await page.locator('mark').count(), 0);
});

for (const theme of ['light', 'dark', 'contrast']) {
  scenario(`a camera reads the link from the code: ${theme}`, async ({ page }) => {
    await page.evaluate((theme) => localStorage.setItem('banxin-look', theme), theme);
    await page.reload();
    await open(page);
    await share(page);
    const read = await scanned(page);
    assert.equal(read, await link(page).inputValue());
    assert((await dialog(page).locator('figcaption').textContent()).includes(read), 'its text stands below');
    // Four light modules on every side, which are drawn and not the page's.
    const edge = await dialog(page).locator('.code path').getAttribute('d');
    const size = Number((await dialog(page).locator('.code svg').getAttribute('viewBox')).split(' ')[2]);
    const columns = [...edge.matchAll(/M(\d+) (\d+)h(\d+)/g)].map(([, x, y, run]) => [+x, +y, +x + +run]);
    assert(columns.every(([x, y, end]) => x >= 4 && y >= 4 && end <= size - 4 && y < size - 4));
  });
}

scenario('a code for a long choice is still read, with the network off', async ({ page, context, site }) => {
  await open(page, HEADLINES.community);
  await site.stop();
  await context.setOffline(true);
  await share(page);
  const count = await what(page).locator('option').count();
  for (const index of [1, 4, count - 1]) {
    await what(page).selectOption({ index });
    await eventually(async () => assert.equal(await scanned(page), await link(page).inputValue()));
  }
  await site.start();
});

scenario('the text is copied with its source', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await open(page);
  await share(page);
  await dialog(page).getByRole('button', { name: '复制文字' }).click();
  await eventually(async () => assert.equal(await dialog(page).getByRole('status').textContent(), '已复制'));
  const text = await page.evaluate(() => navigator.clipboard.readText());
  assert(text.startsWith(HEADLINES.park), text.slice(0, 40));
  assert.match(text, /此处原文缺一段/);
  assert.match(text, /（未署报名的一个版面 · 2025年7月23日或稍后（推定） · 000_\w+\.txt）\nhttp/);
});

scenario('where the system has a share sheet it is asked', async ({ page, context }) => {
  await context.addInitScript(() => {
    navigator.share = (data) => {
      window.shared = data;
      return Promise.reject(new DOMException('closed', 'AbortError'));
    };
  });
  await page.reload();
  await open(page);
  await share(page);
  await dialog(page).getByRole('button', { name: '发给别的应用' }).click();
  const { title, text, url } = await page.evaluate(() => window.shared);
  assert.deepEqual([title, text, url], [HEADLINES.park, HEADLINES.park, await link(page).inputValue()]);
});
