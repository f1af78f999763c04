// What does Lighthouse say? A phone on a slow network, simulated, as search engines and reviewers measure.

import assert from 'node:assert/strict';
import { createServer } from 'node:net';
import { test } from 'node:test';
import lighthouse from 'lighthouse';
import { DIST, launch } from './browser.mjs';
import { host } from './server.mjs';

/** Of 100. Performance is measured by hand: it depends on what else the machine does. */
const LEAST = { accessibility: 100, 'best-practices': 100, seo: 100 };
/** Milliseconds: a run takes some twenty seconds, on a busy machine several times that. */
const timeout = 300_000;
function freePort() {
  return new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });
}

async function run(url, categories) {
  const port = await freePort();
  const browser = await launch(`--remote-debugging-port=${port}`);
  try {
    const { lhr } = await lighthouse(url, { port, logLevel: 'silent', onlyCategories: categories });
    return lhr;
  } finally {
    await browser.close();
  }
}

/** What took points, one line each. */
function complaints(lhr, category) {
  const { auditRefs } = lhr.categories[category];
  const weighed = auditRefs.filter(({ weight }) => weight > 0).map(({ id }) => lhr.audits[id]);
  const bad = weighed.filter(({ score }) => score !== null && score < 1);
  return bad.map(({ id, score, displayValue = '' }) => `${id}: ${score} ${displayValue}`).join('\n');
}

for (const [category, least] of Object.entries(LEAST)) {
  test(`Lighthouse gives ${category} at least ${least}`, { timeout }, async (context) => {
    const site = await host(DIST, { compress: true });
    try {
      const lhr = await run(site.url, [category]);
      const score = Math.round(lhr.categories[category].score * 100);
      context.diagnostic(`${category}: ${score}`);
      assert(score >= least, `${category} is ${score}:\n${complaints(lhr, category)}`);
    } finally {
      await site.stop();
    }
  });
}
