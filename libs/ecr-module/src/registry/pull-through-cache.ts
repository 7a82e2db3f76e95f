import type { PullThroughCacheSpec, UpstreamSpec } from '@slipway/environments';
import { EcrPullThroughCacheRule, type Construct } from '../cdktf.ts';
import { creationTemplate, type TemplatePlace } from './creation-template.ts';
import { upstreamHost } from './upstream-host.ts';

/**
 * A pull-through cache, with the id `Cache-<namespace>`, and the template of the repositories that it creates: before the
 * cache, because the first pull creates one.
 * @throws Error for a template as `creationTemplate` does
 */
export function pullThroughCache(scope: Construct, spec: PullThroughCacheSpec, place: TemplatePlace): void {
  const { namespace, upstream } = spec;
  const template = templateOf(scope, spec, place);
  new EcrPullThroughCacheRule(scope, `Cache-${namespace}`, {
    region: place.region,
    ecrRepositoryPrefix: namespace,
    upstreamRegistryUrl: upstreamHost(upstream),
    ...(upstream.credentialArn === undefined ? {} : { credentialArn: upstream.credentialArn }),
    ...(upstream.registry === 'ecr' ? fromEcr(upstream) : {}),
    ...(template === undefined ? {} : { dependsOn: [template] }),
  });
}

/** ECR answers with `ROOT` where no prefix was given, which Terraform would take for a change that replaces the rule. */
function fromEcr({ roleArn }: Extract<UpstreamSpec, { readonly registry: 'ecr' }>) {
  return { upstreamRepositoryPrefix: 'ROOT', ...(roleArn === undefined ? {} : { customRoleArn: roleArn }) };
}

function templateOf(scope: Construct, { namespace, upstream, template }: PullThroughCacheSpec, place: TemplatePlace) {
  if (template === undefined) return undefined;
  const description = `settings of what is cached from ${upstreamHost(upstream)}`;
  return creationTemplate(scope, { ...template, namespace, description, appliedFor: ['pull-through-cache'] }, place);
}
