import type { ToolFacts } from "../assessment/mod.ts";
import { auth0 } from "./auth0.ts";
import { awsCdk } from "./aws_cdk.ts";
import { containerEngines } from "./containers.ts";
import { github } from "./github.ts";
import { helm } from "./helm.ts";
import { homebrew } from "./homebrew.ts";
import { kubectl } from "./kubernetes.ts";

/** Tools for services, by name. Each table says where it is from. */
export const services: Readonly<Record<string, ToolFacts>> = {
  ...containerEngines,
  kubectl,
  gh: github,
  brew: homebrew,
  helm,
  auth0,
  cdk: awsCdk,
};
