// What is in the built folder, and what is not?

import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const DIST = process.env.BANXIN_DIST ?? join(ROOT, 'dist');
const SEED = 'tests/data/seed';

/** All texts below a folder of the project whose names end so, joined. */
async function texts(folder, ending) {
  const names = await readdir(join(ROOT, folder), { recursive: true });
  const files = names.filter((name) => name.endsWith(ending)).toSorted();
  return (await Promise.all(files.map((name) => readFile(join(ROOT, folder, name), 'utf8')))).join('\n');
}

async function wasm() {
  const names = (await readdir(DIST)).filter((name) => name.endsWith('.wasm'));
  assert.equal(names.length, 1, `${names}`);
  return readFile(join(DIST, names[0]));
}

test('the wasm holds the page as received', async () => {
  const bytes = await wasm();
  for (const dump of (await readdir(join(ROOT, SEED))).filter((name) => name.endsWith('.txt'))) {
    assert(bytes.includes(await readFile(join(ROOT, SEED, dump))), dump);
  }
});

test('the wasm names nothing of the machine that built it', async () => {
  const text = (await wasm()).toString('latin1');
  // `trunk build` by itself leaves them in; `press build` and `cargo xtask` do not.
  const paths = text.match(/[\x21-\x7e]*(?:registry\/src|toolchains|\/home\/|\/root\/|\/Users\/)[\x21-\x7e]*/g) ?? [];
  assert.deepEqual(paths, []);
});

test('the wasm holds no gazetteer', async () => {
  const bytes = await wasm();
  const seeds = await texts(SEED, '.txt');
  // Townships and villages of the paper's own prefecture; its counties are in the edition, as filters.
  const names = (await texts('src/places/data', 'yuncheng.csv')).match(/\p{Script=Han}{4,}/gu);
  // The edition carries its notes, and a note may name a place: 涑水 is 涑水社区's.
  const said = seeds + (await notes());
  const absent = [...new Set(names)].filter((name) => !/[县市区]$/.test(name) && !said.includes(name));
  assert(absent.length > 1000, `${absent.length} names to look for`);
  assert.deepEqual(absent.filter((name) => bytes.includes(name)), []);
});

/** What the parser noticed in the seeds, as the newsroom sees it. */
async function notes() {
  const seeds = (await readdir(join(ROOT, SEED))).filter((name) => name.endsWith('.txt'));
  const press = ['run', '--quiet', '--package', 'press', '--', 'check'];
  const { stdout } = await promisify(execFile)('cargo', [...press, ...seeds.map((name) => join(SEED, name))], { cwd: ROOT });
  return stdout;
}

test('the wasm holds no parser', async () => {
  const bytes = await wasm();
  // The sentences that only it says to a person at a terminal.
  const elsewhere = await Promise.all(['src/edition', 'src/search', 'src/reader'].map(sentences));
  const only = (await sentences('src/parser/src')).filter((each) => !elsewhere.flat().includes(each));
  assert(only.length > 2, `${only}`);
  assert.deepEqual(only.filter((sentence) => bytes.includes(sentence)), []);
});

/** English pieces of the string literals in a folder's sources, tests and comments left out. */
async function sentences(folder) {
  const source = (await texts(folder, '.rs')).replace(/#\[cfg\(test\)\][^]*?\n}\n/g, '');
  const lines = source.split('\n').filter((line) => !line.trim().startsWith('//'));
  const literals = lines.join('\n').match(/"(?:[^"\\\n]|\\.)*"/g) ?? [];
  const pieces = literals.flatMap((literal) => literal.slice(1, -1).split(/\{[^}]*\}|\\./));
  return pieces.filter((piece) => /^[\x20-\x7e]{20,}$/.test(piece) && piece.includes(' '));
}

test('the list names every file with the hash of its bytes', async () => {
  const list = JSON.parse(await readFile(join(DIST, 'files.json'), 'utf8'));
  // What `press build` puts beside the reader is nothing that a visitor keeps.
  const isBeside = /^(banxin|feed|robots|sitemap|404)\.|^(files\.json|sw\.js)$|\.(d\.ts|br|gz)$/;
  const isListed = (name) => name.includes('.') && !isBeside.test(name);
  const names = (await readdir(DIST)).filter(isListed);
  assert.deepEqual(Object.keys(list), names.toSorted());
  for (const [name, hash] of Object.entries(list)) {
    const bytes = await readFile(join(DIST, name));
    assert.equal(createHash('sha256').update(bytes).digest('hex'), hash, name);
  }
});

test('the page names no other host', async () => {
  for (const name of (await readdir(DIST, { recursive: true })).filter((name) => /\.(html|css)$/.test(name))) {
    const text = await readFile(join(DIST, name), 'utf8');
    assert.doesNotMatch(text, /(?:href|src|url\()\s*=?\s*["']?(?:https?:)?\/\//, name);
  }
});
