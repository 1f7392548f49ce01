import type { Rule } from "../../kernel/rule";
import { cfCorsNotWildcard } from "./cf-cors-not-wildcard";
import { cfCustomCertificate } from "./cf-custom-certificate";
import { cfDefaultRootObject } from "./cf-default-root-object";
import { cfGeoRestriction } from "./cf-geo-restriction";
import { cfHsts } from "./cf-hsts";
import { cfLambdaUrlOac } from "./cf-lambda-url-oac";
import { cfLogging } from "./cf-logging";
import { cfMinTls } from "./cf-min-tls";
import { cfOacAlwaysSign } from "./cf-oac-always-sign";
import { cfOriginFailover } from "./cf-origin-failover";
import { cfOriginHttps } from "./cf-origin-https";
import { cfOriginTlsVersions } from "./cf-origin-tls-versions";
import { cfResponseHeadersPolicy } from "./cf-response-headers-policy";
import { cfS3OriginAccessControl } from "./cf-s3-origin-access-control";
import { cfS3OriginExists } from "./cf-s3-origin-exists";
import { cfSecurityHeaders } from "./cf-security-headers";
import { cfSniOnly } from "./cf-sni-only";
import { cfTrustedKeyGroups } from "./cf-trusted-key-groups";
import { cfViewerHttps } from "./cf-viewer-https";
import { cfWafAttached } from "./cf-waf-attached";

export const cloudfrontRules: readonly Rule[] = [
  cfDefaultRootObject,
  cfViewerHttps,
  cfMinTls,
  cfCustomCertificate,
  cfSniOnly,
  cfOriginHttps,
  cfOriginTlsVersions,
  cfLogging,
  cfWafAttached,
  cfS3OriginAccessControl,
  cfOacAlwaysSign,
  cfS3OriginExists,
  cfOriginFailover,
  cfLambdaUrlOac,
  cfTrustedKeyGroups,
  cfResponseHeadersPolicy,
  cfHsts,
  cfSecurityHeaders,
  cfCorsNotWildcard,
  cfGeoRestriction,
];
