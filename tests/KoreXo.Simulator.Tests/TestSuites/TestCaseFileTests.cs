using System.Text;
using KoreXo.Simulator.TestSuites;
using KoreXo.Simulator.Wire;

namespace KoreXo.Simulator.Tests.TestSuites;

/// <summary>Which cases a file has, and how a run of them is scored.</summary>
public sealed class TestCaseFileTests
{
    [Theory]
    [InlineData("", "")]
    [InlineData("hello\r\n\r\n  bye  \n", "hello|bye")]
    [InlineData("\ufeffhello\nbye", "hello|bye")]
    [InlineData("\ufeff[{\"input\":\"hello\"}]", "hello")]
    [InlineData("[]", "")]
    [InlineData("7", "")]
    [InlineData("\"hello\"", "")]
    [InlineData("""[{"input":"a","utterance":"b"}]""", "a|b")]
    [InlineData("""[[{"cases":[{"input":"a"},[{"utterance":"b"}]]}],{"x":{"input":"c"}}]""", "a|b|c")]
    [InlineData("""[{"input":7},{"input":null},{"input":{"input":"in"}},{"Input":"no"}]""", "in")]
    [InlineData("""[{"input":""}]""", "")]
    [InlineData("""[{"input":"\ud83d\ude00"}]""", "😀")]
    [InlineData("""[{"input":"a"}""", """[{"input":"a"}""")]
    public void Cases_are_the_inputs_of_JSON_or_the_lines_of_anything_else(string file, string expected) =>
        Assert.Equal(expected, string.Join('|', TestCaseFile.Read(Encoding.UTF8.GetBytes(file), "/fileName")));

    [Theory]
    [InlineData("""[{"input":"\ud800"}]""")]
    [InlineData("""[{"\ud800":"a"}]""")]
    public void Half_of_a_surrogate_pair_is_no_case(string file)
    {
        var refusal = Assert.Throws<RefusalException>(() => TestCaseFile.Read(Encoding.UTF8.GetBytes(file), "/fileName"));

        Assert.Equal(
            (400, "The body is not valid at /fileName: a string in the file is not valid Unicode."),
            (refusal.Status, refusal.Message)
        );
    }

    [Theory]
    [InlineData(4, 0, "1.00", "1.00")]
    [InlineData(4, 1, "0.75", "0.86")]
    [InlineData(3, 3, "0.00", "0.00")]
    [InlineData(0, 0, "1.00", "1.00")]
    public void Recall_is_the_share_of_successes_and_nothing_is_found_wrongly(int cases, int failures, string recall, string score)
    {
        var run = Run(cases, failures);
        var scores = new System.Text.Json.Nodes.JsonObject();

        BatchScores.Write(scores, run);

        Assert.Equal(
            (recall, "1.00", score),
            (scores["recall"]!.GetValue<string>(), scores["precision"]!.GetValue<string>(), scores["f1_score"]!.GetValue<string>())
        );
        Assert.Equal(
            (cases - failures, failures, 0),
            (
                BatchScores.AllCounts(run)["TP"]!.GetValue<int>(),
                BatchScores.AllCounts(run)["FN"]!.GetValue<int>(),
                BatchScores.AllCounts(run)["traitFailure"]!.GetValue<int>()
            )
        );
    }

    [Theory]
    [InlineData("say \"hi\"", "utterance,result\n\"say \"\"hi\"\"\",success\n")]
    [InlineData("a,b", "utterance,result\n\"a,b\",success\n")]
    [InlineData("a\nb", "utterance,result\n\"a\nb\",success\n")]
    [InlineData("ü", "utterance,result\n\"ü\",success\n")]
    public void The_result_file_keeps_what_users_say(string input, string expected) =>
        Assert.Equal(
            expected,
            Encoding.UTF8.GetString(BatchScores.File(new TestRun(new SimulatedTestSuite("ts-1", "S", "", [input]), "published", 0, "en")))
        );

    [Fact]
    public void Suites_are_in_the_order_of_their_creation_and_then_of_their_names()
    {
        var set = new SuiteSet();
        var start = new DateTimeOffset(2026, 3, 1, 0, 0, 0, TimeSpan.Zero);
        foreach (var (name, hour) in new[] { ("b", 1), ("a", 1), ("B", 1), ("z", 0) })
        {
            Assert.True(set.TryAdd(new SimulatedTestSuite("ts-" + name, name, "", []) { CreatedOn = start.AddHours(hour) }));
        }

        Assert.Equal(["z", "B", "a", "b"], set.InOrder.Select(suite => suite.Name));
        Assert.False(set.TryAdd(new SimulatedTestSuite("ts-2", "a", "", [])));
        Assert.Equal("ts-a", set.Demand("a").Id);
        Assert.True(set.Remove("a"));
        Assert.False(set.Remove("a"));
        Assert.Equal(404, Assert.Throws<RefusalException>(() => set.Demand("a")).Status);
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(3)]
    [InlineData(int.MaxValue)]
    public void No_more_cases_fail_than_there_are(int failures)
    {
        var suite = new SimulatedTestSuite("ts-1", "S", "", ["a", "b"]) { Failures = 2 };

        Assert.Throws<ArgumentOutOfRangeException>(() => suite.Failures = failures);
        Assert.Equal(2, suite.Failures);
    }

    private static TestRun Run(int cases, int failures) =>
        new(
            new SimulatedTestSuite("ts-1", "S", "", [.. Enumerable.Range(0, cases).Select(index => $"{index}")]),
            "published",
            failures,
            "en"
        );
}
