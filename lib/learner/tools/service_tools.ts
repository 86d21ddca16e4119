import type { Word } from "../../shell/mod.ts";
import type { Assessment, Scene } from "../assessment/mod.ts";
import { aws } from "../tables/aws.ts";
import { awsCdk } from "../tables/aws_cdk.ts";
import { azure } from "../tables/azure.ts";
import { googleCloud } from "../tables/google_cloud.ts";
import { helm } from "../tables/helm.ts";
import { assessAuth0 } from "./auth0.ts";
import { assessGithub } from "./github.ts";
import { assessKubectl } from "./kubectl.ts";
import { assessLiteral } from "./literal.ts";
import { assessServiceVerb } from "./service_verbs.ts";

type Judge = (
  words: readonly Word[],
  found: Assessment,
  scene: Scene,
) => void;

/** Judges of tools that reach services elsewhere, by their program's name. */
export const serviceTools: readonly (readonly [string, Judge])[] = [
  ["aws", (words, found, scene) => assessServiceVerb(words, aws, found, scene)],
  [
    "az",
    (words, found, scene) => assessServiceVerb(words, azure, found, scene),
  ],
  [
    "gcloud",
    (words, found, scene) =>
      assessServiceVerb(words, googleCloud, found, scene),
  ],
  ["helm", (words, found, scene) => assessLiteral(words, helm, found, scene)],
  ["cdk", (words, found, scene) => assessLiteral(words, awsCdk, found, scene)],
  ["auth0", assessAuth0],
  ["gh", assessGithub],
  ["kubectl", assessKubectl],
];
