import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { SchemaBlock } from '../schema/schema-block.ts';
import { attributePath } from '../wire/attribute-path.ts';
import { UNKNOWN, type CtyObject } from '../wire/cty-value.ts';
import { equivalentLifecyclePolicy } from './equivalent-lifecycle-policy.ts';
import { planChange, type PlanInput, type PlannedChange } from './plan-change.ts';

const optional = { required: false, optional: true, computed: false };
const computed = { required: false, optional: false, computed: true };
const optionalComputed = { required: false, optional: true, computed: true };

const block: SchemaBlock = {
  attributes: {
    id: { type: 'string', ...optionalComputed },
    arn: { type: 'string', ...computed },
    name: { type: 'string', required: true, optional: false, computed: false },
    mutability: { type: 'string', ...optional },
    policy: { type: 'string', ...optional },
    region: { type: 'string', ...optionalComputed },
    tags: { type: ['map', 'string'], ...optional },
    tags_all: { type: ['map', 'string'], ...optionalComputed },
  },
  blocks: {
    encryption: {
      nesting: 'list',
      minItems: 0,
      maxItems: 0,
      block: {
        attributes: { type: { type: 'string', ...optional }, key: { type: 'string', ...optionalComputed } },
        blocks: {},
      },
    },
  },
};

const rules = {
  forceNew: ['name', 'encryption.type', 'encryption.key'],
  defaults: { mutability: 'MUTABLE', 'encryption.type': 'AES256' },
  keptWhenUnset: ['encryption'],
  documents: { policy: equivalentLifecyclePolicy },
};

const prior: CtyObject = {
  id: 'a',
  arn: 'arn:a',
  name: 'a',
  mutability: 'MUTABLE',
  policy: null,
  region: 'eu-west-1',
  tags: null,
  tags_all: {},
  encryption: [{ type: 'AES256', key: '' }],
};

const settings = { region: 'eu-west-1', defaultTags: {} };

function planCreate(config: CtyObject, options: Partial<PlanInput> = {}): PlannedChange {
  return planChange({
    block,
    rules,
    prior: null,
    proposed: { encryption: [], ...config },
    config,
    settings,
    ...options,
  });
}

/** As Terraform does, takes from the prior state what is computed and not configured. */
function planUpdate(config: CtyObject, options: Partial<PlanInput> = {}): PlannedChange {
  const { id = null, arn = null, region = null }: CtyObject = options.prior ?? prior;
  const proposed: CtyObject = { id, arn, region, encryption: [], ...config };
  return planChange({ block, rules, prior, proposed, config, settings, ...options });
}

// Terraform's documented rules for PlanResourceChange: computed attributes that nobody sets become unknown on create.
// https://github.com/hashicorp/terraform/blob/main/docs/resource-instance-change-lifecycle.md
describe('a create', () => {
  it('leaves to AWS what is computed and not configured', () => {
    expect(planCreate({ name: 'a' }).planned).toMatchObject({ name: 'a', id: UNKNOWN, arn: UNKNOWN });
  });

  it('leaves to AWS what is computed inside a block', () => {
    const { planned } = planCreate({ name: 'a', encryption: [{ type: 'KMS', key: null }] });
    expect(planned['encryption']).toEqual([{ type: 'KMS', key: UNKNOWN }]);
  });

  it('keeps configured values, known or not', () => {
    const { planned } = planCreate({ name: UNKNOWN, encryption: [{ type: 'KMS', key: 'k' }] });
    expect(planned).toMatchObject({ name: UNKNOWN, encryption: [{ type: 'KMS', key: 'k' }] });
  });

  it('fills in defaults, inside blocks too', () => {
    const { planned } = planCreate({ name: 'a', encryption: [{ type: null, key: null }] });
    expect(planned).toMatchObject({ mutability: 'MUTABLE', encryption: [{ type: 'AES256' }] });
  });

  it('leaves blocks alone that are not known yet', () => {
    expect(planCreate({ name: 'a', encryption: UNKNOWN }).planned['encryption']).toBe(UNKNOWN);
  });

  it('replaces nothing', () => {
    expect(planCreate({ name: 'a' }).requiresReplace).toEqual([]);
  });

  it('goes to the region of the provider block unless it names its own', () => {
    expect(planCreate({ name: 'a' }).planned['region']).toBe('eu-west-1');
    expect(planCreate({ name: 'a', region: 'us-west-2' }).planned['region']).toBe('us-west-2');
  });
});

