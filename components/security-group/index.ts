export { Connection, type ConnectionArgs, type ConnectionPeer } from "./connection";
export { SecurityGroup, type SecurityGroupArgs } from "./security-group";
