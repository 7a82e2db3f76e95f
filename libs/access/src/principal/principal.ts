/** Who access is given to. Made by the functions of this folder, never written as a string with `*`. */
export type Principal = RolePrincipal | AccountPrincipal | OrganizationPrincipal | ServicePrincipal;

/** An IAM role. */
export interface RolePrincipal {
  readonly kind: 'role';
  /** Name of the role, with its path where it has one, such as `service-role/build`. */
  readonly name: string;
  /** 12 digits. @default the account of the repository */
  readonly account?: string;
  /** What the role is for: shown in the access matrix. @default nothing is said */
  readonly purpose?: RolePurpose;
}

/** What a role of a preset is for. */
export type RolePurpose = 'eks-node' | 'sagemaker-execution' | 'beanstalk-instance' | 'github-actions';

/** Everyone whom an account itself lets in by its identity policies. */
export interface AccountPrincipal {
  readonly kind: 'account';
  /** 12 digits. */
  readonly account: string;
}

/** Every principal of an organisation, or of one of its units: shorter than a list of many accounts. */
export interface OrganizationPrincipal {
  readonly kind: 'organization';
  /** Such as `o-a1b2c3d4e5`. */
  readonly id: string;
  /** Path of a unit from the organisation down, such as `o-a1b2c3d4e5/r-ab12/ou-ab12-11111111/`. @default the whole organisation */
  readonly path?: string;
}

/** An AWS service that pulls on behalf of a resource in `account`, which guards against confused deputies. */
export interface ServicePrincipal {
  readonly kind: 'service';
  readonly service: PullingService;
  /** Account of the resources that the service works for, 12 digits. @default the account of the repository */
  readonly account?: string;
}

/** Services that pull images under their own name. */
export type PullingService = 'lambda' | 'sagemaker' | 'ecs-tasks';
