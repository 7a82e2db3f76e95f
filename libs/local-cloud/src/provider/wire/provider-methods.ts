import type { AttributePath } from './attribute-path.ts';
import type { Diagnostic } from './diagnostic.ts';
import type { DynamicValue } from './dynamic-value.ts';
import type { SchemaMessage } from './schema-message.ts';

/** The calls that Terraform makes, with the messages of plugin5.proto. */
export interface ProviderMethods {
  GetSchema(): Answer<SchemaResponse>;
  PrepareProviderConfig(request: { readonly config: DynamicValue }): Answer<{ readonly preparedConfig: DynamicValue }>;
  ValidateResourceTypeConfig(request: ValidateRequest): Answer<DiagnosticsResponse>;
  ValidateDataSourceConfig(request: ValidateRequest): Answer<DiagnosticsResponse>;
  UpgradeResourceState(request: UpgradeRequest): Answer<{ readonly upgradedState: DynamicValue }>;
  Configure(request: { readonly config: DynamicValue }): Answer<DiagnosticsResponse>;
  ReadResource(request: ReadRequest): Answer<ReadResponse>;
  PlanResourceChange(request: PlanRequest): Answer<PlanResponse>;
  ApplyResourceChange(request: ApplyRequest): Answer<ApplyResponse>;
  ImportResourceState(request: ImportRequest): Answer<ImportResponse>;
  ReadDataSource(request: ValidateRequest): Answer<{ readonly state: DynamicValue }>;
  Stop(): Answer<Record<string, never>>;
}

/** An answer that may take a call to AWS. */
type Answer<Message> = Message | Promise<Message>;

export interface SchemaResponse {
  readonly provider: SchemaMessage;
  readonly resourceSchemas: Readonly<Record<string, SchemaMessage>>;
  readonly dataSourceSchemas: Readonly<Record<string, SchemaMessage>>;
  readonly serverCapabilities: { readonly getProviderSchemaOptional: boolean };
}

export interface ValidateRequest {
  readonly typeName: string;
  readonly config: DynamicValue;
}

export interface DiagnosticsResponse {
  readonly diagnostics: readonly Diagnostic[];
}

export interface UpgradeRequest {
  readonly typeName: string;
  readonly rawState: DynamicValue;
}

export interface ReadRequest {
  readonly typeName: string;
  readonly currentState: DynamicValue;
  readonly private: Uint8Array;
}

export interface ReadResponse {
  readonly newState: DynamicValue;
  readonly private: Uint8Array;
}

export interface PlanRequest {
  readonly typeName: string;
  readonly priorState: DynamicValue;
  readonly proposedNewState: DynamicValue;
  readonly config: DynamicValue;
  readonly priorPrivate: Uint8Array;
}

export interface PlanResponse {
  readonly plannedState: DynamicValue;
  readonly requiresReplace: readonly AttributePath[];
  readonly plannedPrivate: Uint8Array;
  readonly legacyTypeSystem: boolean;
}

export interface ApplyRequest {
  readonly typeName: string;
  readonly priorState: DynamicValue;
  readonly plannedState: DynamicValue;
  readonly config: DynamicValue;
}

export interface ApplyResponse extends DiagnosticsResponse {
  readonly newState: DynamicValue;
  readonly legacyTypeSystem: boolean;
}

export interface ImportRequest {
  readonly typeName: string;
  readonly id: string;
}

export interface ImportResponse {
  readonly importedResources: readonly { readonly typeName: string; readonly state: DynamicValue }[];
}
