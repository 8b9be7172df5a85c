using System.Globalization;
using System.Reflection;
using KoreXo.Generator.Diagnostics;
using KoreXo.OpenApi.Diagnostics;
using Microsoft.CodeAnalysis;

namespace KoreXo.Generator.Tests.Diagnostics;

/// <summary>Problems of a document as diagnostics.</summary>
public sealed class SpecDiagnosticTests
{
    public static TheoryData<string> Rules =>
        [.. typeof(SpecRules).GetFields(BindingFlags.Public | BindingFlags.Static).Select(static one => (string)one.GetValue(null)!)];

    [Theory]
    [MemberData(nameof(Rules))]
    public void Every_problem_has_a_message_with_its_place(string rule)
    {
        var diagnostic = SpecDiagnostic.From(new SpecProblem(rule, "api/x.yaml", 3, 5, "/a/b", "FIRST", "SECOND"));

        Assert.Equal(rule, diagnostic.Id);
        Assert.Contains("FIRST", diagnostic.GetMessage(CultureInfo.InvariantCulture), StringComparison.Ordinal);
        Assert.Contains("(at /a/b)", diagnostic.GetMessage(CultureInfo.InvariantCulture), StringComparison.Ordinal);
        Assert.Equal("api/x.yaml: (3,5)-(3,5)", diagnostic.Location.GetLineSpan().ToString());
    }

    [Fact]
    public void Without_a_pointer_there_is_no_place_in_the_message() =>
        Assert.DoesNotContain(
            "(at",
            SpecDiagnostic
                .From(new SpecProblem(SpecRules.NothingSelected, "x.yaml", 0, 0, "", "a", "Tags"))
                .GetMessage(CultureInfo.InvariantCulture),
            StringComparison.Ordinal
        );

    [Theory]
    [InlineData(SpecRules.Unsupported, DiagnosticSeverity.Info)]
    [InlineData(SpecRules.LeftOut, DiagnosticSeverity.Warning)]
    [InlineData(SpecRules.InvalidExtension, DiagnosticSeverity.Error)]
    [InlineData(SpecRules.UnknownWord, DiagnosticSeverity.Warning)]
    [InlineData(SpecRules.TooLarge, DiagnosticSeverity.Error)]
    public void What_is_lost_is_a_warning_and_what_is_wrong_an_error(string rule, DiagnosticSeverity expected) =>
        Assert.Equal(expected, SpecDiagnostic.From(new SpecProblem(rule, "x.yaml", 0, 0, "", "a", "b")).Severity);

    [Theory]
    [InlineData("{0}{1}")]
    [InlineData("}{")]
    [InlineData("a\nb.cs(1,1): error CS0001: c")]
    public void What_a_document_says_is_no_format_and_no_line(string text)
    {
        var message = SpecDiagnostic
            .From(new SpecProblem(SpecRules.Unsupported, "x.yaml", 0, 0, text, text, text))
            .GetMessage(CultureInfo.InvariantCulture);

        Assert.DoesNotContain('\n', message);
        Assert.StartsWith(text.Replace('\n', ' ') + " is not supported; ", message, StringComparison.Ordinal);
    }
}
