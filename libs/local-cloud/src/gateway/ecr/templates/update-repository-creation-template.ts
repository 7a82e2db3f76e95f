import { secondsNow } from '../../seconds-now.ts';
import type { EcrCall } from '../ecr-call.ts';
import { checkExclusions } from './check-exclusions.ts';
import { missingTemplate } from './missing-template.ts';
import { templateInput } from './template-input.ts';

/** Changes the settings that the call gives; the others stay. */
export function updateRepositoryCreationTemplate(call: EcrCall): Promise<object> {
  const prefix = call.input.text('prefix');
  const given = templateInput(call.input);
  return call.context.records.creationTemplates.change(call, (templates) => {
    const before = templates.get(prefix);
    if (before === undefined) throw missingTemplate();
    const template = checkExclusions({ ...before, ...given, updatedAt: secondsNow() }, given);
    templates.set(prefix, template);
    return { registryId: call.account, repositoryCreationTemplate: template };
  });
}
