// Does a filter that is being typed get completed, and does a query that finds nothing get a way on?

import { assert, eventually, headlines, lists, scenario, searchBox, status } from './harness.mjs';
import { COUNT, HEADLINES } from './seed.mjs';

const options = (page) => page.getByRole('listbox', { name: '可选的值' }).getByRole('option');
const type = (page, query) => searchBox(page).pressSequentially(query);
const offered = (page, expected) =>
  eventually(async () => {
    const names = await options(page).locator('span:first-child').allTextContents();
    assert.deepEqual(names, expected);
  });

scenario('a county is completed from Chinese, and taken by keyboard', async ({ page }) => {
  await type(page, '县:新');
  await offered(page, ['新绛县']);
  assert.equal(await searchBox(page).getAttribute('aria-expanded'), 'true');
  await searchBox(page).press('ArrowDown');
  const active = await searchBox(page).getAttribute('aria-activedescendant');
  assert.equal(await options(page).first().getAttribute('id'), active);
  assert.equal(await options(page).first().getAttribute('aria-selected'), 'true');
  await searchBox(page).press('Enter');
  await eventually(async () => assert.equal(await searchBox(page).inputValue(), '县:新绛县 '));
  await lists(page, [HEADLINES.community]);
  assert.equal(await options(page).count(), 0);
  assert.equal(await searchBox(page).getAttribute('aria-expanded'), 'false');
});

scenario('a county is completed from pinyin, and taken by a finger', async ({ page }) => {
  await type(page, '县:jish');
  await offered(page, ['稷山县']);
  await options(page).first().click();
  await lists(page, [HEADLINES.park]);
  const focused = await page.evaluate(() => document.activeElement.name);
  assert.equal(focused, 'q', 'the box keeps the focus');
});

scenario('Enter alone takes letters for the only value that is read so, and says it', async ({ page }) => {
  for (const [typed, value, found] of [
    ['县:xin', '新绛县', HEADLINES.community],
    ['作者:fu4yan2', '付炎', HEADLINES.forest],
    ['县: 稷山', '', HEADLINES.park],
  ]) {
    await searchBox(page).fill(typed);
    await searchBox(page).press('Enter');
    await lists(page, [found]);
    await eventually(async () => assert.equal(await page.evaluate(() => document.activeElement.id), 'first-result'));
    const said = await status(page).textContent();
    assert.equal(said.includes('”作“'), value !== '', said);
    assert(said.includes(value), said);
  }
});

scenario('in 繁體 and English filters are asked for in the words of the language', async ({ page }) => {
  const language = page.locator('select.language');
  for (const [name, howto, key, box] of [
    ['繁體', '怎樣查', '縣:', '搜尋'],
    ['English', 'How to ask', 'county:', 'Search'],
  ]) {
    await language.selectOption(name);
    const input = page.getByRole('combobox', { name: box });
    await page.getByText(howto, { exact: true }).click();
    await page.getByRole('button', { name: key, exact: true }).click();
    await input.pressSequentially('xin');
    const first = page.locator('#completions [role=option] span:first-child');
    await eventually(async () => assert.deepEqual(await first.allTextContents(), ['新绛县']));
    await input.press('ArrowDown');
    await input.press('Enter');
    await eventually(async () => assert.equal(await input.inputValue(), `${key}新绛县 `));
    await lists(page, [HEADLINES.community]);
    await input.fill('荷 县:火星');
    await page.locator('.nothing button').filter({ hasText: `${key}` }).first().waitFor();
    assert.equal(await page.locator('.nothing button').filter({ hasText: '县:' }).count(), 0);
    // What is typed is searched a moment later: by then another language may have drawn another box.
    await input.fill('');
  }
});

scenario('an author is completed from initials, and narrows what is found', async ({ page }) => {
  await type(page, '森林 作者:fy');
  await offered(page, ['付炎']);
  await searchBox(page).press('ArrowUp');
  await searchBox(page).press('Enter');
  await lists(page, [HEADLINES.forest]);
});

scenario('a section and a day are completed', async ({ page }) => {
  await type(page, '栏:zhengwu');
  await offered(page, ['政务动态']);
  await searchBox(page).fill('日期:7月21');
  await offered(page, ['2025年7月21日']);
});

scenario('a range of days is asked for', async ({ page }) => {
  await type(page, '日期:7月23日..7月31日');
  await lists(page, [HEADLINES.tourism]);
});

scenario('a filter without a value yet leaves what was there', async ({ page }) => {
  await type(page, '荷花 县:');
  await lists(page, [HEADLINES.park]);
  await searchBox(page).fill('县:');
  await eventually(async () => assert.equal((await headlines(page)).length, COUNT));
});

scenario('Escape closes the completions and leaves the query', async ({ page }) => {
  await type(page, '县:');
  await eventually(async () => assert((await options(page).count()) > 3));
  await searchBox(page).press('Escape');
  assert.equal(await options(page).count(), 0);
  assert.equal(await searchBox(page).inputValue(), '县:');
});

scenario('what can be asked is shown by example, and an example begins a query', async ({ page }) => {
  await page.getByText('怎样查').click();
  await page.getByRole('button', { name: '县:', exact: true }).click();
  assert.equal(await searchBox(page).inputValue(), '县:');
  await eventually(async () => assert((await options(page).count()) > 3));
  await page.keyboard.type('wenxi');
  await offered(page, ['闻喜县']);
});

scenario('the examples give way to what is asked, and to Escape', async ({ page, open }) => {
  const example = page.getByRole('button', { name: '栏:', exact: true });
  await page.getByText('怎样查').click();
  await example.waitFor();
  await page.keyboard.press('Escape');
  await example.waitFor({ state: 'hidden' });
  assert.equal(await page.evaluate(() => document.activeElement.textContent), '怎样查');
  await page.keyboard.press('Enter');
  await example.waitFor();
  await open('#/?q=荷');
  await example.waitFor({ state: 'hidden' });
  await lists(page, [HEADLINES.park]);
});

scenario('a query that finds nothing is offered with a word less', async ({ page, open }) => {
  await open('#/?q=紫禁城琉璃瓦 关公&exact=1');
  await page.getByText('没有找到').waitFor();
  await page.getByRole('button', { name: /^少一个词，只查“关公”/ }).click();
  await lists(page, [HEADLINES.tourism]);
  assert.equal(await searchBox(page).inputValue(), '关公');
});

scenario('a query that only sounds alike is offered without the limit to the text', async ({ page, open }) => {
  await open('#/?q=hehua&exact=1');
  await page.getByRole('button', { name: /^不限原文/ }).click();
  await eventually(async () => assert.match(await status(page).textContent(), /拼音/));
  assert.equal(new URL(page.url()).hash.includes('exact'), false);
});
