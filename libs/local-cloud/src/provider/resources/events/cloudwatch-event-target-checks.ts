import { textTags } from '../../plan/tags.ts';
import { attributePath } from '../../wire/attribute-path.ts';
import type { CtyObject } from '../../wire/cty-value.ts';
import { errorDiagnostic, type Diagnostic } from '../../wire/diagnostic.ts';
import { arn } from '../arn-check.ts';
import { blocks } from '../attribute-readers.ts';
import {
  allChecks,
  jsonDocumentOrEmpty,
  lengthBetween,
  numberBetween,
  type ConfigurationCheck,
} from '../configuration-checks.ts';
import { busCheck, eventsName } from './event-bus.ts';

const INPUTS = ['input', 'input_path', 'input_transformer'];
// https://docs.aws.amazon.com/eventbridge/latest/APIReference/API_InputTransformer.html
const MOST_INPUT_PATHS = 100;

/** What the real provider checks of a target. */
export const targetChecks: ConfigurationCheck = allChecks(
  oneInput,
  inputPaths,
  eventsName('rule'),
  eventsName('target_id'),
  busCheck,
  arn('arn'),
  arn('role_arn'),
  arn('dead_letter_config.arn'),
  jsonDocumentOrEmpty('input'),
  lengthBetween('input', [0, 8192]),
  lengthBetween('input_path', [0, 256]),
  lengthBetween('input_transformer.input_template', [1, 8192]),
  numberBetween('retry_policy.maximum_event_age_in_seconds', [0, 86_400]),
  numberBetween('retry_policy.maximum_retry_attempts', [0, 185]),
);

function oneInput(config: CtyObject): readonly Diagnostic[] {
  const written = INPUTS.filter((name) => typeof config[name] === 'string' || blocks(config, name).length > 0);
  return written.flatMap((name) =>
    written
      .filter((other) => other !== name)
      .map((other) => errorDiagnostic(`"${name}": conflicts with ${other}`, { attribute: attributePath(name) })),
  );
}

function inputPaths(config: CtyObject): readonly Diagnostic[] {
  const [transformer = {}] = blocks(config, 'input_transformer');
  const names = Object.keys(textTags(transformer['input_paths']));
  const problems = names
    .filter((name) => name.startsWith('AWS'))
    .map((name) => `Map key '${name}' must not start with "AWS"`);
  if (names.length > MOST_INPUT_PATHS) problems.push(`Map must contain at most ${MOST_INPUT_PATHS} elements`);
  return problems.map((problem) => errorDiagnostic(problem, { attribute: attributePath('input_transformer') }));
}
