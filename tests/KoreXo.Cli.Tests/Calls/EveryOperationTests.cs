using KoreXo.Cli.Calls.Documents;
using KoreXo.Cli.Calls.Help;
using KoreXo.Simulator;

namespace KoreXo.Cli.Tests.Calls;

/// <summary>Each operation of the platform, by the examples of its own help.</summary>
public sealed class EveryOperationTests
{
    public static TheoryData<string> Areas => [.. CallDocuments.Areas];

    [Theory]
    [MemberData(nameof(Areas))]
    public async Task Help_names_each_argument_and_an_example(string area)
    {
        var document = CallDocuments.Read(area);
        Assert.NotEmpty(document.Operations);
        foreach (var operation in document.Operations)
        {
            var ended = await Korexo.RunAsync("call", area, operation.Name, "--help");

            Assert.Equal((0, ""), (ended.ExitCode, ended.Error));
            Assert.All(operation.Arguments, argument => Assert.Contains($"  {argument.Option}", ended.Output, StringComparison.Ordinal));
            Assert.Contains(OperationHelp.Example(operation), ended.Output, StringComparison.Ordinal);
        }
    }

    [Theory]
    [MemberData(nameof(Areas))]
    public async Task The_example_passes_the_check_of_arguments_and_reaches_the_platform(string area)
    {
        await using var platform = await CalledPlatform.StartAsync(new XoSimulatorOptions { EnforceRateLimits = false });
        var file = platform.Write("file.csv", "hello,Greet\n");
        foreach (var operation in CallDocuments.Read(area).Operations)
        {
            var words = OperationHelp.ExampleWords(operation, quoted: false).Select(word => word == "@FILE" ? $"@{file}" : word);
            string[] fast = operation.Model.Job is null ? [] : ["--no-wait"];

            var sent = platform.Simulator.Requests.Count;

            var ended = await platform.CallAsync([area, operation.Name, .. words, .. fast]);

            Assert.True(ended.ExitCode is 0 or 1, $"{operation.Command}: {ended.ExitCode}\n{ended.Error}");
            Assert.True(platform.Simulator.Requests.Count > sent, $"{operation.Command} sent nothing: {ended.Error}");
            var request = platform.Simulator.Requests[^1];
            Assert.True(request.OperationId == operation.Model.Id, $"{operation.Command} reached {request.OperationId ?? "nothing"}.");
        }
    }

    [Fact]
    public void All_operations_of_the_documents_can_be_called() =>
        Assert.Equal(108, CallDocuments.Areas.Sum(static area => CallDocuments.Read(area).Operations.Count));
}
