export { LambdaFunction, type LambdaFunctionArgs } from "./lambda-function";
