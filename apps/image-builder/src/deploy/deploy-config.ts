import { z } from 'zod';

/** RFC 1035 label, which Kubernetes wants of a Service and this project of everything it makes for one container. */
const name = z.string().regex(/^[a-z]([-a-z0-9]{0,61}[a-z0-9])?$/, 'is no name: write a-z, 0-9 and dashes, 63 at most');
const path = z.string().regex(/^\/[\w./-]*$/, "is no path: it begins with '/'");
/** Names that every shell and Kubernetes take as environment variables. */
const variables = z.record(z.string().regex(/^[A-Za-z_]\w*$/, 'is no name of an environment variable'), z.string());
const port = z.int().min(1).max(65535);

const http = {
  /** Port that the container listens on. */
  port: port.default(8000),
  /** Settings of the container. Secrets have no place here: they would be readable in the cluster and in this repository. */
  variables: variables.default({}),
};

const replicas = z
  .strictObject({
    min: z.int().min(1).default(2),
    max: z.int().min(1).default(6),
    /** Average use of the requested CPU, in percent, that pods are added for. */
    cpuPercent: z.int().min(1).max(100).default(70),
  })
  .refine(({ min, max }) => min <= max, "'min' is more than 'max'");

export const eksTargetSchema = z.strictObject({
  kind: z.literal('eks'),
  /** Context of the kubeconfig, such as `aws eks update-kubeconfig --alias` names it. */
  context: z.string().min(1),
  /** It has to be there: a namespace is an agreement between teams, not part of a deployment. */
  namespace: name.default('default'),
  /** Name of the Deployment, the Service and the rest. */
  name,
  serviceAccount: name,
  /** Role that the pods assume (IAM roles for service accounts). */
  role: z.string().regex(/^arn:aws[a-z-]*:iam::\d{12}:role\/[\w+=,.@/-]+$/, 'is no ARN of a role'),
  replicas: replicas.prefault({}),
  /** CPU is what is requested, in Kubernetes quantities; memory is requested and the limit. */
  resources: z
    .strictObject({
      cpu: z
        .string()
        .regex(/^([1-9]\d*m|[1-9]\d*)$/, "is no CPU quantity such as '250m' or '1'")
        .default('250m'),
      memory: z
        .string()
        .regex(/^[1-9]\d*[KMG]i$/, "is no memory quantity such as '512Mi'")
        .default('512Mi'),
    })
    .prefault({}),
  ...http,
  probes: z.strictObject({ live: path.default('/health'), ready: path.default('/ready') }).prefault({}),
  /** User and group, not root, that the image is made for. */
  user: z.int().min(1).default(65532),
  /** Seconds that open requests get after SIGTERM. Has to be at least what the container itself takes. */
  shutdownSeconds: z.int().min(0).max(600).default(20),
});

export const beanstalkTargetSchema = z.strictObject({
  kind: z.literal('beanstalk'),
  /** @default the environment's own region */
  region: z.string().min(1).optional(),
  application: z.string().min(1).max(100),
  /** Name of the environment: 4 to 40 characters (Elastic Beanstalk CreateEnvironment). */
  environment: z.string().regex(/^[A-Za-z0-9][A-Za-z0-9-]{2,38}[A-Za-z0-9]$/, 'is no name of an environment'),
  /** Bucket for source bundles, in the same region. */
  bucket: z.string().regex(/^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$/, 'is no name of a bucket'),
  ...http,
});

/** Where a container is deployed, by environment. */
export const deploySchema = z.record(
  z.string(),
  z.discriminatedUnion('kind', [eksTargetSchema, beanstalkTargetSchema]),
);

export type EksTarget = z.infer<typeof eksTargetSchema>;
export type BeanstalkTarget = z.infer<typeof beanstalkTargetSchema>;
export type DeployTarget = EksTarget | BeanstalkTarget;
