import { beforeEach, describe, expect, it } from '@jest/globals';
import { EcrCaller } from '../../../testing/ecr-caller.ts';
import { createPullThroughCacheRule } from './create-pull-through-cache-rule.ts';
import { deletePullThroughCacheRule } from './delete-pull-through-cache-rule.ts';
import { describePullThroughCacheRules } from './describe-pull-through-cache-rules.ts';
import { updatePullThroughCacheRule } from './update-pull-through-cache-rule.ts';

const secret = 'arn:aws:secretsmanager:eu-west-1:111122223333:secret:ecr-pullthroughcache/docker-AbCdEf';
const quay = { ecrRepositoryPrefix: 'quay', upstreamRegistryUrl: 'quay.io' };

let ecr: EcrCaller;

beforeEach(() => {
  ecr = new EcrCaller();
});

describe('creating a rule', () => {
  it('keeps it, and names the registry of the URL', async () => {
    await ecr.call(createPullThroughCacheRule, quay);
    expect(await ecr.call(describePullThroughCacheRules)).toEqual({
      pullThroughCacheRules: [
        {
          ...quay,
          upstreamRegistry: 'quay',
          registryId: '111122223333',
          createdAt: expect.any(Number),
          updatedAt: expect.any(Number),
        },
      ],
    });
  });

  it.each(['a', 'x'.repeat(31), 'Upper', 'a//b', '/a', 'a_-b'])('refuses the prefix "%s"', async (prefix) => {
    const creating = ecr.call(createPullThroughCacheRule, { ...quay, ecrRepositoryPrefix: prefix });
    await expect(creating).rejects.toMatchObject({
      code: 'InvalidParameterException',
      message: expect.stringContaining("at 'ecrRepositoryPrefix'"),
    });
  });

  it.each(['ab', 'x'.repeat(30), 'ROOT', 'a/b', 'a/', 'a__b', 'a---b', 'docker.io'])('takes "%s"', async (prefix) => {
    const created = await ecr.call(createPullThroughCacheRule, { ...quay, ecrRepositoryPrefix: prefix });
    expect(created).toMatchObject({ ecrRepositoryPrefix: prefix });
  });

  it('refuses a second one with the prefix', async () => {
    await ecr.call(createPullThroughCacheRule, quay);
    await expect(ecr.call(createPullThroughCacheRule, quay)).rejects.toMatchObject({
      code: 'PullThroughCacheRuleAlreadyExistsException',
    });
  });

  it('refuses the 51st', async () => {
    for (let number = 10; number < 60; number += 1)
      await ecr.call(createPullThroughCacheRule, { ...quay, ecrRepositoryPrefix: `quay-${number}` });
    await expect(ecr.call(createPullThroughCacheRule, quay)).rejects.toMatchObject({ code: 'LimitExceededException' });
  });

  it.each(['harbor.example.com', 'https://quay.io', 'docker.io'])('refuses the registry "%s"', async (url) => {
    await expect(ecr.call(createPullThroughCacheRule, { ...quay, upstreamRegistryUrl: url })).rejects.toMatchObject({
      code: 'UnsupportedUpstreamRegistryException',
      message: `The upstream registry URL ${url} is invalid. Specify a valid upstream registry URL and try again`,
    });
  });

  it.each([
    ['public.ecr.aws', 'ecr-public'],
    ['registry.k8s.io', 'k8s'],
    ['444455556666.dkr.ecr.us-west-2.amazonaws.com', 'ecr'],
  ])('needs no secret for %s', async (url, name) => {
    const created = await ecr.call(createPullThroughCacheRule, { ...quay, upstreamRegistryUrl: url });
    expect(created).toMatchObject({ upstreamRegistry: name });
  });

  it.each([
    ['registry-1.docker.io', 'docker-hub'],
    ['ghcr.io', 'github-container-registry'],
    ['example.azurecr.io', 'azure-container-registry'],
    ['registry.gitlab.com', 'gitlab-container-registry'],
    ['cgr.dev', 'chainguard'],
  ])('needs a secret for %s', async (url, name) => {
    const rule = { ...quay, upstreamRegistryUrl: url };
    await expect(ecr.call(createPullThroughCacheRule, rule)).rejects.toMatchObject({
      code: 'UnsupportedUpstreamRegistryException',
      message: 'The specified upstream registry requires authentication. Specify a valid Secrets Manager ARN',
    });
    const created = await ecr.call(createPullThroughCacheRule, { ...rule, credentialArn: secret });
    expect(created).toMatchObject({ upstreamRegistry: name, credentialArn: secret });
  });

  it('refuses a secret whose name has not the prefix', async () => {
    const credentialArn = secret.replace('ecr-pullthroughcache', 'elsewhere-and-longer');
    await expect(ecr.call(createPullThroughCacheRule, { ...quay, credentialArn })).rejects.toMatchObject({
      code: 'InvalidParameterException',
    });
  });

  it('refuses the registry of another account', async () => {
    const rule = { ...quay, registryId: '444455556666' };
    await expect(ecr.call(createPullThroughCacheRule, rule)).rejects.toMatchObject({ code: 'AccessDeniedException' });
  });
});

describe('a rule that exists', () => {
  beforeEach(async () => {
    await ecr.call(createPullThroughCacheRule, quay);
  });

  it('is found by its prefix, in its account and region alone', async () => {
    const wanted = { ecrRepositoryPrefixes: ['quay'] };
    expect(await ecr.call(describePullThroughCacheRules, wanted)).toMatchObject({ pullThroughCacheRules: [quay] });
    const elsewhere = ecr.call(describePullThroughCacheRules, wanted, { region: 'us-east-1' });
    await expect(elsewhere).rejects.toMatchObject({ code: 'PullThroughCacheRuleNotFoundException' });
  });

  it('takes a secret and a role, and keeps what an update leaves out', async () => {
    const customRoleArn = 'arn:aws:iam::111122223333:role/pull';
    await ecr.call(updatePullThroughCacheRule, { ecrRepositoryPrefix: 'quay', credentialArn: secret });
    const updated = await ecr.call(updatePullThroughCacheRule, { ecrRepositoryPrefix: 'quay', customRoleArn });
    expect(updated).toMatchObject({ credentialArn: secret, customRoleArn });
  });

  it('is gone after it was deleted', async () => {
    const wanted = { ecrRepositoryPrefix: 'quay' };
    expect(await ecr.call(deletePullThroughCacheRule, wanted)).toMatchObject(quay);
    for (const handler of [deletePullThroughCacheRule, updatePullThroughCacheRule]) {
      await expect(ecr.call(handler, wanted)).rejects.toMatchObject({ code: 'PullThroughCacheRuleNotFoundException' });
    }
    expect(await ecr.call(describePullThroughCacheRules)).toEqual({ pullThroughCacheRules: [] });
  });

  it('comes in pages', async () => {
    await ecr.call(createPullThroughCacheRule, { ...quay, ecrRepositoryPrefix: 'red-hat' });
    const first = await ecr.call(describePullThroughCacheRules, { maxResults: 1 });
    expect(first).toMatchObject({ pullThroughCacheRules: [quay], nextToken: expect.any(String) });
    const { nextToken } = first as { readonly nextToken: string };
    const second = await ecr.call(describePullThroughCacheRules, { maxResults: 1, nextToken });
    expect(second).toMatchObject({ pullThroughCacheRules: [{ ecrRepositoryPrefix: 'red-hat' }] });
    expect(second).not.toHaveProperty('nextToken');
  });
});
