import { PolicyPack } from "@pulumi/policy";
import { Ledger } from "./kernel/ledger";
import { policiesOf } from "./kernel/policies";
import { defaultLevelOf, PACK_NAME, rules } from "./pack";

new PolicyPack(PACK_NAME, { policies: policiesOf(rules, defaultLevelOf, new Ledger()) });
