import {
  EncryptionType,
  ImageTagMutability,
  ImageTagMutabilityExclusionFilterType,
  type EncryptionConfiguration,
  type ImageScanningConfiguration,
  type ImageTagMutabilityExclusionFilter,
} from '@aws-sdk/client-ecr';
import type { CtyObject } from '../wire/cty-value.ts';
import { blocks, flag, requiredText, text, word } from './attribute-readers.ts';

/** How tags may move. */
export function mutabilityOf(planned: CtyObject): ImageTagMutability | undefined {
  return word(planned, { name: 'image_tag_mutability', among: ImageTagMutability });
}

/** The tags that are excepted; undefined when there are none, because ECR refuses an empty list. */
export function exclusionFiltersOf(planned: CtyObject): ImageTagMutabilityExclusionFilter[] | undefined {
  const filters = blocks(planned, 'image_tag_mutability_exclusion_filter').map((block) => ({
    filter: requiredText(block, 'filter'),
    filterType: word(block, { name: 'filter_type', among: ImageTagMutabilityExclusionFilterType }),
  }));
  return filters.length > 0 ? filters : undefined;
}

/** How layers are encrypted; undefined when the configuration leaves it to ECR. */
export function encryptionOf(planned: CtyObject): EncryptionConfiguration | undefined {
  const [block] = blocks(planned, 'encryption_configuration');
  if (block === undefined) return undefined;
  const kmsKey = text(block, 'kms_key');
  return {
    encryptionType: word(block, { name: 'encryption_type', among: EncryptionType }),
    // The state holds an empty text where ECR uses its own key.
    kmsKey: kmsKey === '' ? undefined : kmsKey,
  };
}

/** Whether a push starts a scan; undefined when the configuration leaves it to ECR. */
export function scanningOf(planned: CtyObject): ImageScanningConfiguration | undefined {
  const [block] = blocks(planned, 'image_scanning_configuration');
  return block && { scanOnPush: flag(block, 'scan_on_push') };
}
