import { neverPasses } from "../testing.ts";

Deno.test("nobody writes unseen what these tools load", () => {
  neverPasses(`
    echo x > rust-toolchain.toml
    echo x > ansible.cfg
    cp evil .terraform/providers/x
    echo x > .terraform.lock.hcl
    echo x > Brewfile
  `);
});
