export { EncryptionKey, type EncryptionKeyArgs } from "./encryption-key";
export { KeyService } from "./key-policy";
