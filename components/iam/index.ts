export { type PolicyStatement, policyDocument, servicePrincipalTrust } from "./policy-document";
