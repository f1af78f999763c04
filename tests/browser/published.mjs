// Where is what `press build` wrote? The folder that is published, made of the very site that the other tests open.

import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const ROOT = fileURLToPath(new URL('../..', import.meta.url));
export const PUBLISHED = process.env.BANXIN_PUBLISHED ?? join(ROOT, 'target/published');

/** Paths of its files, with slashes, in order. */
export async function published(folder = PUBLISHED) {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile());
  return files.map((file) => join(file.parentPath, file.name).slice(folder.length + 1).replaceAll('\\', '/')).toSorted();
}
