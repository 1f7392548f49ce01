// The SDK's typings leave this module out; its own mocks set the same flags (runtime/mocks.js, setMocks).
declare module "@pulumi/pulumi/runtime/state" {
  interface FeatureFlags {
    supportsSecrets: boolean;
    supportsResourceReferences: boolean;
    supportsOutputValues: boolean;
    supportsDeletedWith: boolean;
    supportsReplaceWith: boolean;
    supportsAliasSpecs: boolean;
    supportsTransforms: boolean;
    supportsParameterization: boolean;
    supportsResourceHooks: boolean;
    supportsErrorHooks: boolean;
  }
  export function getStore(): FeatureFlags;
}
