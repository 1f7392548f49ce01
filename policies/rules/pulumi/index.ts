import type { Rule } from "../../kernel/rule";
import { pulumiNoIgnoredSecurityProps } from "./pulumi-no-ignored-security-props";
import { pulumiNoLegacyTypes } from "./pulumi-no-legacy-types";
import { pulumiRegionAllowed } from "./pulumi-region-allowed";
import { pulumiRequiredTags } from "./pulumi-required-tags";
import { pulumiS3NotInlineAndSeparate } from "./pulumi-s3-not-inline-and-separate";
import { pulumiStatefulProtected } from "./pulumi-stateful-protected";

/** The rules about Pulumi itself; one of them looks at what the others check. */
export const pulumiRules = (others: readonly Rule[]): readonly Rule[] => [
  pulumiStatefulProtected,
  pulumiNoIgnoredSecurityProps(others),
  pulumiNoLegacyTypes,
  pulumiS3NotInlineAndSeparate,
  pulumiRegionAllowed,
  pulumiRequiredTags,
];
