// How does a hand select words on the page, and get at what it kept?

import { answered, assert, eventually } from './harness.mjs';

/** Selects the words where they first stand in the open article's text. */
export async function select(page, words) {
  await page.evaluate((words) => {
    const walker = document.createTreeWalker(document.querySelector('main article'), NodeFilter.SHOW_TEXT);
    const nodes = [];
    let text = '';
    while (walker.nextNode()) {
      if (!walker.currentNode.parentElement.closest('[data-part]')) continue;
      nodes.push([walker.currentNode, text.length]);
      text += walker.currentNode.data;
    }
    const at = text.indexOf(words);
    if (at < 0) throw new Error(`not on the page: ${words}`);
    const point = (offset, starts) => {
      const found = nodes.findLast(([, from]) => (starts ? from <= offset : from < offset));
      return [found[0], offset - found[1]];
    };
    const range = document.createRange();
    range.setStart(...point(at, true));
    range.setEnd(...point(at + words.length, false));
    getSelection().removeAllRanges();
    getSelection().addRange(range);
  }, words);
}

export const pencil = (page) => page.getByRole('region', { name: '选中的文字' });
export const draw = (page, name) => pencil(page).getByRole('button', { name, exact: true }).click();
export const editor = (page) => page.locator('dialog#editor');
export const stored = (page) => page.evaluate(() => JSON.parse(localStorage.getItem('banxin-kept')));

/** Writes into the dialog that is open, saves, and waits until it is gone or has said why it stays. */
export async function write(page, text) {
  await editor(page).getByRole('textbox').fill(text);
  await editor(page).getByRole('button', { name: '保存' }).click();
  await page.waitForFunction(() => {
    const open = document.querySelector('dialog#editor[open]');
    return !open || document.querySelector('#editor-wrong').textContent;
  });
}

export const mine = (page) => page.getByRole('link', { name: '我的', exact: true });

export async function openMine(page) {
  await mine(page).click();
  await page.getByRole('heading', { level: 1, name: '我的' }).waitFor();
  await answered(page);
}

/** Waits until a paragraph or a head of the open article with these words has the focus, in sight. */
export const holdsFocus = (page, words) =>
  eventually(async () => {
    const [text, isInSight, html] = await page.evaluate(() => {
      const block = document.activeElement;
      const { top, bottom } = block.getBoundingClientRect();
      const isInSight = top < innerHeight && bottom > 0;
      return [block.querySelector(':scope > [data-part]')?.textContent, isInSight, block.outerHTML];
    });
    assert(text?.includes(words), text ?? html);
    assert(isInSight);
  });
