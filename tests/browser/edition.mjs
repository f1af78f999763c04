// What would tomorrow's build look like? A copy of the built folder with other names, marked in its page.

import { createHash } from 'node:crypto';
import { cp, mkdtemp, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after } from 'node:test';
import { DIST } from './harness.mjs';

const PAGE = 'index.html';
/** The list itself, and what no visitor keeps. */
const LIST = 'files.json';

/** What trunk puts into names: up to sixteen hexadecimal digits. */
const HASH = /-(?=[0-9a-f]{10,16}[._])/;

/** A folder whose hashed names begin with `mark`, and whose page says it. */
export async function edition(mark) {
  const folder = await mkdtemp(join(tmpdir(), 'banxin-edition-'));
  after(() => rm(folder, { recursive: true }));
  // What stands beside the reader is of no use to it, and the worker is the same in every edition.
  const kept = [...Object.keys(JSON.parse(await readFile(join(DIST, LIST), 'utf8'))), LIST, 'sw.js'];
  for (const name of kept) await cp(join(DIST, name), join(folder, name));
  const names = await readdir(folder);
  let page = await readFile(join(folder, PAGE), 'utf8');
  const before = inline(page);
  for (const name of names) {
    const marked = name.replace(HASH, `-${mark}`);
    await rename(join(folder, name), join(folder, marked));
    page = page.replaceAll(name, marked);
  }
  // The policy goes by what the scripts are now.
  inline(page).forEach((script, index) => (page = page.replace(sha256(before[index]), sha256(script))));
  page = page.replace('<html', `<html data-edition="${mark}"`);
  await writeFile(join(folder, PAGE), page);
  await list(folder);
  return folder;
}

/** The scripts that stand in a page. */
const inline = (page) => [...page.matchAll(/<script(?: type="module")?>([^]*?)<\/script>/g)].map(([, script]) => script);

const sha256 = (text) => createHash('sha256').update(text).digest('base64');

async function list(folder) {
  const files = {};
  for (const name of (await readdir(folder)).sort()) {
    if ([LIST, 'sw.js'].includes(name)) continue;
    files[name] = createHash('sha256').update(await readFile(join(folder, name))).digest('hex');
  }
  await writeFile(join(folder, LIST), `${JSON.stringify(files)}\n`);
}
