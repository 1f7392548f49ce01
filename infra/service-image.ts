import { Repository, ServiceImage } from "@platform/components/repository";
import type * as pulumi from "@pulumi/pulumi";
import type { ServiceConfig, StackConfig } from "./config";
import { at } from "./config/draft";
import { declaredBy } from "./declared-by";
import type { Foundation } from "./layers/foundation";

export interface ImageReference {
  image: pulumi.Input<string>;
  /** The stack's own repository for it; absent when the image comes from elsewhere. */
  repository?: Repository;
  /** The repository of ECR that it is pulled from; absent for an image of another registry. */
  repositoryArn?: pulumi.Input<string>;
}

/** The image of a service: from a repository of its own, built into it, or from where the stack file says. */
export function serviceImage(
  name: string,
  { image, build, architecture }: ServiceConfig,
  config: StackConfig,
  base: Foundation,
): ImageReference {
  if (image?.repository) return elsewhere(image);

  const repository = new Repository(
    `${name}-repository`,
    { kmsKeyArn: base.keys.data.keyArn, emptyOnDelete: config.ephemeral },
    // Without its images no former version of a service can come back.
    declaredBy(base.dataOpts, at("services", name, build ? "build" : "image")),
  );
  if (build) {
    const platform = architecture === "arm64" ? "linux/arm64" : "linux/amd64";
    const built = new ServiceImage(
      `${name}-image`,
      { ...build, platform, repositoryUrl: repository.repositoryUrl },
      declaredBy(base.opts, at("services", name, "build")),
    );
    return { image: built.imageUri, repository, repositoryArn: repository.repositoryArn };
  }
  const { repositoryUrl, repositoryArn } = repository;
  return { image: repositoryUrl.apply((url) => pin(url, image)), repository, repositoryArn };
}

/** An image of a repository that the stack file names. */
export function elsewhere(image: NonNullable<ServiceConfig["image"]>): Omit<ImageReference, "repository"> {
  const repository = image.repository as string;
  return { image: pin(repository, image), repositoryArn: ecrRepositoryArn(repository) };
}

/** `<account>.dkr.ecr.<region>.amazonaws.com/<name>` as an ARN; undefined for another registry. */
function ecrRepositoryArn(repository: string): string | undefined {
  const [, account, region, name] = /^(\d{12})\.dkr\.ecr\.([a-z0-9-]+)\.amazonaws\.com\/(.+)$/.exec(repository) ?? [];
  return name === undefined ? undefined : `arn:aws:ecr:${region}:${account}:repository/${name}`;
}

const pin = (repository: string, image: ServiceConfig["image"]): string =>
  image?.digest ? `${repository}@${image.digest}` : `${repository}:${image?.tag}`;
