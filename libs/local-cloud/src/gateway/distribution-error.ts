/** The error codes of the OCI distribution specification that the gateway answers with. */
export type DistributionErrorCode =
  | 'BLOB_UNKNOWN'
  | 'DENIED'
  | 'DIGEST_INVALID'
  | 'MANIFEST_INVALID'
  | 'MANIFEST_UNKNOWN'
  | 'NAME_INVALID'
  | 'NAME_UNKNOWN'
  | 'TAG_INVALID'
  | 'UNAUTHORIZED'
  | 'UNSUPPORTED';

const statuses: Readonly<Record<DistributionErrorCode, number>> = {
  BLOB_UNKNOWN: 404,
  DENIED: 403,
  DIGEST_INVALID: 400,
  MANIFEST_INVALID: 400,
  MANIFEST_UNKNOWN: 404,
  NAME_INVALID: 400,
  NAME_UNKNOWN: 404,
  TAG_INVALID: 400,
  UNAUTHORIZED: 401,
  UNSUPPORTED: 405,
};

/** A refusal in the form that registry clients understand. */
export class DistributionError extends Error {
  override readonly name = 'DistributionError';
  readonly code: DistributionErrorCode;
  readonly status: number;

  /** `status` is the usual one of the code unless given. */
  constructor(code: DistributionErrorCode, message: string, status = statuses[code]) {
    super(message);
    this.code = code;
    this.status = status;
  }
}
