import { repositoryArn } from '../arn/repository-arn.ts';
import type { ApplicablePolicies } from '../evaluation/access-request.ts';
import { decide } from '../evaluation/decide.ts';
import { identityPolicy } from '../identity-policy/identity-policy.ts';
import type { PolicyDocument } from '../policy/policy-document.ts';
import { describePrincipal } from '../principal/describe-principal.ts';
import type { Principal } from '../principal/principal.ts';
import { repositoryPolicy } from '../resource-policy/repository-policy.ts';
import type { AccessRow, MatrixAction, MatrixRepository } from './access-matrix.ts';
import { managingActions, matrixActions } from './matrix-actions.ts';
import { noteOf } from './note-of.ts';
import { representative } from './representative.ts';
import { subjectsOf, type MatrixContext, type Subject } from './subject.ts';

/** Rows of one repository: each principal that is granted something, and each known role whose own policies let it in. */
export function repositoryRows(repository: MatrixRepository, { account, roles }: MatrixContext): AccessRow[] {
  const resource = repositoryPolicy(repository.grants, { account });
  return subjectsOf(repository, { account, roles })
    .flatMap((subject) => rowsOf(subject, { repository, account, resource }))
    .sort((a, b) => (a.principal < b.principal ? -1 : 1));
}

/** The repository that rows are about. */
interface Place {
  readonly repository: MatrixRepository;
  readonly account: string;
  readonly resource: PolicyDocument | undefined;
}

function rowsOf(subject: Subject, place: Place): AccessRow[] {
  const { principal, levels } = subject;
  const { repository, account } = place;
  const policies = policiesOf(subject, place);
  const isAllowed = ask(principal, place);
  const actions = matrixActions((action) => isAllowed(action, policies));
  const managing = managingActions((action) => isAllowed(action, policies));
  if (levels.length === 0 && actions.length === 0 && managing.length === 0) return [];
  const note = noteOf(subject, { account, actions, managing });
  return [
    {
      principal: describePrincipal(principal, account),
      repository: repository.name,
      region: repository.region,
      actions,
      through: throughOf(subject, place),
      ...(note === undefined ? {} : { note }),
    },
  ];
}

type Ask = (action: string, policies: ApplicablePolicies) => boolean;

function ask(principal: Principal, { repository, account }: Place): Ask {
  const resource = repositoryArn({ account, region: repository.region, name: repository.name });
  const { caller, context } = representative(principal, account);
  const asked = { caller, resource, context: { ...context, 'aws:RequestedRegion': repository.region } };
  return (action, policies) => decide({ ...asked, action }, policies).allowed;
}

function policiesOf(subject: Subject, { repository, account, resource }: Place): ApplicablePolicies {
  const repositoryArnOfRow = repositoryArn({ account, region: repository.region, name: repository.name });
  const assumed = identityPolicy(subject.levels.map((access) => ({ repositoryArn: repositoryArnOfRow, access })));
  const identity = subject.role?.policies ?? (isOwnRole(subject, account) ? [] : [assumed]);
  return { identity, resource };
}

/** Roles of the account are the only ones that one policy is enough for. */
function isOwnRole({ principal }: Subject, account: string): boolean {
  return principal.kind === 'role' && (principal.account ?? account) === account;
}

function throughOf(subject: Subject, place: Place): AccessRow['through'] {
  if (subject.principal.kind === 'service') return 'repository policy';
  if (!isOwnRole(subject, place.account)) return 'both';
  const isAllowed = ask(subject.principal, place);
  const { identity = [] } = policiesOf(subject, place);
  const alone = (policies: ApplicablePolicies): MatrixAction[] =>
    matrixActions((action) => isAllowed(action, policies));
  const byRepository = alone({ resource: place.resource });
  if (byRepository.length === 0) return 'identity policy';
  return alone({ identity }).length === 0 ? 'repository policy' : 'both';
}
