/** Something in a policy that this evaluator does not know. It is never read as "allowed" or "denied". */
export class Unsupported extends Error {
  constructor(what: string) {
    super(`the evaluator of IAM policies does not know ${what}: teach it in tests/proofs/iam`);
    this.name = "Unsupported";
  }
}
