import { at, type Check, type Fault } from "../draft";

/** Live keys are for production alone: a test that moves real money cannot be taken back. */
export const secretModes: Check = ({ sections: { secrets = {}, profile } }) => {
  if (profile === undefined || profile === "production") return [];
  return Object.entries(secrets).flatMap(([name, { mode }]): Fault[] => {
    if (mode !== "live") return [];
    return [
      {
        path: at("secrets", name, "mode"),
        involves: [at("profile")],
        got: `live, in a stack of the profile ${profile}`,
        expected: "sandbox: live keys belong to production",
        fix: "set mode to sandbox, and put the key of the service's sandbox there",
      },
    ];
  });
};
