// Does the county map show where things are, and say what the list says?

import { assert, eventually, filter, headlines, lists, PHONE, scenario, searchBox, status } from './harness.mjs';
import { COUNT, HEADLINES } from './seed.mjs';

const counties = (page) => page.getByRole('group', { name: '县市区' });
const box = async (page, name) => {
  const { x, y, width, height } = await filter(page, name).boundingBox();
  return { x: x + width / 2, y: y + height / 2, width, height };
};
const labels = (page) =>
  counties(page).getByRole('checkbox').evaluateAll((boxes) => boxes.map((it) => it.getAttribute('aria-label')));

scenario('counties lie as they do on the ground', async ({ page }) => {
  const at = Object.fromEntries(
    await Promise.all(['河津市', '新绛县', '盐湖区', '永济市', '芮城县', '垣曲县'].map(async (name) => [name, await box(page, name)])),
  );
  assert(at.河津市.y < at.盐湖区.y && at.盐湖区.y < at.芮城县.y, 'from north to south');
  assert(at.永济市.x < at.盐湖区.x && at.盐湖区.x < at.垣曲县.x, 'from west to east');
  assert(at.河津市.x < at.新绛县.x);
  for (const { width, height } of Object.values(at)) assert(width >= 44 && height >= 44, `${width} × ${height}`);
});

scenario('every county of the region is on the map, with its count', async ({ page }) => {
  const shown = await labels(page);
  assert.equal(shown.filter((label) => /[县市区] \d+$/.test(label) && !label.startsWith('全市')).length, 13);
  const counts = shown.map((label) => Number(label.match(/\d+$/)[0]));
  assert.equal(counts.reduce((a, b) => a + b), COUNT);
});

scenario('a tile is pressed like the filter that it is', async ({ page }) => {
  const { x, y } = await box(page, '绛县');
  await page.mouse.click(x, y);
  await lists(page, [HEADLINES.basketball]);
  assert(await filter(page, '绛县').isChecked());
  await page.mouse.click(x, y);
  await eventually(async () => assert.equal((await headlines(page)).length, COUNT));
});

scenario('the map follows query and filters', async ({ page }) => {
  await searchBox(page).fill('荷');
  await eventually(async () => assert.match(await status(page).textContent(), /荷/));
  const shown = (await labels(page)).filter((label) => !label.endsWith(' 0'));
  assert.deepEqual(shown, ['稷山县 1']);
  const shade = (name) =>
    filter(page, name).evaluate((it) => getComputedStyle(it.closest('label'), '::before').opacity);
  assert(Number(await shade('稷山县')) > Number(await shade('绛县')));
});

scenario('map and list say the same, and the choice is remembered', async ({ page }) => {
  const onMap = await labels(page);
  await page.getByRole('button', { name: '看列表' }).click();
  const inList = await labels(page);
  assert.deepEqual([...inList].sort(), [...onMap].sort());
  const all = counties(page).getByRole('checkbox');
  const lefts = await all.evaluateAll((boxes) => boxes.map((it) => it.getBoundingClientRect().left));
  assert.equal(new Set(lefts).size, 1, 'one below the other');
  await page.reload();
  await page.getByRole('button', { name: '看地图' }).click();
  assert.deepEqual(await labels(page), onMap);
});

scenario('the keyboard goes over the map row by row', async ({ page }) => {
  await page.getByRole('button', { name: '看列表' }).focus();
  const walked = [];
  for (let step = 0; step < 4; step++) {
    await page.keyboard.press('Tab');
    walked.push(await page.evaluate(() => document.activeElement.getAttribute('aria-label')));
  }
  assert.deepEqual(walked, ['稷山县 1', '新绛县 1', '绛县 1', '万荣县 1']);
  await page.keyboard.press('Space');
  await eventually(async () => assert.equal((await headlines(page)).length, 1));
  assert(await filter(page, '万荣县').isChecked());
  assert.equal(await page.evaluate(() => document.activeElement.getAttribute('aria-label')), '万荣县 1');
});

scenario(
  'on a phone the map waits behind the button of the filters',
  async ({ page }) => {
    assert(!(await filter(page, '绛县').isVisible()));
    await page.getByRole('button', { name: '筛选' }).click();
    const { width, height } = await box(page, '绛县');
    assert(width >= 44 && height >= 44, `${width} × ${height}`);
    await filter(page, '绛县').check();
    await lists(page, [HEADLINES.basketball]);
  },
  { viewport: PHONE },
);

scenario('days stand on a line in their order, what has no day apart', async ({ page }) => {
  const days = page.getByRole('group', { name: '日期' });
  const marks = await days.getByRole('checkbox').evaluateAll((boxes) =>
    boxes.map((it) => [it.getAttribute('aria-label').split(' ')[0], getComputedStyle(it.closest('label'), '::after').content]),
  );
  assert.deepEqual(marks.map(([name]) => name), ['7月21日', '7月22日', '7月23日', '未注日期']);
  assert.deepEqual(marks.map(([, content]) => content !== 'none'), [true, true, true, false]);
  await filter(page, '7月22日').check();
  await eventually(async () => assert.equal((await headlines(page)).length, 1));
});

scenario('an arrow key leads nowhere where nothing lies in its direction', async ({ page }) => {
  // West of 稷山 there is 河津 alone, which is empty; 临猗 lies two rows below.
  await filter(page, '稷山县').focus();
  await page.keyboard.press('ArrowLeft');
  assert.equal(await page.evaluate(() => document.activeElement.getAttribute('aria-label')), '稷山县 1');
});

scenario('arrow keys go over the map as over a map', async ({ page }) => {
  const name = () => page.evaluate(() => document.activeElement.getAttribute('aria-label')?.split(' ')[0]);
  const place = async (of) => {
    const { x, y, width, height } = await filter(page, of).boundingBox();
    return [x + width / 2, y + height / 2];
  };
  await filter(page, '绛县').focus();
  const scroll = await page.evaluate(() => scrollY);
  const ways = { ArrowUp: [0, -1], ArrowLeft: [-1, 0], ArrowDown: [0, 1], ArrowRight: [1, 0] };
  let moves = 0;
  let height;
  for (const key of ['ArrowUp', 'ArrowLeft', 'ArrowDown', 'ArrowRight', 'ArrowLeft', 'ArrowUp', 'ArrowRight', 'ArrowDown']) {
    const before = await name();
    await page.keyboard.press(key);
    const after = await name();
    if (after === before) continue;
    moves += 1;
    const [[x, y], [toX, toY]] = [await place(before), await place(after)];
    const [right, down] = ways[key];
    assert((toX - x) * right + (toY - y) * down > 0, `${key}: ${before} to ${after}`);
    height ??= (await filter(page, before).boundingBox()).height;
    if (right) assert(Math.abs(toY - y) < height * 1.5, `${key}: ${before} to ${after}, rows away`);
  }
  assert(moves >= 4, `${moves} moves`);
  assert.equal(await page.evaluate(() => scrollY), scroll, 'the page stays');
  const here = await name();
  await page.keyboard.press('Space');
  await eventually(async () => assert(await filter(page, here).isChecked()));
  assert.equal(await name(), here);
  // In the list arrows are the browser's own.
  await page.getByRole('button', { name: '看列表' }).click();
  await filter(page, '绛县').focus();
  await page.keyboard.press('ArrowDown');
  assert.equal(await name(), '绛县');
});
