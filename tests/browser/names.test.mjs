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
