import { checkPrincipal, type Principal } from '@slipway/access';
import type { LocalFinding } from '@slipway/findings';

const ORGANIZATIONS = 'Organizations API reference';

/** Where the grammar that a rule of `checkPrincipal` holds a principal to is written down. */
const SOURCES: Readonly<Record<string, string>> = {
  'principal-account': 'AWS Account Management reference guide, "View AWS account identifiers"',
  'principal-role-name': 'IAM API reference, CreateRole: RoleName',
  'principal-role-path': 'IAM API reference, CreateRole: Path',
  'principal-organization': `${ORGANIZATIONS}, Organization: Id`,
  'principal-unit-path': `${ORGANIZATIONS}, OrganizationalUnit: Id`,
};

/** Everything that is wrong with a principal, each with the source of the grammar. */
export function principalFindings(principal: Principal): LocalFinding[] {
  return checkPrincipal(principal).map((finding) => withSource(finding));
}

function withSource(finding: LocalFinding): LocalFinding {
  const source = finding.source ?? SOURCES[finding.rule];
  return source === undefined ? finding : { ...finding, source };
}
