/** The registry's own refusal of a manifest. */
export class ContentRefusal extends Error {
  override readonly name = 'ContentRefusal';
  readonly status: number;
  /** The registry's answer in the form of the OCI distribution specification. */
  readonly body: string;

  constructor(status: number, body: string) {
    super(`the registry refuses the manifest: ${body}`);
    this.status = status;
    this.body = body;
  }

  /** Whether it's about layers that were not pushed. */
  get layersMissing(): boolean {
    return this.body.includes('BLOB_UNKNOWN');
  }
}
