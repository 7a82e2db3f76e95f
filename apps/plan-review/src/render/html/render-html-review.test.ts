import { createHash } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import { fixture } from '../../testing/plans.ts';
import { runProgram } from '../../testing/run-program.ts';
import { testWorld } from '../../testing/test-world.ts';

async function page(name: string): Promise<string> {
  const { world } = testWorld({ 'prod.json': await fixture(name) });
  return (await runProgram(['prod.json', '--format', 'html', '--commit', 'abc1234'], world)).printed;
}

describe('the page', () => {
  it('shows the verdict, the findings, the words and the values', async () => {
    const html = await page('lifecycle-change');
    expect(html).toContain('<h1>Plan review: needs attention</h1>');
    expect(html).toContain('<code>abc1234</code>');
    expect(html).toContain('tagged v*: keep the newest 10 -&#62; 5');
    expect(html).toContain('<td><code>policy.rules[0].selection.countNumber</code></td><td><code>10</code></td>');
  });

  // https://www.w3.org/TR/CSP3/#grammardef-hash-source
  it.each(['style', 'script'])('lets in its own %s alone, by its hash', async (element) => {
    const html = await page('create');
    const [, text = ''] = new RegExp(`<${element}>([^]*?)</${element}>`).exec(html) ?? [];
    const digest = createHash('sha256').update(text).digest('base64');
    expect(html).toContain(`${element}-src 'sha256-${digest}'`);
  });
});
