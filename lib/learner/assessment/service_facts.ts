/** What is known of the commands of one service of a cloud. */
export interface ServiceFacts {
  /** Whether its operands are any text, such as a filter. */
  readonly text?: boolean;
  /** Words that may stand between the service and the verb. */
  readonly groups?: string;
  /**
   * Commands that only look, though their words do not say so. Like the lists
   * below, whole commands without the service, separated by commas.
   */
  readonly looks?: string;
  /** Commands that show settings in which people keep secrets. */
  readonly settings?: string;
  /** Commands that show, or hand out, what lets others in. */
  readonly secrets?: string;
  /** Commands that write or change something, though they sound harmless. */
  readonly changes?: string;
}

/** What is known of a tool whose commands are a service, groups and a verb. */
export interface ServiceTool {
  /** Verbs that only look, in every service. */
  readonly verbs: RegExp;
  /** What must not occur in a command that only looks. */
  readonly secret: RegExp;
  /** Words that may stand before the service, such as `beta`. */
  readonly stages?: string;
  /** Flags that may stand before the verb, see {@linkcode flagTable}. */
  readonly globals: string;
  /** Flags that are known behind it, besides those. */
  readonly flags: string;
  /** What the other flags of a command that only looks are written like. */
  readonly parameter: RegExp;
  /**
   * What such a flag must not be named after: files, addresses, credentials.
   */
  readonly reaching: RegExp;
  /** Flags that send elsewhere, take a file's word, or show more. */
  readonly refuses: string;
  /** Addresses that may be given, and to which flags. */
  readonly addresses?: Readonly<Record<string, RegExp>>;
  /**
   * Flags whose values may be any text. The tool may make a host's name of the
   * others, and hand a token to whoever answers there.
   */
  readonly texts?: string;
  /** What the values of others may be, beside plain names. */
  readonly resources?: RegExp;
  /** Schemes of what is kept in the cloud itself. */
  readonly schemes?: RegExp;
  /** Schemes by which a value is read from a file. */
  readonly fileSchemes?: RegExp;
  /** What a value must not look like, since it stands for a file or code. */
  readonly disguised?: RegExp;
  /** Services by name. */
  readonly services: Readonly<Record<string, ServiceFacts>>;
}
