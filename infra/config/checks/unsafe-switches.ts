import { at, type Check, type Fault } from "../draft";

/** A variable by which frameworks let their guard down. */
interface Switch {
  names: RegExp;
  /** The values that do it. */
  unsafe: RegExp;
  does: string;
  expected: string;
}

const ON = /^(1|true|yes|on)$/i;
const OFF = /^(0|false|no|off)$/i;

const SWITCHES: readonly Switch[] = [
  {
    names: /^([A-Z]+_)?DEBUG$/,
    unsafe: ON,
    does: "turns debugging on: errors then show code, settings and, in some frameworks, a console",
    expected: "debugging off",
  },
  {
    names: /^(ENVIRONMENT|ENV|(APP|NODE|FLASK|DJANGO|RAILS|RACK|SYMFONY|LARAVEL)_ENV)$/,
    unsafe: /^(dev|development|debug|local|test|testing)$/i,
    does: "tells the application that nobody but developers reaches it",
    expected: "the name of this environment",
  },
  {
    names: /^(SESSION|CSRF|REMEMBER)_COOKIE_(SECURE|HTTPONLY)$/,
    unsafe: OFF,
    does: "lets a cookie of the session be read on its way, or by scripts",
    expected: "cookies that only HTTPS carries and no script reads",
  },
  {
    names: /^([A-Z]+_)?CSRF_(ENABLED|PROTECTION)$/,
    unsafe: OFF,
    does: "lets other sites act in the name of a visitor",
    expected: "protection against forged requests",
  },
];

/** No variable makes an application in production, or in staging, show its inside or give up its sessions. */
export const unsafeSwitches: Check = ({ sections: { services = {}, profile } }) => {
  if (profile !== "production" && profile !== "staging") return [];
  return Object.entries(services).flatMap(([service, { environment }]) =>
    Object.entries(environment).flatMap(([name, value]): Fault[] => {
      const found = SWITCHES.find(({ names, unsafe }) => names.test(name) && unsafe.test(value.trim()));
      if (!found) return [];
      return [
        {
          path: at("services", service, "environment", name),
          involves: [at("profile")],
          got: `a value that ${found.does}`,
          expected: found.expected,
          fix: "remove the variable or correct its value",
        },
      ];
    }),
  );
};
