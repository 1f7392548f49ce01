export { type GeneratedValue, Secret, type SecretArgs } from "./secret";
