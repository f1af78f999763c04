// Which browser opens the site, and how? Debian's Chromium, or the one that is named, with an empty profile.

import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright-core';

/** The folder that trunk built. */
export const DIST = process.env.BANXIN_DIST ?? fileURLToPath(new URL('../../dist', import.meta.url));

export const DESKTOP = { width: 1280, height: 900 };
export const PHONE = { width: 360, height: 740 };

const CHROMIUM = process.env.BANXIN_CHROMIUM ?? '/usr/bin/chromium';
const FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  // Whatever asks for another host finds none.
  '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1',
];

export function launch(...more) {
  return chromium.launch({ executablePath: CHROMIUM, args: [...FLAGS, ...more] });
}

/** The same with a profile that stays in this folder, as readers have one. */
export function launchKept(profile) {
  return chromium.launchPersistentContext(profile, { executablePath: CHROMIUM, args: FLAGS });
}
