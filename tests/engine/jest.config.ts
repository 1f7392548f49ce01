/** @jest-config-loader ts-node
 *  @jest-config-loader-options {"transpileOnly": true, "compilerOptions": {"module": "commonjs", "moduleResolution": "node10"}} */
import type { Config } from "jest";
import base from "../../jest.config";

const config: Config = {
  ...base,
  rootDir: "../..",
  testMatch: ["<rootDir>/tests/engine/**/*.engine.ts"],
  // Each test runs the CLI, which takes seconds to minutes; failures one by one take more than an hour.
  testTimeout: process.env["FAULTS"] === "all" ? 12 * 3_600_000 : 1_200_000,
};

export default config;
