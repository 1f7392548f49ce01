import type { DeployedResource, DeployedStack } from "../program/deployed-stack";
import type { Call } from "./call";
import { byTheClock } from "./duties/by-the-clock";
import { measureLists, readPagerDutyKey, rotateSecrets, watchSecrets } from "./duties/functions";
import {
  backUp,
  lookAtAlarms,
  openDatabase,
  recordConnections,
  replicate,
  shiftTraffic,
  visitPages,
  writeFigures,
} from "./duties/services-of-aws";
import { dumpDatabase, runScheduled, runTask } from "./duties/tasks";

/** What a role is for. */
export interface Duty {
  /** Every call that it must be able to make; all other calls of the universe must be denied. */
  calls: Call[];
  /** Whether its calls start in the stack's network and pass the endpoints there. */
  throughVpc: boolean;
}

/** A role with the component that made it. */
export interface Made {
  role: DeployedResource;
  maker: DeployedResource;
  stack: DeployedStack;
}

const inVpc = (calls: Call[]): Duty => ({ calls, throughVpc: true });
const outside = (calls: Call[]): Duty => ({ calls, throughVpc: false });

/** A service has the roles of its tasks, and one by which ECS moves requests between versions. */
const service = (made: Made): Duty =>
  made.role.name.endsWith("-traffic") ? outside(shiftTraffic(made)) : inVpc(runTask(made));

/** By the type of the component that makes the role. */
const DUTIES: { [component: string]: (made: Made) => Duty } = {
  "platform:index:WebService": service,
  "platform:index:InternalService": service,
  "platform:index:Worker": service,
  "platform:index:Migration": service,
  "platform:index:ScheduledTask": (made) => {
    if (made.role.name.endsWith("-run")) return outside(runScheduled(made));
    return inVpc(made.maker.name === "database-dump" ? dumpDatabase(made) : runTask(made));
  },
  "platform:index:ScheduledCall": (made) => outside(byTheClock(made)),
  "platform:index:RedisLists": (made) => inVpc(measureLists(made)),
  "platform:index:LambdaFunction": (made) => outside(functionOf(made)(made)),
  "platform:index:VpcFlowLogs": (made) => outside(recordConnections(made)),
  "platform:index:PostgresDatabase": (made) => outside(writeFigures(made)),
  "platform:index:ReadReplica": (made) => outside(writeFigures(made)),
  "platform:index:DatabaseProxy": (made) => outside(openDatabase(made)),
  "platform:index:Bucket": (made) => outside(replicate(made)),
  "platform:index:BackupPlan": (made) => outside(backUp(made)),
  "platform:index:Canary": (made) => outside(visitPages(made)),
  "platform:index:SlackChannel": () => outside(lookAtAlarms()),
};

/** What a function is for, by the component that has it. */
const FUNCTIONS: { [component: string]: (made: Made) => Call[] } = {
  "platform:index:SecretRotation": rotateSecrets,
  "platform:index:SecretWatch": watchSecrets,
  "platform:index:PagerDuty": readPagerDutyKey,
};

function functionOf({ maker, stack, role }: Made): (made: Made) => Call[] {
  const owner = stack.parentOf(maker);
  return found(FUNCTIONS[owner?.type ?? ""], role, owner);
}

/** @throws for a role of a component that nobody has said anything about. */
export function dutyOf(role: DeployedResource, stack: DeployedStack): Duty {
  const maker = stack.parentOf(role);
  const duty = found(DUTIES[maker?.type ?? ""], role, maker);
  return duty({ role, maker: maker as DeployedResource, stack });
}

function found<Entry>(entry: Entry | undefined, role: DeployedResource, maker: DeployedResource | undefined): Entry {
  if (entry !== undefined) return entry;
  throw new Error(
    `the role ${role.name} is made by ${maker?.type ?? "no component"}, of which least privilege is not proved: say in ` +
      `tests/proofs/access/duties.ts which calls such a role must be able to make; all others must be denied`,
  );
}
