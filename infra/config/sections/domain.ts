import { hostName, listOf, settings, text, yesOrNo } from "../accepted";

const certificateName = text(
  /^(?=.{1,128}$)(\*\.)?([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z]{2,63}$/,
  "a domain name in lower case, such as www.example.com or *.example.com",
);

export const domainSchema = settings({
  name: hostName().meta({ description: "Name under which the application is reached.", examples: ["api.example.com"] }),
  zone: hostName().meta({ description: "Route 53 zone that the name lies in.", examples: ["example.com"] }),
  zoneId: text(/^Z[A-Z0-9]{1,31}$/, "the id of a hosted zone: Z and up to 31 capitals and digits").meta({
    description: "Id of that hosted zone. It is written here so that a preview asks nothing of AWS.",
    examples: ["Z0123456789EXAMPLE"],
  }),
  alternativeNames: listOf(certificateName, "domain names", 0, 9)
    .prefault([])
    .meta({ description: "Further names of the certificate, in the same zone.", examples: [["www.example.com"]] }),
  takeOver: yesOrNo()
    .default(false)
    .describe(
      "Whether records of these names that another stack has made are overwritten: for the second region, when the first is lost.",
    ),
}).meta({
  description: "Names, DNS zone and certificate.",
  examples: [{ name: "shop.example.com", zone: "example.com", zoneId: "Z0123456789EXAMPLE" }],
});
