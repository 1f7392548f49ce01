import type { Rule } from "../../kernel/rule";
import { s3AccessPointPublicBlock } from "./s3-access-point-public-block";
import { s3BucketPublicAccessBlock } from "./s3-bucket-public-access-block";
import { s3NoPublicRead } from "./s3-no-public-read";
import { s3NoPublicWrite } from "./s3-no-public-write";
import { s3PolicyCrossAccountRestricted } from "./s3-policy-cross-account-restricted";
import { s3PolicyNoAnyPrincipal } from "./s3-policy-no-any-principal";

export const s3Rules: readonly Rule[] = [
  s3BucketPublicAccessBlock,
  s3NoPublicRead,
  s3NoPublicWrite,
  s3PolicyNoAnyPrincipal,
  s3PolicyCrossAccountRestricted,
  s3AccessPointPublicBlock,
];
