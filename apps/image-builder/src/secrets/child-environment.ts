/** What holds secrets of AWS, cosign and pip, by the names that their documentations give the variables. */
const SECRET_VARIABLES = [
  'AWS_SECRET_ACCESS_KEY',
  'AWS_SESSION_TOKEN',
  'COSIGN_PASSWORD',
  'COSIGN_PRIVATE_KEY',
  'PIP_INDEX_URL',
  'PIP_EXTRA_INDEX_URL',
] as const;

/** For the `env` of a child that needs none of them, such as git: undefined takes a variable away. */
export const withoutSecrets: Readonly<Record<string, undefined>> = Object.fromEntries(
  SECRET_VARIABLES.map((name) => [name, undefined]),
);
