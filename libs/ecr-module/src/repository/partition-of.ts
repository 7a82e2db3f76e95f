/** A closed part of AWS: its name in ARNs, and the end of its host names. */
export interface Partition {
  readonly name: 'aws' | 'aws-cn' | 'aws-us-gov';
  readonly dnsSuffix: string;
}

/** Regions of the secret and sovereign partitions, whose registries have other host names. */
const UNKNOWN = /-iso[a-z]?-|^eusc-/;
const REGION = /^[a-z]{2}(-[a-z]+)+-\d+$/;

/**
 * The partition of a region (AWS user guide, "Amazon Resource Names"; ECR, "Endpoints and quotas").
 * @throws Error for what is no region, and for the partitions that this library doesn't know
 */
export function partitionOf(region: string): Partition {
  if (!REGION.test(region) || UNKNOWN.test(region)) {
    throw new Error(
      `the partition of the region "${region}" is not known: use a region of aws, aws-cn (cn-...) or aws-us-gov (us-gov-...)`,
    );
  }
  if (region.startsWith('cn-')) return { name: 'aws-cn', dnsSuffix: 'amazonaws.com.cn' };
  if (region.startsWith('us-gov-')) return { name: 'aws-us-gov', dnsSuffix: 'amazonaws.com' };
  return { name: 'aws', dnsSuffix: 'amazonaws.com' };
}
