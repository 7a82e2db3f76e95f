/** What a gateway needs to know to start. */
export interface GatewaySettings {
  readonly port: number;
  readonly motoPort: number;
  /** Socket of the CNCF registry. */
  readonly registrySocket: string;
  /** Signs registry passwords. */
  readonly tokenSecret: string;
  /** Account of plain calls with the key that may enter any account. */
  readonly defaultAccount: string;
  /** Left out when Terraform uses the real provider. */
  readonly provider?: { readonly socketFolder: string; readonly cacheFolder: string };
}
