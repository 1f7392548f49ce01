export { LogGroup, type LogGroupArgs } from "./log-group";
