// What are headlines called where they are read out? As they are written, with no space where a line may break.

import { assert, eventually, scenario } from './harness.mjs';
import { HEADLINES } from './seed.mjs';

/** Names in the browser's own accessibility tree, which is what is read out; Playwright computes others. */
async function names(page, role) {
  const devtools = await page.context().newCDPSession(page);
  const { nodes } = await devtools.send('Accessibility.getFullAXTree');
  return nodes.filter((node) => !node.ignored && node.role?.value === role).map((node) => node.name.value);
}

async function check(page) {
  for (const role of ['heading', 'link']) {
    const all = await names(page, role);
    for (const headline of Object.values(HEADLINES)) assert(all.includes(headline), `${role}: ${headline}`);
  }
}

scenario('headlines and links to articles have their names whole', async ({ page }) => {
  assert(await page.locator('main wbr').count() > 0);
  await check(page);
});

scenario('and before the wasm runs', async ({ page }) => check(page), { scripts: false });

scenario('an article is named by its headline, and so is the part of the page that gets the focus with it', async ({ page }) => {
  await page.getByRole('main').getByRole('link', { name: HEADLINES.park }).click();
  await page.getByRole('heading', { level: 1, name: HEADLINES.park }).waitFor();
  await eventually(async () => assert.equal(await page.evaluate(() => document.activeElement.id), 'main'));
  for (const role of ['heading', 'article', 'main']) assert((await names(page, role)).includes(HEADLINES.park), role);
});

scenario('what is not there, and what was kept, are named, too', async ({ page, open }) => {
  await open('#/a/00000000');
  await page.getByRole('heading', { level: 1, name: '没有这篇文章' }).waitFor();
  assert.deepEqual(await names(page, 'main'), await page.getByRole('heading', { level: 1 }).allTextContents());
  await open('#/mine');
  await page.getByRole('heading', { level: 1, name: '我的' }).waitFor();
  assert.deepEqual(await names(page, 'main'), ['我的']);
});
