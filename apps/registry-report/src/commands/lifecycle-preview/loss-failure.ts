import { Failure } from '../../failure.ts';
import type { LifecyclePreview } from './lifecycle-preview.ts';
import type { Loss } from './losses.ts';

const WORDS: Readonly<Record<Loss, string>> = {
  expire: '',
  'expire-tagged': ' with a tag',
  'newly-expired': ' that the policies in force keep',
};

/** The failure of a preview that shows a loss within its days. */
export function lossFailure({ repositories, environment, days }: LifecyclePreview, loss: Loss): Failure | undefined {
  const present = repositories.filter((repository) => repository.state === 'present');
  const lost = present.map((repository) => ({ repository, count: repository.losses[loss] }));
  const total = lost.reduce((sum, { count }) => sum + count, 0);
  if (total === 0) return undefined;
  const where = lost
    .filter(({ count }) => count > 0)
    .map(({ repository: { region, repository }, count }) => `${region} ${repository} (${count})`);
  return new Failure({
    code: 'images-would-be-lost',
    message: `'${environment}' loses ${total} ${total === 1 ? 'image' : 'images'}${WORDS[loss]} within ${days} days: ${where.join(', ')}`,
    fix: "look at them with '--details'; keep them by a rule of their own in the spec, or leave out '--fail-on'",
  });
}
