/** What a service of AWS answers when it refuses a request. */
export class ServiceError extends Error {
  constructor(
    /** AWS's own code, `DependencyViolation`. */
    readonly code: string,
    message: string,
  ) {
    super(`${code}: ${message}`);
    this.name = "ServiceError";
  }
}
