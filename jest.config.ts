/** @jest-config-loader ts-node
 *  @jest-config-loader-options {"transpileOnly": true, "compilerOptions": {"module": "commonjs", "moduleResolution": "node10"}} */
import type { Config } from "jest";

const config: Config = {
  testMatch: ["<rootDir>/{infra,components,policies,simulator,cli,engine,tests}/**/*.test.ts"],
  modulePathIgnorePatterns: ["/dist/", "/\\.build/"],
  transform: {
    "\\.[cm]?[jt]s$": [
      "@swc/jest",
      { jsc: { parser: { syntax: "typescript" }, target: "es2022" }, module: { type: "commonjs" } },
    ],
  },
  // These packages ship ES modules only, which jest's own module system cannot load as they are.
  transformIgnorePatterns: ["/node_modules/(?!(object-treeify)/)"],
  testEnvironment: "node",
  // Components import much of the AWS SDK, which takes seconds on a busy machine; no test waits on purpose.
  testTimeout: 30_000,
};

export default config;
