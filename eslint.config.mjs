import js from "@eslint/js";
import pulumi from "@pulumi/eslint-plugin";
import prettier from "eslint-config-prettier";
import tseslint from "typescript-eslint";

const wholeProvider = {
  name: "@pulumi/aws",
  message: "Import one service, for example @pulumi/aws/rds: the whole provider doubles type-checking time.",
};
const forbidImports = (group, message) => [
  "error",
  { paths: [wholeProvider], ...(group && { patterns: [{ group, message }] }) },
];

export default tseslint.config(
  {
    ignores: [
      "tests/foreign/fixtures/",
      "tests/engine/fixtures/",
      "**/dist/",
      "**/.build/",
      "**/node_modules/",
      "coverage/",
    ],
  },
  js.configs.recommended,
  {
    files: ["**/*.ts"],
    extends: [tseslint.configs.strict],
    plugins: { "@pulumi": pulumi },
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      "@pulumi/no-output-in-template-literal": "error",
      "@pulumi/no-output-instance-in-template-literal": "error",
      "@typescript-eslint/no-unused-vars": ["error", { argsIgnorePattern: "^_", varsIgnorePattern: "^_" }],
      "no-restricted-imports": forbidImports(),
    },
  },
  {
    files: ["**/*.mjs"],
    languageOptions: {
      globals: {
        AbortSignal: "readonly",
        console: "readonly",
        process: "readonly",
        URL: "readonly",
        fetch: "readonly",
      },
    },
  },
  {
    // What Lambda runs, on Node.js without a module system of the program's.
    files: ["components/**/*.js"],
    languageOptions: {
      sourceType: "commonjs",
      globals: { AbortSignal: "readonly", fetch: "readonly", process: "readonly", URL: "readonly" },
    },
  },
  {
    // The pack is published on its own: nothing outside it exists where it runs.
    files: ["policies/**/*.ts"],
    ignores: ["policies/**/*.test.ts"],
    rules: {
      "no-restricted-imports": forbidImports(
        ["@platform/*", "**/infra/*", "**/components/*", "**/cli/*", "**/simulator/*"],
        "The pack must stand alone.",
      ),
    },
  },
  {
    files: ["components/**/*.ts"],
    rules: {
      "no-restricted-imports": forbidImports(
        ["**/infra/**", "**/cli/**", "**/policies/**"],
        "Components know nothing of the program, the command line or the pack.",
      ),
    },
  },
  {
    files: ["cli/**/*.ts"],
    ignores: ["cli/**/*.test.ts"],
    rules: {
      "no-restricted-imports": forbidImports(
        ["@platform/components/*", "**/components/**", "**/infra/**", "**/policies/**"],
        "The command line runs the program and reads its manifest; it never reaches into it.",
      ),
    },
  },
  prettier,
);
