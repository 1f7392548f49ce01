import { at, type Draft } from "./draft";
import type { KeyPath } from "./key-path";
import type { Sections } from "./sections";

/** Somebody who uses parts of the stack, and the variables that people set for it. */
export interface User {
  path: KeyPath;
  uses: Sections["services"][string]["uses"];
  environment: { path: KeyPath; variables: Sections["services"][string]["environment"] };
}

/** The services, their migrations, and the scheduled tasks that do not simply use what their service does. */
export function usersOf({ sections: { services = {}, schedules = {} } }: Draft): User[] {
  return [
    ...Object.entries(services).map(([name, { uses, environment }]) =>
      userOf(at("services", name), uses, name, environment),
    ),
    ...Object.entries(services).flatMap(([name, { migrations, environment }]) =>
      // That there is a database to migrate is asked of the service.
      migrations
        ? [userOf(at("services", name, "migrations"), { ...migrations.uses, database: false }, name, environment)]
        : [],
    ),
    ...Object.entries(schedules).flatMap(([name, { uses, service }]) =>
      uses ? [userOf(at("schedules", name), uses, service, services[service]?.environment ?? {})] : [],
    ),
  ];
}

function userOf(path: KeyPath, uses: User["uses"], service: string, variables: User["environment"]["variables"]): User {
  return { path, uses, environment: { path: at("services", service, "environment"), variables } };
}
