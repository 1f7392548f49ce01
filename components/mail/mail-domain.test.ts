import { unknownValue } from "@pulumi/pulumi/runtime";
import { declare } from "../testing/declared";
import { MailDomain, type MailDomainArgs, sendStatement } from ".";

const args: MailDomainArgs = {
  region: "us-east-1",
  zoneId: "Z0123456789EXAMPLE",
  domain: "example.com",
  mailFromDomain: "bounce.example.com",
  dmarcPolicy: "quarantine",
  configurationSetName: "shop-prod-mail",
};

const RECORD = "aws:route53/record:Record";

const declareMail = (more: Partial<MailDomainArgs> = {}) =>
  declare(() => {
    new MailDomain("mail", { ...args, ...more });
  });

describe("MailDomain", () => {
  it("makes an identity with DKIM of 2,048 bits that sends by the configuration set", async () => {
    const declared = await declareMail();
    const identity = declared.one("aws:sesv2/emailIdentity:EmailIdentity", "mail");
    expect(identity.parentName).toBe("mail");
    expect(identity.inputs).toEqual({
      emailIdentity: "example.com",
      configurationSetName: "shop-prod-mail",
      dkimSigningAttributes: { nextSigningKeyLength: "RSA_2048_BIT" },
    });
    expect(identity.outputs.arn).toBe("arn:aws:ses:us-east-1:123456789012:identity/example.com");
  });

  it("sends over TLS only, keeps bounced addresses to itself, and counts what becomes of the mail", async () => {
    const declared = await declareMail();
    expect(declared.one("aws:sesv2/configurationSet:ConfigurationSet", "mail").inputs).toEqual({
      configurationSetName: "shop-prod-mail",
      deliveryOptions: { tlsPolicy: "REQUIRE" },
      reputationOptions: { reputationMetricsEnabled: true },
      sendingOptions: { sendingEnabled: true },
      suppressionOptions: { suppressedReasons: ["BOUNCE", "COMPLAINT"] },
    });
    const events = declared.one("aws:sesv2/configurationSetEventDestination:ConfigurationSetEventDestination");
    expect(events.inputs.configurationSetName).toBe("shop-prod-mail");
    expect(events.inputs.eventDestination).toMatchObject({
      enabled: true,
      matchingEventTypes: expect.arrayContaining(["BOUNCE", "COMPLAINT", "REJECT"]),
      cloudWatchDestination: { dimensionConfigurations: [{ dimensionName: "ses:configuration-set" }] },
    });
  });

  it("returns what cannot be delivered to a domain below the senders'", async () => {
    const declared = await declareMail();
    expect(declared.one("aws:sesv2/emailIdentityMailFromAttributes:EmailIdentityMailFromAttributes").inputs).toEqual({
      emailIdentity: "example.com",
      mailFromDomain: "bounce.example.com",
      behaviorOnMxFailure: "USE_DEFAULT_VALUE",
    });
  });

  it("publishes MX, SPF and DMARC", async () => {
    const declared = await declareMail({ dmarcPolicy: "reject", dmarcReports: "dmarc@example.com" });
    const record = (role: string) => declared.one(RECORD, `mail-${role}`).inputs;
    const common = { zoneId: "Z0123456789EXAMPLE", ttl: 300 };
    expect(record("mail-from-mx")).toEqual({
      ...common,
      name: "bounce.example.com",
      type: "MX",
      records: ["10 feedback-smtp.us-east-1.amazonses.com"],
    });
    expect(record("mail-from-spf")).toEqual({
      ...common,
      name: "bounce.example.com",
      type: "TXT",
      records: ["v=spf1 include:amazonses.com -all"],
    });
    expect(record("dmarc")).toEqual({
      ...common,
      name: "_dmarc.example.com",
      type: "TXT",
      records: ["v=DMARC1; p=reject; rua=mailto:dmarc@example.com"],
    });
  });

  it.each([
    ["us-east-1", "dkim.amazonses.com"],
    ["eu-south-1", "dkim.eu-south-1.amazonses.com"],
  ])("publishes the three keys where %s keeps them", async (region, zone) => {
    const declared = await declareMail({ region });
    const { tokens } = declared.one("aws:sesv2/emailIdentity:EmailIdentity").outputs.dkimSigningAttributes;
    expect([1, 2, 3].map((key) => declared.one(RECORD, `mail-dkim-${key}`).inputs)).toEqual(
      tokens.map((token: string) => ({
        zoneId: "Z0123456789EXAMPLE",
        name: `${token}._domainkey.example.com`,
        type: "CNAME",
        ttl: 300,
        records: [`${token}.${zone}`],
      })),
    );
  });

  it("leaves the keys open until there is an identity", async () => {
    const declared = await declare(() => {
      new MailDomain("mail", args);
    }, "preview");
    expect(declared.one(RECORD, "mail-dkim-1").inputs.name).toBe(unknownValue);
  });

  it.each(["bounce.example.org", "example.com"])("refuses %s for the envelope", async (mailFromDomain) => {
    await declare(() => {
      expect(() => new MailDomain("mail", { ...args, mailFromDomain })).toThrow(
        `mailFromDomain must lie below example.com, got "${mailFromDomain}"`,
      );
    });
  });
});

describe("sendStatement", () => {
  it("allows sending in the name of the addresses, by the identity and the set, and no more", () => {
    expect(
      sendStatement({
        account: "123456789012",
        region: "us-east-1",
        domain: "example.com",
        configurationSetName: "shop-prod-mail",
        from: ["support@example.com", "billing@example.com"],
      }),
    ).toEqual({
      Sid: "SendMail",
      Effect: "Allow",
      Action: ["ses:SendEmail", "ses:SendRawEmail"],
      Resource: [
        "arn:aws:ses:us-east-1:123456789012:identity/example.com",
        "arn:aws:ses:us-east-1:123456789012:configuration-set/shop-prod-mail",
      ],
      Condition: { StringEquals: { "ses:FromAddress": ["support@example.com", "billing@example.com"] } },
    });
  });
});