describe('an update', () => {
  it('without a difference plans the prior state', () => {
    expect(planUpdate({ name: 'a' })).toEqual({
      planned: { ...prior, mutability: 'MUTABLE', policy: undefined, tags: undefined },
      requiresReplace: [],
    });
  });

  it('of an attribute that may change in place replaces nothing', () => {
    const { planned, requiresReplace } = planUpdate({ name: 'a', mutability: 'IMMUTABLE' });
    expect([planned['mutability'], requiresReplace]).toEqual(['IMMUTABLE', []]);
  });

  it('takes a removed attribute back to its default', () => {
    const changed = { prior: { ...prior, mutability: 'IMMUTABLE' } };
    expect(planUpdate({ name: 'a' }, changed).planned['mutability']).toBe('MUTABLE');
  });

  it.each<[string, CtyObject, (string | number)[]]>([
    ['its name', { name: 'b' }, ['name']],
    ['a name that is not known yet', { name: UNKNOWN }, ['name']],
    ['its region', { name: 'a', region: 'us-west-2' }, ['region']],
    ['an attribute of a block', { name: 'a', encryption: [{ type: 'KMS', key: '' }] }, ['encryption', 0, 'type']],
    ['a block that is not known yet', { name: 'a', encryption: UNKNOWN }, ['encryption']],
  ])('of %s replaces the resource and says where', (_, config, steps) => {
    expect(planUpdate(config).requiresReplace).toContainEqual(attributePath(...steps));
  });

  it.each([
    ['', null],
    [null, ''],
  ])('from %j to %j of a text is none, as to the real provider’s SDK', (before, after) => {
    const { planned } = planUpdate({ name: 'a', policy: after }, { prior: { ...prior, policy: before } });
    expect(planned['policy']).toBe(before);
  });

  it('that adds a block which must stand from the start replaces the resource', () => {
    const bare = { prior: { ...prior, encryption: [] } };
    const { requiresReplace } = planUpdate({ name: 'a', encryption: [{ type: 'KMS', key: 'k' }] }, bare);
    expect(requiresReplace).toContainEqual(attributePath('encryption'));
  });

  it('that leaves out a kept block keeps it', () => {
    expect(planUpdate({ name: 'a', encryption: [] })).toMatchObject({
      planned: { encryption: prior['encryption'] },
      requiresReplace: [],
    });
  });

  it('stays in its region when the provider block moves to another', () => {
    const { planned, requiresReplace } = planUpdate(
      { name: 'a' },
      { settings: { region: 'us-east-1', defaultTags: {} } },
    );
    expect([planned['region'], requiresReplace]).toEqual(['eu-west-1', []]);
  });

  it('of a state without a region is no move', () => {
    const { planned, requiresReplace } = planUpdate({ name: 'a' }, { prior: { ...prior, region: null } });
    expect([planned['region'], requiresReplace]).toEqual(['eu-west-1', []]);
  });
});

describe('a document', () => {
  const rule = (priority: number) => ({ rulePriority: priority, action: { type: 'expire' } });
  const text = JSON.stringify({ rules: [rule(1), rule(2)] });

  it('is planned with sorted keys and Go’s escapes, as the real provider keeps it', () => {
    const { planned } = planCreate({ name: 'a', policy: '{ "rules": [], "about": "a<b & c>d" }' });
    expect(planned['policy']).toBe('{"about":"a\\u003cb \\u0026 c\\u003ed","rules":[]}');
  });

  it('that is equivalent keeps the text of the state', () => {
    const config = { name: 'a', policy: JSON.stringify({ rules: [rule(2), rule(1)] }) };
    expect(planUpdate(config, { prior: { ...prior, policy: text } }).planned['policy']).toBe(text);
  });

  it('that is not known yet stays so', () => {
    expect(planUpdate({ name: 'a', policy: UNKNOWN }, { prior: { ...prior, policy: text } }).planned['policy']).toBe(
      UNKNOWN,
    );
  });
});

describe('tags_all', () => {
  const defaults = { settings: { region: 'eu-west-1', defaultTags: { Owner: 'platform', Cost: 'x' } } };

  it('holds the default tags under the resource’s own', () => {
    const { planned } = planCreate({ name: 'a', tags: { Owner: 'retail' } }, defaults);
    expect(planned['tags_all']).toEqual({ Owner: 'retail', Cost: 'x' });
  });

  it('is unknown while a tag is', () => {
    expect(planCreate({ name: 'a', tags: { Owner: UNKNOWN } }, defaults).planned['tags_all']).toBe(UNKNOWN);
  });

  it('leaves out tags that are null', () => {
    expect(planCreate({ name: 'a', tags: { Owner: null } }, defaults).planned['tags_all']).toEqual({
      Owner: 'platform',
      Cost: 'x',
    });
  });

  it('without any tag is left to AWS for a new resource and empty for another', () => {
    expect(planCreate({ name: 'a' }).planned['tags_all']).toBe(UNKNOWN);
    expect(planUpdate({ name: 'a' }).planned['tags_all']).toEqual({});
  });
});

it('planning what was planned changes nothing more', () => {
  const configs = fc.record({
    name: fc.constantFrom('a', 'b'),
    mutability: fc.constantFrom(null, 'MUTABLE', 'IMMUTABLE'),
    policy: fc.constantFrom(null, '{"rules":[]}', '{ "rules" : [ ] }'),
    tags: fc.option(fc.dictionary(fc.constantFrom('Owner', 'Cost'), fc.string(), { noNullPrototype: true })),
    encryption: fc.constantFrom([], [{ type: null, key: '' }], [{ type: 'KMS', key: 'k' }]),
  });
  fc.assert(
    fc.property(configs, (config) => {
      const first = planUpdate(config);
      const { planned } = first;
      const { id = null, arn = null, region = null } = planned;
      const second = planChange({
        block,
        rules,
        prior: planned,
        config,
        settings,
        proposed: { id, arn, region, ...config },
      });
      expect(second).toEqual({ planned, requiresReplace: [] });
    }),
  );
});
