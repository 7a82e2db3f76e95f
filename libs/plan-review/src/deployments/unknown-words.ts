import type { DeploymentEvidence, UnaskedSource } from './deployment-evidence.ts';

/** What is not known about who needs images, such as `what ecs needs in prod is not known (AccessDenied)`; undefined where everybody was asked. */
export function unknownWords(deployments: DeploymentEvidence | undefined): string | undefined {
  if (deployments === undefined) return 'nobody asked what runs';
  const { environment, unasked } = deployments;
  if (unasked.length === 0) return undefined;
  const sources = [...new Set(unasked.map(({ source }) => source))];
  const problems = [...new Set(unasked.map(problemOf))];
  return `what ${sources.join(', ')} ${sources.length === 1 ? 'needs' : 'need'} in ${environment} is not known (${problems.join('; ')})`;
}

const MOST_CHARACTERS = 160;

/** Programs explain themselves in many lines: the first one says what is the matter. */
function problemOf({ problem }: UnaskedSource): string {
  const [line = ''] = problem.trim().split('\n');
  return line.length <= MOST_CHARACTERS ? line : `${line.slice(0, MOST_CHARACTERS)}…`;
}
