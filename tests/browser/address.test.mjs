// Is the address the state? Back, Forward, reload and a copied link.

import { assert, eventually, filter, headlines, lists, scenario, searchBox } from './harness.mjs';
import { COUNT, HEADLINES } from './seed.mjs';

const heading = (page, name) => page.getByRole('heading', { level: 1, name });
const all = (page) => eventually(async () => assert.equal((await headlines(page)).length, COUNT));

scenario('Back and Forward go through article, search and filter', async ({ page }) => {
  await filter(page, '稷山县').check();
  await lists(page, [HEADLINES.park]);
  await searchBox(page).fill('荷');
  await page.getByRole('link', { name: HEADLINES.park }).click();
  await heading(page, HEADLINES.park).waitFor();

  await page.goBack();
  await lists(page, [HEADLINES.park]);
  assert.equal(await searchBox(page).inputValue(), '荷');
  await page.goBack();
  await eventually(async () => assert.equal(await searchBox(page).inputValue(), ''));
  assert(await filter(page, '稷山县').isChecked());
  await page.goBack();
  await all(page);
  assert(!(await filter(page, '稷山县').isChecked()));

  await page.goForward();
  await lists(page, [HEADLINES.park]);
  await page.goForward();
  await eventually(async () => assert.equal(await searchBox(page).inputValue(), '荷'));
  await page.goForward();
  await heading(page, HEADLINES.park).waitFor();
});

scenario('typing a word is one step back, not one for each letter', async ({ page }) => {
  await searchBox(page).pressSequentially('荷花盛');
  await eventually(() => assert.match(decodeURIComponent(page.url()), /荷花盛/));
  await page.goBack();
  await all(page);
  assert.equal(await searchBox(page).inputValue(), '');
});

scenario('a reload restores query and filters', async ({ page }) => {
  await filter(page, '稷山县').check();
  await searchBox(page).fill('荷');
  await lists(page, [HEADLINES.park]);
  await page.reload();
  await lists(page, [HEADLINES.park]);
  assert.equal(await searchBox(page).inputValue(), '荷');
  assert(await filter(page, '稷山县').isChecked());
});

scenario('a copied link opens the same in another window', async ({ page, context }) => {
  await searchBox(page).fill('荷花');
  await page.getByRole('link', { name: HEADLINES.park }).click();
  await heading(page, HEADLINES.park).waitFor();
  const marks = await page.locator('mark').count();
  const other = await context.newPage();
  await other.goto(page.url());
  await heading(other, HEADLINES.park).waitFor();
  assert.equal(await other.locator('mark').count(), marks);
  assert.equal(await searchBox(other).inputValue(), '荷花');
});

scenario(
  'a link typed by hand is understood',
  async ({ page }) => {
    await lists(page, [HEADLINES.park]);
    assert.equal(await searchBox(page).inputValue(), '荷');
    assert(await filter(page, '稷山县').isChecked());
  },
  { start: '#/?q=荷&county=稷山县' },
);

scenario(
  'a link to an article that is not there says so and leads back',
  async ({ page }) => {
    await heading(page, '没有这篇文章').waitFor();
    await page.getByRole('link', { name: '回到版面' }).click();
    await all(page);
  },
  { start: '#/a/00000000' },
);

scenario('next and previous stay within the filter', async ({ page }) => {
  await filter(page, '绛县').check();
  await filter(page, '稷山县').check();
  await lists(page, [HEADLINES.basketball, HEADLINES.park]);
  await page.getByRole('link', { name: HEADLINES.basketball }).click();
  await heading(page, HEADLINES.basketball).waitFor();
  assert.equal(await page.getByRole('link', { name: /上一篇/ }).count(), 0);
  await page.getByRole('link', { name: /下一篇/ }).first().click();
  await heading(page, HEADLINES.park).waitFor();
  assert.equal(await page.getByRole('link', { name: /下一篇/ }).count(), 0);
  await page.getByRole('link', { name: /上一篇/ }).first().click();
  await heading(page, HEADLINES.basketball).waitFor();
});
