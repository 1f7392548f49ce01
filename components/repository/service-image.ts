import { statSync } from "node:fs";
import * as awsx from "@pulumi/awsx/ecr";
import * as pulumi from "@pulumi/pulumi";
import { contextDigest } from "./context-digest";

export interface ServiceImageArgs {
  repositoryUrl: pulumi.Input<string>;
  /** Folder that is sent to the builder, relative to where Pulumi runs. */
  context: string;
  /** Path of the Dockerfile. Default: `Dockerfile` in `context`. */
  dockerfile?: string;
  /** Platform of the image, which must fit the service's architecture. */
  platform: "linux/amd64" | "linux/arm64";
  /** Tag of the image, for example the commit that it is built from. Default: a digest of the files in `context`. */
  tag?: string;
  /** Build arguments. They can be read in the image: no secrets. */
  buildArgs?: { [name: string]: string };
}

/**
 * An image that Pulumi builds with Docker and pushes when the stack is brought up.
 *
 * Creates one `awsx.ecr.Image`, whose plugin asks for a running Docker. Costs nothing beside the repository.
 *
 * Throws when `context` is no folder.
 */
export class ServiceImage extends pulumi.ComponentResource {
  /** The image by digest, so that what runs is what was built. */
  readonly imageUri: pulumi.Output<string>;

  constructor(name: string, args: ServiceImageArgs, opts?: pulumi.ComponentResourceOptions) {
    super("platform:index:ServiceImage", name, {}, opts);
    if (!statSync(args.context, { throwIfNoEntry: false })?.isDirectory()) {
      throw new Error(`${name}: context must be a folder that exists, got "${args.context}"`);
    }

    const image = new awsx.Image(
      name,
      {
        repositoryUrl: args.repositoryUrl,
        context: args.context,
        dockerfile: args.dockerfile,
        platform: args.platform,
        // Left to itself awsx derives the tag from paths alone, and the second build would collide with the first in
        // a repository whose tags never move.
        imageTag: args.tag ?? contextDigest(args.context),
        args: args.buildArgs,
      },
      { parent: this },
    );

    this.imageUri = image.imageUri;
    this.registerOutputs({ imageUri: this.imageUri });
  }
}
