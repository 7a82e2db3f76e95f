/**
 * Evaluation of 1,000, 10,000 and 100,000 images under 50 rules: `nx bench lifecycle`. Prints the least CPU time of several runs,
 * how much more than n log n it grew, and the peak memory of a process that evaluates once, the inventory included.
 * The target fixes the size of V8's young generation, so that the growth is the algorithm's: by itself the collector resizes it on the
 * way, which adds up to a third at 100,000.
 */
import { execFileSync } from 'node:child_process';
import { cpuUsage, resourceUsage } from 'node:process';
import { evaluate, type InventoryImage, type PolicyDocument, type RuleDocument } from '../src/index.ts';

const RUNS = 7;
const RULES = 50;
const SIZES = [1_000, 10_000, 100_000] as const;
const NOW = new Date('2026-06-01T12:00:00Z');
const MINUTE = 60_000;

/** Rules of all kinds of matching, each about a few images, and one about everything that is left. */
function policy(): PolicyDocument {
  const rules = Array.from({ length: RULES - 1 }, (_, index) => rule(index));
  const last = { tagStatus: 'any', countType: 'sinceImagePushed', countUnit: 'days', countNumber: 30 } as const;
  return { rules: [...rules, { rulePriority: RULES, selection: last, action: { type: 'expire' } }] };
}

function rule(index: number): RuleDocument {
  const count = { countType: 'imageCountMoreThan', countNumber: 10 } as const;
  const tags =
    index % 3 === 0
      ? ({ tagStatus: 'tagged', tagPatternList: [`*-team${index}-*`] } as const)
      : ({ tagStatus: 'tagged', tagPrefixList: [`service${index}-`] } as const);
  return { rulePriority: index + 1, selection: { ...tags, ...count }, action: { type: 'expire' } };
}

function inventory(size: number): InventoryImage[] {
  return Array.from({ length: size }, (_, index) => ({
    digest: `sha256:${((index * 2_654_435_761) >>> 0).toString(16).padStart(8, '0').repeat(8)}`,
    tags: [`service${index % 97}-team${index % 60}-${index}`, `git-${index.toString(16)}`],
    pushedAt: new Date(NOW.getTime() - ((index * 7_919) % (size * 3)) * MINUTE),
    sizeBytes: 50_000_000,
  }));
}

function leastSeconds(size: number): number {
  const images = inventory(size);
  const document = policy();
  const runs = Array.from({ length: RUNS }, () => {
    const before = cpuUsage();
    evaluate(document, images, NOW);
    const { user, system } = cpuUsage(before);
    return (user + system) / 1e6;
  });
  return Math.min(...runs);
}

function printTimes(): void {
  leastSeconds(SIZES[0]);
  let previous: { readonly size: number; readonly seconds: number } | undefined;
  for (const size of SIZES) {
    const seconds = leastSeconds(size);
    const growth = previous === undefined ? '' : `, ${growthText(previous, { size, seconds })}`;
    process.stdout.write(`${size} images x ${RULES} rules: ${(seconds * 1000).toFixed(1)} ms of CPU${growth}\n`);
    previous = { size, seconds };
  }
}

/** In a process of its own: garbage of earlier runs would count otherwise. */
function printMemory(size: number): void {
  evaluate(policy(), inventory(size), NOW);
  process.stdout.write(`peak memory with ${size} images: ${(resourceUsage().maxRSS / 1024).toFixed(0)} MB\n`);
}

const [, self = '', size] = process.argv;
if (size === undefined) {
  printTimes();
  execFileSync(process.execPath, [self, String(SIZES[2])], { stdio: 'inherit' });
} else {
  printMemory(Number(size));
}

/** 1 is exactly n log n; less is better. */
function growthText(
  from: { readonly size: number; readonly seconds: number },
  to: { readonly size: number; readonly seconds: number },
): string {
  const expected = (to.size * Math.log(to.size)) / (from.size * Math.log(from.size));
  return `${(to.seconds / from.seconds / expected).toFixed(2)} times what n log n would grow`;
}
