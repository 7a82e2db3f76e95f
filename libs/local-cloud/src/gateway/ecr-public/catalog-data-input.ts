import type { ApiInput } from '../ecr/api-input.ts';
import { invalidParameter } from '../ecr/invalid-parameter.ts';
import type { CatalogData } from './public-repository.ts';

const longest = { description: 1024, text: 25_600, words: 50 };

/** The catalog data of a call; a logo is accepted and not kept. */
export function catalogDataInput(input: ApiInput): CatalogData {
  const catalog = input.optionalStructure('catalogData');
  if (catalog === undefined) return {};
  return {
    description: catalog.optionalUpTo('description', longest.description),
    architectures: words(catalog, 'architectures'),
    operatingSystems: words(catalog, 'operatingSystems'),
    aboutText: catalog.optionalUpTo('aboutText', longest.text),
    usageText: catalog.optionalUpTo('usageText', longest.text),
  };
}

function words(catalog: ApiInput, name: string): readonly string[] | undefined {
  const found = catalog.optionalTexts(name);
  if (found === undefined || found.length <= longest.words) return found;
  throw invalidParameter(name, `Member must have length less than or equal to ${longest.words}`);
}
