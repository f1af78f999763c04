// Does the search wait while an input method composes?

import { assert, eventually, headlines, lists, scenario, searchBox, status } from './harness.mjs';
import { COUNT, HEADLINES } from './seed.mjs';

/** What an input method sends to Chromium, key by key. */
async function inputMethod(page, context) {
  const session = await context.newCDPSession(page);
  return {
    compose: (text) =>
      session.send('Input.imeSetComposition', {
        text,
        selectionStart: text.length,
        selectionEnd: text.length,
      }),
    commit: (text) => session.send('Input.insertText', { text }),
    /** The Enter that the input method takes for itself: key code 229, no character. */
    enter: async () => {
      const key = { key: 'Enter', code: 'Enter', windowsVirtualKeyCode: 229 };
      await session.send('Input.dispatchKeyEvent', { type: 'rawKeyDown', ...key });
      return () => session.send('Input.dispatchKeyEvent', { type: 'keyUp', ...key });
    },
  };
}

scenario('nothing is searched while composing, and the committed text is', async ({ page, context }) => {
  const ime = await inputMethod(page, context);
  await searchBox(page).focus();
  for (const step of ['h', 'he', 'heh', 'hehu', 'hehua']) {
    await ime.compose(step);
    assert.equal(await searchBox(page).inputValue(), step);
    assert.equal((await headlines(page)).length, COUNT);
    assert.equal(new URL(page.url()).hash, '');
  }
  await ime.commit('荷花');
  await lists(page, [HEADLINES.park]);
  assert.equal(await searchBox(page).inputValue(), '荷花');
});

scenario('the Enter that confirms a candidate does nothing else', async ({ page, context }) => {
  const ime = await inputMethod(page, context);
  await searchBox(page).focus();
  await ime.compose('hehua');
  const up = await ime.enter();
  await ime.commit('荷花');
  await up();
  await lists(page, [HEADLINES.park]);
  const focused = await page.evaluate(() => document.activeElement.getAttribute('type'));
  assert.equal(focused, 'search', 'the box keeps the focus');
});

scenario('a whole Enter key while composing does nothing either', async ({ page, context }) => {
  const ime = await inputMethod(page, context);
  await searchBox(page).focus();
  await ime.compose('荷');
  await page.keyboard.press('Enter');
  assert.equal(await page.evaluate(() => document.activeElement.getAttribute('type')), 'search');
});

scenario('composing after text keeps that text', async ({ page, context }) => {
  const ime = await inputMethod(page, context);
  await searchBox(page).fill('荷');
  await lists(page, [HEADLINES.park]);
  await searchBox(page).press('End');
  await ime.compose('hua');
  const line = await status(page).textContent();
  assert.match(line, /“荷”/);
  await ime.commit('花');
  await eventually(async () => assert.match(await status(page).textContent(), /“荷花”/));
});
