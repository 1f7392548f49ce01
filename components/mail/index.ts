export { MailDomain, type MailDomainArgs } from "./mail-domain";
export { type SenderArgs, sendStatement } from "./send-statement";
