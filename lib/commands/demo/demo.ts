export function demo() {}
