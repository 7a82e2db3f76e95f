import { createHash } from 'node:crypto';
import type { InventoryImage } from '@slipway/lifecycle';
import { MemoryRegistry } from './memory-registry.ts';
import type { MemoryRepository } from './memory-registry.ts';
import { registryReaderContract } from './registry-reader.contract.ts';
import type { NewImage, NewPolicies } from './registry-reader.contract.ts';

const region = 'us-east-1';
const account = '111111111111';
const reader = new MemoryRegistry(account);
const repositories = new Map<string, MemoryRepository>();

function put(name: string, repository: MemoryRepository): Promise<void> {
  repositories.set(name, repository);
  reader.put(region, name, repository);
  return Promise.resolve();
}

async function push(name: string, { content, tags, children, subject }: NewImage): Promise<string> {
  const digest = `sha256:${createHash('sha256').update(content).digest('hex')}`;
  const { images = [], ...policies } = repositories.get(name) ?? {};
  const image: InventoryImage = {
    digest,
    tags,
    pushedAt: new Date('2026-01-01'),
    sizeBytes: content.length,
    ...(children === undefined ? {} : { children }),
    ...(subject === undefined ? {} : { subject }),
  };
  const others = images.map((other) => ({ ...other, tags: other.tags.filter((tag) => !tags.includes(tag)) }));
  await put(name, { ...policies, images: [...others, image] });
  return digest;
}

registryReaderContract(() => ({
  reader,
  account,
  region,
  create: (name, policies: NewPolicies) => put(name, policies),
  push,
}));
