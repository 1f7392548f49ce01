export { connectGrant } from "./connect-grant";
export { DatabaseProxy } from "./database-proxy";
export { type ConnectionPool, type DatabaseProxyArgs, ProxyAuthentication } from "./database-proxy-args";
