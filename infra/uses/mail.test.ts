import { changed, read } from "../config/test-stack";
import { endpointsFor } from "../layers/network";
import { mailGrant } from "./mail";

const sending = {
  "platform:mail": { domain: "example.com", from: ["support@example.com", "billing@example.com"] },
  "platform:services.api.uses.mail": true,
};

describe("mailGrant", () => {
  it("tells where from, and allows the stack's own addresses only", () => {
    const { environment, statements } = mailGrant({ config: read(changed(sending)) });
    expect(environment).toEqual({
      SES_REGION: "us-east-1",
      SES_SENDER_EMAIL: "support@example.com",
      SES_CONFIGURATION_SET: "shop-prod-mail",
    });
    expect(statements).toEqual([
      expect.objectContaining({
        Resource: [
          "arn:aws:ses:us-east-1:123456789012:identity/example.com",
          "arn:aws:ses:us-east-1:123456789012:configuration-set/shop-prod-mail",
        ],
        Condition: { StringEquals: { "ses:FromAddress": ["support@example.com", "billing@example.com"] } },
      }),
    ]);
  });

  it("gives nothing where the stack sends nothing", () => {
    expect(mailGrant({ config: read(changed({})) })).toEqual({});
  });

  it("has the calls stay inside the network where there are endpoints", () => {
    expect(endpointsFor(read(changed(sending)))).toContain("email");
    expect(endpointsFor(read(changed({})))).not.toContain("email");
  });
});
