import { describe, expect, it } from '@jest/globals';
import { planOf } from '../testing/plans.ts';
import { runProgram } from '../testing/run-program.ts';
import { testWorld } from '../testing/test-world.ts';

const HOSTILE = [
  '</details><script>alert(1)</script>',
  '`code` ``more`` | cell |',
  '\u001b[31mred\u009b2J\u202e',
  '@acme/everyone [click](https://evil.example) ![i](https://evil.example/x.png)',
  '\n\n# heading\n- item\n<!-- slipway-plan-review -->',
];

const plan = planOf({
  address: `acme_thing.it["${HOSTILE.join(' ')}"]`,
  before: Object.fromEntries(HOSTILE.map((text, index) => [`k${index}`, text])),
  after: Object.fromEntries(HOSTILE.map((text) => [text, text])),
});
const destroyed = planOf({
  type: 'aws_ecr_repository',
  actions: ['delete'],
  address: HOSTILE.join(''),
  before: { name: HOSTILE.join('') },
});

async function rendered(format: string): Promise<string> {
  const { world } = testWorld({ 'a.json': plan, 'b.json': destroyed });
  const stacks = ['--stack', `${HOSTILE[0] ?? ''}=a.json`, '--stack', `${HOSTILE.join('')}x=b.json`];
  return (await runProgram([...stacks, '--commit', HOSTILE.join(''), '--format', format], world)).printed;
}

describe('texts of a plan', () => {
  it.each(['text', 'markdown', 'json', 'sarif', 'html'])('move no terminal in %s', async (format) => {
    // eslint-disable-next-line no-control-regex -- control characters are what it is about
    expect(await rendered(format)).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202a-\u202e]/);
  });

  it('are no Markdown, HTML or mention', async () => {
    const markdown = await rendered('markdown');
    const bare = withoutCode(markdown).replaceAll(/\\[<>[\]`|#*_!@]/g, '');
    expect(bare.match(/<\/details>/g)).toHaveLength(2);
    expect(bare).not.toMatch(/<script|!\[|\]\(|@[a-z]/);
    expect(markdown.match(/^## /gm)).toHaveLength(1);
    expect(markdown.match(/^<!-- slipway-plan-review -->/gm)).toHaveLength(1);
    expect(markdown.match(/^# /gm)).toBeNull();
  });
});

it('are text alone in the page, whose script and style are its own', async () => {
  const html = await rendered('html');
  expect(html.match(/<script>/g)).toHaveLength(1);
  expect(html).not.toMatch(/<script>alert|<img|<a |src=|href=|onerror|@import|url\(/);
  expect(html.match(/<details>/g)?.length).toBe(html.match(/<\/details>/g)?.length);
  expect(html).toContain("default-src 'none'");
});

/** Code spans as CommonMark has them: as many backticks at the end as at the beginning. */
function withoutCode(markdown: string): string {
  return markdown.replaceAll(/(?<![\\`])(`+)(?!`)[^\n]*?(?<!`)\1(?!`)/g, '');
}
