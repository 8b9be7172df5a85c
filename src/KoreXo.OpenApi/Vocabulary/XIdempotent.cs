using KoreXo.OpenApi.Document;
using KoreXo.OpenApi.Upgrade;

namespace KoreXo.OpenApi.Vocabulary;

/// <summary><c>x-idempotent</c>: whether a call may be retried after a failure that may have reached the server.</summary>
internal static class XIdempotent
{
    public static bool Read(SpecOperation operation) => operation.Node.Boolean("x-idempotent") ?? HttpVerb.IsSafe(operation.Verb);
}
