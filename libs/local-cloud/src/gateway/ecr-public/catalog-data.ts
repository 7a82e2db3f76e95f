import type { EcrCall } from '../ecr/ecr-call.ts';
import { catalogDataInput } from './catalog-data-input.ts';
import { changePublicRepository } from './change-public-repository.ts';
import { readPublicRepository } from './read-public-repository.ts';

/** Empty for a repository that was never given any. */
export async function getRepositoryCatalogData(call: EcrCall): Promise<object> {
  const { catalogData } = await readPublicRepository(call, call.input.text('repositoryName'));
  return { catalogData };
}

/** Replaces all of it: what the call leaves out is gone. */
export async function putRepositoryCatalogData(call: EcrCall): Promise<object> {
  const catalogData = catalogDataInput(call.input);
  const name = call.input.text('repositoryName');
  await changePublicRepository(call, { name, change: (before) => ({ ...before, catalogData }) });
  return { catalogData };
}
