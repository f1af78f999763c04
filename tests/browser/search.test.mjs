// Is what is visible found, from one character up, and shown where it stands?

import { assert, eventually, filter, lists, scenario, searchBox, status } from './harness.mjs';
import { HEADLINES } from './seed.mjs';

/** Types one key at a time, as a person does. */
const type = (page, query) => searchBox(page).pressSequentially(query);
const marks = (place) => place.locator('mark').allTextContents();

scenario('one character finds the item that has it', async ({ page }) => {
  await type(page, '荷');
  await lists(page, [HEADLINES.park]);
  const snippet = page.getByRole('main').getByRole('article');
  assert((await marks(snippet)).includes('荷'));
});

scenario('a piece of a word is found', async ({ page }) => {
  await type(page, '凰苑');
  await lists(page, [HEADLINES.community]);
});

scenario('what has no headline is shown once, where it was found', async ({ page }) => {
  await type(page, '丹参');
  const result = page.getByRole('main').getByRole('article');
  await eventually(async () => assert.equal(await result.count(), 1));
  assert.deepEqual(await marks(result.getByRole('heading')), ['丹参']);
  assert.equal((await result.textContent()).split('丹参').length, 2);
  assert.equal(await result.locator('.snippet').count(), 0);
});

scenario('names below the head are found and marked with the facts', async ({ page, open }) => {
  await open('#/?q=罗晓庆');
  await page.getByRole('link', { name: HEADLINES.market }).click();
  await page.getByRole('heading', { level: 1, name: HEADLINES.market }).waitFor();
  assert.deepEqual(await marks(page.locator('.facts')), ['罗晓庆']);
  assert.equal((await page.getByRole('article').textContent()).split('罗晓庆').length, 2);
});

scenario('text is found across a cut that the parser joined', async ({ page }) => {
  await type(page, '初期高效扑灭');
  await lists(page, [HEADLINES.forest]);
  await searchBox(page).fill('电商物流园');
  await lists(page, [HEADLINES.village]);
});

scenario('a hit in the headline comes before hits in the text', async ({ page }) => {
  await type(page, '新绛');
  await eventually(async () => assert.match(await status(page).textContent(), /新绛/));
  const first = page.getByRole('main').getByRole('article').first();
  assert.equal(await first.getByRole('heading').textContent(), HEADLINES.community);
});

scenario('every highlight is the query, and every place in the text is highlighted', async ({ page }) => {
  await type(page, '荷花');
  await page.getByRole('link', { name: HEADLINES.park }).click();
  await page.getByRole('heading', { level: 1, name: HEADLINES.park }).waitFor();
  const article = page.getByRole('article');
  const highlighted = await marks(article);
  const text = await article.locator('.text').textContent();
  assert(highlighted.length > 0);
  assert.deepEqual(new Set(highlighted), new Set(['荷花']));
  assert.equal(highlighted.length, text.split('荷花').length - 1);
});

scenario('a highlight across a joined cut is whole', async ({ page }) => {
  await type(page, '初期高效扑灭');
  await page.getByRole('link', { name: HEADLINES.forest }).click();
  await page.getByRole('heading', { level: 1, name: HEADLINES.forest }).waitFor();
  assert.equal((await marks(page.getByRole('article'))).join(''), '初期高效扑灭');
});

scenario('one goes from hit to hit and round again', async ({ page }) => {
  await type(page, '民乐园');
  await page.getByRole('link', { name: HEADLINES.park }).click();
  const walk = page.getByRole('group', { name: '查找结果' });
  const place = async () => (await walk.getByRole('status').textContent()).match(/\d+/g).map(Number);
  const [first, all] = await place();
  assert(first === 1 && all > 1);
  for (let step = 0; step < all; step++) {
    const [here] = await place();
    assert.equal(await page.locator('mark.current').count(), 1);
    await walk.getByRole('button', { name: '下一处' }).click();
    await eventually(async () => assert.deepEqual(await place(), [(here % all) + 1, all]));
  }
});

