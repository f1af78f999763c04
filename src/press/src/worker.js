// How is the paper read without a network, and never half old?
//
// An edition of the site is what files.json lists: every file with the SHA-256 of its bytes. It is downloaded
// into a cache of its own and counts only when it is whole: every file there and exactly as listed, the list put
// in last. Pages come from the newest whole edition, never straight from the network, so that a page and its
// files always belong together. Opening the page asks the server for its list: a new edition that arrives within
// PATIENCE is shown at once, a slower one at the next opening, a broken one never. The edition before stays for
// pages that are still open in another tab. Comments are taken out by `press finish`.

const LIST = 'files.json';
const PAGE = 'index.html';

// Milliseconds that opening the page may wait for a network that neither answers nor fails: a whole edition
// takes about two seconds on 3G, and nobody should look at an empty window for longer.
const PATIENCE = 2500;

// Caches are shared by everything on this host; the folder's address tells ours from another paper's.
const OURS = `banxin ${registration.scope} `;

addEventListener('install', (event) => {
  skipWaiting();
  event.waitUntil(update());
});

addEventListener('fetch', (event) => {
  const { method, mode, url } = event.request;
  if (method !== 'GET' || !url.startsWith(registration.scope)) return;
  const file = new URL(url).pathname.slice(new URL(registration.scope).pathname.length);
  if (mode !== 'navigate') event.respondWith(asset(event.request));
  else if (file === '' || file === PAGE) event.respondWith(page(event));
  else if (inReader(file)) event.respondWith(beside(event.request, inReader(file)));
});

// The fragment at which the reader shows what a page beside it holds, of an article or of an issue.
function inReader(file) {
  const [, folder, name] = /^(a|i)\/(?:([^/]+)\/)?(?:index\.html)?$/.exec(file) ?? [];
  if (folder === 'a' && name) {
    // What stands in several issues is named with the key of its own: ID-KEY.
    const [id, ...key] = name.split('-');
    return `#/a/${id}` + (key.length ? `?edition=${key.join('-')}` : '');
  }
  if (folder === 'i') return name ? `#/?edition=${name}` : '#/';
  return null;
}

// Pages beside the reader are not kept: without a network, or with one that hangs, the reader shows the same, unless
// what is asked for came after the edition that is kept.
async function beside(request, fragment) {
  const answer = fetch(request);
  const soon = await Promise.race([answer.catch(() => {}), pause(PATIENCE)]);
  if (soon) return soon;
  const [newest] = await editions();
  if (!newest) return answer;
  const there = Response.redirect(registration.scope + fragment);
  const names = fragment.split(/#\/a\/|#\/|\?edition=/).filter(Boolean).map(decoded);
  return (await holds(newest.cache, names)) ? there : answer.catch(() => there);
}

// Whether a kept edition names an article and its issue, in its page or in what it is drawn from.
async function holds(cache, names) {
  const files = await Promise.all((await cache.keys()).map((file) => cache.match(file)));
  const texts = await Promise.all(files.map((file) => file.text()));
  return names.every((name) => texts.some((text) => text.includes(name)));
}

function decoded(name) {
  try {
    return decodeURIComponent(name);
  } catch {
    return name;
  }
}

async function page(event) {
  const updated = update().catch(() => {});
  event.waitUntil(updated);
  if ((await editions()).length) await Promise.race([updated, pause(PATIENCE)]);
  const [newest] = await editions();
  return (await newest?.cache.match(PAGE)) ?? fetch(event.request);
}

// Names carry the hash of what they were made from: the first edition that has the name has the file.
async function asset(request) {
  for (const { cache } of await editions()) {
    const kept = await cache.match(request, { ignoreSearch: true, ignoreVary: true });
    if (kept) return kept;
  }
  return fetch(request);
}

// The whole editions, newest first.
async function editions() {
  const found = [];
  for (const number of await numbers()) {
    const cache = await caches.open(OURS + number);
    const list = await (await cache.match(LIST))?.text();
    if (list && (await cache.keys()).length > Object.keys(JSON.parse(list)).length) {
      found.push({ number, cache, list });
    }
  }
  return found;
}

async function numbers() {
  const names = (await caches.keys()).filter((name) => name.startsWith(OURS));
  return names.map((name) => Number(name.slice(OURS.length))).sort((a, b) => b - a);
}

// Each opening asks for the list by itself, for an earlier question may hang on a network that is gone; what one list
// names is downloaded once, whoever asks. A newer list stops the download of the one before and waits until it is
// cleared away, for each clears away what it takes for old.
let updating = {};
let asked = 0;
let answered = 0;
async function update() {
  const question = ++asked;
  const answer = await fetch(LIST, { cache: 'no-store' });
  if (!answer.ok) throw new Error(`${LIST}: ${answer.status}`);
  const list = await answer.text();
  // The answer to a later question came first: this one may be of before.
  if (question < answered) return updating.done;
  answered = question;
  if (updating.list !== list) {
    updating.stop?.abort();
    const before = Promise.resolve(updating.done).catch(() => {});
    const own = { list, stop: new AbortController() };
    own.done = before.then(() => download(list, own.stop.signal)).finally(() => {
      if (updating === own) updating = {};
    });
    updating = own;
  }
  return updating.done;
}

async function download(list, signal) {
  const [newest] = await editions();
  if (newest?.list === list) return;

  const number = 1 + Math.max(0, ...(await numbers()));
  const cache = await caches.open(OURS + number);
  try {
    const files = Object.entries(JSON.parse(list));
    await Promise.all(files.map(([file, hash]) => keep(cache, file, hash, newest, signal)));
    await cache.put(LIST, new Response(list));
  } catch (error) {
    await caches.delete(OURS + number);
    throw error;
  }
  const old = (await numbers()).filter((each) => each !== number && each !== newest?.number);
  await Promise.all(old.map((each) => caches.delete(OURS + each)));
}

// From the edition before where it has the very bytes, else from the browser's own cache or the server.
async function keep(cache, file, hash, newest, signal) {
  const url = file.split('/').map(encodeURIComponent).join('/');
  const sources = [
    () => newest?.cache.match(url),
    () => fetch(url, { signal }),
    () => fetch(url, { signal, cache: 'reload' }),
  ];
  for (const source of sources) {
    const answer = await source();
    const bytes = answer?.ok && (await answer.arrayBuffer());
    if (bytes && (await sha256(bytes)) === hash) {
      return cache.put(url, new Response(bytes, { headers: answer.headers }));
    }
  }
  throw new Error(`${file} is not what ${LIST} says`);
}

async function sha256(bytes) {
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
  return Array.from(digest, (byte) => byte.toString(16).padStart(2, '0')).join('');
}

function pause(milliseconds) {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}
