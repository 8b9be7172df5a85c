using System.Text.RegularExpressions;

namespace KoreXo.Conventions.Documents;

/// <summary>Generator and runtime serve any API, which they can only while they know no fact of this one.</summary>
public sealed class PlatformFactTests
{
    private static readonly string[] Ignorant = ["generator", "analyzers", "src/KoreXo.OpenApi", "src/KoreXo.Runtime"];

    private static readonly string[] Kinds = [".cs", ".csproj", ".props", ".targets"];

    private static IReadOnlyList<string> Texts { get; } = [.. Kinds.SelectMany(static kind => Repository.Files(kind, Ignorant))];

    [Fact]
    public void No_operation_is_named() =>
        Search(
            "No operation id of spec/ stands here, nor the method of one:",
            SpecFiles.Operations.SelectMany(static operation =>
                new[] { operation.Id, operation.Method, operation.Method[..^"Async".Length] }
            )
        );

    [Fact]
    public void No_path_is_named() =>
        Search("No path of spec/ stands here:", SpecFiles.Operations.Select(static operation => operation.Path.Split('{')[0].TrimEnd('/')));

    [Fact]
    public void No_scope_is_named()
    {
        // One word is no fact: it may stand anywhere.
        var scopes = SpecFiles
            .Rows.SelectMany(static row => row.Alternatives)
            .SelectMany(static alternative => alternative.Split(": ", 2)[1].Split(" + "));
        Search("No scope of spec/ stands here:", scopes.Where(static scope => scope.Contains(' ', StringComparison.Ordinal)));
    }

    [Fact]
    public void No_section_is_named() => Search("No section of spec/ stands here:", SpecFiles.Rows.Select(static row => row.Section));

    [Fact]
    public void No_address_of_the_platform_is_named() =>
        Search("No server of spec/ stands here:", SpecFiles.Servers.Select(static url => new Uri(url).Host));

    private static void Search(string rule, IEnumerable<string> facts)
    {
        var all = facts.Where(static fact => fact.Length > 0).Distinct(StringComparer.Ordinal).ToList();
        Assert.NotEmpty(all);
        var pattern = new Regex(
            $"(?<![A-Za-z0-9])(?:{string.Join('|', all.Select(Regex.Escape))})(?![A-Za-z0-9])",
            RegexOptions.CultureInvariant,
            TimeSpan.FromSeconds(10)
        );
        Rule.Holds(
            rule,
            Texts.Select(file => (File: file, Found: pattern.Match(Repository.Read(file)))),
            static text => !text.Found.Success,
            static text => $"{text.File}: {text.Found.Value}"
        );
    }
}
