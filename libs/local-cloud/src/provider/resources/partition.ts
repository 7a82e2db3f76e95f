import type { DataSourceBehaviour } from './data-source-behaviour.ts';

export const partition: DataSourceBehaviour = {
  read: (cloud) => {
    const { name, dnsSuffix } = partitionOf(cloud.region);
    const reverse = dnsSuffix.split('.').reverse().join('.');
    return { id: name, partition: name, dns_suffix: dnsSuffix, reverse_dns_prefix: reverse };
  },
};

function partitionOf(region: string): { readonly name: string; readonly dnsSuffix: string } {
  if (region.startsWith('cn-')) return { name: 'aws-cn', dnsSuffix: 'amazonaws.com.cn' };
  if (region.startsWith('us-gov-')) return { name: 'aws-us-gov', dnsSuffix: 'amazonaws.com' };
  return { name: 'aws', dnsSuffix: 'amazonaws.com' };
}
