import { AwsError } from '../aws-error.ts';
import type { ImageId } from '../control-plane.ts';

/** The input of an API call, read with the checks that the SDKs leave to the service. */
export class ApiInput {
  /** The input as it was sent. */
  readonly fields: object;
  readonly #fields: ReadonlyMap<string, unknown>;

  constructor(fields: object) {
    this.fields = fields;
    this.#fields = new Map(Object.entries(fields));
  }

  text(name: string): string {
    return this.optionalText(name) ?? invalid(name, 'a text');
  }

  optionalText(name: string): string | undefined {
    const value = this.#fields.get(name) ?? undefined;
    return value === undefined || typeof value === 'string' ? value : invalid(name, 'a text');
  }

  optionalNumber(name: string): number | undefined {
    const value = this.#fields.get(name) ?? undefined;
    return value === undefined || typeof value === 'number' ? value : invalid(name, 'a number');
  }

  flag(name: string): boolean {
    return this.#fields.get(name) === true;
  }

  optionalTexts(name: string): readonly string[] | undefined {
    const value = this.#fields.get(name) ?? undefined;
    return value === undefined || isTexts(value) ? value : invalid(name, 'a list of texts');
  }

  optionalImageIds(): readonly ImageId[] | undefined {
    const value = this.#fields.get('imageIds') ?? undefined;
    return value === undefined || isImageIds(value) ? value : invalid('imageIds', 'a list of image ids');
  }

  /** 1 to 100 image ids. */
  imageIds(): readonly ImageId[] {
    const ids = this.optionalImageIds() ?? [];
    return ids.length >= 1 && ids.length <= 100 ? ids : invalid('imageIds', 'a list of 1 to 100 image ids');
  }

  /** `filter.tagStatus` of DescribeImages and ListImages. */
  tagStatus(): string | undefined {
    const filter = this.#fields.get('filter');
    return typeof filter === 'object' && filter !== null ? new ApiInput(filter).optionalText('tagStatus') : undefined;
  }
}

function isTexts(value: unknown): value is readonly string[] {
  return Array.isArray(value) && value.every((item) => typeof item === 'string');
}

function isImageIds(value: unknown): value is readonly ImageId[] {
  return Array.isArray(value) && value.every(isImageId);
}

function isImageId(value: unknown): value is ImageId {
  if (typeof value !== 'object' || value === null) return false;
  const { imageDigest, imageTag } = value as { imageDigest?: unknown; imageTag?: unknown };
  return [imageDigest, imageTag].every((part) => part === undefined || typeof part === 'string');
}

function invalid(name: string, wanted: string): never {
  throw new AwsError(
    'InvalidParameterException',
    `Invalid parameter at '${name}' failed to satisfy constraint: 'must be ${wanted}'`,
  );
}
