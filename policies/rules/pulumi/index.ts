import type { Rule } from "../../kernel/rule";
import { pulumiNoIgnoredSecurityProps } from "./pulumi-no-ignored-security-props";

/** The rules about Pulumi itself, which look at what the others check. */
export const pulumiRules = (others: readonly Rule[]): readonly Rule[] => [pulumiNoIgnoredSecurityProps(others)];
