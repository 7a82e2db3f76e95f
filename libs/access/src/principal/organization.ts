import type { OrganizationPrincipal } from './principal.ts';

/** Every principal of an organisation. @param id such as `o-a1b2c3d4e5` */
export function organization(id: string): OrganizationPrincipal {
  return { kind: 'organization', id };
}

/** Every principal below a unit. @param path from the organisation down, such as `o-a1b2c3d4e5/r-ab12/ou-ab12-11111111/` */
export function organizationalUnit(path: string): OrganizationPrincipal {
  return { kind: 'organization', id: path.split('/')[0] ?? path, path };
}
