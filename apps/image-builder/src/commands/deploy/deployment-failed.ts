import { Failure } from '../../failure.ts';

export interface FailedDeployment {
  readonly reference: string;
  readonly where: string;
  /** Why it counts as failed. */
  readonly reason: string;
  /** What the cluster or AWS says, in lines. */
  readonly problems: readonly string[];
  /** What runs there now, in words. */
  readonly after: string;
}

/** The failure of an image that didn't become healthy. */
export function deploymentFailed({ reference, where, reason, problems, after }: FailedDeployment): Failure {
  const lines = problems.map((problem) => `  ${problem.replaceAll('\n', ' ')}`);
  return new Failure({
    code: 'deploy-failed',
    message: [`'${reference}' didn't become healthy in ${where}: ${reason}`, ...lines, after].join('\n'),
    fix: 'mend what the lines above name, or release another image, and deploy again',
  });
}
