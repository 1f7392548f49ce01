export { SecretWatch, type SecretWatchArgs } from "./secret-watch";
