import type { StubAnswer, StubAnswers } from './beanstalk-stub.ts';

/** Application and environment that the simulation has. */
export const SIMULATED = { application: 'shop', environment: 'shop-prod' } as const;
/** A version of this label never becomes healthy. */
export const BROKEN_LABEL = 'broken';

/** Answers of Elastic Beanstalk with one environment, for `startBeanstalkStub`. An update is over at the second look. */
export function simulatedBeanstalk(): StubAnswers {
  const versions = new Map<string, string>();
  const now = { status: 'Ready', health: 'Green', label: '' };
  return {
    DescribeEnvironments: ({ ApplicationName, 'EnvironmentNames.member.1': name }) => {
      const isThere = ApplicationName === SIMULATED.application && name === SIMULATED.environment;
      const result = isThere ? `<member>${environmentXml(now)}</member>` : '';
      if (now.status === 'Updating') {
        now.status = 'Ready';
        now.health = now.label === BROKEN_LABEL ? 'Red' : 'Green';
      }
      return { result: `<Environments>${result}</Environments>` };
    },
    DescribeApplicationVersions: ({ 'VersionLabels.member.1': label = '' }) => {
      const found = versions.get(label);
      const member = `<VersionLabel>${label}</VersionLabel><Description>${found ?? ''}</Description>`;
      return {
        result: `<ApplicationVersions>${found === undefined ? '' : `<member>${member}</member>`}</ApplicationVersions>`,
      };
    },
    CreateApplicationVersion: ({ VersionLabel: label = '', Description = '' }) => {
      if (versions.has(label)) return refused(`Application Version ${label} already exists.`);
      versions.set(label, Description);
      return { result: '<ApplicationVersion/>' };
    },
    UpdateEnvironment: ({ VersionLabel: label = '' }) => {
      if (!versions.has(label)) return refused(`No Application Version named '${label}' found.`);
      if (now.status !== 'Ready')
        return refused('Environment named shop-prod is in an invalid state for this operation. Must be Ready.');
      Object.assign(now, { status: 'Updating', health: 'Grey', label });
      return { result: '<Status>Updating</Status>' };
    },
    DescribeEvents: () => {
      const event = '<member><Severity>ERROR</Severity><Message>the container ended</Message></member>';
      return { result: `<Events>${now.health === 'Red' ? event : ''}</Events>` };
    },
  };
}

function environmentXml({ status, health, label }: { status: string; health: string; label: string }): string {
  const version = label === '' ? '' : `<VersionLabel>${label}</VersionLabel>`;
  return `${version}<Status>${status}</Status><Health>${health}</Health>`;
}

/** Elastic Beanstalk has one code for all of these (API reference, common errors). */
function refused(message: string): StubAnswer {
  return { code: 'InvalidParameterValue', message };
}
