import {
  CreateOpenIDConnectProviderCommand,
  DeleteOpenIDConnectProviderCommand,
  GetOpenIDConnectProviderCommand,
} from '@aws-sdk/client-iam';
import type { Cloud } from '../../session/cloud.ts';
import { Refusal } from '../../session/refusal.ts';
import { attributePath } from '../../wire/attribute-path.ts';
import { isList, type CtyObject } from '../../wire/cty-value.ts';
import { errorDiagnostic, type Diagnostic } from '../../wire/diagnostic.ts';
import { requiredText, texts } from '../attribute-readers.ts';
import { allChecks, checkTexts } from '../configuration-checks.ts';
import { ignoreMissing } from '../ignore-missing.ts';
import { foundTags, keyValueTags } from '../key-value-tags.ts';
import type { Found, ResourceBehaviour } from '../resource-behaviour.ts';
import { updateOpenIdConnectProvider } from './iam-openid-connect-provider-update.ts';

const GONE = ['NoSuchEntityException'];

/** A provider of OpenID Connect that the account trusts. Its id is its ARN. */
export const iamOpenIdConnectProvider: ResourceBehaviour = {
  label: 'IAM OIDC Provider',
  // IAM answers the URL without its scheme.
  rules: { forceNew: ['url'], suppressed: { url: (left, right) => bareUrl(left) === bareUrl(right) } },
  validate: allChecks(
    checkTexts('url', urlProblem),
    textLengths('client_id_list', [1, 255]),
    textLengths('thumbprint_list', [40, 40]),
  ),
  create: createProvider,
  read: readProvider,
  update: updateOpenIdConnectProvider,
  delete: async (cloud, state) => {
    const OpenIDConnectProviderArn = requiredText(state, 'id');
    await ignoreMissing(cloud.iam().send(new DeleteOpenIDConnectProviderCommand({ OpenIDConnectProviderArn })), GONE);
  },
};

function bareUrl(url: string): string {
  return url.replace(/^https:\/\//, '');
}

function urlProblem(url: string, name: string): string | undefined {
  if (url === '') return `expected "${name}" url to not be empty, got ${url}`;
  const parsed = URL.parse(url);
  if (parsed === null) return `expected "${name}" to be a valid url, got ${url}`;
  if (parsed.protocol !== 'https:') return `expected "${name}" to have a url with schema of: "https", got ${url}`;
  return parsed.search === '' ? undefined : `"${name}" cannot contain query parameters per the OIDC standard`;
}

function textLengths(name: string, [least, most]: readonly [number, number]) {
  return (config: CtyObject): readonly Diagnostic[] =>
    texts(config, name)
      .filter(({ length }) => length < least || length > most)
      .map((text) => `expected length of ${name} to be in the range (${least} - ${most}), got ${text}`)
      .map((problem) => errorDiagnostic(problem, { attribute: attributePath(name) }));
}

async function createProvider(cloud: Cloud, planned: CtyObject): Promise<string> {
  const { OpenIDConnectProviderArn } = await cloud.iam().send(
    new CreateOpenIDConnectProviderCommand({
      Url: requiredText(planned, 'url'),
      ClientIDList: texts(planned, 'client_id_list'),
      // Left out, IAM finds it by itself.
      ThumbprintList: isList(planned['thumbprint_list']) ? texts(planned, 'thumbprint_list') : undefined,
      Tags: keyValueTags(planned),
    }),
  );
  if (OpenIDConnectProviderArn === undefined) throw new Refusal('IAM created an OIDC provider and gave it no ARN');
  return OpenIDConnectProviderArn;
}

async function readProvider(cloud: Cloud, state: CtyObject): Promise<Found | undefined> {
  const OpenIDConnectProviderArn = requiredText(state, 'id');
  const asked = cloud.iam().send(new GetOpenIDConnectProviderCommand({ OpenIDConnectProviderArn }));
  const found = await ignoreMissing(asked, GONE);
  if (found === undefined) return undefined;
  return {
    attributes: {
      arn: OpenIDConnectProviderArn,
      client_id_list: found.ClientIDList ?? [],
      thumbprint_list: found.ThumbprintList ?? [],
      url: found.Url ?? null,
    },
    tags: foundTags(found.Tags),
  };
}
