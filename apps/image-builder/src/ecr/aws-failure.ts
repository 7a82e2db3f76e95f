import { errorCode, errorMessage, errorName } from '@slipway/cli';
import { Failure } from '../failure.ts';

/** The failure behind an error of the AWS SDK. */
export function awsFailure(error: unknown, { region, repository }: { region: string; repository: string }): Failure {
  const name = errorName(error);
  const words = `${name}: ${errorMessage(error)}`;
  if (name === 'RepositoryNotFoundException') {
    return new Failure({
      code: 'repository-missing',
      message: `there is no repository '${repository}' in ${region}: ${words}`,
      fix: "deploy the environment first: 'npx cdktf deploy <environment>'",
      cause: error,
    });
  }
  const message = `ECR in ${region} can't be asked for '${repository}': ${words}`;
  return new Failure({ code: 'aws-failed', message, fix: fixFor(name, errorCode(error) ?? ''), cause: error });
}

function fixFor(name: string, code: string): string {
  if (/Credentials|Token|Signature|UnrecognizedClient|AccessDenied/.test(name)) {
    return "log in to the account of the environment ('aws sso login'), or load the local cloud's settings ('npx local-cloud env')";
  }
  if (/^E[A-Z_]+$/.test(code)) {
    return "check the network; for the local cloud run 'npx local-cloud up' and load its settings again";
  }
  return "read AWS's own words above";
}
