using KoreXo.Cli.Graphs;
using KoreXo.Cli.Why;

namespace KoreXo.Cli.Tests.Why;

/// <summary>A report about entry points with one of everything, for the tests of its formats.</summary>
internal static class ReportedReasons
{
    private static readonly WhyStep Route = new("lambda in top-level statements", new("src/App/Program.cs", 3, 20));

    public static WhyCall PutRow { get; } =
        new(
            "ITables.PutAsync",
            new("src/App/Rows.cs", 8, 15),
            [new("data", ["rows:write", "rows:read"], IsConditional: false, "Contacts"), new(null, ["admin"], IsConditional: true)],
            [Route, new("Rows.Put", new("src/App/Rows.cs", 8, 9))]
        );

    public static WhyReport Report { get; } =
        new(
            "Travel.slnx",
            ["App", "Tests"],
            [
                new(
                    EntryPointKind.Route,
                    "GET /rows/{id}",
                    "App",
                    new("src/App/Program.cs", 3, 5),
                    [
                        new(null, "admin"),
                        new(null, "mail:send", "Inbox"),
                        new("data", "rows:read", "Contacts"),
                        new("data", "rows:write", "Contacts"),
                    ],
                    [PutRow],
                    [
                        new(
                            "Vendor.Run",
                            new("src/App/Program.cs", 4, 9),
                            [new(null, "mail:send", "Inbox")],
                            [Route with { Place = new("src/App/Program.cs", 4, 20) }]
                        ),
                    ]
                ),
                new(EntryPointKind.Test, "Tests.Works", "Tests", null, [], [], [new("reflection", new("tests/Tests.cs", 5, 1), [], [])]),
            ],
            [new("IFiles.DeleteAsync", new("src/Lib/Lib.cs", 3, 1), [], [])]
        );
}
