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
        foreach (var node in (document.Root[Word]?.Items ?? []).Where(static item => item.Kind == SpecNodeKind.Object))
        {
            if (node.String("contains") is { } text && node.Integer("seconds") is { } seconds)
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
