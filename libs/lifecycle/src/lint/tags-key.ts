import type { SelectionDocument } from '../model/policy-document.ts';

/** The same for selections of the same images: lists are sets to ECR, whatever their order and repetitions. */
export function tagsKey({ tagStatus, tagPrefixList, tagPatternList, storageClass }: SelectionDocument): string {
  return JSON.stringify([storageClass ?? 'standard', tagStatus, sorted(tagPrefixList), sorted(tagPatternList)]);
}

function sorted(list: readonly string[] = []): string[] {
  return [...new Set(list)].sort();
}
