import * as fc from "fast-check";
import { type ContainerArgs, containerDefinitions } from "./container-definitions";

const args: ContainerArgs = {
  name: "api",
  image: "123456789012.dkr.ecr.us-east-1.amazonaws.com/api@sha256:0a1b",
  port: 8000,
  environment: { LOG_LEVEL: "info", AWS_REGION: "us-east-1" },
  secrets: { SECRET_KEY: "arn:aws:secretsmanager:us-east-1:123456789012:secret:key-AbCdEf" },
  user: "1000:1000",
  readonlyRootFilesystem: true,
  mounts: [],
  writablePaths: ["/var/cache", "/tmp"],
  writableMib: 512,
  stopTimeoutSeconds: 30,
  logGroupName: "/pm-prod/api",
  region: "us-east-1",
};

describe("containerDefinitions", () => {
  it("gives one complete container: no root, no rights, a read-only root, and a log", () => {
    expect(containerDefinitions(args)).toEqual([
      {
        name: "api",
        image: "123456789012.dkr.ecr.us-east-1.amazonaws.com/api@sha256:0a1b",
        essential: true,
        environment: [
          { name: "AWS_REGION", value: "us-east-1" },
          { name: "LOG_LEVEL", value: "info" },
        ],
        secrets: [{ name: "SECRET_KEY", valueFrom: "arn:aws:secretsmanager:us-east-1:123456789012:secret:key-AbCdEf" }],
        portMappings: [{ containerPort: 8000, hostPort: 8000, protocol: "tcp" }],
        mountPoints: [],
        volumesFrom: [],
        systemControls: [],
        user: "1000:1000",
        privileged: false,
        readonlyRootFilesystem: true,
        linuxParameters: {
          initProcessEnabled: true,
          capabilities: { add: [], drop: ["ALL"] },
          devices: [],
          tmpfs: [
            { containerPath: "/tmp", size: 512, mountOptions: ["mode=1777", "nosuid", "nodev"] },
            { containerPath: "/var/cache", size: 512, mountOptions: ["mode=1777", "nosuid", "nodev"] },
          ],
        },
        stopTimeout: 30,
        logConfiguration: {
          logDriver: "awslogs",
          options: {
            "awslogs-group": "/pm-prod/api",
            "awslogs-region": "us-east-1",
            "awslogs-stream-prefix": "api",
            "max-buffer-size": "25m",
            mode: "non-blocking",
          },
          secretOptions: [],
        },
      },
    ]);
  });

  it("takes a command in place of the image's own, and no port for a container that serves nobody", () => {
    const [container] = containerDefinitions({ ...args, command: ["celery", "worker"], port: undefined });
    expect(container).toMatchObject({ command: ["celery", "worker"], portMappings: [] });
  });

  it("does not depend on the order in which variables, secrets and folders are given", () => {
    const values = fc.dictionary(fc.stringMatching(/^[A-Z_]{1,8}$/), fc.string(), { maxKeys: 8 });
    const reversed = (map: { [name: string]: string }) => Object.fromEntries(Object.entries(map).reverse());
    fc.assert(
      fc.property(values, values, fc.uniqueArray(fc.string()), (environment, secrets, writablePaths) => {
        const one = containerDefinitions({ ...args, environment, secrets, writablePaths });
        const other = containerDefinitions({
          ...args,
          environment: reversed(environment),
          secrets: reversed(secrets),
          writablePaths: [...writablePaths].reverse(),
        });
        expect(JSON.stringify(one)).toBe(JSON.stringify(other));
      }),
    );
  });
});
