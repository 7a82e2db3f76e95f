import type { RepositoryCatalogData, RepositoryCatalogDataInput } from '@aws-sdk/client-ecr-public';
import type { CtyObject, CtyValue } from '../wire/cty-value.ts';
import { blocks, text, texts, writtenText } from './attribute-readers.ts';

/** What the gallery is to show; undefined when the configuration says nothing of it. */
export function catalogDataOf(planned: CtyObject): RepositoryCatalogDataInput | undefined {
  const [block] = blocks(planned, 'catalog_data');
  if (block === undefined) return undefined;
  const logo = writtenText(block, 'logo_image_blob');
  return {
    aboutText: writtenText(block, 'about_text'),
    architectures: texts(block, 'architectures'),
    description: writtenText(block, 'description'),
    logoImageBlob: logo === undefined ? undefined : Buffer.from(logo, 'base64'),
    operatingSystems: texts(block, 'operating_systems'),
    usageText: writtenText(block, 'usage_text'),
  };
}

/** What the gallery shows. AWS answers no logo but its URL, so the state's is kept. */
export function foundCatalogData(catalog: RepositoryCatalogData, state: CtyObject): CtyValue {
  const [before] = blocks(state, 'catalog_data');
  return [
    {
      about_text: catalog.aboutText ?? null,
      architectures: catalog.architectures ?? null,
      description: catalog.description ?? null,
      logo_image_blob: (before && text(before, 'logo_image_blob')) ?? null,
      operating_systems: catalog.operatingSystems ?? null,
      usage_text: catalog.usageText ?? null,
    },
  ];
}
