import { covers, type Exemption, isExpired } from "./exemption";
import type { Verdict, Violation } from "./evaluate";
import type { Subject } from "./subject";

/** Something to report beside violations. */
export interface Note {
  urn: string;
  message: string;
}

/**
 * The bookkeeping of one pack process: the exemptions in force, which of them were used, and what stayed open.
 * The policies of a pack run in the order of its list, the one that carries the exemptions first and the ones that
 * report last; analyses of several resources may interleave, so notes are kept by resource.
 */
export class Ledger {
  private exemptions: Exemption[] = [];
  private readonly used = new Set<string>();
  private readonly openNotes = new Map<string, Note[]>();
  private readonly exemptedNotes = new Map<string, Note[]>();

  constructor(private readonly today: () => Date = () => new Date()) {}

  setExemptions(exemptions: Exemption[]): void {
    this.exemptions = exemptions;
  }

  /** The violations that no exemption covers; notes the others and what stayed undetermined under `scope`. */
  settle(scope: string, rule: string, resource: Subject, verdict: Verdict): Violation[] {
    for (const reason of verdict.undetermined) {
      note(this.openNotes, scope, { urn: resource.urn, message: `${rule}: ${reason}` });
    }
    return verdict.violations.filter((violation) => {
      const exemption = this.exemptionOf(rule, resource, violation);
      if (!exemption) return true;
      this.used.add(keyOf(exemption));
      const { reason, owner, until } = exemption;
      note(this.exemptedNotes, scope, { urn: resource.urn, message: `${rule}: ${reason} (${owner}, until ${until})` });
      return false;
    });
  }

  /** Whether an exemption covers a violation. */
  accepts(rule: string, resource: Subject, violation: Violation): boolean {
    return this.exemptionOf(rule, resource, violation) !== undefined;
  }

  takeUndetermined(scope: string): Note[] {
    return take(this.openNotes, scope);
  }

  takeExempted(scope: string): Note[] {
    return take(this.exemptedNotes, scope);
  }

  expired(): Exemption[] {
    return this.exemptions.filter((exemption) => isExpired(exemption, this.today()));
  }

  /** The exemptions that the analysis which ends here did not need; the next one counts anew. */
  takeUnused(): Exemption[] {
    const unused = this.exemptions.filter(
      (exemption) => !isExpired(exemption, this.today()) && !this.used.has(keyOf(exemption)),
    );
    this.used.clear();
    return unused;
  }

  private exemptionOf(rule: string, resource: Subject, violation: Violation): Exemption | undefined {
    return this.exemptions.find((each) => !isExpired(each, this.today()) && covers(each, rule, resource, violation));
  }
}

const keyOf = (exemption: Exemption): string => JSON.stringify(exemption);

function note(notes: Map<string, Note[]>, scope: string, entry: Note): void {
  notes.set(scope, [...(notes.get(scope) ?? []), entry]);
}

function take(notes: Map<string, Note[]>, scope: string): Note[] {
  const taken = notes.get(scope) ?? [];
  notes.delete(scope);
  return taken;
}
