import type { Rule } from "../../kernel/rule";
import { albAccessLogs } from "./alb-access-logs";
import { albBehindCloudfrontOnly } from "./alb-behind-cloudfront-only";
import { albDeletionProtection } from "./alb-deletion-protection";
import { albDesyncMode } from "./alb-desync-mode";
import { albDropInvalidHeaders } from "./alb-drop-invalid-headers";
import { albHttpRedirectsToHttps } from "./alb-http-redirects-to-https";
import { albListenerHasCertificate } from "./alb-listener-has-certificate";
import { albListenerSecureProtocol } from "./alb-listener-secure-protocol";
import { albListenerTlsPolicy } from "./alb-listener-tls-policy";
import { albMultiAz } from "./alb-multi-az";
import { albPublicIsExplicit } from "./alb-public-is-explicit";
import { albSecurityResponseHeaders } from "./alb-security-response-headers";
import { albWafAssociated } from "./alb-waf-associated";
import { nlbCrossZone } from "./nlb-cross-zone";
import { tgHealthCheckDefined } from "./tg-health-check-defined";
import { tgHealthCheckEncrypted } from "./tg-health-check-encrypted";
import { tgProtocolEncrypted } from "./tg-protocol-encrypted";

export const albRules: readonly Rule[] = [
  albAccessLogs,
  albBehindCloudfrontOnly,
  albDeletionProtection,
  albDesyncMode,
  albDropInvalidHeaders,
  albHttpRedirectsToHttps,
  albListenerHasCertificate,
  albListenerSecureProtocol,
  albListenerTlsPolicy,
  albMultiAz,
  albPublicIsExplicit,
  albSecurityResponseHeaders,
  albWafAssociated,
  nlbCrossZone,
  tgHealthCheckDefined,
  tgHealthCheckEncrypted,
  tgProtocolEncrypted,
];
