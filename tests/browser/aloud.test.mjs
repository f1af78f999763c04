// Is everything read aloud that is to be, sentence by sentence, and can it be steered?

import { assert, eventually, filter, lists, openArticle, PHONE, scenario } from './harness.mjs';
import { COUNT, HEADLINES } from './seed.mjs';
import { end, isSpeaking, mute, said, speaks, VOICES } from './voice.mjs';

const bar = (page) => page.getByRole('region', { name: '朗读' });
const button = (page, name) => bar(page).getByRole('button', { name, exact: true });
const listen = (page) => page.locator('.tools').getByRole('button', { name: '朗读' });
const last = async (page) => (await said(page)).at(-1);
const texts = async (page) => (await said(page)).map(({ text }) => text);

async function reload(page) {
  await page.reload();
  await page.getByRole('main').waitFor();
}

/** What is marked as being read, by the browser's own highlight. */
const marked = (page) =>
  page.evaluate(() => [...(CSS.highlights.get('spoken') ?? [])].map((range) => range.toString()).join('|'));

scenario('an article is read sentence by sentence, each marked, the text untouched', async ({ page, context }) => {
  await speaks(context);
  await reload(page);
  await openArticle(page, HEADLINES.forest);
  const before = await page.locator('.text').textContent();
  await listen(page).click();
  assert.equal((await last(page)).text, HEADLINES.forest);
  await eventually(async () => assert.equal(await marked(page), HEADLINES.forest));
  for (let step = 0; step < 4; step++) {
    await end(page);
    const { text } = await last(page);
    await eventually(async () => assert.equal(await marked(page), text));
    assert.equal(await page.locator('.speaking').count(), 1);
  }
  assert.equal(await page.locator('.text').textContent(), before);
  const { voice, lang, rate } = await last(page);
  assert.deepEqual({ voice, lang, rate }, { voice: 'Far', lang: 'zh-CN', rate: 1 });
  assert((await texts(page)).every((text) => [...text].length <= 60));
});

scenario('all of an article is said, what is lost too, and then it is read', async ({ page, context }) => {
  await speaks(context);
  await reload(page);
  await openArticle(page, HEADLINES.market);
  const parts = await page.locator('main [data-part]').allTextContents();
  await listen(page).click();
  for (let step = 0; step < 80 && (await isSpeaking(page)); step++) await end(page);
  const all = (await texts(page)).filter((text) => text !== '此处原文缺开头').join('');
  assert.equal(all.replace(/\s/g, ''), parts.join('').replace(/\s/g, ''));
  const gap = (await texts(page)).indexOf('此处原文缺开头');
  assert.match((await texts(page))[gap + 1], /^管理跟不上/);
  await bar(page).waitFor({ state: 'hidden' });
  await eventually(async () => assert.equal(await marked(page), ''));
  await page.goBack();
  const story = page.getByRole('article').filter({ hasText: HEADLINES.market });
  await story.getByText('读过').waitFor();
});

scenario('a pause is a stop that remembers its sentence', async ({ page, context }) => {
  await speaks(context);
  await reload(page);
  await openArticle(page, HEADLINES.forest);
  await listen(page).click();
  await end(page);
  const { text } = await last(page);
  await button(page, '暂停').click();
  assert(!(await isSpeaking(page)));
  assert.equal(await marked(page), text);
  await button(page, '继续').click();
  assert.deepEqual((await texts(page)).slice(-2), [text, text]);
  // The article's own button does the same.
  await page.locator('.tools').getByRole('button', { name: '暂停' }).click();
  assert(!(await isSpeaking(page)));
  await page.locator('.tools').getByRole('button', { name: '继续' }).click();
  assert(await isSpeaking(page));
});

scenario('sentences are walked, the speed is changed and remembered', async ({ page, context }) => {
  await speaks(context);
  await reload(page);
  await openArticle(page, HEADLINES.forest);
  await listen(page).click();
  await button(page, '下一句').click();
  const second = (await last(page)).text;
  await button(page, '下一句').click();
  await button(page, '上一句').click();
  assert.equal((await last(page)).text, second);
  await page.getByRole('combobox', { name: '语速' }).selectOption('1.5 ×');
  assert.deepEqual([(await last(page)).text, (await last(page)).rate], [second, 1.5]);
  await button(page, '停止').click();
  assert(!(await isSpeaking(page)));
  await bar(page).waitFor({ state: 'hidden' });
  // The focus is where it can be begun again.
  await eventually(async () =>
    assert(await listen(page).evaluate((element) => element === document.activeElement)),
  );
  await reload(page);
  await listen(page).click();
  assert.equal((await last(page)).rate, 1.5);
});

scenario('what is stopped further down leaves the focus in the text that was read', async ({ page, context }) => {
  await speaks(context);
  await page.setViewportSize({ width: 1000, height: 400 });
  await reload(page);
  await openArticle(page, HEADLINES.forest);
  await listen(page).click();
  for (let step = 0; step < 3; step++) await button(page, '下一句').click();
  const spoken = (await last(page)).text;
  await eventually(async () => assert.equal(await marked(page), spoken));
  await page.locator('.speaking').evaluate((it) => it.scrollIntoView());
  const text = await page.locator('.speaking').textContent();
  const scroll = await page.evaluate(() => scrollY);
  await button(page, '停止').click();
  await bar(page).waitFor({ state: 'hidden' });
  await eventually(async () => assert.equal(await page.evaluate(() => document.activeElement.textContent), text));
  assert.equal(await page.evaluate(() => scrollY), scroll, 'the page stays');
});

