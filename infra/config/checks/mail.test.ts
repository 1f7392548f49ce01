import { changed, onlyProblem, read, refusal } from "../test-stack";

const MAIL = { domain: "example.com", from: ["support@example.com"] };

describe("mail", () => {
  it("asks receivers to put forged mail aside, unless the file says otherwise", () => {
    expect(read(changed({ "platform:mail": MAIL })).mail).toEqual({
      ...MAIL,
      mailFrom: "bounce",
      dmarc: { policy: "quarantine" },
    });
  });

  it("refuses a domain outside the zone", () => {
    const outside = { domain: "example.org", from: ["support@example.org"] };
    expect(onlyProblem({ "platform:mail": outside })).toEqual({
      key: "platform:mail.domain",
      got: 'the text "example.org", which is outside platform:domain.zone, "example.com"',
      expected: "example.com or a name that ends in .example.com: the records that prove it lie in that zone",
      fix: "send from the zone's own domain, or from one below it",
    });
  });

  it("refuses a sender of another domain", () => {
    expect(onlyProblem({ "platform:mail": { ...MAIL, from: ["a@example.com", "b@mail.example.com"] } })).toMatchObject({
      key: "platform:mail.from[1]",
      got: 'the address b@mail.example.com, which is not of platform:mail.domain, "example.com"',
    });
  });

  it("refuses a service that sends where nothing is set up", () => {
    expect(onlyProblem({ "platform:services.api.uses.mail": true })).toMatchObject({
      key: "platform:services.api.uses.mail",
      got: "true, but this stack has no mail",
      fix: "add platform:mail, or remove the key",
    });
  });

  it("wants a reason for letting forged mail through in production", () => {
    expect(onlyProblem({ "platform:mail": { ...MAIL, dmarc: { policy: "none" } } })).toMatchObject({
      key: "platform:mail.dmarc.policy",
      fix: expect.stringContaining('"mail.dmarc.policy"'),
    });
  });

  it.each([
    ["domain", "Example.com", "a domain name in lower case, such as api.example.com"],
    ["from", [], "a list of 1 to 10 e-mail addresses"],
    ["from", "support@example.com", "a list of 1 to 10 e-mail addresses"],
    ["from[0]", ["Support <support@example.com>"], "an e-mail address in lower case, such as support@example.com"],
    ["mailFrom", "bounce.mail", expect.stringContaining("lower-case letters, digits and single hyphens")],
    ["dmarc.policy", { policy: "block" }, "one of none, quarantine, reject"],
    ["dmarc.reports", { reports: "mailto:a@example.com" }, expect.stringContaining("an e-mail address in lower case")],
  ])("refuses %s %j", (key, value, expected) => {
    const [setting = ""] = key.split(/[.[]/);
    const { problems } = refusal(changed({ "platform:mail": { ...MAIL, [setting]: value } }));
    expect(problems[0]).toMatchObject({ key: `platform:mail.${key}`, expected });
  });

  it("keeps the variables of mail for the platform", () => {
    const changes = {
      "platform:mail": MAIL,
      "platform:services.api.uses.mail": true,
      "platform:services.api.environment": { SES_SENDER_EMAIL: "me@example.com" },
    };
    expect(onlyProblem(changes)).toMatchObject({ got: "a variable that the platform sets for its mail" });
  });
});
