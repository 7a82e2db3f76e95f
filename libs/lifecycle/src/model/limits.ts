/** What ECR takes in a lifecycle policy, and where AWS says so. */
export const LIFECYCLE_LIMITS = {
  /** Rules of one policy. */
  rules: { least: 1, most: 50, source: 'Amazon ECR service quotas' },
  /** Characters of `lifecyclePolicyText`. */
  textLength: { least: 100, most: 30_720, source: 'API reference, PutLifecyclePolicy' },
  /** `*` in one tag pattern. */
  wildcards: { most: 4, source: 'ECR user guide, lifecycle policy properties' },
  /** Days in archive storage before a rule may delete. */
  archivedDays: { least: 90, source: 'ECR user guide, lifecycle policy examples' },
} as const;
