import type { LocalFinding } from '@slipway/findings';
import type { OrganizationPrincipal, Principal, RolePrincipal } from './principal.ts';

const ACCOUNT = /^\d{12}$/;
/** IAM API reference, CreateRole: RoleName. */
const ROLE_NAME = /^[\w+=,.@-]{1,64}$/;
/** IAM API reference, CreateRole: Path, without the slashes around it. */
const ROLE_PATH = /^[\x21-\x2e\x30-\x7e]+(\/[\x21-\x2e\x30-\x7e]+)*$/;
/** Longest path of a role (IAM API reference, CreateRole), with the slashes around it. */
const LONGEST_PATH = 512;
/** Organizations API reference, Organization: Id. */
const ORGANIZATION = /^o-[a-z0-9]{10,32}$/;
/** Organizations API reference, Root and OrganizationalUnit: Id. The final slash may be left out. */
const UNIT_PATH = /^o-[a-z0-9]{10,32}\/r-[0-9a-z]{4,32}(\/ou-[0-9a-z]{4,32}-[a-z0-9]{8,32})+\/?$/;

/** Everything that AWS would reject about a principal, or that would silently mean nobody. */
export function checkPrincipal(principal: Principal): LocalFinding[] {
  switch (principal.kind) {
    case 'role':
      return [...checkRoleName(principal), ...checkAccount(principal.account)];
    case 'account':
    case 'service':
      return checkAccount(principal.account);
    case 'organization':
      return checkOrganization(principal);
    default:
      return principal satisfies never;
  }
}

function checkAccount(account: string | undefined): LocalFinding[] {
  if (account === undefined || ACCOUNT.test(account)) return [];
  return [error('principal-account', `"${account}" is no AWS account`, 'write its 12 digits')];
}

function checkRoleName({ name }: RolePrincipal): LocalFinding[] {
  if (name.startsWith('arn:')) {
    return [
      error(
        'principal-role-name',
        `role "${name}" is an ARN`,
        'write its name, and its account as the second argument',
      ),
    ];
  }
  const end = name.lastIndexOf('/');
  const path = end === -1 ? undefined : name.slice(0, end);
  return [
    ...(ROLE_NAME.test(name.slice(end + 1)) ? [] : [nameError(name)]),
    ...(path === undefined || isPath(path) ? [] : [pathError(name)]),
  ];
}

function isPath(path: string): boolean {
  return ROLE_PATH.test(path) && path.length + '//'.length <= LONGEST_PATH && !/[*?]/.test(path);
}

function nameError(name: string): LocalFinding {
  const fix = 'write 1 to 64 letters, digits and _ + = , . @ -; access is never given to "*" or to a pattern of names';
  return error('principal-role-name', `role "${name}" has no name that IAM takes`, fix);
}

function pathError(name: string): LocalFinding {
  const fix = 'write the path without a slash at its beginning, such as "service-role/build"';
  return error('principal-role-path', `role "${name}" has no path that IAM takes`, fix);
}

function checkOrganization({ id, path }: OrganizationPrincipal): LocalFinding[] {
  if (path !== undefined && !UNIT_PATH.test(path)) {
    const fix = 'write it from the organisation down, such as "o-a1b2c3d4e5/r-ab12/ou-ab12-11111111/"';
    return [error('principal-unit-path', `"${path}" is no path of an organizational unit`, fix)];
  }
  if (ORGANIZATION.test(id)) return [];
  return [error('principal-organization', `"${id}" is no organisation`, 'write its id, such as "o-a1b2c3d4e5"')];
}

function error(rule: string, message: string, fix: string): LocalFinding {
  return { rule, severity: 'error', message, fix };
}
