using KoreXo.Cli.Reports;

namespace KoreXo.Cli.Tests.Reports;

/// <summary>The report for people, from the first line to the last.</summary>
public sealed class MarkdownReportTests
{
    [Fact]
    public void A_report_has_apps_then_what_no_manifest_covers_then_findings() =>
        Assert.Equal(
            """
            # Scopes of Travel.slnx

            2 projects, 2 apps, 3 calls of scoped APIs.

            ## bot (src/App/bot.scopes.json)

            Missing:

            - `rows:write` on `Contacts` (data)

            Granted, but not required:

            - `users:*`

            | scope | credential | state | calls |
            |---|---|---|---|
            | `admin` | any | not granted | `ITables.PutAsync` src/App/Program.cs:9 |
            | `files:read` | platform | granted | `IFiles.GetAsync` src/App/Program.cs:7 |
            | `rows:read` on `Contacts` | data | granted | `ITables.PutAsync` src/App/Program.cs:9 |
            | `rows:write` on `Contacts` | data | **missing** | `ITables.PutAsync` src/App/Program.cs:9 |

            ## idle (src/Idle/idle.scopes.json)

            No call requires a scope.

            ## Calls without a manifest

            | call | place | requires |
            |---|---|---|
            | `IFiles.DeleteAsync` | src/Lib/Lib.cs:3 | `files:delete` or `admin`, for some arguments |

            ## Calls with unknown requirements

            | call | place |
            |---|---|
            | `ILegacy.RunAsync` | src/App/Old.cs:12 |

            ## Libraries without a manifest

            Declare what each library requires, so that the apps that reference it are checked:

            Lib:

            ```csharp
            [assembly: UsesScopes("files:delete")]
            [assembly: UsesScopes("rows:read", "rows:write", Resource = "a \"b\"")]
            ```

            ## Findings

            | rule | place | message |
            |---|---|---|
            | KXO1001 | src/App/Program.cs:9 | 'ITables.PutAsync' needs 'rows:write' |
            | KXO1020 |  | App 'bot' holds 'users:\*' \| &lt;nothing&gt; needs it |

            """.ReplaceLineEndings("\n"),
            MarkdownReport.Write(ReportedSolution.Report)
        );

    [Fact]
    public void A_solution_without_scoped_calls_has_a_short_report() =>
        Assert.Equal(
            "# Scopes of Empty.csproj\n\n1 project, 0 apps, 0 calls of scoped APIs.\n",
            MarkdownReport.Write(ReportedSolution.Empty)
        );
}
