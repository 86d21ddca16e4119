/**
 * The grammar of Python as the tree names it, and texts that reach out.
 *
 * @module
 */

/** Nodes that only hold others. `match`, `async` and `await` are left out. */
export const knownNodes: ReadonlySet<string> = words(`
Script Body ExpressionStatement AssignStatement UpdateStatement
ForStatement WhileStatement IfStatement TryStatement WithStatement
FunctionDefinition ClassDefinition DecoratedStatement ReturnStatement
PassStatement BreakStatement ContinueStatement RaiseStatement AssertStatement
DeleteStatement YieldExpression
ArgList ParamList TypeDef LambdaExpression ConditionalExpression
BinaryExpression UnaryExpression NamedExpression ParenthesizedExpression
TupleExpression ArrayExpression DictionaryExpression SetExpression
ComprehensionExpression ArrayComprehensionExpression
SetComprehensionExpression DictionaryComprehensionExpression
String FormatString ContinuedString FormatReplacement
ArithOp BitOp CompareOp AssignOp UpdateOp
`);

/** Nodes that hold nothing. */
export const harmlessLeaves: ReadonlySet<string> = words(`
Number Boolean None Ellipsis
( ) [ ] { } , : . / * ** At
and as assert break class continue def del elif else except finally for from
global if import in is lambda nonlocal not or pass raise return try while with
yield
`);

/** Texts that packages of others might run, or that lead outside. */
export const reachingText: RegExp =
  /__[a-z]+__(?<!__(?:main|name|version|doc|file|init|len|str|repr|eq|hash|call|class|dict|module|all)__)|\b(?:exec|eval|compile|open|system|popen|run|getattr|import_module)\s*\(|\bsubprocess\b|\bos\.|\bimport\s+\w|:\/\//i;

/** Methods of packages that draw a picture into the file they are given. */
export const drawingMethods: ReadonlySet<string> = words("imsave savefig");

function words(text: string): ReadonlySet<string> {
  return new Set(text.split(/\s+/).filter((word) => word !== ""));
}
