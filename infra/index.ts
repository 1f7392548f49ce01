import { readStackConfig } from "./config";
import { adviseOnFailures } from "./failure-advice";
import { backup } from "./layers/backup";
import { data } from "./layers/data";
import { economy } from "./layers/economy";
import { edge } from "./layers/edge";
import { egress } from "./layers/egress";
import { foundation } from "./layers/foundation";
import { ingress } from "./layers/ingress";
import { mail } from "./layers/mail";
import { network } from "./layers/network";
import { operations } from "./layers/operations";
import { recovery } from "./layers/recovery";
import { secretCare } from "./layers/secret-care";
import { services } from "./layers/services";

// One stack file becomes a web application:
//
//   internet ─▶ firewall ─▶ CDN ─▶ load balancer ─▶ services ─▶ database, cache, buckets, secrets
const config = readStackConfig();
adviseOnFailures();

const base = foundation(config); //                       provider, keys, access logs, alarm topic
const net = network(config, base); //                     VPC, subnets, NAT, endpoints, flow logs
egress(config, base, net); //                            names that may be looked up
const store = data(config, base, net); //                 PostgreSQL, Redis, buckets, files and secrets, with their copies
const kept = backup(config, base, store); //              daily backups and their copies
mail(config, base); //                                   domain that sends mail, with its records
const entry = ingress(config, base, net); //           certificate and load balancer
const apps = services(config, base, net, store, entry); // cluster, images, services and what each may reach
secretCare(config, base, store, apps); //                 rotation, restarts after it, overdue secrets
const front = edge(config, base, store, entry); //     firewall, CDN, DNS names
const second = recovery(config, base, store, apps); //  what a second region needs of this one
const saved = economy(config, base, store, apps); //       office hours, end of ephemeral stacks
operations(config, base, net, store, kept, entry, apps, front); // alarms, canary, budget, dashboards

export const url = front.url;
export const loadBalancer = entry.balancer.dnsName;
export const databaseAddress = store.database?.instance.address;
/** When the stack is to go: a pipeline destroys it then. */
export const expiresAt = saved.expiresAt ?? "never";
export const repositories = Object.fromEntries(
  Object.entries(apps.repositories).map(([name, { repositoryUrl }]) => [name, repositoryUrl]),
);
/** What delivers each figure of recovery, and the lines that the stack file of a second region takes from this stack. */
export const recoveryPlan = second;
