import { atDesk } from "../lab/desk.ts";
import { hangs } from "../lab/hung_client.ts";
import { codexClient } from "./client.ts";

atDesk(
  codexClient,
  "while it hangs it is given no key for what nobody has seen",
  { columns: 100, rows: 40 },
  hangs,
);
