using KoreXo.OpenApi.Vocabulary;

namespace KoreXo.Generator.Tests.Vocabulary;

/// <summary>How a started job is followed, as an operation says it.</summary>
public sealed class XJobTests
{
    [Fact]
    public void A_job_is_read_whole()
    {
        var sample = VocabularySample.From(
            "x-job: { status: getRun, state: /state, pass: { path.id: $request.path.id, query.n: $response.body#/n }, match: { /id: $response.body#/id }, running: [a, 1], succeeded: [b], partial: [c], failed: [d, true] }"
        );

        Assert.Equal(
            new XJob(
                "getRun",
                "/state",
                new[] { new JobBinding("path.id", "$request.path.id"), new JobBinding("query.n", "$response.body#/n") },
                new[] { new JobBinding("/id", "$response.body#/id") }
            )
            {
                Running = new[] { "a", "1" },
                Succeeded = new[] { "b" },
                Partial = new[] { "c" },
                Failed = new[] { "d", "true" },
            },
            XJob.Read(sample.Document, sample.Operation)
        );
        Assert.Equal("getRun", XJob.StatusOf(sample.Operation.Node));
        Assert.Empty(sample.Messages);
    }

    [Theory]
    [InlineData("running: [[a]]", "its 'running' must be a list of strings, numbers, true or false")]
    [InlineData("succeeded: [a, { b: c }]", "its 'succeeded' must be a list of strings, numbers, true or false")]
    [InlineData("failed: [a, ~]", "its 'failed' must be a list of strings, numbers, true or false")]
    [InlineData("partial: a", "its 'partial' must be a list")]
    public void A_state_that_nobody_could_send_is_reported(string member, string message)
    {
        var sample = VocabularySample.From($"x-job: {{ status: s, state: /s, {member} }}");

        Assert.Null(XJob.Read(sample.Document, sample.Operation));
        Assert.Equal([message], sample.Messages);
    }

    [Theory]
    [InlineData("{ status: s }")]
    [InlineData("{ state: /s }")]
    [InlineData("{ status: s, state: [a] }")]
    public void Half_a_job_is_none(string value)
    {
        var sample = VocabularySample.From($"x-job: {value}");

        Assert.Null(XJob.Read(sample.Document, sample.Operation));
        Assert.Equal(["it needs the operation id of its 'status' call and a pointer to the 'state' there"], sample.Messages);
    }

    [Theory]
    [InlineData("x-job: { queue: a }", true)]
    [InlineData("x-job: export", true)]
    [InlineData("x-jobs: { status: s, state: /s }", false)]
    public void An_extension_of_somebody_else_is_left_alone(string member, bool isGiven)
    {
        var sample = VocabularySample.From(member);

        Assert.Equal(isGiven, XJob.IsGiven(sample.Operation.Node));
        Assert.Null(XJob.Read(sample.Document, sample.Operation));
        Assert.Null(XJob.StatusOf(sample.Operation.Node));
        Assert.Empty(sample.Messages);
    }

    [Fact]
    public void Members_that_are_not_given_are_empty()
    {
        var sample = VocabularySample.From("x-job: { status: s, state: '', running: ~ }");
        var job = XJob.Read(sample.Document, sample.Operation)!;

        Assert.Equal((0, 0, 0, 0, 0), (job.Arguments.Count, job.Match.Count, job.Running.Count, job.Succeeded.Count, job.Failed.Count));
        Assert.Equal("", job.State);
    }
}
