import { z } from 'zod';
import type { Credentials } from '../../credentials/credentials.ts';
import { ok, warning } from '../check.ts';
import type { Check, CheckResult, EnvironmentSubject } from '../check.ts';

/** That ECR gives a token shows that the credentials have `ecr:GetAuthorizationToken`. The login of the docker command is another one. */
export const registryLogin: Check<EnvironmentSubject> = {
  name: 'login to the registry',
  run: async ({ world: { doctor, now }, aws, environment }) => {
    const region = environment.registries[0]?.region ?? environment.region;
    const { host } = await aws.logIn(region);
    return judgeDockerLogin(await doctor.dockerLogins(host), { host, environment: environment.name, now: now() });
  },
};

export interface LoginFacts {
  readonly host: string;
  readonly environment: string;
  readonly now: Date;
}

export function judgeDockerLogin(login: Credentials | undefined, { host, environment, now }: LoginFacts): CheckResult {
  const given = `ECR gives tokens for '${host}'`;
  const fix = `for 'docker pull' and 'docker push': npx image-builder login ${environment}`;
  if (login === undefined) return warning(`${given}; the docker command has no login to it`, fix);
  const end = endOf(login.password);
  if (end === undefined) return ok(`${given}; the docker command has a login whose end is not known`);
  if (end <= now) return warning(`${given}; the login of the docker command ended at ${end.toISOString()}`, fix);
  return ok(`${given}; the docker command is logged in until ${end.toISOString()}`);
}

const tokenSchema = z.looseObject({ expiration: z.number() });

/** ECR's password is a JSON object in base64 with the end in seconds. AWS doesn't document that, so another form is no error. */
function endOf(password: string): Date | undefined {
  try {
    return new Date(tokenSchema.parse(JSON.parse(Buffer.from(password, 'base64').toString())).expiration * 1000);
  } catch {
    return undefined;
  }
}
