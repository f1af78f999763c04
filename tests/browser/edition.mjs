// What would tomorrow's build look like? A copy of the built folder with other names, marked in its page.

import { createHash } from 'node:crypto';
import { cp, mkdtemp, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after } from 'node:test';
import { DIST } from './harness.mjs';

const PAGE = 'index.html';
/** Written by `press finish`; the worker is the same in every edition. */
const UNLISTED = ['files.json', 'sw.js', 'banxin.d.ts'];

/** What trunk puts into names: up to sixteen hexadecimal digits. */
const HASH = /-(?=[0-9a-f]{10,16}[._])/;

/** A folder whose hashed names begin with `mark`, and whose page says it. */
export async function edition(mark) {
  const folder = await mkdtemp(join(tmpdir(), 'banxin-edition-'));
  after(() => rm(folder, { recursive: true }));
  await cp(DIST, folder, { recursive: true });
  const names = await readdir(folder);
  let page = await readFile(join(folder, PAGE), 'utf8');
  for (const name of names) {
    const marked = name.replace(HASH, `-${mark}`);
    await rename(join(folder, name), join(folder, marked));
    page = page.replaceAll(name, marked);
  }
  page = page.replace('<html', `<html data-edition="${mark}"`);
  await writeFile(join(folder, PAGE), page);
  await list(folder);
  return folder;
}

async function list(folder) {
  const files = {};
  for (const name of (await readdir(folder)).sort()) {
    if (UNLISTED.includes(name)) continue;
    files[name] = createHash('sha256').update(await readFile(join(folder, name))).digest('hex');
  }
  await writeFile(join(folder, UNLISTED[0]), `${JSON.stringify(files)}\n`);
}
