// Does Back close what stands over the page, and leave the page as it is? In browsers that close a dialog by themselves,
// and in those that know nothing of it.

import { assert, eventually, PHONE, running, scenario, stepped } from './harness.mjs';
import { HEADLINES } from './seed.mjs';

const heading = (page) => page.getByRole('heading', { level: 1, name: HEADLINES.park });
const open = async (page, name) => {
  await page.getByRole('button', { name, exact: true }).click();
  await page.getByRole('dialog').waitFor();
};
const gone = (page) => page.getByRole('dialog').waitFor({ state: 'hidden' });

for (const watched of [true, false]) {
  const how = watched ? 'as this browser is' : 'without CloseWatcher';
  const play = (name, run) =>
    scenario(
      `${how}: ${name}`,
      async ({ page, site, context }) => {
        if (!watched) await context.addInitScript(() => delete window.CloseWatcher);
        await page.goto(site.url);
        await running(page);
        assert.equal(await page.evaluate(() => 'CloseWatcher' in window), watched);
        await page.getByRole('main').getByRole('link', { name: HEADLINES.park }).click();
        await heading(page).waitFor();
        await run(page);
      },
      { viewport: PHONE, opened: false },
    );

  play('Back closes a dialog and stays', async (page) => {
    const url = page.url();
    for (const name of ['引用', '分享', '键盘操作']) {
      await open(page, name);
      await page.goBack();
      await gone(page);
      await heading(page).waitFor();
      assert.equal(page.url(), url, name);
    }
    await page.goBack();
    await heading(page).waitFor({ state: 'detached' });
  });

  play('one that was open when the page was loaded anew costs no step Back', async (page) => {
    await open(page, '引用');
    await page.reload();
    await heading(page).waitFor();
    await stepped(page);
    await page.goBack();
    await heading(page).waitFor({ state: 'detached' });
  });

  play('a dialog that was closed leaves no step behind', async (page) => {
    const length = await page.evaluate(() => history.length);
    for (const close of [() => page.keyboard.press('Escape'), () => page.getByRole('button', { name: '关闭' }).click()]) {
      await open(page, '引用');
      await close();
      await gone(page);
      await stepped(page);
      assert.equal(await page.evaluate(() => history.length), length + 1);
    }
    await page.goBack();
    await heading(page).waitFor({ state: 'detached' });
    await page.goForward();
    await heading(page).waitFor();
  });

  play('one that the browser closed without asking closes no other', async (page) => {
    await open(page, '引用');
    await page.evaluate(() => document.querySelector('dialog[open]').close());
    await page.getByRole('button', { name: '分享', exact: true }).evaluate((button) => button.click());
    const other = page.getByRole('dialog', { name: '分享' });
    await other.waitFor();
    // Long enough for a step back that is on its way.
    await page.waitForTimeout(300);
    assert(await other.isVisible());
    await page.goBack();
    await gone(page);
    await heading(page).waitFor();
  });

  play('whoever goes elsewhere while it closes stays there', async (page) => {
    await open(page, '引用');
    await page.evaluate(() => {
      document.querySelector('dialog[open]').close();
      location.hash = '#/mine';
    });
    await page.getByRole('heading', { level: 1, name: '我的' }).waitFor();
    await page.waitForTimeout(300);
    assert.match(page.url(), /#\/mine$/);
  });

  const closers = {
    Escape: (page) => page.keyboard.press('Escape'),
    'its button': (page) => page.getByRole('button', { name: '关闭' }).click(),
    'a press beside it': (page) => page.mouse.click(5, 5),
  };
  for (const [closer, close] of Object.entries(closers)) {
    play(`closed by ${closer}, it lets one go elsewhere at once`, async (page) => {
      const length = await page.evaluate(() => history.length);
      await open(page, '引用');
      await page.evaluate(() => {
        const go = () => document.querySelector('a[href$="#/mine"]').click();
        document.querySelector('dialog[open]').addEventListener('close', go);
      });
      await close(page);
      await page.getByRole('heading', { level: 1, name: '我的' }).waitFor();
      await page.waitForTimeout(300);
      assert.match(page.url(), /#\/mine$/);
      assert.equal(await page.evaluate(() => history.length), length + 1, 'no step is left behind');
      await page.goBack();
      await heading(page).waitFor();
    });

    play(`closed by ${closer}, it lets another one open at once`, async (page) => {
      await open(page, '引用');
      await page.evaluate(() => {
        const next = [...document.querySelectorAll('button')].find((button) => button.textContent === '分享');
        document.querySelector('dialog[open]').addEventListener('close', () => next.click());
      });
      await close(page);
      await page.getByRole('dialog', { name: '分享' }).waitFor();
      await page.waitForTimeout(300);
      assert(await page.getByRole('dialog', { name: '分享' }).isVisible());
      await page.goBack();
      await gone(page);
      await heading(page).waitFor();
      await page.goBack();
      await heading(page).waitFor({ state: 'detached' });
    });
  }

  play('whoever closes it twice is not led back twice', async (page) => {
    await open(page, '引用');
    await page.evaluate(() => {
      const close = document.querySelector('dialog[open] form button');
      close.click();
      close.click();
    });
    await gone(page);
    await page.waitForTimeout(300);
    await heading(page).waitFor();
  });

  play('a note that is being written is put away by Back, and the article stays as it was scrolled', async (page) => {
    await page.getByRole('button', { name: '划线更正' }).click();
    await page.getByRole('region', { name: '选中的文字' }).getByRole('button', { name: '批注', exact: true }).click();
    await page.getByRole('dialog').waitFor();
    const before = await page.evaluate(() => scrollY);
    await page.goBack();
    await gone(page);
    await heading(page).waitFor();
    await eventually(async () => assert(Math.abs((await page.evaluate(() => scrollY)) - before) < 2));
  });
}