scenario('the whole page is one queue that goes on while articles are opened', async ({ page, context }) => {
  await speaks(context);
  await reload(page);
  await page.getByRole('button', { name: '播报本版' }).click();
  assert.equal((await last(page)).text, HEADLINES.community);
  assert.match(await bar(page).textContent(), new RegExp(`第 1 篇，共 ${COUNT} 篇`));
  await openArticle(page, HEADLINES.market);
  assert(await isSpeaking(page));
  assert.equal(await marked(page), '');
  await button(page, '跳到下一篇').click();
  assert.equal((await last(page)).text, HEADLINES.tourism);
  // By itself it goes on to the one behind.
  for (let step = 0; step < 40 && (await last(page)).text !== HEADLINES.forest; step++) await end(page);
  assert.equal((await last(page)).text, HEADLINES.forest);
  await bar(page).getByRole('link', { name: HEADLINES.forest }).click();
  await page.getByRole('heading', { level: 1, name: HEADLINES.forest }).waitFor();
  await eventually(async () => assert.equal(await marked(page), HEADLINES.forest));
});

scenario('the news of one county can be heard', async ({ page, context }) => {
  await speaks(context);
  await reload(page);
  await filter(page, '绛县').check();
  await lists(page, [HEADLINES.basketball]);
  await page.getByRole('button', { name: '播报绛县新闻' }).click();
  assert.equal((await last(page)).text, HEADLINES.basketball);
  await page.getByRole('combobox', { name: '搜索' }).fill('绛县');
  await page.getByRole('button', { name: /^播报这 \d+ 篇$/ }).waitFor();
});

scenario(
  'in 长辈模式 each headline can be heard at once',
  async ({ page, context }) => {
    await speaks(context);
    await page.evaluate(() => localStorage.setItem('banxin-look', 'elder'));
    await reload(page);
    const buttons = page.getByRole('article').getByRole('button', { name: /^朗读：/ });
    assert.equal(await buttons.count(), COUNT);
    await page.getByRole('button', { name: `朗读：${HEADLINES.park}` }).click();
    assert.equal((await last(page)).text, HEADLINES.park);
    await page.getByRole('combobox', { name: '搜索' }).fill('荷');
    await page.getByRole('button', { name: `朗读：${HEADLINES.park}` }).waitFor();
  },
  { viewport: PHONE },
);

scenario('without a network a voice on the device reads', async ({ page, context }) => {
  await speaks(context);
  await reload(page);
  await page.evaluate(() => Object.defineProperty(navigator, 'onLine', { value: false }));
  await openArticle(page, HEADLINES.park);
  await listen(page).click();
  assert.equal((await last(page)).voice, 'Taipei');
});

scenario('voices that come late are waited for', async ({ page, context }) => {
  await speaks(context, VOICES, { late: 1000 });
  await reload(page);
  await openArticle(page, HEADLINES.park);
  await listen(page).click();
  await eventually(async () => assert.equal((await last(page))?.text, HEADLINES.park));
});

scenario('what breaks off is said, and goes on where it was', async ({ page, context }) => {
  await speaks(context, VOICES.slice(2));
  await reload(page);
  await openArticle(page, HEADLINES.park);
  await listen(page).click();
  await end(page);
  const { text } = await last(page);
  await end(page, 'error');
  await bar(page).getByText('朗读中断了').waitFor();
  await button(page, '继续').click();
  assert.equal((await last(page)).text, text);
  await end(page);
  assert(!(await bar(page).getByText('朗读中断了').isVisible()));
});

scenario('without a Chinese voice the button explains', async ({ page, context }) => {
  await speaks(context, VOICES.slice(0, 1));
  await reload(page);
  await openArticle(page, HEADLINES.park);
  await listen(page).click();
  await bar(page).getByText('没有中文语音').waitFor();
  assert.deepEqual(await said(page), []);
  await button(page, '关闭').click();
  await bar(page).waitFor({ state: 'hidden' });
});

scenario('without a voice at all the button explains', async ({ page, context }) => {
  await mute(context);
  await reload(page);
  await page.getByRole('button', { name: '播报本版' }).click();
  await bar(page).getByText('这个浏览器不会朗读').waitFor();
});

scenario('this browser, that has no voices, explains too', async ({ page }) => {
  assert.equal(await page.evaluate(() => speechSynthesis.getVoices().length), 0);
  await page.getByRole('button', { name: '播报本版' }).click();
  await bar(page).getByText('没有中文语音').waitFor();
});

scenario('the key r begins, pauses and goes on', async ({ page, context }) => {
  await speaks(context);
  await reload(page);
  await page.keyboard.press('r');
  assert.equal((await last(page)).text, HEADLINES.community);
  await page.keyboard.press('r');
  assert(!(await isSpeaking(page)));
  await openArticle(page, HEADLINES.park);
  await page.keyboard.press('r');
  assert.equal((await last(page)).text, HEADLINES.community);
  await button(page, '停止').click();
  await page.keyboard.press('r');
  assert.equal((await last(page)).text, HEADLINES.park);
});

scenario('the page follows the voice as long as one reads along', async ({ page, context }) => {
  await speaks(context);
  await reload(page);
  await openArticle(page, HEADLINES.community);
  await listen(page).click();
  for (let step = 0; step < 25; step++) await end(page);
  const seen = () =>
    page.evaluate(() => {
      const [range] = CSS.highlights.get('spoken');
      const { top, bottom } = range.getBoundingClientRect();
      return bottom > 0 && top < innerHeight;
    });
  await eventually(async () => assert(await seen()));
  // Whoever looks elsewhere is left there.
  await page.evaluate(() => scrollTo(0, document.body.scrollHeight));
  await page.waitForTimeout(300);
  const { scrollY: before } = await page.evaluate(() => ({ scrollY }));
  await end(page);
  await page.waitForTimeout(100);
  assert.equal(await page.evaluate(() => scrollY), before);
});
