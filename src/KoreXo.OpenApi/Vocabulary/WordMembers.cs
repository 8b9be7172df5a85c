using System.Globalization;
using KoreXo.OpenApi.Diagnostics;
using KoreXo.OpenApi.Document;
using KoreXo.OpenApi.Text;

namespace KoreXo.OpenApi.Vocabulary;

/// <summary>
/// Checks the kinds of values in an extension: a value of another kind would be replaced by its default, and nobody would
/// know.
/// </summary>
internal static class WordMembers
{
    /// <summary>Reports members whose values have another kind than they need; returns whether there are none.</summary>
    /// <param name="document">Receives the problems.</param>
    /// <param name="node">The extension, or an entry of it.</param>
    /// <param name="pointer">Where the extension is.</param>
    /// <param name="word">Its name.</param>
    /// <param name="members">The members with their kinds; a number must be a whole one.</param>
    public static bool AreOfKind(
        SpecDocument document,
        SpecNode node,
        string pointer,
        string word,
        params (string Name, SpecNodeKind Kind)[] members
    )
    {
        var areAll = true;
        foreach (var (name, kind) in members)
        {
            // A member with nothing behind it is absent.
            if (node[name] is { Kind: not SpecNodeKind.Null } value && !IsOfKind(value, kind))
            {
                document.Report(SpecRules.InvalidExtension, value, pointer, word, $"its '{name}' must be {Words(kind)}");
                areAll = false;
            }
        }

        return areAll;
    }

    /// <summary>
    /// Reports lists with an item that is not a string, number or Boolean, which would be left out. Returns whether there are none.
    /// </summary>
    /// <param name="document">Receives the problems.</param>
    /// <param name="node">The extension, or an entry of it.</param>
    /// <param name="pointer">Where the extension is.</param>
    /// <param name="word">Its name.</param>
    /// <param name="members">The members that are lists.</param>
    public static bool AreListsOfScalars(SpecDocument document, SpecNode node, string pointer, string word, params string[] members)
    {
        var areAll = true;
        foreach (var name in members)
        {
            if (
                node[name]
                    ?.Items.Find(static item => item.Kind is not (SpecNodeKind.String or SpecNodeKind.Number or SpecNodeKind.Boolean)) is
                { } other
            )
            {
                document.Report(
                    SpecRules.InvalidExtension,
                    other,
                    pointer,
                    word,
                    $"its '{name}' must be a list of strings, numbers, true or false"
                );
                areAll = false;
            }
        }

        return areAll;
    }

    private static bool IsOfKind(SpecNode value, SpecNodeKind kind) =>
        value.Kind == kind
        && (kind != SpecNodeKind.Number || int.TryParse(value.Text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out _));

    private static string Words(SpecNodeKind kind) =>
        kind switch
        {
            SpecNodeKind.Array => "a list",
            SpecNodeKind.Object => "an object",
            SpecNodeKind.Number => "a whole number",
            SpecNodeKind.Boolean => "true or false, without quotes",
            _ => "a string",
        };
}
