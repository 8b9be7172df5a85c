using KoreXo.OpenApi.Diagnostics;
using KoreXo.OpenApi.Document;
using KoreXo.OpenApi.Text;

namespace KoreXo.OpenApi.Vocabulary;

/// <summary><c>x-job</c>: which call returns the status of a started job, and how its response is read.</summary>
/// <param name="Status">The id of the operation that returns the status.</param>
/// <param name="State">A pointer to the state in its response.</param>
/// <param name="Arguments">The values of its parameters.</param>
/// <param name="Match">The values that identify the run in a list of several.</param>
internal sealed record XJob(string Status, string State, EquatableArray<JobBinding> Arguments, EquatableArray<JobBinding> Match)
{
    private const string Word = "x-job";

    private static readonly (string Name, SpecNodeKind Kind)[] Members =
    [
        ("pass", SpecNodeKind.Object),
        ("match", SpecNodeKind.Object),
        ("running", SpecNodeKind.Array),
        ("succeeded", SpecNodeKind.Array),
        ("partial", SpecNodeKind.Array),
        ("failed", SpecNodeKind.Array),
    ];

    public required EquatableArray<string> Running { get; init; }

    public required EquatableArray<string> Succeeded { get; init; }

    public required EquatableArray<string> Partial { get; init; }

    public required EquatableArray<string> Failed { get; init; }

    public static bool IsGiven(SpecNode operation) => operation[Word] is not null;

    /// <summary>Returns the id of the status operation, if it is named.</summary>
    public static string? StatusOf(SpecNode operation) => operation[Word]?.String("status");

    public static XJob? Read(SpecDocument document, SpecOperation operation)
    {
        if (operation.Node[Word] is not { } node || (node["status"] ?? node["state"]) is null)
        {
            return null;
        }

        if (node.String("status") is { } status && node.String("state") is { } state)
        {
            var at = JsonPointer.Append(operation.Pointer, Word);
            if (
                !WordMembers.AreOfKind(document, node, at, Word, Members)
                || !WordMembers.AreListsOfScalars(document, node, at, Word, "running", "succeeded", "partial", "failed")
            )
            {
                return null;
            }

            return new XJob(status, state, Bindings(node["pass"]), Bindings(node["match"]))
            {
                Running = node.Strings("running").ToArray(),
                Succeeded = node.Strings("succeeded").ToArray(),
                Partial = node.Strings("partial").ToArray(),
                Failed = node.Strings("failed").ToArray(),
            };
        }

        Report(document, operation, "it needs the operation id of its 'status' call and a pointer to the 'state' there");
        return null;
    }

    /// <summary>Reports an error in the extension of an operation.</summary>
    public static void Report(SpecDocument document, SpecOperation operation, string message) =>
        document.Report(SpecRules.InvalidExtension, operation.Node[Word], JsonPointer.Append(operation.Pointer, Word), Word, message);

    private static EquatableArray<JobBinding> Bindings(SpecNode? node) =>
        (node?.Names ?? []).Select(name => new JobBinding(name, node![name]!.Text)).ToArray();
}
