using KoreXo.Analyzers.Diagnostics;
using KoreXo.Cli.Scopes;
using Microsoft.CodeAnalysis.Text;

namespace KoreXo.Cli.Tests.Reports;

/// <summary>A report with one of everything, for the tests of its formats.</summary>
internal static class ReportedSolution
{
    private static readonly ReportedNeed Read = new("platform", ["files:read"], IsConditional: false);
    private static readonly ReportedNeed Write = new("data", ["rows:write", "rows:read"], IsConditional: false, "Contacts");
    private static readonly ReportedNeed Admin = new(null, ["admin"], IsConditional: true);

    public static ReportedCall GetFile { get; } =
        new(
            "IFiles.GetAsync",
            "src/App/Program.cs",
            7,
            13,
            ["App"],
            [Read],
            [new AppVerdict("bot", CallState.Held, "platform", []), new AppVerdict("other", CallState.Suppressed, null, [])]
        );

    public static ReportedCall PutRow { get; } =
        new(
            "ITables.PutAsync",
            "src/App/Program.cs",
            9,
            5,
            ["App", "Shared"],
            [Write, Admin],
            [new AppVerdict("bot", CallState.Missing, null, [new("data", "rows:write", "Contacts")])]
        );

    public static ReportedCall Unbound { get; } =
        new("IFiles.DeleteAsync", "src/Lib/Lib.cs", 3, 1, ["Lib"], [new(null, ["files:delete"], IsConditional: false), Admin], []);

    public static ScopeReport Report { get; } =
        new(
            "Travel.slnx",
            ["App", "Lib"],
            [
                new(
                    "bot",
                    "src/App/bot.scopes.json",
                    [new("platform", "files:read"), new("", "users:*"), new("data", "rows:read", "Contacts")],
                    [new("data", "rows:write", "Contacts")],
                    [new("", "users:*")]
                ),
                new("idle", "src/Idle/idle.scopes.json", [], [], []),
            ],
            [GetFile, PutRow, Unbound],
            [new("ILegacy.RunAsync", "src/App/Old.cs", 12)],
            [new("Lib", [new(null, "files:delete"), new("data", "rows:read", "a \"b\""), new("data", "rows:write", "a \"b\"")])],
            [
                new(ScopeRules.MissingScope, "'ITables.PutAsync' needs 'rows:write'", "src/App/Program.cs", Span(8, 4, 8, 20)),
                new(ScopeRules.UnusedScope, "App 'bot' holds 'users:*' | <nothing> needs it", File: null, default),
            ]
        );

    public static ScopeReport Empty { get; } = new("Empty.csproj", ["Empty"], [], [], [], [], []);

    private static LinePositionSpan Span(int line, int column, int endLine, int endColumn) =>
        new(new LinePosition(line, column), new LinePosition(endLine, endColumn));
}
