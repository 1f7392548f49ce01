import { contentSecurityProblems } from "@platform/components/security-headers";
import { at, type Check } from "../draft";

/** What browsers are told to trust is something in particular. */
export const contentSecurity: Check = ({ sections: { securityHeaders } }) =>
  contentSecurityProblems(securityHeaders?.contentSecurityPolicy ?? "default-src 'self'").map((problem) => ({
    path: at("securityHeaders", "contentSecurityPolicy"),
    involves: [],
    got: problem,
    expected: "printable ASCII characters, and named sources for what runs in a page",
    fix: "name the sources, for example script-src 'self' https://js.example.com",
  }));
