using System.Text.Json.Nodes;
using KoreXo.Cli.Why;

namespace KoreXo.Cli.Tests.Why;

/// <summary>The formats of the report about entry points, from the first line to the last.</summary>
public sealed class WhyFormatTests
{
    [Fact]
    public void Markdown_has_a_section_for_each_entry_point() =>
        Assert.Equal(
            """
            # Why Travel.slnx requires its scopes

            ## GET /rows/{id}

            Route of App, src/App/Program.cs:3.

            - `admin`
            - `mail:send` on `Inbox`
            - `rows:read` on `Contacts` (data)
            - `rows:write` on `Contacts` (data)

            | call | requires | path |
            |---|---|---|
            | `ITables.PutAsync` src/App/Rows.cs:8 | `rows:write` and `rows:read` on `Contacts` (data) or `admin`, for some arguments | `lambda in top-level statements` src/App/Program.cs:3<br>`Rows.Put` src/App/Rows.cs:8 |

            | cannot be analyzed | declares | path |
            |---|---|---|
            | Vendor.Run src/App/Program.cs:4 | `mail:send` on `Inbox` | `lambda in top-level statements` src/App/Program.cs:4 |

            ## Tests.Works

            Test of Tests.

            | cannot be analyzed | declares | path |
            |---|---|---|
            | reflection tests/Tests.cs:5 | nothing |  |

            ## Not reached from any entry point

            | call | requires | path |
            |---|---|---|
            | `IFiles.DeleteAsync` src/Lib/Lib.cs:3 | nothing |  |

            """.ReplaceLineEndings("\n"),
            WhyMarkdown.Write(ReportedReasons.Report)
        );

    [Fact]
    public void Markdown_without_entry_points_says_so() =>
        Assert.Equal(
            "# Why Lib.csproj requires its scopes\n\nNo entry point reaches a scoped call.\n",
            WhyMarkdown.Write(new WhyReport("Lib.csproj", ["Lib"], [], []))
        );

    [Fact]
    public void Json_has_all_that_the_report_knows()
    {
        var report = JsonNode.Parse(WhyJson.Write(ReportedReasons.Report))!;

        Assert.Equal(["App", "Tests"], report["projects"]!.AsArray().Select(static project => project!.GetValue<string>()));
        var route = report["entryPoints"]![0]!;
        Assert.Equal("route", route["kind"]!.GetValue<string>());
        Assert.Equal("""{"file":"src/App/Program.cs","line":3,"column":5}""", route["place"]!.ToJsonString());
        Assert.Equal("""{"credential":null,"scope":"mail:send","resource":"Inbox"}""", route["scopes"]![1]!.ToJsonString());
        Assert.Equal(
            """[{"credential":"data","scopes":["rows:write","rows:read"],"conditional":false,"resource":"Contacts"},{"credential":null,"scopes":["admin"],"conditional":true}]""",
            route["calls"]![0]!["needs"]!.ToJsonString()
        );
        Assert.Equal(
            """{"function":"Rows.Put","place":{"file":"src/App/Rows.cs","line":8,"column":9}}""",
            route["calls"]![0]!["chain"]![1]!.ToJsonString()
        );
        Assert.Equal(
            """{"reason":"reflection","place":{"file":"tests/Tests.cs","line":5,"column":1},"scopes":[],"chain":[]}""",
            report["entryPoints"]![1]!["unknown"]![0]!.ToJsonString()
        );
        Assert.Null(report["entryPoints"]![1]!["place"]);
        Assert.Equal("IFiles.DeleteAsync", report["unreached"]![0]!["member"]!.GetValue<string>());
    }

    [Fact]
    public void Sarif_has_a_result_for_each_call_with_the_path_to_it()
    {
        var run = JsonNode.Parse(WhySarif.Write(ReportedReasons.Report))!["runs"]![0]!;

        Assert.Equal(
            [
                "scoped-call src/App/Rows.cs:8:15 GET /rows/{id} calls ITables.PutAsync, which requires rows:write and rows:read on Contacts (data) or admin, for some arguments.",
                "unknown-call src/App/Program.cs:4:9 GET /rows/{id} runs Vendor.Run.",
                "unknown-call tests/Tests.cs:5:1 Tests.Works runs reflection.",
                "unreached-call src/Lib/Lib.cs:3:1 IFiles.DeleteAsync requires nothing.",
            ],
            run["results"]!
                .AsArray()
                .Select(static result =>
                {
                    var place = result!["locations"]![0]!["physicalLocation"]!;
                    return $"{result["ruleId"]} {place["artifactLocation"]!["uri"]}:{place["region"]!["startLine"]}:{place["region"]!["startColumn"]} {result["message"]!["text"]}";
                })
        );
        Assert.Equal(
            ["lambda in top-level statements", "Rows.Put"],
            run["results"]![0]!["codeFlows"]![0]!["threadFlows"]![0]!["locations"]!
                .AsArray()
                .Select(static step => step!["location"]!["message"]!["text"]!.GetValue<string>())
        );
        Assert.Null(run["results"]![3]!["codeFlows"]);
    }
}
