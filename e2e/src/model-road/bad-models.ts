import { createHash } from 'node:crypto';
import type { ModelBucket } from './model-bucket.ts';

/** A version as it lies in the bucket. */
interface Version {
  readonly manifest: Readonly<Record<string, unknown>>;
  readonly model: Uint8Array;
}

export interface BadModel {
  /** What is wrong with it. */
  readonly name: string;
  /** Its version: words of the server's messages. */
  readonly version: string;
  /** What the server has to say about it. */
  readonly problem: RegExp;
  readonly make: (good: Version) => Version;
}

/** Ways in which a version can be bad. */
export const badModels: readonly BadModel[] = [
  {
    name: 'a model that was changed after its export',
    version: 'm-tampered',
    problem: /"m-tampered" has sha256 "[0-9a-f]{64}", its manifest says "[0-9a-f]{64}"/,
    make: ({ manifest, model }) => ({ manifest, model: changed(model) }),
  },
  {
    name: 'a model that was cut off while it was uploaded',
    version: 'm-cut-upload',
    problem: /"m-cut-upload" has sha256 "[0-9a-f]{64}", its manifest says "[0-9a-f]{64}"/,
    make: ({ manifest, model }) => ({ manifest, model: half(model) }),
  },
  {
    name: 'a model that was cut off before its manifest was made',
    version: 'm-cut-file',
    problem: /XGBoost cannot load the model file/,
    make: ({ manifest, model }) => ({ manifest: { ...manifest, model: fileOf(half(model)) }, model: half(model) }),
  },
  {
    name: 'a model of an older schema, without DISCOUNT_SHARE',
    version: 'm-old-schema',
    problem: /"m-old-schema" takes "SPEND", "UNITS", "VISITS", this server sends .*"DISCOUNT_SHARE" \(optional\)/,
    make: ({ manifest, model }) => ({ manifest: { ...manifest, features: requiredOf(manifest) }, model }),
  },
  {
    name: 'a manifest of an older format',
    version: 'm-old-format',
    problem: /m-old-format\/manifest\.json.*format/s,
    make: ({ manifest, model }) => ({ manifest: { ...manifest, format: 0 }, model }),
  },
];

/** Puts it beside the good version and makes it current, as somebody does who may write to the bucket and bypasses `export`. */
export async function exportBadModel(bucket: ModelBucket, good: string, bad: BadModel): Promise<void> {
  const { manifest, model } = bad.make({
    manifest: await bucket.readModelJson(`versions/${good}/manifest.json`),
    model: await bucket.readModelObject(`versions/${good}/model.ubj`),
  });
  const { version } = bad;
  await bucket.putModelObject(`versions/${version}/model.ubj`, model);
  await bucket.putModelObject(`versions/${version}/manifest.json`, JSON.stringify({ ...manifest, version }));
  await bucket.putModelObject('current.json', JSON.stringify({ format: 1, version, previous: good }));
}

function changed(model: Uint8Array): Uint8Array {
  return model.map((byte, index) => (index === model.length - 2 ? byte ^ 1 : byte));
}

function half(model: Uint8Array): Uint8Array {
  return model.subarray(0, model.length / 2);
}

function fileOf(model: Uint8Array) {
  return { file: 'model.ubj', sha256: createHash('sha256').update(model).digest('hex'), bytes: model.length };
}

function requiredOf({ features }: Version['manifest']) {
  return (features as readonly { readonly required: boolean }[]).filter(({ required }) => required);
}
