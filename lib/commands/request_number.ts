/** The argument of the commands that answer a request. */
export const requestNumber = {
  parse: (text: string): number => {
    if (!/^#?[1-9]\d{0,14}$/.test(text)) {
      throw new RangeError(
        `'${text}' is not a request's number; orch approvals lists them`,
      );
    }
    return Number(text.replace("#", ""));
  },
  brief: "The request's number, as orch approvals shows it",
  placeholder: "id",
} as const;
