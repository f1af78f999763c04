// What stays when something is drawn anew? The focus, what is the same, and silence where nothing else is said.

import { assert, eventually, filter, lists, scenario, searchBox } from './harness.mjs';
import { HEADLINES } from './seed.mjs';

const label = (page) => page.evaluate(() => document.activeElement.textContent);

scenario('a button that is drawn anew under the focus keeps it', async ({ page }) => {
  await searchBox(page).fill('xinjiang');
  const exact = page.getByRole('main').getByRole('button', { name: /^只看原文/ });
  await exact.focus();
  await page.keyboard.press('Enter');
  await eventually(async () => assert.equal(await exact.getAttribute('aria-pressed'), 'true'));
  assert.match(await label(page), /^只看原文/);
});

scenario('of several filters above the list the next one gets the focus of the one that is gone', async ({ page }) => {
  for (const county of ['稷山县', '绛县', '新绛县']) await filter(page, county).check();
  await page.getByRole('main').getByRole('button', { name: '不再限于稷山县' }).focus();
  await page.keyboard.press('Enter');
  await eventually(async () => assert.match(await label(page), /^绛县/));
  await page.keyboard.press('Enter');
  await eventually(async () => assert.match(await label(page), /^新绛县/));
});

scenario('a filter stays the same element while its count changes', async ({ page }) => {
  const box = filter(page, '稷山县');
  await box.evaluate((element) => (element.marked = true));
  const before = await box.getAttribute('aria-label');
  await searchBox(page).fill('荷');
  await lists(page, [HEADLINES.park]);
  await eventually(async () => assert.equal(await filter(page, '绛县').isDisabled(), true));
  assert.equal(before, await box.getAttribute('aria-label'));
  assert.equal(await box.evaluate((element) => element.marked), true);
});

scenario('what still says the same is not said again', async ({ page }) => {
  await page.evaluate(() => {
    window.said = 0;
    const button = document.querySelector('.filters > button');
    new MutationObserver((all) => (window.said += all.length)).observe(button, {
      childList: true,
      characterData: true,
      subtree: true,
    });
  });
  await searchBox(page).fill('荷');
  await lists(page, [HEADLINES.park]);
  assert.equal(await page.evaluate(() => window.said), 0);
  await filter(page, '稷山县').check();
  await eventually(async () => assert(await page.evaluate(() => window.said > 0)));
});
