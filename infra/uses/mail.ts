import { sendStatement } from "@platform/components/mail";
import { namesOf } from "../names";
import type { Grant } from "./grant";
import type { Surroundings } from "./surroundings";

/** Mail: from where and by which configuration set, and the right to send in the name of the stack's addresses. */
export function mailGrant({ config }: Pick<Surroundings, "config">): Grant {
  const { account, region, mail } = config;
  const sender = mail?.from[0];
  if (!mail || sender === undefined) return {};
  const configurationSetName = namesOf(config).identifier("mail");
  return {
    environment: {
      SES_REGION: region,
      SES_SENDER_EMAIL: sender,
      SES_CONFIGURATION_SET: configurationSetName,
    },
    statements: [sendStatement({ account, region, domain: mail.domain, configurationSetName, from: mail.from })],
  };
}
