import type { Rule } from "../../kernel/rule";
import { snsNoHttpSubscriptions } from "./sns-no-http-subscriptions";
import { snsPolicyNotPublic } from "./sns-policy-not-public";

export const snsRules: readonly Rule[] = [snsPolicyNotPublic, snsNoHttpSubscriptions];
