using KoreXo.OpenApi.Diagnostics;
using KoreXo.OpenApi.Document;
using KoreXo.OpenApi.Text;

namespace KoreXo.OpenApi.Vocabulary;

/// <summary><c>x-refusals</c>: the strings by which the service indicates rate limiting.</summary>
internal static class XRefusals
{
    private const string Word = "x-refusals";

    public static EquatableArray<Refusal> Read(SpecDocument document)
    {
        var refusals = new List<Refusal>();
        if (document.Root[Word] is { Kind: not SpecNodeKind.Array } other)
        {
            document.Report(
                SpecRules.InvalidExtension,
                other,
                "/x-refusals",
                Word,
                "it is a list of entries with 'contains' and 'seconds'"
            );
        }

        foreach (var node in document.Root[Word]?.Items ?? [])
        {
            // Every response contains the empty string.
            if (node.String("contains") is { Length: > 0 } text && node.Integer("seconds") is > 0 and var seconds)
            {
                refusals.Add(new Refusal(text, seconds));
            }
            else
            {
                document.Report(
                    SpecRules.InvalidExtension,
                    node,
                    "/x-refusals",
                    Word,
                    "each entry needs the text it 'contains' and the 'seconds' of its window"
                );
            }
        }

        return refusals;
    }
}
