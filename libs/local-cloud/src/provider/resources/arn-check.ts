import { checkTexts, type ConfigurationCheck } from './configuration-checks.ts';

/** The text at the dotted path is an ARN; an empty one is let through. */
export function arn(path: string): ConfigurationCheck {
  return checkTexts(path, (text, name) => {
    const problem = text === '' ? undefined : arnProblem(text);
    return problem === undefined ? undefined : `"${name}" (${text}) is an invalid ARN: ${problem}`;
  });
}

const PARTITION = /^aws(-[a-z]+)*$/;
const REGION = /^[a-z]{2}(-[a-z]+)+-\d{1,2}$/;
const ACCOUNT = /^(aws|aws-managed|third-party|aws-marketplace|\d{12}|cw.{10})$/;

function arnProblem(text: string): string | undefined {
  const [prefix, partition, , region = '', account = '', ...resource] = text.split(':');
  if (prefix !== 'arn') return 'arn: invalid prefix';
  if (resource.length === 0) return 'arn: not enough sections';
  if (!partition) return 'missing partition value';
  if (!PARTITION.test(partition))
    return `invalid partition value (expecting to match regular expression: ${PARTITION.source})`;
  if (region !== '' && !REGION.test(region))
    return `invalid region value (expecting to match regular expression: ${REGION.source})`;
  if (account !== '' && !ACCOUNT.test(account))
    return `invalid account value (expecting to match regular expression: ${ACCOUNT.source})`;
  return resource.join(':') === '' ? 'missing resource value' : undefined;
}
