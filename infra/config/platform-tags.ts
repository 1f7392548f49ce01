const PLATFORM_TAG =
  /^(application|stack|profile|managed-by|recovery-(time|point)-objective|expires-after-hours|reason:.*|Name|tier|service)$/;

/** Whether the platform writes a tag of this name to resources itself. */
export function isPlatformTag(name: string): boolean {
  return PLATFORM_TAG.test(name);
}
