import { actionsOf } from '../action/actions-of.ts';
import { accountOf } from '../arn/account-of.ts';
import { allowLogin } from '../identity-policy/identity-policy.ts';
import type { PolicyStatement } from '../policy/policy-document.ts';
import { allow } from './allow.ts';
import type { CiRolePolicyOptions } from './ci-role-policy.ts';
import { ledgerStatements } from './ledger-statements.ts';
import { inRegions } from './owned-resources.ts';

/** Manifests say which images belong together; a layer takes `ecr:GetDownloadUrlForLayer`, too. A scan changes its findings and nothing else. */
const IMAGES = [...actionsOf('read'), 'ecr:BatchGetImage', 'ecr:StartImageScan'];

/** Whose registry it is, and how it scans: without a resource (Service Authorization Reference, Amazon ECR). */
const REGISTRIES = ['ecr:DescribeRegistry', 'ecr:GetRegistryScanningConfiguration'];

/** What a look at the environment's own images may do: read them, their findings and the ledger, and have them scanned again. */
export function auditStatements(options: CiRolePolicyOptions): PolicyStatement[] {
  const { account, environment, ledgers = [] } = options;
  const when = inRegions(options.regions);
  const own = options.repositories.map(({ arn }) => arn).filter((arn) => accountOf(arn) === account);
  const ledger = ledgers.filter((one) => one.environment === environment);
  return [
    allowLogin(),
    ...allow('Images', { actions: IMAGES, on: own, when }),
    ...allow('Registries', { actions: REGISTRIES, on: ['*'], when }),
    ...ledgerStatements(ledger.map((one) => ({ ...one, access: 'read' }))),
  ];
}
