import * as lb from "@pulumi/aws/lb";
import fc from "fast-check";
import { declare } from "../testing/declared";
import { Certificate } from ".";
import { provenDomains } from "./validation";

const args = { domainName: "example.com", alternativeNames: ["*.example.com", "example.org"], zoneId: "Z0123456789" };

describe("Certificate", () => {
  it("asks for one certificate that is proven by DNS", async () => {
    const declared = await declare(() => {
      new Certificate("web", args);
    });

    const certificate = declared.one("aws:acm/certificate:Certificate");
    expect(certificate.name).toBe("web");
    expect(certificate.parentName).toBe("web");
    expect(certificate.inputs).toEqual({
      domainName: "example.com",
      subjectAlternativeNames: ["*.example.com", "example.org"],
      validationMethod: "DNS",
      keyAlgorithm: "RSA_2048",
    });
  });

  it("writes one record per proven name, named after the domain, each with that domain's own proof", async () => {
    const declared = await declare(() => {
      new Certificate("web", args);
    });

    const options = declared.one("aws:acm/certificate:Certificate").outputs.domainValidationOptions;
    const records = declared.all("aws:route53/record:Record");
    expect(records.map((record) => record.name)).toEqual(["web-example.com", "web-example.org"]);
    expect(records.map((record) => record.parentName)).toEqual(["web", "web"]);
    expect(records.map((record) => record.inputs)).toEqual(
      [options[0], options[2]].map((option) => ({
        zoneId: "Z0123456789",
        name: option.resourceRecordName,
        type: "CNAME",
        records: [option.resourceRecordValue],
        ttl: 300,
        allowOverwrite: true,
      })),
    );
    expect(records[1]?.inputs.name).toMatch(/\.example\.org\.$/);
  });

  it("keeps the records of the other names when a name is added in front", async () => {
    const declared = await declare(() => {
      new Certificate("web", { ...args, alternativeNames: ["added.example.com", "example.org"] });
    });

    const names = declared.all("aws:route53/record:Record").map((record) => record.name);
    expect(names).toEqual(["web-example.com", "web-added.example.com", "web-example.org"]);
  });

  it("gives out the certificate only once its records have proven it", async () => {
    const declared = await declare(() => {
      const { certificateArn } = new Certificate("web", args);
      new lb.Listener("user", { certificateArn, loadBalancerArn: "loadbalancer/app/web/0a1b", defaultActions: [] });
    });

    const certificate = declared.one("aws:acm/certificate:Certificate");
    const validation = declared.one("aws:acm/certificateValidation:CertificateValidation");
    const records = declared.all("aws:route53/record:Record");
    expect(validation.name).toBe("web-validation");
    expect(validation.inputs).toEqual({
      certificateArn: certificate.outputs.arn,
      validationRecordFqdns: records.map((record) => record.outputs.fqdn),
    });
    const user = declared.one("aws:lb/listener:Listener");
    expect(user.inputs.certificateArn).toBe(certificate.outputs.arn);
    expect(user.propertyDependencies["certificateArn"]).toContain(validation.urn);
  });

  it("declares its records at preview too, when ACM has not answered yet", async () => {
    const declared = await declare(() => {
      new Certificate("web", args);
    }, "preview");

    expect(declared.all("aws:route53/record:Record").map((record) => record.name)).toEqual([
      "web-example.com",
      "web-example.org",
    ]);
  });

  it("lives in another region and rests on the records of the first certificate", async () => {
    const declared = await declare(() => {
      const regional = new Certificate("regional", args);
      new Certificate("edge", {
        domainName: "example.com",
        alternativeNames: [],
        zoneId: "Z0123456789",
        region: "us-east-1",
        validatedBy: regional,
      });
    });

    expect(declared.one("aws:acm/certificate:Certificate", "edge").inputs.region).toBe("us-east-1");
    const validation = declared.one("aws:acm/certificateValidation:CertificateValidation", "edge-validation");
    const records = declared.all("aws:route53/record:Record");
    expect(records.map((record) => record.name)).toEqual(["regional-example.com", "regional-example.org"]);
    expect(validation.inputs.region).toBe("us-east-1");
    expect(validation.inputs.validationRecordFqdns).toEqual(records.map((record) => record.outputs.fqdn));
  });

  it("refuses a certificate whose names the other one does not prove", async () => {
    let message = "";
    await declare(() => {
      const regional = new Certificate("regional", { ...args, alternativeNames: [] });
      try {
        new Certificate("edge", { ...args, alternativeNames: ["example.org"], validatedBy: regional });
      } catch (error) {
        message = (error as Error).message;
      }
    });
    expect(message).toBe("validatedBy has no record for example.org: it proves example.com");
  });
});

describe("provenDomains", () => {
  it("needs one record for a name and its wildcard, whatever their order", () => {
    const domain = fc.stringMatching(/^[a-z]{1,10}\.[a-z]{1,10}\.(com|org)$/);
    fc.assert(
      fc.property(fc.array(domain, { minLength: 1 }), (domains) => {
        const withWildcards = domains.flatMap((name) => [`*.${name}`, name]);
        expect(provenDomains(withWildcards)).toEqual([...new Set(domains)]);
      }),
    );
  });

  it.each(["https://example.com", "Example.com", "a.*.example.com", "example", "example.com.", "-a.example.com", ""])(
    "refuses %j",
    (name) => {
      expect(() => provenDomains(["example.com", name])).toThrow(`"${name}" is no domain name`);
    },
  );
});
