import { bad, good, unknown, UNKNOWN } from "../../kernel/cases";
import type { Rule } from "../../kernel/rule";
import { FILE_SYSTEM } from "./file-systems";

export const efsMultiAz: Rule = {
  id: "efs-multi-az",
  title: "File systems are kept in several availability zones",
  severity: "low",
  controls: { nist: ["CP-10"] },
  why: "A One Zone file system is out of reach with its zone, and lost if the zone is.",
  fix: "Leave availabilityZoneName out of the aws.efs.FileSystem.",
  url: "https://docs.aws.amazon.com/efs/latest/ug/availability-durability.html",
  types: [FILE_SYSTEM],
  check({ props, violated }) {
    const zone = props.at("availabilityZoneName");
    if (zone.string()) violated(zone, "nothing", "a single zone");
  },
  cases: {
    resource: [
      good("provider's default left", { encrypted: true }),
      bad("one zone", { availabilityZoneName: "eu-west-1a" }, "availabilityZoneName"),
      unknown("not known", { availabilityZoneName: UNKNOWN }, "availabilityZoneName"),
    ],
  },
};
