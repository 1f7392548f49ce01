/** @jest-config-loader ts-node
 *  @jest-config-loader-options {"transpileOnly": true, "compilerOptions": {"module": "commonjs", "moduleResolution": "node10"}} */
import type { Config } from "jest";
import base from "../../jest.config";

const config: Config = {
  ...base,
  rootDir: "../..",
  testMatch: ["<rootDir>/tests/engine/**/*.engine.ts"],
  // Each test runs the CLI, which takes seconds to minutes.
  testTimeout: 600_000,
};

export default config;
