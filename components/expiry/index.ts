export { Expiry, type ExpiryArgs } from "./expiry";
