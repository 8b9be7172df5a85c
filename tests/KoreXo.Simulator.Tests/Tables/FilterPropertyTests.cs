using System.Text.Json.Nodes;
using FsCheck;
using FsCheck.Fluent;

namespace KoreXo.Simulator.Tests.Tables;

public sealed class FilterPropertyTests : PlatformTest
{
    private static readonly string[] Columns = ["a", "b", "c"];
    private static readonly Gen<object?> Values = Gen.OneOf(
        Gen.Choose(-12, 12).Select(number => (object?)number),
        Gen.Elements("", "9", "10", "-3", "007", "x", "X", "é", "true", "null").Select(text => (object?)text),
        Gen.Elements<object?>(true, false, null)
    );

    private static readonly Gen<Dictionary<string, object?>> Rows =
        from columns in Gen.SubListOf(Columns)
        from values in Values.ListOf(columns.Count)
        select columns.Zip(values).ToDictionary(pair => pair.First, pair => pair.Second, StringComparer.Ordinal);

    private static readonly Gen<(string Field, string Operand, object? Value)> Conditions =
        from field in Gen.Elements(Columns)
        from operand in Gen.Elements("=", "!=", "<", ">")
        from value in Values
        select (field, operand, value);

    private static readonly Gen<Case> Cases =
        from rowCount in Gen.Choose(0, 40)
        from rows in Rows.ListOf(rowCount)
        from conditionCount in Gen.Choose(0, 3)
        from conditions in Conditions.ListOf(conditionCount)
        from any in Gen.Elements(true, false)
        from limit in Gen.Choose(1, 15)
        select new Case([.. rows], [.. conditions], any, limit);

    private TestCaller _caller = null!;
    private int _tables;

    protected override Task PrepareAsync()
    {
        _caller = As(Platform.AddAppWithAllScopes(AppKind.Data));
        return Task.CompletedTask;
    }

    [Fact]
    public async Task Pages_together_are_the_rows_that_a_plain_model_selects()
    {
        foreach (var sample in Cases.Sample(numberOfSamples: 150, size: 20))
        {
            var table = await FillAsync(sample);
            var expected = Enumerable.Range(0, sample.Rows.Length).Where(sample.Selects).ToList();
            var found = new List<int>();
            bool more;
            do
            {
                var page = (
                    await _caller.PostAsync(
                        $"/api/public/tables/{table}/query?sys_limit={sample.Limit}&sys_offset={found.Count}",
                        sample.Query()
                    )
                ).Success();
                var rows = page["queryResult"]!.AsArray();
                more = page["hasMore"]!.GetValue<bool>();
                found.AddRange(rows.Select(row => row!["number"]!.GetValue<int>()));

                Assert.Equal(expected.Count, page["total"]!.GetValue<int>());
                Assert.True(rows.Count == sample.Limit || !more, $"{sample}: a short page promises more");
                Assert.True(rows.Count > 0 || !more, $"{sample}: an empty page promises more");
            } while (more);

            Assert.True(expected.SequenceEqual(found), $"{sample}: expected {string.Join(",", expected)}, found {string.Join(",", found)}");
        }
    }

    [Fact]
    public async Task Update_and_delete_reach_just_the_rows_that_a_plain_model_selects()
    {
        foreach (var sample in Cases.Where(sample => sample.Conditions.Length > 0).Sample(numberOfSamples: 100, size: 20))
        {
            var table = await FillAsync(sample);
            var expected = Enumerable.Range(0, sample.Rows.Length).Where(sample.Selects).ToList();

            var update = sample.QueryObject();
            update["data"] = new JsonObject { ["marked"] = true };
            Assert.Equal(
                expected.Count,
                (await _caller.SendAsync("PUT", $"/api/public/tables/{table}", update.ToJsonString())).Success()[
                    "nModified"
                ]!.GetValue<int>()
            );
            var marked = Platform
                .Tables[table]
                .Rows.Where(row => row.Columns.ContainsKey("marked"))
                .Select(row => row["number"].GetInt32());
            Assert.True(expected.SequenceEqual(marked), $"{sample}");

            Assert.Equal(
                expected.Count,
                (await _caller.SendAsync("DELETE", $"/api/public/tables/{table}", sample.Query())).Success()["nDeleted"]!.GetValue<int>()
            );
            var kept = Platform.Tables[table].Rows.Select(row => row["number"].GetInt32());
            Assert.True(Enumerable.Range(0, sample.Rows.Length).Except(expected).SequenceEqual(kept), $"{sample}");
        }
    }

    private async Task<string> FillAsync(Case sample)
    {
        var table = $"T{++_tables}";
        Platform.AddTable(table);
        var rows = sample.Rows.Select(
            (row, number) =>
            {
                var json = new JsonObject { ["number"] = number };
                foreach (var (column, value) in row)
                {
                    json[column] = Case.Node(value);
                }

                return (JsonNode?)json;
            }
        );
        (
            await _caller.PostAsync(
                $"/api/public/tables/{table}/bulk",
                new JsonObject { ["data"] = new JsonArray([.. rows]) }.ToJsonString()
            )
        ).Success();
        return table;
    }

    private sealed record Case(
        Dictionary<string, object?>[] Rows,
        (string Field, string Operand, object? Value)[] Conditions,
        bool Any,
        int Limit
    )
    {
        public static JsonNode? Node(object? value) =>
            value switch
            {
                int number => number,
                bool flag => flag,
                string text => text,
                _ => null,
            };

        public bool Selects(int row) => RowModel.Matches(Rows[row], Conditions, Any);

        public string Query() => QueryObject().ToJsonString();

        public JsonObject QueryObject() =>
            new()
            {
                ["query"] = new JsonObject
                {
                    ["expressions"] = new JsonArray([
                        .. Conditions.Select(condition =>
                            (JsonNode)
                                new JsonObject
                                {
                                    ["field"] = condition.Field,
                                    ["operand"] = condition.Operand,
                                    ["value"] = Node(condition.Value),
                                }
                        ),
                    ]),
                    ["operator"] = Any ? "or" : "and",
                },
            };

        public override string ToString() =>
            $"{Query()} over {string.Join(" ", Rows.Select(row => "{" + string.Join(",", row.Select(pair => $"{pair.Key}:{Node(pair.Value)?.ToJsonString() ?? "null"}")) + "}"))}";
    }
}
