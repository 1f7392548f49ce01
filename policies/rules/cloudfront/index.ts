import type { Rule } from "../../kernel/rule";
import { cfDefaultRootObject } from "./cf-default-root-object";
import { cfS3OriginExists } from "./cf-s3-origin-exists";

export const cloudfrontRules: readonly Rule[] = [cfDefaultRootObject, cfS3OriginExists];