scenario('where there is one hit there is no next one', async ({ page }) => {
  await type(page, '管理跟不上');
  await page.getByRole('main').getByRole('article').first().getByRole('link').first().click();
  const walk = page.getByRole('group', { name: '查找结果' });
  await walk.waitFor();
  assert.match(await walk.getByRole('status').textContent(), /共 1 处/);
  for (const name of ['上一处', '下一处']) assert(await walk.getByRole('button', { name }).isDisabled(), name);
});

scenario('nothing found says so', async ({ page }) => {
  await type(page, '紫禁城');
  await page.getByText('没有找到“紫禁城”').waitFor();
  assert.equal(await page.getByRole('main').getByRole('article').count(), 0);
});

scenario('what the filters hide is offered', async ({ page }) => {
  await filter(page, '绛县').check();
  await lists(page, [HEADLINES.basketball]);
  await searchBox(page).fill('荷');
  await page.getByRole('button', { name: /去掉筛选/ }).click();
  await lists(page, [HEADLINES.park]);
  assert.equal(await searchBox(page).inputValue(), '荷');
});

scenario('Enter goes to the first result', async ({ page }) => {
  await type(page, '荷');
  await lists(page, [HEADLINES.park]);
  await searchBox(page).press('Enter');
  const focused = () => page.evaluate(() => document.activeElement.textContent);
  await eventually(async () => assert.equal(await focused(), HEADLINES.park));
});

scenario('above what has only parts of the query stands a name that is nearly it', async ({ page }) => {
  await searchBox(page).fill('杨建意');
  await lists(page, [HEADLINES.community]);
  await page.getByRole('button', { name: '是不是“杨建义”：1 篇' }).click();
  await lists(page, [HEADLINES.community]);
  await eventually(async () => assert.equal(await status(page).textContent(), '“杨建义” · 1 篇 · 1 处'));
});

scenario('offers above the hits are drawn with the query, and not again with a filter', async ({ page }) => {
  await searchBox(page).fill('2025年7月23日');
  const offers = page.locator('.named');
  await offers.waitFor();
  await offers.evaluate((element) => (element.drawn = true));
  await filter(page, '绛县').check();
  await lists(page, [HEADLINES.basketball]);
  assert(await offers.evaluate((element) => element.drawn));
  await filter(page, '绛县').uncheck();
  await searchBox(page).fill('2025-07-23');
  await page.getByRole('button', { name: '只看“日期:2025-07-23”：1 篇' }).waitFor();
  assert(!(await offers.evaluate((element) => element.drawn)));
});

scenario('a letter is found that comes before a press on a filter, or a step back, was drawn', async ({ page }) => {
  await searchBox(page).fill('荷');
  await lists(page, [HEADLINES.park]);
  const box = searchBox(page);
  /** Of the page: puts a letter behind what the box holds, as a key does. */
  const typing = (letter) =>
    box.evaluate((box, letter) => {
      box.typeLetter = () => {
        box.value += letter;
        box.dispatchEvent(new InputEvent('input', { bubbles: true }));
      };
    }, letter);

  await typing('花');
  await filter(page, '稷山县').evaluate((choice) => {
    choice.click();
    document.querySelector('[role=combobox]').typeLetter();
  });
  await eventually(async () => assert.match(await status(page).textContent(), /“荷花”/));
  assert.equal(await box.inputValue(), '荷花');
  assert(await filter(page, '稷山县').isChecked());

  await page.goBack();
  await eventually(async () => assert.equal(await box.inputValue(), '荷'));
  await typing('篮');
  await page.evaluate(() => {
    const { typeLetter } = document.querySelector('[role=combobox]');
    addEventListener('popstate', typeLetter, { once: true });
    history.back();
  });
  await eventually(async () => assert.match(await status(page).textContent(), /^“篮”/));
  assert.equal(await box.inputValue(), '篮');
  // It is a first query again, which Back undoes.
  await page.goBack();
  await eventually(async () => assert.equal(await box.inputValue(), ''));
});
