import { gitHubActionsRole } from '@slipway/access';
import type { AccessSpec } from '../spec/access-spec.ts';
import type { ProductSettings } from './product-settings.ts';

/** The CI role of a product pushes and pulls; its namesake in the next environment's account pulls what it promotes. */
export function ciAccess(
  role: string,
  { promotedTo }: ProductSettings,
): Required<Pick<AccessSpec, 'pull' | 'pullPush'>> {
  return {
    pullPush: [gitHubActionsRole(role)],
    pull: promotedTo === undefined ? [] : [gitHubActionsRole(role, promotedTo)],
  };
}
