import type { Severity } from '../../scan/severity.ts';
import type { Vulnerability } from '../../scan/vulnerability.ts';
import type { ScanReport, ScannedImageReport } from './scan-report.ts';

const SCHEMA = 'https://json.schemastore.org/sarif-2.1.0.json';

/** What counts against the thresholds, and what has an exception, as SARIF 2.1.0 for code scanning. One run for each image. */
export function toSarif({ environment, images }: ScanReport): object {
  return { $schema: SCHEMA, version: '2.1.0', runs: images.map((image) => run(image, environment)) };
}

function run(image: ScannedImageReport, environment: string): object {
  const { violations, excepted, container, complete } = image;
  const found = [...violations, ...excepted.map(({ vulnerability }) => vulnerability)];
  const rules = [...new Map(found.map((one) => [one.id, one])).values()].map(rule);
  return {
    tool: { driver: { name: 'slipway image-builder', rules } },
    // GitHub keeps the results of each category apart.
    automationDetails: { id: `image-scan/${environment}/${container}/` },
    invocations: [{ executionSuccessful: complete }],
    results: [
      ...violations.map((one) => result(one, image)),
      ...excepted.map(({ vulnerability, exception: { owner, reason, expires } }) => ({
        ...result(vulnerability, image),
        suppressions: [
          { kind: 'external', status: 'accepted', justification: `${reason} (${owner}, until ${expires})` },
        ],
      })),
    ],
  };
}

function rule({ id, description, url, severity }: Vulnerability): object {
  return {
    id,
    shortDescription: { text: id },
    fullDescription: { text: description === '' ? id : description },
    ...(url === undefined ? {} : { helpUri: url }),
    properties: { tags: ['security', 'vulnerability'], 'security-severity': SCORES[severity] },
  };
}

function result({ id, severity, packages, description }: Vulnerability, image: ScannedImageReport): object {
  const names = packages.map(({ name, version }) => `${name} ${version}`.trim()).join(', ');
  const where = `${image.uri}@${image.digest}`;
  const text = `${id} (${severity})${names === '' ? '' : ` in ${names}`} of ${where}${description === '' ? '' : `: ${description}`}`;
  return {
    ruleId: id,
    level: LEVELS[severity],
    message: { text },
    // An image has no lines: its Dockerfile is where a fix begins.
    locations: [
      { physicalLocation: { artifactLocation: { uri: `${image.context}/Dockerfile` }, region: { startLine: 1 } } },
    ],
    partialFingerprints: { 'vulnerability/v1': [image.container, id, ...packages.map(({ name }) => name)].join('|') },
  };
}

/** SARIF 2.1.0, 3.27.10. */
const LEVELS: Readonly<Record<Severity, 'error' | 'warning' | 'note'>> = {
  critical: 'error',
  high: 'error',
  medium: 'warning',
  low: 'note',
  informational: 'note',
  undefined: 'note',
};

/** GitHub shows these as critical, high, medium and low again (SARIF support for code scanning, `security-severity`). They are no CVSS scores. */
const SCORES: Readonly<Record<Severity, string>> = {
  critical: '9.5',
  high: '8.0',
  medium: '5.5',
  low: '2.0',
  informational: '0.1',
  undefined: '0.1',
};
