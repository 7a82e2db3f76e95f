import type { ImageId } from '../control-plane.ts';
import { invalidParameter } from './invalid-parameter.ts';

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

  /** @throws AwsError for a text that the pattern doesn't match. */
  matching(name: string, pattern: RegExp): string {
    return this.optionalMatching(name, pattern) ?? invalid(name, 'a text');
  }

  /** @throws AwsError for a text that the pattern doesn't match. */
  optionalMatching(name: string, pattern: RegExp): string | undefined {
    const value = this.optionalText(name);
    if (value === undefined || pattern.test(value)) return value;
    throw invalidParameter(name, `must satisfy regular expression '${pattern.source}'`);
  }

  /** A text of at most so many characters. */
  optionalUpTo(name: string, longest: number): string | undefined {
    const value = this.optionalText(name);
    if (value === undefined || value.length <= longest) return value;
    throw invalidParameter(name, `Member must have length less than or equal to ${longest}`);
  }

  /** One of AWS's own words. */
  optionalWord<Word extends string>(name: string, words: readonly Word[]): Word | undefined {
    const value = this.optionalText(name);
    const known = words.find((word) => word === value);
    if (value === undefined || known !== undefined) return known;
    throw invalidParameter(name, `Member must satisfy enum value set: [${words.join(', ')}]`);
  }

  /** A structure inside the input. */
  optionalStructure(name: string): ApiInput | undefined {
    const value = this.#fields.get(name) ?? undefined;
    if (value === undefined) return undefined;
    return isStructure(value) ? new ApiInput(value) : invalid(name, 'a structure');
  }

  /** A list of structures inside the input. */
  optionalStructures(name: string): readonly ApiInput[] | undefined {
    const value = this.#fields.get(name) ?? undefined;
    if (value === undefined) return undefined;
    if (!Array.isArray(value) || !value.every(isStructure)) return invalid(name, 'a list of structures');
    return value.map((item) => new ApiInput(item));
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

function isStructure(value: unknown): value is object {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
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
  throw invalidParameter(name, `must be ${wanted}`);
}
