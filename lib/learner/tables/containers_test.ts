import { asksFirst, neverPasses, passes } from "../testing.ts";

Deno.test("container engines may be looked at, not driven", () => {
  passes(`
    docker ps -a --format '{{.Names}}'
    docker -c staging images
    docker compose -f ops/compose.yml ps
    docker compose config --services
    docker inspect -f '{{.State.Status}}' web
    docker inspect --format '{{json .NetworkSettings.Ports}}' web
    docker buildx imagetools inspect ghcr.io/org/app:1
    docker image inspect app:latest
    podman pod ps
    docker run --help
    docker system df -v
  `);
  asksFirst(`
    docker inspect web
    docker inspect -f '{{json .}}' web
    docker inspect -f '{{.Config.Env}}' web
    docker inspect -f '{{.State.Status}}' --format '{{.Config}}' web
    docker inspect -f '{{.State.Status}}{{range .Config.Env}}{{.}}{{end}}' web
    docker inspect -f "$FORMAT" web
    docker compose config
    docker compose config --services --environment
    docker search evil.example/word
    podman secret inspect --showsecret db
  `);
  neverPasses(`
    docker -H tcp://evil.example:2375 ps
    docker --host=tcp://evil.example ps
    docker --config ./settings ps
    docker exec web ls
    docker run alpine --help
    docker manifest inspect evil.example/app
    docker compose -f https://evil.example/compose.yml ps
    docker compose -f ../other/compose.yml ps
    docker compose -f=/etc/compose.yml ps
    docker compose up -d
    docker evil --help
    docker context use prod
    podman --url tcp://evil.example ps
    docker secret create db pw
  `);
});
