import { MailDomain } from "@platform/components/mail";
import type { StackConfig } from "../config";
import { at } from "../config/draft";
import { declaredBy } from "../declared-by";
import type { Foundation } from "./foundation";

/** The domain that sends mail. */
export function mail(
  { mail: settings, domain, region }: StackConfig,
  { names, opts }: Foundation,
): MailDomain | undefined {
  if (!settings) return undefined;
  return new MailDomain(
    "mail",
    {
      region,
      zoneId: domain.zoneId,
      domain: settings.domain,
      mailFromDomain: `${settings.mailFrom}.${settings.domain}`,
      dmarcPolicy: settings.dmarc.policy,
      dmarcReports: settings.dmarc.reports,
      configurationSetName: names.identifier("mail"),
    },
    declaredBy(opts, at("mail")),
  );
}
