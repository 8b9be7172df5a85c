using System.CommandLine;
using System.Globalization;
using System.Text;
using KoreXo.Cli.Calls.Documents;

namespace KoreXo.Cli.Calls.Help;

/// <summary>Lists areas and operations.</summary>
internal static class CallList
{
    /// <summary>Lists the areas of the platform, and the options of every call.</summary>
    public static string Areas(IReadOnlyList<CallDocument> documents, IEnumerable<Option> options)
    {
        var text = new StringBuilder("Call an operation of the platform: korexo call AREA OPERATION [--argument value …]\n\nAreas\n");
        HelpText.AppendTable(
            text,
            [
                .. documents.Select(static document =>
                    (
                        document.Name,
                        string.Create(
                            CultureInfo.InvariantCulture,
                            $"{document.Operations.Count, 2} operations. {HelpText.FirstSentence(document.Model.Description)}"
                        )
                    )
                ),
            ]
        );
        text.Append(
            """

            Find an operation
              korexo call --search training          those with a word in their name or summary
              korexo call analytics --help           those of an area
              korexo call analytics find-intent -h   the arguments of one, with an example
              korexo call --document crm.yaml --help those of your own OpenAPI document

            Options for every call

            """.ReplaceLineEndings("\n")
        );
        HelpText.AppendTable(text, [.. options.Select(Line)]);
        return text.ToString();
    }

    /// <summary>Lists the operations of a document.</summary>
    public static string Operations(CallDocument document)
    {
        var text = new StringBuilder();
        HelpText.AppendWrapped(text, HelpText.FirstSentence(document.Model.Description), 0);
        text.Append(text.Length > 0 ? "\n" : "").Append("Operations\n");
        HelpText.AppendTable(text, [.. document.Operations.Select(static operation => (operation.Name, Summary(operation)))]);
        text.Append(CultureInfo.InvariantCulture, $"\n'{HelpText.Plain(document.Command)} OPERATION --help' describes one.\n");
        return text.ToString();
    }

    /// <summary>Lists the operations with a word in their name or summary.</summary>
    public static string Search(IEnumerable<CallDocument> documents, string word)
    {
        var found = documents
            .SelectMany(static document => document.Operations)
            .Where(operation =>
                $"{operation.Name} {operation.Model.Id} {operation.Model.Summary}".Contains(word, StringComparison.OrdinalIgnoreCase)
            )
            .ToList();
        var text = new StringBuilder();
        HelpText.AppendTable(
            text,
            [.. found.Select(static operation => ($"{operation.Document.Name} {operation.Name}".Trim(), Summary(operation)))]
        );
        return found.Count == 0 ? $"No operation has '{HelpText.Plain(word)}' in its name or summary.\n" : text.ToString();
    }

    public static (string Name, string Text) Line(Option option) =>
        (string.Join(", ", option.Aliases.Prepend(option.Name)), option.Description ?? "");

    private static string Summary(CallOperation operation) =>
        HelpText.FirstSentence(operation.Model.Summary.Length > 0 ? operation.Model.Summary : operation.Model.Description);
}
