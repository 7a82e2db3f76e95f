import type { Block, Inline } from '@slipway/cli';
import type { ImageName, PresentRepository } from './lifecycle-preview.ts';
import { shownTags } from './shown-tags.ts';

/** Images that are named for each change; the rest is a number. */
const NAMED = 5;

/** What a deployment changes, repository by repository; nothing where it changes nothing. */
export function formatChanges(repositories: readonly PresentRepository[]): Block[] {
  const blocks = repositories.flatMap((repository): Block[] => {
    const items = changesOf(repository);
    if (items.length === 0) return [];
    const { region, repository: name } = repository;
    return [
      { kind: 'paragraph', text: `${region} ${name}:` },
      { kind: 'list', items },
    ];
  });
  return blocks.length === 0 ? [] : [{ kind: 'heading', text: 'What differs from the policies in force' }, ...blocks];
}

function changesOf({ change, replica, effects }: PresentRepository): Inline[] {
  const { inForce, rules, newlyExpired, newlyKept, problems = [] } = change;
  if (inForce === 'same') return [];
  if (inForce === 'none' && rules.length === 0 && effects.length === 0) return [];
  return [
    ...(inForce === 'none' ? ['there is no policy in force'] : []),
    ...problems.map(({ path, message }): Inline => ({ code: `${path}: ${message}` })),
    ...rules.map(({ change: kind, description }): Inline => ({ code: `rule ${kind}: ${description}` })),
    ...named('newly expired', newlyExpired),
    ...named('newly kept', newlyKept),
    ...(replica?.madeBy === 'template'
      ? [
          `ECR gave this replica its policy when it made it, and no deployment changes it: set that of its source in ${replica.of} here, too`,
        ]
      : []),
  ];
}

function named(words: string, images: readonly ImageName[]): Inline[] {
  if (images.length === 0) return [];
  const names = images.slice(0, NAMED).map(({ digest, tags }) => shownTags({ digest, tags }).join(' '));
  const more = images.length > NAMED ? ` and ${images.length - NAMED} more` : '';
  return [{ code: `${images.length} ${words}: ${names.join(', ')}${more}` }];
}
