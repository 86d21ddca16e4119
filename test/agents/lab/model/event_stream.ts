/** Writes server-sent events. */
export class EventStream {
  #written: string[] = [];

  /**
   * Adds an event.
   *
   * @param data What is sent, as JSON unless it is a text.
   * @param event Its name, if it has one.
   */
  send(data: unknown, event?: string): void {
    const text = typeof data === "string" ? data : JSON.stringify(data);
    const name = event === undefined ? "" : `event: ${event}\n`;
    this.#written.push(`${name}data: ${text}\n\n`);
  }

  /** All of them as one answer. */
  response(): Response {
    return new Response(this.#written.join(""), {
      headers: { "content-type": "text/event-stream" },
    });
  }
}
