import { expect, it } from '@jest/globals';
import * as images from './index.ts';

it('exports exactly this', () => {
  expect(Object.keys(images).sort()).toEqual([
    'IMAGE_RECORD_VERSION',
    'INPUTS_HASH_LABEL',
    'InvalidImageValue',
    'RELEASE_ENTRY_VERSION',
    'TAG_PRESETS',
    'currentRelease',
    'digestIn',
    'digestRef',
    'formatImageRef',
    'imageTags',
    'inputsHash',
    'isDigest',
    'isIdentified',
    'isTagName',
    'ociLabels',
    'parseDigest',
    'parseImageRecord',
    'parseImageRef',
    'parseTagName',
    'previousRelease',
    'rollbackFrom',
    'tagRuleProblems',
    'usesOf',
    'usesOfRepository',
  ]);
});
