export { DnsFirewall, type DnsFirewallArgs } from "./dns-firewall";
