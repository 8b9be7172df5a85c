using KoreXo.OpenApi.Diagnostics;
using KoreXo.OpenApi.Document;
using KoreXo.OpenApi.Text;

namespace KoreXo.OpenApi.Reading;

/// <summary>Reports links, which no client follows, once for all operations.</summary>
internal static class LinkCheck
{
    public static void Run(SpecDocument document, IEnumerable<SpecOperation> operations)
    {
        var seen = new HashSet<SpecNode>();
        (SpecNode Node, string Pointer)? first = null;
        var count = 0;
        foreach (var operation in operations.Where(operation => seen.Add(operation.Node)))
        {
            foreach (var response in operation.Responses.Where(response => response.Node is not null && seen.Add(response.Node)))
            {
                if (response.Node!["links"] is { Names.Count: > 0 } links)
                {
                    count += links.Names.Count;
                    first ??= (
                        links,
                        JsonPointer.Append(JsonPointer.Append(JsonPointer.Append(operation.Pointer, "responses"), response.Status), "links")
                    );
                }
            }
        }

        if (first is { } found)
        {
            var what = count == 1 ? "A link" : $"The links of responses ({count})";
            document.Report(SpecRules.Unsupported, found.Node, found.Pointer, what, "it is ignored");
        }
    }
}
