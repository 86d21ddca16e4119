import type { Body, Dialect, Said } from "./dialect.ts";
import { EventStream } from "./event_stream.ts";
import type { Reply } from "./turn.ts";

const usageMetadata = {
  promptTokenCount: 10,
  candidatesTokenCount: 5,
  totalTokenCount: 15,
};

function said(body: Body): Said[] {
  return (body.contents ?? []).flatMap(({ role, parts }: Body): Said[] =>
    role === "model" ? [] : (parts ?? []).flatMap((part: Body): Said[] => {
      if (typeof part.text === "string") return [{ prompt: part.text }];
      if (!part.functionResponse) return [];
      const { id, response } = part.functionResponse;
      const { output, error } = response ?? {};
      const text = output ?? error ?? JSON.stringify(response);
      return [{
        result: String(id),
        text: String(text),
        failed: error !== undefined,
      }];
    })
  );
}

/** A value that fits a schema, for checks that want JSON and no prose. */
function fitting({ enum: names, type }: Body): unknown {
  if (names) return names[0];
  if (/number|integer/i.test(type)) return 1;
  if (/bool/i.test(type)) return false;
  return /array/i.test(type) ? [] : "ok";
}

function asideText({ generationConfig: wanted }: Body): string {
  const schema = wanted?.responseJsonSchema ?? wanted?.responseSchema;
  const fields = Object.entries<Body>(schema?.properties ?? {});
  if (fields.length === 0) return "ok";
  return JSON.stringify(
    Object.fromEntries(fields.map(([name, of]) => [name, fitting(of)])),
  );
}

function answer(path: string, { text, calls }: Reply): Response {
  const part = (parts: unknown[], finish?: string) => ({
    candidates: [{
      index: 0,
      content: { role: "model", parts },
      ...finish === undefined ? {} : { finishReason: finish },
    }],
    usageMetadata,
    modelVersion: "stand-in",
  });
  const prose = text === "" ? [] : [{ text }];
  const functions = calls.map(({ id, tool, input }) => ({
    functionCall: { id, name: tool, args: input },
  }));
  if (!path.endsWith(":streamGenerateContent")) {
    return Response.json(part([...prose, ...functions], "STOP"));
  }
  const stream = new EventStream();
  if (text !== "") stream.send(part(prose));
  stream.send(part(functions.length > 0 ? functions : [{ text: "" }], "STOP"));
  return stream.response();
}

/** The Gemini API, as Gemini CLI speaks it. */
export const gemini: Dialect = {
  callPrefix: "call_",
  aside(path, body) {
    if (path.endsWith(":countTokens")) {
      return Response.json({ totalTokens: 10 });
    }
    if (!/:(generateContent|streamGenerateContent)$/.test(path)) {
      return Response.json({});
    }
    const offers = (body.tools ?? []).some(({ functionDeclarations }: Body) =>
      (functionDeclarations ?? []).length > 0
    );
    if (offers) return undefined;
    const text = asideText(body);
    return answer(path, { id: "aside", text, calls: [] });
  },
  said,
  reply: (path, _body, reply) => answer(path, reply),
  failure: ({ status, message }) => ({
    error: {
      code: status,
      message,
      status: status === 429 ? "RESOURCE_EXHAUSTED" : "INTERNAL",
    },
  }),
};
