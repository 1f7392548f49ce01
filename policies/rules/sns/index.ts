import type { Rule } from "../../kernel/rule";
import { snsKms } from "./sns-kms";
import { snsNoHttpSubscriptions } from "./sns-no-http-subscriptions";
import { snsPolicyNotPublic } from "./sns-policy-not-public";
import { snsTlsOnly } from "./sns-tls-only";

export const snsRules: readonly Rule[] = [snsKms, snsPolicyNotPublic, snsTlsOnly, snsNoHttpSubscriptions];
