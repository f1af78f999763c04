// Does the reader lead to the other forms of the paper, where it is published, and are they there?

import { readFile } from 'node:fs/promises';
import { assert, scenario } from './harness.mjs';

/** What each form begins with. */
const FORMS = {
  '电子书（EPUB）': /^PK/,
  一个网页文件: /^<!doctype html>/i,
  纯文字: /\p{Script=Han}/u,
  '数据（JSON）': /^\{/,
  '订阅（Atom）': /^<\?xml/,
};

scenario('at the foot of the page stands every other form of the paper', async ({ page, report }) => {
  const foot = page.getByRole('contentinfo');
  if ((await page.locator('link[rel=alternate]').count()) === 0) {
    assert(!(await foot.textContent()).includes('带走'));
    return report('what is not published yet has no other forms');
  }
  await foot.getByText(/^带走(这份报纸|全部 \d+ 期)：/).waitFor();
  const links = foot.locator('p', { hasText: '带走' }).getByRole('link');
  assert.deepEqual(await links.allTextContents(), Object.keys(FORMS));
  for (const [name, begins] of Object.entries(FORMS)) {
    const link = foot.getByRole('link', { name });
    let bytes;
    if ((await link.getAttribute('download')) === null) {
      const answer = await page.request.get(await link.evaluate((it) => it.href));
      assert.equal(answer.status(), 200, name);
      bytes = await answer.body();
    } else {
      const [download] = await Promise.all([page.waitForEvent('download'), link.click()]);
      bytes = await readFile(await download.path());
    }
    assert.match(bytes.toString('utf8').slice(0, 4000), begins, name);
  }
});

scenario('without a network the other forms say that they are not kept, and the reader stays', async ({ page, context, report }) => {
  const links = page.getByRole('contentinfo').locator('p', { hasText: '带走' }).getByRole('link');
  if ((await page.locator('link[rel=alternate]').count()) === 0) return report('what is not published yet has no other forms');
  await links.first().waitFor();
  const url = page.url();
  await context.setOffline(true);
  for (const name of Object.keys(FORMS)) {
    await links.filter({ hasText: name }).click();
    await page.getByRole('status').filter({ hasText: '没有网络' }).waitFor();
    assert.equal(page.url(), url);
    await page.getByRole('button', { name: '关闭', exact: true }).click();
  }
  await context.setOffline(false);
});
