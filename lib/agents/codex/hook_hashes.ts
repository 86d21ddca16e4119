/** Under which name Codex 0.169.0 keeps hooks that were given by flag. */
export const hookSource = "/<session-flags>/config.toml";

/**
 * The hashes by which Codex 0.169.0 knows orch's hooks again: SHA-256 of the
 * event and the hook as JSON with sorted keys. `hook_install_test.ts` computes
 * them anew; a release that computes them otherwise stops at its start and asks
 * a person whether the hooks are trusted.
 */
export const hookHashes: Readonly<Record<string, string>> = {
  permission_request:
    "sha256:d2c7f7472ae0f90740fc95f25d6b569887a07d82a0ebfce874fd7347648b5090",
  post_tool_use:
    "sha256:a3b3a5b9c91462832308d2066873d48dbea98e72d8050de266d98604252f9257",
  session_start:
    "sha256:fc132b2ba1be9d641c0e6d771a3d38bcac29a69404693a43b0a52b4ed201013d",
  stop:
    "sha256:3ce4687139fc0651b496e360a9ede35476a31dc72550382448c50d6c2e025765",
  user_prompt_submit:
    "sha256:eb322fb0b1ff22ece851b99955a750fa414ef7653815df2d7f1263700a2ea506",
};
