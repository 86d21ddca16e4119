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
    "sha256:deb9d2f2ae756a4a53d987edc898c275c4759eb7d26d2e437a2da970de158a68",
  post_tool_use:
    "sha256:533b7bbecd06abc2d63365f9163200d24abb2ad0814687610b9e945c4eb797f3",
  session_start:
    "sha256:2d45e88f5e1bc48f726132533317738b53957e98915456c6c2dc7076b33a685e",
  stop:
    "sha256:af997469d061b440762746bef5c1ae321d2a7125391634567467171e14ee17e8",
  user_prompt_submit:
    "sha256:1d9d80ad0ce1c0ddbf716964052cc6bf512e5f6be875e859ad7fa96e01e26e07",
};
