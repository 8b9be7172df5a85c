using KoreXo.Generator.Tests.Emit;

namespace KoreXo.Generator.Tests.Calls;

/// <summary>Every operation of every small document, called on a real server that answers what the document describes.</summary>
public sealed class ExampleCallTests
{
    /// <summary>All but the one without operations and the one whose methods share an operation.</summary>
    public static TheoryData<string> Names => [.. Sample.Names.Where(static name => name is not ("webhooks-only" or "variants"))];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Every_method_sends_what_is_described_and_reads_what_is_answered(string name)
    {
        var document = Sample.Document(name);

        var (calls, faults) = await ExampleCalls.RunAsync(document, Sample.Run(document));

        Assert.True(faults.Count == 0, string.Join("\n", faults));
        Assert.NotEqual(0, calls);
    }
}
