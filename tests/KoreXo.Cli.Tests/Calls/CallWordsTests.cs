using KoreXo.Cli.Calls;

namespace KoreXo.Cli.Tests.Calls;

/// <summary>The words of a command line that decide which documents are read.</summary>
public sealed class CallWordsTests
{
    [Theory]
    [InlineData("call analytics list-sessions", null)]
    [InlineData("call --document crm.yaml get-pet", "crm.yaml")]
    [InlineData("call --document=crm.yaml get-pet", "crm.yaml")]
    [InlineData("call --document:crm.yaml get-pet", "crm.yaml")]
    [InlineData("call get-pet --document-id 5", null)]
    [InlineData("call get-pet --document-id=5 --document crm.yaml", "crm.yaml")]
    [InlineData("call get-pet --document", null)]
    [InlineData("call get-pet --document=", null)]
    public void The_document_of_a_call_is_found(string line, string? document)
    {
        var words = CallWords.From(line.Split(' '));

        Assert.Equal((true, document), (words.IsCall, words.Document));
    }

    [Theory]
    [InlineData("scopes report call")]
    [InlineData("--help call")]
    [InlineData("")]
    public void Another_command_reads_no_document(string line) => Assert.False(CallWords.From(line.Split(' ')).IsCall);

    [Fact]
    public void A_shell_that_completes_asks_with_the_whole_line()
    {
        var words = CallWords.From(["[suggest:30]", "korexo call --document crm.yaml get-p"]);

        Assert.Equal((true, "crm.yaml"), (words.IsCall, words.Document));
        Assert.Contains("get-p", words.Names);
    }
}
