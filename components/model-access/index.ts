export { idsOffered, modelBehind, type ModelRoute, modelRoute, vouchedRoute } from "./model-route";
export { type ModelAccessArgs, modelStatements } from "./statements";
