// Can the paper be put among the programs of a telephone? In the eyes of Chromium.

import assert from 'node:assert/strict';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { DIST, launchKept } from './browser.mjs';
import { host } from './server.mjs';

test('the site can be installed', async () => {
  const profile = await mkdtemp(join(tmpdir(), 'banxin-profile-'));
  const site = await host(DIST);
  // A window that keeps nothing offers no installation.
  const context = await launchKept(profile);
  try {
    const page = await context.newPage();
    await page.goto(site.url);
    await page.evaluate(() => navigator.serviceWorker.ready.then(() => null));
    const devtools = await context.newCDPSession(page);
    const { installabilityErrors } = await devtools.send('Page.getInstallabilityErrors');
    assert.deepEqual(installabilityErrors, []);
    const { errors, url, data } = await devtools.send('Page.getAppManifest');
    assert.deepEqual(errors, []);
    assert.equal(url, `${site.url}manifest.webmanifest`);
    const { name, icons, start_url: start } = JSON.parse(data);
    assert(name && start, data);
    for (const { src, sizes } of icons) {
      const { width, height } = await page.evaluate(async (src) => {
        const image = new Image();
        image.src = src;
        await image.decode();
        return { width: image.naturalWidth, height: image.naturalHeight };
      }, src);
      if (sizes !== 'any') assert.equal(`${width}x${height}`, sizes, src);
    }
  } finally {
    await context.close();
    await site.stop();
    await rm(profile, { recursive: true, force: true });
  }
});
