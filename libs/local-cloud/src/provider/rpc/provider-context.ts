import type { Behaviours } from '../resources/behaviours.ts';
import type { DataSourceBehaviour } from '../resources/data-source-behaviour.ts';
import type { ResourceBehaviour } from '../resources/resource-behaviour.ts';
import type { ProviderSchema } from '../schema/provider-schema.ts';
import type { SchemaBlock } from '../schema/schema-block.ts';
import type { Cloud } from '../session/cloud.ts';
import type { CloudAccess } from '../session/open-cloud.ts';
import { Refusal } from '../session/refusal.ts';

/**
 * One configured provider block. Terraform opens a connection for each (each alias, each run),
 * so what Configure sets belongs to the connection and never to the process.
 */
export class ProviderContext {
  readonly schema: ProviderSchema;
  readonly access: CloudAccess;
  readonly #behaviours: Behaviours;
  #cloud: Cloud | undefined;

  constructor(options: {
    readonly schema: ProviderSchema;
    readonly behaviours: Behaviours;
    readonly access: CloudAccess;
  }) {
    this.schema = options.schema;
    this.access = options.access;
    this.#behaviours = options.behaviours;
  }

  /** @throws {Refusal} before Configure. */
  get cloud(): Cloud {
    if (this.#cloud) return this.#cloud;
    throw new Refusal('the provider is not configured on this connection: run the command again');
  }

  configure(cloud: Cloud): void {
    this.close();
    this.#cloud = cloud;
  }

  close(): void {
    this.#cloud?.close();
    this.#cloud = undefined;
  }

  /** @throws {Refusal} for a type the provider does not declare. */
  resource(type: string): ResourceType {
    const block = this.schema.resources[type];
    const behaviour = this.#behaviours.resources.get(type);
    if (block === undefined || behaviour === undefined)
      throw new Refusal(`the stand-in provider does not declare "${type}"`);
    return { block, behaviour };
  }

  /** @throws {Refusal} for a type the provider does not declare. */
  dataSource(type: string): { readonly block: SchemaBlock; readonly behaviour: DataSourceBehaviour } {
    const block = this.schema.dataSources[type];
    const behaviour = this.#behaviours.dataSources.get(type);
    if (block === undefined || behaviour === undefined)
      throw new Refusal(`the stand-in provider does not declare "${type}"`);
    return { block, behaviour };
  }
}

export interface ResourceType {
  readonly block: SchemaBlock;
  readonly behaviour: ResourceBehaviour;
}
