import { environments, type CiRoleSpec, type EnvironmentSpec } from '@slipway/environments';
import { beforeAll, describe, expect, it } from '@jest/globals';
import { workflowOutputs } from '../outputs/workflow-outputs.ts';
import { jobsOf, readWorkflows } from './read-workflows.ts';
import type { NamedJob } from './read-workflows.ts';
import { resolved, subjectOf } from './subject-of.ts';

const ALL: readonly EnvironmentSpec[] = Object.values(environments);

/** One role that a job assumes, with its matrix put in. */
interface Assumption {
  readonly job: string;
  /** Of the workflow. */
  readonly file: string;
  readonly arn: string;
  readonly region: string;
  readonly subject: ReturnType<typeof subjectOf>;
}

let assumptions: Assumption[] = [];
beforeAll(async () => {
  assumptions = jobsOf(await readWorkflows()).flatMap((job) =>
    matricesOf(job).flatMap((matrix) => assumed(job, matrix)),
  );
});

describe('roles of the workflows', () => {
  it('are those that apps/bootstrap makes, trust the run that assumes them, and are asked for in their region', () => {
    expect(assumptions.length).toBeGreaterThan(3);
    for (const { job, file, arn, region, subject } of assumptions) {
      const found = roleOf(arn);
      expect({ job, arn, found: found !== undefined }).toEqual({ job, arn, found: true });
      const admitted = [subject, { ...subject, workflow: file }];
      expect({ job, trusted: found?.role.subjects.filter((one) => isAmong(one, admitted)) }).toEqual({
        job,
        trusted: [expect.anything()],
      });
      expect({ job, region }).toEqual({ job, region: found?.environment.region });
    }
  });

  it('are assumed by the one workflow that they trust, where they trust only one', () => {
    const named = ALL.flatMap(({ account, ci }) =>
      (ci?.roles ?? []).flatMap(({ name, subjects }) =>
        subjects.flatMap((one) => ('workflow' in one ? [`arn:aws:iam::${account}:role/${name} ${one.workflow}`] : [])),
      ),
    );
    expect(named).not.toEqual([]);
    const assumed = assumptions.map(({ arn, file }) => `${arn} ${file}`);
    for (const one of named) expect(assumed).toContain(one);
  });

  it('wait for nobody where they change nothing', () => {
    const waiting = assumptions.filter(({ subject }) => 'environment' in subject);
    for (const { job, arn } of waiting)
      expect({ job, verb: roleOf(arn)?.role.verb }).toEqual({
        job,
        verb: expect.stringMatching(/^(apply|push|promote)$/),
      });
  });

  it('let a pull request plan and nothing else', () => {
    const verbs = assumptions
      .filter(({ subject }) => 'pullRequest' in subject)
      .map(({ arn }) => roleOf(arn)?.role.verb);
    expect([...new Set(verbs)]).toEqual(['plan']);
  });
});

function assumed(job: NamedJob, matrix: Readonly<Record<string, string>>): Assumption[] {
  return job.job.steps.flatMap(({ uses, with: settings = {} }) =>
    uses?.startsWith('aws-actions/configure-aws-credentials@')
      ? [
          {
            job: job.name,
            file: job.file,
            arn: resolved(String(settings['role-to-assume']), matrix),
            region: resolved(String(settings['aws-region']), matrix),
            subject: subjectOf(job, matrix),
          },
        ]
      : [],
  );
}

function isAmong(one: object, some: readonly object[]): boolean {
  return some.some((other) => JSON.stringify(other) === JSON.stringify(one));
}

/** Matrices written out, and that of the environments where everything is affected. */
function matricesOf({ job }: NamedJob): Readonly<Record<string, string>>[] {
  const include = job.strategy?.matrix?.['include'];
  if (include === undefined) return [{}];
  if (Array.isArray(include)) return include as Readonly<Record<string, string>>[];
  const { environments: list } = workflowOutputs({ plan: ALL.map(({ name }) => name) });
  return JSON.parse(list) as Readonly<Record<string, string>>[];
}

function roleOf(arn: string): { readonly role: CiRoleSpec; readonly environment: EnvironmentSpec } | undefined {
  for (const environment of ALL)
    for (const role of environment.ci?.roles ?? [])
      if (arn === `arn:aws:iam::${environment.account}:role/${role.name}`) return { role, environment };
  return undefined;
}
