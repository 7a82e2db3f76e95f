import { gitHubActionsRole } from '@slipway/access';
import type { AccessSpec } from '../spec/access-spec.ts';
import type { ProductSettings } from './product-settings.ts';

/**
 * The CI role of a product pushes and pulls; its namesake in the next environment's account pulls what it promotes, and reads its scan: a gate of
 * the promotion.
 */
export function ciAccess(
  role: string,
  { promotedTo }: ProductSettings,
): Required<Pick<AccessSpec, 'pull' | 'pullPush' | 'read'>> {
  const promoting = promotedTo === undefined ? [] : [gitHubActionsRole(role, promotedTo)];
  return { pullPush: [gitHubActionsRole(role)], pull: promoting, read: promoting };
}
