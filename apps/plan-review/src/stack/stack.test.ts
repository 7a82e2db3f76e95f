import { describe, expect, it } from '@jest/globals';
import { fixture, fixtureConfiguration } from '../testing/plans.ts';
import { COMMIT, runStack, stackWorld } from './testing/run-stack.ts';

describe('stack plan', () => {
  it('saves the plan with what it was made of, and prints the review', async () => {
    const { world, plans } = stackWorld();
    const { printed, failure } = await runStack(world, 'plan', 'prod');
    expect(failure).toBeUndefined();
    expect(printed).toContain(`Plan review: ok (commit ${COMMIT})`);
    const saved = await plans.find('prod');
    expect(JSON.parse(saved?.record ?? '')).toEqual({
      schemaVersion: 1,
      environment: 'prod',
      commit: COMMIT,
      dirty: false,
      planSha256: await plans.digest(saved?.planFile ?? ''),
      configurationSha256: 'c1',
      state: { lineage: 'a-lineage', serial: 7 },
      terraformVersion: '1.11.4',
      madeAt: '2026-11-26T12:00:00.000Z',
    });
  });

  it('saves a plan that is blocked, too, and says that it is', async () => {
    const { world, plans, terraform } = stackWorld();
    terraform.json = await fixture('replace');
    const { printed, failure } = await runStack(world, 'plan', 'prod', '--json');
    expect(JSON.parse(printed)).toMatchObject({ schemaVersion: 1, verdict: 'blocked', commit: COMMIT });
    expect(failure?.code).toBe('blocked');
    expect(await plans.find('prod')).toBeDefined();
  });

  it('reads policies in the configuration where the plan leaves them out', async () => {
    const { world, terraform } = stackWorld();
    terraform.json = await fixture('own-arns');
    const text = await fixtureConfiguration('own-arns');
    const checkout = { ...world.checkout, synthesize: () => Promise.resolve({ text, sha256: 'c1' }) };
    const { failure } = await runStack({ ...world, checkout }, 'plan', 'prod', '--json');
    expect(failure).toBeUndefined();
    expect((await runStack(world, 'plan', 'prod')).failure?.code).toBe('blocked');
  });

  it('refuses a configuration that the plan was not made of', async () => {
    const { world, terraform } = stackWorld();
    terraform.json = await fixture('replace');
    const checkout = {
      ...world.checkout,
      synthesize: () => Promise.resolve({ text: '{"resource":{}}', sha256: 'c1' }),
    };
    const { failure } = await runStack({ ...world, checkout }, 'plan', 'prod');
    expect(failure?.code).toBe('invalid-configuration');
  });

  it('prints secrets masked', async () => {
    const { world, terraform } = stackWorld();
    terraform.json = await fixture('sensitive');
    const { printed } = await runStack(world, 'plan', 'prod', '--json');
    expect(terraform.json).toContain('fake-owner');
    expect(printed).not.toContain('fake-owner');
    expect(printed).toContain('(masked)');
  });

  it('refuses files that differ from the commit in CI alone', async () => {
    const { world, checkout, terraform } = stackWorld();
    checkout.facts = { commit: COMMIT, dirty: true };
    expect((await runStack(world, 'plan', 'prod')).failure?.code).toBe('dirty-checkout');
    expect(terraform.planned).toEqual([]);
    expect((await runStack({ ...world, isCi: false }, 'plan', 'prod')).failure).toBeUndefined();
  });

  it('says which environments there are', async () => {
    const { failure } = await runStack(stackWorld().world, 'plan', 'staging');
    expect(failure).toMatchObject({ code: 'unknown-environment', fix: 'use one of: prod, test' });
  });
});

