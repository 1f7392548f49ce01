export { AliasRecord, type AliasRecordArgs } from "./alias-record";
