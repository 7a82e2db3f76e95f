import type { GateAnswer, GateFacts, ScanFacts } from './gate.ts';

/** More findings than this are counted, not named. */
const NAMED = 5;

/** Open for an image whose scan in the environment that it comes from is complete, and good enough for the one that it goes to. */
export function scannedGate({ scan, ...facts }: GateFacts): GateAnswer {
  if (scan === undefined) return notScanned('its scan was not read', facts);
  if ('unreadable' in scan) return unreadable(scan.unreadable, facts);
  if (!scan.complete) return notScanned(`the scan in '${facts.from}' has no result: ${scan.status}`, facts);
  return tooBad(scan) ?? wrongExceptions(scan) ?? clean(scan, facts);
}

type Facts = Omit<GateFacts, 'scan'>;
type ScanResult = Exclude<ScanFacts, { readonly unreadable: string }>;

function notScanned(facts: string, { container, from, digest }: Facts): GateAnswer {
  return { open: false, facts, fix: `scan it: 'image-builder scan ${container} --env ${from} --digest ${digest}'` };
}

function unreadable(words: string, { from }: Facts): GateAnswer {
  return {
    open: false,
    facts: `the scan in '${from}' can't be read: ${words}`,
    fix: `grant these credentials 'read' in the repository of '${from}' (ecr:DescribeImageScanFindings), or name a profile of its account by --from-profile`,
  };
}

function tooBad({ violations, failOn }: ScanResult): GateAnswer | undefined {
  if (violations.length === 0) return undefined;
  const names = violations.slice(0, NAMED).map(({ id, severity }) => `${id} (${severity})`);
  const more = violations.length > NAMED ? ` and ${violations.length - NAMED} more` : '';
  return {
    open: false,
    facts: `vulnerabilities without an exception, '${failOn}' or worse: ${names.join(', ')}${more}`,
    fix: 'update the packages or the base image and push again, or write an exception with owner, reason and end into scan-exceptions.json',
  };
}

function wrongExceptions({ exceptionProblems }: ScanResult): GateAnswer | undefined {
  if (exceptionProblems.length === 0) return undefined;
  const each = exceptionProblems.map(({ kind, exception }) => `'${exception.id}' is ${kind}`);
  return {
    open: false,
    facts: `exceptions in scan-exceptions.json have to be looked at again: ${each.join(', ')}`,
    fix: 'delete those that are unused; decide anew on those that are expired, with a later end',
  };
}

function clean({ failOn, excepted, completedAt }: ScanResult, { from }: Facts): GateAnswer {
  const when = completedAt === undefined ? '' : ` at ${completedAt}`;
  const but = excepted.length === 0 ? '' : ` but ${excepted.length} with an exception`;
  return { open: true, facts: `scanned in '${from}'${when}: nothing '${failOn}' or worse${but}`, fix: '' };
}
