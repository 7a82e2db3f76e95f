import { describe, expect, it } from '@jest/globals';
import type { Review } from '@slipway/plan-review';
import { Failure } from '../../failure.ts';
import { runProgram } from '../../testing/run-program.ts';
import { NOW, testWorld } from '../../testing/test-world.ts';
import { fixture, planOf } from '../../testing/plans.ts';

const nothing = planOf({ actions: ['no-op'] });
const destroys = planOf({
  type: 'aws_ecr_repository',
  address: 'aws_ecr_repository.api',
  actions: ['delete'],
  before: { name: 'shop/api', region: 'us-east-1' },
});

describe('plan-review', () => {
  it.each([
    [[], /name a plan/],
    [['a.json', '--format', 'pdf'], /Allowed choices are/],
    [['--stack', 'prod'], /'prod' is no 'name=file'/],
    [['a.json', '--max-age', '0'], /no whole number/],
    [['a.json', '--json', '--format', 'text'], /cannot be used with/],
  ])('refuses %j before anything is touched', async (args, message) => {
    expect((await runProgram(args)).complaints).toMatch(message);
  });

  it('shows examples and exit codes in its help', async () => {
    const { printed } = await runProgram(['--help']);
    expect(printed).toContain('Examples:\n  plan-review prod.json');
    expect(printed).toContain('5 blocked');
  });

  it('reads several stacks, one of them from standard input, into one review', async () => {
    const { world } = testWorld({ '-': destroys, 'dev.json': nothing });
    const { printed, failure } = await runProgram(['dev.json', '--stack', 'prod=-', '--json'], world);
    const review = JSON.parse(printed) as Review;
    expect(review.stacks.map(({ stack, verdict }) => [stack, verdict])).toEqual([
      ['dev', 'ok'],
      ['prod', 'blocked'],
    ]);
    expect(failure?.code).toBe('blocked');
  });

  it.each([
    [['prod.json', '--stack', 'prod=other.json'], 'repeated-stack'],
    [['missing.json'], 'unreadable-file'],
    [['broken.json'], 'not-a-plan'],
    [['prod.json', '--overrides', 'broken.json'], 'invalid-overrides'],
    [['prod.json', '--configuration', 'prod=broken.json'], 'invalid-configuration'],
    [['prod.json', '--configuration', 'dev=other.json'], 'invalid-configuration'],
    [['prod.json', '--configuration', 'prod=missing.json'], 'unreadable-file'],
    [['prod.json', '--max-age', '24'], 'stale-plan'],
    [['prod.json', '--live', '--stack', 'staging=other.json'], 'unknown-environment'],
  ])('%j fails with %s, as JSON, too', async (args, code) => {
    const { world } = testWorld({ 'prod.json': nothing, 'other.json': nothing, 'broken.json': '{"format' });
    const { printed, failure } = await runProgram([...args, '--json'], world);
    expect(failure?.code).toBe(code);
    expect(JSON.parse(printed)).toMatchObject({ schemaVersion: 1, error: { code } });
  });

  it('takes a plan that is young enough, and refuses an older one', async () => {
    const made = new Date(NOW.getTime() - 2 * 3_600_000);
    const plan = JSON.stringify({ ...(JSON.parse(nothing) as object), timestamp: made.toISOString() });
    const { world } = testWorld({ 'prod.json': plan });
    expect((await runProgram(['prod.json', '--max-age', '2'], world)).failure).toBeUndefined();
    expect((await runProgram(['prod.json', '--max-age', '1'], world)).failure?.code).toBe('stale-plan');
  });

  it('treats an environment as its spec says, and an unknown stack as production', async () => {
    const plan = await fixture('hardening-off');
    const { world } = testWorld({ plan });
    const verdictOf = async (stack: string) =>
      (JSON.parse((await runProgram(['--stack', `${stack}=plan`, '--json'], world)).printed) as Review).verdict;
    expect(await verdictOf('test')).toBe('attention');
    expect(await verdictOf('bootstrap-test')).toBe('attention');
    expect(await verdictOf('prod')).toBe('blocked');
    expect(await verdictOf('elsewhere')).toBe('blocked');
  });

  it('fails for attention only when asked', async () => {
    const { world } = testWorld({ 'prod.json': await fixture('lifecycle-change') });
    expect((await runProgram(['prod.json'], world)).failure).toBeUndefined();
    expect((await runProgram(['prod.json', '--strict'], world)).failure?.code).toBe('needs-attention');
  });

  it('writes to a file, and still fails', async () => {
    const { world, files } = testWorld({ 'prod.json': destroys });
    const { printed, failure } = await runProgram(['prod.json', '--format', 'markdown', '--out', 'out.md'], world);
    expect([printed, failure?.code]).toEqual(['', 'blocked']);
    expect(files.written.get('out.md')).toMatch(/^<!-- slipway-plan-review -->\n## ⛔/);
  });

  it('lets an override through', async () => {
    const override = {
      rule: 'repository-destroyed',
      resource: 'aws_ecr_repository.api',
      reason: 'OPS-1',
      expires: '2026-12-31',
    };
    const { world } = testWorld({ 'prod.json': destroys, 'o.json': JSON.stringify({ overrides: [override] }) });
    const { printed, failure } = await runProgram(['prod.json', '--overrides', 'o.json'], world);
    expect(failure).toBeUndefined();
    expect(printed).toContain('until 2026-12-31: OPS-1');
  });
});

describe('plan-review --live', () => {
  it('asks the registry, and lets an empty repository go with attention', async () => {
    const { world, registry } = testWorld({ 'test.json': destroys });
    registry.put('us-east-1', 'shop/api', { images: [] });
    expect((await runProgram(['test.json', '--live'], world)).failure).toBeUndefined();
    const images = [{ digest: `sha256:${'a'.repeat(64)}`, tags: ['v1'], pushedAt: NOW }];
    registry.put('us-east-1', 'shop/api', { images });
    const { printed, failure } = await runProgram(['test.json', '--live'], world);
    expect(failure?.code).toBe('blocked');
    expect(printed).toContain('"shop/api" is destroyed with its only image');
    expect(printed).not.toContain('$');
  });

  // ECR pricing page: "$0.10 per GB / month for data stored in private repositories"; a GB of it is 2^30 bytes.
  it.each(['text', 'markdown', 'html'])('says in %s what the images cost that go', async (format) => {
    const { world, registry } = testWorld({ 'test.json': destroys });
    const image = { digest: `sha256:${'a'.repeat(64)}`, tags: ['v1'], pushedAt: NOW, sizeBytes: 2 ** 31 };
    registry.put('us-east-1', 'shop/api', { images: [image] });
    const { printed } = await runProgram(['test.json', '--live', '--format', format], world);
    expect(printed).toMatch(/storage costs at most \\?\$0\\?\.20 a month less/);
    expect(printed).toMatch(/its only image \\?\(2\\?\.1 GB/);
  });

  it('refuses the credentials of another account', async () => {
    const { world } = testWorld({ 'test.json': destroys }, '999999999999');
    expect((await runProgram(['test.json', '--live'], world)).failure?.code).toBe('wrong-account');
  });

  const at = { region: 'us-east-1', repository: 'shop/api' };
  const policy = (countNumber: number) => {
    const selection = { tagStatus: 'any', countType: 'imageCountMoreThan', countNumber };
    return JSON.stringify({ rules: [{ rulePriority: 1, selection, action: { type: 'expire' } }] });
  };
  const shrinks = planOf({
    type: 'aws_ecr_lifecycle_policy',
    actions: ['delete', 'create'],
    before: { ...at, policy: policy(2) },
    after: { ...at, policy: policy(1) },
  });
  const two = ['a', 'b'].map((letter, index) => ({
    digest: `sha256:${letter.repeat(64)}`,
    tags: [`v${index + 1}`],
    pushedAt: new Date(NOW.getTime() - (2 - index) * 86_400_000),
  }));

  it.each([
    ['prod', 'blocked'],
    ['test', undefined],
  ])('names an image of %s that expires and runs', async (stack, code) => {
    const { world, registry, ecs } = testWorld({ [`${stack}.json`]: shrinks });
    registry.put('us-east-1', 'shop/api', { images: two });
    ecs.uses = Promise.resolve([{ source: 'ecs', reference: 'shop/api:v1' }]);
    const { printed, failure } = await runProgram([`${stack}.json`, '--live'], world);
    expect(failure?.code).toBe(code);
    expect(printed).toContain(`1 image (0 bytes, such as v1) expires within a day, it runs in ${stack}`);
    expect(printed).toContain(`an image that expires runs in ${stack}: v1 (ecs) [image-in-use-lost]`);
  });

  it('says whom it could not ask, and takes that for running', async () => {
    const { world, registry, ecs } = testWorld({ 'prod.json': shrinks });
    registry.put('us-east-1', 'shop/api', { images: two });
    const denied = new Failure({ code: 'aws-failed', message: 'ECS says no', fix: 'log in' });
    ecs.uses = Promise.reject(denied);
    const { printed, failure } = await runProgram(['prod.json', '--live'], world);
    expect(failure?.code).toBe('blocked');
    expect(printed).toContain('what ecs needs in prod is not known (ECS says no)');
  });

  it('does not take what runs without a name that could be read for nothing', async () => {
    const { world, registry, ecs } = testWorld({ 'prod.json': shrinks });
    registry.put('us-east-1', 'shop/api', { images: two });
    ecs.uses = Promise.resolve([{ source: 'beanstalk', reference: 'by-hand', unidentified: true }]);
    const { printed, failure } = await runProgram(['prod.json', '--live'], world);
    expect(failure?.code).toBe('blocked');
    expect(printed).toContain("what beanstalk needs in prod is not known (it runs 'by-hand'");
  });

  it('asks nobody where no image is at stake', async () => {
    const { world, ecs } = testWorld({ 'test.json': nothing });
    ecs.uses = Promise.reject(new Error('asked'));
    ecs.uses.catch(() => undefined);
    expect((await runProgram(['test.json', '--live'], world)).failure).toBeUndefined();
  });
});
