import { warning } from '@slipway/findings';
import { untiedServices } from '../../policy/openness.ts';
import type { StatementRule } from './statement-rule.ts';

/** A service works for every customer: it has to be told for whose resource it may use this one. Trust policies of services mostly can't say. */
export const confusedDeputy: StatementRule = (statement, { kind }) => {
  if (kind !== 'resource') return [];
  return untiedServices(statement).map((service) =>
    warning('confused-deputy', {
      message: `${service} may use it for any customer of AWS`,
      fix: 'add a condition on "aws:SourceAccount" or "aws:SourceArn"',
      source: 'IAM user guide, "The confused deputy problem"',
    }),
  );
};
