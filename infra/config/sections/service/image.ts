import { settings, text } from "../../accepted";

export const imageSchema = settings({
  repository: text(
    /^[a-z0-9][a-z0-9.\-_/:]*[a-z0-9]$/,
    "a repository without tag or digest, such as 123456789012.dkr.ecr.us-east-1.amazonaws.com/api",
  )
    .refine((name) => !/:[^/]*$/.test(name), "a repository without tag or digest")
    .optional()
    .meta({
      description: "Repository of the image. Default: an ECR repository that the stack makes for the service.",
      examples: ["123456789012.dkr.ecr.us-east-1.amazonaws.com/api"],
    }),
  tag: text(/^[A-Za-z0-9_][A-Za-z0-9_.-]{0,127}$/, "a tag of an image, such as v1.0.0")
    .optional()
    .meta({ description: "Tag of the image; either this or `digest`.", examples: ["v1.0.0"] }),
  digest: text(/^sha256:[0-9a-f]{64}$/, "sha256: and 64 hexadecimal digits")
    .optional()
    .meta({
      description: "Digest of the image, which no later push can change; either this or `tag`.",
      examples: [`sha256:${"0a1b2c3d".repeat(8)}`],
    }),
});
