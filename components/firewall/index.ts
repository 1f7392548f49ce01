export { tightPathRuleName, type TightPath } from "./rules";
export { WebAclAssociation, type WebAclAssociationArgs } from "./web-acl-association";
export { WebFirewall, type WebFirewallArgs } from "./web-firewall";
