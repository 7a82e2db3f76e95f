import { ecrPublicActions } from '../ecr-public/ecr-public-actions.ts';
import { ecrActions } from './ecr-actions.ts';
import type { EcrHandler } from './ecr-call.ts';

/** One of the two APIs of ECR: for private registries and for public ones. */
export interface EcrApi {
  /** As in the names of permissions, such as `ecr:CreateRepository`. */
  readonly name: string;
  readonly actions: Readonly<Record<string, EcrHandler | 'moto'>>;
}

/** What an `x-amz-target` header asks for, if it's of ECR. */
export function ecrTargetOf(
  header: string | readonly string[] | undefined,
): { readonly api: EcrApi; readonly action: string } | undefined {
  const [prefix = '', action = ''] = typeof header === 'string' ? header.split('.', 2) : [];
  const api = Object.hasOwn(apis, prefix) ? apis[prefix] : undefined;
  return api && { api, action };
}

const apis: Readonly<Record<string, EcrApi>> = {
  AmazonEC2ContainerRegistry_V20150921: { name: 'ecr', actions: ecrActions },
  SpencerFrontendService: { name: 'ecr-public', actions: ecrPublicActions },
};
