import { accessWidened } from './access-widened.ts';
import { administrator } from './administrator.ts';
import { deploymentsUnknown } from './deployments-unknown.ts';
import { boundaryRemoved } from './boundary-removed.ts';
import { deletionUnsafe } from './deletion-unsafe.ts';
import { imageInUseLost } from './image-in-use-lost.ts';
import { immutabilityOff } from './immutability-off.ts';
import { keyAtRisk } from './key-at-risk.ts';
import { lifecycleChanged } from './lifecycle-changed.ts';
import { oidcTrust } from './oidc-trust.ts';
import { policyDangers } from './policy-dangers.ts';
import { replicationNarrowed } from './replication-narrowed.ts';
import { repositoryDestroyed } from './repository-destroyed.ts';
import { resourceDestroyed } from './resource-destroyed.ts';
import type { Rule } from './rule.ts';
import { scanningOff } from './scanning-off.ts';
import { settingsLost } from './settings-lost.ts';
import { stateTouched } from './state-touched.ts';

/** Every rule that looks at a single change. */
export const rules: readonly Rule[] = [
  repositoryDestroyed,
  keyAtRisk,
  stateTouched,
  oidcTrust,
  administrator,
  boundaryRemoved,
  policyDangers,
  accessWidened,
  imageInUseLost,
  deploymentsUnknown,
  lifecycleChanged,
  immutabilityOff,
  scanningOff,
  replicationNarrowed,
  deletionUnsafe,
  settingsLost,
  resourceDestroyed,
];
