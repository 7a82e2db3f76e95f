import type { LocalFinding } from '@slipway/findings';
import { ends, sets } from '../change/effects.ts';
import { readText, readValue } from '../change/read-value.ts';
import { scannedLess, scannedWords, scanningOf } from '../scanning/scanning-of.ts';
import type { ResourceChange, Side } from '../plan/plan.ts';
import { graded } from './graded.ts';
import type { Rule, RuleContext } from './rule.ts';

const RULE = 'scanning-off';
const FIX = 'keep scanning on: who pulls must know what is in the image';

/** Images that are scanned less than before: by the settings of a repository, or of the whole registry. */
export const scanningOff: Rule = (change, context) => {
  if (change.type === 'aws_ecr_repository') return ofRepository(change, context);
  if (change.type === 'aws_ecr_registry_scanning_configuration') return ofRegistry(change, context);
  return [];
};

function ofRepository(change: ResourceChange, context: RuleContext): LocalFinding[] {
  if (change.kind === 'create' || !sets(change) || !scansOnPush(change.before) || scansOnPush(change.after)) return [];
  return [graded(context, RULE, { message: 'images are no longer scanned when they are pushed', fix: FIX })];
}

/** What is unknown is taken not to be on. */
function scansOnPush(side: Side): boolean {
  const reading = readValue(side, ['image_scanning_configuration', 0, 'scan_on_push']);
  return reading.state === 'known' && reading.value === true;
}

function ofRegistry(change: ResourceChange, context: RuleContext): LocalFinding[] {
  if (ends(change))
    return [graded(context, RULE, { message: 'the registry has no scanning configuration any more', fix: FIX })];
  if (change.kind === 'create') return [];
  const weaker =
    readText(change.before, 'scan_type') === 'ENHANCED' && readText(change.after, 'scan_type') !== 'ENHANCED';
  const lost = scannedLess(scanningOf(change.before), scanningOf(change.after));
  return [
    ...(weaker ? [graded(context, RULE, { message: 'scanning is no longer ENHANCED', fix: FIX })] : []),
    ...lost.map((one) =>
      graded(context, RULE, { message: `the registry no longer scans ${scannedWords(one)}`, fix: FIX }),
    ),
  ];
}
