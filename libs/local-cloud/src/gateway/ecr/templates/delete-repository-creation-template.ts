import type { EcrCall } from '../ecr-call.ts';
import { missingTemplate } from './missing-template.ts';

export function deleteRepositoryCreationTemplate(call: EcrCall): Promise<object> {
  const prefix = call.input.text('prefix');
  return call.context.records.creationTemplates.change(call, (templates) => {
    const template = templates.get(prefix);
    if (template === undefined) throw missingTemplate();
    templates.delete(prefix);
    return { registryId: call.account, repositoryCreationTemplate: template };
  });
}
