import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { execa } from 'execa';

/** GitHub documentation, "Workflow commands for GitHub Actions": a step summary has at most 1 MiB; a character may be more than a byte. */
const MOST_SUMMARY_CHARACTERS = 500_000;
/** Of plan-review: the plans were read, and what they do is blocked. */
const BLOCKED = 5;

export interface WrittenReview {
  /** 0: nothing blocks. 5: something does, and the review says what. Else there is no review. */
  readonly exitCode: number;
  /** Whether the plans change anything at all. */
  readonly changed: boolean;
  /** File of the long form, where there is a review. */
  readonly summary?: string;
}

export interface ReviewFolders {
  /** Saved plans are in `<dist>/plans/<environment>`; the review goes into `<dist>/ci`. */
  readonly dist: string;
  /** What the plans were made of is in `<stacks>/<environment>`. A plan alone doesn't show policies that name what isn't there yet. */
  readonly stacks: string;
}

/** Reviews the saved plans of environments as one, into `review.md` and, longer, `summary.md`. */
export async function writeReview(environments: readonly string[], folders: ReviewFolders): Promise<WrittenReview> {
  const { dist } = folders;
  const stacks = environments.flatMap((name) => stackFlags(name, folders));
  const folder = join(dist, 'ci');
  const summary = join(folder, 'summary.md');
  await mkdir(folder, { recursive: true });
  const { stdout, exitCode = 1 } = await planReview([...stacks, '--json'], 'inherit');
  if (exitCode !== 0 && exitCode !== BLOCKED) return { exitCode, changed: false };
  const { changed } = JSON.parse(stdout) as { readonly changed: boolean };
  const markdown = [...stacks, '--format', 'markdown', '--out'];
  await Promise.all([
    planReview([...markdown, join(folder, 'review.md')], 'ignore'),
    planReview([...markdown, summary, '--limit', String(MOST_SUMMARY_CHARACTERS)], 'ignore'),
  ]);
  return { exitCode, changed, summary };
}

function stackFlags(name: string, { dist, stacks }: ReviewFolders): string[] {
  const plan = `${name}=${join(dist, 'plans', name, 'plan.json')}`;
  return ['--stack', plan, '--configuration', `${name}=${join(stacks, name, 'cdk.tf.json')}`];
}

/** Its verdict is in the exit code, so that isn't an error. */
async function planReview(args: readonly string[], stderr: 'inherit' | 'ignore') {
  return await execa('plan-review', args, { preferLocal: true, reject: false, stderr });
}
