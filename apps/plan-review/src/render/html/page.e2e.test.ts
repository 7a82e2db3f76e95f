import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { Browser, Page } from 'puppeteer-core';
import { openBrowser } from '../../testing/open-browser.ts';
import { fixture, planOf } from '../../testing/plans.ts';
import { runProgram } from '../../testing/run-program.ts';
import { testWorld } from '../../testing/test-world.ts';

/** Each says so on the page when it runs. */
const RUNS = 'document.documentElement.dataset.ran = 1';
const HOSTILE = [
  `<script>${RUNS}</script>`,
  `<img src="missing.png" onerror="${RUNS}">`,
  `"><svg onload="${RUNS}">`,
  `</script><script>${RUNS}</script>`,
].join(' ');

let folder: string;
let browser: Browser;
let page: Page;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'plan-review-page-'));
  browser = await openBrowser();
});
afterAll(async () => {
  await browser.close();
  await rm(folder, { recursive: true });
});
beforeEach(async () => {
  page = await browser.newPage();
});
afterEach(async () => {
  await page.close();
});

async function htmlOf(plans: Readonly<Record<string, string>>): Promise<string> {
  const { world } = testWorld(plans);
  return (await runProgram([...Object.keys(plans), '--format', 'html'], world)).printed;
}

/** Opens a page. @returns what it loaded, or tried to, beside itself; what its policy stopped never left the browser */
async function open(html: string): Promise<readonly string[]> {
  const loaded: string[] = [];
  page.on('requestfinished', (request) => loaded.push(request.url()));
  page.on('requestfailed', (request) => {
    if (request.failure()?.errorText !== 'csp') loaded.push(request.url());
  });
  const file = pathToFileURL(join(folder, 'page.html')).href;
  await writeFile(new URL(file), html);
  await page.goto(file);
  return loaded.filter((url) => url !== file);
}

const shown = () =>
  page.evaluate(`[...document.querySelectorAll('[data-entry]')].filter((one) => one.checkVisibility()).length`);
const hasRun = () => page.evaluate('document.documentElement.dataset.ran !== undefined');

describe('the page in a browser', () => {
  it('finds what holds every word, and says how much that is', async () => {
    await open(await htmlOf({ 'prod.json': await fixture('create') }));
    expect(await shown()).toBe(3);
    await page.locator('#search').fill('Lifecycle NEWEST');
    expect(await shown()).toBe(1);
    expect(await page.evaluate(`document.getElementById('shown').textContent`)).toBe('1 of 3 shown');
    await page.locator('#search').fill('no such word');
    expect(await shown()).toBe(0);
  });

  it('folds values up, and shows them on a click', async () => {
    await open(await htmlOf({ 'prod.json': await fixture('lifecycle-change') }));
    const isShown = () => page.evaluate(`document.querySelector('details table').checkVisibility()`);
    expect(await isShown()).toBe(false);
    await page.locator('summary').click();
    expect(await isShown()).toBe(true);
    await page.locator('summary').click();
    expect(await isShown()).toBe(false);
  });

  it('runs nothing that comes from a plan, and loads nothing', async () => {
    const address = `acme_thing.it["${HOSTILE}"]`;
    const plan = planOf({ address, before: { [HOSTILE]: HOSTILE }, after: { [HOSTILE]: `${HOSTILE}!` } });
    expect(await open(await htmlOf({ 'prod.json': plan }))).toEqual([]);
    expect(await hasRun()).toBe(false);
    expect(await page.evaluate('document.body.textContent')).toContain(HOSTILE);
    expect(await page.evaluate(`document.querySelectorAll('img, svg, body script').length`)).toBe(1);
  });

  it('runs and loads nothing even where markup gets in, by its policy', async () => {
    const html = (await htmlOf({ 'prod.json': await fixture('create') })).replace('<h2>', `${HOSTILE}<h2>`);
    expect(await open(html)).toEqual([]);
    expect(await hasRun()).toBe(false);
    expect(await shown()).toBe(3);
    const unguarded = await open(html.replace(/<meta http-equiv[^>]*>/, ''));
    expect(unguarded).toEqual([expect.stringMatching(/missing\.png$/)]);
    expect(await hasRun()).toBe(true);
  });
});
