import { bad, good, unknown, UNKNOWN } from "../../kernel/cases";
import type { Rule } from "../../kernel/rule";

const BOUNDARY = "arn:aws:iam::123456789012:policy/boundary";
const params = { boundary: "boundary" };

export const iamPermissionsBoundary: Rule = {
  id: "iam-permissions-boundary",
  title: "Roles and users have the permissions boundary that the organisation sets",
  severity: "low",
  controls: { nist: ["AC-6"] },
  why: "Without the boundary a policy that is too wide has no second limit.",
  fix: "Set permissionsBoundary to the ARN of the organisation's policy.",
  url: "https://docs.aws.amazon.com/IAM/latest/UserGuide/access_policies_boundaries.html",
  types: ["aws:iam/role:Role", "aws:iam/user:User"],
  parameters: {
    boundary: {
      type: "string",
      default: "",
      description: "Name or ARN of the policy that must be the boundary; empty demands none.",
    },
  },
  check({ props, params: { boundary }, violated }) {
    if (boundary === "") return;
    const set = props.at("permissionsBoundary");
    const arn = set.string();
    const name = arn?.replace(/^[^/]*\//, "");
    if (arn !== boundary && name !== boundary)
      violated(set, "the configured boundary", arn === undefined ? "none" : "another one");
  },
  // A name alone does not tell the account of the policy.
  remedy({ params: { boundary }, set }) {
    if (boundary.startsWith("arn:")) set("permissionsBoundary", boundary);
  },
  cases: {
    resource: [
      good("none demanded", {}),
      good("by its name", { permissionsBoundary: BOUNDARY }, { params }),
      good("by its ARN", { permissionsBoundary: BOUNDARY }, { params: { boundary: BOUNDARY } }),
      bad("none", {}, "permissionsBoundary", { params: { boundary: BOUNDARY } }),
      bad("none, by its name", {}, "permissionsBoundary", { params, remediable: false }),
      bad("another one", { permissionsBoundary: `${BOUNDARY}-2` }, "permissionsBoundary", {
        params: { boundary: BOUNDARY },
      }),
      bad("another one, by its name", { permissionsBoundary: `${BOUNDARY}-2` }, "permissionsBoundary", {
        params,
        remediable: false,
      }),
      unknown("not known", { permissionsBoundary: UNKNOWN }, "permissionsBoundary", { params }),
    ],
  },
};
