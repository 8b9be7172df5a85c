using KoreXo.OpenApi.Diagnostics;
using KoreXo.OpenApi.Document;
using KoreXo.OpenApi.Text;

namespace KoreXo.OpenApi.Vocabulary;

/// <summary><c>x-rate-limit</c>: how often an operation may be called.</summary>
/// <param name="Budget">The name of the budget; operations with the same budget share one count.</param>
/// <param name="By">The parameters whose values have separate counts.</param>
/// <param name="Windows">The windows, all of which apply.</param>
/// <param name="Documented">Whether the vendor's pages list this very operation rather than similar ones.</param>
internal sealed record XRateLimit(string Budget, EquatableArray<ParameterKey> By, EquatableArray<RateLimitWindow> Windows, bool Documented)
{
    private const string Word = "x-rate-limit";

    public static XRateLimit? Read(SpecDocument document, SpecOperation operation, IReadOnlyList<ParameterKey> parameters)
    {
        // Others write extensions of this name too; one that shares no word with ours is theirs.
        if (operation.Node[Word] is not { } node || (node["budget"] ?? node["limits"] ?? node["by"]) is null)
        {
            return null;
        }

        var at = JsonPointer.Append(operation.Pointer, Word);
        if (
            !WordMembers.AreOfKind(
                document,
                node,
                at,
                Word,
                ("budget", SpecNodeKind.String),
                ("by", SpecNodeKind.Array),
                ("limits", SpecNodeKind.Array),
                ("documented", SpecNodeKind.Boolean)
            )
        )
        {
            return null;
        }

        var by = ReadBy(document, node, at, parameters);
        var windows = new List<RateLimitWindow>();
        var isWhole = true;
        foreach (var item in node["limits"]?.Items ?? [])
        {
            if (item.Integer("calls") is > 0 and var calls && item.Integer("seconds") is > 0 and var seconds)
            {
                windows.Add(new RateLimitWindow(calls, seconds));
            }
            else
            {
                document.Report(
                    SpecRules.InvalidExtension,
                    item,
                    at,
                    Word,
                    "each of the 'limits' needs 'calls' and 'seconds', of 1 or more"
                );
                isWhole = false;
            }
        }

        if (!isWhole)
        {
            return null;
        }

        if (node.String("budget") is { } budget && windows.Count > 0)
        {
            return new XRateLimit(budget, by, windows, node.Boolean("documented") != false);
        }

        document.Report(SpecRules.InvalidExtension, node, at, Word, "it needs a 'budget' and 'limits' of calls and seconds");
        return null;
    }

    // "60 calls a minute for each shop" is a limit with "by: [{ in: path, name: shopId }]": every value of the parameter has a count of its
    // own. Without 'by' all calls of the app share one.
    private static List<ParameterKey> ReadBy(SpecDocument document, SpecNode node, string at, IReadOnlyList<ParameterKey> parameters)
    {
        var by = new List<ParameterKey>();
        foreach (var item in node["by"]?.Items ?? [])
        {
            var (name, place) = (item.String("name"), item.String("in"));
            if (parameters.FirstOrDefault(one => one.Name == name && (place is null || one.IsIn(place))) is { } parameter)
            {
                by.Add(parameter);
            }
            else
            {
                document.Report(
                    SpecRules.InvalidExtension,
                    item,
                    at,
                    Word,
                    $"the operation has no parameter '{name}'{(place is null ? "" : $" in '{place}'")} to count by"
                );
            }
        }

        return by;
    }
}
