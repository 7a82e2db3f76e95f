import { describe, expect, it } from '@jest/globals';
import { attributePath } from './attribute-path.ts';
import { providerService } from './provider-service.ts';

const service = providerService();

function method(name: string) {
  const found = service[name];
  if (found === undefined) throw new Error(`no method "${name}"`);
  return found;
}

describe('the service', () => {
  it('has the paths that Terraform calls', () => {
    expect(method('PlanResourceChange').path).toBe('/tfplugin5.Provider/PlanResourceChange');
    expect(method('GetSchema').path).toBe('/tfplugin5.Provider/GetSchema');
  });

  it('reads a request field by field', () => {
    const { requestSerialize, requestDeserialize } = method('ReadResource');
    const bytes = requestSerialize({
      typeName: 'aws_x',
      currentState: { msgpack: Buffer.from([0xc0]) },
      private: Buffer.from('p'),
    });
    const request = requestDeserialize(bytes) as Record<string, unknown>;
    expect(request['typeName']).toBe('aws_x');
    expect(request['private']).toEqual(Buffer.from('p'));
  });

  // Field numbers of Terraform's published protocol 5: planned_state 1, requires_replace 2 (steps 1, attribute_name 1,
  // element_key_int 3), legacy_type_system 5. A tag is (number << 3) | wire type.
  it('writes a plan with the numbers of the protocol', () => {
    const bytes = method('PlanResourceChange').responseSerialize({
      plannedState: { msgpack: Buffer.from([0xc0]) },
      requiresReplace: [attributePath('r', 1)],
      legacyTypeSystem: true,
    });
    expect([...bytes]).toEqual([0x0a, 3, 0x0a, 1, 0xc0, 0x12, 9, 0x0a, 3, 0x0a, 1, 0x72, 0x0a, 2, 0x18, 1, 0x28, 1]);
  });

  // severity 1 (ERROR is 1), summary 2.
  it('writes a diagnostic with the numbers of the protocol', () => {
    const bytes = method('Configure').responseSerialize({ diagnostics: [{ severity: 'ERROR', summary: 'x' }] });
    expect([...bytes]).toEqual([0x0a, 5, 0x08, 1, 0x12, 1, 0x78]);
  });

  it('skips fields that it does not declare, as newer Terraforms send them', () => {
    const unknownField = Buffer.from([0xfa, 0x01, 1, 0x21]);
    const bytes = Buffer.concat([method('ReadDataSource').requestSerialize({ typeName: 'aws_x' }), unknownField]);
    expect(method('ReadDataSource').requestDeserialize(bytes)).toMatchObject({ typeName: 'aws_x' });
  });
});
