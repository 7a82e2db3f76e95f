import { error, under } from '@slipway/findings';
import type { Finding, LocalFinding } from '@slipway/findings';
import { INPUTS_HASH_LABEL } from '@slipway/images';
import type { Digest } from '@slipway/images';
import type { ExpectedImage, ImageFacts, RegionFacts } from './verify-report.ts';

/** ECR user guide, "Private image replication": when a replica follows, and what it never gets. */
const REPLICATION = 'Amazon ECR user guide, private image replication';
const WAIT = 'wait for the replication (--wait 30)';

/** Where each expected image differs from what a region holds. `home` is the region that the replicas follow. */
export function findDifferences(
  expected: ExpectedImage,
  home: RegionFacts,
  replicas: readonly RegionFacts[],
): Finding[] {
  return [
    ...inRegion(home, [...presence(expected, home), ...labels(expected, home), ...tags(expected, home)]),
    ...replicas.flatMap((replica) =>
      inRegion(replica, [
        ...presence(expected, replica),
        ...tags(expected, replica),
        ...referrers(home.image, replica.image),
      ]),
    ),
  ];
}

function inRegion({ region }: RegionFacts, findings: readonly LocalFinding[]): Finding[] {
  return under(region, findings);
}

function presence({ digest, saidBy }: ExpectedImage, { image, replicaOf }: RegionFacts): LocalFinding[] {
  if (image?.unreadable !== undefined) return [incomplete(image.unreadable, replicaOf)];
  if (image !== undefined) return [];
  return replicaOf === undefined
    ? [
        error('image-missing', {
          message: `the image '${digest}' (${saidBy}) is not in the repository`,
          fix: 'push or promote it again, or roll back to an image that is there',
        }),
      ]
    : [
        error('replica-missing', {
          message: `the image '${digest}' (${saidBy}) is not here`,
          fix: `${WAIT}; what was pushed before the replication was configured never follows: push that again`,
          source: REPLICATION,
        }),
      ];
}

function incomplete(why: string, replicaOf: string | undefined): LocalFinding {
  return replicaOf === undefined
    ? error('platform-missing', { message: why, fix: 'push the image again' })
    : error('replica-incomplete', { message: why, fix: `${WAIT}, or push the image again in ${replicaOf}` });
}

/** An image's labels are part of its digest, so replicas can't differ. */
function labels({ inputsHash, commit, saidBy }: ExpectedImage, { image }: RegionFacts): LocalFinding[] {
  return [...(image?.labels ?? [])].flatMap(([platform, has]) => [
    ...labelDiffers({ name: INPUTS_HASH_LABEL, wanted: inputsHash, has, platform, saidBy }),
    ...labelDiffers({ name: 'org.opencontainers.image.revision', wanted: commit, has, platform, saidBy }),
  ]);
}

interface LabelCheck {
  readonly name: string;
  readonly wanted: string | undefined;
  readonly has: Readonly<Record<string, string>>;
  readonly platform: string;
  readonly saidBy: string;
}

function labelDiffers({ name, wanted, has, platform, saidBy }: LabelCheck): LocalFinding[] {
  if (wanted === undefined || has[name] === wanted) return [];
  return [
    error('label-differs', {
      message: `the label '${name}' of ${platform} is '${has[name] ?? 'missing'}', and '${wanted}' by the ${saidBy}`,
      fix: 'find out who wrote the other one; push the container again to have both from one build',
    }),
  ];
}

function tags(expected: ExpectedImage, { tags: there, replicaOf }: RegionFacts): LocalFinding[] {
  return [...there].flatMap(([tag, found]) => {
    if (found === expected.digest) return [];
    return [found === undefined ? tagMissing(tag, expected, replicaOf) : tagDiffers(tag, expected, found)];
  });
}

function tagMissing(tag: string, { digest, saidBy }: ExpectedImage, replicaOf: string | undefined): LocalFinding {
  const message = `the tag '${tag}' is not there; by the ${saidBy} it names '${digest}'`;
  return replicaOf === undefined
    ? error('tag-missing', { message, fix: 'push or promote again: that adds the tag to the image that is there' })
    : error('replica-tag-missing', { message, fix: WAIT });
}

function tagDiffers(tag: string, { digest, saidBy }: ExpectedImage, found: Digest): LocalFinding {
  return error('tag-differs', {
    message: `the tag '${tag}' names '${found}', and '${digest}' by the ${saidBy}`,
    fix: 'find out who moved the tag; make the repository immutable, and push again under a new tag',
  });
}

function referrers(home: ImageFacts | undefined, replica: ImageFacts | undefined): LocalFinding[] {
  if (home === undefined || replica === undefined) return [];
  return home.referrers
    .filter((digest) => !replica.referrers.includes(digest))
    .map((digest) =>
      error('referrer-missing', {
        message: `'${digest}', which refers to the image in its own region, is not listed here`,
        fix: `${WAIT}; else attach it again, so that it is replicated`,
      }),
    );
}
