/** Names under which projects keep their builds, tests and checks. */
export const familiarTarget: RegExp =
  /^(test|tests|unit|unittest|spec|build|compile|lint|check|checks|typecheck|type-check|types|tsc|format|fmt|prettier|eslint|coverage|cov|validate|verify|vet|mypy|ruff|pytest|jest|vitest)([:_.-](unit|all|ci|watch|fix|check|cov|coverage|quick|fast|types?|js|ts|css|prod|dev|client|server|web|api|app|docs|lib|core|src|integration|write|once|run|debug))*$/;

/** Names that say that something leaves the machine or is taken away. */
export const publishingTarget: RegExp =
  /deploy|publish|release|upload|push|ship|prod|migrat|seed|drop|reset|destroy|delete|clean-all|nuke|wipe|install|uninstall|bootstrap|setup|provision|rollback|promote|send|notify|login|auth|token|secret|key|sudo|root|docker|terraform|kube|k8s|helm|ssh|tunnel|ngrok/i;
