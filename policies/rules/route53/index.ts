import type { Rule } from "../../kernel/rule";
import { dnsCaaRecord } from "./dns-caa-record";
import { dnsDnssec } from "./dns-dnssec";
import { dnsNoDanglingAlias } from "./dns-no-dangling-alias";
import { dnsQueryLogging } from "./dns-query-logging";

export const route53Rules: readonly Rule[] = [dnsQueryLogging, dnsDnssec, dnsNoDanglingAlias, dnsCaaRecord];
