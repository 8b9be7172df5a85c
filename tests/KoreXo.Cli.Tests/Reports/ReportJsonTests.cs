using System.Text.Json.Nodes;
using KoreXo.Cli.Reports;

namespace KoreXo.Cli.Tests.Reports;

/// <summary>JSON for programs is valid whatever names it has, and the same on every platform.</summary>
public sealed class ReportJsonTests
{
    [Theory]
    [InlineData("é 生 😀", "é 生 \\uD83D\\uDE00")]
    [InlineData("<b>&'\"\\", "<b>&'\\\"\\\\")]
    [InlineData("\u001b[2J\u0000\u007f\u0085", "\\u001B[2J\\u0000\\u007F\\u0085")]
    [InlineData("\u2028\u2029", "\\u2028\\u2029")]
    public void A_name_is_written_so_that_people_and_terminals_can_stand_it(string name, string written) =>
        Assert.Equal($"{{\n  \"name\": \"{written}\"\n}}\n", JsonText.Write(new JsonObject { ["name"] = name }));

    [Fact]
    public void Half_of_a_letter_is_replaced() => Assert.Equal("[\n  \"a\\uFFFDb\"\n]\n", JsonText.Write(new JsonArray("a\ud83db")));

    [Theory]
    [InlineData("src/App/Program.cs", "src/App/Program.cs")]
    [InlineData("../my app/C#/é?.cs", "../my%20app/C%23/%C3%A9%3F.cs")]
    [InlineData("a%20b.cs", "a%2520b.cs")]
    public void A_file_has_an_address_in_Sarif(string file, string address) => Assert.Equal(address, SarifReport.Address(file));
}
