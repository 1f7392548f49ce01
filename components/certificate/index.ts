export { Certificate, type CertificateArgs } from "./certificate";