describe('stack deploy', () => {
  async function planned(files: Readonly<Record<string, string>> = {}) {
    const given = stackWorld(files);
    await runStack(given.world, 'plan', 'prod');
    return given;
  }

  it('applies the saved plan once', async () => {
    const { world, terraform } = await planned();
    const { printed, failure } = await runStack(world, 'deploy', 'prod', '--json');
    expect(failure).toBeUndefined();
    expect(JSON.parse(printed)).toMatchObject({ applied: true, state: { lineage: 'a-lineage', serial: 8 } });
    expect((await runStack(world, 'deploy', 'prod')).failure?.code).toBe('no-plan');
    expect(terraform.applied).toEqual(['plan 1 of prod']);
  });

  it('says to plan where no plan is saved', async () => {
    const { failure } = await runStack(stackWorld().world, 'deploy', 'prod');
    expect(failure).toMatchObject({ code: 'no-plan', fix: "make one and review it: 'npx nx plan prod'" });
  });

  it('checks everything and applies nothing in a dry run', async () => {
    const { world, terraform } = await planned();
    const { printed } = await runStack(world, 'deploy', 'prod', '--dry-run');
    expect(printed).toContain('was checked, and could be applied');
    expect(terraform.applied).toEqual([]);
    expect((await runStack(world, 'deploy', 'prod')).failure).toBeUndefined();
  });

  type Given = Awaited<ReturnType<typeof planned>>;
  it.each<[string, string, (given: Given) => unknown]>([
    ['of another commit', 'stale-plan', ({ checkout }) => (checkout.facts = { commit: 'f00d', dirty: false })],
    ['of another configuration', 'stale-plan', ({ checkout }) => (checkout.sha256 = 'c2')],
    ['before another apply', 'stale-plan', ({ terraform: it }) => (it.mark = { lineage: 'a-lineage', serial: 8 })],
    ['of another state', 'stale-plan', ({ terraform: it }) => (it.mark = { lineage: 'another', serial: 7 })],
    ['that was tampered with', 'foreign-plan', ({ plans }) => plans.files.set('/plans/prod-1', 'other')],
    ['that is blocked', 'blocked', async ({ terraform: it }) => (it.json = await fixture('replace'))],
    ['in a dirty checkout', 'dirty-checkout', ({ checkout }) => (checkout.facts = { commit: COMMIT, dirty: true })],
  ])('refuses a plan %s', async (_, code, change) => {
    const given = await planned();
    await change(given);
    const { printed, failure } = await runStack(given.world, 'deploy', 'prod', '--json');
    expect(failure?.code).toBe(code);
    expect(JSON.parse(printed)).toMatchObject({ error: { code } });
    expect(given.terraform.applied).toEqual([]);
  });

  it.each([
    ['no JSON', 'nothing'],
    ['of another version', '{"schemaVersion":2}'],
    ['without a state', '{"schemaVersion":1,"environment":"prod","dirty":false}'],
  ])('refuses a record that is %s', async (_, record) => {
    const { world, plans } = stackWorld();
    await plans.withDraft('prod', (draft) => plans.save('prod', draft, { json: '{}', record }));
    expect((await runStack(world, 'deploy', 'prod')).failure?.code).toBe('foreign-plan');
  });

  it("refuses another environment's plan", async () => {
    const { world, plans } = await planned();
    const { record = '' } = (await plans.find('prod')) ?? {};
    await plans.withDraft('test', (draft) => plans.save('test', draft, { json: '{}', record }));
    const { failure } = await runStack(world, 'deploy', 'test');
    expect(failure).toMatchObject({ code: 'foreign-plan', message: "the plan is of 'prod', not of 'test'" });
  });

  it('applies a blocked plan whose findings are overridden', async () => {
    const json = await fixture('replace');
    const { world, terraform } = stackWorld({ 'overrides.json': '' });
    terraform.json = json;
    const { printed } = await runStack(world, 'plan', 'prod', '--json');
    const { findings } = JSON.parse(printed) as { findings: { rule: string; address: string; severity: string }[] };
    const overrides = findings
      .filter(({ severity }) => severity === 'error')
      .map(({ rule, address }) => ({ rule, resource: address, reason: 'it is empty', expires: '2026-12-31' }));
    await world.files.write('overrides.json', JSON.stringify({ overrides }));
    const { failure } = await runStack(world, 'deploy', 'prod', '--overrides', 'overrides.json');
    expect(failure).toBeUndefined();
    expect(terraform.applied).toHaveLength(1);
  });
});

describe('stack drift', () => {
  it('finds nothing where everything is as the state says, and keeps no plan', async () => {
    const { world, plans, terraform } = stackWorld();
    expect((await runStack(world, 'drift', 'prod')).failure).toBeUndefined();
    expect(terraform.planned).toEqual([{ stack: 'prod', refreshOnly: true }]);
    expect(await plans.find('prod')).toBeUndefined();
  });

  it('says which attribute was changed outside of Terraform', async () => {
    const { world, terraform } = stackWorld();
    terraform.json = await fixture('drift');
    const { printed, failure } = await runStack(world, 'drift', 'prod', '--markdown');
    expect(printed).toContain('image_tag_mutability');
    expect(failure).toMatchObject({
      code: 'drift',
      message: "1 resource of 'prod' was changed outside of Terraform",
    });
  });
});
