import { z } from 'zod';

/** RFC 1035 label, which Kubernetes wants of a Service and this project of everything it makes for one container. */
const name = z.string().regex(/^[a-z]([-a-z0-9]{0,61}[a-z0-9])?$/, 'is no name: write a-z, 0-9 and dashes, 63 at most');
const path = z.string().regex(/^\/[\w./-]*$/, "is no path: it begins with '/'");
/** Names that every shell and Kubernetes take as environment variables. */
const variables = z.record(z.string().regex(/^[A-Za-z_]\w*$/, 'is no name of an environment variable'), z.string());
const port = z.int().min(1).max(65535);

const http = {
  port: port.default(8000).describe('Port that the container listens on.'),
  variables: variables
    .default({})
    .describe('Settings of the container. No secrets: they could be read in the cluster and in this repository.'),
};

const replicas = z
  .strictObject({
    min: z.int().min(1).default(2).describe('Fewest pods.'),
    max: z.int().min(1).default(6).describe('Most pods; at least `min`.'),
    cpuPercent: z
      .int()
      .min(1)
      .max(100)
      .default(70)
      .describe('Average use of the requested CPU, in percent, that pods are added for.'),
  })
  .refine(({ min, max }) => min <= max, "'min' is more than 'max'");

export const eksTargetSchema = z.strictObject({
  kind: z.literal('eks').describe('Amazon EKS, by kubectl.'),
  context: z
    .string()
    .min(1)
    .describe('Context of the kubeconfig, such as `aws eks update-kubeconfig --alias` names it.'),
  // an agreement between teams, not part of a deployment
  namespace: name.default('default').describe('It has to be there already.'),
  name: name.describe('Name of the Deployment, the Service and the rest.'),
  serviceAccount: name.describe('Name of the service account that is made for the pods.'),
  role: z
    .string()
    .regex(/^arn:aws[a-z-]*:iam::\d{12}:role\/[\w+=,.@/-]+$/, 'is no ARN of a role')
    .describe('ARN of the role that the pods assume (IAM roles for service accounts).'),
  replicas: replicas.prefault({}).describe('How many pods.'),
  resources: z
    .strictObject({
      cpu: z
        .string()
        .regex(/^([1-9]\d*m|[1-9]\d*)$/, "is no CPU quantity such as '250m' or '1'")
        .default('250m')
        .describe('Requested CPU.'),
      memory: z
        .string()
        .regex(/^[1-9]\d*[KMG]i$/, "is no memory quantity such as '512Mi'")
        .default('512Mi')
        .describe('Requested memory, and the limit.'),
    })
    .prefault({})
    .describe('In the quantities of Kubernetes.'),
  ...http,
  probes: z
    .strictObject({
      live: path.default('/health').describe('Whether the process lives; else Kubernetes starts it again.'),
      ready: path.default('/ready').describe('Whether it can serve; else it gets no requests.'),
    })
    .prefault({})
    .describe('Paths that Kubernetes asks.'),
  user: z.int().min(1).default(65532).describe('User and group, not root, that the image is made for.'),
  shutdownSeconds: z
    .int()
    .min(0)
    .max(600)
    .default(20)
    .describe('Seconds that open requests get after SIGTERM: at least what the container itself takes.'),
});

export const beanstalkTargetSchema = z.strictObject({
  kind: z.literal('beanstalk').describe('AWS Elastic Beanstalk.'),
  region: z.string().min(1).optional().describe("Default: the environment's own region."),
  application: z.string().min(1).max(100).describe('Name of the application.'),
  // 4 to 40 characters (Elastic Beanstalk CreateEnvironment)
  environment: z
    .string()
    .regex(/^[A-Za-z0-9][A-Za-z0-9-]{2,38}[A-Za-z0-9]$/, 'is no name of an environment')
    .describe('Name of the environment.'),
  bucket: z
    .string()
    .regex(/^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$/, 'is no name of a bucket')
    .describe('Bucket for source bundles, in the same region.'),
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
