// What does the README show? Pictures of the built site: `cargo xtask shots`.

import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { DESKTOP, DIST, launch } from './browser.mjs';
import { host } from './server.mjs';

const FOLDER = fileURLToPath(new URL('../../docs', import.meta.url));

const site = await host(DIST);
const browser = await launch();
const page = await browser.newPage({ viewport: DESKTOP, locale: 'zh-CN' });
await page.goto(site.url);
await page.getByText('离线可读').waitFor();
await mkdir(FOLDER, { recursive: true });
await page.screenshot({ path: join(FOLDER, 'front.png') });
await browser.close();
await site.stop();
